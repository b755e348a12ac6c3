"""RFM groups: what is in use, a person's group on any day and every change of it, the report between two days; by API and command line."""
import json
from collections import Counter

import pytest

from conftest import answered
from group_shop import GROUPS, SCORES, GroupShop, current
from operations import UNKNOWN_PROFILE
from RunningServer.clock import compiler
from RunningServer.documents import parsed, profile
from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from test_segments import until


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    if not compiler():
        pytest.skip("no C compiler, so no clock that can be set")
    made = GroupShop(tmp_path_factory.mktemp("groups"))
    yield made
    made.close()


def flat(report):
    """By group: customers at the start and at the end."""
    return [{row["group"]: row[side]["customers"] for row in report["groups"]} for side in ("start", "end")]


class TestWhatIsInUse:
    def test_groups_grid_borders_and_the_odd_pair(self, shop):
        counts = shop.settled()
        assert list(counts) == GROUPS and counts == {group: Counter(shop.expected().values())[group] for group in GROUPS}
        told = shop.ask("rfm", language="en")
        assert told["as_of"] == shop.day() and parsed(told["computed_at"]) and parsed(told["borders_settled_at"]) and told["currency"]
        assert told["settings"]["levels"] == 3 and told["settings"]["map"] == "standard"
        assert told["borders"]["recency_days_at_most"] == [180, 365] and told["borders"]["frequency_orders_from"] == [3, 2]
        grid = {f"{row['recency']}{column}": group for row in told["grid"]["rows"] for column, group in zip(told["grid"]["columns"], row["groups"])}
        assert grid == {score: group for group, scores in SCORES.items() for score in scores.split()}
        [pair] = told["odd_pairs"]
        assert (pair["lower"], pair["higher"]) == (221, 231) and "231 is At Risk, although 221" in pair["explanation"] and "Klaviyo" in pair["explanation"]
        assert "alors que 221" in shop.ask("rfm", language="fr")["odd_pairs"][0]["explanation"]
        assert "choć niższa ocena 221" in shop.ask("rfm", language="pl")["odd_pairs"][0]["explanation"]
        assert set(shop.ask("rfm", **{"fields[rfm]": "groups,as_of"})) == {"groups", "as_of"}

    def test_refused(self, shop):
        answered(shop.http.get("/api/perennial/rfm", query={"language": "de"}), 400, parameter="language")
        answered(shop.http.get("/api/perennial/rfm", query={"fields[rfm]": "money"}), 400, parameter="fields[rfm]")
        stranger = HTTPClient(shop.server.port)
        for path in ("rfm", "rfm-report", f"profiles/{UNKNOWN_PROFILE}/rfm", f"profiles/{UNKNOWN_PROFILE}/rfm-history"):
            answered(stranger.get(f"/api/perennial/{path}"), 401)
        other = HTTPClient(shop.server.port, shop.key_of_numbers)
        answered(other.get("/api/perennial/rfm-report"), 403)
        stranger.close()
        other.close()


