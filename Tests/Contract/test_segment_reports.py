"""What a segment shows: how many entered and left by time, what its members are worth, two segments beside each other; in the API and in words."""
import json
from datetime import datetime, timedelta, timezone

import pytest

from conftest import answered, refused
from operations import UNKNOWN
from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from test_segments import Shop, definition, has_property, in_list, predicted, until

STATISTICS = ["members_added", "members_removed", "net_members_changed", "total_members"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("demo") / "data")
    yield made
    made.server.close()


def report(kind, **attributes):
    return {"data": {"type": f"segment-{kind}-report", "attributes": attributes}}


def values(shop, id, **timeframe):
    answer = shop.klaviyo.Reporting.query_segment_values(report(
        "values", statistics=STATISTICS, timeframe=timeframe or {"key": "today"}, filter=f'equals(segment_id,"{id}")'))
    [row] = answer.data.attributes.results
    assert row.groupings == {"segment_id": id}
    return row.statistics


def ids(shop, segment):
    return {item["id"] for item in shop.http.pages(f"/api/segments/{segment}/relationships/profiles", **{"page[size]": 100})}


def person(shop, email, tier):
    return shop.klaviyo.Profiles.create_or_update_profile(
        {"data": {"type": "profile", "attributes": {"email": email, "properties": {"Level": tier}}}}).data.id


class TestReports:
    def test_entries_and_exits_are_counted_and_survive_a_kill_and_a_rebuild(self, shop, new_email):
        people = [new_email() for _ in range(4)]
        for email in people[:3]:
            person(shop, email, "seven")
        id = shop.make("Level seven", definition(has_property("Level", "seven")))
        assert values(shop, id) == {"members_added": 3, "members_removed": 0, "net_members_changed": 3, "total_members": 3}
        person(shop, people[3], "seven")
        person(shop, people[0], "six")
        until(lambda: values(shop, id)["members_removed"] == 1 and values(shop, id)["members_added"] == 4)
        person(shop, people[0], "seven")
        until(lambda: values(shop, id)["members_added"] == 5)
        # Two members who become one person are one fewer.
        one, other = (next(shop.http.pages("/api/profiles", filter=f'equals(email,"{email}")'))["id"] for email in people[:2])
        shop.klaviyo.Profiles.merge_profiles({"data": {"type": "profile-merge", "id": one, "relationships": {
            "profiles": {"data": [{"type": "profile", "id": other}]}}}})
        expected = {"members_added": 5, "members_removed": 2, "net_members_changed": 3, "total_members": 3}
        until(lambda: values(shop, id) == expected)
        shop.server.kill()
        run("rebuild", "--data", shop.server.folder, check=True)
        shop.start()
        assert values(shop, id) == expected
        assert shop.klaviyo.Segments.get_segment(id, additional_fields_segment=["profile_count"]).data.attributes.profile_count == 3

    @pytest.mark.parametrize("interval, key", [("hourly", "last_7_days"), ("daily", "last_30_days"), ("weekly", "last_90_days"), ("monthly", "last_12_months")])
    def test_a_series_adds_up_to_the_values(self, shop, new_email, interval, key):
        person(shop, new_email(), "nine")
        id = shop.make(f"Level nine {interval}", definition(has_property("Level", "nine")))
        answer = shop.klaviyo.Reporting.query_segment_series(report(
            "series", statistics=STATISTICS, timeframe={"key": key}, interval=interval, filter=f'any(segment_id,["{id}","{UNKNOWN}"])'))
        [row] = answer.data.attributes.results
        dates, series, total = answer.data.attributes.date_times, row.statistics, values(shop, id, key=key)
        assert all(len(series[name]) == len(dates) for name in STATISTICS)
        for name in STATISTICS[:3]:
            assert sum(series[name]) == total[name]
        assert series["total_members"][-1] == total["total_members"] == total["members_added"] >= 1
        assert series["total_members"][0] == 0
        assert dates == sorted(dates)

    def test_all_segments_and_the_fields_that_are_asked_for(self, shop):
        asked = report("values", statistics=["total_members"], timeframe={"key": "this_month"})
        every = shop.http.post("/api/segment-values-reports", asked).json()["data"]
        counts = {row["groupings"]["segment_id"]: row["statistics"]["total_members"] for row in every["attributes"]["results"]}
        assert set(counts) == {item["id"] for item in shop.http.pages("/api/segments")}
        assert all(len(ids(shop, id)) == count for id, count in counts.items())
        series = report("series", statistics=["total_members"], timeframe={"key": "today"}, interval="daily")
        few = shop.http.post("/api/segment-series-reports", series, query={"fields[segment-series-report]": "date_times"}).json()["data"]
        assert set(few["attributes"]) == {"date_times"} and len(few["attributes"]["date_times"]) == 1

    def test_a_time_between_two_times(self, shop, new_email):
        person(shop, new_email(), "ten")
        id = shop.make("Level ten", definition(has_property("Level", "ten")))
        now = datetime.now(timezone.utc)

        def between(start, end):
            return values(shop, id, start=start.isoformat(), end=end.isoformat())

        # The demo's clocks are another zone's: a day on either side is enough.
        assert between(now - timedelta(days=3), now - timedelta(days=2))["total_members"] == 0
        assert between(now - timedelta(days=2), now + timedelta(days=2))["members_added"] == 1

    @pytest.mark.parametrize("change, pointer", [
        ({"statistics": ["members"]}, "/data/attributes/statistics/0"),
        ({"timeframe": {"key": "for_ever"}}, "/data/attributes/timeframe/key"),
        ({"timeframe": {"start": "2024-01-01T00:00:00+00:00", "end": "2026-01-01T00:00:00+00:00"}}, "/data/attributes/timeframe"),
        ({"filter": 'equals(name,"x")'}, "/data/attributes/filter"),
    ])
    def test_what_is_wrong_is_said_with_its_place(self, shop, change, pointer):
        asked = {"statistics": ["total_members"], "timeframe": {"key": "today"}, **change}
        answered(shop.http.post("/api/segment-values-reports", report("values", **asked)), 400, pointer=pointer)
        answered(shop.http.post("/api/segment-series-reports", report("series", **asked, interval="daily")), 400, pointer=pointer)

    def test_too_long_a_series_is_refused_through_the_sdk_too(self, shop):
        with refused(400, pointer="/data/attributes/timeframe"):
            shop.klaviyo.Reporting.query_segment_series(report("series", statistics=["total_members"], timeframe={"key": "last_90_days"}, interval="daily"))
        with refused(400, pointer="/data/attributes/timeframe"):
            shop.klaviyo.Reporting.query_segment_values(report(
                "values", statistics=["total_members"], timeframe={"start": "2024-01-01T00:00:00+00:00", "end": "2026-01-01T00:00:00+00:00"}))


