#!/usr/bin/env python3
"""What taking in facts costs: JSON lines of figures from a running `perennial serve` (rate limits off) and `perennial import`.

    ingest.py single  [--seconds 10] [--connections 64] [--probe PROBE.py]     one event a request, over HTTP, durable before the answer
    ingest.py batch   [--seconds 10] [--connections 16] [--size 100]           a hundred a request, until the last is visible
    ingest.py import  DIR [--data FOLDER]                                       orders, events and profiles of `generate.py --for-server`
    ingest.py start   FOLDER [--times 3]                                        from nothing to ready: CPU, wall, memory
    ingest.py visible FOLDER [--rate 1000] [--seconds 30]                       from the acknowledgement of an order to the customer's numbers
    ingest.py growth  SMALL LARGE [--seconds 10]                                the cost of a fact in a small and in a large folder, in turn
    ingest.py soak    FOLDER [--rate 1000] [--minutes 10]                       memory under a steady load

CPU is that of the server's process (user + system), as the kernel counts it: on a busy machine it holds, wall time does not. The client is
a process of its own: wrk for single events where it is installed, else asyncio. FOLDER is a data folder that `ingest.py import` made; it is
copied and the copy is written to. PROBE is a script that prints JSON lines of its own; it is run in turn with ours.
"""
import argparse
import asyncio
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests"))

from RunningServer.http_client import HTTPClient  # noqa: E402
from RunningServer.process import RunningServer, program  # noqa: E402

PEOPLE = 5_000


def say(figure, **values):
    print(json.dumps({"figure": figure, **{name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}}), flush=True)


@contextlib.contextmanager
def serving(folder=None):
    """A server on a copy of a folder, or on an empty one, with a key that may do everything."""
    with tempfile.TemporaryDirectory(prefix="perennial-bench-") as scratch:
        data = Path(scratch) / "data"
        if folder:
            shutil.copytree(folder, data)
        with RunningServer(data) as server:
            server.full_key = server.create_key()
            yield server.start(patience_s=600)


def document(run, number, size=1):
    """`size` events from `number` on, as the API takes them: one alone, or the bulk form."""
    def attributes(n):
        who = n % PEOPLE
        return {"properties": {"sku": f"s{who}", "url": f"/p/{who}"}, "time": "2024-12-31T23:59:33Z", "value": 12.5 + who % 7, "value_currency": "EUR",
                "unique_id": f"{run}-{n}", "metric": {"data": {"type": "metric", "attributes": {"name": f"Benchmarked {run}"}}}}

    def person(n):
        return {"data": {"type": "profile", "attributes": {"email": f"cus_{n % PEOPLE * 429_497:08x}@example.com"}}}

    if size == 1:
        return {"data": {"type": "event", "attributes": {**attributes(number), "profile": person(number)}}}
    items = [{"type": "event-bulk-create", "attributes": {"profile": person(n), "events": {"data": [{"type": "event", "attributes": attributes(n)}]}}}
             for n in range(number, number + size)]
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": items}}}}


def stored(server, run):
    """How many events of a run are visible."""
    client = HTTPClient(server.port, server.full_key, timeout_s=120)
    metrics = [item for item in client.pages("/api/metrics") if item["attributes"]["name"] == f"Benchmarked {run}"]
    if not metrics:
        return 0
    asked = client.post("/api/metric-aggregates", {"data": {"type": "metric-aggregate", "attributes": {
        "metric_id": metrics[0]["id"], "measurements": ["count"], "interval": "month",
        "filter": ["greater-or-equal(datetime,2024-12-01T00:00:00)", "less-than(datetime,2025-02-01T00:00:00)"],
    }}})
    return int(sum(sum(row["measurements"]["count"]) for row in asked.json()["data"]["attributes"]["data"]))


def wait_for(server, run, count, patience_s=300):
    """Until at least `count` events of a run are visible."""
    deadline = time.monotonic() + patience_s
    while (there := stored(server, run)) < count:
        if time.monotonic() > deadline:
            raise SystemExit(f"{there} of {count} acknowledged events are visible after {patience_s} s")
        time.sleep(0.05)
    return there


