"""Custom metrics: made, changed, refused, deleted; given the meaning of orders, with what that changes for whom; in segments and aggregates."""
import json
from datetime import datetime, timedelta, timezone

import pytest

from conftest import answered, eventually, refused, sdk_for
from operations import UNKNOWN
from RunningServer.documents import event, parsed, reference
from RunningServer.http_client import HTTPClient
from RunningServer.process import run

NOW = datetime.now(timezone.utc).replace(microsecond=0)


def body(id=None, **attributes):
    data = {"type": "custom-metric", "attributes": attributes}
    if id:
        data["id"] = id
    return {"data": data}


def text(property, operator, value):
    return {"property": property, "filter": {"type": "string", "operator": operator, "value": value}}


def group(metric, *filters, worth=None):
    return {"metric_id": metric, "metric_filters": list(filters), "value_property": worth}


def worth(*groups):
    return {"aggregation_method": "value", "metric_groups": list(groups)}


def mapped(meaning, metric=None, custom=None):
    relationships = {}
    if metric:
        relationships["metric"] = {"data": reference("metric", metric)}
    if custom:
        relationships["custom-metric"] = {"data": reference("custom-metric", custom)}
    return {"data": {"type": "mapped-metric", "id": meaning, "relationships": relationships}}


class Sales:
    """A shop of its own that tells orders as events and says what customers are worth."""

    def __init__(self, server):
        self.server = server
        self.connect()

    def connect(self):
        self.klaviyo = sdk_for(self.server, self.server.full_key)
        self.http = HTTPClient(self.server.port, self.server.full_key)

    def kill_and_start(self):
        self.http.close()
        self.server.kill()
        self.server.start()
        self.connect()

    def tell(self, order, email, value=10.0, days=30, metric="Placed Order", currency="EUR", properties=None, **more):
        """An event that names an order; what else it says are its properties."""
        self.klaviyo.Events.create_event(event(
            metric, {"email": email}, time=NOW - timedelta(days=days), value=value, currency=currency if value is not None else None,
            unique_id=f"{metric}-{order}", properties={"OrderId": order, **(properties or {}), **more}))

    def metric(self, name):
        return eventually(lambda: next((item.id for item in self.klaviyo.Metrics.get_metrics().data if item.attributes.name == name), None))

    def make(self, name, definition):
        return self.klaviyo.Metrics.create_custom_metric(body(name=name, definition=definition)).data.id

    def choose(self, custom=None, metric=None):
        """Makes something the shop's orders; gives what that changed."""
        before = self.changes()
        self.klaviyo.Metrics.update_mapped_metric("revenue", mapped("revenue", metric, custom))
        return self.change_after(before)

    def changes(self):
        return self.http.get("/api/perennial/order-changes").json()["data"]

    def change_after(self, before):
        new = eventually(lambda: [item for item in self.changes() if item["id"] not in {old["id"] for old in before}])
        id = new[0]["id"]

        def done():
            attributes = self.http.get(f"/api/perennial/order-changes/{id}").json()["data"]["attributes"]
            return attributes if attributes["status"] == "complete" else None
        return eventually(done, patience_s=60)

    def worth(self, email):
        """The number of somebody's orders, and their historic CLV."""
        found = self.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")', "additional-fields[profile]": "predictive_analytics"})
        numbers = found.json()["data"][0]["attributes"]["predictive_analytics"]
        return numbers["historic_number_of_orders"], numbers["historic_clv"]

    def report(self, id):
        answer = self.http.get(f"/api/perennial/custom-metrics/{id}/report")
        assert answer.status == 200, answer
        return answer.json()["data"]["attributes"]


@pytest.fixture
def sales(new_server):
    made = Sales(new_server())
    yield made
    made.http.close()


@pytest.fixture(scope="module")
def orders(klaviyo):
    """The metric of orders that every shop has."""
    return klaviyo.Metrics.get_metric_for_mapped_metric("revenue").data.id