def figures(shop, path):
    answer = shop.http.get(f"/api/perennial/{path}")
    assert answer.status == 200, answer
    data = answer.json()["data"]
    assert data["type"] == "figures"
    return data["attributes"]


def numbers(shop, path="/api/profiles"):
    """The predictive analytics of everybody at a path, as Klaviyo's API shows them."""
    return [item["attributes"]["predictive_analytics"]
            for item in shop.http.pages(path, **{"additional-fields[profile]": "predictive_analytics", "page[size]": 100})]


def mean(numbers):
    return sum(numbers) / len(numbers)


def check(said, people):
    """The figures of some people are what the API says of each of them, averaged and added up."""
    assert said["members"] == len(people)
    historic = [one for one in people if one["historic_clv"] is not None]
    future = [one for one in people if one["predicted_clv"] is not None]
    assert (said["historic"]["members"], said["predicted"]["members"]) == (len(historic), len(future))
    past, ahead = said["historic"], said["predicted"]
    # 000-36, 002-20: the average of the historic and of the total CLV of the members.
    assert past["average_historic_clv"] == pytest.approx(mean([one["historic_clv"] for one in historic]))
    assert ahead["average_total_clv"] == pytest.approx(mean([one["total_clv"] for one in future]))
    assert ahead["average_predicted_clv"] == pytest.approx(mean([one["predicted_clv"] for one in future]))
    # 000-37, 002-21: the sum of predicted CLV.
    assert ahead["predicted_clv"] == pytest.approx(sum(one["predicted_clv"] for one in future))
    assert 0 <= ahead["predicted_clv_low"] <= ahead["predicted_clv"] * 0.9 and ahead["predicted_clv"] * 1.1 <= ahead["predicted_clv_high"]
    # 000-38, 002-22: 1 less the average churn risk, times the people.
    churn = mean([one["churn_probability"] for one in future])
    assert ahead["average_churn_probability"] == pytest.approx(churn)
    assert ahead["expected_returning_customers"] == pytest.approx((1 - churn) * len(future))
    orders = sum(one["historic_number_of_orders"] for one in historic)
    assert past["average_order_value"] == pytest.approx(sum(one["historic_clv"] for one in historic) / orders)
    averages = [one["average_order_value"] for one in historic if one["average_order_value"] is not None]
    assert past["mean_of_customers_average_order_values"] == pytest.approx(mean(averages))
    mix = said["churn_probability"]
    assert mix["tenths"] == [sum(tenth <= one["churn_probability"] * 10 < tenth + 1 or tenth == 9 and one["churn_probability"] == 1 for one in future)
                             for tenth in range(10)]
    assert mix["low"] == sum(one["churn_probability"] < 1 / 3 for one in future)
    assert mix["high"] == sum(one["churn_probability"] >= 2 / 3 for one in future)
    for name in ("clv_category", "purchase_likelihood"):
        assert sum(said[name].values()) == len(future)
    assert sum(mix[name] for name in ("low", "moderate", "high")) == len(future)


