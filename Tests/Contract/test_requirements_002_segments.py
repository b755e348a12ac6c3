"""Requirements 002, the same article as 000 in Polish: played with definitions written otherwise, and with the export for a Polish spreadsheet."""
from datetime import datetime, timedelta, timezone

import pytest

from requirement_shop import between, lines
from test_segments import definition, did, in_list, predicted, until

LABELS = ["Email", "Historic Customer Lifetime Value", "Predicted Customer Lifetime Value", "Total Customer Lifetime Value", "Churn Risk Prediction"]


def polish(shop, segment, *columns):
    """The rows of an export as a Polish Excel reads them: semicolons, decimal commas, a mark of UTF-8 first."""
    chosen = ["--columns", *columns] if columns else []
    return lines(shop.export("--segment", segment, "--preset", "excel-pl", *chosen), "excel-pl")


def decimal(cell):
    assert "." not in cell
    return float(cell.replace(",", "."))


@pytest.fixture(scope="module")
def likely(requirement_shop):
    """A segment by CLV."""
    return requirement_shop.make("Prawdopodobni", definition(predicted("predicted_clv", "greater-than", 5)))


def test_002_01_a_clv_segment_is_made_and_all_of_it_exported(requirement_shop, likely):
    rows = polish(requirement_shop, likely, *LABELS)
    assert len(rows) - 1 == len(requirement_shop.inside(likely)) > 100
    assert all(len(row) == len(LABELS) and all(cell != "" for cell in row[1:]) for row in rows)


def test_002_02_clv_is_past_and_predicted_together(requirement_shop, likely):
    for _, historic, coming, total, _ in polish(requirement_shop, likely, *LABELS)[1:]:
        assert decimal(total) == pytest.approx(decimal(historic) + decimal(coming), abs=0.001)


def test_002_03_customers_are_grouped_by_that_amount(requirement_shop):
    shop = requirement_shop
    band = {"type": "profile-predictive-analytics", "dimension": "total_clv", "filter": between(50, 200)}
    assert shop.of(band) == shop.where(lambda total: 50 <= total <= 200, "total_clv") != set()


