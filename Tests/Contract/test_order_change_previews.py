"""What would change for whom if other events were orders, before anything is kept; and what cannot mean orders."""
import json
import time

import pytest

from conftest import answered, eventually
from operations import UNKNOWN
from RunningServer.documents import reference
from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from test_custom_metrics import body, group, mapped, sales, text, worth  # noqa: F401

PATH = "/api/perennial/order-change-previews"


def asking(custom=None, metric=None, **attributes):
    data = {"type": "order-change-preview", "attributes": attributes, "relationships": {}}
    if metric:
        data["relationships"]["metric"] = {"data": reference("metric", metric)}
    if custom:
        data["relationships"]["custom-metric"] = {"data": reference("custom-metric", custom)}
    return {"data": data}


def preview(sales, *names, **attributes):  # noqa: F811
    answer = sales.http.post(PATH, asking(*names, **attributes))
    assert answer.status == 200, answer
    return answer.json()["data"]["attributes"]["effect"]


@pytest.fixture
def shop(sales):  # noqa: F811
    sales.tell("1", "ada@example.com", 10, channel="web", net="8.00")
    sales.tell("2", "ada@example.com", 20, channel="pos", net="16.00")
    sales.tell("3", "bob@example.com", 30, channel="pos", net="25.00")
    sales.tell("4", "cyd@example.com", 5, metric="Till Sale")
    eventually(lambda: sales.worth("bob@example.com") == (1, 30))
    return sales


def test_it_says_what_the_change_then_does_and_keeps_nothing(shop):
    # Without a model, borders of groups are settled anew within five seconds of the last order: not between looking and doing.
    time.sleep(6)
    orders = shop.metric("Placed Order")
    online = worth(group(orders, text("channel", "not-equals", "pos")), group(shop.metric("Till Sale")))
    seen = preview(shop, definition=online)
    before, after = seen["before"], seen["after"]
    assert (before["customers"], before["orders"], before["historic_clv"], before["average_order_value"]) == (2, 3, 60, 20)
    assert (after["customers"], after["orders"], after["historic_clv"], after["average_order_value"]) == (2, 2, 15, 7.5)
    assert (seen["customers_changed"], seen["customers_gained"], seen["customers_lost"]) == (3, 1, 1)
    assert before["customers"] + seen["customers_gained"] - seen["customers_lost"] == after["customers"]
    assert [(item["before"]["historic_clv"], item["after"]["historic_clv"]) for item in seen["customers"]] == [(30, 0), (30, 10), (0, 5)]
    assert shop.changes() == [] and shop.worth("ada@example.com") == (2, 30)
    assert shop.http.get("/api/custom-metrics").json()["data"] == []
    custom = shop.make("Online and till", online)
    assert preview(shop, custom) == seen
    done = shop.choose(custom=custom)["effect"]
    for name in seen:
        assert done[name] == seen[name], name
    # Another definition of what is mapped; the usual metric; another meaning.
    by_net = preview(shop, custom, definition=worth(group(orders, worth="net")))
    assert (by_net["before"]["historic_clv"], by_net["after"]["historic_clv"]) == (15, 49)
    assert preview(shop, metric=orders)["after"]["historic_clv"] == 60
    shop.tell("1", "ada@example.com", None, metric="Called Off")
    assert preview(shop, metric=shop.metric("Called Off"), mapped_metric="cancelled_sales")["after"]["orders"] == 1
    answered(shop.http.post(PATH, asking(metric=shop.metric("Till Sale"), mapped_metric="cancelled_sales")), 400, pointer="/data/relationships/metric")


def test_what_is_not_there_or_cannot_be_is_refused(shop):
    orders, till = shop.metric("Placed Order"), shop.metric("Till Sale")
    counted = {"aggregation_method": "count", "metric_groups": [group(orders)]}
    for request, status, pointer in [
        (asking(definition=counted), 400, "/data/attributes/definition/aggregation_method"),
        (asking(definition=worth(group(UNKNOWN))), 400, "/data/attributes/definition/metric_groups/0/metric_id"),
        (asking(definition=worth(group(orders)), mapped_metric="viewed_product"), 400, "/data/attributes/mapped_metric"),
        (asking(metric=orders, definition=worth(group(orders))), 400, "/data/attributes/definition"),
        (asking(metric=orders, mapped_metric="refunded_sales"), 400, "/data/relationships/metric"),
        (asking(definition=worth(group(orders, worth="nothing"))), 400, "/data/attributes/definition"),
        (asking(), 400, None), (asking(UNKNOWN), 404, None), (asking(metric=UNKNOWN), 404, None),
    ]:
        answer = shop.http.post(PATH, request)
        answered(answer, status, **({"pointer": pointer} if pointer else {}))
    assert till and HTTPClient(shop.server.port).post(PATH, asking()).status == 401


