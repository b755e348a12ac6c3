"""Load on a server from several connections at once, with a ledger: what was sent, what was acknowledged, what must therefore be there.

Each worker owns its people, so that what it verifies is nobody else's doing. A request that was sent and never answered may have been
taken or not; whatever was answered with success must be there exactly once.
"""
import http.client
import random
import threading
import time
from datetime import datetime, timedelta, timezone

from RunningServer.documents import event, events_job, import_job, merge, profile, references
from RunningServer.http_client import HTTPClient

START = datetime(2024, 1, 1, tzinfo=timezone.utc)


class Refused(Exception):
    """The server answered a right request with something else than success."""


class Worker(threading.Thread):
    """Sends until the connection breaks or it is told to stop."""

    def __init__(self, server, name, seed):
        super().__init__(name=name, daemon=True)
        self.server, self.random = server, random.Random(f"{seed} {name}")
        self.client = HTTPClient(server.port, server.full_key)
        self.halt = threading.Event()
        self.trouble = None
        self.acknowledged = 0
        self.people = [f"{name}-{n}@faults.example.com" for n in range(3)]

    def run(self):
        try:
            while not self.halt.is_set():
                self.step()
        except (Refused, AssertionError) as trouble:
            self.trouble = trouble
        except (OSError, http.client.HTTPException):
            pass  # the server was killed; whatever was under way stays open in the ledger
        except Exception as trouble:
            self.trouble = trouble

    def sent(self, answer, expected):
        if answer.status not in expected:
            raise Refused(f"{self.name}: {answer}")
        self.acknowledged += 1

    def step(self):
        raise NotImplementedError

    def verify(self, client):
        """Raises AssertionError where something acknowledged is lost, doubled or half there."""
        raise NotImplementedError


def person_id(client, email):
    found = client.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"]
    assert len(found) <= 1, f"{len(found)} profiles have the address {email}"
    return found[0]["id"] if found else None


def events_of(client, email):
    """The events of the person with this address, as properties."""
    id = person_id(client, email)
    if id is None:
        return []
    found = client.pages("/api/events", filter=f'equals(profile_id,"{id}")', sort="datetime", **{"page[size]": 1000})
    return [item["attributes"]["event_properties"] for item in found]


class Events(Worker):
    """Single events, one in five of them a second time."""

    metric, value = "Tested", None

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.known = {}  # id: e-mail of everything acknowledged
        self.open = {}  # the same of what was sent and not answered yet
        self.number = 0

    def document(self, id, email):
        number = int(id.rsplit("-", 1)[1])
        return event(self.metric, {"email": email}, time=START + timedelta(seconds=number), unique_id=id, properties={"id": id})

    def step(self):
        if self.known and self.random.random() < 0.2:
            id = self.random.choice(list(self.known))
            email = self.known[id]
        else:
            self.number += 1
            id, email = f"{self.name}-{self.number}", self.random.choice(self.people)
            self.open[id] = email
        self.sent(self.client.post("/api/events", self.document(id, email)), {202})
        self.known[id] = email
        self.open.pop(id, None)

    def verify(self, client):
        for email in self.people:
            there = [properties["id"] for properties in events_of(client, email)]
            wanted = {id for id, owner in self.known.items() if owner == email}
            possible = wanted | {id for id, owner in self.open.items() if owner == email}
            assert len(there) == len(set(there)), f"{email}: {len(there) - len(set(there))} events are there twice"
            assert wanted <= set(there), f"{email}: lost {sorted(wanted - set(there))[:5]}"
            assert set(there) <= possible, f"{email}: never sent {sorted(set(there) - possible)[:5]}"


