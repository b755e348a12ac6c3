#!/usr/bin/env python3
"""What live segments cost: JSON lines of figures from a running `perennial serve` on a copy of FOLDER (made by `ingest.py import`).

    live.py segments FOLDER [--segments 1 100 1000] [--rate 1000] [--seconds 30]   from the acknowledgement of an event to the membership; CPU an event
    live.py day      FOLDER [--segments 100]                                       what a day's turn costs: scoring everybody anew, flips by time
    live.py export   FOLDER [--segments 1]                                         what a job costs that writes everybody with 20 columns, gzip included
    live.py pages    FOLDER                                                        what a page costs the server, and how large it is

The segments are those of `segments/*.json` with other numbers and spans, and one that is probed. Events are of the kinds that they ask for, of random
customers, dated now. `--clock 2024-12-31T12:00:00Z` lets the server's clock begin there (a preloaded library, made from Tests/Faults/shifted_clock.c
by cc): the data of the benchmark end on 2025-01-01, and spans of days back from now would be empty otherwise.
"""
import argparse
import calendar
import contextlib
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests"))

from RunningServer.clock import Clock  # noqa: E402
from RunningServer.http_client import HTTPClient  # noqa: E402
from RunningServer.process import RunningServer  # noqa: E402

from ingest import say  # noqa: E402

KINDS = ["opened_email", "viewed_product", "active_on_site", "clicked_email", "Placed Order"]
WEIGHTS = [40, 30, 20, 8, 2]
DEFINITIONS = [json.loads(path.read_text()) for path in sorted((HERE / "segments").glob("*.json"))]


def varied(number):
    """A definition of the ten with other numbers: every tenth is alike but for its spans and bounds."""
    definition, turn = json.loads(json.dumps(DEFINITIONS[number % len(DEFINITIONS)])), number // len(DEFINITIONS)

    def vary(part):
        if isinstance(part, dict):
            if part.get("operator") == "in-the-last":
                part["quantity"] += turn % 40
            elif part.get("type") == "numeric" and part.get("value", 0) >= 5:
                part["value"] += turn
            elif "percent" in part:
                part["percent"] += turn % 20
            for value in part.values():
                vary(value)
        elif isinstance(part, list):
            for value in part:
                vary(value)

    vary(definition)
    return {"data": {"type": "segment", "attributes": {"name": f"{definition['name']} {turn}", "definition": definition["definition"]}}}


