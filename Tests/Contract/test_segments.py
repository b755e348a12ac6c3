"""Segments: made, changed, refused; who is in, live, by what happens and by time alone; also after a kill."""
import threading
import time
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, refused, sdk_for
from operations import UNKNOWN
from RunningServer.documents import parsed, references
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run


def body(id=None, **attributes):
    data = {"type": "segment", "attributes": attributes}
    if id:
        data["id"] = id
    return {"data": data}


def definition(*groups):
    """All of the groups hold, and of each at least one condition."""
    return {"condition_groups": [{"conditions": group if isinstance(group, list) else [group]} for group in groups]}


def number(operator, value):
    return {"type": "numeric", "operator": operator, "value": value}


def predicted(dimension, operator, value):
    return {"type": "profile-predictive-analytics", "dimension": dimension, "filter": number(operator, value)}


def in_list(id, is_member=True):
    return {"type": "profile-group-membership", "is_member": is_member, "group_ids": [id]}


def did(metric_id, least, unit, quantity):
    return {"type": "profile-metric", "metric_id": metric_id, "measurement": "count", "measurement_filter": number("greater-than-or-equal", least),
            "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": unit, "quantity": quantity}}


def has_property(name, value):
    return {"type": "profile-property", "property": f"properties['{name}']", "filter": {"type": "string", "operator": "equals", "value": value}}


def event(metric, email, **more):
    return {"data": {"type": "event", "attributes": {
        "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": email}}}, "properties": more.pop("properties", {}), **more}}}


def until(what, patience_s=20):
    """Asks until something is so; what is live is so a moment later."""
    deadline = time.monotonic() + patience_s
    while not (found := what()):
        assert time.monotonic() < deadline, f"it is not so after {patience_s} s"
        time.sleep(0.05)
    return found


class Shop:
    """A demo shop that is served: with predictions, lists and mail."""

    def __init__(self, folder):
        run("demo", "--data", folder, "--headless", "--customers", "1500", timeout=300, check=True)
        self.server = RunningServer(folder)
        self.server.full_key = self.server.create_key()
        self.start()

    def start(self):
        self.server.start()
        self.klaviyo = sdk_for(self.server, self.server.full_key)
        self.http = HTTPClient(self.server.port, self.server.full_key)

    def id(self, path, name):
        return next(item["id"] for item in self.http.pages(path) if item["attributes"]["name"] == name)

    def make(self, name, definition):
        id = self.klaviyo.Segments.create_segment(body(name=name, definition=definition)).data.id
        until(lambda: not self.klaviyo.Segments.get_segment(id).data.attributes.is_processing)
        return id

    def members(self, id):
        return {item["attributes"]["email"]: item for item in self.http.pages(f"/api/segments/{id}/profiles", **{"page[size]": 100})}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("demo") / "data")
    yield made
    made.server.close()