class TestDefinition:
    def test_it_comes_back_as_it_was_given(self, klaviyo, orders):
        filters = [
            text("Source Name", "not-equals", "pos"), text("Brand", "not-contains", "third"), text("Code", "regex", "^[A-Z]+$"),
            {"property": "Country", "filter": {"type": "string", "operator": "in", "value": ["FR", "PL"]}},
            {"property": "$value", "filter": {"type": "numeric", "operator": "greater-than", "value": 0}},
            {"property": "Gift", "filter": {"type": "boolean", "operator": "equals", "value": False}},
            {"property": "Email", "filter": {"type": "existence", "operator": "is-set"}},
            {"property": "Tags", "filter": {"type": "list", "operator": "not-contains", "value": "wholesale"}},
            {"property": "Tags", "filter": {"type": "list", "operator": "contains-starts-with", "value": "web"}},
            {"property": "Tags", "filter": {"type": "list", "operator": "not-contains-substring", "value": "subscription"}},
        ]
        definition = worth(group(orders, *filters), group(orders, text("Origin", "equals", "till"), worth="Till Total"))
        made = klaviyo.Metrics.create_custom_metric(body(name="Round trip", definition=definition)).data
        seen = klaviyo.Metrics.get_custom_metric(made.id).data
        assert seen.attributes.name == "Round trip"
        assert json.loads(seen.attributes.definition.to_json()) == json.loads(made.attributes.definition.to_json())
        answer = klaviyo.Metrics.get_custom_metric(made.id, include=["metrics"], fields_metric=["name"])
        assert [item["id"] for item in answer["included"]] == [orders]
        assert answer["data"]["attributes"]["definition"] == definition
        assert [item.id for item in klaviyo.Metrics.get_metrics_for_custom_metric(made.id).data] == [orders]
        assert [item.id for item in klaviyo.Metrics.get_metric_ids_for_custom_metric(made.id).data] == [orders]
        assert made.id in {item.id for item in klaviyo.Metrics.get_custom_metrics().data}
        parts = klaviyo.Metrics.get_custom_metric(made.id, fields_custom_metric=["definition.aggregation_method"])
        assert parts["data"]["attributes"] == {"definition": {"aggregation_method": "value"}}
        klaviyo.Metrics.delete_custom_metric(made.id)
        with refused(404):
            klaviyo.Metrics.get_custom_metric(made.id)

    def test_it_is_renamed_and_redefined(self, klaviyo, orders):
        made = klaviyo.Metrics.create_custom_metric(body(name="Before", definition=worth(group(orders)))).data
        klaviyo.Metrics.update_custom_metric(made.id, body(made.id, name="After"))
        seen = klaviyo.Metrics.get_custom_metric(made.id).data.attributes
        assert seen.name == "After" and seen.definition.aggregation_method == "value"
        counted = {"aggregation_method": "count", "metric_groups": [group(orders, text("a.b", "equals", "c"))]}
        changed = klaviyo.Metrics.update_custom_metric(made.id, body(made.id, definition=counted)).data.attributes
        assert changed.name == "After" and changed.definition.aggregation_method == "count"
        assert parsed(changed.created) <= parsed(changed.updated)
        klaviyo.Metrics.delete_custom_metric(made.id)

    @pytest.mark.parametrize("definition, pointer, says", [
        ({"aggregation_method": "sum", "metric_groups": []}, "/aggregation_method", "not known"),
        ({"aggregation_method": "value", "metric_groups": []}, "/metric_groups", "0 elements"),
        ({"aggregation_method": "value", "metric_groups": [{}]}, "/metric_groups/0/metric_id", "required"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN}]}, "/metric_groups/0/metric_id", "no metric with the id"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": "Placed order"}]}, "/metric_groups/0/metric_id", '"Placed Order"'),
        ({"aggregation_method": "count", "metric_groups": [{"metric_id": UNKNOWN, "value_property": "Total"}]},
         "/metric_groups/0/value_property", "only counted"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN, "metric_filter": []}]}, "/metric_groups/0/metric_filter", "metric_filters"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN, "metric_filters": [
            {"property": "x", "filter": {"type": "numeric", "operator": "greater-than", "value": "7"}}]}]},
         "/metric_groups/0/metric_filters/0/filter/value", "must be a number"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN, "metric_filters": [
            {"property": "x", "filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 7}}]}]},
         "/metric_groups/0/metric_filters/0/filter/type", "as time goes by"),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN, "metric_filters": [text("x", "regex", "(")]}]},
         "/metric_groups/0/metric_filters/0/filter/value", ""),
        ({"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN}] * 21}, "/metric_groups", "1 to 20"),
    ])
    def test_what_is_wrong_is_refused_with_its_place(self, klaviyo, http, definition, pointer, says):
        answer = http.post("/api/custom-metrics", body(name="Wrong", definition=definition))
        answered(answer, 400, pointer="/data/attributes/definition" + pointer)
        assert says in answer.errors()[0]["detail"]
        assert "Wrong" not in {item.attributes.name for item in klaviyo.Metrics.get_custom_metrics().data}

    def test_names_are_unique_and_can_be_read(self, klaviyo, orders):
        made = klaviyo.Metrics.create_custom_metric(body(name="Only one", definition=worth(group(orders)))).data.id
        for name in ("Only one", "  ", "a\u0000b"):
            with refused(400, pointer="/data/attributes/name"):
                klaviyo.Metrics.create_custom_metric(body(name=name, definition=worth(group(orders))))
        klaviyo.Metrics.update_custom_metric(made, body(made, name="Only one"))
        klaviyo.Metrics.delete_custom_metric(made)

    def test_none_turns_in_a_circle(self, klaviyo, http, orders):
        made = klaviyo.Metrics.create_custom_metric(body(name="First", definition=worth(group(orders)))).data.id
        answer = http.patch(f"/api/custom-metrics/{made}", body(made, definition=worth(group(made))))
        answered(answer, 400, pointer="/data/attributes/definition/metric_groups/0/metric_id")
        assert "made of itself" in answer.errors()[0]["detail"]
        answer = http.post("/api/custom-metrics", body(name="Second", definition=worth(group(orders), group(made))))
        answered(answer, 400, pointer="/data/attributes/definition/metric_groups/1/metric_id")
        assert "is a custom metric" in answer.errors()[0]["detail"]
        klaviyo.Metrics.delete_custom_metric(made)

    def test_the_same_group_twice_is_refused(self, http, orders):
        answered(http.post("/api/custom-metrics", body(name="Twice", definition=worth(group(orders), group(orders)))), 400,
                 pointer="/data/attributes/definition/metric_groups/1")


