"""Customer value, RFM, order values and metrics: what a marketer does there, in three languages, without script, each figure as the API has it."""
import json
import re
import time
import urllib.request

import pytest

from shop import PHONE


def number(text):
    return int(re.sub(r"\D", "", text))


def told(shop, path):
    request = urllib.request.Request(
        shop.server.url + path, headers={"Authorization": f"Klaviyo-API-Key {shop.key}", "revision": "2026-07-15"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["data"]


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
def test_groups_of_two_days_are_those_of_the_report(shop, language):
    start, end = "2026-01-10", "2026-03-01"
    report = told(shop, f"/api/perennial/rfm-report?start={start}&end={end}")["attributes"]
    with shop.looking(language=language, script=False) as page:
        page.goto("/rfm")
        page.fill("[name=start]", start)
        page.fill("[name=end]", end)
        page.click("#two-days form button")
        rows = page.locator("#two-days > table tbody tr")
        assert rows.count() == 6
        for place, group in enumerate(report["groups"]):
            cells = rows.nth(place).locator("td")
            assert number(cells.nth(0).locator("span").first.inner_text()) == group["start"]["customers"]
            assert number(cells.nth(1).locator("span").first.inner_text()) == group["end"]["customers"]
            assert number(cells.nth(3).inner_text()) == group["added"]
            assert number(cells.nth(4).inner_text()) == group["dropped"]
        # The chart holds every way that somebody took, and the table behind it the same numbers.
        drawn = page.locator("#figure-movement path title")
        assert drawn.count() == len(report["movement"])
        table = page.locator("#two-days figure table tbody td")
        assert sum(number(text) for text in table.all_text_contents()) == sum(way["customers"] for way in report["movement"])


def test_other_settings_are_looked_at_saved_and_taken_back(shop):
    before = told(shop, "/api/perennial/rfm")["attributes"]["groups"]
    with shop.looking(script=False) as page:
        page.goto("/rfm")
        page.click("text=Change how groups are made")
        page.select_option("#frequency-by", "values")
        page.fill("#frequency-0", "2")
        page.fill("#frequency-1", "4")
        page.click("button[value=preview]")
        assert "less than the 2" in page.inner_text(".problem") and page.input_value("#frequency-1") == "4"
        page.said.clear()
        page.fill("#frequency-0", "5")
        page.click("button[value=preview]")
        assert "another group" in page.inner_text("#preview")
        then = [number(text) for text in page.locator("#preview > table:not([class]) tbody tr td:nth-of-type(2)").all_text_contents()[:6]]
        assert told(shop, "/api/perennial/rfm")["attributes"]["groups"] == before
        page.click("#preview button[value=save]")
        assert "Saved" in page.inner_text("[role=status]")
        for _ in range(100):
            now = list(told(shop, "/api/perennial/rfm")["attributes"]["groups"].values())
            if now == then:
                break
            page.wait_for_timeout(100)
        assert now == then
        page.goto("/rfm/settings")
        page.select_option("#frequency-by", "equal")
        page.click("button[value=preview]")
        page.click("#preview button[value=save]")
        for _ in range(100):
            if told(shop, "/api/perennial/rfm")["attributes"]["groups"] == before:
                break
            page.wait_for_timeout(100)
        assert told(shop, "/api/perennial/rfm")["attributes"]["groups"] == before


def test_a_map_of_five_scores_can_be_filled_in_on_a_phone(shop):
    with shop.looking(width=PHONE, script=False) as page:
        page.goto("/rfm/settings")
        page.select_option("#levels", "5")
        page.click("button[value=levels]")
        page.click("#map-card summary")
        assert page.locator("#map-card td select").count() == 125
        page.select_option("#map", "own")
        page.select_option("#m-555", "at-risk")
        page.click("button[value=preview]")
        assert page.locator("#preview").count() == 1 and page.input_value("#m-555") == "at-risk"


def test_customer_value_is_that_of_the_api(shop):
    model = told(shop, "/api/perennial/models/current")["attributes"]
    later = told(shop, "/api/perennial/later-values?by=month")["attributes"]["later_values"][0]
    with shop.looking(script=False) as page:
        page.goto("/customer-value?by=month")
        page.wait_for_timeout(1500)
        page.goto("/customer-value?by=month")
        assert page.locator("#examples tbody tr").count() == 5
        last = page.locator("#later tbody tr").last
        assert number(last.locator("td").first.inner_text()) == later["all"]["customers"]
        page.click(".tabs a:not([aria-current])")
        shares = page.locator("#model table").first.locator("tbody tr")
        assert shares.count() == len(model["components"])
        assert f"{model['customers']:,} customers" in page.inner_text("#model").replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
def test_forecasts_of_earlier_days_are_those_of_the_api(shop, language):
    """How far the method can be trusted: what it would have said on earlier days, and what came."""
    for _ in range(120):
        model = told(shop, "/api/perennial/models/current")["attributes"]
        if model["backtest"]:
            break
        time.sleep(0.5)
    back, quarter = model["backtest"], model["last_quarter"]
    scores = next(mean["scores"] for mean in back["means"] if mean["name"] == "auto")
    assert len(back["folds"]) >= 2 and all(fold["cutoff"] < model["as_of"] for fold in back["folds"])
    with shop.looking(language=language, script=False) as page:
        page.goto("/customer-value/model")
        shown = [number(text) for text in page.locator("#trials dl .value").all_text_contents()]
        wanted = [scores["top10_capture"], 1 - scores["share_above_high"] - scores["share_below_low"], abs(scores["value_bias_pct"]) / 100]
        assert all(abs(one - 100 * other) <= 1 for one, other in zip(shown, wanted, strict=True))
        tenths = page.locator("#trials figure").first.locator("table").first.locator("tbody tr")
        assert tenths.count() == 10
        # Every candidate that was tried has its row, and each bin of probability its point and its customers.
        assert page.locator("#trials details > table tbody tr").count() == len(back["means"])
        customers = sum(bin["customers"] for fold in back["folds"] for bin in fold["calibration"])
        rows = page.locator("#trials .split figure table").first.locator("tbody tr")
        assert sum(number(row.locator("td").last.text_content()) for row in rows.all()) == customers
        came = page.locator("#quarter dl .value").nth(1).text_content()
        assert abs(number(came) - quarter["actual_revenue"]) <= 1
        assert page.locator("#quarter figure table").first.locator("tbody tr").count() == len(quarter["weeks"])
        # Until the first month of a kept forecast is over, the first page says what would have been forecast a quarter ago.
        page.goto("/")
        assert str(number(came)) in re.sub(r"[^0-9]", "", page.inner_text(".hero-check"))


def test_a_fit_is_looked_at_and_put_to_use(shop):
    with shop.looking(script=False) as page:
        page.goto("/customer-value/model")
        page.click("#refit form button")
        for _ in range(120):
            if page.locator("#refit > form [name=model]").count():
                break
            page.wait_for_timeout(500)
            page.goto("/customer-value/model")
        assert "waits" in page.inner_text("#refit")
        fitted = page.locator("#refit > form [name=model]").get_attribute("value")
        assert told(shop, "/api/perennial/models/current")["id"] != fitted
        page.click("#refit > form:has([name=model]) button")
        assert told(shop, "/api/perennial/models/current")["id"] == fitted


def test_order_values_around_a_day(shop):
    values = told(shop, "/api/perennial/order-values?around=2026-02-01&days=30")["attributes"]
    with shop.looking(script=False) as page:
        page.goto("/order-values")
        page.fill("[name=around]", "2026-02-01")
        page.fill("[name=days]", "30")
        page.click("#course form button")
        rows = page.locator("#around-day tbody tr")
        said = [number(rows.nth(place).locator("td").first.inner_text()) for place in range(2)]
        assert said == [values["comparison"]["before"]["orders"], values["comparison"]["after"]["orders"]]


def test_orders_without_a_property_are_made_looked_at_kept_and_taken_back(shop):
    before = told(shop, "/api/perennial/figures")["attributes"]["members"]
    with shop.looking(script=False) as page:
        page.goto("/shop-metrics")
        page.click("#custom .button")
        page.select_option("#c-0-0-what", label="Placed Order")
        # What is still empty is asked for when it is saved, not before.
        page.click("button[value='add.0.0']")
        page.fill("#name", "Large <orders>")
        page.fill("#c-0-0-0-text", "$value")
        page.select_option("#c-0-0-0-op", "numeric:greater-than-or-equal")
        page.fill("#c-0-0-0-n", "40")
        page.click(".buttons button[value=save]")
        assert page.inner_text("h1") == "Large <orders>" and "is at least" in page.inner_text("#made-of")
        page.goto("/shop-metrics/mapping/revenue")
        page.select_option("#target", label="Large <orders> (custom)")
        page.click("button[value=preview]")
        assert "nothing is saved" in page.inner_text("#effect")
        assert told(shop, "/api/mapped-metrics/revenue/relationships/custom-metric") is None
        page.click("button[value=save]")
        assert "counted anew" in page.inner_text("[role=status]")
        page.goto("/shop-metrics/mapping/revenue")
        page.select_option("#target", "usual")
        page.click("button[value=preview]")
        page.click("button[value=save]")
        assert told(shop, "/api/mapped-metrics/revenue/relationships/custom-metric") is None
    assert told(shop, "/api/perennial/figures")["attributes"]["members"] == before
