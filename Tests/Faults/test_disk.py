"""What disks do: full, read-only, in use by another, damaged. A clear error, an exit code that says which, and no further damage."""
import hashlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from load import learn_currency, person_id  # noqa: E402
from RunningServer.documents import event, profile  # noqa: E402
from RunningServer.http_client import HTTPClient  # noqa: E402
from RunningServer.process import RunningServer, run  # noqa: E402


def events_there(client, email):
    id = person_id(client, email)
    found = client.pages("/api/events", filter=f'equals(profile_id,"{id}")', **{"page[size]": 1000})
    return [item["attributes"]["event_properties"]["n"] for item in found]


class Disk(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="perennial-disk-"))
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)

    def server(self, folder=None):
        made = RunningServer(folder or self.scratch / "data")
        self.addCleanup(made.close)
        made.log_path = self.scratch / "server.log"
        made.full_key = made.create_key()
        return made

    def small_disk(self, megabytes):
        """A file system of this size; skips the test where it cannot be made."""
        place = self.scratch / "disk"
        place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)], capture_output=True, text=True)
        if done.returncode:
            self.skipTest(f"a small disk needs the right to mount: {done.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", str(place)], capture_output=True)
        return place

    def filled(self, folder, *, number=200):
        """A folder with some facts in it, its server stopped."""
        server = self.server(folder)
        server.start()
        client = HTTPClient(server.port, server.full_key)
        for n in range(number):
            self.assertEqual(client.post("/api/events", event("Kept", {"email": "kept@example.com"}, unique_id=str(n), properties={"n": n})).status, 202)
        return server

    def refuses(self, server, codes, *words):
        """`serve` ends by itself with one of these codes and says why, without a crash."""
        server.launch()
        code = server.process.wait(60)
        self.assertIn(code, codes, server.log())
        for word in words:
            self.assertIn(word.lower(), server.log(4000).lower())

    def test_a_full_disk_refuses_writes_and_recovers(self):
        disk = self.small_disk(48)
        server = self.filled(disk / "data", number=20)
        client = HTTPClient(server.port, server.full_key)
        filler = disk / "filler"
        taken, refusals = list(range(20)), []
        free = shutil.disk_usage(disk).free
        with open(filler, "wb") as file:
            file.write(b"\0" * max(0, free - 3_000_000))
        for n in range(20, 2000):
            answer = client.post("/api/events", event("Kept", {"email": "kept@example.com"}, unique_id=str(n), properties={"n": n, "text": "x" * 20_000}))
            if answer.status == 202:
                taken.append(n)
            else:
                refusals.append(answer)
                if len(refusals) > 20:
                    break
        self.assertTrue(refusals, "the disk never became full")
        for answer in refusals:
            self.assertIn(answer.status, (503, 507), answer)
            self.assertTrue(answer.errors()[0]["detail"])
        self.assertIsNone(server.process.poll(), server.log())
        self.assertEqual(client.get("/health").status, 200)
        self.assertEqual(sorted(events_there(client, "kept@example.com")), taken)
        filler.unlink()
        deadline = time.monotonic() + 30
        while client.post("/api/events", event("Kept", {"email": "kept@example.com"}, unique_id="again", properties={"n": -1})).status != 202:
            self.assertLess(time.monotonic(), deadline, "there is room again, but nothing is taken")
            time.sleep(0.2)
        server.kill()
        self.assertEqual(run("check", "--data", server.folder).returncode, 0)
        server.start()
        self.assertEqual(sorted(events_there(HTTPClient(server.port, server.full_key), "kept@example.com")), [-1, *taken])

    def test_starting_on_a_full_disk_says_so_or_serves_what_is_there(self):
        disk = self.small_disk(24)
        server = self.filled(disk / "data", number=20)
        server.kill()
        with open(disk / "filler", "wb") as file:
            try:
                while True:
                    file.write(b"\0" * 65_536)
            except OSError:
                pass
        server.launch()
        try:
            code = server.process.wait(5)
            self.assertIn(code, (73, 74), server.log())
        except subprocess.TimeoutExpired:
            client = HTTPClient(server.port, server.full_key)
            self.assertEqual(len(events_there(client, "kept@example.com")), 20)

    def test_a_read_only_disk(self):
        disk = self.small_disk(24)
        server = self.filled(disk / "data", number=20)
        server.kill()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        self.refuses(server, (73, 74), str(server.folder))
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        server.start()
        self.assertEqual(len(events_there(HTTPClient(server.port, server.full_key), "kept@example.com")), 20)

    def test_a_folder_that_cannot_be_made(self):
        (self.scratch / "file").write_text("not a folder")
        done = run("serve", "--data", self.scratch / "file" / "data", "--port", "0")
        self.assertIn(done.returncode, (73, 74))
        self.assertIn(str(self.scratch / "file"), done.stderr)

    def test_a_second_server_on_the_folder(self):
        server = self.filled(self.scratch / "data", number=5)
        other = RunningServer(server.folder)
        self.addCleanup(other.kill)
        other.log_path = self.scratch / "other.log"
        self.refuses(other, (75,), str(server.folder))
        for command in (["import", "orders", "/dev/null"], ["rebuild"], ["check"]):
            done = run(*command, "--data", server.folder)
            self.assertIn(done.returncode, (75, 0) if command == ["check"] else (75,), f"{command}: {done.stderr}")
        self.assertEqual(len(events_there(HTTPClient(server.port, server.full_key), "kept@example.com")), 5)

    def test_a_port_that_is_taken(self):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            server = self.server()
            server.port = listener.getsockname()[1]
            self.refuses(server, (75,), str(server.port))

    def fingerprint(self, folder):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*.db"))}

    def test_a_file_that_is_none_of_ours(self):
        folder = self.scratch / "data"
        folder.mkdir()
        (folder / "perennial.db").write_bytes(b"This is not a database. " * 1000)
        before = self.fingerprint(folder)
        server = RunningServer(folder)
        self.addCleanup(server.kill)
        self.refuses(server, (65, 74, 78), "perennial.db")
        self.assertEqual(self.fingerprint(folder), before, "it was written to")

    def damaged(self, damage):
        """`check` on a folder whose file was damaged: it ends with an error of its own, the file untouched."""
        server = self.filled(self.scratch / "data", number=600)
        server.stop()
        path = server.folder / "perennial.db"
        # Everything into the file itself: pages in the write-ahead log would cover the damage.
        database = sqlite3.connect(path)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        content = bytearray(path.read_bytes())
        damage(content)
        path.write_bytes(content)
        before = self.fingerprint(server.folder)
        done = run("check", "--data", server.folder)
        self.assertIn(done.returncode, (65, 74), f"{done.stdout}{done.stderr}")
        self.assertTrue(done.stderr.strip() or done.stdout.strip())
        self.assertEqual(self.fingerprint(server.folder), before, "check wrote to the file")
        return server

    def test_pages_overwritten(self):
        def damage(content):
            for page in range(4096 * 3, len(content) - 4096, 4096 * 5):
                content[page:page + 64] = os.urandom(64)
        self.damaged(damage)

    def test_a_file_cut_short(self):
        def damage(content):
            del content[len(content) // 2 // 4096 * 4096:]
        self.damaged(damage)

    def test_an_emptied_file_beside_a_full_log(self):
        """What is left is in the write-ahead log. To begin a new shop there would destroy it."""
        server = self.filled(self.scratch / "data", number=50)
        server.kill()
        log = server.folder / "perennial.db-wal"
        if not log.exists() or log.stat().st_size == 0:
            self.skipTest("everything is in the file already")
        (server.folder / "perennial.db").write_bytes(b"")
        before = log.read_bytes()
        self.assertIn(run("check", "--data", server.folder).returncode, (65, 74, 78))
        self.assertEqual(log.read_bytes(), before, "the log was overwritten")

    def test_one_bit_of_the_facts(self):
        """SQLite's own check does not read into blocks of facts: ours must."""
        def damage(content):
            at = content.find(b"kept@example.com")
            if at < 0:
                at = content.find(b"Kept")
            if at < 0:
                self.skipTest("facts are packed; a flipped bit is tried in Swift's tests of the journal")
            content[at] ^= 0x01
        self.damaged(damage)

    def test_a_torn_last_page_is_cut_off(self):
        """The log ends in the middle of a page, as after a power cut: what came before is there, and nothing complains."""
        server = self.filled(self.scratch / "data", number=300)
        server.kill()
        log = server.folder / "perennial.db-wal"
        if not log.exists() or log.stat().st_size == 0:
            self.skipTest("there is no write-ahead log to tear")
        with open(log, "r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(os.urandom(1500))
        before = self.fingerprint(server.folder), log.read_bytes()
        self.assertEqual(run("check", "--data", server.folder).returncode, 0)
        self.assertEqual((self.fingerprint(server.folder), log.read_bytes()), before, "check wrote to the file or its log")
        server.start()
        client = HTTPClient(server.port, server.full_key)
        self.assertEqual(sorted(events_there(client, "kept@example.com")), list(range(300)))
        server.kill()
        if log.exists() and log.stat().st_size > 8192:
            with open(log, "r+b") as file:
                file.truncate(log.stat().st_size - 1500)
        self.assertEqual(run("check", "--data", server.folder).returncode, 0)
        server.start()
        there = events_there(HTTPClient(server.port, server.full_key), "kept@example.com")
        self.assertEqual(sorted(there), list(range(len(there))))


class Clock(unittest.TestCase):
    """The clock of the machine jumps; facts go on being taken, in order, and nothing is lost."""

    def test_it_goes_back_and_forward(self):
        shim = os.environ.get("PERENNIAL_SHIFTED_CLOCK")
        if not shim:
            self.skipTest("no C compiler, so no clock that can be set")
        scratch = Path(tempfile.mkdtemp(prefix="perennial-clock-"))
        self.addCleanup(shutil.rmtree, scratch, ignore_errors=True)
        dial = scratch / "shift"
        dial.write_bytes(b"\0" * 4096)

        def turn(seconds):
            with open(dial, "r+b") as file:
                file.write(seconds.to_bytes(8, "little", signed=True))

        server = RunningServer(scratch / "data", environment={"CLOCK_SHIFT_FILE": str(dial)}, preload=[shim])
        self.addCleanup(server.close)
        server.full_key = server.create_key()
        server.start()
        learn_currency(server)
        client = HTTPClient(server.port, server.full_key)
        day = 86_400
        for n, shift in enumerate((0, -day, -400 * day, 2 * day, 0)):
            turn(shift)
            for k in range(20):
                answer = client.post("/api/events", event("Ticked", {"email": "clock@example.com"}, unique_id=f"{n}-{k}", properties={"n": 100 * n + k}))
                self.assertEqual(answer.status, 202, f"clock shifted by {shift} s: {answer}")
            answer = client.post("/api/profile-import", profile(email="clock@example.com", first_name=f"Shift {n}"))
            self.assertIn(answer.status, (200, 201), answer)
            time.sleep(0.3)
            self.assertIsNone(server.process.poll(), server.log())
        server.kill()
        self.assertEqual(run("check", "--data", server.folder).returncode, 0)
        server.start()
        client = HTTPClient(server.port, server.full_key)
        there = events_there(client, "clock@example.com")
        self.assertEqual(sorted(there), [100 * n + k for n in range(5) for k in range(20)])
        seen = client.get("/api/profiles", query={"filter": 'equals(email,"clock@example.com")'}).json()["data"][0]["attributes"]
        self.assertEqual(seen["first_name"], "Shift 4", "the last word was not the last")
