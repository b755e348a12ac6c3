"""Events: taken once, whoever sends them how often; found again by person, metric and time."""
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, eventually, refused
from operations import UNKNOWN, UNKNOWN_PROFILE
from RunningServer.documents import event, events_job, instant, parsed, profile

NOON = datetime(2024, 3, 1, 12, 0, 0, tzinfo=timezone.utc)


def person_named(klaviyo, email):
    """The id of the profile with this address; None if there is none."""
    found = klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")').data
    return found[0].id if found else None


def events_of(klaviyo, email, **query):
    """What the person did, in order of time."""
    id = person_named(klaviyo, email)
    return all_pages(klaviyo.Events.get_events, filter=f'equals(profile_id,"{id}")', sort="datetime", **query) if id else []


def send(klaviyo, email, count, metric="Viewed Page", **more):
    """`count` events, a minute apart."""
    documents = [event(metric, {}, time=NOON + timedelta(minutes=i), properties={"n": i}, **more) for i in range(count)]
    klaviyo.Events.bulk_create_events(events_job([({"email": email}, documents)]))
    eventually(lambda: len(events_of(klaviyo, email)) >= count)


class TestTaking:
    def test_an_event_makes_its_profile_and_its_metric(self, klaviyo, new_email):
        email = new_email()
        klaviyo.Events.create_event(event(
            "Took a Survey", {"email": email, "first_name": "Ada", "properties": {"tier": "gold"}},
            time=NOON, value=9.99, currency="EUR", unique_id="survey-1", properties={"answer": 42, "list": ["a", {"b": None}]},
        ))
        found = eventually(lambda: events_of(klaviyo, email))
        assert len(found) == 1
        seen = found[0].attributes
        assert parsed(seen.datetime_) == NOON
        assert seen.timestamp == int(NOON.timestamp())
        assert seen.event_properties["answer"] == 42
        assert seen.event_properties["list"] == ["a", {"b": None}]
        assert seen.event_properties["$value"] == 9.99
        assert seen.uuid
        metric = klaviyo.Events.get_metric_for_event(found[0].id).data
        assert metric.attributes.name == "Took a Survey"
        assert klaviyo.Events.get_metric_id_for_event(found[0].id).data.id == metric.id
        person = klaviyo.Events.get_profile_for_event(found[0].id).data
        assert (person.attributes.email, person.attributes.first_name) == (email, "Ada")
        assert person.attributes.properties["tier"] == "gold"
        assert klaviyo.Events.get_profile_id_for_event(found[0].id).data.id == person.id
        assert parsed(person.attributes.last_event_date) == NOON

    def test_an_event_may_name_its_person_by_id_phone_or_external_id(self, klaviyo, new_email):
        email = new_email()
        made = klaviyo.Profiles.create_profile(profile(email=email, phone_number="+33612000001", external_id="shop-4711")).data
        for n, person in enumerate(({"id": made.id}, {"phone_number": "+33612000001"}, {"external_id": "shop-4711"})):
            klaviyo.Events.create_event(event("Called", person, time=NOON, unique_id=f"call-{n}"))
        assert eventually(lambda: len(events_of(klaviyo, email)) == 3)

    def test_without_a_time_it_is_now(self, klaviyo, new_email):
        email = new_email()
        before = datetime.now(timezone.utc).replace(microsecond=0)
        klaviyo.Events.create_event(event("Arrived", {"email": email}))
        when = parsed(eventually(lambda: events_of(klaviyo, email))[0].attributes.datetime_)
        assert before <= when <= datetime.now(timezone.utc)

    def test_times_are_cut_to_the_second_and_may_have_an_offset(self, klaviyo, new_email):
        email = new_email()
        klaviyo.Events.create_event(event("Arrived", {"email": email}, time="2024-03-01T13:00:00.987+01:00"))
        assert parsed(eventually(lambda: events_of(klaviyo, email))[0].attributes.datetime_) == NOON