class TestLowPredictedCLV:
    """Requirement 000-26: predicted CLV of at most 5, in the newsletter's list, opened an e-mail in the last 90 days."""

    def test_its_members_are_those_and_nobody_else(self, shop):
        newsletter, opened = shop.id("/api/lists", "Newsletter"), shop.id("/api/metrics", "Opened Email")
        id = shop.make("Low predicted CLV, engaged", definition(predicted("predicted_clv", "less-than-or-equal", 5), in_list(newsletter), did(opened, 1, "day", 90)))
        since = datetime.now(timezone.utc) - timedelta(days=90)
        people = shop.http.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})
        subscribed = {item["id"] for item in shop.http.pages(f"/api/lists/{newsletter}/relationships/profiles", **{"page[size]": 100})}
        openers = {item["relationships"]["profile"]["data"]["id"] for item in shop.http.pages(
            "/api/events", filter=f'and(equals(metric_id,"{opened}"),greater-or-equal(datetime,{since:%Y-%m-%dT%H:%M:%SZ}))', **{"page[size]": 200})}
        low = {item["id"] for item in people if (item["attributes"]["predictive_analytics"]["predicted_clv"] if item["attributes"]["predictive_analytics"]["predicted_clv"] is not None else 6) <= 5}
        expected = low & subscribed & openers
        assert len(expected) > 10
        assert {item["id"] for item in shop.members(id).values()} == expected
        assert {item.id for item in shop.klaviyo.Segments.get_profile_ids_for_segment(id, page_size=100).data} <= expected
        seen = shop.klaviyo.Segments.get_profiles_for_segment(id, page_size=100, additional_fields_profile=["predictive_analytics"]).data
        assert all(item.id in expected and item.attributes.predictive_analytics.predicted_clv <= 5 for item in seen)
        assert id in [item.id for item in shop.klaviyo.Segments.get_segments(filter=f'equals(id,"{id}")').data]
        assert shop.klaviyo.Segments.get_segment(id, additional_fields_segment=["profile_count"]).data.attributes.profile_count == len(expected)

    def test_somebody_enters_and_leaves_as_it_happens(self, shop):
        newsletter, opened = shop.id("/api/lists", "Newsletter"), shop.id("/api/metrics", "Opened Email")
        id = shop.make("The same, live", definition(predicted("predicted_clv", "less-than-or-equal", 5), in_list(newsletter), did(opened, 1, "day", 90)))
        people = shop.http.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})
        inside = shop.members(id)
        low = next(item for item in people if item["attributes"]["email"] and item["attributes"]["email"] not in inside
                   and 0 <= (item["attributes"]["predictive_analytics"]["predicted_clv"] or 9) <= 5)
        email = low["attributes"]["email"]
        shop.klaviyo.Lists.add_profiles_to_list(newsletter, {"data": references("profile", [low["id"]])})
        shop.klaviyo.Events.create_event(event("Opened Email", email))
        entered = until(lambda: shop.members(id).get(email))
        assert datetime.now(timezone.utc) - parsed(entered["attributes"]["joined_group_at"]) < timedelta(minutes=5)
        assert id in [item.id for item in shop.klaviyo.Profiles.get_segments_for_profile(low["id"]).data]
        shop.klaviyo.Lists.remove_profiles_from_list(newsletter, {"data": references("profile", [low["id"]])})
        until(lambda: email not in shop.members(id))
        assert id not in [item.id for item in shop.klaviyo.Profiles.get_segment_ids_for_profile(low["id"]).data]


class TestTime:
    def test_somebody_leaves_at_the_very_second(self, shop, new_email):
        email = new_email()
        shop.klaviyo.Events.create_event(event("Waved", new_email()))
        waved = until(lambda: next((item["id"] for item in shop.http.pages("/api/metrics") if item["attributes"]["name"] == "Waved"), None))
        id = shop.make("Waved within the hour", definition(did(waved, 1, "hour", 1)))
        moment = datetime.now(timezone.utc).replace(microsecond=0) - timedelta(hours=1) + timedelta(seconds=4)
        shop.klaviyo.Events.create_event(event("Waved", email, time=moment.isoformat()))
        until(lambda: email in shop.members(id))
        assert datetime.now(timezone.utc) < moment + timedelta(hours=1)
        until(lambda: email not in shop.members(id))
        late = (datetime.now(timezone.utc) - moment - timedelta(hours=1)).total_seconds()
        assert late >= 0
        # It left by time alone; what was noted is the very second, however late it was looked at.
        person = shop.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"][0]["id"]
        file = run("person", "export", email, "--data", shop.server.folder, check=True).stdout
        assert person in file and f'"left","at":"{(moment + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")}"' in file.replace(" ", "")


