"""How customers are scored and grouped: shown, tried before saving, saved with everybody in a group at once, refused with the place."""
import json

import pytest

from conftest import answered, eventually
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_custom_metrics import Sales

SETTINGS = "/api/perennial/rfm-settings"
PREVIEWS = "/api/perennial/rfm-settings-previews"
STANDARD = {"levels": 3, "recency": {"days": [180, 365]}, "frequency": {"parts": "equal"}, "monetary": {"parts": "equal"}, "map": "standard"}
BY_ORDERS = {**STANDARD, "frequency": {"orders": [3, 2]}, "monetary": {"value": [500, 50]}, "map": "corrected"}
FIVE = {"levels": 5, "recency": {"days": [10, 40, 80, 400]}, "frequency": {"percentiles": [80, 60, 40, 20]}, "monetary": {"parts": "equal"},
        "map": "standard"}
GROUPS = ["Champions", "Loyal", "Recent", "Needs Attention", "At Risk", "Inactive"]


def put(http, **attributes):
    return http.request("PUT", SETTINGS, {"data": {"type": "rfm-settings", "attributes": attributes}})


def preview(http, **attributes):
    return http.post(PREVIEWS, {"data": {"type": "rfm-settings-preview", "attributes": attributes}})


def said(answer):
    assert answer.status == 200, answer
    return answer.json()["data"]["attributes"]


def settings_of(attributes):
    return {name: attributes[name] for name in STANDARD}


def groups(http):
    """How many profiles show which group."""
    counts = dict.fromkeys(GROUPS, 0)
    for person in http.pages("/api/profiles", **{"page[size]": 100}):
        group = person["attributes"]["properties"].get("Current RFM group")
        if group:
            counts[group] += 1
    return counts


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    server = RunningServer(tmp_path_factory.mktemp("rfm") / "data")
    server.full_key = server.create_key()
    made = Sales(server.start())
    for customer in range(24):
        for order in range(1 + customer % 4):
            made.tell(f"{customer}-{order}", f"c{customer}@example.com", value=10.0 * (1 + customer), days=5 + 23 * customer - order)
    eventually(lambda: sum(groups(made.http).values()) == 24, patience_s=60)
    yield made
    made.http.close()
    server.close()


def test_a_shop_begins_with_the_standard_settings(shop):
    now = said(shop.http.get(SETTINGS))
    assert settings_of(now) == STANDARD
    assert now["changed_at"] is None and now["changed_by"] is None and now["effect"] is None
    assert now["borders"]["recency_days_at_most"] == [180, 365]
    assert len(now["grid"]["rows"]) == 3 and len(now["grid"]["columns"]) == 9
    assert {"warning": "odd-pair", "lower": 221, "group_of_lower": "Needs Attention", "higher": 231, "group_of_higher": "At Risk"} in now["warnings"]


def test_the_effect_is_seen_before_saving_and_is_what_saving_does(shop):
    before = groups(shop.http)
    seen = said(preview(shop.http, **BY_ORDERS))
    assert seen["settings"] == BY_ORDERS and seen["now"] == before and seen["moved"] > 0
    assert sum(way["customers"] for way in seen["movement"]) == 24
    assert seen["borders"]["frequency_orders_from"] == [3, 2] and seen["borders"]["monetary_value_from"] == [500, 50]
    assert not [warning for warning in seen["warnings"] if warning["warning"] == "odd-pair"]
    # Nothing is kept of it.
    assert settings_of(said(shop.http.get(SETTINGS))) == STANDARD and groups(shop.http) == before
    saved = said(put(shop.http, **BY_ORDERS))
    assert settings_of(saved) == BY_ORDERS and saved["changed_by"] and saved["changed_at"]
    assert saved["effect"]["then"] == seen["then"] and saved["effect"]["movement"] == seen["movement"]
    eventually(lambda: groups(shop.http) == seen["then"])
    assert settings_of(said(shop.http.get(SETTINGS))) == BY_ORDERS
    assert said(put(shop.http, **BY_ORDERS))["effect"]["moved"] == 0
    entry = shop.http.get("/api/perennial/audit").json()["data"]
    assert [item for item in entry if item["attributes"]["action"] == "rfm-settings.update"]


def test_segments_follow_and_a_restart_keeps_all(shop):
    condition = {"type": "profile-property", "property": "properties['Current RFM group']",
                 "filter": {"type": "string", "operator": "equals", "value": "Champions"}}
    segment = shop.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {
        "name": "Champions", "definition": {"condition_groups": [{"conditions": [condition]}]}}}}).data.id

    def inside():
        return len(list(shop.http.pages(f"/api/segments/{segment}/profiles", **{"page[size]": 100})))
    then = said(put(shop.http, **FIVE))["effect"]["then"]
    eventually(lambda: groups(shop.http) == then)
    eventually(lambda: inside() == then["Champions"])
    shop.kill_and_start()
    assert settings_of(said(shop.http.get(SETTINGS))) == FIVE
    eventually(lambda: groups(shop.http) == then)
    then = said(put(shop.http, **STANDARD))["effect"]["then"]
    eventually(lambda: groups(shop.http) == then and inside() == then["Champions"])


