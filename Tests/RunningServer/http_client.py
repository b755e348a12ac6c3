"""Plain HTTP to a running server, from the standard library alone: what the SDK would refuse to send can be sent here."""
import http.client
import json
from urllib.parse import urlencode

MEDIA_TYPE = "application/vnd.api+json"
REVISION = "2026-10-15"


class Answer:
    """Status, headers and body of one answer."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def errors(self):
        return self.json()["errors"]

    def __repr__(self):
        return f"{self.status} {self.body[:500]!r}"


class HTTPClient:
    """One connection, one request at a time. Nothing is sent twice: a broken connection raises, and the next call opens another."""

    def __init__(self, port, key=None, timeout_s=30):
        self.port, self.key, self.timeout_s = port, key, timeout_s
        self.connection = None

    def request(self, method, path, body=None, *, query=None, headers=None):
        """`body` may be bytes, which are sent as they are, or anything that JSON can hold."""
        if query:
            path += ("&" if "?" in path else "?") + urlencode(query)
        said = {"revision": REVISION, "accept": MEDIA_TYPE}
        if self.key:
            said["authorization"] = f"Klaviyo-API-Key {self.key}"
        if body is not None:
            said["content-type"] = MEDIA_TYPE
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        said.update(headers or {})
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout_s)
        try:
            self.connection.request(method, path, body=body, headers=said)
            answer = self.connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def get(self, path, **more):
        return self.request("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.request("POST", path, body, **more)

    def patch(self, path, body=None, **more):
        return self.request("PATCH", path, body, **more)

    def delete(self, path, body=None, **more):
        return self.request("DELETE", path, body, **more)

    def pages(self, path, **query):
        """Every item of a collection, page by page, following `links.next`."""
        answer = self.get(path, query=query)
        while True:
            assert answer.status == 200, answer
            document = answer.json()
            yield from document["data"]
            following = (document.get("links") or {}).get("next")
            if not following:
                return
            answer = self.get(following.split(f":{self.port}", 1)[-1])

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None
