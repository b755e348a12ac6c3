"""What a definition means before it is kept, in words and numbers; and why somebody is in a segment or is not."""
import threading
import time
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from conftest import answered
from operations import UNKNOWN, UNKNOWN_PROFILE
from RunningServer.http_client import HTTPClient
from test_segments import Shop, body, definition, did, event, has_property, in_list, predicted, until


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    shop = Shop(tmp_path_factory.mktemp("words") / "shop")
    yield shop
    shop.server.close()


def preview(shop, definition, **attributes):
    return shop.http.post("/api/perennial/segment-previews", {"data": {"type": "segment-preview", "attributes": {"definition": definition, **attributes}}})


def said(answer, kind):
    assert answer.status == 200, answer
    data = answer.json()["data"]
    assert data["type"] == kind
    return data["attributes"]


class TestPreviews:
    def test_counted_and_said_before_it_is_kept(self, shop):
        newsletter = shop.id("/api/lists", "Newsletter")
        asked = definition(predicted("predicted_clv", "less-than-or-equal", 5), in_list(newsletter))
        seen = said(preview(shop, asked), "segment-preview")
        people = list(shop.http.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100}))
        subscribed = {item["id"] for item in shop.http.pages(f"/api/lists/{newsletter}/relationships/profiles", **{"page[size]": 100})}
        values = [item["attributes"]["predictive_analytics"]["predicted_clv"] for item in people if item["id"] in subscribed]
        low = [value for value in values if value is not None and value <= 5]
        assert seen["count"] == len(low) > 10
        assert seen["profiles"] == len(people) and seen["share"] == pytest.approx(len(low) / len(people))
        assert seen["predicted_clv"] == pytest.approx(sum(low), abs=0.01 * len(low))
        assert seen["sentence"].replace("\u00a0", " ") == "predicted CLV is at most €5.00 and the person is in the list “Newsletter”"
        assert not [item for item in shop.http.pages("/api/segments") if item["attributes"]["name"] == ""]

    def test_in_three_languages(self, shop):
        asked = definition(predicted("churn_probability", "greater-than", 0.5))
        texts = [said(preview(shop, asked, language=language), "segment-preview")["sentence"] for language in ("en", "fr", "pl")]
        assert texts[0] == "churn risk is more than 50%"
        assert texts[1].replace("\u202f", " ") == "le risque d’attrition (churn) dépasse 50 %"
        assert texts[2] == "ryzyko odejścia (churn) wynosi więcej niż 50%"

    def test_what_events_say_is_read_although_no_segment_asked_before(self, shop, new_email):
        shop.klaviyo.Events.create_event(event("Tasted", new_email(), properties={"wine": "red"}))
        shop.klaviyo.Events.create_event(event("Tasted", new_email(), properties={"wine": "white"}))
        tasted = until(lambda: next((item["id"] for item in shop.http.pages("/api/metrics") if item["attributes"]["name"] == "Tasted"), None))
        red = {**did(tasted, 1, "day", 7), "metric_filters": [{"property": "wine", "filter": {"type": "string", "operator": "equals", "value": "red"}}]}
        assert said(preview(shop, definition(did(tasted, 1, "day", 7))), "segment-preview")["count"] == 2
        assert said(preview(shop, definition(red)), "segment-preview")["count"] == 1

    def test_what_is_wrong_is_said_with_its_place(self, shop):
        wrong = definition({"type": "profile-metrics"})
        answered(preview(shop, wrong), 400, pointer="/data/attributes/definition/condition_groups/0/conditions/0/type")
        answered(preview(shop, definition(in_list(UNKNOWN))), 400, pointer="/data/attributes/definition/condition_groups/0/conditions/0/group_ids/0")
        answered(preview(shop, definition(has_property("Tier", "gold")), language="de"), 400, pointer="/data/attributes/language")
        assert HTTPClient(shop.server.port).post("/api/perennial/segment-previews", {}).status == 401


class TestRoomForProperties:
    """At most 200 properties of events are kept; what was only counted takes no room from what is made."""

    @staticmethod
    def asking(properties, tag):
        """A definition that asks for so many properties of events."""
        filters = [{"property": f"{tag}{number}", "filter": {"type": "string", "operator": "equals", "value": "yes"}} for number in range(properties)]
        condition = {"type": "profile-metric", "metric_name": "Chose", "measurement": "count", "measurement_filter": {
            "type": "numeric", "operator": "greater-than", "value": 0}, "timeframe_filter": {"type": "date", "operator": "alltime"}}
        return definition(*({**condition, "metric_filters": filters[start:start + 10]} for start in range(0, properties, 10)))

    def test_previews_make_room(self, new_server):
        server = new_server()
        http = HTTPClient(server.port, server.full_key)
        everything = {f"{tag}{number}": "yes" for tag in ("first", "second", "third", "made") for number in range(100)}
        http.post("/api/events", event("Chose", "chose@example.com", properties=everything))
        until(lambda: list(http.pages("/api/metrics")))

        def counted(properties, tag):
            answer = http.post("/api/perennial/segment-previews", {"data": {"type": "segment-preview", "attributes": {"definition": self.asking(properties, tag)}}})
            return answer.json()["data"]["attributes"]["count"] if answer.status == 200 else answer.status

        assert [counted(100, tag) for tag in ("first", "second", "third", "first")] == [1, 1, 1, 1]
        assert counted(210, "many") == 400
        made = http.post("/api/segments", body(name="Chose all of it", definition=self.asking(100, "made")))
        assert made.status == 201, made
        members = f"/api/segments/{made.json()['data']['id']}/profiles"
        until(lambda: len(list(http.pages(members))) == 1)
        # The segment keeps what it asks for: 100 are left.
        assert (counted(101, "first"), counted(100, "first"), counted(100, "second")) == (400, 1, 1)
        answered(http.post("/api/segments", body(name="Too much", definition=self.asking(101, "third"))), 400, pointer="/data/attributes/definition")
        assert len(list(http.pages(members))) == 1


