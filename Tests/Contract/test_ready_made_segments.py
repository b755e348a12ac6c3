"""Ready-made segments: what is offered, in which language, what a shop lacks, and how one is taken."""
import json

import pytest

from conftest import answered
from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from test_segments import body, until

PATH = "/api/perennial/ready-made-segments"


def offers(http, **query):
    answer = http.get(PATH, query=query)
    assert answer.status == 200, answer
    return {item["id"]: item["attributes"] for item in answer.json()["data"]}


def test_who_may_ask(server, http):
    for path in (PATH, f"{PATH}/monday-list"):
        assert http.get(path).status == 200
        assert HTTPClient(server.port).get(path).status == 401
        assert HTTPClient(server.port, server.keys_without["accounts:read"]).get(path).status == 403
    answered(http.get(f"{PATH}/tuesday-list"), 404)
    answered(http.get(PATH, query={"language": "de"}), 400, parameter="language")


def test_a_shop_without_orders_is_told_what_it_lacks(new_server):
    server = new_server()
    http = HTTPClient(server.port, server.full_key)
    said = offers(http, **{"additional-fields[ready-made-segment]": "profile_count"})
    assert {need["need"] for need in said["low-predicted-clv-engaged"]["missing"]} == {"orders", "predictions", "list", "email-opens"}
    assert all(offer["definition"] is None and offer["profile_count"] is None and offer["missing"] for offer in said.values())
    assert all(need["detail"] for offer in said.values() for need in offer["missing"])


def test_names_are_in_the_language_that_is_asked_for(http):
    english, french, polish = (offers(http, language=language) for language in ("en", "fr", "pl"))
    assert (english["monday-list"]["name"], french["monday-list"]["name"], polish["monday-list"]["name"]) == (
        "Monday list", "La liste du lundi", "Lista na poniedziałek")
    for id in english:
        assert len({said[id]["purpose"] for said in (english, french, polish)}) == 3, id
    by_header = http.request("GET", f"{PATH}/monday-list", headers={"accept-language": "de, fr;q=0.8"}).json()["data"]["attributes"]
    assert by_header["name"] == "La liste du lundi"


def test_all_that_a_shop_has_data_for_can_be_taken_at_once(requirement_shop):
    shop = requirement_shop
    said = offers(shop.http)
    assert all(offer["missing"] == [] for offer in said.values())
    assert len({offer["name"] for offer in said.values()}) == len(said) > 30
    for id, offer in said.items():
        made = shop.klaviyo.Segments.create_segment(body(name=offer["name"], definition=offer["definition"])).data.id
        until(lambda: not shop.klaviyo.Segments.get_segment(made).data.attributes.is_processing)
        seen = shop.http.get(f"/api/segments/{made}").json()["data"]["attributes"]
        assert (seen["definition"], seen["is_active"]) == (offer["definition"], True), id


def test_on_the_command_line(requirement_shop, tmp_path):
    listed = json.loads(run("segment", "ready-made", "--data", requirement_shop.server.folder, "--format", "json", "--language", "pl", check=True).stdout)
    said = offers(requirement_shop.http, language="pl")
    assert {offer["id"]: (offer["name"], offer["definition"]) for offer in listed} == {
        id: (offer["name"], offer["definition"]) for id, offer in said.items()}
    data = tmp_path / "data"
    run("demo", "--data", data, "--headless", "--customers", "600", timeout=300, check=True)
    id = run("segment", "create", "--ready-made", "repeat-customers", "--data", data, check=True).stdout.strip()
    [listed] = [line for line in run("segment", "list", "--data", data, check=True).stdout.splitlines() if id in line and "Repeat customers" in line]
    # Who is in is known at once: an export, or what it shows, does not have to wait for a server.
    rows = run("export", "profiles", "--segment", id, "--data", data, "--columns", "historic_number_of_orders", check=True).stdout.splitlines()[1:]
    assert len(rows) > 100 and all(int(row) > 1 for row in rows) and str(len(rows)) in listed.split()
    wrong = run("segment", "create", "--ready-made", "repeat-customer", "--data", data)
    assert wrong.returncode == 64 and "repeat-customers" in wrong.stderr