class TestRevenue:
    def test_orders_are_what_it_says_also_after_a_kill(self, sales):
        sales.tell("1", "ada@example.com", 10, channel="web", net="8.00")
        sales.tell("2", "ada@example.com", 20, channel="pos", net="16.00")
        sales.tell("3", "bob@example.com", 30, channel="pos", net="25.00")
        sales.tell("3", "bob@example.com", 30, metric="Refunded Order")
        orders = sales.metric("Placed Order")
        online = sales.make("Online, net", worth(group(orders, text("channel", "not-equals", "pos"), worth="net")))
        change = sales.choose(custom=online)
        assert change["cause"] == "revenue" and change["fit"] == "not_eligible" and change["note"] is None
        assert [(item["cause"], item["name"]) for item in change["changes"]] == [("revenue", "Online, net")]
        effect = change["effect"]
        assert (effect["customers_changed"], effect["customers_lost"], effect["customers_gained"]) == (1, 0, 0)
        assert (effect["before"]["orders"], effect["after"]["orders"]) == (2, 1)
        assert (effect["before"]["historic_clv"], effect["after"]["historic_clv"]) == (30, 8)
        [customer] = effect["customers"]
        assert (customer["before"]["number_of_orders"], customer["after"]["number_of_orders"]) == (2, 1)
        klaviyo = sales.klaviyo
        assert klaviyo.Metrics.get_custom_metric_for_mapped_metric("revenue").data.id == online
        assert klaviyo.Metrics.get_custom_metric_id_for_mapped_metric("revenue").data.id == online
        answer = klaviyo.Metrics.get_mapped_metric("revenue", include=["custom-metric"], fields_custom_metric=["name"])
        assert answer["included"][0]["attributes"] == {"name": "Online, net"}
        assert answer["data"]["relationships"]["metric"]["data"] is None
        assert online in {item["id"] for item in klaviyo.Metrics.get_mapped_metrics(include=["custom-metric"], fields_custom_metric=["name"])["included"]}

        sales.kill_and_start()
        klaviyo = sales.klaviyo
        eventually(lambda: sales.worth("ada@example.com") == (1, 8), patience_s=30)
        sales.tell("4", "bob@example.com", 5, days=2, channel="app", net="4.00")
        eventually(lambda: sales.worth("bob@example.com") == (1, 4))
        # A change of its definition changes what an order is, too.
        before = sales.changes()
        klaviyo.Metrics.update_custom_metric(online, body(online, definition=worth(group(orders, text("channel", "not-equals", "pos")))))
        assert sales.change_after(before)["cause"] == "custom_metric"
        assert sales.worth("ada@example.com") == (1, 10)
        # Another name changes nothing for anybody.
        before = sales.changes()
        klaviyo.Metrics.update_custom_metric(online, body(online, name="Online"))
        assert sales.changes() == before
        # And back to the usual metric.
        sales.klaviyo.Metrics.update_mapped_metric("revenue", mapped("revenue", metric=orders))
        eventually(lambda: sales.worth("ada@example.com") == (2, 30))

    def test_what_cannot_be_mapped(self, klaviyo, http, orders):
        counted = klaviyo.Metrics.create_custom_metric(
            body(name="Only counts", definition={"aggregation_method": "count", "metric_groups": [group(orders)]})).data.id
        answered(http.patch("/api/mapped-metrics/revenue", mapped("revenue", custom=counted)), 400, pointer="/data/relationships/custom-metric")
        answered(http.patch("/api/mapped-metrics/revenue", mapped("revenue", metric=orders, custom=counted)), 400,
                 pointer="/data/relationships/custom-metric")
        answered(http.patch("/api/mapped-metrics/revenue", mapped("revenue")), 400, pointer="/data/relationships")
        with refused(404):
            klaviyo.Metrics.update_mapped_metric("revenue", mapped("revenue", custom=UNKNOWN))
        # Another meaning may be one that only counts, and loses it again.
        klaviyo.Metrics.update_mapped_metric("added_to_cart", mapped("added_to_cart", custom=counted))
        answer = http.delete(f"/api/custom-metrics/{counted}")
        answered(answer, 409)
        assert "added_to_cart" in answer.errors()[0]["detail"]
        cleared = {"data": {"type": "mapped-metric", "id": "added_to_cart", "relationships": {"custom-metric": {"data": None}}}}
        assert http.patch("/api/mapped-metrics/added_to_cart", cleared).status == 200
        assert klaviyo.Metrics.get_custom_metric_id_for_mapped_metric("added_to_cart").data is None
        # Through the SDK, which leaves out what is null.
        klaviyo.Metrics.update_mapped_metric("added_to_cart", mapped("added_to_cart", custom=counted))
        klaviyo.Metrics.update_mapped_metric("added_to_cart", cleared)
        assert klaviyo.Metrics.get_custom_metric_id_for_mapped_metric("added_to_cart").data is None
        with refused(400):
            klaviyo.Metrics.create_custom_metric(body(
                name="Placed Order", definition={"aggregation_method": "count", "metric_groups": [group(orders)]}))
        klaviyo.Metrics.delete_custom_metric(counted)

    def test_amounts_in_several_currencies_are_converted_by_the_shop_s_rates(self, sales):
        http = sales.http
        sales.tell("1", "ada@example.com", 1, net=10.0)
        sales.tell("2", "ada@example.com", 1, net=20.0, currency="USD")
        custom = sales.make("Net", worth(group(sales.metric("Placed Order"), worth="net")))
        sales.choose(custom=custom)
        assert sales.worth("ada@example.com") == (1, 10)
        report = sales.report(custom)
        assert {amount["currency"]: amount["sum_value"] for amount in report["amounts"]} == {"EUR": 10, "USD": 20}
        assert any("USD" in warning["detail"] and "no rate" in warning["detail"] for warning in report["warnings"])
        rates = [{"date": "2020-01-01", "from": "USD", "to": "EUR", "rate": "0.5"}]
        answer = http.request("PUT", "/api/perennial/exchange-rates", {"data": {"type": "exchange-rates", "attributes": {"rates": rates}}})
        assert answer.status == 200, answer
        eventually(lambda: sales.worth("ada@example.com") == (2, 20))


