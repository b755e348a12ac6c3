"""Metrics: the kinds of events, their properties, which of them are orders, and sums over time."""
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, eventually, refused
from operations import UNKNOWN
from RunningServer.documents import event, events_job, parsed, reference

DAY = datetime(2024, 5, 1, 10, 0, 0, tzinfo=timezone.utc)


def metric_named(klaviyo, name):
    """The metric of this name; None if there was no such event yet."""
    return next((metric for metric in all_pages(klaviyo.Metrics.get_metrics) if metric.attributes.name == name), None)


@pytest.fixture(scope="module")
def played(klaviyo):
    """A metric with ten events on five days: 1, 2, ... 10 EUR, by two people."""
    rows = [event("Played a Game", {}, time=DAY + timedelta(days=n // 2, hours=n % 2), value=n + 1, unique_id=f"game-{n}",
                  properties={"game": "chess" if n % 2 else "go", "moves": n, "won": n > 5}) for n in range(10)]
    klaviyo.Events.bulk_create_events(events_job([({"email": "one@playing.example.com"}, rows[:6]), ({"email": "two@playing.example.com"}, rows[6:])]))
    metric = eventually(lambda: metric_named(klaviyo, "Played a Game"))
    eventually(lambda: len(klaviyo.Events.get_events(filter=f'equals(metric_id,"{metric.id}")').data) == 10)
    return metric


class TestKinds:
    def test_a_metric_says_where_it_comes_from(self, klaviyo, played):
        seen = klaviyo.Metrics.get_metric(played.id).data.attributes
        assert seen.name == "Played a Game"
        assert seen.integration["name"] == "API"
        assert parsed(seen.created) <= parsed(seen.updated)
        found = all_pages(klaviyo.Metrics.get_metrics, filter='equals(integration.name,"API")')
        assert played.id in {metric.id for metric in found}

    def test_no_flow_starts_with_it_yet(self, klaviyo, played):
        assert klaviyo.Metrics.get_flows_triggered_by_metric(played.id).data == []
        assert klaviyo.Metrics.get_ids_for_flows_triggered_by_metric(played.id).data == []

    def test_only_the_fields_asked_for(self, klaviyo, played):
        assert set(klaviyo.Metrics.get_metric(played.id, fields_metric=["name"])["data"]["attributes"]) == {"name"}

    def test_what_is_not_understood(self, klaviyo):
        with refused(400, parameter="filter"):
            klaviyo.Metrics.get_metrics(filter='equals(name,"x")')
        with refused(400, parameter="page[cursor]"):
            klaviyo.Metrics.get_metrics(page_cursor="bm90IGEgY3Vyc29y")


class TestProperties:
    def test_those_that_its_events_had(self, klaviyo, played):
        found = {item.attributes.var_property: item for item in klaviyo.Metrics.get_properties_for_metric(played.id).data}
        assert {"game", "moves", "won"} <= set(found)
        ids = {item.id for item in klaviyo.Metrics.get_property_ids_for_metric(played.id).data}
        assert {item.id for item in found.values()} == ids
        one = klaviyo.Metrics.get_metric_property(found["game"].id, additional_fields_metric_property=["sample_values"]).data
        assert one.attributes.label and one.attributes.inferred_type
        assert set(one.attributes.sample_values) <= {"chess", "go"} and one.attributes.sample_values
        assert klaviyo.Metrics.get_metric_for_metric_property(one.id).data.id == played.id
        assert klaviyo.Metrics.get_metric_id_for_metric_property(one.id).data.id == played.id
        answer = klaviyo.Metrics.get_metric_property(one.id, include=["metric"], fields_metric=["name"])
        assert answer["included"][0]["attributes"] == {"name": "Played a Game"}


class TestMappedMetrics:
    """Which events are orders, refunds and cancellations."""

    def test_the_seven_meanings(self, klaviyo):
        found = {getattr(item.id, "value", item.id): item for item in klaviyo.Metrics.get_mapped_metrics().data}
        assert set(found) == {"added_to_cart", "cancelled_sales", "ordered_product", "refunded_sales", "revenue", "started_checkout", "viewed_product"}
        names = {"revenue": "Placed Order", "refunded_sales": "Refunded Order", "cancelled_sales": "Cancelled Order"}
        for meaning, name in names.items():
            assert klaviyo.Metrics.get_metric_for_mapped_metric(meaning).data.attributes.name == name
            id = klaviyo.Metrics.get_metric_id_for_mapped_metric(meaning).data.id
            answer = klaviyo.Metrics.get_mapped_metric(meaning, include=["metric"], fields_metric=["name"])
            assert [item["id"] for item in answer["included"]] == [id]

    def test_another_metric_can_be_given_a_meaning(self, klaviyo, played):
        mapping = {"data": {"type": "mapped-metric", "id": "viewed_product", "relationships": {"metric": {"data": reference("metric", played.id)}}}}
        before = klaviyo.Metrics.get_mapped_metric("viewed_product").data.attributes.updated
        answer = klaviyo.Metrics.update_mapped_metric("viewed_product", mapping)
        assert parsed(answer.data.attributes.updated) >= parsed(before)
        assert klaviyo.Metrics.get_metric_id_for_mapped_metric("viewed_product").data.id == played.id

    def test_what_cannot_be_mapped(self, klaviyo, http):
        mapping = {"data": {"type": "mapped-metric", "id": "revenue", "relationships": {"metric": {"data": reference("metric", UNKNOWN)}}}}
        with refused(404):
            klaviyo.Metrics.update_mapped_metric("revenue", mapping)
        answered(http.patch("/api/mapped-metrics/revenue", {"data": {"type": "mapped-metric", "id": "revenue", "relationships": {"metric": 7}}}), 400)


class TestAggregates:
    SPAN = ["greater-or-equal(datetime,2024-05-01T00:00:00)", "less-than(datetime,2024-05-06T00:00:00)"]

    def query(self, metric, **attributes):
        return {"data": {"type": "metric-aggregate", "attributes": {
            "metric_id": metric.id, "measurements": ["count", "sum_value", "unique"], "interval": "day", "filter": self.SPAN, **attributes,
        }}}

    def test_counts_sums_and_people_by_day(self, klaviyo, played):
        seen = klaviyo.Metrics.query_metric_aggregates(self.query(played)).data.attributes
        assert [parsed(date).day for date in seen.dates] == [1, 2, 3, 4, 5]
        assert seen.data[0].measurements["count"] == [2, 2, 2, 2, 2]
        assert seen.data[0].measurements["sum_value"] == [3, 7, 11, 15, 19]
        assert seen.data[0].measurements["unique"] == [1, 1, 1, 1, 1]

    def test_by_month_and_in_the_zone_asked_for(self, klaviyo, played):
        seen = klaviyo.Metrics.query_metric_aggregates(self.query(played, interval="month", timezone="Europe/Paris")).data.attributes
        assert seen.data[0].measurements["count"] == [10]
        assert seen.data[0].measurements["unique"] == [2]

    def test_what_is_refused(self, klaviyo, http, played):
        answered(http.post("/api/metric-aggregates", self.query(played, filter=self.SPAN[:1])), 400, pointer="/data/attributes/filter")
        answered(http.post("/api/metric-aggregates", self.query(played, measurements=["median"])), 400)
        answered(http.post("/api/metric-aggregates", self.query(played, timezone="Middle/Earth")), 400, pointer="/data/attributes/timezone")
