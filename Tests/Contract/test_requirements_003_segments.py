"""Requirements 003: classes of value and purchase likelihood as criteria of segments, and the segments that Mailchimp has ready."""
from datetime import datetime, timedelta, timezone

import pytest

from test_segments import definition, predicted

CLASSES = {"clv_category": "clv", "purchase_likelihood": "likelihood"}


def word(dimension, value):
    return {"type": "profile-predictive-analytics", "dimension": dimension, "filter": {"type": "string", "operator": "equals", "value": value}}


@pytest.fixture(scope="module")
def rows(requirement_shop):
    """By id: the classes of everybody, as the export says them."""
    return {row["profile_id"]: row for row in requirement_shop.rows(
        "profile_id", "clv_category", "purchase_likelihood", "overdue", "historic_number_of_orders", "average_days_between_orders", "first_order_at", "last_order_at",
        "predicted_clv", "churn_probability", "historic_clv")}


def having(rows, name, value):
    return {id for id, row in rows.items() if row[name] == value}


def test_003_06_only_who_bought_has_a_class(requirement_shop, rows):
    shop = requirement_shop
    classed = shop.of([word("clv_category", value) for value in ("low", "moderate", "high", "new")])
    assert classed == {id for id, row in rows.items() if row["clv_category"]}
    assert all(rows[id]["historic_number_of_orders"] >= 1 for id in classed)


@pytest.mark.parametrize("dimension", CLASSES)
def test_003_09_each_value_falls_in_one_category(requirement_shop, rows, dimension):
    shop = requirement_shop
    classes = [shop.of(word(dimension, value)) for value in ("low", "moderate", "high", "new")]
    assert sum(map(len, classes)) == len(set.union(*classes)) == sum(1 for row in rows.values() if row["predicted_clv"] is not None) > 500


def test_003_10_new_customers_are_marked_as_such(requirement_shop, rows):
    conditions, inside = requirement_shop.take("new-customers")
    assert inside == having(rows, "clv_category", "new") != set()
    # They bought on one day only, and later than all who bought on one day and have a class.
    moment = lambda id, name: datetime.fromisoformat(rows[id][name].replace("Z", "+00:00"))
    once = {id for id, row in rows.items() if row["clv_category"] and moment(id, "last_order_at") - moment(id, "first_order_at") < timedelta(days=1)}
    assert inside <= once
    assert min(moment(id, "first_order_at") for id in inside) > max(moment(id, "first_order_at") for id in once - inside) - timedelta(days=1)
    assert conditions[0]["filter"]["value"] == "new"


@pytest.mark.parametrize("value", ["high", "moderate", "low"])
@pytest.mark.parametrize("dimension", CLASSES)
def test_003_11_to_13_high_moderate_and_low_are_segments(requirement_shop, rows, dimension, value):
    _, inside = requirement_shop.take(f"{CLASSES[dimension]}-{value}")
    assert inside == having(rows, dimension, value) != set()


def test_003_13_low_likelihood_means_unlikely(requirement_shop, rows):
    shop = requirement_shop
    people = shop.people()
    mean = lambda ids: sum(people[id]["predicted_number_of_orders"] for id in ids) / len(ids)
    low, moderate, high = (having(rows, "purchase_likelihood", value) for value in ("low", "moderate", "high"))
    assert mean(low) < mean(moderate) < mean(high)


def test_003_21_overdue_goes_by_the_customers_own_rhythm(requirement_shop, rows):
    _, inside = requirement_shop.take("overdue")
    assert inside == having(rows, "overdue", "true") != set()
    silent = lambda id: datetime.now(timezone.utc) - datetime.fromisoformat(rows[id]["last_order_at"].replace("Z", "+00:00"))
    back = {id for id, row in rows.items() if row["predicted_clv"] is not None and row["historic_number_of_orders"] > 1}
    # Somebody is overdue although others who are silent for longer are not: no number of days parts them.
    assert min(silent(id) for id in inside) < max(silent(id) for id in back - inside) - timedelta(days=7)


@pytest.mark.parametrize("dimension", CLASSES)
def test_003_24_a_category_of_the_overview_leads_to_exactly_those_contacts(requirement_shop, rows, dimension):
    shop = requirement_shop
    counts = shop.http.get("/api/perennial/figures").json()["data"]["attributes"][dimension]
    assert counts == {value: len(having(rows, dimension, value)) for value in ("low", "moderate", "high", "new")}
    people = shop.people()
    for value in ("low", "high"):
        segment = shop.make(f"Write to: {dimension} {value}", definition(word(dimension, value)))
        addresses = [row["email"] for row in shop.rows("email", segment=segment)]
        assert sorted(addresses) == sorted(people[id]["email"] or "" for id in having(rows, dimension, value))