class TestOnce:
    """The same event, by whatever path and however often, has one effect for ever."""

    def test_the_same_unique_id_counts_once_and_the_first_wins(self, klaviyo, new_email):
        email = new_email()
        for value in (10, 20):
            klaviyo.Events.create_event(event("Paid", {"email": email}, time=NOON, value=value, unique_id="bill-1"))
        klaviyo.Events.bulk_create_events(events_job([({"email": email}, [event("Paid", {}, time=NOON, value=30, unique_id="bill-1")] * 2)]))
        klaviyo.Events.create_event(event("Paid", {"email": email}, time=NOON, value=1, unique_id="bill-2"))
        eventually(lambda: len(events_of(klaviyo, email)) >= 2)
        assert sorted(found.attributes.event_properties["$value"] for found in events_of(klaviyo, email)) == [1, 10]

    def test_the_same_unique_id_of_another_person_or_metric_is_another_event(self, klaviyo, new_email):
        one, other = new_email(), new_email()
        for email, metric in ((one, "Paid"), (one, "Packed"), (other, "Paid")):
            klaviyo.Events.create_event(event(metric, {"email": email}, time=NOON, unique_id="bill-1"))
        assert eventually(lambda: (len(events_of(klaviyo, one)), len(events_of(klaviyo, other))) == (2, 1))

    def test_without_unique_id_one_counts_per_person_metric_and_second(self, klaviyo, new_email):
        email = new_email()
        for time in (NOON, NOON, NOON + timedelta(seconds=1)):
            klaviyo.Events.create_event(event("Looked", {"email": email}, time=time))
        klaviyo.Events.create_event(event("Clicked", {"email": email}, time=NOON))
        eventually(lambda: len(events_of(klaviyo, email)) >= 3)
        assert len(events_of(klaviyo, email)) == 3