class TestFigures:
    def test_of_a_segment(self, shop):
        id = shop.make("Slipping, figured", definition(predicted("churn_probability", "greater-than", 0.5)))
        said = figures(shop, f"segments/{id}/figures")
        check(said, numbers(shop, f"/api/segments/{id}/profiles"))
        assert (said["name"], said["group"], said["is_stale"]) == ("Slipping, figured", "segment", False)
        assert said["churn_probability"]["low"] == 0 and said["horizon_days"] == 365
        assert [change["days"] for change in said["changes"]] == [1, 7, 30]
        assert all(change["members_added"] == said["members"] for change in said["changes"])

    def test_of_a_list(self, shop):
        newsletter = shop.id("/api/lists", "Newsletter")
        said = figures(shop, f"lists/{newsletter}/figures")
        check(said, numbers(shop, f"/api/lists/{newsletter}/profiles"))
        assert (said["group"], said["changes"]) == ("list", None)

    def test_of_everybody(self, shop):
        said = figures(shop, "figures")
        check(said, numbers(shop))
        assert (said["group"], said["name"]) == ("everybody", None)
        few = shop.http.get("/api/perennial/figures", query={"fields[figures]": "members,predicted"}).json()["data"]["attributes"]
        assert set(few) == {"members", "predicted"}

    def test_of_nobody(self, shop):
        id = shop.make("Nobody", definition(has_property("Level", "none at all")))
        said = figures(shop, f"segments/{id}/figures")
        assert said["members"] == 0 and said["predicted"] is None and said["historic"]["average_historic_clv"] is None

    def test_what_is_not_there_and_who_may_not(self, shop):
        for path in (f"segments/{UNKNOWN}/figures", f"lists/{UNKNOWN}/figures"):
            answered(shop.http.get(f"/api/perennial/{path}"), 404)
        answered(shop.http.get("/api/perennial/figures", query={"fields[figures]": "worth"}), 400, parameter="fields[figures]")
        assert HTTPClient(shop.server.port).get("/api/perennial/figures").status == 401
        key = shop.server.create_key("perennial:read")
        for path in ("figures", f"segments/{UNKNOWN}/figures", f"lists/{UNKNOWN}/figures", "segment-comparison?first=a&second=b"):
            until(lambda: HTTPClient(shop.server.port, key).get(f"/api/perennial/{path}").status == 403)


