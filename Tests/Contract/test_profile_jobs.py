"""Profiles in bulk: jobs that are queued, counted, say what was wrong with which row, and survive a kill."""
import time

import pytest

from conftest import all_pages, answered, completed, refused, sdk_for
from operations import UNKNOWN, UNKNOWN_PROFILE
from RunningServer.documents import import_job, profile


@pytest.fixture
def new_list(klaviyo):
    """Makes an empty list."""
    return lambda name="A list": klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": name}}}).data


def imported(klaviyo, people, lists=()):
    """Imports, waits, and gives the job's id and what it says of itself."""
    id = klaviyo.Profiles.bulk_import_profiles(import_job(people, lists)).data.id
    return id, completed(klaviyo.Profiles.get_bulk_import_profiles_job, id)


class TestImport:
    def test_new_and_known_people_into_a_list(self, klaviyo, new_email, new_list):
        emails = [new_email() for _ in range(30)]
        known = klaviyo.Profiles.create_profile(profile(email=emails[0], first_name="Known", last_name="Before")).data
        target = new_list()
        people = [{"email": email, "first_name": f"Person {n}", "properties": {"n": n}} for n, email in enumerate(emails)]
        id, job = imported(klaviyo, people, [target.id])
        assert (job.total_count, job.completed_count, job.failed_count) == (30, 30, 0)
        assert job.created_at <= job.started_at <= job.completed_at < job.expires_at
        members = all_pages(klaviyo.Lists.get_profiles_for_list, id=target.id, page_size=20)
        assert {member.attributes.email for member in members} == set(emails)
        seen = klaviyo.Profiles.get_profile(known.id).data.attributes
        assert (seen.first_name, seen.last_name, seen.properties["n"]) == ("Person 0", "Before", 0)

        assert len(all_pages(klaviyo.Profiles.get_profiles_for_bulk_import_profiles_job, id=id, page_size=20)) == 30
        assert len(all_pages(klaviyo.Profiles.get_profile_ids_for_bulk_import_profiles_job, id=id, page_size=20)) == 30
        assert [item.attributes.name for item in klaviyo.Profiles.get_list_for_bulk_import_profiles_job(id).data] == ["A list"]
        assert [item.id for item in klaviyo.Profiles.get_list_ids_for_bulk_import_profiles_job(id).data] == [target.id]
        assert klaviyo.Profiles.get_errors_for_bulk_import_profiles_job(id).data == []
        answer = klaviyo.Profiles.get_bulk_import_profiles_job(id, include=["lists"], fields_list=["name"])
        assert [item["id"] for item in answer["included"]] == [target.id]

    def test_a_wrong_row_is_said_and_the_others_are_taken(self, klaviyo, new_email):
        good = [new_email() for _ in range(3)]
        rows = [{"email": good[0]}, {"email": "not an address"}, {"email": good[1]}, {"first_name": "Nobody"}, {"phone_number": "12"},
                {"id": UNKNOWN_PROFILE, "first_name": "Forged"}, {"email": good[2]}]
        id, job = imported(klaviyo, rows)
        assert (job.total_count, job.completed_count, job.failed_count) == (7, 3, 4)
        errors = all_pages(klaviyo.Profiles.get_errors_for_bulk_import_profiles_job, id=id, page_size=3)
        assert len(errors) == 4
        pointers = [error.attributes.source.pointer for error in errors]
        assert [pointer.split("/profiles/data/")[1].split("/")[0] for pointer in pointers] == ["1", "3", "4", "5"]
        first = errors[0].attributes
        assert first.code and first.title and first.detail and pointers[0].endswith("/attributes/email")
        assert first.original_payload["attributes"]["email"] == "not an address"
        found = klaviyo.Profiles.get_profiles(filter=f"any(email,[{','.join(chr(34) + email + chr(34) for email in good)}])").data
        assert len(found) == 3

    def test_the_same_person_twice_ends_with_the_last_word(self, klaviyo, new_email):
        email = new_email()
        _, job = imported(klaviyo, [{"email": email, "first_name": "First", "title": "Dr"}, {"email": email.upper(), "first_name": "Last"}])
        assert job.failed_count == 0
        found = klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")').data
        assert [(person.attributes.first_name, person.attributes.title) for person in found] == [("Last", "Dr")]

    def test_null_clears_and_meta_patches(self, klaviyo, http, new_email):
        email = new_email()
        imported(klaviyo, [{"email": email, "first_name": "Ada", "title": "Countess", "properties": {"tags": ["a"], "old": 1}}])
        answer = http.post("/api/profile-bulk-import-jobs", import_job([
            {"email": email, "title": None, "meta": {"patch_properties": {"append": {"tags": "b"}, "unset": "old"}}},
        ]))
        assert answer.status == 202
        completed(klaviyo.Profiles.get_bulk_import_profiles_job, answer.json()["data"]["id"])
        seen = klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")').data[0].attributes
        assert (seen.first_name, seen.title, seen.properties) == ("Ada", None, {"tags": ["a", "b"]})

    def test_ten_thousand_are_taken(self, klaviyo):
        people = [{"email": f"many{n}@bulk.example.com", "external_id": f"many-{n}"} for n in range(10_000)]
        _, job = imported(klaviyo, people)
        assert (job.total_count, job.completed_count, job.failed_count) == (10_000, 10_000, 0)

    def test_one_more_is_refused(self, http):
        people = [{"email": f"toomany{n}@bulk.example.com"} for n in range(10_001)]
        answered(http.post("/api/profile-bulk-import-jobs", import_job(people)), 400, pointer="/data/attributes/profiles/data")

    def test_none_is_refused(self, http):
        answered(http.post("/api/profile-bulk-import-jobs", import_job([])), 400, pointer="/data/attributes/profiles/data")

    def test_more_than_5_mb(self, http):
        people = [{"email": f"fat{n}@bulk.example.com", "properties": {"text": "x" * 60_000}} for n in range(90)]
        answered(http.post("/api/profile-bulk-import-jobs", import_job(people)), 413)

    def test_a_row_over_100_kb_is_an_error_of_that_row(self, klaviyo, new_email):
        _, job = imported(klaviyo, [{"email": new_email(), "properties": {"text": "x" * 110_000}}, {"email": new_email()}])
        assert (job.completed_count, job.failed_count) == (1, 1)

    def test_a_list_that_does_not_exist(self, klaviyo, new_email):
        with refused(404):
            klaviyo.Profiles.bulk_import_profiles(import_job([{"email": new_email()}], [UNKNOWN]))

    def test_jobs_are_listed_by_status_in_order_page_by_page(self, klaviyo, new_email):
        ids = [imported(klaviyo, [{"email": new_email()}])[0] for _ in range(3)]
        listed = all_pages(klaviyo.Profiles.get_bulk_import_profiles_jobs, filter='equals(status,"complete")', sort="created_at", page_size=2)
        assert [job.id for job in listed if job.id in ids] == ids
        newest = klaviyo.Profiles.get_bulk_import_profiles_jobs(filter='any(status,["complete","queued"])', sort="-created_at").data
        assert newest[0].id == ids[-1]
        with refused(400, parameter="filter"):
            klaviyo.Profiles.get_bulk_import_profiles_jobs(filter='equals(status,"lost")')
        only = klaviyo.Profiles.get_bulk_import_profiles_jobs(fields_profile_bulk_import_job=["status"], page_size=1)
        assert set(only["data"][0]["attributes"]) == {"status"}


