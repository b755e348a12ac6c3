"""What customers brought later by what they began with, and how soon they came back: by the API and the command line."""
import csv
import io
import json

import pytest

from conftest import answered, eventually
from RunningServer.process import run
from test_custom_metrics import Sales

PATH = "/api/perennial/later-values"


@pytest.fixture
def sales(new_server):
    sales = Sales(new_server())
    yield sales
    sales.http.close()


def told(sales, **query):
    answer = sales.http.get(PATH, query=query)
    assert answer.status == 200, answer
    return answer.json()["data"]["attributes"]


def by(attributes, dimension):
    return next(item for item in attributes["later_values"] if item["by"] == dimension)


def fill(sales):
    """Twelve begin with tea on the web, of whom six come back; ten with a mug at the till; one has come too lately."""
    for number in range(12):
        items = [{"ProductName": "Sugar", "RowTotal": 1}, {"ProductName": "Tea", "RowTotal": 9}]
        sales.tell(f"t{number}", f"t{number}@example.com", 10, days=200, Items=items, DiscountCodes=["HI"], source_name="web")
        if number < 6:
            sales.tell(f"u{number}", f"t{number}@example.com", 30, days=180, Items=[{"ProductName": "Mug", "RowTotal": 30}])
    for number in range(10):
        sales.tell(f"m{number}", f"m{number}@example.com", 30, days=150, ItemNames=["Mug"], **{"Source Name": "pos"})
    sales.tell("late", "late@example.com", 10, days=20, ItemNames=["Tea"])
    eventually(lambda: told(sales)["customers"] == 23)


def test_by_product_code_month_and_channel(sales):
    fill(sales)
    seen = told(sales)
    assert (seen["currency"], seen["window_in_days"], seen["one_time_buyers"]) == ("EUR", 90, 17)
    tea, mug = by(seen, "product")["groups"]
    assert (tea["name"], tea["customers"], tea["returned_customers"], tea["returned_share"]) == ("Tea", 12, 6, 0.5)
    assert (tea["later_value"], tea["later_value_per_customer"], tea["is_small"]) == (180, 15, True)
    # Student's distribution with eleven degrees of freedom, a deviation of 15.667; Wilson's interval of six of twelve.
    assert tea["later_value_per_customer_low"] == pytest.approx(5.045, abs=0.01)
    assert tea["later_value_per_customer_high"] == pytest.approx(24.955, abs=0.01)
    assert (tea["returned_share_low"], tea["returned_share_high"]) == (pytest.approx(0.2538, abs=1e-3), pytest.approx(0.7462, abs=1e-3))
    assert (mug["name"], mug["customers"], mug["later_value_per_customer"], mug["later_value_per_customer_low"]) == ("Mug", 10, 0, None)
    code = by(seen, "discount_code")
    assert [group["name"] for group in code["groups"]] == ["HI"] and code["without"]["customers"] == 10
    assert {group["name"]: group["customers"] for group in by(seen, "channel")["groups"]} == {"web": 12, "pos": 10}
    assert sum(group["customers"] for group in by(seen, "month")["groups"]) == 22 == by(seen, "month")["all"]["customers"]
    second = seen["second_orders"]
    assert (second["customers"], second["median_days"]) == (6, 20)
    assert {item["days"]: (item["customers"], item["returned_customers"]) for item in second["returned_within"]} == {
        30: (22, 6), 90: (22, 6), 180: (12, 6), 365: (0, 0)}
    assert [item["by"] for item in told(sales, by="channel")["later_values"]] == ["channel"]
    # Another order is told at once, and after a crash it is all the same.
    sales.tell("u7", "t7@example.com", 30, days=170, ItemNames=["Mug"])
    now = eventually(lambda: (lambda seen: seen if by(seen, "product")["groups"][0]["returned_customers"] == 7 else None)(told(sales)))
    sales.kill_and_start()
    again = told(sales)
    assert again["later_values"] == now["later_values"] and again["second_orders"] == now["second_orders"]


def test_of_an_empty_shop(sales):
    seen = told(sales)
    assert seen["customers"] == 0 and seen["second_orders"]["median_days"] is None
    assert by(seen, "product")["is_known"] is False and by(seen, "month")["all"]["customers"] == 0


def test_what_is_refused(sales):
    answered(sales.http.get(PATH, query={"by": "colour"}), 400, parameter="by")
    answered(sales.http.get(PATH, query={"sort": "name"}), 400)


def test_on_the_command_line(sales):
    fill(sales)
    folder = sales.server.folder
    shown = json.loads(run("later-value", "--data", folder, "--format", "json", check=True).stdout)
    seen = told(sales)
    assert shown == {name: value for name, value in seen.items() if name != "computed_at"}
    rows = list(csv.DictReader(io.StringIO(run("later-value", "--data", folder, "--by", "product", "--format", "csv", check=True).stdout)))
    assert [(row["kind"], row["name"], row["customers"]) for row in rows] == [
        ("named", "Tea", "12"), ("named", "Mug", "10"), ("other", "", "0"), ("without", "", "0"), ("all", "", "22")]
    for language, word in (("en", "few came back"), ("fr", "peu sont revenus"), ("pl", "wróciło niewielu")):
        table = run("later-value", "--data", folder, "--language", language, check=True).stdout
        assert "Tea" in table and word in table
    assert run("later-value", "--data", folder, "--as-of", "2024-01-01").returncode == 64
    assert run("later-value").returncode == 64
