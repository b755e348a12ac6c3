"""Requests that are wrong in every way: the right status, bounded memory, nothing half written, and the server goes on."""
import gzip
import json
import socket
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from RunningServer.documents import event, events_job, import_job, profile, references  # noqa: E402
from RunningServer.http_client import HTTPClient  # noqa: E402
from RunningServer.process import RunningServer, run  # noqa: E402

WRITES = [
    "/api/events", "/api/event-bulk-create-jobs", "/api/profiles", "/api/profile-import", "/api/profile-bulk-import-jobs", "/api/profile-merge",
    "/api/profile-subscription-bulk-create-jobs", "/api/profile-subscription-bulk-delete-jobs", "/api/profile-suppression-bulk-create-jobs",
    "/api/profile-suppression-bulk-delete-jobs", "/api/lists", "/api/tags", "/api/tag-groups", "/api/metric-aggregates", "/api/data-privacy-deletion-jobs",
]

NOT_JSON = {
    "nothing": b"", "a brace": b"{", "text": b"hello", "two documents": b'{"data":{}}{"data":{}}', "a trailing comma": b'{"data":{},}',
    "single quotes": b"{'data':{}}", "a comment": b'{"data":{}}//', "not a number": b'{"data":{"id":NaN}}', "a bare minus": b'{"data":-}',
    "not UTF-8": b'{"data":{"type":"\xff\xfe"}}', "half a surrogate": b'{"data":{"type":"\\ud800"}}', "a control character": b'{"data":{"type":"\x01"}}',
    "a zero byte": b'{"data":\x00{}}', "an unclosed text": b'{"data":"', "deep nesting": b"[" * 100_000, "deep objects": b'{"a":' * 100_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000, "a number of 100,000 digits": b'{"data":' + b"9" * 100_000 + b"}",
    "a number too large": b'{"data":1e400}', "zeros": b"\0" * 1000, "compressed": gzip.compress(b'{"data":{}}'),
}

WRONG_TYPES = [None, True, 7, -1.5, 1e300, "text", "", [], {}, [[]], [{}], {"data": None}, {"data": []}, {"data": [1, 2]}]

FORGED = [
    "0", "-1", "1", "null", "undefined", "ZZZZZZ", "01ZZZZZZZZZZZZZZZZZZZZZZZZ", "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%2f..%2fperennial.db", "%00",
    "1%27%20OR%20%271%27%3D%271", "%22%3E%3Cscript%3E", "9223372036854775807", "18446744073709551616", "%F0%9F%A6%84", "x" * 5000, "a%0d%0aSet-Cookie:%20x=1",
]

BY_ID = ["/api/profiles/{}", "/api/events/{}", "/api/lists/{}", "/api/metrics/{}", "/api/tags/{}", "/api/tag-groups/{}", "/api/profile-bulk-import-jobs/{}",
         "/api/accounts/{}", "/api/mapped-metrics/{}", "/api/metric-properties/{}", "/api/lists/{}/profiles", "/api/profiles/{}/lists"]


