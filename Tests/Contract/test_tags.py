"""Tags and their groups: made, renamed, put on lists and taken off."""
import pytest

from conftest import all_pages, answered, refused
from operations import UNKNOWN
from RunningServer.documents import reference, references


def tag_body(name, id=None, group=None):
    data = {"type": "tag", "attributes": {"name": name}}
    if id:
        data["id"] = id
    if group:
        data["relationships"] = {"tag-group": {"data": reference("tag-group", group)}}
    return {"data": data}


def group_body(name, id=None, **attributes):
    data = {"type": "tag-group", "attributes": {"name": name, **attributes}}
    if id:
        data["id"] = id
    return {"data": data}


def default_group(klaviyo):
    found = klaviyo.Tags.get_tag_groups(filter="equals(default,true)").data
    assert len(found) == 1
    return found[0]


@pytest.fixture
def new_list(klaviyo):
    return lambda: klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Tagged"}}}).data


class TestTags:
    def test_a_tag_is_in_the_default_group_unless_told_otherwise(self, klaviyo):
        made = klaviyo.Tags.create_tag(tag_body("spring")).data
        assert klaviyo.Tags.get_tag(made.id).data.attributes.name == "spring"
        assert klaviyo.Tags.get_tag_group_for_tag(made.id).data.id == default_group(klaviyo).id
        group = klaviyo.Tags.create_tag_group(group_body("Seasons")).data
        other = klaviyo.Tags.create_tag(tag_body("summer", group=group.id)).data
        assert klaviyo.Tags.get_tag_group_id_for_tag(other.id).data.id == group.id
        answer = klaviyo.Tags.get_tag(other.id, include=["tag-group"], fields_tag_group=["name"])
        assert [item["attributes"] for item in answer["included"]] == [{"name": "Seasons"}]

    def test_it_can_be_renamed_and_deleted(self, klaviyo, new_list):
        made, target = klaviyo.Tags.create_tag(tag_body("befor")).data, new_list()
        klaviyo.Tags.tag_lists(made.id, {"data": references("list", [target.id])})
        klaviyo.Tags.update_tag(made.id, tag_body("before", made.id))
        assert klaviyo.Tags.get_tag(made.id).data.attributes.name == "before"
        klaviyo.Tags.delete_tag(made.id)
        with refused(404):
            klaviyo.Tags.get_tag(made.id)
        assert klaviyo.Lists.get_tag_ids_for_list(target.id).data == []

    def test_found_by_name_in_order_page_by_page(self, klaviyo):
        names = [f"Find {letter} me" for letter in "abcde"]
        ids = [klaviyo.Tags.create_tag(tag_body(name)).data.id for name in names]

        def found(filter, **query):
            return [item.id for item in all_pages(klaviyo.Tags.get_tags, filter=filter, **query)]

        assert found('equals(name,"Find b me")') == [ids[1]]
        assert found('starts-with(name,"Find ")', sort="name", page_size=2) == ids
        assert found('starts-with(name,"Find ")', sort="-name", page_size=2) == ids[::-1]
        assert found('contains(name,"d c m")') == [ids[2]]
        assert found('ends-with(name,"d me")') == [ids[3]]
        assert set(klaviyo.Tags.get_tags(fields_tag=["name"])["data"][0]["attributes"]) == {"name"}

    @pytest.mark.parametrize("name", ["", None, 7])
    def test_a_name_that_is_none(self, http, name):
        answered(http.post("/api/tags", tag_body(name)), 400, pointer="/data/attributes/name")

    def test_what_is_not_understood(self, klaviyo):
        with refused(404):
            klaviyo.Tags.create_tag(tag_body("lost", group=UNKNOWN))
        with refused(400, parameter="filter"):
            klaviyo.Tags.get_tags(filter='any(name,["x"])')
        with refused(400, parameter="sort"):
            klaviyo.Tags.get_tags(sort="created")