class TestOnePerson:
    def test_today_is_what_the_profile_shows_and_a_past_day_is_as_it_was_then(self, shop):
        id = shop.find("c4@example.com")
        shop.settled()
        told, shown = shop.ask(f"profiles/{id}/rfm"), shop.properties(id)
        assert told["day"] == shop.day() and told["group"] == shown["Current RFM group"] and told["missing"] is None
        assert (told["previous_group"] or "Unknown") == shown["Previous RFM group"]
        assert parsed(told["changed_at"]) == parsed(shown["RFM group last changed"])
        assert "".join(str(told["scores"][name]) for name in ("recency", "frequency", "monetary")) in SCORES[told["group"]].split()
        # One order, 250 days ago.
        before = shop.ask(f"profiles/{id}/rfm", on=shop.day(251))
        assert (before["group"], before["scores"], before["missing"]) == (None, None, "not_yet")
        first = shop.ask(f"profiles/{id}/rfm", on=shop.day(250))
        assert first["group"] and first["previous_group"] is None and first["changed_at"] is None
        assert (first["cause"], first["is_reconstructed"], first["scores"]["recency"]) == ("order", True, 3)
        assert shop.ask(f"profiles/{id}/rfm", on=shop.day(60))["scores"]["recency"] == 2

    def test_every_change_is_there_the_latest_first_a_page_at_a_time(self, shop):
        id = shop.find("c53@example.com")
        shop.settled()
        path = f"/api/perennial/profiles/{id}/rfm-history"
        every = list(shop.http.pages(path))
        changes = [item["attributes"] for item in every]
        moments = [parsed(change["at"]) for change in changes]
        assert len(changes) >= 3 and moments == sorted(moments, reverse=True)
        assert changes[0]["group"] == shop.properties(id)["Current RFM group"] and changes[-1]["previous_group"] is None
        assert [change["previous_group"] for change in changes[:-1]] == [change["group"] for change in changes[1:]]
        assert changes[-1]["cause"] == "order" and {change["cause"] for change in changes} >= {"order", "time"}
        assert list(shop.http.pages(path, **{"page[size]": 2})) == every
        first = shop.http.get(path, query={"page[size]": 2}).json()
        follow = lambda link: shop.http.get(link.removeprefix(shop.server.url)).json()
        second = follow(first["links"]["next"])
        assert follow(second["links"]["prev"])["data"] == first["data"]
        since = changes[1]["at"]
        answer = shop.http.get(path, query={"filter": f"greater-or-equal(at,{since})"}).json()["data"]
        assert [item["id"] for item in answer] == [item["id"] for item in every[:2]]
        # Each change is what the day says.
        for change in changes:
            told = shop.ask(f"profiles/{id}/rfm", on=change["at"][:10])
            assert (told["group"], told["cause"]) == (change["group"], change["cause"])

    def test_who_has_no_group_is_told_why(self, shop, new_email):
        made = shop.klaviyo.Profiles.create_profile(profile(email=new_email("nobody"))).data.id
        assert shop.ask(f"profiles/{made}/rfm")["missing"] == "no_order"
        assert shop.http.get(f"/api/perennial/profiles/{made}/rfm-history").json()["data"] == []

    def test_refused(self, shop):
        id = shop.find("c4@example.com")
        for day in (shop.day(-1), "2026-02-30", "yesterday!", "1969-12-31"):
            answered(shop.http.get(f"/api/perennial/profiles/{id}/rfm", query={"on": day}), 400, parameter="on")
        for path in ("rfm", "rfm-history"):
            answered(shop.http.get(f"/api/perennial/profiles/{UNKNOWN_PROFILE}/{path}"), 404)
        answered(shop.http.get(f"/api/perennial/profiles/{id}/rfm-history", query={"page[size]": 0}), 400, parameter="page[size]")


