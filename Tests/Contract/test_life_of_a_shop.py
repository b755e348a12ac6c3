"""A shop's life, played through the SDK, ends in the same numbers as `perennial analyze` on the same orders.

And again after a restart, after a kill and after `perennial rebuild`: to the last byte.
"""
import csv
import json
import random
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conftest import all_pages, completed, eventually, sdk_for
from RunningServer.documents import deletion, event, events_job, import_job, merge
from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from shop_life import Shop

HISTORIC = ("historic_number_of_orders", "historic_clv", "average_order_value", "average_days_between_orders")
PREDICTED = ("predicted_number_of_orders", "predicted_clv", "total_clv", "churn_probability", "expected_date_of_next_order")


def today_in(zone):
    """The shop's day. If it is about to end, this waits for the next: all numbers of the test are of one day."""
    now = datetime.now(zone)
    if now.hour == 23 and now.minute >= 50:
        time.sleep((timedelta(hours=24) - timedelta(hours=now.hour, minutes=now.minute, seconds=now.second)).total_seconds() + 1)
    return datetime.now(zone).date()


def order_event(order, currency):
    return event("Placed Order", {"email": order["email"]}, time=order["at"], value=order["cents"] / 100, currency=currency,
                 unique_id=order["id"], properties={"OrderId": order["id"], "Items": ["Candle"]})


def refund_event(refund, currency):
    return event("Refunded Order", {"email": refund["email"]}, time=refund["at"], value=refund["cents"] / 100, currency=currency,
                 unique_id=refund["id"], properties={"OrderId": refund["order"]})


def play(klaviyo, shop, currency):
    """Everything that happens to the shop, in an order that no file would have: late orders, refunds before them, some things twice."""
    emails = sorted({order["email"] for order in shop.orders})
    job = klaviyo.Profiles.bulk_import_profiles(import_job([{"email": email, "first_name": email.split("@")[0]} for email in emails[:400]])).data.id
    completed(klaviyo.Profiles.get_bulk_import_profiles_job, job)

    shuffled = random.Random(7).sample(shop.orders, len(shop.orders))
    single, bulk = shuffled[:400], shuffled[400:]
    for order in single:
        klaviyo.Events.create_event(order_event(order, currency))
    for start in range(0, len(bulk), 500):
        part = bulk[start:start + 500]
        klaviyo.Events.bulk_create_events(events_job([({"email": order["email"]}, [order_event(order, currency)]) for order in part]))
    for refund in shop.refunds:
        klaviyo.Events.create_event(refund_event(refund, currency))
    by_id = {order["id"]: order for order in shop.orders}
    for id in sorted(shop.cancelled):
        order = by_id[id]
        klaviyo.Events.create_event(event("Cancelled Order", {"email": order["email"]}, time=order["at"] + timedelta(hours=1),
                                          value=order["cents"] / 100, currency=currency, unique_id=f"c-{id}", properties={"OrderId": id}))
    # A shop sends things again when it is not sure: this must change nothing.
    for order in single[:50]:
        klaviyo.Events.create_event(order_event(order, currency))
    klaviyo.Events.bulk_create_events(events_job([({"email": refund["email"]}, [refund_event(refund, currency)]) for refund in shop.refunds[:50]]))

    ids = {person.attributes.email: person.id for person in all_pages(klaviyo.Profiles.get_profiles, page_size=100)}
    for source, destination in shop.merges.items():
        klaviyo.Profiles.merge_profiles(merge(ids[destination], ids[source]))
    for email in sorted(shop.erased):
        klaviyo.Data_Privacy.request_profile_deletion(deletion(email=email))
    left = len(emails) - len(shop.merges) - len(shop.erased)
    eventually(lambda: len(all_pages(klaviyo.Profiles.get_profiles, page_size=100)) == left, patience_s=60)


def refit(server):
    """Has the models fitted to all that is known, and waits until they are in use."""
    client = HTTPClient(server.port, server.full_key, timeout_s=120)
    answer = client.post("/api/perennial/refits", {"data": {"type": "refit", "attributes": {}}})
    assert answer.status in (201, 202), answer
    id = answer.json()["data"]["id"]
    eventually(lambda: client.get(f"/api/perennial/refits/{id}").json()["data"]["attributes"]["status"] == "complete", patience_s=120)


def numbers(server):
    """By e-mail: what the API says of everybody, as the bytes it says it in."""
    client = HTTPClient(server.port, server.full_key)
    people = client.pages("/api/profiles", **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})
    return {person["attributes"]["email"]: json.dumps(person["attributes"]["predictive_analytics"], sort_keys=True) for person in people}


def analyzed(folder, shop, currency, today, zone):
    """By e-mail: the rows of `perennial analyze` on the same orders."""
    orders, refunds = shop.write(folder, currency)
    output = folder / "predictions.csv"
    run("analyze", orders, "--refunds", refunds, "--as-of", today.isoformat(), "--time-zone", zone.key, "--currency", currency,
        "--output", output, check=True)
    with open(output, newline="") as file:
        return {row["customer_id"]: row for row in csv.DictReader(file)}


def agree(field, said, cell):
    """Whether the API's value is the one in the file, which prints six decimals, or the currency's two."""
    if cell == "" or said is None:
        return cell == "" and said is None
    if field == "expected_date_of_next_order":
        return said[:10] == cell[:10]
    printed = 0.5 * 10.0 ** -len(cell.partition(".")[2])
    expected = float(cell)
    return abs(said - expected) <= printed * 1.000001 + 1e-6 * abs(expected) * (field in PREDICTED)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The shop after its life; the server that lived it; what `analyze` says."""
    from RunningServer.process import RunningServer
    folder = tmp_path_factory.mktemp("life")
    with RunningServer(folder / "data") as server:
        server.full_key = server.create_key()
        server.start()
        klaviyo = sdk_for(server, server.full_key)
        account = klaviyo.Accounts.get_accounts().data[0].attributes
        zone, currency = ZoneInfo(account.timezone), account.preferred_currency
        today = today_in(zone)
        shop = Shop(today)
        play(klaviyo, shop, currency)
        refit(server)
        yield server, shop, analyzed(folder, shop, currency, today, zone)


@pytest.mark.parametrize("field", [*HISTORIC, *PREDICTED])
def test_everybody_has_the_numbers_of_analyze(played, field):
    server, _, rows = played
    said = {email: json.loads(text) for email, text in numbers(server).items()}
    customers = {email for email, values in said.items() if values["historic_number_of_orders"]}
    assert customers == {email for email, row in rows.items() if float(row["historic_number_of_orders"])}
    wrong = {email: (said[email][field], rows[email][field]) for email in customers if not agree(field, said[email][field], rows[email][field])}
    assert not wrong, f"{len(wrong)} of {len(customers)} differ in {field} (API, analyze): {dict(list(wrong.items())[:5])}"


def test_most_have_a_prediction(played):
    """Otherwise the comparison above would compare nothing with nothing."""
    _, _, rows = played
    assert sum(row["predicted_clv"] != "" for row in rows.values()) > 500


def test_the_same_after_a_restart_a_kill_and_a_rebuild(played):
    server, _, _ = played
    before = numbers(server)
    assert server.stop() == 0
    server.start()
    assert numbers(server) == before, "other numbers after a restart"
    server.kill()
    server.start()
    assert numbers(server) == before, "other numbers after a kill"
    server.stop()
    run("rebuild", "--data", server.folder, check=True)
    run("check", "--data", server.folder, check=True)
    server.start()
    assert numbers(server) == before, "other numbers after a rebuild"