class TestRefusing:
    @pytest.mark.parametrize("time", ["1850-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "yesterday", ""])
    def test_a_time_that_cannot_be(self, http, new_email, time):
        answer = http.post("/api/events", event("Odd", {"email": new_email()}, time=time))
        answered(answer, 400, pointer="/data/attributes/time")

    @pytest.mark.parametrize("currency", ["EURO", "€", "eur0"])
    def test_a_currency_that_is_none(self, klaviyo, new_email, currency):
        with refused(400, pointer="/data/attributes/value_currency"):
            klaviyo.Events.create_event(event("Paid", {"email": new_email()}, value=1, currency=currency))

    def test_nobody_in_particular(self, klaviyo):
        with refused(400) as error:
            klaviyo.Events.create_event(event("Paid", {"first_name": "Ada"}))
        assert error.errors[0]["source"]["pointer"].startswith("/data/attributes/profile")

    def test_a_person_who_does_not_exist(self, klaviyo):
        with refused(404):
            klaviyo.Events.create_event(event("Paid", {"id": UNKNOWN_PROFILE}))

    def test_a_wrong_address(self, klaviyo):
        with refused(400, pointer="/data/attributes/profile/data/attributes/email"):
            klaviyo.Events.create_event(event("Paid", {"email": "not an address"}))

    def test_no_metric(self, http, new_email):
        document = event("Paid", {"email": new_email()})
        del document["data"]["attributes"]["metric"]
        answered(http.post("/api/events", document), 400, pointer="/data/attributes/metric")

    def test_an_empty_name_of_a_metric(self, klaviyo, new_email):
        with refused(400, pointer="/data/attributes/metric/data/attributes/name"):
            klaviyo.Events.create_event(event("", {"email": new_email()}))

    def test_another_type_than_event(self, http, new_email):
        document = event("Paid", {"email": new_email()})
        document["data"]["type"] = "profile"
        answered(http.post("/api/events", document), 400, pointer="/data/type")

    def test_a_value_that_is_no_number(self, http, new_email):
        answered(http.post("/api/events", event("Paid", {"email": new_email()}, value="a lot")), 400, pointer="/data/attributes/value")

    def test_more_than_400_properties(self, klaviyo, new_email):
        email = new_email()
        klaviyo.Events.create_event(event("Full", {"email": email}, properties={f"p{i}": i for i in range(400)}))
        assert eventually(lambda: events_of(klaviyo, email))
        with refused(400, pointer="/data/attributes/properties"):
            klaviyo.Events.create_event(event("Full", {"email": email}, properties={f"p{i}": i for i in range(401)}))

    def test_a_text_over_100_kb(self, klaviyo, new_email):
        with refused(400) as error:
            klaviyo.Events.create_event(event("Full", {"email": new_email()}, properties={"text": "x" * 102_401}))
        assert error.errors[0]["source"]["pointer"].startswith("/data/attributes/properties")

    def test_a_body_over_5_mb(self, http, new_email):
        properties = {f"p{i}": "x" * 100_000 for i in range(53)}
        answered(http.post("/api/events", event("Full", {"email": new_email()}, properties=properties)), 413)


class TestInBulk:
    def test_a_thousand_at_once_of_many_people(self, klaviyo, new_email):
        emails = [new_email() for _ in range(10)]
        batches = [
            ({"email": email, "first_name": "Ada"}, [event("Played", {}, time=NOON + timedelta(minutes=i), unique_id=f"{email}-{i}") for i in range(100)])
            for email in emails
        ]
        klaviyo.Events.bulk_create_events(events_job(batches))
        klaviyo.Events.bulk_create_events(events_job(batches))
        for email in emails:
            eventually(lambda: len(events_of(klaviyo, email)) >= 100)
        assert [len(events_of(klaviyo, email)) for email in emails] == [100] * 10

    def test_more_than_a_thousand_are_refused_and_none_is_taken(self, klaviyo, new_email):
        email = new_email()
        documents = [event("Played", {}, time=NOON, unique_id=f"one-too-many-{i}") for i in range(1001)]
        with refused(400) as error:
            klaviyo.Events.bulk_create_events(events_job([({"email": email}, documents)]))
        assert error.errors[0]["source"]["pointer"].startswith("/data/attributes/events-bulk-create/data")
        assert person_named(klaviyo, email) is None

    def test_a_body_over_5_mb(self, http, new_email):
        documents = [event("Full", {}, time=NOON, unique_id=str(i), properties={"text": "x" * 60_000}) for i in range(90)]
        answered(http.post("/api/event-bulk-create-jobs", events_job([({"email": new_email()}, documents)])), 413)

    def test_a_wrong_event_is_pointed_at_and_none_is_taken(self, klaviyo, new_email):
        email = new_email()
        documents = [event("Played", {}, time=NOON, unique_id="good"), event("Played", {}, time="1850-01-01T00:00:00Z", unique_id="bad")]
        with refused(400) as error:
            klaviyo.Events.bulk_create_events(events_job([({"email": email}, documents)]))
        where = "/data/attributes/events-bulk-create/data/0/attributes/events/data/1/attributes/time"
        assert error.errors[0]["source"]["pointer"] == where
        assert person_named(klaviyo, email) is None


class TestFinding:
    def test_one_by_its_id_with_what_belongs_to_it(self, klaviyo, new_email):
        email = new_email()
        send(klaviyo, email, 1)
        id = events_of(klaviyo, email)[0].id
        answer = klaviyo.Events.get_event(id, include=["metric", "profile"])
        assert answer.data.id == id
        assert {item["type"] for item in answer.included} == {"metric", "profile"}
        assert answer.data.relationships.profile.data.id == person_named(klaviyo, email)

    def test_only_the_fields_asked_for(self, klaviyo, new_email):
        email = new_email()
        send(klaviyo, email, 1)
        id = events_of(klaviyo, email)[0].id
        answer = klaviyo.Events.get_event(id, fields_event=["timestamp"], fields_metric=["name"], include=["metric"])
        assert set(answer["data"]["attributes"]) == {"timestamp"}
        assert set(answer["included"][0]["attributes"]) == {"name"}

    def test_of_a_metric_between_times_in_both_orders(self, klaviyo, new_email):
        email = new_email()
        send(klaviyo, email, 10, metric="Between")
        metric = klaviyo.Events.get_metric_for_event(events_of(klaviyo, email)[0].id).data.id
        base = f'equals(metric_id,"{metric}")'

        def numbers(*conditions, sort="datetime"):
            found = all_pages(klaviyo.Events.get_events, filter=",".join((base, *conditions)), sort=sort, page_size=3)
            return [item.attributes.event_properties["n"] for item in found]

        third, seventh = NOON + timedelta(minutes=3), NOON + timedelta(minutes=7)
        assert numbers() == list(range(10))
        assert numbers(sort="-datetime") == list(range(9, -1, -1))
        assert numbers(sort="-timestamp") == list(range(9, -1, -1))
        assert numbers(f"greater-or-equal(datetime,{instant(third)})", f"less-than(datetime,{instant(seventh)})") == [3, 4, 5, 6]
        assert numbers(f"greater-than(datetime,{instant(third)})", f"less-or-equal(datetime,{instant(seventh)})") == [4, 5, 6, 7]
        assert numbers(f"greater-than(timestamp,{int(seventh.timestamp())})") == [8, 9]

    def test_pages_follow_next_whole_and_lose_nothing(self, klaviyo, new_email):
        email = new_email()
        send(klaviyo, email, 25)
        query = {"filter": f'equals(profile_id,"{person_named(klaviyo, email)}")', "sort": "datetime", "page_size": 10}
        first = klaviyo.Events.get_events(**query)
        assert len(first.data) == 10 and first.links.next.startswith("http") and first.links.prev is None
        second = klaviyo.Events.get_events(page_cursor=first.links.next, **query)
        back = klaviyo.Events.get_events(page_cursor=second.links.prev, **query)
        assert [item.id for item in back.data] == [item.id for item in first.data]
        found = all_pages(klaviyo.Events.get_events, **query)
        assert [item.attributes.event_properties["n"] for item in found] == list(range(25))

    def test_pages_stay_whole_while_events_arrive(self, klaviyo, new_email):
        email = new_email()
        send(klaviyo, email, 20)
        query = {"filter": f'equals(profile_id,"{person_named(klaviyo, email)}")', "sort": "-datetime", "page_size": 10}
        first = klaviyo.Events.get_events(**query)
        klaviyo.Events.create_event(event("Viewed Page", {"email": email}, time=NOON + timedelta(days=1), unique_id="late", properties={"n": 99}))
        eventually(lambda: len(events_of(klaviyo, email)) == 21)
        second = klaviyo.Events.get_events(page_cursor=first.links.next, **query)
        assert [item.attributes.event_properties["n"] for item in (*first.data, *second.data)] == list(range(19, -1, -1))

    @pytest.mark.parametrize("size", ["0", "1001", "-1", "many"])
    def test_a_page_size_out_of_bounds(self, http, size):
        answered(http.get("/api/events", query={"page[size]": size}), 400, parameter="page[size]")

    @pytest.mark.parametrize("filter", [
        'equals(shoe_size,"42")', 'contains(metric_id,"x")', 'equals(metric_id', "equals(metric_id,)", "nonsense", "equals(datetime,2024-01-01)",
        'greater-than(datetime,"soon")', 'equals(metric_id,"a"),', "and(" * 500,
    ])
    def test_a_filter_that_is_not_understood(self, http, filter):
        answered(http.get("/api/events", query={"filter": filter}), 400, parameter="filter")

    def test_a_wrong_order_cursor_or_include(self, klaviyo):
        with refused(400, parameter="sort"):
            klaviyo.Events.get_events(sort="shoe_size")
        with refused(400, parameter="page[cursor]"):
            klaviyo.Events.get_events(page_cursor="bm90IGEgY3Vyc29y")
        with refused(400, parameter="include"):
            klaviyo.Events.get_events(include=["shoes"])

    def test_a_metric_that_does_not_exist_has_no_events(self, klaviyo):
        assert klaviyo.Events.get_events(filter=f'equals(metric_id,"{UNKNOWN}")').data == []
