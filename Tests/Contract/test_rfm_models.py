"""RFM models beside the standard one: made, changed, made the default, refused, deleted; groups, histories, reports and segments by each."""
import json

import pytest

from conftest import answered, eventually
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_custom_metrics import Sales, group, text, worth

MODELS = "/api/perennial/rfm-models"
GROUPS = ["Champions", "Loyal", "Recent", "Needs Attention", "At Risk", "Inactive"]
FAIR = {"levels": 3, "recency": {"days": [60, 200]}, "frequency": {"orders": [3, 2]}, "monetary": {"value": [20, 10]}, "map": "corrected"}


def body(id=None, **attributes):
    data = {"type": "rfm-model", "attributes": attributes}
    return {"data": {**data, "id": id} if id else data}


def said(answer, status=200):
    assert answer.status == status, answer
    return answer.json()["data"]


class Shop(Sales):
    def make(self, name, definition):
        return super().make(name, definition)

    def model(self, **attributes):
        return said(self.http.post(MODELS, body(**attributes)), 201)

    def patch(self, id, **attributes):
        return self.http.request("PATCH", f"{MODELS}/{id}", body(id, **attributes))

    def models(self):
        return {item["attributes"]["name"]: item for item in self.http.get(MODELS).json()["data"]}

    def id(self, email):
        return self.http.get("/api/profiles", query={"filter": f'equals(email,"{email}")'}).json()["data"][0]["id"]

    def rfm(self, email, **query):
        return said(self.http.get(f"/api/perennial/profiles/{self.id(email)}/rfm", query=query))["attributes"]

    def counts(self, **query):
        """How many are in each group, once all are found out."""
        def told():
            now = said(self.http.get("/api/perennial/rfm", query=query))["attributes"]
            return None if now["is_processing"] else now
        return eventually(told, patience_s=60)

    def shown(self, email):
        return said(self.http.get(f"/api/profiles/{self.id(email)}"))["attributes"]["properties"].get("Current RFM group")


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    server = RunningServer(tmp_path_factory.mktemp("rfm-models") / "data")
    server.full_key = server.create_key()
    made = Shop(server.start())
    for customer in range(12):
        for number in range(1 + customer % 3):
            made.tell(f"{customer}-{number}", f"c{customer}@example.com", value=10.0 * (1 + customer), days=5 + 40 * customer - number)
    # Who visits fairs buys nothing in the shop.
    for visit in range(12):
        made.tell(f"v{visit}", f"f{visit % 5}@example.com", value=6.0, days=10 + 30 * visit, metric="Visited Fair", properties={"town": "Lyon" if visit % 2 else "Nice"})
    eventually(lambda: sum(made.counts()["groups"].values()) == 12, patience_s=60)
    yield made
    made.http.close()
    server.close()


def test_a_shop_begins_with_the_standard_model(shop):
    [model] = shop.http.get(MODELS).json()["data"]
    assert model["attributes"]["name"] == "Standard" and model["attributes"]["is_default"] is True
    assert model["attributes"]["conversion_metric"] == {"type": "orders", "id": None, "name": None}
    assert said(shop.http.get(f"{MODELS}/{model['id']}"))["attributes"] == model["attributes"]
    assert shop.counts(model=model["id"])["groups"] == shop.counts()["groups"]