PROBED = {"data": {"type": "segment", "attributes": {"name": "Probed", "definition": {"condition_groups": [{"conditions": [
    {"type": "profile-metric", "metric_name": "Probed", "measurement": "count",
     "measurement_filter": {"type": "numeric", "operator": "greater-than-or-equal", "value": 1},
     "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 1}}]}]}}}}


@contextlib.contextmanager
def serving(options):
    with tempfile.TemporaryDirectory(prefix="perennial-live-") as scratch:
        data, clock = Path(scratch) / "data", Clock(scratch, calendar.timegm(time.strptime(options.clock, "%Y-%m-%dT%H:%M:%SZ")))
        shutil.copytree(options.folder, data)
        with RunningServer(data, **clock.settings) as server:
            server.full_key = server.create_key()
            server.start(patience_s=600)
            yield server, clock


def settled(server, patience_s=600):
    """Waits until the server does next to nothing."""
    deadline = time.monotonic() + patience_s
    before = server.cpu_seconds()
    while time.monotonic() < deadline:
        time.sleep(3)
        now = server.cpu_seconds()
        if now - before < 0.15:
            return
        before = now
    raise SystemExit("the server does not come to rest")


def make(server, client, count):
    """Makes segments, and waits until who is in them is found out. Gives the id of the one that is probed."""
    started = server.cpu_seconds()
    for number in range(count - 1):
        answer = client.post("/api/segments", varied(number))
        assert answer.status == 201, answer
    probe = client.post("/api/segments", PROBED)
    assert probe.status == 201, probe
    settled(server)
    say("made", segments=count, cpu_s=server.cpu_seconds() - started, memory_mb=round(server.memory_mb()))
    return probe.json()["data"]["id"]


def batch(dice, people, number, size, run):
    def one(n):
        kind, id = dice.choices(KINDS, WEIGHTS)[0], dice.choice(people)
        attributes = {"metric": {"data": {"type": "metric", "attributes": {"name": kind}}}, "unique_id": f"{run}-{n}", "value": 10, "properties": {}}
        if kind == "Placed Order":
            attributes |= {"properties": {"OrderId": f"{run}-{n}", "source_name": "web"}, "value_currency": "EUR"}
        return {"type": "event-bulk-create", "attributes": {
            "profile": {"data": {"type": "profile", "id": id, "attributes": {}}}, "events": {"data": [{"type": "event", "attributes": attributes}]}}}
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": [one(n) for n in range(number, number + size)]}}}}


def some_people(client, most=20_000):
    """Ids of some profiles."""
    people, cursor = [], None
    while len(people) < most:
        answer = client.get("/api/profiles", query={"page[size]": 100, "fields[profile]": "created", **({"page[cursor]": cursor} if cursor else {})}).json()
        people += [item["id"] for item in answer["data"]]
        cursor = answer["links"]["next"]
        if not cursor:
            break
    return people


def segments(options):
    for count in options.segments:
        with serving(options) as (server, clock):
            settled(server)
            client, reader = HTTPClient(server.port, server.full_key, timeout_s=120), HTTPClient(server.port, server.full_key, timeout_s=120)
            dice = random.Random(20250101)
            client.post("/api/events", {"data": {"type": "event", "attributes": {
                "metric": {"data": {"type": "metric", "attributes": {"name": "Probed"}}}, "profile": {"data": {"type": "profile", "attributes": {
                    "external_id": "probe"}}}, "properties": {}}}})
            probe = make(server, client, count)
            # Connections that wait long are closed by the server.
            client, reader = HTTPClient(server.port, server.full_key, timeout_s=120), HTTPClient(server.port, server.full_key, timeout_s=120)
            people = some_people(client)
            fresh, waits = iter(people), []
            size = max(1, options.rate // 50)
            settled(server)
            before, started, number, turn = server.cpu_seconds(), time.perf_counter(), 0, 0
            while (now := time.perf_counter() - started) < options.seconds:
                if number / options.rate > now:
                    time.sleep(number / options.rate - now)
                answer = client.post("/api/event-bulk-create-jobs", batch(dice, people, number, size, f"live{count}"))
                assert answer.status == 202, answer
                number, turn = number + size, turn + 1
                if turn % 5 == 0:
                    id = next(fresh)
                    answer = reader.post("/api/events", {"data": {"type": "event", "attributes": {
                        "metric": {"data": {"type": "metric", "attributes": {"name": "Probed"}}}, "profile": {"data": {"type": "profile", "id": id, "attributes": {}}},
                        "properties": {}}}})
                    assert answer.status == 202, answer
                    told = time.perf_counter()
                    while probe not in [item["id"] for item in reader.get(f"/api/profiles/{id}/relationships/segments").json()["data"]]:
                        if time.perf_counter() - told > 30:
                            raise SystemExit("somebody is not in a segment 30 s after the event that brings them in")
                    waits.append(time.perf_counter() - told)
            elapsed = time.perf_counter() - started
            cpu = server.cpu_seconds() - before
            waits.sort()
            say("live", segments=count, events=number, rate=round(number / elapsed), cpu_us_per_event=1e6 * cpu / number, probes=len(waits),
                p50_ms=1e3 * waits[len(waits) // 2], p99_ms=1e3 * waits[int(len(waits) * 0.99)], most_ms=1e3 * waits[-1], memory_mb=round(server.memory_mb()))


def day(options):
    for count in options.segments:
        with serving(options) as (server, clock):
            settled(server)
            client = HTTPClient(server.port, server.full_key, timeout_s=120)
            client.post("/api/events", {"data": {"type": "event", "attributes": {
                "metric": {"data": {"type": "metric", "attributes": {"name": "Probed"}}}, "profile": {"data": {"type": "profile", "attributes": {
                    "external_id": "probe"}}}, "properties": {}}}})
            make(server, client, count)
            before, started = server.cpu_seconds(), time.perf_counter()
            time.sleep(10)
            idle = (server.cpu_seconds() - before) / (time.perf_counter() - started)
            before, started = server.cpu_seconds(), time.perf_counter()
            clock.advance(86_400)
            time.sleep(5)
            settled(server)
            elapsed = time.perf_counter() - started
            say("day", segments=count, cpu_s=server.cpu_seconds() - before - idle * elapsed, idle_cpu_per_s=idle, wall_s=elapsed, memory_mb=round(server.memory_mb()))


COLUMNS = ["profile_id", "email", "external_id", "first_name", "last_name", "country", "created_at", "last_event_at", "email_consent", "first_order_at",
           "last_order_at", "historic_number_of_orders", "historic_clv", "average_order_value", "predicted_clv", "total_clv", "churn_probability",
           "probability_of_order", "expected_date_of_next_order", "rfm_group"]


def export(options):
    for count in options.segments:
        with serving(options) as (server, clock):
            # The first fit begins some seconds after the start.
            time.sleep(8)
            settled(server)
            client = HTTPClient(server.port, server.full_key, timeout_s=120)
            for _ in range(3):
                before, started = server.cpu_seconds(), time.perf_counter()
                answer = client.post("/api/profile-bulk-export-jobs", {"data": {"type": "profile-bulk-export-job", "attributes": {"properties": COLUMNS}}})
                assert answer.status == 202, answer
                path = f"/api/profile-bulk-export-jobs/{answer.json()['data']['id']}"
                while (said := client.get(path).json()["data"]["attributes"])["status"] != "complete":
                    time.sleep(0.1)
                elapsed, cpu = time.perf_counter() - started, server.cpu_seconds() - before
                size = len(client.get(f"{path}/file").body)
                say("export", rows=said["completed_count"], columns=len(COLUMNS), cpu_s=cpu, wall_s=elapsed, gzip_mb=size / 1e6, memory_mb=round(server.memory_mb()))


def made(server, name, asked):
    """The id of a new segment by predicted CLV."""
    condition = {"type": "profile-predictive-analytics", "dimension": "predicted_clv", "filter": asked}
    body = {"data": {"type": "segment", "attributes": {"name": name, "definition": {"condition_groups": [{"conditions": [condition]}]}}}}
    request = urllib.request.Request(
        server.url + "/api/segments", json.dumps(body).encode(),
        {"Authorization": f"Klaviyo-API-Key {server.full_key}", "revision": "2026-07-15", "Content-Type": "application/vnd.api+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["data"]["id"]


def pages(options):
    with serving(options) as (server, _):
        # The first fit begins some seconds after the start.
        time.sleep(8)
        settled(server)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

        def fetch(path, fields=None):
            data = None if fields is None else urllib.parse.urlencode(fields).encode()
            with browser.open(server.url + path, data, timeout=120) as answer:
                return answer.read().decode()

        link = re.search(r"/first-owner/[A-Za-z0-9_-]+", server.log()).group(0)
        token = re.search(r'name="csrf_token" value="([^"]*)"', fetch(link)).group(1)
        secret = "rosehip-lantern-27"
        fetch(link, {"csrf_token": token, "name": "Ada", "email": "ada@example.com", "password": secret, "password_again": secret})
        fetch("/")
        settled(server)
        person = re.search(r'href="(/profiles/[0-9A-Z]{10,})"', fetch("/profiles?order=total-clv")).group(1)
        metric = re.search(r'href="(/shop-metrics/[0-9A-Za-z]+)"', fetch("/shop-metrics")).group(1)
        fetch("/customer-value")
        low, high = (made(server, name, {"type": "numeric", "operator": operator, "value": 20})
                     for name, operator in (("Low", "less-than-or-equal"), ("High", "greater-than")))
        settled(server)
        paths = ["/", "/profiles", "/profiles?order=total-clv", "/profiles?value=high", "/profiles?order=at-stake", "/profiles?q=c99", person]
        paths += ["/segments", "/segments/ready-made", f"/segments/{low}", f"/segments/{low}/edit", f"/segments/{low}/compare?with={high}",
                  f"/segments/{low}/export", f"/profiles?in={low}"]
        paths += ["/customer-value", "/customer-value/model", "/rfm", "/rfm?start=2024-01-01", "/rfm/settings", "/order-values", "/shop-metrics", metric, metric + "?by=month"]
        paths += ["/imports", "/exports", "/activity", "/intake", "/settings"]
        for path in paths:
            fetch(path)
            settled(server)
            before, started, times = server.cpu_seconds(), time.perf_counter(), 50
            for _ in range(times):
                text = fetch(path)
            shown = path.replace(person, "/profiles/ID").replace(metric, "/shop-metrics/ID").replace(low, "LOW").replace(high, "HIGH")
            say("page", path=shown, cpu_ms=1e3 * (server.cpu_seconds() - before) / times,
                wall_ms=1e3 * (time.perf_counter() - started) / times, kb=len(text.encode()) / 1e3)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run, counts in (("segments", segments, [1, 100, 1_000]), ("day", day, [100]), ("export", export, [1]), ("pages", pages, [0])):
        one = commands.add_parser(name)
        one.add_argument("folder")
        one.add_argument("--segments", type=int, nargs="+", default=counts)
        one.add_argument("--clock", default="2024-12-31T12:00:00Z")
        if name == "segments":
            one.add_argument("--rate", type=int, default=1_000)
            one.add_argument("--seconds", type=int, default=30)
        one.set_defaults(run_command=run)
    options = parser.parse_args()
    options.run_command(options)


if __name__ == "__main__":
    main()