class Orders(Events):
    """Orders: besides being there, they must add up in the customer's numbers."""

    metric = "Placed Order"

    def document(self, id, email):
        document = super().document(id, email)
        number = int(id.rsplit("-", 1)[1])
        document["data"]["attributes"].update(value=number + 0.25, value_currency=self.server.currency)
        document["data"]["attributes"]["properties"]["OrderId"] = id
        return document

    def verify(self, client):
        super().verify(client)
        for email in self.people:
            id = person_id(client, email)
            if id is None:
                continue
            numbers = [int(properties["id"].rsplit("-", 1)[1]) for properties in events_of(client, email)]
            asked = client.get(f"/api/profiles/{id}", query={"additional-fields[profile]": "predictive_analytics"}).json()
            said = asked["data"]["attributes"]["predictive_analytics"]
            assert said["historic_number_of_orders"] == len(numbers), f"{email}: {said} for {len(numbers)} orders"
            total = sum(number + 0.25 for number in numbers)
            assert abs((said["historic_clv"] or 0) - total) < 0.005, f"{email}: {said}, the orders add up to {total}"


class Batches(Events):
    """A hundred events a request."""

    def step(self):
        ids = []
        for _ in range(100):
            self.number += 1
            id = f"{self.name}-{self.number}"
            ids.append(id)
            self.open[id] = self.random.choice(self.people)
        batches = [({"email": self.open[id]}, [self.document(id, self.open[id])]) for id in ids]
        self.sent(self.client.post("/api/event-bulk-create-jobs", events_job(batches)), {202})
        for id in ids:
            self.known[id] = self.open.pop(id)

    def verify(self, client):
        # Acknowledged batches may still be worked on after the start: they must be in soon.
        patience = time.monotonic() + 30
        while True:
            try:
                return super().verify(client)
            except AssertionError:
                if time.monotonic() > patience:
                    raise
                time.sleep(0.1)


class Changes(Worker):
    """Profiles that are changed again and again: the last acknowledged change, or the one under way, is what is there."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.last = dict.fromkeys(self.people, 0)
        self.trying = dict.fromkeys(self.people, 0)

    def step(self):
        email = self.random.choice(self.people)
        self.trying[email] = number = self.last[email] + 1
        document = profile(email=email, first_name=f"Name {number}", properties={"n": number, "twice": 2 * number})
        self.sent(self.client.post("/api/profile-import", document), {200, 201})
        self.last[email] = number

    def verify(self, client):
        for email in self.people:
            id = person_id(client, email)
            if id is None:
                assert self.last[email] == 0, f"{email} is lost"
                continue
            seen = client.get(f"/api/profiles/{id}").json()["data"]["attributes"]
            number = seen["properties"]["n"]
            assert self.last[email] <= number <= self.trying[email], f"{email}: {number} is there, {self.last[email]} was acknowledged"
            assert (seen["first_name"], seen["properties"]["twice"]) == (f"Name {number}", 2 * number), f"{email} is half changed: {seen}"


class Creations(Worker):
    """New profiles, and their places on a list."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.made, self.opened, self.joined, self.joining, self.list = {}, set(), set(), set(), None
        self.number = 0

    def step(self):
        if self.list is None:
            answer = self.client.post("/api/lists", {"data": {"type": "list", "attributes": {"name": self.name}}})
            self.sent(answer, {201})
            self.list = answer.json()["data"]["id"]
        self.number += 1
        email = f"{self.name}-{self.number}@faults.example.com"
        self.opened.add(email)
        answer = self.client.post("/api/profiles", profile(email=email, first_name="New"))
        self.sent(answer, {201})
        self.made[email] = answer.json()["data"]["id"]
        self.joining.add(self.made[email])
        joining = {"data": references("profile", [self.made[email]])}
        self.sent(self.client.post(f"/api/lists/{self.list}/relationships/profiles", joining), {204})
        self.joined.add(self.made[email])

    def verify(self, client):
        for email in self.opened:
            id = person_id(client, email)
            assert id == self.made.get(email, id), f"{email}: {id} instead of {self.made.get(email)}"
        if self.list:
            there = [item["id"] for item in client.pages(f"/api/lists/{self.list}/relationships/profiles", **{"page[size]": 100})]
            assert len(there) == len(set(there)), f"{self.name}: somebody is on the list twice"
            assert self.joined <= set(there) <= self.joined | self.joining, f"{self.name}: {len(there)} on the list, {len(self.joined)} joined"