class TestReport:
    def test_what_looks_odd_is_said_and_not_refused(self, sales):
        sales.tell("1", "ada@example.com", 10, channel="web", size="large")
        orders = sales.metric("Placed Order")
        custom = sales.make("Odd", worth(
            group(orders, text("chanel", "equals", "web")),
            group(orders, {"property": "size", "filter": {"type": "numeric", "operator": "greater-than", "value": 3}}),
            group(orders, worth="size")))
        report = sales.report(custom)
        found = {warning["pointer"]: warning["detail"] for warning in report["warnings"]}
        assert "channel" in found["/metric_groups/0/metric_filters/0/property"]
        assert "is a string" in found["/metric_groups/1/metric_filters/0/filter/type"]
        assert "is a string" in found["/metric_groups/2/value_property"] or "1 of 1" in found["/metric_groups/2/value_property"]
        assert [item["counted"] for item in report["groups"]] == [0, 0, 1]
        assert report["events"] == report["profiles"] == 1 and report["used_by"] == []
        answered(sales.http.get(f"/api/perennial/custom-metrics/{UNKNOWN}/report"), 404)
        answered(sales.http.get(f"/api/perennial/order-changes/{UNKNOWN}"), 404)


class TestElsewhere:
    def test_segments_ask_for_it_and_hold_it(self, sales):
        sales.tell("1", "ada@example.com", 10, channel="web")
        sales.tell("2", "bob@example.com", 90, channel="pos")
        custom = sales.make("Online", worth(group(sales.metric("Placed Order"), text("channel", "not-equals", "pos"))))
        condition = {"type": "profile-metric", "metric_id": custom, "measurement": "sum",
                     "measurement_filter": {"type": "numeric", "operator": "greater-than", "value": 9},
                     "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 60}}
        definition = {"condition_groups": [{"conditions": [condition]}]}
        segment = sales.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {"name": "Online buyers", "definition": definition}}}).data.id
        members = lambda: {item["attributes"]["email"] for item in sales.http.pages(f"/api/segments/{segment}/profiles")}
        eventually(lambda: members() == {"ada@example.com"})
        sales.tell("3", "bob@example.com", 9.5, days=1, channel="app")
        eventually(lambda: members() == {"ada@example.com", "bob@example.com"})
        for language in ("en", "fr", "pl"):
            answer = sales.http.post("/api/perennial/segment-previews", {"data": {"type": "segment-preview", "attributes": {
                "definition": definition, "language": language}}})
            assert answer.status in (200, 201), answer
            assert "Online" in json.dumps(answer.json())
        answer = sales.http.delete(f"/api/custom-metrics/{custom}")
        answered(answer, 409)
        assert "Online buyers" in answer.errors()[0]["detail"]
        assert sales.report(custom)["used_by"] == [{"type": "segment", "id": segment, "name": "Online buyers"}]
        only = {"aggregation_method": "count", "metric_groups": [group(sales.metric("Placed Order"))]}
        counted = sales.make("Counted", only)
        bad = {"condition_groups": [{"conditions": [{**condition, "metric_id": counted}]}]}
        answered(sales.http.post("/api/segments", {"data": {"type": "segment", "attributes": {"name": "x", "definition": bad}}}), 400)

    def test_aggregates_by_time(self, sales):
        sales.tell("1", "ada@example.com", 10, days=3, channel="web", net=7)
        sales.tell("2", "ada@example.com", 20, days=2, channel="pos", net=15)
        sales.tell("3", "bob@example.com", None, days=2, metric="Till Sale", Total="4.50")
        custom = sales.make("Both", worth(
            group(sales.metric("Placed Order"), text("channel", "equals", "web"), worth="net"), group(sales.metric("Till Sale"), worth="Total")))
        span = [f"greater-or-equal(datetime,{(NOW - timedelta(days=5)):%Y-%m-%dT%H:%M:%SZ})", f"less-than(datetime,{NOW:%Y-%m-%dT%H:%M:%SZ})"]
        query = {"data": {"type": "metric-aggregate", "attributes": {
            "metric_id": custom, "measurements": ["count", "sum_value", "unique"], "interval": "month", "filter": span}}}
        seen = sales.klaviyo.Metrics.query_metric_aggregates(query).data.attributes.data[0].measurements
        assert (sum(seen["count"]), sum(seen["sum_value"]), sum(seen["unique"])) == (2, 11.5, 2)
        counted = sales.make("Counted", {"aggregation_method": "count", "metric_groups": [group(sales.metric("Till Sale"))]})
        query["data"]["attributes"]["metric_id"] = counted
        answered(sales.http.post("/api/metric-aggregates", query), 400, pointer="/data/attributes/measurements")