class TestProperties:
    def test_an_event_is_asked_what_it_says_also_one_that_came_before(self, shop, new_email):
        before, after, other = new_email(), new_email(), new_email()
        shop.klaviyo.Events.create_event(event("Chose", before, properties={"colour": "red", "size": {"waist": 31}}))
        shop.klaviyo.Events.create_event(event("Chose", other, properties={"colour": "blue"}))
        chose = until(lambda: next((item["id"] for item in shop.http.pages("/api/metrics") if item["attributes"]["name"] == "Chose"), None))
        condition = {**did(chose, 1, "day", 7), "metric_filters": [{"property": "colour", "filter": {"type": "string", "operator": "equals", "value": "red"}}]}
        id = shop.make("Chose red", definition(condition))
        assert set(shop.members(id)) == {before}
        shop.klaviyo.Events.create_event(event("Chose", after, properties={"colour": "red"}))
        until(lambda: set(shop.members(id)) == {before, after})

    def test_a_profile_is_asked_what_it_says(self, shop, new_email):
        id = shop.make("Gold", definition(has_property("Tier", "gold")))
        email = new_email()
        shop.klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": email, "properties": {"Tier": "silver"}}}})
        person = shop.klaviyo.Profiles.create_or_update_profile({"data": {"type": "profile", "attributes": {"email": email, "properties": {"Tier": "gold"}}}})
        until(lambda: set(shop.members(id)) == {email})
        shop.klaviyo.Profiles.update_profile(person.data.id, {"data": {"type": "profile", "id": person.data.id, "attributes": {"properties": {"Tier": "silver"}}}})
        until(lambda: not shop.members(id))


class TestTheTop:
    def test_those_with_the_most_and_whoever_overtakes_them(self, shop, new_email):
        top = {"type": "profile-top", "dimension": "historic_number_of_orders", "count": 5}
        id = shop.make("Five who ordered most", definition(top))
        people = shop.http.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})
        numbers = sorted((item["attributes"]["predictive_analytics"]["historic_number_of_orders"] or 0 for item in people), reverse=True)
        inside = shop.members(id)
        assert len(inside) == sum(number >= numbers[4] for number in numbers) >= 5
        email = new_email()
        for number in range(numbers[0] + 1):
            shop.klaviyo.Events.create_event(event("Placed Order", email, properties={"OrderId": f"top-{number}"}, value=1, unique_id=f"top-{number}"))
        until(lambda: email in shop.members(id))
        until(lambda: len(shop.members(id)) == sum(number >= numbers[3] for number in numbers) + 1)


class TestSegmentsOfSegments:
    def test_who_enters_one_enters_what_asks_for_it_and_circles_are_refused(self, shop, new_email):
        first = shop.make("Platinum", definition(has_property("Tier", "platinum")))
        second = shop.make("In platinum", definition(in_list(first)))
        email = new_email()
        shop.klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": email, "properties": {"Tier": "platinum"}}}})
        until(lambda: set(shop.members(second)) == {email})
        with refused(400, pointer="/data/attributes/definition"):
            shop.klaviyo.Segments.update_segment(first, body(first, definition=definition(in_list(second))))