def test_percentiles_that_tie_for_everyone_are_explained(new_server):
    sales = Sales(new_server())
    for customer in range(6):
        sales.tell(customer, f"c{customer}@example.com", value=25.0, days=10)
    eventually(lambda: sum(groups(sales.http).values()) == 6, patience_s=60)
    tied = {"warning": "everybody-alike", "dimension": "frequency", "score": 1}
    assert tied in said(preview(sales.http, frequency={"percentiles": [80, 20]}))["warnings"]
    assert tied in said(put(sales.http, frequency={"percentiles": [80, 20]}))["warnings"]
    sales.http.close()


def test_a_shop_without_orders_says_that_there_is_nobody_to_settle_over(new_server):
    http = HTTPClient((server := new_server()).port, server.full_key)
    now = said(http.get(SETTINGS))
    assert now["borders"] is None
    assert {"warning": "nobody-to-settle-over", "dimension": "monetary"} in now["warnings"]
    assert sum(said(put(http, **FIVE))["effect"]["then"].values()) == 0
    assert settings_of(said(http.get(SETTINGS))) == FIVE
    http.close()


THREE_OF_27 = {"Champions": [333], "Loyal": [332], "Inactive": [111]}


@pytest.mark.parametrize("attributes, place", [
    ({"recency": {"days": [365, 180]}}, "/recency/days/1"),
    ({"frequency": {"orders": [2, 2]}}, "/frequency/orders/1"),
    ({"monetary": {"percentiles": [101, 20]}}, "/monetary/percentiles/0"),
    ({"monetary": {"percentiles": [66, 0]}}, "/monetary/percentiles/1"),
    ({"recency": {"days": [90.5, 180]}}, "/recency/days/0"),
    ({"recency": {"days": [-1, 180]}}, "/recency/days/0"),
    ({"recency": {"days": [90]}}, "/recency/days"),
    ({"levels": 4}, "/levels"),
    ({"levels": "three"}, "/levels"),
    ({"levels": 5, "recency": {"days": [90, 180]}}, "/recency/days"),
    ({"map": "upside-down"}, "/map"),
    ({"map": THREE_OF_27}, "/map"),
    ({"map": {"VIP": [333]}}, "/map/VIP"),
    ({"map": {"Champions": [334]}}, "/map/Champions/0"),
    ({"levels": 5, "map": "corrected"}, "/map"),
    ({"levels": 5, "map": {"Champions": [a * 100 + b * 10 + c for a in (1, 2, 3) for b in (1, 2, 3) for c in (1, 2, 3)]}}, "/map"),
    ({"frequency": {"orders": [3, 2], "percentiles": [66, 33]}}, "/frequency"),
    ({"tempo": 3}, "/tempo"),
])
def test_what_cannot_be_is_refused_with_its_place(shop, attributes, place):
    before = (said(shop.http.get(SETTINGS)), groups(shop.http))
    answered(put(shop.http, **attributes), 400, pointer="/data/attributes" + place)
    answered(preview(shop.http, **attributes), 400, pointer="/data/attributes" + place)
    assert (said(shop.http.get(SETTINGS)), groups(shop.http)) == before


def test_keys_and_bodies(shop):
    for method, path, kind in (("GET", SETTINGS, None), ("PUT", SETTINGS, "rfm-settings"), ("POST", PREVIEWS, "rfm-settings-preview")):
        body = kind and {"data": {"type": kind, "attributes": {}}}
        assert HTTPClient(shop.server.port).request(method, path, body).status == 401
        if kind:
            answered(shop.http.request(method, path, {"data": {"type": "settings", "attributes": {}}}), 400, pointer="/data/type")
            answered(shop.http.request(method, path, {"data": {"type": kind}}), 400, pointer="/data/attributes")
    reader = HTTPClient(shop.server.port, shop.server.create_key("perennial:read"))
    eventually(lambda: preview(reader, **FIVE).status == 200)
    answered(put(reader, **FIVE), 403)


def test_the_command_line(shop, tmp_path):
    file = tmp_path / "five.json"
    file.write_text(json.dumps(FIVE))
    folder = shop.server.folder

    def command(*arguments, check=True):
        return run("rfm-settings", *arguments, "--data", folder, check=check)
    then = said(preview(shop.http, **FIVE))
    tried = json.loads(command("preview", str(file), "--format", "json").stdout)
    assert (tried["now"], tried["then"], tried["borders"]) == (then["now"], then["then"], then["borders"])
    assert f"put {then['moved']} of 24 into another group" in command("preview", str(file)).stdout
    assert settings_of(json.loads(command("show", "--format", "json").stdout)) == STANDARD
    assert "Champions" in command("show").stdout
    # One at a time may change a folder.
    assert command("set", str(file), check=False).returncode == 75
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"recency": {"days": [365, 180]}}))
    for name in ("preview", "set"):
        refused = command(name, str(wrong), check=False)
        assert refused.returncode == 65 and "/recency/days/1" in refused.stderr
    shop.http.close()
    shop.server.stop()
    assert f"put {then['moved']} of 24 into another group" in command("set", str(file)).stdout
    shop.server.start()
    shop.connect()
    assert settings_of(said(shop.http.get(SETTINGS))) == FIVE
    eventually(lambda: groups(shop.http) == then["then"])
    assert said(shop.http.get(SETTINGS))["changed_by"] == "command line"