class TestExplanations:
    def test_why_somebody_is_in_and_somebody_else_is_not(self, shop, new_email):
        email, other = new_email(), new_email()
        shop.klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": other}}})
        opened = shop.id("/api/metrics", "Opened Email")
        id = shop.make("Opened or gold", definition([did(opened, 2, "day", 30), has_property("Tier", "gold")]))
        for number in range(2):
            shop.klaviyo.Events.create_event(event("Opened Email", email, unique_id=f"{email}-{number}"))
        until(lambda: email in shop.members(id))

        def explain(address, **query):
            person = shop.http.get("/api/profiles", query={"filter": f'equals(email,"{address}")'}).json()["data"][0]["id"]
            return said(shop.http.get(f"/api/perennial/segments/{id}/explanations/{person}", query=query), "segment-explanation")

        inside = explain(email)
        assert inside["holds"] is True and inside["member_since"] and inside["may_change_at"]
        opens = next(row for row in inside["conditions"] if row["place"] == "/condition_groups/0/conditions/0")
        assert opens["holds"] is True and opens["observed"]["count"] == 2 and opens["observed_text"].startswith("2\u00a0times, last on ")
        gold = next(row for row in inside["conditions"] if row["place"] == "/condition_groups/0/conditions/1")
        assert gold["holds"] is False and gold["observed"] == {"value": None}
        outside = explain(other, language="fr")
        assert outside["holds"] is False and outside["member_since"] is None
        assert [row["observed_text"] for row in outside["conditions"] if row["kind"] == "test"] == ["jamais", "aucune valeur"]

    def test_under_which_model(self, shop):
        id = shop.make("Worth it", definition(predicted("predicted_clv", "greater-than", 0)))
        person = until(lambda: list(shop.members(id).values()))[0]["id"]
        answer = shop.http.get(f"/api/perennial/segments/{id}/explanations/{person}")
        told = said(answer, "segment-explanation")
        model = answer.json()["data"]["relationships"]["model"]["data"]["id"]
        assert model == shop.http.get("/api/perennial/models/current").json()["data"]["id"]
        assert told["asks_for_predictions"] is True and told["model_fitted_at"]
        value = next(row["observed"]["number"] for row in told["conditions"] if row["kind"] == "test")
        profile = shop.http.get(f"/api/profiles/{person}", query={"additional-fields[profile]": "predictive_analytics"}).json()["data"]
        assert value == pytest.approx(profile["attributes"]["predictive_analytics"]["predicted_clv"], abs=0.01)

    def test_as_it_was_known(self, shop, new_email):
        email, late = new_email(), new_email()
        shop.klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": email}}})
        id = shop.make("Silver", definition(has_property("Tier", "silver")))
        person = shop.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"][0]["id"]
        time.sleep(2.1)
        before = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        time.sleep(1.1)
        update = {"data": {"type": "profile", "id": person, "attributes": {"properties": {"Tier": "silver"}}}}
        shop.klaviyo.Profiles.update_profile(person, update)
        until(lambda: email in shop.members(id))
        path = f"/api/perennial/segments/{id}/explanations/{person}"
        then = said(shop.http.get(path, query={"known_on": before}), "segment-explanation")
        assert then["holds"] is False and then["member_since"] is None and then["as_of"] < before
        # A day is one of the shop's zone, where it may be tomorrow already.
        zone = ZoneInfo(shop.http.get("/api/accounts").json()["data"][0]["attributes"]["timezone"])
        now = said(shop.http.get(path, query={"known_on": f"{datetime.now(zone):%Y-%m-%d}"}), "segment-explanation")
        assert now["holds"] is True and now["member_since"] and now["as_of"] <= datetime.now(timezone.utc).isoformat()
        for wrong in ("yesterday", "2999-01-01", "2999-01-01T00:00:00Z", (datetime.now(timezone.utc) + timedelta(hours=1)).isoformat()):
            answered(shop.http.get(path, query={"known_on": wrong}), 400, parameter="known_on")
        answered(shop.http.get(path, query={"known_on": "2001-01-01"}), 404, parameter="known_on")
        # One at a time: whoever comes meanwhile is asked to come again, and nothing else waits.
        answers = []

        def ask():
            client = HTTPClient(shop.server.port, shop.server.full_key)
            answers.append(client.get(path, query={"known_on": before}))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = sorted(answer.status for answer in answers)
        assert set(statuses) <= {200, 503} and 200 in statuses, statuses
        assert all(answer.headers["retry-after"] for answer in answers if answer.status == 503)

    def test_what_is_not_there(self, shop):
        id = shop.make("Of nobody", definition(has_property("Tier", "tin")))
        answered(shop.http.get(f"/api/perennial/segments/{id}/explanations/{UNKNOWN_PROFILE}"), 404)
        answered(shop.http.get(f"/api/perennial/segments/{UNKNOWN}/explanations/{UNKNOWN_PROFILE}"), 404)
        answered(shop.http.get(f"/api/perennial/segments/{id}/explanations/{UNKNOWN_PROFILE}", query={"language": "de"}), 400, parameter="language")
        assert HTTPClient(shop.server.port).get(f"/api/perennial/segments/{id}/explanations/{UNKNOWN_PROFILE}").status == 401
