"""Requirements 000: segments by customer lifetime value, and their export. Members are found again from what the API says of everybody."""
import csv
import io
from datetime import datetime, timedelta, timezone

import pytest

from conftest import sdk_for
from requirement_shop import CLV_COLUMNS, NUMBERS, lines
from test_segments import body, definition, did, in_list, predicted, until

CLV = ("historic_clv", "predicted_clv", "total_clv")


def middle(shop, name):
    """A border that some are above and some below."""
    values = sorted(person[name] for person in shop.people().values() if person[name] is not None)
    return values[len(values) // 2]


def test_000_01_a_segment_whose_definition_uses_clv(requirement_shop):
    shop = requirement_shop
    border = middle(shop, "total_clv")
    inside = shop.of(predicted("total_clv", "greater-than", border))
    assert inside == shop.where(lambda total: total > border, "total_clv") != set()


def test_000_02_every_clv_value_of_a_segment_is_exported(requirement_shop):
    shop = requirement_shop
    segment = shop.make("Exported", definition(predicted("predicted_clv", "greater-than", 0)))
    rows = {row["profile_id"]: row for row in shop.rows("profile_id", *NUMBERS, segment=segment)}
    people = shop.people()
    assert set(rows) == shop.inside(segment) != set()
    for id, row in rows.items():
        for name in NUMBERS:
            printed = 1e-6 if name == "churn_probability" else 0.006
            assert row[name] == (people[id][name] and pytest.approx(people[id][name], abs=printed)), (id, name)
    columns = ("profile_id", *NUMBERS)
    assert shop.rows_by_job(*columns, segment=segment) == lines(shop.export("--segment", segment, "--columns", *columns))


def test_000_03_clv_is_among_the_predictive_analytics_of_a_profile_and_of_segments(requirement_shop):
    shop = requirement_shop
    inside = shop.of(predicted("predicted_clv", "greater-than-or-equal", middle(shop, "predicted_clv")))
    person = shop.klaviyo.Profiles.get_profile(min(inside), additional_fields_profile=["predictive_analytics"]).data.attributes
    assert all(getattr(person.predictive_analytics, name) is not None for name in CLV)


def test_000_04_total_is_what_was_spent_and_what_will_likely_be(requirement_shop):
    shop = requirement_shop
    people = [person for person in shop.people().values() if person["total_clv"] is not None]
    assert len(people) > 500
    assert all(person["total_clv"] == pytest.approx(person["historic_clv"] + person["predicted_clv"], abs=0.001) for person in people)
    border = middle(shop, "total_clv")
    assert shop.of(predicted("total_clv", "less-than", border)) == shop.where(
        lambda historic, coming: round(historic + coming, 2) < border, "historic_clv", "predicted_clv")


def test_000_05_customers_are_grouped_by_an_amount_of_clv(requirement_shop):
    shop = requirement_shop
    groups = [shop.of(predicted("total_clv", "less-than", 50)),
              shop.of(predicted("total_clv", "greater-than-or-equal", 50), predicted("total_clv", "less-than", 200)),
              shop.of(predicted("total_clv", "greater-than-or-equal", 200))]
    assert sum(map(len, groups)) == len(set.union(*groups))
    assert set.union(*groups) == shop.where(lambda total: True, "total_clv") != set()


def test_000_07_historic_clv_welcomes_vips(requirement_shop, new_email):
    shop = requirement_shop
    conditions, inside = shop.take("vips")
    assert [condition["dimension"] for condition in conditions] == ["historic_clv"]
    border = conditions[0]["filter"]["value"]
    assert inside == shop.where(lambda spent: spent >= border, "historic_clv")
    buyers = shop.where(lambda orders: orders > 0, "historic_number_of_orders")
    assert 0 < len(inside) < len(buyers) / 5
    # Whoever spends exactly that enters as it happens, and a welcome can start from there; a cent less is not enough.
    segment = shop.make("VIPs, live", definition(predicted("historic_clv", "greater-than-or-equal", border)))
    almost, exactly = shop.orders(new_email("almost"), border - 0.01), shop.orders(new_email("exactly"), border)
    until(lambda: exactly in shop.inside(segment))
    assert almost not in shop.inside(segment)


def test_000_08_predicted_clv_finds_who_will_likely_spend_so_much_within_a_year(requirement_shop):
    shop = requirement_shop
    conditions, inside = shop.take("likely-to-spend")
    assert [(condition["dimension"], condition["filter"]["operator"]) for condition in conditions] == [("predicted_clv", "greater-than-or-equal")]
    assert inside == shop.where(lambda coming: coming >= conditions[0]["filter"]["value"], "predicted_clv") != set()
    id = min(inside)
    assert shop.http.get(f"/api/perennial/profiles/{id}/predictions").json()["data"]["attributes"]["horizon_days"] == 365


def test_000_09_without_enough_data_a_clv_segment_says_nobody(new_server):
    server = new_server()
    klaviyo = sdk_for(server, server.full_key)
    segment = klaviyo.Segments.create_segment(body(name="Too early", definition=definition(predicted("predicted_clv", "less-than", 1000)))).data.id
    until(lambda: not klaviyo.Segments.get_segment(segment).data.attributes.is_processing)
    assert klaviyo.Segments.get_profiles_for_segment(segment).data == []


@pytest.mark.parametrize("name", CLV)
def test_000_17_historic_predicted_and_total_clv_are_each_a_condition(requirement_shop, name):
    shop = requirement_shop
    border = middle(shop, name)
    assert shop.of(predicted(name, "greater-than", border)) == shop.where(lambda value: value > border, name)
    assert shop.of(predicted(name, "less-than-or-equal", border)) == shop.where(lambda value: value <= border, name)


def test_000_20_clv_greater_than_100(requirement_shop, new_email):
    shop = requirement_shop
    exactly, more = shop.orders(new_email("exactly"), 100), shop.orders(new_email("more"), 100.01)
    inside = shop.of(predicted("historic_clv", "greater-than", 100))
    assert inside == shop.where(lambda value: value > 100, "historic_clv")
    assert more in inside and exactly not in inside
    assert shop.of(predicted("total_clv", "greater-than", 100)) == shop.where(lambda value: value > 100, "total_clv") != set()
    conditions, offered = shop.take("high-total-clv")
    assert offered == shop.where(lambda value: value > conditions[0]["filter"]["value"], "total_clv") != set()


def test_000_21_who_will_probably_not_reach_an_average_order(requirement_shop):
    shop = requirement_shop
    conditions, inside = shop.take("below-one-order")
    border = conditions[0]["filter"]["value"]
    buyers = [person for person in shop.people().values() if person["historic_number_of_orders"]]
    average = sum(person["historic_clv"] for person in buyers) / sum(person["historic_number_of_orders"] for person in buyers)
    assert border == pytest.approx(average, rel=0.17)
    assert inside == shop.where(lambda coming: coming < border, "predicted_clv") != set()


def test_000_22_predicted_to_spend_no_more_than_5(requirement_shop):
    shop = requirement_shop
    assert shop.of(predicted("predicted_clv", "less-than-or-equal", 5)) == shop.where(lambda coming: coming <= 5, "predicted_clv") != set()
    # Whoever is predicted exactly the border is in, and is not where it must be less.
    border = max(person["predicted_clv"] for person in shop.people().values() if (person["predicted_clv"] or 9) <= 5)
    on_it = shop.where(lambda coming: coming == border, "predicted_clv")
    assert on_it and on_it <= shop.of(predicted("predicted_clv", "less-than-or-equal", border))
    assert not on_it & shop.of(predicted("predicted_clv", "less-than", border))


def test_000_24_at_least_in_the_main_list(requirement_shop):
    shop = requirement_shop
    newsletter = shop.id("/api/lists", "Newsletter")
    lists = {item["id"]: len(shop.subscribers(item["id"])) for item in shop.http.pages("/api/lists")}
    assert shop.of(in_list(newsletter)) == shop.subscribers(newsletter)
    conditions, _ = shop.take("engaged-subscribers")
    proposed = conditions[0]["group_ids"][0]
    assert lists[proposed] == max(lists.values())


def test_000_25_opened_an_email_within_a_time(requirement_shop):
    shop = requirement_shop
    opened = shop.id("/api/metrics", "Opened Email")
    for days in (30, 90):
        since = datetime.now(timezone.utc) - timedelta(days=days)
        assert shop.of(did(opened, 1, "day", days)) == shop.did("Opened Email", since) != set()


def test_000_26_low_predicted_clv_in_list_and_opened_in_90_days(requirement_shop):
    shop = requirement_shop
    newsletter, opened = shop.id("/api/lists", "Newsletter"), shop.id("/api/metrics", "Opened Email")
    engaged = shop.subscribers(newsletter) & shop.did("Opened Email", datetime.now(timezone.utc) - timedelta(days=90))
    inside = shop.of(predicted("predicted_clv", "less-than-or-equal", 5), in_list(newsletter), did(opened, 1, "day", 90))
    assert inside == shop.where(lambda coming: coming <= 5, "predicted_clv") & engaged != set()


def test_000_26_ready_made_with_the_shops_own_border_list_and_metric(requirement_shop):
    shop = requirement_shop
    low, member, opened = shop.take("low-predicted-clv-engaged")[0]
    assert (low["dimension"], low["filter"]["operator"]) == ("predicted_clv", "less-than-or-equal")
    assert (member["type"], member["is_member"]) == ("profile-group-membership", True)
    assert opened["metric_id"] == shop.id("/api/metrics", "Opened Email")
    assert (opened["timeframe_filter"]["unit"], opened["timeframe_filter"]["quantity"]) == ("day", 90)
    engaged = shop.subscribers(member["group_ids"][0]) & shop.did("Opened Email", datetime.now(timezone.utc) - timedelta(days=90))
    inside = shop.take("low-predicted-clv-engaged")[1]
    assert inside == shop.where(lambda coming: coming <= low["filter"]["value"], "predicted_clv") & engaged


def test_000_27_groups_of_customers_are_analysed_and_forecast_from_the_export(requirement_shop):
    shop = requirement_shop
    segment = shop.make("Analysed", definition(predicted("total_clv", "greater-than", middle(shop, "total_clv"))))
    groups = {}
    for row in shop.rows("rfm_group", "clv_category", *CLV_COLUMNS, segment=segment):
        groups.setdefault(row["rfm_group"], []).append(row)
    shown = shop.figures(segment)
    assert len(groups) > 2 and {name: len(rows) for name, rows in groups.items()} == {name: count for name, count in shown["rfm_group"].items() if count}
    assert sum(row["predicted_clv"] for rows in groups.values() for row in rows) == pytest.approx(shown["predicted"]["predicted_clv"], abs=0.01)
    # What is expected of a group alone is what a segment of that group shows.
    champions = shop.make("Champions of it", definition(in_list(segment), {
        "type": "profile-predictive-analytics", "dimension": "rfm_group", "filter": {"type": "string", "operator": "equals", "value": "Champions"}}))
    assert shop.figures(champions)["predicted"]["predicted_clv"] == pytest.approx(sum(values(groups["Champions"], "predicted_clv")), abs=0.01)


def test_000_28_churn_risk_and_predictions_are_offered_beside_clv(requirement_shop):
    shop = requirement_shop
    header = shop.export("--preset", "klaviyo").splitlines()[0]
    for label in ("Historic Customer Lifetime Value", "Predicted Customer Lifetime Value", "Total Customer Lifetime Value",
                  "Churn Risk Prediction", "Predicted Number Of Orders", "Expected Date Of Next Order"):
        assert label in next(csv.reader([header])), label


def test_000_29_churn_risk_is_a_number_from_0_to_1(requirement_shop):
    risks = [row["churn_probability"] for row in requirement_shop.rows("profile_id", "churn_probability")]
    known = [risk for risk in risks if risk is not None]
    assert len(known) > 500 and all(0 <= risk <= 1 for risk in known) and len(set(known)) > 50


def test_000_30_the_number_is_the_share_that_the_profile_shows(requirement_shop):
    shop = requirement_shop
    people = shop.people()
    rows = [row for row in shop.rows("profile_id", "churn_probability") if row["churn_probability"] is not None]
    assert all(row["churn_probability"] == pytest.approx(people[row["profile_id"]]["churn_probability"], abs=1e-6) for row in rows)
    # 0.45 in the file are 45 %: not 45, and not a share written with a sign.
    assert all("%" not in line for line in shop.export("--columns", "churn_probability").splitlines())


def test_000_31_the_user_chooses_what_is_exported(requirement_shop):
    shop = requirement_shop
    for chosen in (["predicted_clv"], ["churn_probability", "historic_clv", "email"], ["Total Customer Lifetime Value", "Email"]):
        table = lines(shop.export("--columns", *chosen))
        assert len(table) > 500 and all(len(line) == len(chosen) for line in table)
        assert [name.lower() for name in table[0]] in ([name.lower() for name in chosen], ["total_clv", "email"])
        assert shop.rows_by_job(*chosen) == table


def test_000_32_and_33_one_time_buyers_have_the_greater_churn_risk_and_are_a_segment(requirement_shop):
    shop = requirement_shop
    _, once = shop.take("first-time-customers")
    assert once == shop.where(lambda orders: orders == 1, "historic_number_of_orders") != set()
    people = shop.people()
    mean = lambda ids: sum(people[id]["churn_probability"] for id in ids) / len(ids)
    predicted_of = {id for id, person in people.items() if person["churn_probability"] is not None}
    assert mean(once & predicted_of) > mean(predicted_of - once)


def test_000_34_predicted_clv_finds_who_will_hardly_buy_again(requirement_shop):
    shop = requirement_shop
    conditions, inside = shop.take("low-predicted-clv")
    assert inside == shop.where(lambda coming: coming <= conditions[0]["filter"]["value"], "predicted_clv") != set()
    people = shop.people()
    others = shop.where(lambda coming: coming > conditions[0]["filter"]["value"], "predicted_clv")
    orders = lambda ids: sum(people[id]["predicted_number_of_orders"] for id in ids) / len(ids)
    assert orders(inside) < orders(others) / 2


def test_000_35_the_export_is_a_csv_on_which_one_can_calculate(requirement_shop):
    shop = requirement_shop
    segment = shop.make("Calculated", definition(predicted("predicted_clv", "greater-than", 0)))
    text = shop.export("--segment", segment, "--columns", *CLV_COLUMNS)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == shop.klaviyo.Segments.get_segment(segment, additional_fields_segment=["profile_count"]).data.attributes.profile_count > 100
    assert all(float(row["total_clv"]) == pytest.approx(float(row["historic_clv"]) + float(row["predicted_clv"]), abs=0.001) for row in rows)


def values(rows, name):
    return [row[name] for row in rows if row[name] is not None]


def mean(numbers):
    return sum(numbers) / len(numbers)


@pytest.fixture(scope="module", params=["by predicted CLV", "a list, in which many never bought"])
def calculated(request, requirement_shop):
    """A segment's exported rows, what the API says of the same people, and what the segment shows."""
    shop = requirement_shop
    condition = (predicted("predicted_clv", "greater-than", middle(shop, "predicted_clv")) if request.param == "by predicted CLV"
                 else in_list(shop.id("/api/lists", "Newsletter")))
    segment = shop.make("Calculated", definition(condition))
    rows, people = shop.rows(*CLV_COLUMNS, segment=segment), shop.people()
    inside = [people[id] for id in shop.inside(segment)]
    assert len(rows) == len(inside) > 100
    if "never bought" in request.param:
        assert len(values(rows, "historic_clv")) < len(rows)
    return rows, inside, shop.figures(segment)


def test_000_36_average_historic_and_total_clv_of_a_segment(calculated):
    rows, inside, shown = calculated
    for name, part in (("historic_clv", "historic"), ("total_clv", "predicted")):
        average = mean(values(rows, name))
        assert average == pytest.approx(mean(values(inside, name)), abs=0.01)
        assert shown[part]["members"] == len(values(rows, name))
        assert shown[part][f"average_{name}"] == pytest.approx(average, abs=0.01)


def test_000_37_future_spend_is_the_sum_of_predicted_clv(calculated):
    rows, inside, shown = calculated
    spend = sum(values(rows, "predicted_clv"))
    assert spend == pytest.approx(sum(values(inside, "predicted_clv")), abs=0.01) and spend > 0
    assert shown["predicted"]["predicted_clv"] == pytest.approx(spend, abs=0.01) and shown["horizon_days"] == 365


def test_000_38_returning_customers_are_one_minus_the_mean_churn_risk_times_how_many(calculated):
    rows, inside, shown = calculated
    churn = values(rows, "churn_probability")
    returning = (1 - mean(churn)) * len(churn)
    assert returning == pytest.approx(sum(1 - risk for risk in values(inside, "churn_probability")), abs=0.01)
    assert shown["predicted"]["average_churn_probability"] == pytest.approx(mean(churn), abs=1e-6)
    assert shown["predicted"]["expected_returning_customers"] == pytest.approx(returning, abs=0.01)
    assert 0 < returning < len(churn)
