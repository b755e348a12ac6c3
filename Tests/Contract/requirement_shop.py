"""The shop on which requirements are played: a demo shop with predictions, read through the API and the CSV that it exports."""
import csv
import io
import json
from datetime import datetime, timedelta, timezone

from RunningServer.documents import event
from RunningServer.process import run
from test_exports import exported
from test_segments import Shop, body, definition, until

NUMBERS = ("historic_number_of_orders", "historic_clv", "average_order_value", "average_days_between_orders", "predicted_number_of_orders",
           "predicted_clv", "total_clv", "churn_probability")
CLV_COLUMNS = ("profile_id", "historic_clv", "predicted_clv", "total_clv", "churn_probability")


class RequirementShop(Shop):
    def people(self):
        """By id: what the API says of everybody, with the predictive analytics beside the attributes."""
        people = self.http.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})
        return {person["id"]: {**person["attributes"], **person["attributes"]["predictive_analytics"]} for person in people}

    def of(self, *groups):
        """Makes a segment and gives the ids of those who are in it."""
        return self.inside(self.make("Played", definition(*groups)))

    def inside(self, segment):
        return {item["id"] for item in self.http.pages(f"/api/segments/{segment}/profiles", **{"page[size]": 100})}

    def where(self, holds, *names):
        """The ids of those who have all of the numbers, and of whom something holds."""
        return {id for id, person in self.people().items()
                if all(person[name] is not None for name in names) and holds(*(person[name] for name in names))}

    def did(self, metric, since):
        """The ids of those of whom there is an event of a metric at or after a moment, up to now."""
        filter = f'equals(metric_id,"{self.id("/api/metrics", metric)}"),greater-or-equal(datetime,{since.strftime("%Y-%m-%dT%H:%M:%SZ")})'
        return {item["relationships"]["profile"]["data"]["id"] for item in self.http.pages("/api/events", filter=filter, **{"page[size]": 200})}

    def subscribers(self, list):
        return {item["id"] for item in self.http.pages(f"/api/lists/{list}/profiles", **{"page[size]": 100})}

    def offered(self, id, **query):
        """A ready-made segment as it is offered."""
        answer = self.http.get(f"/api/perennial/ready-made-segments/{id}", query={"additional-fields[ready-made-segment]": "profile_count", **query})
        assert answer.status == 200, answer
        return answer.json()["data"]["attributes"]

    def take(self, id):
        """Takes a ready-made segment as it is offered; gives its definition's conditions and who is in it."""
        offer = self.offered(id)
        assert offer["missing"] == [], offer
        made = self.klaviyo.Segments.create_segment(body(name=offer["name"], definition=offer["definition"])).data.id
        until(lambda: not self.klaviyo.Segments.get_segment(made).data.attributes.is_processing)
        inside = self.inside(made)
        assert len(inside) == offer["profile_count"]
        return [condition for group in offer["definition"]["condition_groups"] for condition in group["conditions"]], inside

    def export(self, *flags):
        """The text of an export."""
        return run("export", "profiles", "--data", self.server.folder, *flags, check=True).stdout

    def rows(self, *columns, segment=None):
        """The rows of an export as dictionaries, numbers as numbers where there are some."""
        chosen = ["--segment", segment] if segment else []
        return [{name: number(name, cell) for name, cell in row.items()}
                for row in csv.DictReader(io.StringIO(self.export(*chosen, "--columns", *columns)))]

    def rows_by_job(self, *columns, segment=None, preset="plain"):
        """The lines of an export as the server's job writes it into a file, cells as they stand there."""
        job, file = exported(self.http, {"properties": list(columns), "preset": preset}, **({"segment": segment} if segment else {}))
        table = lines(file.decode(), preset)
        assert job["attributes"]["completed_count"] == job["attributes"]["total_count"] == len(table) - 1
        return table

    def figures(self, segment):
        """What a segment shows: through the API, and the same on the command line."""
        answer = self.http.get(f"/api/perennial/segments/{segment}/figures")
        assert answer.status == 200, answer
        served = answer.json()["data"]["attributes"]
        shown = json.loads(run("segment", "show", segment, "--data", self.server.folder, "--format", "json", check=True).stdout)
        assert shown.pop("id") == segment and shown.pop("computed_at") and served.pop("computed_at")
        assert shown == served
        return served

    def orders(self, email, *values, days=10):
        """A customer who ordered for these amounts, a day apart, the last of them so many days ago. Gives the id."""
        for place, value in enumerate(values):
            moment = datetime.now(timezone.utc) - timedelta(days=days + len(values) - 1 - place)
            self.klaviyo.Events.create_event(event("Placed Order", {"email": email}, time=moment, value=value, unique_id=f"{email}-{place}",
                                                   properties={"OrderId": f"{email}-{place}"}))
        return until(lambda: self.find(email))

    def find(self, email):
        found = self.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"]
        return found[0]["id"] if found else None


def lines(text, preset="plain"):
    """The lines of an export, the header first; the presets for Excel begin with a mark of UTF-8 and have semicolons."""
    for_excel = preset.startswith("excel")
    assert text.startswith("\ufeff") == for_excel
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";" if for_excel else ","))


def number(name, cell):
    """A cell as a number where the column holds numbers."""
    if name not in NUMBERS:
        return cell
    return float(cell) if cell else None


def between(low, high):
    return {"type": "numeric", "operator": "between", "start": low, "end": high}
