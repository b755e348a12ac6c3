"""Requirements 004-39 to 004-46 (and 004-03): custom metrics that fit a shop, on orders as Shopify, WooCommerce and BigCommerce write them."""
import time

import pytest

from conftest import eventually
from test_custom_metrics import NOW, group, mapped, sales, text, worth  # noqa: F401: a fixture

# What the shops' systems call a sale that a subscription made by itself, and where a sale was made.
RENEWAL, ONLINE, TILL = "subscription_contract_checkout_one", "web", "pos"


def shopify(id, email, total, source_name=ONLINE, tags="", items=None):
    """An order as Shopify's orders/create sends it: amounts are texts."""
    return {"OrderId": f"shopify-{id}", "id": 5_000_000 + id, "name": f"#{1000 + id}", "order_number": 1000 + id, "email": email, "contact_email": email,
            "currency": "EUR", "total_price": f"{total:.2f}", "subtotal_price": f"{total:.2f}", "total_discounts": "0.00", "total_tax": "0.00",
            "financial_status": "paid", "source_name": source_name, "tags": tags, "test": False, "location_id": 77 if source_name == TILL else None,
            "line_items": items or [{"id": id, "product_id": 1, "title": "Tea", "quantity": 1, "price": f"{total:.2f}", "gift_card": False}]}


def woocommerce(id, email, total, renews=None, created_via="checkout"):
    """An order as WooCommerce's REST v3 has it: what the subscriptions' extension knows stands in a list of keys and values."""
    meta = [{"id": 1, "key": "_order_stock_reduced", "value": "yes"}] + ([{"id": 2, "key": "_subscription_renewal", "value": str(renews)}] if renews else [])
    return {"OrderId": f"woo-{id}", "id": id, "number": str(id), "order_key": f"wc_order_{id}", "status": "completed", "currency": "EUR", "created_via": created_via,
            "total": f"{total:.2f}", "discount_total": "0.00", "billing": {"email": email}, "customer_id": 0, "meta_data": meta,
            "line_items": [{"product_id": 2, "name": "Coffee", "quantity": 1, "total": f"{total:.2f}"}]}


def bigcommerce(id, email, total, order_source="www", external_source=None):
    """An order as BigCommerce's v2 has it: four decimals."""
    return {"OrderId": f"big-{id}", "id": id, "status_id": 10, "status": "Completed", "default_currency_code": "EUR", "order_source": order_source,
            "channel_id": 1, "external_source": external_source, "total_inc_tax": f"{total:.4f}", "total_ex_tax": f"{total:.4f}", "billing_address": {"email": email}}


class Integrations:
    """Tells a shop's orders as its integrations do."""

    def __init__(self, sales):
        self.sales, self.made = sales, 0

    def sell(self, order, email, total, days=30, metric="Placed Order", **more):
        self.made += 1
        properties = order(self.made, email, total, **more)
        self.sales.tell(properties.pop("OrderId"), email, total, days, metric, properties=properties)


@pytest.fixture
def shop(sales):  # noqa: F811
    return Integrations(sales)


def use(sales, name, *groups):  # noqa: F811
    """Makes a custom metric and lets it say what an order is; gives its id and what that changed for whom."""
    made = sales.make(name, worth(*groups))
    return made, sales.choose(custom=made)["effect"]


def test_004_03_a_new_custom_metric_shows_within_seconds(shop):
    sales = shop.sales
    for number in range(40):
        shop.sell(shopify, f"c{number % 20}@example.com", 10 + number, days=3 * number + 1, source_name=TILL if number % 2 else ONLINE)
    placed = sales.metric("Placed Order")
    start = time.monotonic()
    _, effect = use(sales, "Online", group(placed, text("source_name", "not-equals", TILL)))
    assert effect["after"]["orders"] == 20 < effect["before"]["orders"] == 40
    eventually(lambda: not sales.worth("c1@example.com")[0])
    # Not 48 hours.
    assert time.monotonic() - start < 15


