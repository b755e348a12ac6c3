"""Definitions as SQL that ask for more than files say: places, proofs of consent, custom metrics, samples, dates and phone numbers in texts."""
import csv
import io
import json
import random
import time
from datetime import datetime, timedelta, timezone

import duckdb
import pytest

from conftest import eventually, sdk_for
from RunningServer.documents import event, events_job, import_job, profile, reference, subscription
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_segment_sql import ALWAYS, Tables, did, one, prop
from test_segments_of_consent_and_place import by, double_opt_in, near, said, source

PLACES = [("PL", "00950", 52.2297, 21.0122), ("PL", "30001", 50.0614, 19.9383), ("FR", "75001", 48.8592, 2.3417), ("FR", "69001", 45.7679, 4.8343),
          ("DE", "10115", 52.5323, 13.3846), ("US", "90210", 34.0901, -118.4065), ("US", "10001", 40.7484, -73.9967),
          ("GB", "SW1A", 51.501, -0.1416), ("GB", "M1", 53.4794, -2.2453)]
COUNTRIES = ["PL", "France", "de", "US", "united states", "GB", "Poland", None]
ZIPS = ["00-950", "950", "75001", "75 001", "10115", "90210-1234", "90210", "10001", "SW1A 1AA", "sw1a", "M1 1AE", "ab!", "99999", None]
DATES = ["2024-03-05", "2024-12-31T23:59:60Z", "2024-12-20 08:00", "2024-12-01t10:00:00.25+02:00", "2024-06-30T22:30:00-0330", "2024-02-31",
         "2099-06-01", "2024-01-01T24:00", "2024-07-01T00:00:00+19:00", "1999-06-01T02:00+01:", "soon", "", 5, None]
PHONES = ["+48501234567", "+33612345678", "+12025550123", "+12045550123", "+18095550123", "+77011234567", "+79161234567", "+999123456", "501234567", "+", 48, None]
ODD = ['a"b', "a'b", "a\\b", "a.b", "a/~b", "ą ę"]