class TestDefinitions:
    def test_it_comes_back_as_it_was_made(self, shop):
        made = definition([predicted("churn_probability", "greater-than", 0.5), has_property("Tier", "gold")], predicted("total_clv", "greater-than", 100))
        id = shop.klaviyo.Segments.create_segment(body(name="Two groups", definition=made, is_starred=True)).data.id
        seen = shop.http.get(f"/api/segments/{id}").json()["data"]["attributes"]
        assert (seen["name"], seen["definition"], seen["is_starred"], seen["is_active"]) == ("Two groups", made, True, True)
        assert shop.klaviyo.Segments.update_segment(id, body(id, name="Renamed")).data.attributes.name == "Renamed"
        shop.klaviyo.Segments.delete_segment(id)
        for call in (shop.klaviyo.Segments.get_segment, shop.klaviyo.Segments.get_profiles_for_segment, shop.klaviyo.Segments.delete_segment):
            with refused(404):
                call(id)

    def test_all_of_them_a_page_at_a_time(self, shop):
        for number in range(12):
            shop.klaviyo.Segments.create_segment(body(name=f"Page {number:02}", definition=definition(has_property("Page", str(number)))))
        names = [item["attributes"]["name"] for item in shop.http.pages("/api/segments", sort="name")]
        assert names == sorted(names) and len([name for name in names if name.startswith("Page ")]) == 12

    @pytest.mark.parametrize("condition, pointer", [
        ({"type": "profile-metrics"}, "/type"),
        ({"type": "profile-predictive-analytics", "dimension": "predicted_gender", "filter": {"type": "string", "operator": "equals", "value": "uncertain"}}, "/dimension"),
        ({"type": "profile-property", "property": "properties['a']", "filter": {"type": "string", "operator": "regex", "value": "("}}, "/filter/value"),
        ({"type": "profile-property", "property": "shoe size", "filter": {"type": "existence", "operator": "is-set"}}, "/property"),
        ({"type": "profile-has-custom-object"}, "/type"),
        (predicted("total_clv", "between", None) | {"filter": {"type": "numeric", "operator": "between", "start": 5, "end": 4}}, "/filter/end"),
        ({"type": "profile-property", "property": "created",
          "filter": {"type": "date", "operator": "between", "unit": "day", "start": 20, "end": 10}}, "/filter/end"),
        ({"type": "profile-property", "property": "created",
          "filter": {"type": "date", "operator": "between-static", "start": "2025-02-01T00:00:00Z", "end": "2025-01-01T00:00:00Z"}}, "/filter/end"),
    ])
    def test_what_is_wrong_is_said_with_its_place(self, shop, condition, pointer):
        answered(shop.http.post("/api/segments", body(name="x", definition=definition(condition))), 400,
                 pointer=f"/data/attributes/definition/condition_groups/0/conditions/0{pointer}")

    def test_what_names_a_metric_or_list_that_is_not_there(self, shop):
        place = "/data/attributes/definition/condition_groups/1/conditions/0"
        for condition, member in ((did(UNKNOWN, 1, "day", 1), "metric_id"), (in_list(UNKNOWN), "group_ids/0")):
            with refused(400, pointer=f"{place}/{member}"):
                shop.klaviyo.Segments.create_segment(body(name="x", definition=definition(has_property("a", "b"), condition)))
        alone = {"type": "profile-group-membership", "is_member": True, "group_names": ["Newslettr"]}
        answer = shop.http.post("/api/segments", body(name="x", definition=alone))
        answered(answer, 400, pointer="/data/attributes/definition/group_names/0")
        assert "Did you mean Newsletter" in answer.json()["errors"][0]["detail"]

    def test_names_that_nobody_can_read_are_refused(self, shop):
        for name in ("", " ", "\u00a0\u200b", "a\u0000b", "a\nb", "x" * 256):
            answered(shop.http.post("/api/segments", body(name=name, definition=definition(has_property("a", "b")))), 400, pointer="/data/attributes/name")
        id = shop.make("Readable", definition(has_property("a", "b")))
        answered(shop.http.patch(f"/api/segments/{id}", body(id, name="\t")), 400, pointer="/data/attributes/name")
        assert shop.http.get(f"/api/segments/{id}").json()["data"]["attributes"]["name"] == "Readable"

    def test_far_too_much_is_refused(self, shop):
        many = [has_property("a", str(number)) for number in range(10_000)]
        assert shop.http.post("/api/segments", body(name="x", definition=definition(many[:1_000]))).status == 400
        assert shop.http.post("/api/segments", body(name="x", definition=definition(many))).status == 413
        deep = has_property("a", "b")
        for _ in range(50):
            deep = {"type": "not", "condition": deep}
        assert shop.http.post("/api/segments", body(name="x", definition=deep)).status == 400

    def test_a_deleted_list_stops_what_asks_for_it(self, shop):
        made = shop.klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Short-lived"}}}).data.id
        id = shop.make("Of a list", definition(in_list(made)))
        shop.klaviyo.Lists.delete_list(made)
        until(lambda: not shop.klaviyo.Segments.get_segment(id).data.attributes.is_active)

    def test_tags_and_flows(self, shop):
        id = shop.make("Tagged", definition(has_property("Tagged", "yes")))
        tag = shop.klaviyo.Tags.create_tag({"data": {"type": "tag", "attributes": {"name": "of segments"}}}).data.id
        shop.klaviyo.Tags.tag_segments(tag, {"data": references("segment", [id])})
        assert [item.id for item in shop.klaviyo.Segments.get_tags_for_segment(id).data] == [tag]
        assert [item.id for item in shop.klaviyo.Segments.get_tag_ids_for_segment(id).data] == [tag]
        assert [item.id for item in shop.klaviyo.Tags.get_segment_ids_for_tag(tag).data] == [id]
        assert shop.klaviyo.Segments.get_flows_triggered_by_segment(id).data == []
        assert shop.klaviyo.Segments.get_ids_for_flows_triggered_by_segment(id).data == []
        shop.klaviyo.Tags.remove_tag_from_segments(tag, {"data": references("segment", [id])})
        assert shop.klaviyo.Segments.get_tags_for_segment(id).data == []


