"""What Klaviyo has no word for, under /api/perennial: why there is no prediction, models, refits, health of the intake, settings."""
import pytest

from conftest import answered, eventually
from operations import UNKNOWN_PROFILE
from RunningServer.documents import event, profile
from RunningServer.http_client import HTTPClient


def attributes(answer, kind):
    assert answer.status == 200, answer
    data = answer.json()["data"]
    assert data["type"] == kind
    return data["attributes"]


READS = ["eligibility", "models", "refits", "drift", "intake-health", "refusals", "settings", "settings/history", "audit", "rfm", "rfm-report"]


@pytest.mark.parametrize("path", READS)
def test_what_can_be_read(http, server, path):
    assert http.get(f"/api/perennial/{path}").status == 200
    assert HTTPClient(server.port).get(f"/api/perennial/{path}").status == 401
    # A key for Klaviyo's operations alone is none for ours.
    assert HTTPClient(server.port, server.keys_without["accounts:read"]).get(f"/api/perennial/{path}").status == 403


def test_eligibility_says_what_is_missing(http):
    said = attributes(http.get("/api/perennial/eligibility"), "eligibility")
    assert said["eligible"] is False
    conditions = {condition["condition"]: condition for condition in said["conditions"]}
    assert conditions["customers"]["needed"] == 500
    assert conditions["customers"]["missing"] == 500 - conditions["customers"]["found"]
    assert {"history_days", "days_since_last_order", "customers_with_3_orders"} <= set(conditions)


def test_somebody_without_a_prediction_is_told_why(http, klaviyo, new_email):
    id = klaviyo.Profiles.create_profile(profile(email=new_email())).data.id
    assert http.get(f"/api/perennial/profiles/{id}/predictions").status == 200
    for path in ("prediction-history", "prediction-course"):
        assert http.get(f"/api/perennial/profiles/{id}/{path}").json()["data"] == []
    for path in ("predictions", "prediction-history", "prediction-course"):
        answered(http.get(f"/api/perennial/profiles/{UNKNOWN_PROFILE}/{path}"), 404)


def test_a_refit_of_a_small_shop_ends_and_changes_nothing(http):
    answer = http.post("/api/perennial/refits", {"data": {"type": "refit", "attributes": {}}})
    assert answer.status in (201, 202), answer
    id = answer.json()["data"]["id"]
    eventually(lambda: http.get(f"/api/perennial/refits/{id}").json()["data"]["attributes"]["status"] not in ("queued", "processing"), patience_s=60)
    answered(http.get("/api/perennial/models/current"), 404)
    answered(http.get("/api/perennial/models/999999/effect"), 404)
    answered(http.post("/api/perennial/models/999999/adopt"), 404)


def test_orders_in_another_currency_are_held_aside_and_reported(new_server):
    server = new_server()
    http = HTTPClient(server.port, server.full_key)
    for n, currency in enumerate(("EUR", "EUR", "JPY")):
        document = event("Placed Order", {"email": "travels@example.com"}, value=100, currency=currency, unique_id=f"order-{n}")
        assert http.post("/api/events", document).status == 202

    def held():
        return attributes(http.get("/api/perennial/intake-health"), "intake-health")["orders_held_aside"]
    assert [row["currency"] for row in eventually(held)] == ["JPY"]


def test_settings_change_and_remember(new_server):
    server = new_server()
    http = HTTPClient(server.port, server.full_key)
    change = {"data": {"type": "settings", "id": "shop", "attributes": {"time_zone": "Europe/Paris", "currency": "PLN", "name": "Candles"}}}
    said = attributes(http.patch("/api/perennial/settings", change), "settings")
    assert (said["time_zone"], said["currency"], said["name"]) == ("Europe/Paris", "PLN", "Candles")
    account = http.get("/api/accounts").json()["data"][0]["attributes"]
    assert (account["timezone"], account["preferred_currency"]) == ("Europe/Paris", "PLN")
    assert account["contact_information"]["organization_name"] == "Candles"
    assert http.get("/api/perennial/settings/history").json()["data"]
    for name, value in (("time_zone", "Middle/Earth"), ("currency", "EURO"), ("horizon_days", 0), ("minimum_customers", "many")):
        wrong = {"data": {"type": "settings", "id": "shop", "attributes": {name: value}}}
        answered(http.patch("/api/perennial/settings", wrong), 400, pointer=f"/data/attributes/{name}")
