"""What pages say is what the API says: the first page, contacts, people, groups, each figure read from the page as a person reads it."""
import json
import re
import urllib.request

import pytest

from test_walks import figures


def told(shop, path):
    request = urllib.request.Request(
        shop.server.url + path, headers={"Authorization": f"Klaviyo-API-Key {shop.key}", "revision": "2026-07-15"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["data"]


def shown(text):
    """The first number of an English text: `€60,000` and `45%` too."""
    return float(re.search(r"-?[0-9][0-9,]*(\.[0-9]+)?", text).group(0).replace(",", ""))


def about(value):
    """Estimates are shown with three digits."""
    return pytest.approx(value, rel=0.006, abs=0.51)


def tiles(page, within):
    """Each tile by its name."""
    found = {}
    for tile in page.locator(f"{within} .tile").all():
        found[tile.locator("dt").inner_text().strip()] = tile.locator(".value").inner_text()
    return found


def test_the_first_page(shop):
    everybody = figures(shop)
    historic, predicted = everybody["historic"], everybody["predicted"]
    with shop.looking(script=False) as page:
        page.goto("/")
        said = [shown(text) for text in page.locator(".strip-tiles .value").all_inner_texts()]
        assert said == [
            historic["customers"], about(historic["revenue"]), about(predicted["expected_returning_customers"]),
            about(predicted["predicted_number_of_orders"]),
        ]
        assert shown(page.inner_text("#expected .amount")) == about(predicted["predicted_clv"])
        low, high = re.findall(r"€([0-9,]+)", page.inner_text("#expected .range"))
        assert [shown(low), shown(high)] == [about(predicted["predicted_clv_low"]), about(predicted["predicted_clv_high"])]
        groups = {row.locator("th, a").first.inner_text().strip(): shown(row.locator("td").first.inner_text())
                  for row in page.locator("#groups tbody tr").all()}
        assert groups == {name: count for name, count in everybody["rfm_group"].items() if name in groups} and len(groups) == 6
        assert str(predicted["overdue"]) in re.sub(",", "", page.inner_text("#slipping .note >> nth=0"))
        assert f"{100 * predicted['average_churn_probability']:.0f}%" in page.inner_text("#churn")


def test_people(shop):
    """Somebody with many orders, somebody with one, somebody who never bought."""
    for order, reads in [("at-stake", True), ("last-order", True), ("newest", None)]:
        path = shop.some_profile(order)
        person = path.rsplit("/", 1)[1]
        said = told(shop, f"/api/perennial/profiles/{person}/predictions")["attributes"]
        with shop.looking(script=False) as page:
            page.goto(path)
            values = [shown(text) for text in page.locator("#value .tile .value").all_inner_texts() if re.search(r"\d", text)]
            if not said["predicted"]:
                assert reads is None
                continue
            historic, predicted = said["historic"], said["predicted"]
            assert values[:3] == [pytest.approx(value, abs=0.005) for value in (historic["clv"], predicted["clv"], predicted["total_clv"])]
            assert values[3] == pytest.approx(predicted["number_of_orders"], abs=0.0051)
            assert values[4] == pytest.approx(100 * predicted["probability_of_order"], abs=0.51)
            assert historic["number_of_orders"] in values and pytest.approx(historic["average_order_value"], abs=0.0051) in values
            assert shown(page.inner_text("#churn .risk-value .value")) == pytest.approx(100 * predicted["churn_probability"], abs=0.51)
            assert said["rfm"]["group"] in page.inner_text("#rfm")
            shown_day = page.locator("#value .tile .value").nth(5).inner_text()
            assert shown_day.endswith(predicted["expected_date_of_next_order"][:4])


def test_contacts_and_their_numbers(shop):
    """Each row of the table is what the API says of that person."""
    with shop.looking(script=False) as page:
        page.goto("/profiles?order=total-clv")
        rows = page.locator("tbody tr")
        assert rows.count() >= 20
        heads = [text.strip() for text in page.locator("thead th").all_inner_texts()]
        for place in range(0, rows.count(), 7):
            row = rows.nth(place)
            person = row.locator("a.who").get_attribute("href").rsplit("/", 1)[1]
            said = told(shop, f"/api/perennial/profiles/{person}/predictions")["attributes"]
            cells = dict(zip(heads, [cell.inner_text() for cell in row.locator("th, td").all()], strict=True))
            orders = next(text for name, text in cells.items() if name.startswith("Orders"))
            assert shown(orders) == said["historic"]["number_of_orders"]
            for head, value in (("Historic", said["historic"]["clv"]), ("Predicted", said["predicted"]["clv"])):
                assert shown(next(text for name, text in cells.items() if name.startswith(head))) == about(value), head
            churn = next(text for name, text in cells.items() if "churn" in name.lower())
            assert shown(churn) == pytest.approx(100 * said["predicted"]["churn_probability"], abs=0.51)


def test_lists_and_segments(shop):
    """The table of segments and each one's page tell the members that the API tells."""
    with shop.looking(script=False) as page:
        for kind in ("segment", "list"):
            page.goto(f"/segments?kind={kind}")
            rows = {row.locator("a.who").get_attribute("href"): row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()}
            assert rows
            for path, cells in rows.items():
                name = path.strip("/").split("/")
                said = told(shop, f"/api/perennial/{name[0]}/{name[1]}/figures")["attributes"]
                assert any(re.search(r"\d", cell) and shown(cell) == said["members"] for cell in cells), (path, cells)
                page.goto(path)
                if said["members"] == 0:
                    # Says what to do instead of figures of nobody.
                    assert page.locator(".tile .value").count() == 0 or page.locator(".empty").count() >= 1
                    continue
                assert said["members"] in [shown(text) for text in page.locator(".tile .value").all_inner_texts() if re.search(r"\d", text)]