class Client(asyncio.Protocol):
    """One connection that always has one request under way."""

    def __init__(self, load):
        self.load, self.rest = load, b""

    def connection_made(self, transport):
        self.transport = transport
        self.send()

    def send(self):
        request = self.load.next()
        if request is None:
            self.transport.close()
            return
        self.sent_at = time.perf_counter()
        self.transport.write(request)

    def data_received(self, data):
        self.rest += data
        head = self.rest.find(b"\r\n\r\n")
        if head < 0:
            return
        at = self.rest.lower().find(b"content-length: ", 0, head)
        length = int(self.rest[at + 16:self.rest.find(b"\r\n", at)]) if at >= 0 else 0
        if len(self.rest) < head + 4 + length:
            return
        self.load.answered(self.rest[9:12], time.perf_counter() - self.sent_at)
        self.rest = self.rest[head + 4 + length:]
        self.send()


class Load:
    """What the connections of one asyncio client send, and what came back."""

    def __init__(self, key, run, size, seconds):
        self.head = f"POST {'/api/events' if size == 1 else '/api/event-bulk-create-jobs'} HTTP/1.1\r\nhost: localhost\r\nauthorization: Klaviyo-API-Key {key}\r\nrevision: 2026-10-15\r\ncontent-type: application/vnd.api+json\r\ncontent-length: "
        # Bodies are made by replacing the ids in texts that were written once: the client should not be the bottleneck.
        self.run, self.size, self.number = run, size, 0
        self.texts = [self.text(start) for start in range(0, PEOPLE, size)]
        self.end = time.perf_counter() + seconds
        self.right, self.wrong, self.latencies = 0, 0, []

    def text(self, start):
        """A body in pieces; between them stand the ids."""
        body = json.dumps(document(self.run, start, self.size), separators=(",", ":"))
        for n in range(start, start + self.size):
            body = body.replace(f'"{self.run}-{n}"', "\0", 1)
        return body.split("\0")

    def next(self):
        if time.perf_counter() > self.end:
            return None
        start, self.number = self.number, self.number + self.size
        pieces = self.texts[start // self.size % len(self.texts)]
        body = "".join(f'{piece}"{self.run}-{start + n}"' for n, piece in enumerate(pieces[:-1])) + pieces[-1]
        return f"{self.head}{len(body)}\r\n\r\n{body}".encode()

    def answered(self, status, seconds):
        self.latencies.append(seconds)
        if status == b"202":
            self.right += 1
        else:
            self.wrong += 1


async def drive(port, load, connections):
    loop = asyncio.get_running_loop()
    transports = [(await loop.create_connection(lambda: Client(load), "127.0.0.1", port))[0] for _ in range(connections)]
    while not all(transport.is_closing() for transport in transports):
        await asyncio.sleep(0.05)


def client(options):
    """Runs in the client's own process: sends, and prints what came back."""
    load = Load(options.key, options.run, options.size, options.seconds)
    asyncio.run(drive(options.port, load, options.connections))
    times = sorted(load.latencies) or [0.0]
    print(json.dumps({"requests": load.right + load.wrong, "wrong": load.wrong, "p50_ms": 1e3 * times[len(times) // 2], "p99_ms": 1e3 * times[int(len(times) * 0.99)]}))


def load(server, run, size, seconds, connections):
    """Loads a server from another process. Gives what that process counted."""
    if size == 1 and shutil.which("wrk"):
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(HERE / "ingest.lua"), server.url, "--", server.full_key, run]
    else:
        command = [sys.executable, __file__, "client", "--port", str(server.port), "--key", server.full_key, "--run", run, "--size", str(size),
                   "--seconds", str(seconds), "--connections", str(connections)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 120)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        raise SystemExit(f"{' '.join(command[:2])}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(lines[-1])


def measure(server, figure, run, size, seconds, connections, **more):
    """One run of load: events per CPU second of the server, from the first request until the last event is visible."""
    before, started = server.cpu_seconds(), time.perf_counter()
    counted = load(server, run, size, seconds, connections)
    if counted["wrong"]:
        raise SystemExit(f"{counted['wrong']} of {counted['requests']} requests were refused or lost:\n{server.log(3000)}")
    sending = time.perf_counter() - started
    acknowledged = counted["requests"] * size
    # The last polls cost CPU too; what they cost is the server's as well, and counted.
    there = wait_for(server, run, acknowledged)
    cpu = server.cpu_seconds() - before
    say(figure, events=there, per_cpu_second=round(there / cpu), per_second=round(acknowledged / sending), cpu_s=cpu, wall_s=sending,
        p50_ms=counted["p50_ms"], p99_ms=counted["p99_ms"], memory_mb=round(server.memory_mb()), **more)
    return there / cpu


def single_or_batch(options):
    for turn in range(options.times):
        with serving() as server:
            measure(server, options.command, f"warm{turn}", options.size, 2, options.connections, warm_up=True)
            measure(server, options.command, f"run{turn}", options.size, options.seconds, options.connections)
        if options.probe:
            with tempfile.TemporaryDirectory() as scratch:
                subprocess.run([sys.executable, options.probe, "sqlite", scratch, str(options.seconds), str(options.connections)], check=True)


def import_files(options):
    source = Path(options.directory)
    with contextlib.ExitStack() as stack:
        data = Path(options.data) if options.data else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="perennial-bench-"))) / "data"
        rows, cpu = 0, 0.0
        for kind in ("profiles", "orders", "events"):
            with open(source / f"{kind}.csv", "rb") as file:
                count = sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 22), b"")) - 1
            started = time.perf_counter()
            process = subprocess.Popen([program(), "import", kind, str(source / f"{kind}.csv"), "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            said = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if status:
                raise SystemExit(f"import {kind}: exit status {process.returncode}\n{said}")
            spent = usage.ru_utime + usage.ru_stime
            rows, cpu = rows + count, cpu + spent
            say("import", kind=kind, rows=count, per_cpu_second=round(count / spent), cpu_s=spent, wall_s=time.perf_counter() - started, peak_mb=round(usage.ru_maxrss / 1024))
        say("import", kind="all", rows=rows, per_cpu_second=round(rows / cpu), cpu_s=cpu, folder_mb=round(sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) / 1e6))


def start(options):
    for _ in range(options.times):
        server = RunningServer(options.folder)
        started = time.perf_counter()
        with server:
            server.start(patience_s=1800)
            say("start", cpu_s=server.cpu_seconds(), wall_s=time.perf_counter() - started, memory_mb=round(server.memory_mb()), peak_mb=round(server.memory_mb("VmHWM")))


def rate_load(server, run, rate, seconds, note=None):
    """A steady load: `rate` events a second for so long; `note(client, turn)` is called in between, ten times a second."""
    batch = max(1, rate // 100)
    client_ = HTTPClient(server.port, server.full_key)
    path = "/api/event-bulk-create-jobs" if batch > 1 else "/api/events"
    started, number, turn = time.perf_counter(), 0, 0
    while (now := time.perf_counter() - started) < seconds:
        if number / rate > now:
            time.sleep(number / rate - now)
        answer = client_.post(path, document(run, number, batch))
        assert answer.status == 202, answer
        number += batch
        turn += 1
        if note and turn % 10 == 0:
            note(turn // 10)
    return number / (time.perf_counter() - started)


def visible(options):
    with serving(options.folder) as server:
        reader = HTTPClient(server.port, server.full_key)
        account = reader.get("/api/accounts").json()["data"][0]["attributes"]
        known = reader.get("/api/profiles", query={"page[size]": 100}).json()["data"]
        people = [item["id"] for item in known]
        expected = {}

        def orders(id):
            asked = reader.get(f"/api/profiles/{id}", query={"additional-fields[profile]": "predictive_analytics"}).json()
            return asked["data"]["attributes"]["predictive_analytics"]["historic_number_of_orders"] or 0

        for id in people:
            expected[id] = orders(id)
        waits = []

        def order(turn):
            id = people[turn % len(people)]
            expected[id] += 1
            answer = reader.post("/api/events", {"data": {"type": "event", "attributes": {
                "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}}, "profile": {"data": {"type": "profile", "id": id, "attributes": {}}},
                "properties": {"OrderId": f"visible-{turn}"}, "value": 10, "value_currency": account["preferred_currency"], "unique_id": f"visible-{turn}",
            }}})
            assert answer.status == 202, answer
            acknowledged = time.perf_counter()
            while orders(id) < expected[id]:
                if time.perf_counter() - acknowledged > 30:
                    raise SystemExit(f"an order is not in the numbers of its customer 30 s after it was acknowledged: {id}")
            waits.append(time.perf_counter() - acknowledged)

        rate = rate_load(server, "visible", options.rate, options.seconds, note=order)
        waits.sort()
        say("visible", orders=len(waits), rate=round(rate), p50_ms=1e3 * waits[len(waits) // 2], p99_ms=1e3 * waits[int(len(waits) * 0.99)], most_ms=1e3 * waits[-1])


def growth(options):
    costs = {"small": [], "large": []}
    for turn in range(options.times):
        for name, folder in (("small", options.small), ("large", options.large)):
            with serving(folder) as server:
                measure(server, "growth", f"warm{turn}", 100, 2, 16, folder=name, warm_up=True)
                costs[name].append(1 / measure(server, "growth", f"run{turn}", 100, options.seconds, 16, folder=name))
    small, large = (statistics.median(costs[name]) for name in ("small", "large"))
    say("growth", microseconds_small=1e6 * small, microseconds_large=1e6 * large, ratio=large / small)


def soak(options):
    with serving(options.folder) as server:
        samples, next_sample = [], [0.0]
        started = time.perf_counter()

        def note(_):
            now = time.perf_counter() - started
            if now >= next_sample[0]:
                samples.append((now, server.memory_mb()))
                say("soak", minute=now / 60, memory_mb=server.memory_mb(), cpu_s=server.cpu_seconds(), open_files=server.open_files())
                next_sample[0] += 10

        rate = rate_load(server, "soak", options.rate, options.minutes * 60, note=note)
        later = [memory for moment, memory in samples if moment > options.minutes * 60 / 4]
        half = len(later) // 2
        say("soak", minutes=options.minutes, rate=round(rate), first_half_mb=statistics.fmean(later[:half]), second_half_mb=statistics.fmean(later[half:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, connections, size in (("single", 64, 1), ("batch", 16, 100)):
        one = commands.add_parser(name)
        one.add_argument("--seconds", type=int, default=10)
        one.add_argument("--connections", type=int, default=connections)
        one.add_argument("--size", type=int, default=size)
        one.add_argument("--times", type=int, default=3)
        one.add_argument("--probe")
        one.set_defaults(run_command=single_or_batch)
    one = commands.add_parser("import")
    one.add_argument("directory")
    one.add_argument("--data", help="keep the folder here")
    one.set_defaults(run_command=import_files)
    one = commands.add_parser("start")
    one.add_argument("folder")
    one.add_argument("--times", type=int, default=3)
    one.set_defaults(run_command=start)
    one = commands.add_parser("visible")
    one.add_argument("folder")
    one.add_argument("--rate", type=int, default=1000)
    one.add_argument("--seconds", type=int, default=30)
    one.set_defaults(run_command=visible)
    one = commands.add_parser("growth")
    one.add_argument("small")
    one.add_argument("large")
    one.add_argument("--seconds", type=int, default=10)
    one.add_argument("--times", type=int, default=3)
    one.set_defaults(run_command=growth)
    one = commands.add_parser("soak")
    one.add_argument("folder")
    one.add_argument("--rate", type=int, default=1000)
    one.add_argument("--minutes", type=float, default=10)
    one.set_defaults(run_command=soak)
    one = commands.add_parser("client")
    one.add_argument("--port", type=int)
    one.add_argument("--key")
    one.add_argument("--run")
    one.add_argument("--size", type=int)
    one.add_argument("--seconds", type=float)
    one.add_argument("--connections", type=int)
    one.set_defaults(run_command=client)
    options = parser.parse_args()
    options.run_command(options)


if __name__ == "__main__":
    main()