class TestCommandLine:
    def test_listed_made_mapped_shown_deleted(self, sales, tmp_path):
        sales.tell("1", "ada@example.com", 10, channel="web")
        sales.tell("2", "ada@example.com", 20, channel="pos")
        orders = sales.metric("Placed Order")
        sales.server.stop()
        folder = sales.server.folder
        file = tmp_path / "online.json"
        file.write_text(json.dumps({"name": "Online", "definition": {"aggregation_method": "value", "metric_groups": [
            {"metric_name": "Placed Order", "metric_filters": [text("channel", "not-equals", "pos")]}]}}))
        perennial = lambda *words, **more: run("metric", *words, "--data", folder, **more)
        id = perennial("create", file, check=True).stdout.strip()
        listed = perennial("list", check=True).stdout
        assert id in listed and "custom" in listed and "revenue" in listed
        mapped = perennial("map", "revenue", "Online", check=True).stdout
        assert "Customers whose orders change: 1." in mapped and "30.00" in mapped and "10.00" in mapped
        assert perennial("changes", check=True).stdout == mapped
        shown = json.loads(perennial("show", "Online", "--format", "json", check=True).stdout)
        assert shown["events"] == 1 and shown["id"] == id and shown["used_by"][0]["id"] == "revenue"
        assert shown["definition"]["metric_groups"][0]["metric_id"] == orders
        assert "Online" in perennial("show", id, check=True).stdout
        refused = perennial("delete", "Online")
        assert refused.returncode == 65 and "revenue" in refused.stderr
        perennial("map", "revenue", check=True)
        perennial("delete", "Online", check=True)
        wrong = perennial("show", "Onlin")
        assert wrong.returncode == 66
        file.write_text('{"aggregation_method": "value", "metric_groups": [{"metric_name": "Placed Ordr"}]}')
        wrong = perennial("create", file)
        assert wrong.returncode == 65 and "/metric_groups/0/metric_name" in wrong.stderr and "Placed Order" in wrong.stderr
        assert perennial("map", "turnover", "Placed Order").returncode == 64


