"""The simulated power cut, tried on SQLite alone: without a sync before the answer it must lose something, with one nothing."""
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

WRITER = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute(f"PRAGMA synchronous = {sys.argv[2]}")
database.execute("CREATE TABLE facts(number)")
for number in range(2000):
    database.execute("INSERT INTO facts VALUES (?)", (number,))
os.kill(os.getpid(), 9)
"""


class PowerCut(unittest.TestCase):
    def facts_after(self, synchronous):
        shim = os.environ.get("PERENNIAL_UNSYNCED_WRITES")
        if not shim:
            self.skipTest("no C compiler, so no simulated power cut")
        with tempfile.TemporaryDirectory() as folder:
            seen, synced = Path(folder) / "seen", Path(folder) / "synced"
            seen.mkdir()
            synced.mkdir()
            environment = {**os.environ, "LD_PRELOAD": shim, "SYNCED_FROM": str(seen), "SYNCED_TO": str(synced)}
            subprocess.run([sys.executable, "-c", WRITER, str(seen / "facts.db"), synchronous], env=environment, timeout=300)
            database = sqlite3.connect(synced / "facts.db")
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            count = database.execute("SELECT count(*) FROM facts").fetchone()[0]
            database.close()
            return count

    def test_what_was_not_synced_is_lost(self):
        self.assertLess(self.facts_after("NORMAL"), 2000)

    def test_what_was_synced_is_kept(self):
        self.assertEqual(self.facts_after("FULL"), 2000)
