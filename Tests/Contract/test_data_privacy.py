"""Erasing a person: everything about them goes, and does not come back."""
import pytest

from conftest import eventually, refused, sdk_for
from operations import UNKNOWN_PROFILE
from RunningServer.documents import deletion, event, profile, references
from test_events import events_of


def gone(klaviyo, id):
    return not klaviyo.Profiles.get_profiles(filter=f'equals(id,"{id}")').data


@pytest.fixture
def somebody(klaviyo, new_email):
    """A person with a phone, an order and a list."""
    email = new_email()
    made = klaviyo.Profiles.create_profile(profile(email=email, phone_number=f"+33698{sum(email.encode()):06d}", first_name="Erasmus")).data
    klaviyo.Events.create_event(event("Placed Order", {"id": made.id}, value=10, unique_id=f"order-{email}"))
    target = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Left behind"}}}).data
    klaviyo.Lists.add_profiles_to_list(target.id, {"data": references("profile", [made.id])})
    eventually(lambda: events_of(klaviyo, email))
    return made, target.id


@pytest.mark.parametrize("by", ["id", "email", "phone_number"])
def test_the_person_their_events_and_memberships_are_gone(klaviyo, somebody, by):
    person, target = somebody
    happened = events_of(klaviyo, person.attributes.email)[0].id
    klaviyo.Data_Privacy.request_profile_deletion(deletion(**{by: person.id if by == "id" else getattr(person.attributes, by)}))
    eventually(lambda: gone(klaviyo, person.id))
    for call, id in ((klaviyo.Profiles.get_profile, person.id), (klaviyo.Events.get_event, happened)):
        with refused(404):
            call(id)
    assert klaviyo.Lists.get_profile_ids_for_list(target).data == []
    assert klaviyo.Profiles.get_profiles(filter=f'equals(email,"{person.attributes.email}")').data == []


def test_whoever_comes_back_is_a_stranger(klaviyo, somebody):
    person, _ = somebody
    klaviyo.Data_Privacy.request_profile_deletion(deletion(id=person.id))
    eventually(lambda: gone(klaviyo, person.id))
    again = klaviyo.Profiles.create_profile(profile(email=person.attributes.email)).data
    assert again.id != person.id and again.attributes.first_name is None
    assert klaviyo.Events.get_events(filter=f'equals(profile_id,"{again.id}")').data == []


def test_erased_stays_erased_and_leaves_no_trace_in_the_folder(new_server):
    server = new_server()
    klaviyo = sdk_for(server, server.full_key)
    name = "Zephyrinus-Quillfeather"
    made = klaviyo.Profiles.create_profile(profile(email="zephyrinus@example.com", first_name=name)).data
    klaviyo.Events.create_event(event("Wrote", {"id": made.id}, properties={"signed": name}))
    eventually(lambda: klaviyo.Events.get_events(filter=f'equals(profile_id,"{made.id}")').data)
    assert any(name.encode() in path.read_bytes() for path in server.folder.rglob("*") if path.is_file())
    klaviyo.Data_Privacy.request_profile_deletion(deletion(id=made.id))
    eventually(lambda: gone(klaviyo, made.id))

    def traces():
        return [path.name for path in server.folder.rglob("*") if path.is_file() and name.encode() in path.read_bytes()]
    eventually(lambda: not traces())
    server.kill()
    server.start()
    assert gone(klaviyo, made.id)
    assert traces() == []


@pytest.mark.parametrize("identifiers", [{}, {"id": UNKNOWN_PROFILE, "email": "somebody@example.com"},
                                         {"email": "somebody@example.com", "phone_number": "+33612345678"}], ids=["none", "id and email", "email and phone"])
def test_exactly_one_identifier_is_needed(klaviyo, identifiers):
    with refused(400):
        klaviyo.Data_Privacy.request_profile_deletion(deletion(**identifiers))
