"""Running it: health, metrics, the end that keeps its word, settings, and the tools for the folder."""
import json
import re
import sqlite3
import threading
import time

import pytest

from conftest import completed, eventually, sdk_for
from RunningServer.documents import event, import_job, profile
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_events import events_of


def test_health_and_readiness_need_no_key(server):
    client = HTTPClient(server.port)
    assert client.get("/health").status == 200
    assert client.get("/ready").status == 200


def test_metrics_are_prometheus_text_without_raw_paths(server, http):
    http.get("/api/profiles/01SECRETIDOFAPROFILE000000")
    answer = HTTPClient(server.port).get("/metrics")
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/plain")
    text = answer.body.decode()
    assert "01SECRETIDOFAPROFILE000000" not in text
    samples = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert samples and all(re.fullmatch(r'[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-z_]+="([^"\\]|\\.)*",?)*\})? \S+', line) for line in samples), text[:2000]


def test_the_api_describes_itself(server):
    document = HTTPClient(server.port).get("/openapi.json").json()
    assert document["openapi"].startswith("3.")
    assert "/api/events" in document["paths"] and "/api/profiles/{id}" in document["paths"]


def test_the_end_finishes_what_was_begun(new_server):
    """SIGTERM in the middle of requests: each is answered or never taken, and everything acknowledged is there afterwards."""
    server = new_server()
    acknowledged, stopped = [], threading.Event()

    def send(worker):
        client = HTTPClient(server.port, server.full_key)
        number = 0
        while not stopped.is_set():
            id = f"{worker}-{number}"
            try:
                if client.post("/api/events", event("Ended", {"email": "ending@example.com"}, unique_id=id, properties={"id": id})).status == 202:
                    acknowledged.append(id)
            except Exception:
                return
            number += 1

    workers = [threading.Thread(target=send, args=(n,)) for n in range(4)]
    for worker in workers:
        worker.start()
    time.sleep(0.5)
    assert server.stop() == 0
    stopped.set()
    for worker in workers:
        worker.join()
    server.start()
    klaviyo = sdk_for(server, server.full_key)
    there = [item.attributes.event_properties["id"] for item in events_of(klaviyo, "ending@example.com", page_size=1000)]
    assert len(there) == len(set(there))
    assert set(acknowledged) <= set(there) and len(acknowledged) > 10


def test_a_stopped_server_leaves_one_whole_file(new_server):
    """Nothing is left in the write-ahead log: who copies the file of a stopped server has everything."""
    server = new_server()
    sdk_for(server, server.full_key).Events.create_event(event("Kept", {"email": "kept@example.com"}))
    assert server.stop() == 0
    log = server.folder / "perennial.db-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_rebuild_check_backup_and_restore(new_server, tmp_path):
    server = new_server()
    klaviyo = sdk_for(server, server.full_key)
    job = klaviyo.Profiles.bulk_import_profiles(import_job([{"email": f"kept{n}@example.com"} for n in range(500)])).data.id
    completed(klaviyo.Profiles.get_bulk_import_profiles_job, job)
    copy = tmp_path / "copy.db"
    run("backup", "--data", server.folder, copy, check=True)  # while it runs
    klaviyo.Profiles.create_profile(profile(email="after@example.com"))
    server.stop()
    run("check", "--data", server.folder, check=True)
    run("rebuild", "--data", server.folder, check=True)
    server.start()
    assert len(klaviyo.Profiles.get_profiles(filter='equals(email,"after@example.com")').data) == 1
    server.stop()
    run("restore", "--data", tmp_path / "restored", copy, check=True)
    with RunningServer(tmp_path / "restored") as restored:
        restored.start()
        older = sdk_for(restored, server.full_key)
        assert len(older.Profiles.get_profiles(filter='equals(email,"kept499@example.com")').data) == 1
        assert older.Profiles.get_profiles(filter='equals(email,"after@example.com")').data == []


def test_a_damaged_backup_is_not_restored(new_server, tmp_path):
    server = new_server()
    copy = tmp_path / "copy.db"
    run("backup", "--data", server.folder, copy, check=True)
    whole = bytearray(copy.read_bytes())
    middle = len(whole) // 2
    whole[middle:middle + 4096] = b"\x5a" * 4096
    copy.write_bytes(whole)
    done = run("restore", "--data", tmp_path / "restored", copy)
    assert done.returncode in (65, 74) and done.stderr
    assert not (tmp_path / "restored" / "perennial.db").exists()


def test_data_of_a_newer_version_is_refused(new_server):
    server = new_server()
    server.stop()
    database = sqlite3.connect(server.folder / "perennial.db")
    database.execute("PRAGMA user_version = 999999")
    database.commit()
    database.close()
    assert run("check", "--data", server.folder).returncode == 78


@pytest.mark.parametrize("flags, code", [(["--port", "notaport"], 64), (["--shoe-size", "42"], 64), (["--rate-limits", "perhaps"], 78),
                                         (["--port", "99999"], 78), (["--settings", "/nowhere"], 66)])
def test_wrong_flags_and_settings_end_it_with_words(tmp_path, flags, code):
    done = run("serve", "--data", tmp_path / "data", *flags)
    assert done.returncode == code and done.stderr


def test_settings_come_from_the_environment_too(tmp_path):
    server = RunningServer(tmp_path / "data")
    server.create_key()
    port, server.flags = server.port, []
    server.environment["PERENNIAL_RATE_LIMITS"] = "off"
    with server:
        server.start()
        assert server.port == port
        assert eventually(lambda: HTTPClient(port).get("/health").status == 200)


def test_settings_are_shown_with_where_they_came_from(tmp_path):
    file = tmp_path / "settings"
    file.write_text("# ours\nPERENNIAL_PORT=8123\nPERENNIAL_LOG_LEVEL=debug\n")
    shown = run("serve", "--settings", file, "--print-settings", "--log-level", "error", environment={"PERENNIAL_RATE_LIMITS": "off"}, check=True).stdout
    said = {line.split("=")[0]: line.split("=", 1)[1] for line in shown.splitlines()}
    assert said["PERENNIAL_PORT"] == f"8123  # {file}"
    assert said["PERENNIAL_LOG_LEVEL"] == "error  # flag"
    assert said["PERENNIAL_RATE_LIMITS"] == "off  # environment"
    file.write_text("PERENNIAL_SHOE_SIZE=42\n")
    assert run("serve", "--settings", file, "--print-settings").returncode == 78


def test_the_folder_is_closed_to_others(server):
    assert server.folder.stat().st_mode & 0o077 == 0
    assert (server.folder / "perennial.db").stat().st_mode & 0o077 == 0


def test_logs_are_structured(server):
    HTTPClient(server.port).get("/health")
    lines = [line for line in server.log().splitlines() if line.strip()]
    assert lines and all(isinstance(json.loads(line), dict) for line in lines[-5:])