def test_a_segment_can_be_kept_from_being_written_to(shop, new_email):
    id = shop.make("Do not write", definition(has_property("Mood", "bad")))
    email = new_email()
    shop.klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": email, "properties": {"Mood": "bad"}}}})
    until(lambda: set(shop.members(id)) == {email})
    job = shop.http.post("/api/profile-suppression-bulk-create-jobs", {"data": {
        "type": "profile-suppression-bulk-create-job", "attributes": {}, "relationships": {"segment": {"data": {"type": "segment", "id": id}}}}})
    assert job.status == 202, job
    reasons = lambda: shop.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")', "additional-fields[profile]": "subscriptions"}).json()[
        "data"][0]["attributes"]["subscriptions"]["email"]["marketing"]["suppression"]
    until(lambda: [reason["reason"] for reason in reasons()] == ["USER_SUPPRESSED"])
    listed = shop.http.get("/api/profile-suppression-bulk-create-jobs", query={"filter": f'equals(segment_id,"{id}")'}).json()["data"]
    assert [item["id"] for item in listed] == [job.json()["data"]["id"]]


def test_members_are_the_same_after_a_kill_and_a_rebuild(shop):
    def all_members():
        return {item["id"]: {member["id"]: member["attributes"]["joined_group_at"] for member in shop.members(item["id"]).values()}
                for item in shop.http.pages("/api/segments")}

    shop.make("Slipping", definition(predicted("churn_probability", "greater-than", 0.5)))
    until(lambda: not any(item["attributes"]["is_processing"] for item in shop.http.pages("/api/segments")))
    before = all_members()
    assert sum(map(len, before.values())) > 300
    shop.server.kill()
    run("rebuild", "--data", shop.server.folder, check=True)
    shop.start()
    until(lambda: not any(item["attributes"]["is_processing"] for item in shop.http.pages("/api/segments")))
    assert all_members() == before


def test_two_changes_at_once_make_no_circle(shop, new_email):
    """A circle with a `not` in it would turn for ever: whatever the timing, one of two changes is refused."""
    http = HTTPClient(shop.server.port, shop.server.full_key)
    made = [http.post("/api/segments", body(name=f"Circle {n}", definition=definition(has_property("circle", n)))).json()["data"]["id"] for n in "ab"]
    clients = [HTTPClient(shop.server.port, shop.server.full_key) for _ in made]
    for turn in range(6):
        for id in made:
            http.patch(f"/api/segments/{id}", body(id=id, definition=definition(has_property("circle", f"{turn}"))))
        answers = [None, None]

        def change(n):
            asked = definition(in_list(made[1 - n], is_member=n == 0))
            answers[n] = clients[n].patch(f"/api/segments/{made[n]}", body(id=made[n], definition=asked)).status

        threads = [threading.Thread(target=change, args=(n,)) for n in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == [200, 400]


def test_what_is_named_twice_and_expressions_that_repeat_too_much_are_refused(shop):
    http = HTTPClient(shop.server.port, shop.server.full_key)

    def refused_at(condition, pointer):
        answer = http.post("/api/segments", body(name="wrong", definition=definition(condition)))
        answered(answer, 400, pointer="/data/attributes/definition/condition_groups/0/conditions/0" + pointer)

    refused_at({"type": "profile-group-membership", "is_member": True, "group_ids": [UNKNOWN], "group_names": ["x"]}, "/group_names")
    refused_at({**did(UNKNOWN, 1, "day", 1), "metric_name": "Placed Order"}, "/metric_name")
    for pattern in ("((.?){20}){40}x", ".{0,1000}", "((((a?){9}){9}){9}){9}"):
        refused_at({"type": "profile-property", "property": "email", "filter": {"type": "string", "operator": "regex", "value": pattern}},
                   "/filter/value")
