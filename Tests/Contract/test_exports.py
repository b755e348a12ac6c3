"""Exports: jobs that write a file, its content, what is refused, schedules that write into a folder."""
import csv
import gzip
import io
import os
import time

import pytest

from conftest import answered, eventually
from operations import UNKNOWN
from RunningServer.documents import deletion, event, profile, reference
from RunningServer.http_client import HTTPClient

JOBS = "/api/profile-bulk-export-jobs"
SCHEDULES = "/api/perennial/export-schedules"


def asked(kind, attributes=None, **relationships):
    data = {"type": kind, "attributes": attributes or {}}
    if relationships:
        data["relationships"] = {name: {"data": reference(name, id)} for name, id in relationships.items()}
    return {"data": data}


def exported(http, attributes=None, **relationships):
    """Asks for an export, waits, and gives what the job says of itself and the rows of the file."""
    answer = http.post(JOBS, asked("profile-bulk-export-job", attributes, **relationships))
    assert answer.status == 202, answer
    id = answer.json()["data"]["id"]
    job = eventually(lambda: done(http.get(f"{JOBS}/{id}")), patience_s=60)
    answer = http.get(f"{JOBS}/{id}/file")
    assert answer.status == 200, answer
    return job, gzip.decompress(answer.body)


def done(answer):
    said = answer.json()["data"]
    return said if said["attributes"]["status"] in ("complete", "cancelled") else None


def rows(text, separator=","):
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=separator))


@pytest.fixture
def people(klaviyo, new_email):
    """A list with three people; the last one's name is a formula."""
    emails = [new_email() for _ in range(3)]
    target = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": f"Export {emails[0]}"}}}).data.id
    ids = []
    for email, name in zip(emails, ["Zoë", 'Ann "the, first"', "=1+1"]):
        ids.append(klaviyo.Profiles.create_profile(profile(email=email, first_name=name, properties={"Shoe Size": 40, "home": {"pets": ["cat"], "=b": "=c"}})).data.id)
    klaviyo.Lists.add_profiles_to_list(target, {"data": [reference("profile", id) for id in ids]})
    return target, emails


def test_a_list_with_chosen_columns_in_their_order(http, people):
    target, emails = people
    job, text = exported(http, {"properties": ["first_name", "Email", "properties['Shoe Size']", "properties['home']['=b']", "joined_at"]}, list=target)
    said = job["attributes"]
    assert (said["status"], said["total_count"], said["completed_count"], said["failed_count"]) == ("complete", 3, 3, 0)
    assert said["created_at"] <= said["as_of"] <= said["completed_at"] < said["expires_at"] and said["fault"] is None
    assert job["relationships"]["list"]["data"]["id"] == target and said["file"].endswith(f"{JOBS}/{job['id']}/file")
    lines = text.decode().split("\r\n")
    assert lines[0] == "first_name,email,Shoe Size,home.=b,joined_at" and lines[-1] == ""
    table = rows(text)
    assert [row["email"] for row in table] == emails and [row["first_name"] for row in table] == ["Zoë", 'Ann "the, first"', "'=1+1"]
    assert all(row["Shoe Size"] == "40" and row["home.=b"] == "'=c" and row["joined_at"] for row in table)


def test_a_segment_for_excel_in_french(http, klaviyo, people):
    target, emails = people
    segment = klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {"name": f"Of {target}", "definition": {
        "condition_groups": [{"conditions": [{"type": "profile-group-membership", "is_member": True, "group_ids": [target]}]}]}}}}).data.id
    job, text = exported(http, {"preset": "excel-fr", "raw": True}, segment=segment)
    assert text.startswith(b"\xef\xbb\xbf") and job["attributes"]["completed_count"] == 3
    table = rows(text, ";")
    assert {row["email"] for row in table} == set(emails) and {row["first_name"] for row in table} >= {"=1+1"}
    assert all(row["joined_at"] for row in table)


def test_everybody_and_the_list_of_jobs(http, klaviyo, people):
    job, text = exported(http)
    table = rows(text)
    assert len(table) == job["attributes"]["completed_count"] >= 3
    assert {"churn_probability", "predicted_clv", "email_consent"} <= set(table[0]) and "joined_at" not in table[0]
    answer = http.get(f"{JOBS}?filter=equals(status,\"complete\")&page[size]=2")
    assert answer.status == 200 and job["id"] in [found["id"] for found in answer.json()["data"]]
    audit = http.get("/api/perennial/audit").json()["data"]
    assert any(entry["attributes"]["action"] == "profile.export" for entry in audit)


def test_what_is_refused(http, server, people):
    kind = "profile-bulk-export-job"
    answered(http.post(JOBS, asked(kind, {"properties": ["email", "predicted_clw"]})), 400, pointer="/data/attributes/properties/1")
    answered(http.post(JOBS, asked(kind, {"properties": []})), 400, pointer="/data/attributes/properties")
    answered(http.post(JOBS, asked(kind, {"preset": "excel"})), 400, pointer="/data/attributes/preset")
    answered(http.post(JOBS, asked(kind, {"colums": ["email"]})), 400, pointer="/data/attributes/colums")
    answered(http.post(JOBS, asked(kind, list=UNKNOWN)), 404)
    answered(http.post(JOBS, asked(kind, segment=UNKNOWN)), 404)
    answered(http.post(JOBS, asked(kind, list=people[0], segment=UNKNOWN)), 400)
    for path in (f"{JOBS}/{UNKNOWN}", f"{JOBS}/{UNKNOWN}/file"):
        answered(http.get(path), 404)
    for scope in ("profiles:read", "lists:read", "segments:read"):
        assert HTTPClient(server.port, server.keys_without[scope]).post(JOBS, asked(kind)).status == 403


