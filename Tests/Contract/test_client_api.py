"""What browsers may send: with the public key of the account, without any secret, and without changing who somebody is.

The SDK has no calls for it: these are the requests of Klaviyo's own scripts.
"""
import pytest

from conftest import answered, eventually
from RunningServer.documents import event, events_job, profile, reference
from RunningServer.http_client import HTTPClient
from test_events import NOON, events_of
from test_subscriptions import consents


@pytest.fixture(scope="module")
def company(klaviyo):
    return klaviyo.Accounts.get_accounts().data[0].attributes.public_api_key


@pytest.fixture
def browser(server):
    """Plain HTTP without a key."""
    client = HTTPClient(server.port)
    yield client
    client.close()


def bulk(email, count):
    item = events_job([({"email": email}, [event("Scrolled", {}, time=NOON, unique_id=f"{email}-{n}") for n in range(count)])])
    return {"data": item["data"]["attributes"]["events-bulk-create"]["data"][0]}


def subscribing(email, list):
    return {"data": {"type": "subscription", "attributes": {"profile": profile(email=email), "custom_source": "Footer"},
                     "relationships": {"list": {"data": reference("list", list)}}}}


def test_an_event(browser, company, klaviyo, new_email):
    email = new_email()
    answer = browser.post("/client/events", event("Scrolled", {"email": email, "anonymous_id": f"browser-{email}"}, time=NOON), query={"company_id": company})
    assert (answer.status, answer.body) == (202, b"")
    assert len(eventually(lambda: events_of(klaviyo, email))) == 1


def test_what_somebody_did_before_they_said_who_they_are(browser, company, klaviyo, new_email):
    email = new_email()
    anonymous = f"browser-{email}"
    for person, id in (({"anonymous_id": anonymous}, "before"), ({"anonymous_id": anonymous, "email": email}, "after")):
        assert browser.post("/client/events", event("Scrolled", person, unique_id=id), query={"company_id": company}).status == 202
    eventually(lambda: len(events_of(klaviyo, email)) == 2)


def test_many_events(browser, company, klaviyo, new_email):
    email = new_email()
    assert browser.post("/client/event-bulk-create", bulk(email, 1000), query={"company_id": company}).status == 202
    eventually(lambda: len(events_of(klaviyo, email)) == 1000)
    answered(browser.post("/client/event-bulk-create", bulk(new_email(), 1001), query={"company_id": company}), 400)


def test_a_profile(browser, company, klaviyo, new_email):
    email = new_email()
    assert browser.post("/client/profiles", profile(email=email, first_name="Cara"), query={"company_id": company}).status == 202
    found = eventually(lambda: klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")').data)
    assert found[0].attributes.first_name == "Cara"


def test_who_somebody_is_does_not_change(browser, company, klaviyo, new_email):
    email, other = new_email(), new_email()
    made = klaviyo.Profiles.create_profile(profile(email=email, external_id=f"client-{email}")).data
    document = profile(external_id=f"client-{email}", email=other, first_name="Mallory")
    assert browser.post("/client/profiles", document, query={"company_id": company}).status == 202
    eventually(lambda: klaviyo.Profiles.get_profile(made.id).data.attributes.first_name == "Mallory")
    assert klaviyo.Profiles.get_profile(made.id).data.attributes.email == email


def test_a_subscription(browser, company, klaviyo, new_email):
    email = new_email()
    target = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Footer", "opt_in_process": "single_opt_in"}}}).data.id
    assert browser.post("/client/subscriptions", subscribing(email, target), query={"company_id": company}).status == 202
    consents(klaviyo, email, "SUBSCRIBED")
    answered(browser.post("/client/subscriptions", subscribing(email, "ZZZZZZ"), query={"company_id": company}), 404)


PATHS = ["/client/events", "/client/event-bulk-create", "/client/profiles", "/client/subscriptions"]


@pytest.mark.parametrize("path", PATHS)
def test_the_public_key_is_needed(browser, path):
    answered(browser.post(path, profile(email="somebody@example.com")), 400, parameter="company_id")
    answered(browser.post(path, profile(email="somebody@example.com"), query={"company_id": "ZZZZZZ"}), 400, parameter="company_id")


@pytest.mark.parametrize("path", PATHS)
def test_the_public_key_reads_nothing(browser, company, path):
    assert browser.get(path, query={"company_id": company}).status == 405
    assert browser.get("/api/profiles", query={"company_id": company}).status == 401


@pytest.mark.parametrize("path", PATHS)
def test_a_body_that_is_wrong_is_refused(browser, company, path):
    answered(browser.post(path, {"data": {"type": "shoe", "attributes": {}}}, query={"company_id": company}), 400)


@pytest.mark.parametrize("path", PATHS)
def test_pages_of_other_sites_may_call_it(browser, path):
    """A browser asks first (CORS) before it sends JSON to another site."""
    asked = {"origin": "https://shop.example.com", "access-control-request-method": "POST", "access-control-request-headers": "content-type,revision"}
    answer = browser.request("OPTIONS", f"{path}?company_id=ABC", headers=asked)
    assert answer.status in (200, 204)
    assert answer.headers["access-control-allow-origin"] in ("*", "https://shop.example.com")
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"].lower()
