"""Definitions as SQL: over the files that a shop was made of, DuckDB counts the same people as the program."""
import csv
import json
import random
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pytest

from RunningServer.http_client import HTTPClient
from RunningServer.process import run

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2025-01-01T00:00:00Z"
NAMES = ["Ann", "Anna", "ann", "Łucja", "O'Neil", 'Q"', "", None]
COUNTRIES = ["PL", "France", "de", "US", "united states", "GB", "", None]


def moment(draw, days=800):
    return datetime(2025, 1, 1, tzinfo=timezone.utc) - timedelta(seconds=draw.randrange(1, days * 86_400))


def text(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


class Tables:
    """A shop that was imported, and the same in tables as docs/segments.md describes them."""

    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"
        draw = random.Random(5)
        people = [f"c{number}" for number in range(1200)]
        profiles, events, orders = [], [], []
        for person in people:
            joined = moment(draw)
            profiles.append({
                "customer_id": person, "email": f"{person}@example.com" if draw.random() < 0.9 else None, "first_name": draw.choice(NAMES),
                "country": draw.choice(COUNTRIES), "list_newsletter": draw.random() < 0.5, "created_at": text(joined)})
            for number in range(draw.randrange(0, 14)):
                metric = draw.choice(["opened_email", "clicked_email", "viewed_product", "viewed_product", "active_on_site"])
                events.append((person, metric, text(moment(draw, draw.choice([50, 800]))), round(draw.uniform(0, 2000), 2)))
            for number in range(draw.choice([0, 1, 1, 2, 4, 7])):
                orders.append((person, f"{person}-{number}", text(moment(draw)), round(draw.uniform(5, 300), 2), draw.choice(["web", "pos", "subscription"])))
        self.write("orders.csv", ["customer_id", "order_id", "ordered_at", "value", "currency", "source"], [(*row[:4], "EUR", row[4]) for row in orders])
        self.write("events.csv", ["customer_id", "metric", "occurred_at", "value"], events)
        # Profiles first: what is told of somebody who is new is known from the beginning.
        self.import_profiles(profiles)
        for kind in ("orders", "events"):
            run("import", kind, folder / f"{kind}.csv", "--data", self.data, check=True)
        ids = self.export("customer_id")
        assert set(people) == set(ids) and len(ids) == len(people)
        self.load(profiles, events, orders)

    def write(self, name, header, rows):
        with open(self.folder / name, "w", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    def import_profiles(self, profiles):
        header = ["customer_id", "email", "first_name", "country", "list_newsletter", "created_at"]
        rows = [[{None: "", True: "true", False: "false"}.get(row[name], row[name]) for name in header] for row in profiles]
        self.write("profiles.csv", header, rows)
        run("import", "profiles", self.folder / "profiles.csv", "--data", self.data, check=True)

    def export(self, *columns):
        out = run("export", "profiles", "--data", self.data, "--raw", "--columns", *columns, check=True).stdout
        return [row[0] for row in csv.reader(out.splitlines())][1:]

    @staticmethod
    def empty():
        db = duckdb.connect()
        columns = ["email", "phone_number", "external_id", "anonymous_id", "first_name", "last_name", "organization", "title", "locale", "image",
                   "address1", "address2", "city", "country", "region", "zip", "timezone", "ip"]
        db.execute(f"CREATE TABLE profiles (profile_id VARCHAR, profile_number BIGINT, customer_id VARCHAR, {', '.join(f'{name} VARCHAR' for name in columns)}, latitude DOUBLE, "
                   "longitude DOUBLE, created_at TIMESTAMP, updated_at TIMESTAMP, properties VARCHAR)")
        db.execute("CREATE TABLE events (profile_id VARCHAR, metric_id VARCHAR, metric VARCHAR, occurred_at TIMESTAMP, value DOUBLE, currency VARCHAR, properties VARCHAR)")
        db.execute("CREATE TABLE memberships (profile_id VARCHAR, group_id VARCHAR, group_name VARCHAR, joined_at TIMESTAMP)")
        db.execute("CREATE TABLE consents (profile_id VARCHAR, channel VARCHAR, status VARCHAR, status_at TIMESTAMP, suppressed BOOLEAN, bounced_at TIMESTAMP, "
                   "suppressed_by_hand_at TIMESTAMP, invalid_at TIMESTAMP, method VARCHAR, method_detail VARCHAR, custom_source VARCHAR, double_opt_in BOOLEAN)")
        db.execute("CREATE TABLE postal_codes (country VARCHAR, postal_code VARCHAR, latitude DOUBLE, longitude DOUBLE)")
        return db

    def load(self, profiles, events, orders):
        self.db = db = self.empty()
        db.executemany("INSERT INTO profiles (profile_id, customer_id, email, first_name, country, created_at) VALUES (?, ?, ?, ?, ?, ?)", [
            (row["customer_id"], row["customer_id"], row["email"] or None, row["first_name"] or None, row["country"] or None, row["created_at"][:-1]) for row in profiles])
        db.executemany("INSERT INTO events VALUES (?, NULL, ?, ?, ?, NULL, '{}')", [(row[0], row[1], row[2][:-1], row[3]) for row in events])
        db.executemany("INSERT INTO events VALUES (?, NULL, 'Placed Order', ?, ?, 'EUR', ?)",
                       [(row[0], row[2][:-1], row[3], json.dumps({"source_name": row[4]})) for row in orders])
        db.executemany("INSERT INTO memberships VALUES (?, NULL, 'newsletter', NULL)", [(row["customer_id"],) for row in profiles if row["list_newsletter"]])
        # What is known and expected of customers, from the program's own export as of the moment.
        out = self.folder / "predictions.csv"
        run("export", "profiles", "--data", self.data, "--as-of", AS_OF, "--output", out, check=True)
        db.execute(f"CREATE TABLE exported AS SELECT * FROM read_csv('{out}', all_varchar = true)")
        numbers = ["historic_number_of_orders", "historic_clv", "average_order_value", "average_days_between_orders", "predicted_number_of_orders", "predicted_clv",
                   "predicted_clv_low", "predicted_clv_high", "total_clv", "churn_probability", "probability_of_order", "rfm_recency", "rfm_frequency", "rfm_monetary"]
        db.execute("CREATE TABLE predictions AS SELECT customer_id AS profile_id, " + ", ".join(f"TRY_CAST({name} AS DOUBLE) AS {name}" for name in numbers)
                   + ", rfm_group, clv_category, purchase_likelihood, TRY_CAST(overdue AS BOOLEAN) AS overdue, TRY_CAST(first_order_at AS TIMESTAMP) AS first_order_at, "
                   "TRY_CAST(last_order_at AS TIMESTAMP) AS last_order_at, TRY_CAST(expected_date_of_next_order AS DATE) AS expected_date_of_next_order FROM exported")

    def counts(self, definitions, as_of=AS_OF):
        """By the program, and by DuckDB."""
        files = []
        for number, definition in enumerate(definitions):
            files.append(self.folder / f"definition-{number}.json")
            files[-1].write_text(json.dumps(definition))
        said = json.loads(run("segment", "evaluate", *files, "--data", self.data, "--as-of", as_of, "--format", "json", check=True).stdout)
        queries = [
            run("segment", "sql", file, "--as-of", as_of, "--time-zone", "UTC", "--currency", "EUR", check=True).stdout for file in files]
        return [row["count"] for row in said], [len(self.db.execute(query).fetchall()) for query in queries]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return Tables(tmp_path_factory.mktemp("sql"))


def one(condition):
    return {"condition_groups": [{"conditions": [condition]}]}


def did(metric, operator, value, frame, measurement="count", **more):
    return {"type": "profile-metric", "metric_name": metric, "measurement": measurement,
            "measurement_filter": {"type": "numeric", "operator": operator, "value": value}, "timeframe_filter": {"type": "date", **frame}, **more}


ALWAYS = {"operator": "alltime"}
YEAR = {"operator": "in-the-last", "unit": "day", "quantity": 365}


def prop(name, **filter):
    return {"type": "profile-property", "property": name, "filter": filter}


def score(dimension, operator, value):
    return {"type": "profile-predictive-analytics", "dimension": dimension, "filter": {"type": "numeric", "operator": operator, "value": value}}


def funnel(*steps, window=None, frame=ALWAYS):
    made = {"type": "profile-metric-funnel", "timeframe_filter": {"type": "date", **frame},
            "steps": [{"metric_name": name, "metric_exists": exists} for name, exists in steps]}
    return made if window is None else {**made, "completion_window_seconds": window}


OF_POS = {"metric_filters": [{"property": "source_name", "filter": {"type": "string", "operator": "equals", "value": "pos"}}]}
CONDITIONS = [
    did("opened_email", "greater-than-or-equal", 1, YEAR), did("opened_email", "equals", 0, YEAR), did("opened_email", "less-than", 2, ALWAYS),
    did("Placed Order", "greater-than", 150, ALWAYS, "sum"), did("Placed Order", "less-than-or-equal", 0, YEAR, "sum"),
    did("Placed Order", "greater-than", 120.5, ALWAYS, "average"), did("Placed Order", "greater-than-or-equal", 1, ALWAYS, **OF_POS),
    did("viewed_product", "greater-than-or-equal", 1, {"operator": "between", "unit": "week", "start": 3, "end": 40}),
    did("viewed_product", "greater-than-or-equal", 1, {"operator": "at-least", "unit": "day", "quantity": 100}),
    did("viewed_product", "greater-than-or-equal", 1, {"operator": "between-static", "start": "2024-02-01T00:00:00Z", "end": "2024-06-01T12:00:00Z"}),
    did("viewed_product", "greater-than-or-equal", 1, {"operator": "anniversary-last", "unit": "day", "quantity": 40}),
    did("viewed_product", "greater-than-or-equal", 1, {"operator": "anniversary-next", "unit": "week", "quantity": 9}),
    funnel(("opened_email", True), ("Placed Order", True)), funnel(("opened_email", True), ("Placed Order", False)),
    funnel(("opened_email", True), ("Placed Order", True), window="DAYS_90"), funnel(("opened_email", True), ("clicked_email", False), ("Placed Order", True)),
    funnel(("opened_email", True), ("clicked_email", True), ("Placed Order", False), window="DAYS_180"),
    prop("first_name", type="string", operator="equals", value="O'Neil"), prop("first_name", type="string", operator="not-equals", value="Ann"),
    prop("first_name", type="string", operator="contains", value="nn"), prop("first_name", type="string", operator="not-contains", value="nn"),
    prop("first_name", type="string", operator="starts-with", value="A"), prop("first_name", type="string", operator="not-ends-with", value="a"),
    prop("first_name", type="string", operator="regex", value="^(?i)an+a?$"), prop("first_name", type="string", operator="in", value=["Łucja", 'Q"']),
    prop("first_name", type="existence", operator="is-set"), prop("first_name", type="existence", operator="not-set"), prop("email", type="existence", operator="is-set"),
    prop("created", type="date", operator="in-the-last", unit="day", quantity=200), prop("created", type="date", operator="calendar-month", value=3),
    prop("created", type="date", operator="anniversary-month"), prop("created", type="date", operator="before", date="2024-03-01T00:00:00Z"),
    prop("last_event_date", type="date", operator="at-least", unit="week", quantity=20), prop("last_event_date", type="existence", operator="not-set"),
    {"type": "profile-region", "region": "european_union", "in_region": True}, {"type": "profile-region", "region": "european_union", "in_region": False},
    {"type": "profile-region", "region": "united_states", "in_region": True},
    score("historic_clv", "greater-than", 200), score("historic_number_of_orders", "equals", 2), score("average_order_value", "less-than", 100),
    {"type": "profile-predictive-analytics", "dimension": "last_order_date", "filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 300}},
    {"type": "profile-predictive-analytics", "dimension": "rfm_group", "filter": {"type": "string", "operator": "in", "value": ["Champions", "Inactive"]}},
    {"type": "profile-top", "dimension": "historic_clv", "percent": 7}, {"type": "profile-top", "dimension": "historic_number_of_orders", "count": 10},
    {"type": "profile-top", "dimension": "historic_number_of_orders", "count": 3, "order": "least"},
    {"type": "profile-top", "dimension": "historic_clv", "percent": 10, "among": did("opened_email", "greater-than-or-equal", 1, YEAR)},
    {"type": "profile-top", "dimension": "historic_clv", "count": 40, "order": "least", "among": {"type": "all", "conditions": [
        score("historic_number_of_orders", "greater-than", 1),
        {"type": "not", "condition": {"type": "profile-top", "dimension": "historic_clv", "percent": 60, "among": prop("email", type="existence", operator="is-set")}}]}},
]


def test_every_kind_of_condition_counts_the_same(tables):
    said, found = tables.counts([one(condition) for condition in CONDITIONS])
    wrong = [(condition, ours, theirs) for condition, ours, theirs in zip(CONDITIONS, said, found) if ours != theirs]
    assert not wrong, wrong
    # Hardly any of them means nobody or everybody: what agrees agrees about somebody.
    assert sum(0 < count < 1200 for count in said) > len(CONDITIONS) - 8, said


def test_conditions_in_each_other_count_the_same(tables):
    draw = random.Random(11)

    def condition(depth):
        if depth == 0 or draw.random() < 0.3:
            return draw.choice(CONDITIONS)
        kind = draw.choice(["all", "any", "not"])
        if kind == "not":
            return {"type": "not", "condition": condition(depth - 1)}
        return {"type": kind, "conditions": [condition(depth - 1) for _ in range(draw.randrange(1, 4))]}

    definitions = [{"condition_groups": [{"conditions": [condition(3) for _ in range(2)]} for _ in range(2)]} for _ in range(40)]
    said, found = tables.counts(definitions)
    assert said == found


def test_what_cannot_be_said_is_refused_with_its_place(tables):
    file = tables.folder / "bytes.json"
    file.write_text(json.dumps({"condition_groups": [{"conditions": [CONDITIONS[0]]}, {"conditions": [prop("first_name", type="string", operator="regex", value="\\C+")]}]}))
    asked = ("segment", "sql", file, "--time-zone", "UTC", "--currency", "EUR", "--as-of")
    assert run(*asked, AS_OF, "--dialect", "duckdb").returncode == 0
    refused = run(*asked, AS_OF, "--dialect", "spark")
    assert refused.returncode == 65 and "/condition_groups/1/conditions/0" in refused.stderr and "a byte, not a character" in refused.stderr
    assert run(*asked, "yesterday").returncode == 64
    future = run(*asked, "2999-01-01T00:00:00Z")
    assert future.returncode == 64 and "lies in the future" in future.stderr


VALUES = ["gold", "go'ld", "", "5", 5, 5.5, -3, True, False, [], ["red", "blue"], ["red"], "red", [5, "5"], ["redder", None], {"b": "gold"}, {"b": 5}, None]
TIER = "properties['Tier']"
OF_PROPERTIES = [
    *[{"type": "string", "operator": operator, "value": value} for operator in ("equals", "not-equals", "contains", "not-starts-with") for value in ("gold", "5", "go'ld", "")],
    {"type": "string", "operator": "in", "value": ["gold", "red"]}, {"type": "string", "operator": "not-in", "value": ["gold", "red"]},
    *[{"type": "numeric", "operator": operator, "value": 5} for operator in ("equals", "not-equals", "greater-than", "less-than-or-equal")],
    {"type": "numeric", "operator": "between", "start": -3, "end": 5.5}, {"type": "boolean", "operator": "equals", "value": True},
    {"type": "boolean", "operator": "equals", "value": False}, {"type": "existence", "operator": "is-set"}, {"type": "existence", "operator": "not-set"},
    *[{"type": "list", "operator": operator, "value": value} for operator in ("contains", "not-contains") for value in ("red", 5)],
    *[{"type": "list", "operator": operator, "value": ["red", "blue"]} for operator in ("contains-any", "not-contains-any", "contains-all", "not-contains-all")],
    *[{"type": "list", "operator": operator, "value": "ed"} for operator in ("contains-substring", "not-contains-substring")],
    {"type": "list", "operator": "length-equals", "value": 1}, {"type": "list", "operator": "length-less-than", "value": 2},
]


def test_properties_of_every_type_count_the_same(new_server):
    server = new_server()
    http = HTTPClient(server.port, server.full_key)
    shop = Tables.__new__(Tables)
    shop.folder = shop.data = server.folder
    shop.db = Tables.empty()
    for number, value in enumerate(VALUES):
        properties = {} if value is None else {"Tier": value}
        answer = http.post("/api/profiles", {"data": {"type": "profile", "attributes": {"email": f"p{number}@example.com", "properties": properties}}})
        assert answer.status == 201, answer
        event = {"metric": {"data": {"type": "metric", "attributes": {"name": "Chose"}}}, "unique_id": str(number),
                 "profile": {"data": {"type": "profile", "attributes": {"email": f"p{number}@example.com"}}}, "properties": {"a": properties}}
        assert http.post("/api/events", {"data": {"type": "event", "attributes": event}}).status == 202
        shop.db.execute("INSERT INTO profiles (profile_id, properties) VALUES (?, ?)", (str(number), json.dumps(properties)))
        shop.db.execute("INSERT INTO events VALUES (?, NULL, 'Chose', '2026-01-01', NULL, NULL, ?)", (str(number), json.dumps({"a": properties})))
    conditions = [prop(name, **filter) for name in (TIER, f"{TIER}['b']") for filter in OF_PROPERTIES]
    conditions += [did("Chose", "greater-than-or-equal", 1, ALWAYS, metric_filters=[{"property": "a.Tier", "filter": filter}]) for filter in OF_PROPERTIES]
    # The first second that is not known yet: what was told within this one is before it.
    time.sleep(1)
    soon = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    said, found = shop.counts([one(condition) for condition in conditions], soon)
    wrong = [(condition, ours, theirs) for condition, ours, theirs in zip(conditions, said, found) if ours != theirs]
    assert not wrong, wrong
    assert sum(0 < count < len(VALUES) for count in said) > len(conditions) / 2, said


TEN = sorted((ROOT / "Benchmarks" / "segments").glob("*.json"))


def test_the_ten_definitions_of_the_benchmark(tables):
    """Those that ask for predictions over the program's own."""
    definitions = [json.loads(file.read_text())["definition"] for file in TEN]
    said, found = tables.counts(definitions)
    assert len(said) == 10 and said == found, dict(zip([file.stem for file in TEN], zip(said, found)))
    assert sum(count > 0 for count in said) >= 7, said
