"""A small shop whose customers came with their past, on a clock that can be set: for the tests of RFM groups."""
import csv
from datetime import datetime, timedelta, timezone
from math import ceil

from conftest import sdk_for
from RunningServer.clock import Clock
from RunningServer.documents import event
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_segments import body, definition, until

GROUPS = ["Champions", "Loyal", "Recent", "Needs Attention", "At Risk", "Inactive"]
# Klaviyo's published map.
SCORES = {"Champions": "333 332 323", "Loyal": "321 322 331 232 233", "Recent": "311 312 313 222 223",
          "Needs Attention": "213 221 123 132 133", "At Risk": "231 212 122 131 211", "Inactive": "111 112 113 121"}
GROUP_OF = {score: group for group, scores in SCORES.items() for score in scores.split()}


def property_is(name, operator, value):
    """Klaviyo's condition on a property."""
    return {"type": "profile-property", "property": f"properties['{name}']", "filter": {"type": "string", "operator": operator, "value": value}}


def current(group, operator="equals"):
    return property_is("Current RFM group", operator, group)


def previous(group, operator="equals"):
    return property_is("Previous RFM group", operator, group)


def changed_within(days):
    return {"type": "profile-property", "property": "properties['RFM group last changed']",
            "filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": days}}


def grouped(customers):
    """The groups of customers (orders, revenue, days since the last order by name) as the definition has them, worked out apart."""
    def thirds(values):
        values = sorted(values)
        low, high = (values[ceil(len(values) * part / 3) - 1] for part in (1, 2))
        return lambda value: 1 + (value > low) + (value > high)
    frequency, monetary = thirds(c[0] for c in customers.values()), thirds(c[1] for c in customers.values())
    recency = lambda days: 3 if days <= 180 else 2 if days <= 365 else 1
    return {name: GROUP_OF[f"{recency(days)}{frequency(orders)}{monetary(revenue)}"] for name, (orders, revenue, days) in customers.items()}


class GroupShop:
    """Sixty customers: half with one order, a quarter with two, a quarter with more; cheap and dear; of last week to two years ago."""

    def __init__(self, scratch):
        self.clock = Clock(scratch)
        self.bought = {}
        file = scratch / "orders.csv"
        with open(file, "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["email", "order_id", "ordered_at", "value", "currency"])
            for number in range(60):
                count = 1 if number < 30 else 2 if number < 45 else 3 + number % 3
                for place in range(count):
                    days = [3, 60, 150, 170, 250, 350, 370, 500, 700][number % 9] + 20 * place
                    value = [10, 25, 90, 300][number % 4] + number / 100
                    self.note(f"c{number}@example.com", value, self.now() - timedelta(days=days))
                    writer.writerow([f"c{number}@example.com", f"{number}-{place}", f"{self.now() - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}", f"{value:.2f}", "EUR"])
        run("import", "orders", file, "--data", scratch / "data", check=True)
        self.server = RunningServer(scratch / "data", **self.clock.settings)
        self.server.full_key = self.server.create_key()
        self.key_of_numbers = self.server.create_key("perennial:read")
        self.server.start()
        self.klaviyo = sdk_for(self.server, self.server.full_key)
        self.http = HTTPClient(self.server.port, self.server.full_key)

    def now(self):
        return datetime.fromtimestamp(self.clock.now(), timezone.utc)

    def day(self, ago=0):
        return f"{self.now() - timedelta(days=ago):%Y-%m-%d}"

    def note(self, email, value, moment):
        self.bought.setdefault(email, []).append((moment, value))

    def buys(self, email, *values, days=0):
        """Somebody orders now, or some days ago; gives the id."""
        for value in values:
            moment = self.now() - timedelta(days=days)
            order = f"{email}-{len(self.bought.get(email, []))}"
            self.klaviyo.Events.create_event(event("Placed Order", {"email": email}, time=moment, value=value, currency="EUR", unique_id=order,
                                                   properties={"OrderId": order}))
            self.note(email, value, moment)
        return until(lambda: self.find(email))

    def find(self, email):
        found = self.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"]
        return found[0]["id"] if found else None

    def expected(self):
        """The groups of today, worked out apart."""
        today = self.now().date()
        return grouped({email: (len(orders), sum(value for _, value in orders), (today - max(moment for moment, _ in orders).date()).days)
                        for email, orders in self.bought.items()})

    def people(self):
        """By address: the properties that everybody shows."""
        return {person["attributes"]["email"]: person["attributes"]["properties"]
                for person in self.http.pages("/api/profiles", **{"page[size]": 100})}

    def properties(self, id):
        return self.http.get(f"/api/profiles/{id}").json()["data"]["attributes"]["properties"]

    def make(self, *groups, name="Groups"):
        """A segment in which all of the groups of conditions hold, of each at least one condition; made through the SDK."""
        id = self.klaviyo.Segments.create_segment(body(name=name, definition=definition(*groups))).data.id
        until(lambda: not self.klaviyo.Segments.get_segment(id).data.attributes.is_processing)
        return id

    def inside(self, segment):
        return {item["attributes"]["email"]: item["attributes"] for item in self.http.pages(f"/api/segments/{segment}/profiles", **{"page[size]": 100})}

    def ask(self, path, status=200, **query):
        """The attributes of what is asked for under /api/perennial."""
        answer = self.http.get(f"/api/perennial/{path}", query={name: str(value) for name, value in query.items()})
        assert answer.status == status, answer
        return answer.json()["data"]["attributes"]

    def settled(self):
        """Waits until facts tell of everybody's group as it is worked out apart; gives the counts."""
        def counts():
            told = self.ask("rfm")
            people = {email: properties.get("Current RFM group") for email, properties in self.people().items() if email in self.bought}
            return not told["is_processing"] and people == self.expected() and told["groups"]
        return until(counts, patience_s=60)

    def passes(self, days):
        """Time passes; waits until everybody is as of the new day."""
        self.clock.advance(days * 86_400)
        until(lambda: self.ask("rfm")["as_of"] == self.day(), patience_s=60)
        return self.settled()

    def close(self):
        self.http.close()
        self.server.close()