def test_a_model_of_another_metric_has_groups_histories_and_reports_of_its_own(shop):
    before = shop.counts()
    metric = shop.metric("Visited Fair")
    made = shop.model(name="Fairs", conversion_metric={"type": "metric", "id": metric}, settings=FAIR)
    id, attributes = made["id"], made["attributes"]
    assert attributes["conversion_metric"] == {"type": "metric", "id": metric, "name": "Visited Fair"}
    assert attributes["settings"] == FAIR and attributes["is_default"] is False
    assert sum(attributes["effect"]["then"].values()) == 5
    now = eventually(lambda: (told := shop.counts(model=id))["groups"] == attributes["effect"]["then"] and told)
    assert now["model"] == "Fairs" and shop.counts()["groups"] == before["groups"] and shop.counts()["model"] == "Standard"
    # Visits 10, 160 and 310 days ago, worth 18.
    told = shop.rfm("f0@example.com", model=id)
    assert told["scores"] == {"recency": 3, "frequency": 3, "monetary": 2} and told["group"] == "Champions"
    assert shop.rfm("f0@example.com")["missing"] == "no_order" and shop.rfm("c1@example.com", model=id)["missing"] == "no_order"
    history = shop.http.get(f"/api/perennial/profiles/{shop.id('f0@example.com')}/rfm-history", query={"model": id}).json()["data"]
    assert history[-1]["attributes"]["cause"] == "order" and all(change["attributes"]["is_reconstructed"] for change in history)
    day = history[-1]["attributes"]["at"][:10]
    assert shop.rfm("f0@example.com", model=id, on=day)["group"] == history[-1]["attributes"]["group"]
    report = said(shop.http.get("/api/perennial/rfm-report", query={"model": id}))["attributes"]
    assert {row["group"]: row["end"]["customers"] for row in report["groups"]} == now["groups"] and report["model"] == "Fairs"
    champions = next(row for row in report["groups"] if row["group"] == "Champions")
    assert champions["end"]["median_orders"] == 3 and champions["end"]["median_revenue"] == 18
    # One visit more, at once.
    shop.tell("v100", "f4@example.com", value=30.0, days=0, metric="Visited Fair")
    eventually(lambda: shop.rfm("f4@example.com", model=id)["group"] == "Champions")
    assert shop.rfm("f4@example.com", model=id)["cause"] == "order"
    assert shop.counts()["groups"] == before["groups"]


def test_segments_by_a_model_that_they_name(shop):
    condition = {"type": "profile-predictive-analytics", "dimension": "rfm_group", "model": "Fairs",
                 "filter": {"type": "string", "operator": "equals", "value": "Champions"}}
    definition = {"condition_groups": [{"conditions": [condition]}]}
    made = shop.http.post("/api/segments", {"data": {"type": "segment", "attributes": {"name": "Fair goers", "definition": definition}}})
    segment = said(made, 201)["id"]
    want = shop.counts(model=shop.models()["Fairs"]["id"])["groups"]["Champions"]
    eventually(lambda: len(list(shop.http.pages(f"/api/segments/{segment}/profiles"))) == want > 0)
    why = said(shop.http.get(f"/api/perennial/segments/{segment}/explanations/{shop.id('f0@example.com')}"))
    assert "by the RFM model “Fairs”" in json.dumps(why, ensure_ascii=False)
    for wrong, pointer in (({**condition, "model": "Fare"}, "model"), ({**condition, "dimension": "clv_category", "filter": {
            "type": "string", "operator": "equals", "value": "high"}}, "model"), ({**condition, "model": 7}, "model")):
        refused = shop.http.post("/api/segments", {"data": {"type": "segment", "attributes": {
            "name": "Wrong", "definition": {"condition_groups": [{"conditions": [wrong]}]}}}})
        assert refused.status == 400 and refused.json()["errors"][0]["source"]["pointer"].endswith(pointer), refused
    # What a segment goes by is not deleted.
    refused = shop.http.request("DELETE", f"{MODELS}/{shop.models()['Fairs']['id']}")
    assert refused.status == 409 and "Fair goers" in refused.json()["errors"][0]["detail"]
    assert shop.http.request("DELETE", f"/api/segments/{segment}").status == 204


def test_the_default_one_is_what_the_names_show(shop):
    id, standard = shop.models()["Fairs"]["id"], shop.models()["Standard"]["id"]
    assert shop.shown("f0@example.com") is None and shop.shown("c0@example.com")
    history = shop.http.get(f"/api/perennial/profiles/{shop.id('c0@example.com')}/rfm-history").json()["data"]
    assert said(shop.patch(id, is_default=True))["attributes"]["is_default"] is True
    assert shop.shown("f0@example.com") == "Champions" and shop.shown("c0@example.com") is None
    assert shop.counts()["model"] == "Fairs" and said(shop.http.get("/api/perennial/rfm-settings"))["attributes"]["levels"] == 3
    assert said(shop.http.get("/api/perennial/rfm-settings"))["attributes"]["recency"] == FAIR["recency"]
    # No history knows of it.
    query = {"model": standard}
    assert shop.http.get(f"/api/perennial/profiles/{shop.id('c0@example.com')}/rfm-history", query=query).json()["data"] == history
    answered(shop.patch(id, is_default=False), 409)
    answered(shop.http.request("DELETE", f"{MODELS}/{id}"), 409)
    answered(shop.http.request("DELETE", f"{MODELS}/{standard}"), 409)
    shop.kill_and_start()
    assert shop.shown("f0@example.com") == "Champions" and shop.counts()["model"] == "Fairs"
    said(shop.patch(standard, is_default=True))
    assert shop.shown("f0@example.com") is None and shop.shown("c0@example.com")
    actions = [item["attributes"]["action"] for item in shop.http.get("/api/perennial/audit").json()["data"]]
    assert actions.count("rfm-model.make-default") == 2