def test_what_cannot_mean_orders_is_refused_where_it_is_mapped(shop):
    orders, till = shop.metric("Placed Order"), shop.metric("Till Sale")
    answer = shop.http.patch("/api/mapped-metrics/refunded_sales", mapped("refunded_sales", metric=orders))
    answered(answer, 400, pointer="/data/relationships/metric")
    assert "revenue and refunded_sales" in answer.errors()[0]["detail"]
    shop.tell("9", "ada@example.com", None, metric="Opened Email")
    answer = shop.http.patch("/api/mapped-metrics/revenue", mapped("revenue", metric=shop.metric("Opened Email")))
    answered(answer, 400, pointer="/data/relationships/metric")
    assert "None of 1 events" in answer.errors()[0]["detail"] and till
    assert shop.worth("ada@example.com") == (2, 30)


def test_a_change_that_segments_cannot_follow_is_refused_and_names_them(shop):
    orders = shop.metric("Placed Order")
    custom = shop.make("Worth", worth(group(orders)))
    condition = {"type": "profile-metric", "metric_id": custom, "measurement": "sum",
                 "measurement_filter": {"type": "numeric", "operator": "greater-than", "value": 9},
                 "timeframe_filter": {"type": "date", "operator": "alltime"}}
    shop.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {
        "name": "Spenders", "definition": {"condition_groups": [{"conditions": [condition]}]}}}})
    answer = shop.http.patch(f"/api/custom-metrics/{custom}", body(custom, definition={"aggregation_method": "count", "metric_groups": [group(orders)]}))
    answered(answer, 409)
    assert "Spenders" in answer.errors()[0]["detail"]
    assert shop.http.get(f"/api/custom-metrics/{custom}").json()["data"]["attributes"]["definition"]["aggregation_method"] == "value"


def test_a_negative_filter_on_what_most_events_lack_is_warned_of(shop):
    orders = shop.metric("Placed Order")
    request = body(name="Not wholesale", definition=worth(group(orders, text("tags", "not-equals", "wholesale"))))
    answer = shop.http.post("/api/custom-metrics", request)
    assert answer.status == 201, answer
    [first, *_] = answer.json()["meta"]["warnings"]
    assert first["pointer"].startswith("/data/attributes/definition/metric_groups/0/metric_filters/0") and "not-set" in first["detail"]
    proposed = shop.http.post(PATH, asking(definition=request["data"]["attributes"]["definition"]))
    assert proposed.json()["meta"]["warnings"][0] == first
    sound = shop.http.post("/api/custom-metrics", body(name="Sound", definition=worth(group(orders, text("channel", "not-equals", "pos")))))
    assert sound.status == 201 and "meta" not in sound.json()


def test_what_is_worked_out_cannot_be_written(shop, tmp_path):
    profile = {"data": {"type": "profile", "attributes": {"email": "eve@example.com", "properties": {"Current RFM group": "Champions"}}}}
    answer = shop.http.post("/api/profiles", profile)
    answered(answer, 400, pointer="/data/attributes/properties/Current RFM group")
    assert "Current RFM group" in answer.errors()[0]["detail"]
    shop.server.stop()
    file = tmp_path / "people.csv"
    file.write_text("email,Current RFM group,Shoe size\neve@example.com,Champions,38\nfay@example.com,,39\n")
    said = run("import", "profiles", file, "--data", shop.server.folder, check=True)
    assert "1 value of properties that are worked out" in said.stderr + said.stdout
    assert "2 new profiles" in said.stderr + said.stdout


class TestCommandLine:
    def test_a_preview_in_three_languages(self, shop, tmp_path):
        shop.server.stop()
        perennial = lambda *words, **more: run("metric", *words, "--data", shop.server.folder, **more)
        file = tmp_path / "online.json"
        file.write_text(json.dumps({"aggregation_method": "value", "metric_groups": [
            {"metric_name": "Placed Order", "metric_filters": [text("channel", "not-equals", "pos")]}]}))
        seen = json.loads(perennial("preview", "revenue", "--definition", file, "--format", "json", check=True).stdout)
        assert (seen["before"]["orders"], seen["after"]["orders"]) == (3, 1)
        for language, words in [("en", "nothing is saved"), ("fr", "rien n'est enregistré"), ("pl", "nic nie zostało zapisane")]:
            said = perennial("preview", "revenue", "--definition", file, "--language", language, check=True).stdout
            assert words.replace("'", "’") in said.replace("'", "’")
        assert "metryka" in perennial("list", "--language", "pl", check=True).stdout
        assert perennial("changes", check=True).stdout == ""
        wrong = perennial("preview", "revenues")
        assert wrong.returncode == 64 and "revenue" in wrong.stderr
        assert perennial("preview", "revenue", "Nothing").returncode == 66
        file.write_text('{"aggregation_method": "value", "metric_groups": []}')
        assert perennial("preview", "revenue", "--definition", file).returncode == 65