def with_every_wrong_type(document, path=()):
    """The document again and again, each time with one value in it replaced by something of another kind."""
    value = document
    for step in path:
        value = value[step]
    inside = list(value) if isinstance(value, dict) else list(range(min(len(value), 1))) if isinstance(value, list) else []
    for key in inside:
        for wrong in WRONG_TYPES:
            if isinstance(wrong, type(value[key])) and isinstance(wrong, (str, bool)):
                continue
            copy = json.loads(json.dumps(document))
            target = copy
            for step in path:
                target = target[step]
            target[key] = wrong
            yield (*path, key), wrong, copy
        yield from with_every_wrong_type(document, (*path, key))


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = RunningServer()
        cls.server.full_key = cls.server.create_key()
        cls.server.reader = cls.server.create_key("profiles:read", "events:read", "lists:read", "tags:read", "metrics:read", "accounts:read")
        cls.server.start()
        client = HTTPClient(cls.server.port, cls.server.full_key)
        for n in range(20):
            client.post("/api/events", event("Before", {"email": f"before{n}@example.com"}, unique_id=str(n)))
        cls.list = client.post("/api/lists", {"data": {"type": "list", "attributes": {"name": "Before"}}}).json()["data"]["id"]
        cls.memory_before = cls.server.memory_mb()

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()
        check = run("check", "--data", cls.server.folder)
        cls.server.close()
        assert check.returncode == 0, check.stdout + check.stderr

    def setUp(self):
        self.client = HTTPClient(self.server.port, self.server.full_key)
        self.addCleanup(self.client.close)
        self.before = self.there()

    def tearDown(self):
        self.assertIsNone(self.server.process.poll(), f"the server is gone:\n{self.server.log()}")
        self.assertEqual(HTTPClient(self.server.port).get("/health").status, 200)
        self.assertLess(self.server.memory_mb(), self.memory_before + 250, "memory grew")

    def there(self):
        """Everything that could have been half written."""
        return {path: sorted(item["id"] for item in self.client.pages(path)) for path in ("/api/profiles", "/api/events", "/api/lists", "/api/tags", "/api/tag-groups")}

    def is_refused(self, answer, statuses, what):
        self.assertIn(answer.status, statuses, f"{what}: {answer}")
        for error in answer.errors():
            self.assertTrue(error["code"] and error["detail"], f"{what}: {error}")

    def test_what_is_no_json(self):
        for path in WRITES:
            for name, body in NOT_JSON.items():
                self.is_refused(self.client.post(path, body), (400, 413), f"{name} to {path}")
        self.assertEqual(self.there(), self.before)

    def test_one_value_of_another_kind(self):
        """Each value of good documents in turn: whatever comes back, it is no 5xx, and a refusal leaves nothing behind."""
        person = {"email": "typed@example.com", "first_name": "T", "location": {"city": "Paris", "latitude": 1.5}, "properties": {"a": 1}}
        good = {
            "/api/events": event("Typed", person, time="2024-01-01T00:00:00Z", value=1.5, currency="EUR", unique_id="typed", properties={"a": 1}),
            "/api/event-bulk-create-jobs": events_job([(person, [event("Typed", {}, time="2024-01-01T00:00:00Z", value=1, unique_id="typed")])]),
            "/api/profile-import": profile(**person),
            "/api/profile-bulk-import-jobs": import_job([person], [self.list]),
            f"/api/lists/{self.list}/relationships/profiles": {"data": references("profile", ["01ZZZZZZZZZZZZZZZZZZZZZZZZ"])},
        }
        for path, document in good.items():
            for where, wrong, body in with_every_wrong_type(document):
                answer = self.client.post(path, body)
                self.assertLess(answer.status, 500, f"{wrong!r} at {where} of {path}: {answer}")

    def test_numbers_that_are_too_large(self):
        for number in ("1e308", "-1e308", "1e-320", "123456789012345678901234567890", "0.1" + "0" * 5000 + "1"):
            text = json.dumps(event("Large", {"email": "before0@example.com"}, unique_id=f"large {number[:20]}", properties={"n": 0}))
            for body in (text.replace('"n": 0', f'"n": {number}'), text.replace('"properties"', f'"value": {number}, "properties"')):
                answer = self.client.post("/api/events", body.encode())
                self.assertIn(answer.status, (202, 400), f"{number[:40]}: {answer}")

    def test_the_same_key_twice(self):
        body = b'{"data":{"type":"profile","attributes":{"email":"first@example.com","email":"second@example.com"}}}'
        self.assertIn(self.client.post("/api/profiles", body).status, (201, 400))

    def test_bodies_over_the_limit(self):
        large = b'{"data":{"type":"event","attributes":{"properties":{"text":"' + b"x" * 6_000_000 + b'"}}}}'
        for _ in range(10):
            self.is_refused(self.client.post("/api/events", large), (413,), "6 MB")
            self.client.close()
        self.assertEqual(self.there(), self.before)

    def test_a_body_that_says_it_is_enormous(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as raw:
            raw.sendall(f"POST /api/events HTTP/1.1\r\nhost: x\r\nauthorization: Klaviyo-API-Key {self.server.full_key}\r\n"
                        "content-type: application/json\r\ncontent-length: 99999999999999\r\n\r\n{".encode())
            self.assertIn(b" 413 ", raw.recv(4096))

    def test_a_body_in_pieces_without_end(self):
        """Chunked transfer, more than the limit: cut off, not collected."""
        try:
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as raw:
                raw.sendall(f"POST /api/events HTTP/1.1\r\nhost: x\r\nauthorization: Klaviyo-API-Key {self.server.full_key}\r\n"
                            "content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n".encode())
                for _ in range(200):
                    raw.sendall(b"10000\r\n" + b" " * 65_536 + b"\r\n")
                self.assertIn(b" 413 ", raw.recv(4096))
        except (ConnectionResetError, BrokenPipeError):
            pass  # it hung up before everything was sent: as good

    def test_requests_that_are_no_http(self):
        for bytes_sent in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 1000, b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
                           b"GET / HTTP/1.1\r\nhost: x\r\n" + b"a: b\r\n" * 20_000 + b"\r\n", b"GET / HTTP/1.1\r\nhost: x\r\nbig: " + b"x" * 200_000 + b"\r\n\r\n",
                           b"POST /api/events HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n",
                           b"POST /api/events HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as raw:
                try:
                    raw.sendall(bytes_sent)
                    raw.shutdown(socket.SHUT_WR)
                    answer = raw.recv(65_536)
                except OSError:
                    continue
                self.assertNotIn(b" 500 ", answer[:40], bytes_sent[:40])
                self.assertNotIn(b" 200 ", answer[:40], bytes_sent[:40])

    def test_forged_ids(self):
        """Ids that were made up, and right ids of other things."""
        profiles, events = self.before["/api/profiles"], self.before["/api/events"]
        for path in BY_ID:
            others = [id for kind, ids in self.before.items() if kind not in path for id in ids[:2]]
            for id in (*FORGED, *others):
                answer = self.client.get(path.format(id))
                self.assertIn(answer.status, (400, 404, 414, 431), f"{path.format(id)[:80]}: {answer}")
                self.assertNotIn("set-cookie", answer.headers)
        for id in FORGED:
            if "%" in id:
                continue
            answer = self.client.post(f"/api/lists/{self.list}/relationships/profiles", {"data": references("profile", [profiles[0], id])})
            self.is_refused(answer, (400, 404), id)
        answer = self.client.post(f"/api/lists/{self.list}/relationships/profiles", {"data": references("profile", [events[0]])})
        self.is_refused(answer, (400, 404), "the id of an event")
        self.assertEqual(list(self.client.pages(f"/api/lists/{self.list}/relationships/profiles")), [])

    def test_filters_cursors_and_parameters(self):
        odd = ["", "(", ")", "()" * 2000, "equals", "equals(", 'equals(email,"', 'equals(email,"\\', "not(equals(email,\"a\"))", "," * 5000, "any(email,[" + '"a@b.c",' * 20_000,
               "any(email,[])", 'equals(email,"a") or 1=1', "equals(email,\"'; DROP TABLE facts; --\")", "greater-than(created,9999999999999999999)", "\x00", "🦄(🦄,🦄)",
               "greater-than(created,2024-13-45T99:99:99Z)", "equals(id,[1,2])", "equals(email,null)"]
        for text in odd:
            answer = self.client.get("/api/profiles", query={"filter": text})
            self.assertIn(answer.status, (200, 400, 414, 431), f"filter {text[:60]!r}: {answer}")
        for name in ("page[cursor]", "page[size]", "sort", "include", "fields[profile]", "additional-fields[profile]"):
            for value in ("", "x" * 3000, "🦄", "-1", "%00", "a,b,c" * 300, "99999999999999999999", "http://127.0.0.1/?page[cursor]=x"):
                answer = self.client.get("/api/profiles", query={name: value})
                self.assertIn(answer.status, (200, 400, 414, 431), f"{name}={value[:40]!r}: {answer}")
        self.assertEqual(self.there(), self.before)

    def test_a_key_that_may_only_read(self):
        client = HTTPClient(self.server.port, self.server.reader)
        for path in WRITES:
            if path != "/api/metric-aggregates":
                self.is_refused(client.post(path, profile(email="reader@example.com")), (403,), path)
        for path in (f"/api/lists/{self.list}", f"/api/profiles/{self.before['/api/profiles'][0]}"):
            self.is_refused(client.delete(path) if "lists" in path else client.patch(path, profile(first_name="x")), (403,), path)
        self.assertEqual(self.there(), self.before)

    def test_text_that_means_something_elsewhere(self):
        """It is kept as it is: no interpretation, no loss."""
        for n, text in enumerate(("<script>alert(1)</script>", "'; DROP TABLE facts; --", "=1+1", "{{ 7*7 }}", "\u202egnirts", "a\u0000b", "🦄" * 50, "\\u0041", "\r\nX: y")):
            answer = self.client.post("/api/profile-import", profile(email=f"odd{n}@example.com", first_name=text, properties={text: text}))
            if answer.status == 400 and "\0" in text:
                continue
            self.assertEqual(answer.status, 201, f"{text!r}: {answer}")
            seen = self.client.get(f"/api/profiles/{answer.json()['data']['id']}").json()["data"]["attributes"]
            self.assertEqual((seen["first_name"], seen["properties"]), (text, {text: text}))


class Crowd(unittest.TestCase):
    """Clients that are slow, many, or go away in the middle."""

    def setUp(self):
        self.server = RunningServer()
        self.addCleanup(self.server.close)
        self.server.full_key = self.server.create_key()
        self.server.start()
        self.client = HTTPClient(self.server.port, self.server.full_key)
        self.client.post("/api/profiles", profile(email="first@example.com"))
        self.memory_before = self.server.memory_mb()

    def answers_quickly(self):
        started = time.monotonic()
        self.assertEqual(self.client.get("/api/profiles").status, 200)
        self.assertLess(time.monotonic() - started, 5, "others have to wait")

    def connections(self, count):
        opened = []
        for _ in range(count):
            try:
                opened.append(socket.create_connection(("127.0.0.1", self.server.port), timeout=10))
            except OSError:
                break
        self.addCleanup(lambda: [one.close() for one in opened])
        return opened

    def test_thousands_that_say_nothing(self):
        import resource
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        opened = self.connections(3000)
        self.assertGreater(len(opened), 500)
        self.answers_quickly()
        self.assertLess(self.server.memory_mb(), self.memory_before + 300)
        for one in opened:
            one.close()
        deadline = time.monotonic() + 20
        while self.server.open_files() > 200:
            self.assertLess(time.monotonic(), deadline, "connections that were closed stay open")
            time.sleep(0.1)
        self.answers_quickly()

    def test_slow_ones(self):
        head = f"POST /api/events HTTP/1.1\r\nhost: x\r\nauthorization: Klaviyo-API-Key {self.server.full_key}\r\ncontent-type: application/json\r\ncontent-length: 4000000\r\n\r\n"
        opened = self.connections(200)
        for position in range(0, 60, 3):
            for one in opened[:100]:
                one.sendall(head[position:position + 3].encode())
            time.sleep(0.02)
        for one in opened[100:]:
            one.sendall(head.encode() + b"{" + b" " * 1000)
        self.answers_quickly()
        for _ in range(10):
            for one in opened[100:]:
                one.sendall(b" " * 1000)
        self.answers_quickly()
        self.assertLess(self.server.memory_mb(), self.memory_before + 300)

    def test_those_that_leave_in_the_middle(self):
        body = json.dumps(event("Left", {"email": "left@example.com"}, unique_id="left")).encode()
        head = f"POST /api/events HTTP/1.1\r\nhost: x\r\nauthorization: Klaviyo-API-Key {self.server.full_key}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        for n in range(300):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as one:
                one.sendall(head.encode() + body[:n * len(body) // 300])
        self.answers_quickly()
        self.assertEqual(self.client.get("/api/profiles", query={"filter": 'equals(email,"left@example.com")'}).json()["data"], [])

    def test_those_that_ask_and_do_not_listen(self):
        """Requests one after the other on one connection without reading the answers: the server stops reading, it does not pile up."""
        request = f"GET /api/profiles HTTP/1.1\r\nhost: x\r\nauthorization: Klaviyo-API-Key {self.server.full_key}\r\n\r\n".encode()
        for one in self.connections(20):
            one.settimeout(0.5)
            try:
                for _ in range(200):
                    one.sendall(request * 50)
            except OSError:
                pass
        self.answers_quickly()
        self.assertLess(self.server.memory_mb(), self.memory_before + 300)


if __name__ == "__main__":
    unittest.main()
