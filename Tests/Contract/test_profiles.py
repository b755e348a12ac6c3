"""Profiles: created, changed, found, merged; who they are and what is predicted of them."""
import zlib
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, eventually, refused
from operations import UNKNOWN_PROFILE
from RunningServer.documents import event, instant, merge, parsed, profile
from test_events import events_of

PREDICTED = {
    "historic_clv", "predicted_clv", "total_clv", "historic_number_of_orders", "predicted_number_of_orders",
    "average_days_between_orders", "average_order_value", "churn_probability", "expected_date_of_next_order",
}


@pytest.fixture
def ada(klaviyo, new_email):
    """A profile with everything."""
    email = new_email("ada")
    number = zlib.crc32(email.encode()) % 10**8
    return klaviyo.Profiles.create_profile(profile(
        email=email, phone_number=f"+336{number:08d}", external_id=f"shop-{email}", first_name="Ada", last_name="Lovelace",
        organization="Analytical Engines", title="Countess", locale="en-GB", image="https://example.com/ada.png",
        location={"address1": "12 St James's Square", "city": "London", "country": "United Kingdom", "zip": "SW1Y 4JH", "region": "England",
                  "timezone": "Europe/London", "latitude": 51.5, "longitude": -0.13},
        properties={"tier": "gold", "points": 1200, "tags": ["a", "b"], "since": "2020-01-31", "vip": True},
    )).data


class TestCreating:
    def test_a_profile_comes_back_as_it_was_sent(self, klaviyo, ada):
        seen = klaviyo.Profiles.get_profile(ada.id).data.attributes
        assert (seen.first_name, seen.last_name, seen.organization, seen.title) == ("Ada", "Lovelace", "Analytical Engines", "Countess")
        assert seen.location.city == "London" and seen.location.zip == "SW1Y 4JH"
        assert seen.properties == {"tier": "gold", "points": 1200, "tags": ["a", "b"], "since": "2020-01-31", "vip": True}
        assert seen.locale == "en-GB" and seen.image == "https://example.com/ada.png"
        assert abs(parsed(seen.created) - datetime.now(timezone.utc)) < timedelta(minutes=5)
        assert parsed(seen.updated) >= parsed(seen.created)

    @pytest.mark.parametrize("identity", ["email", "phone_number", "external_id"])
    def test_a_second_one_with_the_same_identity_is_a_conflict_that_names_the_first(self, klaviyo, ada, identity):
        with refused(409, code="duplicate_profile") as error:
            klaviyo.Profiles.create_profile(profile(**{identity: getattr(ada.attributes, identity)}))
        assert error.errors[0]["meta"]["duplicate_profile_id"] == ada.id

    def test_an_address_is_the_same_whatever_its_capitals(self, klaviyo, ada):
        with refused(409, code="duplicate_profile"):
            klaviyo.Profiles.create_profile(profile(email=ada.attributes.email.upper()))

    @pytest.mark.parametrize("field, value", [
        ("email", "not an address"), ("email", "@example.com"), ("email", "a@b@example.com"), ("phone_number", "12"), ("phone_number", "call me"),
    ])
    def test_an_identity_that_cannot_be(self, klaviyo, field, value):
        with refused(400, pointer=f"/data/attributes/{field}"):
            klaviyo.Profiles.create_profile(profile(**{field: value}))

    def test_nobody_in_particular(self, klaviyo):
        with refused(400, pointer="/data/attributes"):
            klaviyo.Profiles.create_profile(profile(first_name="Ada"))

    def test_a_field_of_the_wrong_kind_is_pointed_at(self, http, new_email):
        answered(http.post("/api/profiles", profile(email=new_email(), first_name=7)), 400, pointer="/data/attributes/first_name")
        answered(http.post("/api/profiles", profile(email=new_email(), location="London")), 400, pointer="/data/attributes/location")
        answered(http.post("/api/profiles", profile(email=new_email(), properties=[])), 400, pointer="/data/attributes/properties")

    def test_more_than_100_kb(self, http, new_email):
        answered(http.post("/api/profiles", profile(email=new_email(), properties={"text": "x" * 110_000})), 413)