def test_003_27_classes_are_criteria_of_a_segment_of_ones_own(requirement_shop, rows):
    inside = requirement_shop.of([word("clv_category", "high"), word("clv_category", "moderate")], word("purchase_likelihood", "high"))
    assert inside == (having(rows, "clv_category", "high") | having(rows, "clv_category", "moderate")) & having(rows, "purchase_likelihood", "high") != set()
    among = {"type": "profile-predictive-analytics", "dimension": "purchase_likelihood", "filter": {"type": "string", "operator": "in", "value": ["low", "new"]}}
    assert requirement_shop.of(among) == having(rows, "purchase_likelihood", "low") | having(rows, "purchase_likelihood", "new")


class TestReadyMade:
    """What Mailchimp has ready for shops."""

    def test_never_purchased(self, requirement_shop):
        shop = requirement_shop
        bought = shop.did("Placed Order", datetime(2000, 1, 1, tzinfo=timezone.utc))
        assert shop.take("never-purchased")[1] == set(shop.people()) - bought != set()

    def test_potential_customers_agreed_to_mail_and_never_bought(self, requirement_shop):
        shop = requirement_shop
        bought = shop.did("Placed Order", datetime(2000, 1, 1, tzinfo=timezone.utc))
        people = shop.http.pages("/api/profiles", **{"additional-fields[profile]": "subscriptions", "page[size]": 100})
        marketing = {item["id"]: item["attributes"]["subscriptions"]["email"]["marketing"] for item in people}
        agreed = {id for id, said in marketing.items() if said["consent"] == "SUBSCRIBED" and said["can_receive_email_marketing"]}
        inside = shop.take("potential-customers")[1]
        assert inside == agreed - bought != set()

    def test_recent_customers_ordered_within_30_days(self, requirement_shop):
        shop = requirement_shop
        assert shop.take("recent-customers")[1] == shop.did("Placed Order", datetime.now(timezone.utc) - timedelta(days=30)) != set()

    def test_first_time_and_repeat_customers(self, requirement_shop):
        shop = requirement_shop
        assert shop.take("first-time-customers")[1] == shop.where(lambda orders: orders == 1, "historic_number_of_orders")
        assert shop.take("repeat-customers")[1] == shop.where(lambda orders: orders >= 2, "historic_number_of_orders")
        recent = shop.did("Placed Order", datetime.now(timezone.utc) - timedelta(days=30))
        assert shop.take("first-order-follow-up")[1] == shop.where(lambda orders: orders == 1, "historic_number_of_orders") & recent

    def test_lapsed_customers_bought_but_not_for_eight_months(self, requirement_shop):
        shop = requirement_shop
        since = shop.did("Placed Order", datetime.now(timezone.utc) - timedelta(days=243))
        assert shop.take("lapsed-customers")[1] == shop.where(lambda orders: orders >= 1, "historic_number_of_orders") - since != set()


def test_the_six_rfm_groups_are_offered(requirement_shop):
    shop = requirement_shop
    groups = {row["profile_id"]: row["rfm_group"] for row in shop.rows("profile_id", "rfm_group")}
    for id, name in (("champions", "Champions"), ("loyal", "Loyal"), ("recent", "Recent"), ("needs-attention", "Needs Attention"),
                     ("at-risk", "At Risk"), ("inactive", "Inactive")):
        assert shop.take(f"rfm-{id}")[1] == {id for id, group in groups.items() if group == name}


def test_the_monday_list_is_who_is_overdue_and_may_be_written_to_with_the_most_money_at_stake(requirement_shop, rows):
    shop = requirement_shop
    people = shop.http.pages("/api/profiles", **{"additional-fields[profile]": "subscriptions", "page[size]": 100})
    marketing = {item["id"]: item["attributes"]["subscriptions"]["email"]["marketing"] for item in people}
    agreed = {id for id, said in marketing.items() if said["consent"] == "SUBSCRIBED" and said["can_receive_email_marketing"]}
    stakes = {id: row["predicted_clv"] * row["churn_probability"] for id, row in rows.items() if row["overdue"] == "true" and id in agreed}
    (top,), inside = shop.take("monday-list")
    assert (top["type"], top["dimension"], top["count"]) == ("profile-top", "money_at_stake", 100)
    assert inside <= set(stakes)
    ranked = sorted(stakes.values(), reverse=True)
    if len(ranked) <= 100:
        assert inside == set(stakes) != set()
    else:
        assert len(inside) == 100 and min(stakes[id] for id in inside) >= ranked[100] - 0.01


def test_vips_who_slip_away(requirement_shop, rows):
    conditions, inside = requirement_shop.take("slipping-vips")
    border = next(condition["filter"]["value"] for condition in conditions if condition["dimension"] == "historic_clv")
    assert inside == {id for id, row in rows.items() if row["overdue"] == "true" and row["historic_clv"] >= border}
