"""A clock that can be set: what a server takes for the time of day is the system's and a number of seconds."""
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "Faults/shifted_clock.c"


def compiler():
    """What builds the library that is preloaded; None where there is nothing, or the system preloads otherwise."""
    return next(filter(None, map(shutil.which, ("cc", "clang", "gcc"))), None) if sys.platform == "linux" else None


class Clock:
    """Begins at a time (seconds since 1970; without one, now) and goes on from there. `settings` are for `RunningServer`."""

    def __init__(self, scratch, start=None):
        self.file = Path(scratch) / "shift"
        library = Path(scratch) / "clock.so"
        assert not set(" :") & set(str(library)), f"{library}: no library can be preloaded whose path holds a space or a colon"
        subprocess.run([compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
        self.settings = {"preload": [library], "environment": {"CLOCK_SHIFT_FILE": str(self.file)}}
        self.seconds = 0 if start is None else int(start) - int(time.time())
        self.file.write_bytes(struct.pack("q", self.seconds) + bytes(4096))

    def advance(self, seconds):
        self.seconds += seconds
        with open(self.file, "r+b") as file:
            file.write(struct.pack("q", self.seconds))

    def now(self):
        return time.time() + self.seconds