class TestChanging:
    def test_what_is_named_changes_null_clears_the_rest_stays(self, klaviyo, http, ada):
        answer = http.patch(f"/api/profiles/{ada.id}", profile(id=ada.id, last_name="King", title=None, properties={"points": 5, "tier": None}))
        assert answer.status == 200
        seen = klaviyo.Profiles.get_profile(ada.id).data.attributes
        assert (seen.first_name, seen.last_name, seen.title) == ("Ada", "King", None)
        assert seen.properties["points"] == 5 and seen.properties["vip"] is True
        assert seen.properties.get("tier") is None

    def test_through_the_sdk(self, klaviyo, ada):
        answer = klaviyo.Profiles.update_profile(ada.id, profile(id=ada.id, first_name="Augusta"))
        assert answer.data.attributes.first_name == "Augusta"
        assert answer.data.attributes.last_name == "Lovelace"

    def test_properties_can_be_appended_to_taken_from_and_unset(self, klaviyo, ada):
        klaviyo.Profiles.update_profile(ada.id, profile(id=ada.id, meta={"patch_properties": {
            "append": {"tags": "c"}, "unappend": {"tags": "a"}, "unset": ["since"],
        }}))
        seen = klaviyo.Profiles.get_profile(ada.id).data.attributes.properties
        assert seen["tags"] == ["b", "c"]
        assert "since" not in seen

    def test_the_identity_of_somebody_else_is_a_conflict(self, klaviyo, ada, new_email):
        other = klaviyo.Profiles.create_profile(profile(email=new_email())).data
        with refused(409, code="duplicate_profile") as error:
            klaviyo.Profiles.update_profile(other.id, profile(id=other.id, email=ada.attributes.email))
        assert error.errors[0]["meta"]["duplicate_profile_id"] == ada.id

    def test_a_new_address_takes_over(self, klaviyo, ada, new_email):
        new = new_email()
        klaviyo.Profiles.update_profile(ada.id, profile(id=ada.id, email=new))
        assert [found.id for found in klaviyo.Profiles.get_profiles(filter=f'equals(email,"{new}")').data] == [ada.id]
        assert klaviyo.Profiles.get_profiles(filter=f'equals(email,"{ada.attributes.email}")').data == []

    def test_another_id_in_the_body(self, klaviyo, ada):
        with refused(400, pointer="/data/id"):
            klaviyo.Profiles.update_profile(ada.id, profile(id=UNKNOWN_PROFILE, first_name="Nobody"))

    def test_create_or_update_makes_then_changes(self, klaviyo, http, new_email):
        email = new_email()
        assert http.post("/api/profile-import", profile(email=email, first_name="Ben", properties={"a": 1})).status == 201
        assert http.post("/api/profile-import", profile(email=email, last_name="Nevis", properties={"b": 2})).status == 200
        seen = klaviyo.Profiles.create_or_update_profile(profile(email=email, properties={"c": 3})).data.attributes
        assert (seen.first_name, seen.last_name, seen.properties) == ("Ben", "Nevis", {"a": 1, "b": 2, "c": 3})

    def test_create_or_update_refuses_what_cannot_be(self, klaviyo):
        with refused(400, pointer="/data/attributes/email"):
            klaviyo.Profiles.create_or_update_profile(profile(email="not an address"))