class TestOrderValues:
    """Requirements 001-02 to 001-07: AOV = revenue / orders over a period, to follow trends and the effect of sales, beside a benchmark."""

    def values(self, sales, **query):
        answer = sales.http.get("/api/perennial/order-values", query=query)
        assert answer.status == 200, answer
        return answer.json()["data"]["attributes"]

    def test_by_month_by_segment_before_and_after_a_day(self, sales):
        for number, (email, value, days) in enumerate([("ada", 40, 70), ("ada", 60, 20), ("bob", 20, 15), ("bob", 100, 4), ("cyd", 140, 2)]):
            sales.tell(f"{number}", f"{email}@example.com", value, days)
        sales.tell("4", "cyd@example.com", 20, 1, metric="Refunded Order")
        day = (NOW - timedelta(days=10)).date().isoformat()
        eventually(lambda: sum(month["orders"] for month in self.values(sales)["months"]) == 5)
        seen = self.values(sales, around=day)
        assert sum(month["revenue"] for month in seen["months"]) == 340
        for month in seen["months"]:
            assert month["average_order_value"] == (month["revenue"] / month["orders"] if month["orders"] else None)
        before, after = seen["comparison"]["before"], seen["comparison"]["after"]
        assert (before["orders"], before["average_order_value"]) == (2, 40) or (before["orders"], before["average_order_value"]) == (1, 20)
        assert (after["orders"], after["average_order_value"]) == (2, 110)
        longer = self.values(sales, around=day, days="30")["comparison"]
        assert (longer["before"]["orders"], longer["before"]["average_order_value"]) == (2, 40) and longer["change"] == 1.75
        condition = {"type": "profile-property", "property": "email", "filter": {"type": "string", "operator": "starts-with", "value": "bob"}}
        segment = sales.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {
            "name": "Bob", "definition": {"condition_groups": [{"conditions": [condition]}]}}}}).data.id
        eventually(lambda: self.values(sales, group=segment, around=day, days="30")["comparison"]["change"] == 4)
        shown = json.loads(run("order-value", "show", "--segment", "Bob", "--around", day, "--days", "30", "--format", "json",
                               "--data", sales.server.folder, check=True).stdout)
        assert shown["comparison"]["change"] == 4
        assert "Change" in run("order-value", "show", "--around", day, "--data", sales.server.folder, check=True).stdout

    def test_a_benchmark_has_a_source(self, sales):
        path = "/api/perennial/order-value-benchmark"
        put = lambda **attributes: sales.http.request("PUT", path, {"data": {"type": "order-value-benchmark", "attributes": attributes}})
        assert sales.http.get(path).json()["data"]["attributes"] == {"value": None, "currency": None, "source": None}
        entered = {"value": 54.3, "currency": "EUR", "source": "Survey of the sector, 2025"}
        assert put(**entered).json()["data"]["attributes"] == entered
        assert self.values(sales)["benchmark"] == entered
        answered(put(value=54.3, currency="EUR"), 400, pointer="/data/attributes/source")
        answered(put(value=54.3, currency="EUR", source=" "), 400, pointer="/data/attributes/source")
        answered(put(value=-1, currency="EUR", source="x"), 400, pointer="/data/attributes/value")
        assert sales.http.get(path).json()["data"]["attributes"] == entered
        assert put(value=None).status == 200
        assert self.values(sales)["benchmark"] is None

    def test_what_is_refused(self, sales):
        path = "/api/perennial/order-values"
        answered(sales.http.get(path, query={"group": UNKNOWN}), 400, parameter="group")
        answered(sales.http.get(path, query={"around": "yesterday"[:10]}), 400, parameter="around")
        answered(sales.http.get(path, query={"around": (NOW + timedelta(days=3)).date().isoformat()}), 400, parameter="around")
        answered(sales.http.get(path, query={"days": "3"}), 400, parameter="days")
        answered(sales.http.get(path, query={"around": "2024-01-01", "days": "0"}), 400, parameter="days")
