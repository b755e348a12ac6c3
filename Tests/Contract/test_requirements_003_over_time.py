"""Requirements 003-20 and 003-21: customers move between classes as time goes by, each by their own rhythm. On a server whose clock is set forward."""
from datetime import datetime, timedelta, timezone

import pytest

from requirement_shop import RequirementShop
from RunningServer.clock import Clock, compiler
from RunningServer.documents import event, parsed
from RunningServer.process import RunningServer, run
from test_requirements_003_segments import CLASSES, word
from test_segments import definition, until

WEEKS = timedelta(weeks=8)


class ShopWithClock(RequirementShop):
    """A small demo shop, a segment of each class, and of who is overdue."""

    def __init__(self, scratch):
        run("demo", "--data", scratch / "data", "--headless", "--customers", "600", check=True)
        self.clock = Clock(scratch)
        self.server = RunningServer(scratch / "data", **self.clock.settings)
        self.server.full_key = self.server.create_key()
        self.start()
        self.segments = {(dimension, value): self.make(f"{dimension} {value}", definition(word(dimension, value)))
                         for dimension in CLASSES for value in ("low", "moderate", "high", "new")}
        self.overdue = self.make("Overdue", definition(self.offered("overdue")["definition"]["condition_groups"][0]["conditions"]))

    def now(self):
        return datetime.fromtimestamp(self.clock.now(), timezone.utc)

    def buys(self, email, *days_ago):
        """A customer who ordered so many days ago; less than none: an order dated in the future, which counts from then on."""
        for days in days_ago:
            moment = self.now() - timedelta(days=days)
            id = f"{email}-{moment:%Y-%m-%d}"
            self.klaviyo.Events.create_event(event("Placed Order", {"email": email}, time=moment, value=50, unique_id=id, properties={"OrderId": id}))
        return until(lambda: self.find(email))

    def classes(self, id):
        """By dimension: the classes in whose segments somebody is."""
        inside = {item["id"] for item in self.http.get(f"/api/profiles/{id}/relationships/segments").json()["data"]}
        return {dimension: [value for (name, value), segment in self.segments.items() if name == dimension and segment in inside] for dimension in CLASSES}

    def since(self, segment, id):
        person = next(item for item in self.http.pages(f"/api/segments/{segment}/profiles", **{"page[size]": 100}) if item["id"] == id)
        return parsed(person["attributes"]["joined_group_at"])


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    if not compiler():
        pytest.skip("no C compiler, so no clock that can be set")
    made = ShopWithClock(tmp_path_factory.mktemp("weeks"))
    yield made
    made.server.close()


def test_003_20_and_21_eight_weeks_are_long_for_one_and_not_for_another(shop):
    often = shop.buys("often@example.com", *range(120, -1, -2))
    seldom = shop.buys("seldom@example.com", *range(480, 29, -90))
    both_high, both_low = ({"clv_category": [value], "purchase_likelihood": [value]} for value in ("high", "low"))
    until(lambda: shop.classes(often) == both_high)
    until(lambda: shop.classes(seldom)["purchase_likelihood"] == ["high"])
    high, low = (shop.segments["purchase_likelihood", value] for value in ("high", "low"))
    stayed = shop.since(high, seldom)
    assert not shop.inside(shop.overdue) & {often, seldom}

    # Without an order within 30 days nothing would be predicted: somebody will order a week before.
    shop.buys("somebody@example.com", -49)
    before = shop.now().replace(microsecond=0)  # `joined_group_at` is told to the second
    shop.clock.advance(int(WEEKS.total_seconds()))
    until(lambda: shop.classes(often) == both_low)
    assert before + WEEKS <= shop.since(low, often) <= shop.now()
    assert often not in shop.inside(high)
    # The other has been silent for longer, and is where they were.
    assert shop.classes(seldom)["purchase_likelihood"] == ["high"] and shop.since(high, seldom) == stayed
    assert shop.inside(shop.overdue) & {often, seldom} == {often}

    shop.buys("often@example.com", 0)
    until(lambda: shop.classes(often) == both_high)
    assert shop.since(high, often) >= before + WEEKS
    assert often not in shop.inside(low) | shop.inside(shop.overdue)