class Shop:
    """Two hundred and forty people, told by the API; the same in tables as docs/segments.md describes them."""

    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"
        self.server = RunningServer(self.data)
        self.server.full_key = self.server.create_key()
        rows = ["country,postal_code,latitude,longitude"] + [",".join(map(str, place)) for place in PLACES]
        (folder / "places.csv").write_text("\n".join(rows) + "\n")
        run("places", "load", folder / "places.csv", "--data", self.data, check=True)
        self.server.start()
        self.klaviyo = sdk_for(self.server, self.server.full_key)
        self.http = HTTPClient(self.server.port, self.server.full_key)
        draw = random.Random(7)
        self.people, self.events = [], []
        for number in range(240):
            place = {"country": draw.choice(COUNTRIES), "zip": draw.choice(ZIPS)}
            if draw.random() < 0.4:
                place |= {"latitude": round(draw.uniform(40, 55), 4), "longitude": round(draw.uniform(-5, 25), 4)}
            properties = {"When": draw.choice(DATES), "Tel": draw.choice(PHONES)} | {name: draw.choice(["x", "y", 5]) for name in draw.sample(ODD, 2)}
            self.people.append({
                "email": f"p{number}@example.com", "title": draw.choice([date for date in DATES if isinstance(date, str) and date] + [None]),
                "location": {name: value for name, value in place.items() if value is not None},
                "properties": {name: value for name, value in properties.items() if value is not None}})
        self.people = [{name: value for name, value in person.items() if value is not None} for person in self.people]
        self.klaviyo.Profiles.bulk_import_profiles(import_job(self.people))
        eventually(lambda: len(self.export("profile_id")) == 240)
        self.tell(draw)
        self.consent(draw)
        self.load()

    def tell(self, draw):
        for number in range(500):
            says = draw.choice([
                {"source": "web", "total": "59.90"}, {"source": "pos", "total": 12.5}, {"total": "12,50"}, {"source": None, "total": -3},
                {"meta_data": [{"key": "plan", "value": "gold"}, {"name": "total", "value": "7.25"}]}, {"meta_data": {"plan": "gold"}}, {"meta_data.plan": "gold"},
                {"meta_data": [{"key": "plan"}]}, {"source": "web", "total": True}, {}])
            self.events.append({"person": draw.randrange(240), "metric": draw.choice(["Ordered", "Renewed", "Returned"]), "properties": says,
                                "value": draw.choice([None, 0, 19.99, 150]), "currency": draw.choice([None, "EUR", "USD"]),
                                "time": datetime(2025, 1, 1, tzinfo=timezone.utc) - timedelta(minutes=draw.randrange(1, 500_000)), "unique_id": f"e{number}"})
        batches = []
        for row in self.events:
            if row["value"] is None:
                row["currency"] = None
            document = event(row["metric"], {}, time=row["time"], value=row["value"], currency=row["currency"], unique_id=row["unique_id"], properties=row["properties"])
            batches.append(({"email": self.people[row["person"]]["email"]}, [document]))
        self.klaviyo.Events.bulk_create_events(events_job(batches))
        eventually(lambda: {"Ordered", "Renewed", "Returned"} <= {item.attributes.name for item in self.klaviyo.Metrics.get_metrics().data})
        eventually(lambda: len(list(self.http.pages("/api/events", **{"page[size]": 200}))) == 500)

    def consent(self, draw):
        emails = [person["email"] for person in self.people]
        draw.shuffle(emails)
        some = lambda first, last: [{"email": email} for email in emails[first:last]]
        self.klaviyo.Profiles.bulk_subscribe_profiles(subscription(some(0, 40), custom_source="Fair"))
        self.klaviyo.Profiles.bulk_subscribe_profiles(subscription(some(40, 70)))
        confirming = self.klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Confirms", "opt_in_process": "double_opt_in"}}}).data.id
        self.klaviyo.Profiles.bulk_subscribe_profiles(subscription(some(70, 100), list=confirming))
        for email in emails[70:85]:
            body = {"data": {"type": "subscription-confirmation", "attributes": {"profile": profile(email=email)},
                             "relationships": {"list": {"data": reference("list", confirming)}}}}
            eventually(lambda: self.http.post("/api/perennial/subscription-confirmations", body).status == 204)
        self.klaviyo.Profiles.bulk_unsubscribe_profiles(subscription(some(30, 50), end=True))

        def done():
            rows = self.export("email", "email_consent", "email_double_opt_in")
            counts = (sum(row[1] == "UNSUBSCRIBED" for row in rows), sum(row[2] == "true" for row in rows))
            return counts == (20, 15)
        eventually(done)

    def export(self, *columns):
        out = run("export", "profiles", "--data", self.data, "--raw", "--columns", *columns, check=True).stdout
        rows = list(csv.reader(io.StringIO(out)))[1:]
        return [row[0] for row in rows] if len(columns) == 1 else rows

    def load(self):
        self.db = db = Tables.empty()
        exported = self.export("email", "profile_id", "profile_number", "email_consent", "email_consent_method", "email_consent_method_detail", "email_consent_source",
                               "email_double_opt_in")
        assert sorted(int(row[2]) for row in exported) == list(range(240)) or len({row[2] for row in exported}) == 240
        by_email = {row[0]: row for row in exported}
        for person in self.people:
            row, place = by_email[person["email"]], person.get("location", {})
            db.execute("INSERT INTO profiles (profile_id, profile_number, email, title, country, zip, latitude, longitude, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (
                row[1], int(row[2]), person["email"], person.get("title"), place.get("country"), place.get("zip"), place.get("latitude"), place.get("longitude"),
                json.dumps(person["properties"])))
            if row[3] != "NEVER_SUBSCRIBED" or row[4]:
                status = row[3].lower()
                db.execute("INSERT INTO consents (profile_id, channel, status, suppressed, method, method_detail, custom_source, double_opt_in) VALUES (?, 'email', ?, FALSE, ?, ?, ?, ?)",
                           (row[1], status, row[4] or None, row[5] or None, row[6] or None, row[7] == "true" if row[7] else None))
        for row in self.events:
            db.execute("INSERT INTO events VALUES (?, NULL, ?, ?, ?, ?, ?)", (
                by_email[self.people[row["person"]]["email"]][1], row["metric"], row["time"].strftime("%Y-%m-%d %H:%M:%S"), row["value"], row["currency"], json.dumps(row["properties"])))
        out = run("places", "show", "--csv", "--data", self.data, check=True).stdout
        for country, code, latitude, longitude in list(csv.reader(io.StringIO(out)))[1:]:
            db.execute("INSERT INTO postal_codes VALUES (?, ?, ?, ?)", (country, code, float(latitude), float(longitude)))

    def people_of(self, conditions):
        """By the program, and by DuckDB."""
        time.sleep(1)
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        files = []
        for number, condition in enumerate(conditions):
            files.append(self.folder / f"definition-{number}.json")
            files[-1].write_text(json.dumps(one(condition)))
        said = json.loads(run("segment", "evaluate", *files, "--data", self.data, "--as-of", now, "--format", "json", check=True).stdout)
        found = []
        for file in files:
            query = run("segment", "sql", file, "--as-of", now, "--data", self.data, check=True).stdout
            found.append(len(self.db.execute(query).fetchall()))
        return [row["count"] for row in said], found

    def agrees(self, conditions, *, mixed):
        """The same people, and of most conditions neither nobody nor everybody."""
        said, found = self.people_of(conditions)
        wrong = [(condition, ours, theirs) for condition, ours, theirs in zip(conditions, said, found) if ours != theirs]
        assert not wrong, wrong
        assert sum(0 < count < 240 for count in said) >= mixed, said
        return said


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("sql-more"))
    yield made
    made.server.close()