def test_004_39_it_matches_how_a_shop_works_and_is_used_by_rfm(shop):
    sales = shop.sales
    # Who buys at the till is a champion; online nobody would think so.
    for number in range(12):
        shop.sell(shopify, "ada@example.com", 200, days=5 * number + 1, source_name=TILL)
        shop.sell(shopify, f"c{number}@example.com", 20, days=10 * number + 1)
        shop.sell(shopify, f"c{number % 3}@example.com", 30, days=8 * number + 3)
    shop.sell(shopify, "ada@example.com", 5, days=500)
    id = sales.http.get("/api/profiles", query={"filter": 'equals(email,"ada@example.com")'}).json()["data"][0]["id"]
    _, effect = use(sales, "Online", group(sales.metric("Placed Order"), text("source_name", "equals", ONLINE)))
    ada = next(customer for customer in effect["customers"] if customer["profile"] == id)
    assert (ada["before"]["rfm_group"], ada["after"]["rfm_group"]) == ("Champions", "Inactive")
    assert sum(change["customers"] for change in effect["rfm_group_changes"]) >= 1
    definition = {"condition_groups": [{"conditions": [{"type": "profile-predictive-analytics", "dimension": "rfm_group", "filter": {
        "type": "string", "operator": "equals", "value": "Inactive"}}]}]}
    made = sales.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {"name": "Inactive", "definition": definition}}}).data.id
    eventually(lambda: id in {item["id"] for item in sales.http.pages(f"/api/segments/{made}/profiles")})


def test_004_40_all_sources_become_one(shop):
    sales = shop.sales
    shop.sell(shopify, "ada@example.com", 40)
    shop.sell(woocommerce, "ada@example.com", 30, metric="Order Completed")
    # A till that is no integration tells its sales without a value of their own; a data tool tells those of a marketplace.
    sales.tell("till-1", "ada@example.com", None, metric="Till Sale", receipt={"total": "12.50", "shop": "Lyon"})
    sales.tell("market-1", "ada@example.com", 20, metric="Marketplace Order", state="paid")
    sales.tell("market-2", "ada@example.com", 99, metric="Marketplace Order", state="cancelled")
    assert sales.worth("ada@example.com") == (1, 40)
    _, effect = use(
        sales, "All sales", group(sales.metric("Placed Order")), group(sales.metric("Order Completed")),
        group(sales.metric("Till Sale"), worth="receipt.total"), group(sales.metric("Marketplace Order"), text("state", "equals", "paid")))
    assert sales.worth("ada@example.com") == (4, 102.5)
    assert effect["before"]["orders"] == 1 and effect["after"]["orders"] == 4 and effect["after"]["average_order_value"] == 25.625


@pytest.mark.parametrize("order, renewal, keeps", [
    (shopify, {"source_name": RENEWAL}, [text("source_name", "not-starts-with", "subscription_contract")]),
    (shopify, {"tags": "Subscription, Subscription Recurring Order"}, [text("tags", "not-contains", "Subscription Recurring Order")]),
    (woocommerce, {"renews": 4711}, [{"property": "meta_data._subscription_renewal", "filter": {"type": "existence", "operator": "not-set"}}]),
    (bigcommerce, {"external_source": "Subscription App"}, [{"property": "external_source", "filter": {"type": "existence", "operator": "not-set"}}]),
], ids=["shopify by source", "shopify by tag", "woocommerce", "bigcommerce"])
def test_004_41_and_42_recurring_subscription_orders_are_in_and_can_be_left_out(shop, order, renewal, keeps):
    sales = shop.sales
    shop.sell(order, "ada@example.com", 30, days=90)
    for month in range(2):
        shop.sell(order, "ada@example.com", 30, days=60 - 30 * month, **renewal)
    shop.sell(order, "bob@example.com", 15, days=10)
    assert sales.worth("ada@example.com") == (3, 90)
    use(sales, "One-time orders", group(sales.metric("Placed Order"), *keeps))
    assert sales.worth("ada@example.com") == (1, 30)
    assert sales.worth("bob@example.com") == (1, 15)
    # The next renewal, and the next order.
    shop.sell(order, "ada@example.com", 30, days=1, **renewal)
    shop.sell(order, "bob@example.com", 20, days=1)
    eventually(lambda: sales.worth("bob@example.com") == (2, 35))
    assert sales.worth("ada@example.com") == (1, 30)