class TestFinding:
    @pytest.fixture(scope="class")
    def group(self, klaviyo):
        """Five people who were created one after the other."""
        return [
            klaviyo.Profiles.create_profile(profile(email=f"group{n}@finding.example.com", phone_number=f"+3361300000{n}", external_id=f"finding-{n}")).data
            for n in range(5)
        ]

    @pytest.mark.parametrize("field", ["email", "phone_number", "external_id"])
    def test_by_one_identity_or_several(self, klaviyo, group, field):
        one, two = (getattr(person.attributes, field) for person in group[:2])
        found = klaviyo.Profiles.get_profiles(filter=f'equals({field},"{one}")').data
        assert [person.id for person in found] == [group[0].id]
        found = klaviyo.Profiles.get_profiles(filter=f'any({field},["{one}","{two}","nobody@example.com"])').data
        assert {person.id for person in found} == {group[0].id, group[1].id}

    def test_by_ids(self, klaviyo, group):
        found = klaviyo.Profiles.get_profiles(filter=f'any(id,["{group[3].id}","{UNKNOWN_PROFILE}"])').data
        assert [person.id for person in found] == [group[3].id]
        assert len(klaviyo.Profiles.get_profiles(filter=f'equals(id,"{group[4].id}")').data) == 1

    def test_in_every_order(self, klaviyo, group):
        wanted = f"any(id,[{','.join(chr(34) + person.id + chr(34) for person in group)}])"

        def ids(sort):
            return [person.id for person in all_pages(klaviyo.Profiles.get_profiles, filter=wanted, sort=sort, page_size=2)]

        in_order = [person.id for person in group]
        for field in ("email", "created", "id", "updated"):
            assert ids(field) == in_order and ids(f"-{field}") == in_order[::-1], field

    def test_by_time_of_creation_and_change(self, klaviyo, group):
        hour = timedelta(hours=1)
        now = datetime.now(timezone.utc)
        wanted = f'equals(id,"{group[0].id}")'
        for field in ("created", "updated"):
            for condition, expected in ((f"greater-than({field},{instant(now - hour)})", 1), (f"less-than({field},{instant(now - hour)})", 0),
                                        (f"less-than({field},{instant(now + hour)})", 1), (f"greater-than({field},{instant(now + hour)})", 0)):
                assert len(klaviyo.Profiles.get_profiles(filter=f"{wanted},{condition}").data) == expected, condition

    def test_everybody_page_by_page_once(self, klaviyo, group):
        ids = [person.id for person in all_pages(klaviyo.Profiles.get_profiles, page_size=83)]
        assert len(ids) == len(set(ids))
        assert {person.id for person in group} <= set(ids)

    @pytest.mark.parametrize("size", ["0", "101", "x"])
    def test_a_page_size_out_of_bounds(self, http, size):
        answered(http.get("/api/profiles", query={"page[size]": size}), 400, parameter="page[size]")

    @pytest.mark.parametrize("filter", ['equals(first_name,"Ada")', 'contains(email,"ada")', "equals(email,ada)", 'equals(email,"ada"'])
    def test_a_filter_that_is_not_understood(self, http, filter):
        answered(http.get("/api/profiles", query={"filter": filter}), 400, parameter="filter")

    def test_only_the_fields_asked_for(self, klaviyo, group):
        answer = klaviyo.Profiles.get_profiles(filter=f'equals(id,"{group[0].id}")', fields_profile=["email", "location.city"])
        attributes = answer["data"][0]["attributes"]
        assert attributes["email"] == group[0].attributes.email
        assert set(attributes) <= {"email", "location"}

    def test_with_lists_included(self, klaviyo, group):
        made = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Of the group"}}}).data
        klaviyo.Lists.add_profiles_to_list(made.id, {"data": [{"type": "profile", "id": group[2].id}]})
        answer = klaviyo.Profiles.get_profile(group[2].id, include=["lists", "segments"], fields_list=["name"])
        assert [(item["type"], item["attributes"]["name"]) for item in answer["included"]] == [("list", "Of the group")]
        assert [item.id for item in klaviyo.Profiles.get_lists_for_profile(group[2].id).data] == [made.id]
        assert [item.id for item in klaviyo.Profiles.get_list_ids_for_profile(group[2].id).data] == [made.id]
        assert klaviyo.Profiles.get_segments_for_profile(group[2].id).data == []
        assert klaviyo.Profiles.get_segment_ids_for_profile(group[2].id).data == []