class TestReport:
    def test_the_last_thirty_days_unless_others_are_asked_for(self, shop):
        counts = shop.settled()
        told = shop.ask("rfm-report")
        assert (told["start"], told["end"]) == (shop.day(30), shop.day()) and parsed(told["computed_at"])
        assert told["borders"] == shop.ask("rfm")["borders"]
        start, end = flat(told)
        assert end == counts
        moved = {(row["from"], row["to"]): row["customers"] for row in told["movement"]}
        for row in told["groups"]:
            group = row["group"]
            assert sum(n for (_, to), n in moved.items() if to == group) == end[group]
            assert sum(n for (origin, _), n in moved.items() if origin == group) == start[group]
            assert start[group] + row["added"] - row["dropped"] == end[group]
            assert row["change"] == (pytest.approx(end[group] / start[group] - 1) if start[group] else None)
            assert row["end"]["share"] == pytest.approx(end[group] / sum(end.values()))
        # Who bought within these days for the first time.
        new = sum(1 for orders in shop.bought.values() if min(moment for moment, _ in orders).date().isoformat() > shop.day(30))
        assert sum(n for (origin, _), n in moved.items() if origin == "Never purchased") == new > 0
        assert not [to for _, to in moved if to == "Never purchased"]

    def test_medians_are_those_of_the_members(self, shop):
        shop.settled()
        told = shop.ask("rfm-report")
        expected, today = shop.expected(), shop.now().date()
        for row in told["groups"]:
            members = [shop.bought[email] for email, group in expected.items() if group == row["group"]]
            median = lambda values: (sorted(values)[(len(values) - 1) // 2] + sorted(values)[len(values) // 2]) / 2
            if not members:
                assert row["end"]["median_orders"] is None
                continue
            assert row["end"]["median_orders"] == median([len(orders) for orders in members])
            assert row["end"]["median_days_since_order"] == median([(today - max(at for at, _ in orders).date()).days for orders in members])
            assert row["end"]["median_revenue"] == pytest.approx(median([sum(value for _, value in orders) for orders in members]), abs=0.01)
        cheap = shop.ask("rfm-report", medians="false")
        assert flat(cheap) == flat(told) and cheap["movement"] == told["movement"]
        assert all(row[side]["median_orders"] is None for row in cheap["groups"] for side in ("start", "end"))

    def test_a_past_day_stays_as_it_was_known(self, shop):
        shop.settled()
        days = {"start": shop.day(400), "end": shop.day(200)}
        before = shop.ask("rfm-report", **days)
        assert sum(flat(before)[0].values()) < sum(flat(before)[1].values())
        # An order that is told late changes today's group, and nothing that was known before.
        shop.buys("c8@example.com", 500, 500, 500, days=201)
        shop.settled()
        assert flat(shop.ask("rfm-report", **days)) == flat(before)

    def test_refused(self, shop):
        for wrong, parameter in (({"start": shop.day(), "end": shop.day()}, "start"), ({"start": shop.day(1), "end": shop.day(2)}, "start"),
                                 ({"end": shop.day(-1)}, "end"), ({"start": shop.day(-1)}, "start"), ({"start": "2026-1-1"}, "start"),
                                 ({"start": "2025-13-01"}, "start"), ({"medians": "maybe"}, "medians"), ({"from": shop.day(3)}, "from")):
            answered(shop.http.get("/api/perennial/rfm-report", query=wrong), 400, parameter=parameter)


def test_profiles_segments_and_report_never_disagree(shop):
    segments = {group: shop.make(current(group), name=group) for group in GROUPS}

    def agree():
        # What changes a moment later is asked again.
        def counts():
            shown = Counter(properties.get("Current RFM group") for properties in shop.people().values())
            told = shop.ask("rfm")["groups"]
            report = flat(shop.ask("rfm-report", start=shop.day(1), medians="false"))[1]
            return all(len(shop.inside(segment)) == shown[group] == told[group] == report[group] for group, segment in segments.items()) and told
        return until(counts)

    shop.settled()
    first = agree()
    shop.buys("c20@example.com", 400, 400, 400, 400)
    shop.settled()
    second, day = agree(), shop.day()
    assert first != second
    third = shop.passes(100)
    assert agree() == third != second
    # The distribution of the day before stays what it was at its end.
    assert flat(shop.ask("rfm-report", start=day)) == [second, third]


class TestCommandLine:
    """Beside the running server, on its clock."""

    def run(self, shop, *arguments):
        environment = {"LD_PRELOAD": str(shop.clock.settings["preload"][0]), **shop.clock.settings["environment"]}
        return run(*arguments, "--data", shop.server.folder, environment=environment)

    def test_it_says_the_same(self, shop):
        counts = shop.settled()
        done = self.run(shop, "rfm", "--format", "json")
        assert done.returncode == 0, done.stderr
        said, served = json.loads(done.stdout), shop.ask("rfm-report")
        assert flat(said) == flat(served) and said["movement"] == served["movement"] and said["groups"] == served["groups"]
        table = self.run(shop, "rfm", "--from", shop.day(90), "--language", "fr").stdout
        assert "Groupes RFM au" in table and "Jamais acheté" in table and str(sum(counts.values())) in table
        id = shop.find("c4@example.com")
        person = json.loads(self.run(shop, "person", "rfm", "c4@example.com", "--format", "json").stdout)
        assert len(person.pop("changes")) == len(list(shop.http.pages(f"/api/perennial/profiles/{id}/rfm-history")))
        assert person == shop.ask(f"profiles/{id}/rfm")
        text = self.run(shop, "person", "rfm", id, "--on", shop.day(1)).stdout
        assert "worked out later" in text and "scores" in text
        assert self.run(shop, "rfm", "--customer", "c4@example.com").stdout == self.run(shop, "person", "rfm", id).stdout

    @pytest.mark.parametrize("arguments, status, said", [
        (("rfm", "--to", "2099-01-01"), 64, "still to come"), (("rfm", "orders.csv"), 64, "not both"), (("rfm", "--settings", "s.json"), 64, "--settings"),
        (("rfm", "--customer", "zoe@example.com"), 66, "zoe"), (("person", "rfm", "c4@example.com", "--on", "2099-01-01"), 64, "still to come"),
        (("person", "rfm", "zoe@example.com"), 66, "zoe"), (("person", "rfm", "c4@example.com", "--format", "csv"), 64, "'table' and 'json'"),
    ])
    def test_refused(self, shop, arguments, status, said):
        done = self.run(shop, *arguments)
        assert done.returncode == status and said in done.stderr, done