def test_004_43_free_orders_and_products_are_no_orders(shop):
    sales = shop.sales
    placed = lambda: sales.metric("Placed Order")
    shop.sell(shopify, "ada@example.com", 0)
    shop.sell(shopify, "ada@example.com", 25)
    positive = {"property": "$value", "filter": {"type": "numeric", "operator": "greater-than", "value": 0}}
    made, _ = use(sales, "Paid orders", group(placed(), positive))
    assert sales.worth("ada@example.com") == (1, 25)
    assert sales.report(made)["events"] == 1

    # By products: gifts and trials are left out, an order that has nothing else is none.
    from RunningServer.documents import event
    for order, product, price in (("1", "Tea", 12), ("1", "Free Gift", 0), ("1", "Cup", 8), ("2", "Trial Box", 1), ("3", "Free Gift", 0), ("4", "Tea", 12)):
        sales.klaviyo.Events.create_event(event("Ordered Product", {"email": "bob@example.com"}, time=NOW, value=price, currency="EUR",
                                                unique_id=f"{order}-{product}", properties={"OrderId": f"p-{order}", "ProductName": product}))
    use(sales, "Products", group(sales.metric("Ordered Product"), positive, text("ProductName", "not-contains", "Trial")))
    assert sales.worth("bob@example.com") == (2, 32)


def test_004_44_and_45_sales_at_the_till_arrive_as_the_same_event_and_can_be_left_out(shop):
    sales = shop.sales
    shop.sell(shopify, "ada@example.com", 50)
    shop.sell(shopify, "ada@example.com", 70, source_name=TILL)
    shop.sell(bigcommerce, "bob@example.com", 20)
    shop.sell(bigcommerce, "bob@example.com", 90, order_source="pos")
    # One metric has both.
    assert sales.worth("ada@example.com") == (2, 120)
    placed = sales.metric("Placed Order")
    # What names no source meets no filter of it: each system has a group of its own.
    use(sales, "Online", group(placed, text("source_name", "not-equals", TILL)), group(placed, text("order_source", "not-equals", "pos")))
    assert sales.worth("ada@example.com") == (1, 50)
    assert sales.worth("bob@example.com") == (1, 20)
    # What is given back at the till does nothing to what was bought online.
    sales.tell("shopify-2", "ada@example.com", 70, days=2, metric="Refunded Order")
    sales.tell("shopify-1", "ada@example.com", 10, days=1, metric="Refunded Order")
    eventually(lambda: sales.worth("ada@example.com") == (1, 40))


def test_004_46_the_online_view_serves_online_promotions(shop):
    sales = shop.sales
    shop.sell(shopify, "online@example.com", 60)
    shop.sell(shopify, "till@example.com", 60, source_name=TILL)
    shop.sell(shopify, "both@example.com", 60, source_name=TILL)
    shop.sell(shopify, "both@example.com", 60, days=3)
    online = sales.make("Bought online", worth(group(sales.metric("Placed Order"), text("source_name", "not-equals", TILL))))
    # Not mapped to anything: revenue stays as it was, the segment asks the custom metric.
    condition = {"type": "profile-metric", "metric_id": online, "measurement": "count",
                 "measurement_filter": {"type": "numeric", "operator": "greater-than-or-equal", "value": 1},
                 "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 90}}
    made = sales.klaviyo.Segments.create_segment({"data": {"type": "segment", "attributes": {
        "name": "Online promotions", "definition": {"condition_groups": [{"conditions": [condition]}]}}}}).data.id
    members = lambda: {item["attributes"]["email"] for item in sales.http.pages(f"/api/segments/{made}/profiles")}
    eventually(lambda: members() == {"online@example.com", "both@example.com"})
    assert sales.worth("till@example.com") == (1, 60)
    shop.sell(shopify, "till@example.com", 5, days=1)
    eventually(lambda: "till@example.com" in members())