def test_a_file_is_gone_once_somebody_is_erased(new_server):
    http = HTTPClient((server := new_server()).port, server.full_key)
    id = http.post("/api/profiles", profile(email="stays@example.com")).json()["data"]["id"]
    assert id and http.post("/api/profiles", profile(email="goes@example.com")).status == 201
    job, text = exported(http)
    assert {row["email"] for row in rows(text)} == {"stays@example.com", "goes@example.com"}
    assert http.post("/api/data-privacy-deletion-jobs", deletion(email="goes@example.com")).status == 202
    eventually(lambda: http.get(f"{JOBS}/{job['id']}/file").status == 410, patience_s=60)
    assert http.get(f"{JOBS}/{job['id']}").json()["data"]["attributes"]["file"] is None
    _, text = exported(http)
    assert [row["email"] for row in rows(text)] == ["stays@example.com"]


def test_without_a_folder_nothing_is_scheduled(http):
    answered(http.post(SCHEDULES, asked("export-schedule", {"name": "daily"})), 409)
    assert http.get(SCHEDULES).json()["data"] == []
    answered(http.delete(f"{SCHEDULES}/{UNKNOWN}"), 404)


def test_a_schedule_writes_into_the_folder(new_server, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    server = new_server(flags=("--export-folder", str(folder)))
    http = HTTPClient(server.port, server.full_key)
    http.post("/api/events", event("Viewed Page", {"email": "one@example.com"}))
    for name in ("../up", "a b", "x" * 61, ""):
        answered(http.post(SCHEDULES, asked("export-schedule", {"name": name})), 400, pointer="/data/attributes/name")
    for wrong in ({"at": "24:00"}, {"at": "7 pm."}, {"day": 29}, {"every": "year"}, {"every": "week", "day": 8}, {"every": "day", "day": 1}, {"keep": 0}):
        answered(http.post(SCHEDULES, asked("export-schedule", {"name": "wrong", **wrong})), 400)
    # Due in the next minute of the shop's zone, which is UTC.
    due = time.gmtime(time.time() + 60)
    at = f"{due.tm_hour:02}:{due.tm_min:02}"
    day = time.strftime("%Y-%m-%d", due)
    for old in ("2001-01-01", "2001-01-02"):
        (folder / f"daily-{old}.csv").write_text("old")
    (folder / "daily-notes.csv").write_text("not ours")
    answer = http.post(SCHEDULES, asked("export-schedule", {"name": "daily", "at": at, "keep": 2, "properties": ["email"]}))
    assert answer.status == 201, answer
    said = answer.json()["data"]["attributes"]
    assert said["next_at"][:16] == f"{day}T{at}" and said["last_at"] is None
    for name in ("daily", "DAILY"):
        answered(http.post(SCHEDULES, asked("export-schedule", {"name": name})), 409)
    written = folder / f"daily-{day}.csv"
    eventually(written.exists, patience_s=90)
    assert written.read_bytes() == b"email\r\none@example.com\r\n" and os.stat(written).st_mode & 0o777 == 0o600
    assert sorted(os.listdir(folder)) == ["daily-2001-01-02.csv", f"daily-{day}.csv", "daily-notes.csv"]
    said = eventually(lambda: (found := http.get(SCHEDULES).json()["data"][0]["attributes"])["last_at"] and found, patience_s=20)
    assert said["last_rows"] == 1 and said["last_fault"] is None and said["next_at"] > said["last_at"]
    # Where it cannot be written the log says which, and why.
    os.rename(folder, tmp_path / "away")
    due = time.gmtime(time.time() + 60)
    answer = http.post(SCHEDULES, asked("export-schedule", {"name": "nowhere", "at": f"{due.tm_hour:02}:{due.tm_min:02}"}))
    assert answer.status == 201, answer
    line = eventually(lambda: next((line for line in server.log().splitlines() if "scheduled export failed" in line), None), patience_s=90)
    assert "nowhere" in line and "cannot be written" in line, line
    # A start without the folder says that nothing will be written.
    server.stop()
    server.flags = [flag for flag in server.flags if flag not in ("--export-folder", str(folder))]
    server.start()
    line = eventually(lambda: next((line for line in server.log().splitlines() if "scheduled exports are not written" in line), None), patience_s=10)
    assert "--export-folder" in line and "daily" in line and "nowhere" in line, line
    http = HTTPClient(server.port, server.full_key)
    for schedule in http.get(SCHEDULES).json()["data"]:
        assert http.delete(f"{SCHEDULES}/{schedule['id']}").status == 204
    assert http.get(SCHEDULES).json()["data"] == []