def sample(percentage, seed=0):
    return {"type": "profile-sample", "percentage": percentage, "seed": seed}


def test_the_same_are_drawn_by_chance(shop):
    samples = [sample(percentage, seed) for percentage in (3, 10, 37.5, 50, 99) for seed in (0, 1, 7, 4_294_967_295)] + [sample(100)]
    shop.agrees(samples, mixed=18)
    # Not only as many: the same.
    both = [{"type": "all", "conditions": [sample(50, 1), near("75001", "less-than", 1200)]}, {"type": "all", "conditions": [sample(50, 1), {"type": "not", "condition": sample(40, 1)}]}]
    shop.agrees(both, mixed=2)


def test_distances_are_measured_alike(shop):
    shop.agrees([
        near("75001", "less-than", 20), near("75001", "greater-than", 500), near("75 001", "less-than", 300, "miles"), near("950", "less-than", 800, country="PL"),
        near("00-950", "greater-than", 1, country="pl"), near("SW1A 2AA", "less-than", 400, country="GB"), near("90210-1111", "less-than", 5000, country="US"),
        near("M1", "greater-than", 700, country="GB"), near("10115", "less-than", 0, country="DE")], mixed=8)


def test_ways_of_consent(shop):
    ways = [source("Fair"), source("Nowhere"), by("api"), by("api", "API"), by("api", "Other"), by("form"), double_opt_in(True), double_opt_in(False)]
    conditions = [said(way, subscription=status, can_receive=may) for way in ways for status, may in (("any", True), ("subscribed", True), ("unsubscribed", False), ("never_subscribed", True))]
    shop.agrees(conditions, mixed=14)


def date(**filter):
    return {"type": "date", **filter}


def test_dates_and_phone_numbers_in_texts(shop):
    filters = [date(operator="before", date="2024-07-01T00:00:00Z"), date(operator="after", date="2024-12-01T08:00:00Z"), date(operator="in-the-next", unit="week", quantity=5000),
               date(operator="between-static", start="2024-06-30T00:00:00Z", end="2024-12-20T08:00:01Z"), date(operator="calendar-month", value=12),
               date(operator="anniversary-last", unit="day", quantity=200), date(operator="at-least", unit="day", quantity=10)]
    shop.agrees([prop(name, **filter) for name in ("properties['When']", "title") for filter in filters], mixed=12)
    countries = [["PL"], ["US"], ["CA", "DO"], ["RU", "KZ"], ["FR", "US", "PL"]]
    operators = ("phone-country-code-in", "phone-country-code-not-in")
    shop.agrees([prop("properties['Tel']", type="string", operator=operator, value=value) for operator in operators for value in countries], mixed=10)