def test_002_04_historic_clv_finds_vips_whoever_spent_more_is_in(requirement_shop):
    shop = requirement_shop
    top = shop.of({"type": "profile-top", "dimension": "historic_clv", "percent": 5})
    people = shop.people()
    spent = sorted((person["historic_clv"] for person in people.values() if person["historic_clv"] is not None), reverse=True)
    border = spent[-(-len(spent) * 5 // 100) - 1]
    assert top == {id for id, person in people.items() if (person["historic_clv"] or -1) >= border}


def test_002_05_predicted_clv_finds_who_will_likely_spend_an_amount_within_a_year(requirement_shop):
    shop = requirement_shop
    assert shop.of(predicted("predicted_clv", "greater-than-or-equal", 20)) == shop.where(lambda coming: coming >= 20, "predicted_clv") != set()


@pytest.mark.parametrize("name", ["historic_clv", "predicted_clv", "total_clv"])
def test_002_11_each_clv_is_a_metric_with_a_value(requirement_shop, name):
    shop = requirement_shop
    band = {"type": "profile-predictive-analytics", "dimension": name, "filter": between(5, 60)}
    assert shop.of(band) == shop.where(lambda value: 5 <= value <= 60, name) != set()


def test_002_12_unlikely_to_reach_an_average_order_of_15(requirement_shop):
    shop = requirement_shop
    assert shop.of(predicted("predicted_clv", "less-than", 15)) == shop.where(lambda coming: coming < 15, "predicted_clv") != set()


def test_002_13_no_more_than_5_as_a_win_back(requirement_shop):
    shop = requirement_shop
    placed = shop.id("/api/metrics", "Placed Order")
    silent = {"type": "profile-metric", "metric_id": placed, "measurement": "count", "measurement_filter": {"type": "numeric", "operator": "equals", "value": 0},
              "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 180}}
    recently = shop.did("Placed Order", datetime.now(timezone.utc) - timedelta(days=180))
    assert shop.of(predicted("predicted_clv", "less-than-or-equal", 5), silent) == shop.where(lambda coming: coming <= 5, "predicted_clv") - recently != set()


def test_002_14_and_15_in_the_newsletter_and_opened_within_90_days(requirement_shop):
    shop = requirement_shop
    newsletter, opened = shop.id("/api/lists", "Newsletter"), shop.id("/api/metrics", "Opened Email")
    inside = shop.of(in_list(newsletter), did(opened, 1, "day", 90))
    assert inside == shop.subscribers(newsletter) & shop.did("Opened Email", datetime.now(timezone.utc) - timedelta(days=90)) != set()
    assert shop.of(in_list(newsletter, is_member=False)) == set(shop.people()) - shop.subscribers(newsletter)


def test_002_16_the_export_allows_to_analyse_groups(requirement_shop, likely):
    columns = ("Churn Risk Prediction", "Current RFM Group", "CLV Category")
    rows = polish(requirement_shop, likely, *columns)
    assert requirement_shop.rows_by_job(*columns, segment=likely, preset="excel-pl") == rows
    groups = {}
    for risk, group, _ in rows[1:]:
        groups.setdefault(group, []).append(decimal(risk))
    assert len(groups) > 2 and all(0 <= risk <= 1 for risks in groups.values() for risk in risks)


def test_002_17_churn_risk_is_written_from_0_to_1(requirement_shop, likely):
    shop = requirement_shop
    people = {person["email"]: person for person in shop.people().values()}
    rows = polish(shop, likely, *LABELS)[1:]
    assert all(decimal(row[4]) == pytest.approx(people[row[0]]["churn_probability"], abs=1e-6) for row in rows if row[0])
    assert sum(bool(row[0]) for row in rows) > 50


def test_002_18_many_one_time_buyers_make_the_mean_churn_risk_high(requirement_shop):
    shop = requirement_shop
    rows = [row for row in shop.rows("profile_id", "churn_probability", "historic_number_of_orders") if row["churn_probability"] is not None]
    mean = lambda part: sum(row["churn_probability"] for row in part) / len(part)
    once = [row for row in rows if row["historic_number_of_orders"] == 1]
    assert mean(once) > mean(rows) > mean([row for row in rows if row["historic_number_of_orders"] > 1])


def test_002_19_predicted_clv_shows_who_will_probably_not_buy_again(requirement_shop):
    shop = requirement_shop
    inside = shop.of(predicted("predicted_clv", "less-than-or-equal", 5), predicted("probability_of_order", "less-than", 0.2))
    assert inside and inside <= shop.where(lambda coming, orders: coming <= 5 and orders < 1, "predicted_clv", "predicted_number_of_orders")


@pytest.fixture(scope="module")
def calculated(requirement_shop, likely):
    """By label: the columns of an export; and what the segment shows."""
    header, *rows = polish(requirement_shop, likely, *LABELS)
    columns = {label: [row[place] for row in rows] for place, label in enumerate(LABELS)}
    assert len(header) == len(LABELS) and len(rows) > 100
    return {label: [decimal(cell) for cell in cells] for label, cells in columns.items() if label != "Email"}, requirement_shop.figures(likely)


def test_002_20_average_clv_is_that_of_historic_and_of_total_clv(calculated):
    columns, shown = calculated
    for label, figure in ((LABELS[1], shown["historic"]["average_historic_clv"]), (LABELS[3], shown["predicted"]["average_total_clv"])):
        assert figure == pytest.approx(sum(columns[label]) / len(columns[label]), abs=0.01)


def test_002_21_future_spend_is_the_sum_of_predicted_clv_over_the_next_year(calculated):
    columns, shown = calculated
    assert shown["predicted"]["predicted_clv"] == pytest.approx(sum(columns[LABELS[2]]), abs=0.01)
    assert shown["horizon_days"] == 365


def test_002_22_returning_customers_are_one_minus_the_mean_churn_risk_times_the_people(calculated):
    columns, shown = calculated
    risks = columns[LABELS[4]]
    assert shown["members"] == len(risks)
    assert shown["predicted"]["expected_returning_customers"] == pytest.approx((1 - sum(risks) / len(risks)) * len(risks), abs=0.01)