class TestSurviving:
    def test_jobs_that_were_acknowledged_are_done_after_a_kill(self, new_server):
        """Killed in the middle of its work, started again: every row is in once, and the counts are right."""
        server = new_server()
        klaviyo = sdk_for(server, server.full_key)
        target = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Survivors"}}}).data.id
        ids = []
        for batch in range(4):
            people = [{"email": f"p{batch}-{n}@survivors.example.com", "properties": {"n": n}} for n in range(4_999)]
            ids.append(klaviyo.Profiles.bulk_import_profiles(import_job([*people, {"email": "wrong"}], [target])).data.id)
        time.sleep(0.05)
        server.kill()
        server.start()
        for id in ids:
            job = completed(klaviyo.Profiles.get_bulk_import_profiles_job, id)
            assert (job.total_count, job.completed_count, job.failed_count) == (5_000, 4_999, 1)
            assert len(klaviyo.Profiles.get_errors_for_bulk_import_profiles_job(id).data) == 1
        count = klaviyo.Lists.get_list(target, additional_fields_list=["profile_count"]).data.attributes.profile_count
        assert count == 4 * 4_999
        everybody = [person.id for person in all_pages(klaviyo.Profiles.get_profiles, page_size=100)]
        assert len(everybody) == len(set(everybody)) == 4 * 4_999
