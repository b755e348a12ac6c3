"""Lists: made, renamed, filled, emptied, found, deleted."""
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, refused
from operations import UNKNOWN_PROFILE
from RunningServer.documents import instant, parsed, profile, references


def body(id=None, **attributes):
    data = {"type": "list", "attributes": attributes}
    if id:
        data["id"] = id
    return {"data": data}


def members(*ids):
    return {"data": references("profile", ids)}


@pytest.fixture
def new_list(klaviyo):
    return lambda name="A list", **attributes: klaviyo.Lists.create_list(body(name=name, **attributes)).data


@pytest.fixture
def new_person(klaviyo, new_email):
    return lambda: klaviyo.Profiles.create_profile(profile(email=new_email())).data


class TestDefinitions:
    def test_a_list_comes_back_as_it_was_made(self, klaviyo, new_list):
        made = new_list("Newsletter", opt_in_process="double_opt_in")
        seen = klaviyo.Lists.get_list(made.id).data.attributes
        assert (seen.name, getattr(seen.opt_in_process, "value", seen.opt_in_process)) == ("Newsletter", "double_opt_in")
        assert abs(parsed(seen.created) - datetime.now(timezone.utc)) < timedelta(minutes=5)
        assert parsed(seen.updated) >= parsed(seen.created)

    def test_it_can_be_renamed(self, klaviyo, new_list):
        made = new_list("Before")
        assert klaviyo.Lists.update_list(made.id, body(made.id, name="After")).data.attributes.name == "After"
        assert klaviyo.Lists.get_list(made.id).data.attributes.name == "After"

    def test_once_deleted_it_is_gone_and_its_members_stay(self, klaviyo, new_list, new_person):
        made, person = new_list(), new_person()
        klaviyo.Lists.add_profiles_to_list(made.id, members(person.id))
        klaviyo.Lists.delete_list(made.id)
        for call in (klaviyo.Lists.get_list, klaviyo.Lists.get_profiles_for_list, klaviyo.Lists.delete_list):
            with refused(404):
                call(made.id)
        assert klaviyo.Profiles.get_list_ids_for_profile(person.id).data == []

    @pytest.mark.parametrize("attributes, pointer", [({}, "/data/attributes/name"), ({"name": ""}, "/data/attributes/name"),
                                                     ({"name": 7}, "/data/attributes/name"),
                                                     ({"name": "x", "opt_in_process": "none"}, "/data/attributes/opt_in_process")])
    def test_what_cannot_be_a_list(self, http, attributes, pointer):
        answered(http.post("/api/lists", body(**attributes)), 400, pointer=pointer)

    def test_flows_and_tags_of_a_list(self, klaviyo, new_list):
        made = new_list()
        tag = klaviyo.Tags.create_tag({"data": {"type": "tag", "attributes": {"name": "of a list"}}}).data
        klaviyo.Tags.tag_lists(tag.id, {"data": references("list", [made.id])})
        assert [item.attributes.name for item in klaviyo.Lists.get_tags_for_list(made.id).data] == ["of a list"]
        assert [item.id for item in klaviyo.Lists.get_tag_ids_for_list(made.id).data] == [tag.id]
        answer = klaviyo.Lists.get_list(made.id, include=["tags"], fields_tag=["name"])
        assert [item["id"] for item in answer["included"]] == [tag.id]
        assert klaviyo.Lists.get_flows_triggered_by_list(made.id).data == []
        assert klaviyo.Lists.get_ids_for_flows_triggered_by_list(made.id).data == []