def test_odd_names_and_lists_of_one(shop):
    filters = [dict(type="string", operator="equals", value="x"), dict(type="numeric", operator="greater-than", value=1), dict(type="existence", operator="not-set")]
    names = [f"properties['{name}']" for name in ODD if "'" not in name]
    shop.agrees([prop(name, **filter) for name in names for filter in filters], mixed=15)
    lists = [dict(type="list", operator="contains", value="2024-03-05"), dict(type="list", operator="not-contains-any", value=["soon"]), dict(type="list", operator="contains-substring", value="24-1"),
             dict(type="list", operator="length-equals", value=1), dict(type="list", operator="contains-all", value=["soon", "2024-03-05"])]
    shop.agrees([prop(name, **filter) for name in ("title", "properties['When']") for filter in lists], mixed=7)


def test_custom_metrics(shop):
    metrics = {item.attributes.name: item.id for item in shop.klaviyo.Metrics.get_metrics().data}

    def group(metric, *filters, worth=None):
        return {"metric_id": metrics[metric], "metric_filters": [{"property": name, "filter": filter} for name, filter in filters], "value_property": worth}

    def text(value, operator="equals"):
        return {"type": "string", "operator": operator, "value": value}

    definitions = {
        "Web": ("value", group("Ordered", ("source", text("web")))),
        "Not POS": ("value", group("Ordered", ("source", text("pos", "not-equals"))), group("Renewed", worth="total")),
        "First group counts": ("value", group("Ordered", ("source", text("web")), worth="total"), group("Ordered", worth="meta_data.total")),
        "Gold": ("value", group("Ordered", ("meta_data.plan", text("gold"))), group("Returned", ("meta_data.plan", {"type": "existence", "operator": "not-set"}))),
        "Dear": ("count", group("Ordered", ("$value", {"type": "numeric", "operator": "greater-than", "value": 20})), group("Renewed", ("$value", {"type": "existence", "operator": "not-set"}))),
        "In dollars": ("count", group("Renewed", ("$value_currency", text("USD"))), group("Returned", ("$value_currency", {"type": "existence", "operator": "is-set"}))),
    }
    ids = {}
    for name, (method, *groups) in definitions.items():
        attributes = {"name": name, "definition": {"aggregation_method": method, "metric_groups": groups}}
        ids[name] = shop.klaviyo.Metrics.create_custom_metric({"data": {"type": "custom-metric", "attributes": attributes}}).data.id
    conditions = []
    year = {"operator": "between-static", "start": "2024-06-01T00:00:00Z", "end": "2025-01-01T00:00:00Z"}
    pos = {"metric_filters": [{"property": "source", "filter": text("web")}]}
    for name, (method, *_) in definitions.items():
        for frame, more in ((ALWAYS, {}), (year, {}), (ALWAYS, pos)):
            conditions.append(did(name, "greater-than-or-equal", 1, frame, **more))
            conditions += [did(name, "greater-than", 25, frame, measure, **more) for measure in ("sum", "average") if method == "value"]
        conditions.append({**did(name, "equals", 0, ALWAYS), "metric_id": ids[name]})
        del conditions[-1]["metric_name"]
    shop.agrees(conditions, mixed=40)


def test_what_an_event_is_worth_can_be_asked_of_it(shop):
    def worth(operator, **more):
        return {"metric_filters": [{"property": "$value", "filter": {"type": "numeric", "operator": operator, **more}}]}

    currency = {"metric_filters": [{"property": "$value_currency", "filter": {"type": "string", "operator": "equals", "value": "USD"}}]}
    unknown = {"metric_filters": [{"property": "$value", "filter": {"type": "existence", "operator": "not-set"}}]}
    both = {"metric_filters": [*worth("less-than", value=20)["metric_filters"], {"property": "source", "filter": {"type": "string", "operator": "equals", "value": "web"}}]}
    filters = [worth("less-than", value=20), worth("greater-than", value=100), worth("equals", value=0), currency, unknown, both]
    said = shop.agrees([did("Ordered", "greater-than-or-equal", 1, ALWAYS, **filter) for filter in filters], mixed=6)
    assert said[1] < said[0]


def test_names_that_the_shop_does_not_have_are_refused(shop):
    file = shop.folder / "misspelt.json"
    for condition in (did("Orderd", "greater-than", 1, ALWAYS), {"type": "profile-group-membership", "is_member": True, "group_names": ["Nope"]}):
        file.write_text(json.dumps(one(condition)))
        refused = run("segment", "sql", file, "--as-of", "2026-01-01T00:00:00Z", "--data", shop.data)
        assert refused.returncode == 65 and "/condition_groups/0/conditions/0" in refused.stderr, refused.stderr
