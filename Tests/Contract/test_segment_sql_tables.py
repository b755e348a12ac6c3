"""What `perennial export tables` writes is what `perennial segment sql` asks: in DuckDB each segment has exactly the people of the program."""
import json
import os
import re
import stat

import duckdb
import pytest

from RunningServer.process import run

# What no ready-made segment asks for: texts and what is missing, events that say something, funnels, properties, masked addresses.
MORE = [
    {"type": "profile-property", "property": "first_name", "filter": {"type": "string", "operator": "starts-with", "value": "M"}},
    {"type": "profile-property", "property": "title", "filter": {"type": "existence", "operator": "not-set"}},
    {"type": "profile-property", "property": "location.latitude", "filter": {"type": "numeric", "operator": "greater-than", "value": 48}},
    {"type": "profile-property", "property": "properties['Loyalty Points']", "filter": {"type": "numeric", "operator": "greater-than", "value": 20}},
    {"type": "profile-property", "property": "properties['Previous RFM group']", "filter": {"type": "string", "operator": "equals", "value": "Loyal"}},
    {"type": "profile-metric", "metric_name": "Viewed Product", "measurement": "count", "timeframe_filter": {"type": "date", "operator": "alltime"},
     "measurement_filter": {"type": "numeric", "operator": "greater-than-or-equal", "value": 2},
     "metric_filters": [{"property": "Price", "filter": {"type": "numeric", "operator": "greater-than", "value": 12}}]},
    {"type": "profile-metric-funnel", "completion_window_seconds": "DAYS_30", "timeframe_filter": {"type": "date", "operator": "alltime"},
     "steps": [{"metric_name": "Viewed Product", "metric_exists": True}, {"metric_name": "Placed Order", "metric_exists": True}]},
    {"type": "profile-marketing-consent", "consent": {"channel": "email", "can_receive_marketing": True, "consent_status": {"subscription": "any"}}},
    {"type": "profile-marketing-consent", "consent": {"channel": "email", "can_receive_marketing": False, "consent_status": {"subscription": "never_subscribed"}}},
    {"type": "profile-sample", "percentage": 30, "seed": 4},
    {"type": "profile-predictive-analytics", "dimension": "rfm_frequency", "model": "Standard", "filter": {"type": "numeric", "operator": "equals", "value": 3}},
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A demo shop, and the same in DuckDB."""
    folder = tmp_path_factory.mktemp("tables")
    data, tables = folder / "data", folder / "tables"
    run("demo", "--data", data, "--customers", 600, "--headless", timeout=300, check=True)
    said = run("export", "tables", tables, "--data", data, check=True).stderr
    as_of = re.search(r"--as-of (\S+)", said).group(1)
    database = duckdb.connect()
    # Its statements name files of the folder that they stand in.
    here = os.getcwd()
    os.chdir(tables)
    try:
        database.execute((tables / "duckdb.sql").read_text())
    finally:
        os.chdir(here)
    return folder, data, tables, database, as_of


def test_every_ready_made_segment_has_the_same_people(shop):
    folder, data, _, database, as_of = shop
    offered = json.loads(run("segment", "ready-made", "--data", data, "--format", "json", check=True).stdout)
    wrong, mixed = [], 0
    for segment in offered:
        if segment["definition"] is None:
            continue
        file = folder / "definition.json"
        file.write_text(json.dumps(segment["definition"]))
        query = run("segment", "sql", file, "--as-of", as_of, "--data", data, check=True).stdout
        found = len(database.execute(query).fetchall())
        mixed += found > 0
        if found != segment["profile_count"]:
            wrong.append((segment["id"], segment["profile_count"], found))
    assert not wrong, wrong
    assert mixed > 25


def test_other_conditions_count_the_same(shop):
    folder, data, _, database, as_of = shop
    files = []
    for number, condition in enumerate(MORE):
        files.append(folder / f"more-{number}.json")
        files[-1].write_text(json.dumps({"condition_groups": [{"conditions": [condition]}]}))
    said = [row["count"] for row in json.loads(run("segment", "evaluate", *files, "--as-of", as_of, "--data", data, "--format", "json", check=True).stdout)]
    found = [len(database.execute(run("segment", "sql", file, "--as-of", as_of, "--data", data, check=True).stdout).fetchall()) for file in files]
    assert said == found
    assert all(0 < count for count in found)


def test_the_tables_are_private_and_whole(shop):
    _, data, tables, database, _ = shop
    for file in tables.glob("*.csv"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    exported = run("export", "profiles", "--data", data, "--columns", "profile_id", check=True).stdout.splitlines()[1:]
    assert sorted(row[0] for row in database.execute("SELECT profile_id FROM profiles").fetchall()) == sorted(exported)
    # An empty text is no missing one, and every event has somebody.
    assert database.execute("SELECT COUNT(*) FROM events LEFT JOIN profiles USING (profile_id) WHERE profiles.profile_id IS NULL").fetchone() == (0,)
    assert database.execute("SELECT COUNT(*) FROM events WHERE NOT json_valid(properties)").fetchone() == (0,)


def test_a_folder_that_cannot_be_made_is_said(shop):
    refused = run("export", "tables", shop[2] / "events.csv" / "x", "--data", shop[1])
    assert refused.returncode != 0 and "cannot be made" in refused.stderr