class TestOnThings:
    def test_on_lists_and_off_again(self, klaviyo, new_list):
        made, one, two = klaviyo.Tags.create_tag(tag_body("on lists")).data, new_list(), new_list()
        klaviyo.Tags.tag_lists(made.id, {"data": references("list", [one.id, two.id])})
        klaviyo.Tags.tag_lists(made.id, {"data": references("list", [one.id])})
        assert {item.id for item in klaviyo.Tags.get_list_ids_for_tag(made.id).data} == {one.id, two.id}
        klaviyo.Tags.remove_tag_from_lists(made.id, {"data": references("list", [one.id])})
        assert [item.id for item in klaviyo.Tags.get_list_ids_for_tag(made.id).data] == [two.id]
        with refused(404):
            klaviyo.Tags.tag_lists(made.id, {"data": references("list", [UNKNOWN])})

    def test_there_are_no_flows_and_campaigns_yet(self, klaviyo):
        made = klaviyo.Tags.create_tag(tag_body("on nothing")).data
        tags = klaviyo.Tags
        for get, put, take, kind in (
            (tags.get_flow_ids_for_tag, tags.tag_flows, tags.remove_tag_from_flows, "flow"),
            (tags.get_campaign_ids_for_tag, tags.tag_campaigns, tags.remove_tag_from_campaigns, "campaign"),
        ):
            assert get(made.id).data == []
            for call in (put, take):
                with refused(404):
                    call(made.id, {"data": references(kind, [UNKNOWN])})


class TestGroups:
    def test_a_group_and_its_tags(self, klaviyo):
        group = klaviyo.Tags.create_tag_group(group_body("Colours", exclusive=True)).data
        assert (group.attributes.exclusive, group.attributes.default) == (True, False)
        tags = [klaviyo.Tags.create_tag(tag_body(name, group=group.id)).data.id for name in ("red", "green")]
        assert {item.id for item in klaviyo.Tags.get_tags_for_tag_group(group.id).data} == set(tags)
        assert {item.id for item in klaviyo.Tags.get_tag_ids_for_tag_group(group.id).data} == set(tags)
        klaviyo.Tags.update_tag_group(group.id, group_body("Colors", group.id))
        assert klaviyo.Tags.get_tag_group(group.id).data.attributes.name == "Colors"
        klaviyo.Tags.delete_tag_group(group.id)
        for call, id in ((klaviyo.Tags.get_tag_group, group.id), (klaviyo.Tags.get_tag, tags[0])):
            with refused(404):
                call(id)

    def test_of_an_exclusive_group_one_tag_only(self, klaviyo, new_list):
        group, target = klaviyo.Tags.create_tag_group(group_body("One only", exclusive=True)).data, new_list()
        one, two = (klaviyo.Tags.create_tag(tag_body(name, group=group.id)).data for name in ("this", "that"))
        klaviyo.Tags.tag_lists(one.id, {"data": references("list", [target.id])})
        with refused(400):
            klaviyo.Tags.tag_lists(two.id, {"data": references("list", [target.id])})

    def test_the_default_group_stays(self, klaviyo):
        with refused(400):
            klaviyo.Tags.delete_tag_group(default_group(klaviyo).id)

    def test_found_by_name_and_kind(self, klaviyo):
        ids = [klaviyo.Tags.create_tag_group(group_body(f"Grouped {letter}", exclusive=letter == "b")).data.id for letter in "abc"]

        def found(filter, **query):
            return [item.id for item in all_pages(klaviyo.Tags.get_tag_groups, filter=filter, **query)]

        assert found('starts-with(name,"Grouped ")', sort="name", page_size=2) == ids
        assert found('starts-with(name,"Grouped ")', sort="-name") == ids[::-1]
        assert found('starts-with(name,"Grouped "),equals(exclusive,true)') == [ids[1]]

    def test_a_name_that_is_none(self, http):
        answered(http.post("/api/tag-groups", group_body("")), 400, pointer="/data/attributes/name")
        answered(http.post("/api/tag-groups", group_body("x", exclusive="perhaps")), 400, pointer="/data/attributes/exclusive")


def test_fifty_groups_but_no_more(new_server):
    from conftest import sdk_for
    server = new_server()
    klaviyo = sdk_for(server, server.full_key)
    for n in range(49):
        klaviyo.Tags.create_tag_group(group_body(f"Group {n}"))
    with refused(400):
        klaviyo.Tags.create_tag_group(group_body("One too many"))