class TestPredictions:
    def test_the_fields_come_only_when_asked_for(self, http, ada):
        plain = http.get(f"/api/profiles/{ada.id}").json()["data"]["attributes"]
        assert "predictive_analytics" not in plain and "subscriptions" not in plain
        asked = http.get(f"/api/profiles/{ada.id}", query={"additional-fields[profile]": "predictive_analytics,subscriptions"}).json()
        asked = asked["data"]["attributes"]
        assert PREDICTED <= set(asked["predictive_analytics"])
        assert asked["subscriptions"]["email"]["marketing"]["consent"] == "NEVER_SUBSCRIBED"

    def test_whoever_never_ordered_has_no_prediction(self, klaviyo, ada):
        seen = klaviyo.Profiles.get_profile(ada.id, additional_fields_profile=["predictive_analytics"]).data.attributes.predictive_analytics
        assert seen.predicted_clv is None and seen.churn_probability is None and seen.expected_date_of_next_order is None

    def test_an_order_shows_in_the_history_at_once(self, klaviyo, ada):
        account = klaviyo.Accounts.get_accounts().data[0].attributes
        now = datetime.now(timezone.utc).replace(microsecond=0)
        for days, value, order in ((20, 30.10, "A1"), (10, 20.05, "A2")):
            klaviyo.Events.create_event(event("Placed Order", {"id": ada.id}, time=now - timedelta(days=days), value=value,
                                              currency=account.preferred_currency, unique_id=order, properties={"OrderId": order}))

        def history():
            seen = klaviyo.Profiles.get_profile(ada.id, additional_fields_profile=["predictive_analytics"]).data.attributes
            return seen.predictive_analytics if seen.predictive_analytics.historic_number_of_orders == 2 else None

        seen = eventually(history)
        assert seen.historic_clv == pytest.approx(50.15, abs=1e-9)
        assert seen.average_order_value == pytest.approx(25.075, abs=0.005)
        assert seen.average_days_between_orders == pytest.approx(10, abs=1e-9)

    def test_a_field_that_does_not_exist(self, http, ada):
        answer = http.get(f"/api/profiles/{ada.id}", query={"additional-fields[profile]": "shoe_size"})
        answered(answer, 400, parameter="additional-fields[profile]")


class TestMerging:
    def test_the_source_becomes_part_of_the_destination(self, klaviyo, new_email):
        a, b = new_email("a"), new_email("b")
        for email in (a, b):
            klaviyo.Events.create_event(event("Looked", {"email": email}, unique_id=f"look-{email}"))
        destination, source = (eventually(lambda: klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")').data)[0] for email in (a, b))
        answer = klaviyo.Profiles.merge_profiles(merge(destination.id, source.id))
        assert answer.data.id == destination.id
        assert eventually(lambda: len(events_of(klaviyo, a)) == 2)
        with refused(404):
            klaviyo.Profiles.get_profile(source.id)
        klaviyo.Events.create_event(event("Looked", {"email": b}, unique_id="look-after"))
        assert eventually(lambda: len(events_of(klaviyo, a)) + len(events_of(klaviyo, b)) >= 3)

    def test_an_event_that_carries_two_identities_joins_them(self, klaviyo, new_email):
        email, external = new_email(), "joined-by-an-event"
        klaviyo.Events.create_event(event("Looked", {"external_id": external}, unique_id="before"))
        klaviyo.Events.create_event(event("Looked", {"email": email, "external_id": external}, unique_id="after"))
        assert eventually(lambda: len(events_of(klaviyo, email)) == 2)
        found = klaviyo.Profiles.get_profiles(filter=f'equals(external_id,"{external}")').data
        assert [person.attributes.email for person in found] == [email]

    def test_what_cannot_be_merged(self, klaviyo, http, ada, new_email):
        with refused(400):
            klaviyo.Profiles.merge_profiles(merge(ada.id, ada.id))
        with refused(404):
            klaviyo.Profiles.merge_profiles(merge(ada.id, UNKNOWN_PROFILE))
        others = [klaviyo.Profiles.create_profile(profile(email=new_email())).data.id for _ in range(2)]
        answered(http.post("/api/profile-merge", merge(ada.id, *others)), 400)
        answered(http.post("/api/profile-merge", merge(ada.id)), 400)