class TestComparison:
    def test_both_and_only_one(self, shop):
        newsletter = shop.id("/api/lists", "Newsletter")
        first = shop.make("Likely gone", definition(predicted("churn_probability", "greater-than", 0.6)))
        second = shop.make("Readers", definition(in_list(newsletter)))
        answer = shop.http.get("/api/perennial/segment-comparison", query={"first": first, "second": second})
        assert answer.status == 200, answer
        said = answer.json()["data"]["attributes"]
        a, b = (ids(shop, id) for id in (first, second))
        assert [said[name]["members"] for name in ("first", "second", "in_both", "only_in_first", "only_in_second")] == [
            len(a), len(b), len(a & b), len(a - b), len(b - a)]
        assert (said["first"]["id"], said["second"]["name"]) == (first, "Readers")
        churn = next(row for row in said["differences"] if row["figure"] == "average_churn_probability")
        one, other = (said[name]["predicted"]["average_churn_probability"] for name in ("first", "second"))
        assert churn["first"] == one > churn["second"] == other
        assert churn["difference"] == pytest.approx(one - other) and churn["ratio"] == pytest.approx(one / other)
        parts = [said[name]["predicted"]["predicted_clv"] for name in ("in_both", "only_in_first")]
        assert sum(parts) == pytest.approx(said["first"]["predicted"]["predicted_clv"])
        # A list can stand beside a segment: this segment is that list.
        same = shop.http.get("/api/perennial/segment-comparison", query={"first": second, "second": newsletter}).json()["data"]["attributes"]
        assert same["only_in_first"]["members"] == same["only_in_second"]["members"] == 0 and same["second"]["group"] == "list"

    def test_what_is_wrong(self, shop):
        answered(shop.http.get("/api/perennial/segment-comparison", query={"first": UNKNOWN, "second": UNKNOWN}), 400, parameter="first")
        answered(shop.http.get("/api/perennial/segment-comparison", query={"first": UNKNOWN}), 400, parameter="second")


class TestShow:
    def test_in_words_and_as_json(self, shop):
        id = shop.make("Shown", definition(predicted("churn_probability", "less-than", 0.4)))
        said = json.loads(run("segment", "show", "Shown", "--data", shop.server.folder, "--format", "json", check=True).stdout)
        served = figures(shop, f"segments/{id}/figures")
        assert said.pop("id") == id and said.pop("computed_at") and served.pop("computed_at")
        assert said == served
        words = run("segment", "show", id, "--data", shop.server.folder, check=True).stdout
        for part in ("Shown", "last 30 days", "expected future spend", "expected returning customers", "churn risk", "Champions", "█"):
            assert part in words, words

    def test_two_beside_each_other(self, shop):
        shop.make("Left", definition(predicted("churn_probability", "less-than", 0.5)))
        shop.make("Right", definition(predicted("total_clv", "greater-than", 100)))
        said = json.loads(run("segment", "show", "Left", "--compare", "Right", "--data", shop.server.folder, "--format", "json", check=True).stdout)
        assert (said["first"]["name"], said["second"]["name"]) == ("Left", "Right")
        assert said["in_both"]["members"] + said["only_in_first"]["members"] == said["first"]["members"]
        words = run("segment", "show", "Left", "--compare", "Right", "--data", shop.server.folder, check=True).stdout
        assert "only in second" in words and "average churn probability" in words

    def test_lists_too_and_in_other_languages(self, shop):
        shop.make("Beside a list", definition(predicted("churn_probability", "less-than", 0.5)))
        list_id = shop.id("/api/lists", "Newsletter")
        said = json.loads(run("segment", "show", "Newsletter", "--compare", "Beside a list", "--data", shop.server.folder, "--format", "json", check=True).stdout)
        assert (said["first"]["id"], said["first"]["group"], said["second"]["group"]) == (list_id, "list", "segment")
        assert said["first"]["members"] == figures(shop, f"lists/{list_id}/figures")["members"]
        alone = json.loads(run("segment", "show", list_id, "--data", shop.server.folder, "--format", "json", check=True).stdout)
        assert alone["members"] == said["first"]["members"] and alone["changes"] is None and alone["is_processing"] is False
        for language, parts in (("fr", ("Calculé le", "panier moyen", "dépenses attendues", "Czempioni|Fidèles")), ("pl", ("Obliczono", "przychód", "oczekiwane wydatki", "Czempioni"))):
            words = run("segment", "show", "Beside a list", "--language", language, "--data", shop.server.folder, check=True).stdout
            for part in parts:
                assert any(one in words for one in part.split("|")), (part, words)
            assert "members" not in words and "average" not in words
        both = run("segment", "show", "Newsletter", "--compare", "Beside a list", "--language", "pl", "--data", shop.server.folder, check=True).stdout
        assert "tylko w drugiej" in both and "średnie ryzyko odejścia" in both

    def test_what_is_not_there(self, shop):
        wrong = run("segment", "show", "Lefft", "--data", shop.server.folder)
        assert wrong.returncode == 66 and "Left" in wrong.stderr
        assert run("segment", "show", "Left", "--compare", "Nothing", "--data", shop.server.folder).returncode == 66
        assert run("segment", "show", "Left", "--format", "csv", "--data", shop.server.folder).returncode == 64
