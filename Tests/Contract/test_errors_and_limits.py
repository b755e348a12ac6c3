"""What every answer has in common: media type, errors, revisions, ids of requests, limits of rates."""
import time

import pytest
from openapi_client.exceptions import ApiException

from conftest import answered, eventually, sdk_for
from RunningServer.documents import event, profile
from RunningServer.http_client import HTTPClient
from RunningServer.process import run


def test_a_path_that_does_not_exist(http):
    answered(http.get("/api/shoes"), 404)
    answered(http.get("/api/profiles/x/shoes"), 404)


def test_a_method_that_does_not_exist(http):
    answered(http.delete("/api/profiles"), 405)
    answered(http.request("PUT", "/api/events"), 405)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"{}", b'{"data": []}', b'{"data": {"type": "profile"}}', b"\xff\xfe{}", b'{"data": 1e999}'])
def test_a_body_that_is_no_document(http, body):
    answered(http.post("/api/profiles", body), 400)


def test_another_media_type(http):
    answer = http.post("/api/profiles", b"email=ada@example.com", headers={"content-type": "application/x-www-form-urlencoded"})
    answered(answer, 415)


def test_plain_json_is_taken_as_well(http, new_email):
    assert http.post("/api/profiles", profile(email=new_email()), headers={"content-type": "application/json"}).status == 201


@pytest.mark.parametrize("revision", ["2022-10-17", "2024-02-15", "2026-07-15", "2026-10-15", "2030-01-01"])
def test_any_revision(http, revision):
    assert http.get("/api/metrics", headers={"revision": revision}).status == 200


def test_a_revision_that_is_no_date(http):
    answered(http.get("/api/metrics", headers={"revision": "newest"}), 400)


def test_every_answer_has_an_id_that_is_in_the_log(http, server):
    id = http.get("/api/shoes").headers["x-request-id"]
    assert id and id != http.get("/api/shoes").headers["x-request-id"]
    deadline = time.monotonic() + 5
    while id not in server.log(200_000):
        assert time.monotonic() < deadline, "the id of the request is not in the log"
        time.sleep(0.05)


def test_keys_and_people_are_not_in_the_log(http, server, new_email):
    email = new_email("secretive")
    http.post("/api/profiles", profile(email=email))
    http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'})
    assert server.full_key not in server.log(10_000_000)
    assert email not in server.log(10_000_000)


def test_without_a_key_or_with_a_broken_one(server):
    client = HTTPClient(server.port)
    answered(client.get("/api/profiles"), 401)
    for header in ("Klaviyo-API-Key", "Klaviyo-API-Key ", f"Basic {server.full_key}", server.full_key):
        answered(client.get("/api/profiles", headers={"authorization": header}), 401)


def test_keys_come_and_go_while_the_server_runs(new_server):
    server = new_server()
    doomed = server.create_key()
    klaviyo = sdk_for(server, doomed)

    def works():
        try:
            return klaviyo.Metrics.get_metrics() is not None
        except ApiException as refusal:
            assert refusal.status == 401
            return False

    eventually(works)
    listed = run("key", "list", "--data", server.folder, check=True).stdout
    assert doomed not in listed and server.full_key not in listed, "a key is shown once, when it is made"
    newest = listed.strip().splitlines()[-1].split()[0]
    run("key", "revoke", "--data", server.folder, newest, check=True)
    eventually(lambda: not works())
    sdk_for(server, server.full_key).Metrics.get_metrics()


class TestRates:
    """Klaviyo's limits, per key: GET /api/accounts once a second, fifteen times a minute."""

    @pytest.fixture
    def limited(self, new_server):
        return new_server(rate_limits="on")

    def test_the_answer_says_what_is_left(self, limited):
        answer = HTTPClient(limited.port, limited.full_key).get("/api/profiles")
        limit = int(answer.headers["ratelimit-limit"])
        assert limit in (75, 750), "a second's or a minute's"
        assert 0 <= int(answer.headers["ratelimit-remaining"]) < limit
        assert int(answer.headers["ratelimit-reset"]) >= 0

    def test_too_many_are_told_when_to_come_back(self, limited):
        client = HTTPClient(limited.port, limited.full_key)
        answers = [client.get("/api/accounts") for _ in range(5)]
        late = [answer for answer in answers if answer.status == 429]
        assert late
        answered(late[0], 429, code="throttled")
        assert 1 <= int(late[0].headers["retry-after"]) <= 60
        # Another key, and another operation, have limits of their own.
        assert client.get("/api/lists").status == 200

    def test_the_sdk_waits_and_gets_through(self, limited):
        klaviyo = sdk_for(limited, limited.full_key, max_retries=6, max_delay=3)
        for _ in range(3):
            assert len(klaviyo.Accounts.get_accounts().data) == 1

    def test_events_have_room(self, limited):
        client = HTTPClient(limited.port, limited.full_key)
        answers = [client.post("/api/events", event("Ran", {"email": "runner@example.com"}, unique_id=str(n))).status for n in range(100)]
        assert set(answers) == {202}