def test_other_settings_and_another_metric_are_changes_because_of_settings(shop):
    id = shop.models()["Fairs"]["id"]
    change = said(shop.patch(id, settings={**FAIR, "frequency": {"orders": [9, 8]}}))["attributes"]
    assert change["effect"]["moved"] > 0
    eventually(lambda: shop.counts(model=id)["groups"] == change["effect"]["then"])
    assert shop.rfm("f0@example.com", model=id)["cause"] == "settings"
    preview = said(shop.http.post("/api/perennial/rfm-settings-previews?model=" + id, {"data": {"type": "rfm-settings-preview", "attributes": FAIR}}))
    saved = said(shop.http.request("PUT", "/api/perennial/rfm-settings?model=" + id, {"data": {"type": "rfm-settings", "attributes": FAIR}}))
    assert saved["attributes"]["effect"]["then"] == preview["attributes"]["then"]
    eventually(lambda: shop.counts(model=id)["groups"] == preview["attributes"]["then"])
    custom = shop.make("Lyon", worth(group(shop.metric("Visited Fair"), text("town", "equals", "Lyon"))))
    change = said(shop.patch(id, conversion_metric={"type": "custom-metric", "id": custom}))["attributes"]
    eventually(lambda: shop.counts(model=id)["groups"] == change["effect"]["then"])
    # What a model goes by is not deleted.
    refused = shop.http.request("DELETE", f"/api/custom-metrics/{custom}")
    assert refused.status == 409 and "Fairs" in refused.json()["errors"][0]["detail"]
    shop.klaviyo.Metrics.update_custom_metric(custom, {"data": {"type": "custom-metric", "id": custom, "attributes": {
        "definition": worth(group(shop.metric("Visited Fair"), text("town", "equals", "Nice")))}}})
    eventually(lambda: shop.rfm("f0@example.com", model=id)["cause"] == "settings" and sum(shop.counts(model=id)["groups"].values()) > 0)


def test_a_model_whose_metric_has_no_events_says_so(shop):
    made = shop.http.post("/api/events", {"data": {"type": "event", "attributes": {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Once"}}}, "properties": {}, "time": "2020-01-01T00:00:00Z",
        "profile": {"data": {"type": "profile", "attributes": {"email": "once@example.com"}}}}}})
    assert made.status == 202
    custom = shop.make("Never", worth(group(shop.metric("Once"), text("town", "equals", "nowhere"))))
    model = shop.model(name="Never", conversion_metric={"type": "custom-metric", "id": custom})
    assert {"warning": "nobody-to-settle-over", "dimension": "frequency"} in model["attributes"]["warnings"]
    assert shop.http.request("DELETE", f"{MODELS}/{model['id']}").status == 204
    answered(shop.http.get(f"{MODELS}/{model['id']}"), 404)
    answered(shop.http.get("/api/perennial/rfm", query={"model": model["id"]}), 400, parameter="model")