class Merges(Worker):
    """Pairs of people who turn out to be one."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.pairs = []
        self.number = 0

    def step(self):
        self.number += 1
        emails = [f"{self.name}-{self.number}{letter}@faults.example.com" for letter in "ab"]
        pair = {"emails": emails, "state": "made"}
        for email in emails:
            self.sent(self.client.post("/api/events", event("Met", {"email": email}, unique_id=email, properties={"id": email})), {202})
        ids = [person_id(self.client, email) for email in emails]
        assert all(ids), f"acknowledged events of {emails} do not show at once"
        pair["ids"] = ids
        self.pairs.append(pair)
        pair["state"] = "merging"
        self.sent(self.client.post("/api/profile-merge", merge(*ids)), {201, 202})
        pair["state"] = "merged"

    def verify(self, client):
        for pair in self.pairs:
            destination, source = pair["ids"]
            there = client.get(f"/api/profiles/{source}").status
            assert there in ((404,) if pair["state"] == "merged" else (200, 404)), f"{pair}: the source answers {there}"
            assert client.get(f"/api/profiles/{destination}").status == 200, f"{pair}: the destination is lost"
            happened = client.pages("/api/events", filter=f'equals(profile_id,"{destination}")')
            found = sorted(item["attributes"]["event_properties"]["id"] for item in happened)
            assert found == (pair["emails"] if there == 404 else pair["emails"][:1]), f"{pair}: {found}"


class Imports(Worker):
    """Jobs of three hundred profiles: once acknowledged they end, whole."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.jobs = []

    def step(self):
        number = len(self.jobs)
        people = [{"email": f"{self.name}-{number}-{n}@faults.example.com", "properties": {"job": number}} for n in range(300)]
        answer = self.client.post("/api/profile-bulk-import-jobs", import_job([*people, {"email": "wrong"}]))
        self.sent(answer, {202})
        self.jobs.append(answer.json()["data"]["id"])

    def verify(self, client):
        for id in self.jobs:
            patience = time.monotonic() + 60
            while True:
                answer = client.get(f"/api/profile-bulk-import-jobs/{id}")
                assert answer.status == 200, f"job {id} is lost: {answer}"
                job = answer.json()["data"]["attributes"]
                if job["status"] == "complete":
                    break
                assert time.monotonic() < patience, f"job {id} does not end: {job}"
                time.sleep(0.05)
            assert (job["total_count"], job["completed_count"], job["failed_count"]) == (301, 300, 1), job
            last = f"{self.name}-{self.jobs.index(id)}-299@faults.example.com"
            assert person_id(client, last), f"{last} of job {id} is lost"


KINDS = (Events, Events, Orders, Batches, Changes, Creations, Merges, Imports)


class Load:
    """All kinds of workers at once."""

    def __init__(self, server, name, seed, kinds=KINDS):
        self.workers = [kind(server, f"{name}{kind.__name__.lower()}{n}", seed) for n, kind in enumerate(kinds)]

    def start(self):
        for worker in self.workers:
            worker.start()
        return self

    def stop(self):
        for worker in self.workers:
            worker.halt.set()

    def join(self):
        for worker in self.workers:
            worker.join(30)
            worker.client.close()
            assert not worker.is_alive(), f"{worker.name} hangs"

    @property
    def acknowledged(self):
        return sum(worker.acknowledged for worker in self.workers)

    def verify(self, server):
        """Asks the server whether everything acknowledged is there exactly once."""
        client = HTTPClient(server.port, server.full_key)
        for worker in self.workers:
            if worker.trouble:
                raise AssertionError(f"{worker.name}: {type(worker.trouble).__name__}: {worker.trouble}")
            worker.verify(client)
        client.close()


def learn_currency(server):
    """The shop's currency, which orders must have to be counted."""
    server.currency = HTTPClient(server.port, server.full_key).get("/api/accounts").json()["data"][0]["attributes"]["preferred_currency"]
