"""The program as its users run it: a folder, a port, keys; started, stopped, killed, measured from outside."""
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def program():
    """The program under test: PERENNIAL_PROGRAM, or what `make build` leaves."""
    path = Path(os.environ.get("PERENNIAL_PROGRAM") or ROOT / ".build/release/perennial")
    path = path if path.is_absolute() else ROOT / path
    if not path.exists():
        raise SystemExit(f"{path} is missing. Build it (make build), or name another in PERENNIAL_PROGRAM.")
    return str(path)


def free_port():
    """A port of the loopback address that nobody listened on a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(*arguments, timeout=120, environment=None, check=False):
    """Runs a command of the program to its end. Gives the finished process, with what it said as text."""
    done = subprocess.run(
        [program(), *map(str, arguments)],
        capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})},
    )
    if check and done.returncode != 0:
        raise AssertionError(f"perennial {' '.join(map(str, arguments))}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done


class RunningServer:
    """One `perennial serve`. Its folder outlives it, so that it can be killed and started again."""

    def __init__(self, folder=None, *, rate_limits="off", flags=(), environment=None, preload=()):
        self.scratch = None if folder else tempfile.TemporaryDirectory(prefix="perennial-")
        self.folder = Path(folder) if folder else Path(self.scratch.name) / "data"
        self.log_path = self.folder.parent / f"{self.folder.name}.log"
        self.port = free_port()
        self.flags = ["--rate-limits", rate_limits, *flags]
        self.environment = {**os.environ, **(environment or {})}
        if preload:
            self.environment["LD_PRELOAD"] = ":".join(map(str, preload))
        self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self):
        return self.process.pid

    def create_key(self, *scopes):
        """A new private key. Without scopes it may do everything. The server must not be running."""
        flags = [word for scope in scopes for word in ("--scope", scope)]
        return run("key", "create", "--data", self.folder, *flags, check=True).stdout.strip()

    def launch(self):
        """Starts the process and does not wait until it answers."""
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                [program(), "serve", "--data", str(self.folder), "--port", str(self.port), *self.flags],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment,
            )
        return self

    def start(self, patience_s=60):
        """Starts, and returns once `/ready` says yes."""
        self.launch()
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"perennial serve ended with exit status {self.process.returncode}:\n{self.log()}")
            try:
                with urllib.request.urlopen(f"{self.url}/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return self
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.02)
        self.kill()
        raise AssertionError(f"perennial serve was not ready after {patience_s} s:\n{self.log()}")

    def kill(self):
        """kill -9: no goodbye, nothing flushed."""
        self._end(signal.SIGKILL)

    def stop(self, patience_s=30):
        """SIGTERM, as systemd does. Gives the exit status."""
        self._end(signal.SIGTERM, patience_s)
        return self.process.returncode

    def _end(self, how, patience_s=30):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"perennial serve did not end within {patience_s} s of signal {how}")

    def log(self, last_bytes=20_000):
        """The end of what it has written to standard output and standard error."""
        if not self.log_path.exists():
            return ""
        return self.log_path.read_bytes()[-last_bytes:].decode("utf-8", "replace")

    def cpu_seconds(self):
        """User and system time of the process so far, as the kernel counts it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self, which="VmRSS"):
        """Resident memory now (`VmRSS`) or at its highest so far (`VmHWM`), in MB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(f"{which}:"):
                return int(line.split()[1]) / 1024
        raise AssertionError(f"no {which} of process {self.pid}")

    def open_files(self):
        """How many files and sockets the process holds open."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def close(self):
        """Ends the process and removes a folder that was made for it."""
        try:
            self.kill()
        finally:
            if self.scratch:
                self.scratch.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
