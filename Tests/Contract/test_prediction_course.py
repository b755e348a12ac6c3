"""What today's model would have said of a customer on past days, beside what was said then; by the API and on the command line."""
import json

from conftest import answered
from RunningServer.process import run


def bought(requirement_shop):
    """Somebody who bought more than once and of whom something is predicted."""
    people = requirement_shop.people()
    return next(id for id, person in sorted(people.items()) if (person["historic_number_of_orders"] or 0) > 2 and person["predicted_clv"] is not None)


def test_each_day_is_by_the_orders_until_then_and_today_is_as_it_is(requirement_shop):
    id = bought(requirement_shop)
    course = [item["attributes"] for item in requirement_shop.http.pages(f"/api/perennial/profiles/{id}/prediction-course")]
    days = [past["day"] for past in course]
    assert len(days) > 5 and days == sorted(set(days), reverse=True)
    # Looking back, fewer orders were known, never more.
    orders = [past["historic_number_of_orders"] for past in course]
    assert orders == sorted(orders, reverse=True) and orders[-1] >= 1 and orders[0] > orders[-1]
    now = requirement_shop.people()[id]
    assert all(abs(course[0]["prediction"][name] - now[name]) < 0.005 for name in ("predicted_clv", "churn_probability", "predicted_number_of_orders"))
    assert all(0 <= past["prediction"]["churn_probability"] <= 1 for past in course)
    page = requirement_shop.http.get(f"/api/perennial/profiles/{id}/prediction-course", query={"page[size]": 2}).json()
    assert [item["attributes"]["day"] for item in page["data"]] == days[:2] and page["links"]["next"]
    answered(requirement_shop.http.get(f"/api/perennial/profiles/{id}/prediction-course", query={"page[size]": 5000}), 400)


def test_what_was_said_then_stands_beside_what_today_s_model_says(requirement_shop):
    id = bought(requirement_shop)
    history = [item["attributes"] for item in requirement_shop.http.pages(f"/api/perennial/profiles/{id}/prediction-history")]
    assert history and all(past["todays_model"] is None or 0 <= past["todays_model"]["churn_probability"] <= 1 for past in history)
    assert history[0]["todays_model"]["predicted_clv"] is not None
    told = json.loads(run("person", "predictions", id, "--data", requirement_shop.server.folder, "--format", "json", check=True).stdout)["days"]
    assert [day["day"] for day in told] == [past["day"] for past in history]
    assert told[0]["todays_model"]["predicted_clv"] == history[0]["todays_model"]["predicted_clv"]
    assert told[0]["model_of_then"] is None or told[0]["model_of_then"]["predicted_clv"] == history[0]["predicted_clv"]
    french = run("person", "predictions", id, "--data", requirement_shop.server.folder, "--language", "fr", check=True).stdout
    assert "Risque d'attrition, modèle actuel" in french.replace("\u2019", "'") and len(french.splitlines()) > len(told)
    nobody = run("person", "predictions", "nobody@example.com", "--data", requirement_shop.server.folder)
    assert nobody.returncode == 66 and "nobody@example.com" in nobody.stderr