def test_refused(shop):
    id, metric = shop.models()["Fairs"]["id"], shop.metric("Visited Fair")
    for attributes, pointer in (
            ({}, "/data/attributes/name"), ({"name": "Fairs"}, "/data/attributes/name"), ({"name": " "}, "/data/attributes/name"),
            ({"name": "A", "colour": 1}, "/data/attributes/colour"),
            ({"name": "A", "conversion_metric": {"type": "metric", "id": "abcdef"}}, "/data/attributes/conversion_metric/id"),
            ({"name": "A", "conversion_metric": {"type": "custom-metric", "id": metric}}, "/data/attributes/conversion_metric/id"),
            ({"name": "A", "conversion_metric": {"type": "money"}}, "/data/attributes/conversion_metric/type"),
            ({"name": "A", "settings": {"recency": {"days": [9, 3]}}}, "/data/attributes/settings/recency/days/1")):
        answered(shop.http.post(MODELS, body(**attributes)), 400, pointer=pointer)
    answered(shop.patch(id, name="Standard"), 400, pointer="/data/attributes/name")
    answered(shop.patch("abcdef", name="A"), 404)
    answered(shop.http.request("DELETE", f"{MODELS}/abcdef"), 404)
    answered(shop.patch(shop.models()["Standard"]["id"], conversion_metric={"type": "metric", "id": metric}), 409)
    for path in ("rfm-report", "rfm-settings", f"profiles/{shop.id('f0@example.com')}/rfm", f"profiles/{shop.id('f0@example.com')}/rfm-history"):
        answered(shop.http.get(f"/api/perennial/{path}", query={"model": "abcdef"}), 400, parameter="model")
    stranger = HTTPClient(shop.server.port)
    for method, path in (("GET", MODELS), ("POST", MODELS), ("GET", f"{MODELS}/{id}"), ("PATCH", f"{MODELS}/{id}"), ("DELETE", f"{MODELS}/{id}")):
        answered(stranger.request(method, path, body(id, name="A") if method in ("POST", "PATCH") else None), 401)
    stranger.close()


def test_the_command_line_does_the_same(shop):
    folder = str(shop.server.folder)
    listed = json.loads(run("rfm-models", "list", "--format", "json", "--data", folder).stdout)
    assert [model["name"] for model in listed] == ["Standard", "Fairs"]
    report = json.loads(run("rfm", "--data", folder, "--model", "Fairs", "--format", "json").stdout)
    assert report["model"] == "Fairs"
    person = json.loads(run("person", "rfm", "f0@example.com", "--model", "Fairs", "--format", "json", "--data", folder).stdout)
    assert person["group"] == shop.rfm("f0@example.com", model=listed[1]["id"])["group"]
    wrong = run("rfm", "--data", folder, "--model", "Fare", check=False)
    assert wrong.returncode == 66 and "Fairs" in wrong.stderr
    shop.http.close()
    shop.server.stop()
    made = run("rfm-models", "create", "By orders", "--data", folder)
    assert made.stdout.strip()
    run("rfm-models", "change", "By orders", "--name", "Others", "--default", "--data", folder)
    assert run("rfm-models", "delete", "Others", "--data", folder, check=False).returncode != 0
    run("rfm-models", "change", "Standard", "--default", "--data", folder)
    run("rfm-models", "delete", "Others", "--data", folder)
    assert "Others" not in run("rfm-models", "list", "--data", folder).stdout
    shop.server.start()
    shop.connect()


def test_what_counts_as_an_order_changes_groups_because_of_settings(new_server):
    sales = Shop(new_server())
    for customer in range(9):
        for number in range(1 + customer % 3):
            sales.tell(f"{customer}-{number}", f"c{customer}@example.com", value=10.0 * (1 + customer), days=5 + customer - number,
                       properties={"source": "pos" if customer in (2, 8) and number else "web"})
    eventually(lambda: sum(sales.counts()["groups"].values()) == 9, patience_s=60)
    # A model whose borders are its own numbers, so that nothing but orders moves anybody.
    said(sales.http.request("PUT", "/api/perennial/rfm-settings", {"data": {"type": "rfm-settings", "attributes": FAIR}}))
    eventually(lambda: sales.counts()["groups"] and sales.shown("c2@example.com") == "Champions")
    online = sales.make("Online", worth(group(sales.metric("Placed Order"), text("source", "not-equals", "pos"))))
    sales.choose(custom=online)
    told = eventually(lambda: (now := sales.rfm("c2@example.com"))["group"] != "Champions" and now)
    assert told["cause"] == "settings" and told["previous_group"] == "Champions"
    history = sales.http.get(f"/api/perennial/profiles/{sales.id('c2@example.com')}/rfm-history").json()["data"]
    assert history[0]["attributes"]["cause"] == "settings" and history[-1]["attributes"]["cause"] == "order"
    sales.tell("new", "c2@example.com", value=900.0, days=0, properties={"source": "web"})
    eventually(lambda: sales.rfm("c2@example.com")["cause"] == "order")
    sales.http.close()
