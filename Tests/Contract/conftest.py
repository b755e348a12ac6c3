"""One server for all tests that do not need their own, and keys that may do everything or everything but one thing."""
import itertools
import json
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlparse

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from klaviyo_api import KlaviyoAPI  # noqa: E402
from openapi_client import rest  # noqa: E402
from openapi_client.exceptions import ApiException  # noqa: E402

import operations  # noqa: E402
from RunningServer.http_client import HTTPClient  # noqa: E402
from RunningServer.process import RunningServer  # noqa: E402

# What the SDK sent, and the status that came back: test_zz_all_played.py asks for every operation.
PLAYED = set()
_request = rest.RESTClientObject.request


def _noted(self, method, url, *arguments, **named):
    answer = _request(self, method, url, *arguments, **named)
    operation = operations.matching(method, urlparse(url).path)
    if operation:
        PLAYED.add((str(operation), answer.status))
    return answer


rest.RESTClientObject.request = _noted


def sdk_for(server, key, **settings):
    """The official SDK, pointed at a server of ours. It does not retry unless asked to."""
    return KlaviyoAPI(key, max_retries=settings.pop("max_retries", 1), test_host=server.url, **settings)


@pytest.fixture(scope="session")
def server():
    with RunningServer() as server:
        server.full_key = server.create_key()
        server.keys_without = {
            scope: server.create_key(*(other for other in operations.SCOPES if other != scope)) for scope in operations.SCOPES
        }
        yield server.start()


@pytest.fixture(scope="session")
def klaviyo(server):
    """The SDK with a key that may do everything."""
    return sdk_for(server, server.full_key)


@pytest.fixture
def http(server):
    """Plain HTTP with the same key, for what the SDK refuses to send."""
    client = HTTPClient(server.port, server.full_key)
    yield client
    client.close()


@pytest.fixture
def new_server(tmp_path):
    """Starts servers of a test's own, which may be killed and started again."""
    running = []

    def start(**settings):
        made = RunningServer(tmp_path / f"data{len(running)}", **settings)
        running.append(made)
        made.full_key = made.create_key()
        return made.start()

    yield start
    for made in running:
        made.close()


@pytest.fixture(scope="session")
def requirement_shop(tmp_path_factory):
    """A demo shop with predictions, for the tests of requirements; those who play with it add people and take none away."""
    from requirement_shop import RequirementShop
    made = RequirementShop(tmp_path_factory.mktemp("requirements") / "data")
    yield made
    made.server.close()


_numbers = itertools.count(1)


@pytest.fixture
def new_email():
    """Makes addresses that no other test uses."""
    return lambda name="somebody": f"{name}{next(_numbers)}@example.com"


@contextmanager
def refused(status, *, pointer=None, parameter=None, code=None):
    """The block must end in an answer with this status and an error as JSON:API writes them, pointing where it should."""
    caught = SimpleNamespace(errors=None)
    with pytest.raises(ApiException) as thrown:
        yield caught
    assert thrown.value.status == status, f"{thrown.value.status} instead of {status}: {thrown.value.body}"
    caught.errors = json.loads(thrown.value.body)["errors"]
    check_errors(caught.errors, pointer=pointer, parameter=parameter, code=code)


def check_errors(errors, *, pointer=None, parameter=None, code=None):
    """Errors have id, code, title and detail; the first says where the fault is."""
    assert errors
    for error in errors:
        assert all(isinstance(error[name], str) and error[name] for name in ("id", "code", "title", "detail")), error
    first = errors[0]
    if pointer:
        assert first["source"]["pointer"] == pointer, first
    if parameter:
        assert first["source"]["parameter"] == parameter, first
    if code:
        assert first["code"] == code, first


def answered(answer, status, **where):
    """The same for plain HTTP."""
    assert answer.status == status, f"{answer} instead of {status}"
    assert answer.headers["content-type"].startswith("application/vnd.api+json"), answer.headers
    check_errors(answer.errors(), **where)


def eventually(ask, patience_s=10):
    """Asks again until the answer is true, and gives it. What is acknowledged shows a moment later, not at once."""
    deadline = time.monotonic() + patience_s
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < deadline, f"not so after {patience_s} s; the last answer: {answer!r}"
        time.sleep(0.02)


def completed(get_job, id, patience_s=60):
    """Waits for a job to be complete, and gives its attributes."""
    deadline = time.monotonic() + patience_s
    while True:
        job = get_job(id).data.attributes
        assert job.status in ("queued", "processing", "complete"), job
        if job.status == "complete":
            return job
        assert time.monotonic() < deadline, f"job {id} is still {job.status} after {patience_s} s"
        time.sleep(0.05)


def all_pages(call, **query):
    """Every item of a collection. The whole `next` link is given as the cursor, as users of the SDK do."""
    answer = call(**query)
    items = list(answer.data)
    pages = 1
    while answer.links and answer.links.next:
        answer = call(page_cursor=answer.links.next, **query)
        items += answer.data
        pages += 1
        assert pages < 1000, "the pages do not end"
    return items