class TestMembers:
    def test_they_join_and_leave(self, klaviyo, new_list, new_person):
        made, people = new_list(), [new_person() for _ in range(3)]
        klaviyo.Lists.add_profiles_to_list(made.id, members(*(person.id for person in people)))
        klaviyo.Lists.add_profiles_to_list(made.id, members(people[0].id))
        assert {item.id for item in klaviyo.Lists.get_profile_ids_for_list(made.id).data} == {person.id for person in people}
        assert klaviyo.Lists.get_list(made.id, additional_fields_list=["profile_count"]).data.attributes.profile_count == 3
        klaviyo.Lists.remove_profiles_from_list(made.id, members(people[0].id))
        klaviyo.Lists.remove_profiles_from_list(made.id, members(people[0].id))
        seen = klaviyo.Lists.get_profiles_for_list(made.id).data
        assert {item.attributes.email for item in seen} == {person.attributes.email for person in people[1:]}

    def test_with_the_time_they_joined_at_in_both_orders(self, klaviyo, new_list, new_person):
        made, people = new_list(), [new_person() for _ in range(5)]
        for person in people:
            klaviyo.Lists.add_profiles_to_list(made.id, members(person.id))
        ids = [person.id for person in people]
        seen = all_pages(klaviyo.Lists.get_profiles_for_list, id=made.id, sort="joined_group_at", page_size=2)
        joined = [parsed(item.attributes.joined_group_at) for item in seen]
        assert joined == sorted(joined) and {item.id for item in seen} == set(ids)
        back = all_pages(klaviyo.Lists.get_profile_ids_for_list, id=made.id, sort="-joined_group_at", page_size=2)
        assert [item.id for item in back] == [item.id for item in reversed(seen)]
        hour_ago, hour_ahead = (instant(datetime.now(timezone.utc) + timedelta(hours=hours)) for hours in (-1, 1))
        for condition, count in ((f"greater-than(joined_group_at,{hour_ago})", 5), (f"less-or-equal(joined_group_at,{hour_ago})", 0),
                                 (f"less-than(joined_group_at,{hour_ahead})", 5), (f"greater-or-equal(joined_group_at,{hour_ahead})", 0)):
            assert len(klaviyo.Lists.get_profiles_for_list(made.id, filter=condition).data) == count, condition

    def test_found_by_identity(self, klaviyo, new_list, new_person):
        made, inside, outside = new_list(), new_person(), new_person()
        klaviyo.Lists.add_profiles_to_list(made.id, members(inside.id))
        wanted = f'any(email,["{inside.attributes.email}","{outside.attributes.email}"])'
        assert [item.id for item in klaviyo.Lists.get_profiles_for_list(made.id, filter=wanted).data] == [inside.id]
        assert klaviyo.Lists.get_profile_ids_for_list(made.id, filter=f'equals(email,"{outside.attributes.email}")').data == []

    def test_with_predictions_when_asked_for(self, klaviyo, new_list, new_person):
        made, person = new_list(), new_person()
        klaviyo.Lists.add_profiles_to_list(made.id, members(person.id))
        seen = klaviyo.Lists.get_profiles_for_list(made.id, additional_fields_profile=["predictive_analytics", "subscriptions"]).data[0]
        assert seen.attributes.predictive_analytics is not None and seen.attributes.subscriptions is not None

    def test_an_unknown_person_is_refused_and_nobody_joins(self, klaviyo, new_list, new_person):
        made, person = new_list(), new_person()
        with refused(404):
            klaviyo.Lists.add_profiles_to_list(made.id, members(person.id, UNKNOWN_PROFILE))
        assert klaviyo.Lists.get_profile_ids_for_list(made.id).data == []

    def test_a_thousand_at_once_but_no_more(self, http, new_list, new_person):
        made, person = new_list(), new_person()
        path = f"/api/lists/{made.id}/relationships/profiles"
        assert http.post(path, members(*[person.id] * 1000)).status == 204
        answered(http.post(path, members(*[person.id] * 1001)), 400, pointer="/data")
        answered(http.delete(path, members(*[person.id] * 1001)), 400, pointer="/data")

    def test_another_type_than_profile(self, http, new_list):
        made = new_list()
        answered(http.post(f"/api/lists/{made.id}/relationships/profiles", {"data": references("list", [made.id])}), 400, pointer="/data/0/type")


class TestFinding:
    @pytest.fixture(scope="class")
    def twelve(self, klaviyo):
        return [klaviyo.Lists.create_list(body(name=f"Twelve {n:02d}")).data for n in range(12)]

    def test_by_name_and_id(self, klaviyo, twelve):
        assert [item.id for item in klaviyo.Lists.get_lists(filter='equals(name,"Twelve 03")').data] == [twelve[3].id]
        found = klaviyo.Lists.get_lists(filter='any(name,["Twelve 01","Twelve 02"])', sort="name").data
        assert [item.id for item in found] == [twelve[1].id, twelve[2].id]
        assert [item.id for item in klaviyo.Lists.get_lists(filter=f'equals(id,"{twelve[4].id}")').data] == [twelve[4].id]
        assert len(klaviyo.Lists.get_lists(filter=f'any(id,["{twelve[4].id}","{twelve[5].id}"])').data) == 2

    def test_ten_a_page_in_every_order(self, klaviyo, twelve):
        wanted = ",".join(f'"{item.attributes.name}"' for item in twelve)
        for field in ("name", "created"):
            ids = [item.id for item in all_pages(klaviyo.Lists.get_lists, filter=f"any(name,[{wanted}])", sort=field)]
            assert ids == [item.id for item in twelve], field
            back = [item.id for item in all_pages(klaviyo.Lists.get_lists, filter=f"any(name,[{wanted}])", sort=f"-{field}", page_size=5)]
            assert back == ids[::-1], field
        assert len(klaviyo.Lists.get_lists().data) == 10

    def test_by_time(self, klaviyo, twelve):
        tomorrow = instant(datetime.now(timezone.utc) + timedelta(days=1))
        for field in ("created", "updated"):
            assert klaviyo.Lists.get_lists(filter=f"greater-than({field},{tomorrow})").data == []
            assert klaviyo.Lists.get_lists(filter=f"greater-than({field},2020-01-01T00:00:00Z)").data

    def test_only_the_fields_asked_for(self, klaviyo, twelve):
        assert set(klaviyo.Lists.get_lists(fields_list=["name"])["data"][0]["attributes"]) == {"name"}

    def test_what_is_not_understood(self, klaviyo, http):
        with refused(400, parameter="filter"):
            klaviyo.Lists.get_lists(filter='contains(name,"x")')
        with refused(400, parameter="sort"):
            klaviyo.Lists.get_lists(sort="size")
        answered(http.get("/api/lists", query={"page[size]": 11}), 400, parameter="page[size]")
