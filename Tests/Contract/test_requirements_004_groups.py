"""Requirements 004 about RFM groups, the two properties and segments on them: on a shop whose clock is set forward. What is sent to whom comes later."""
import json
import re
from pathlib import Path

import pytest

from group_shop import GROUP_OF, GROUPS, SCORES, GroupShop, changed_within, current, previous
from RunningServer.clock import compiler
from RunningServer.documents import parsed, profile
from conftest import refused
from test_segments import until

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    if not compiler():
        pytest.skip("no C compiler, so no clock that can be set")
    made = GroupShop(tmp_path_factory.mktemp("groups"))
    made.settled()
    yield made
    made.close()


def of(shop, *groups):
    """Who is in these groups, worked out apart from what they bought."""
    return {email for email, group in shop.expected().items() if group in groups}


def enters(shop, segment, email):
    """Waits until somebody is in a segment; gives since when."""
    return parsed(until(lambda: shop.inside(segment).get(email), patience_s=60)["joined_group_at"])


def test_004_02_two_ways_in_the_property_itself_and_a_segment_on_it(shop):
    by_property = {email for email, properties in shop.people().items() if properties.get("Current RFM group") == "At Risk"}
    by_segment = set(shop.inside(shop.make(current("At Risk"))))
    assert by_property == by_segment == of(shop, "At Risk") != set()


def test_004_04_conditions_equal_and_do_not_equal_with_others(shop):
    orders = next(item.id for item in shop.klaviyo.Metrics.get_metrics().data if item.attributes.name == "Placed Order")
    once = {"type": "profile-metric", "metric_id": orders, "measurement": "count", "measurement_filter": {"type": "numeric", "operator": "equals", "value": 1},
            "timeframe_filter": {"type": "date", "operator": "alltime"}}
    groups = ("At Risk", "Needs Attention")
    made = shop.make([current(group) for group in groups], once)
    assert set(shop.inside(made)) == {email for email in of(shop, *groups) if len(shop.bought[email]) == 1} != set()
    others = shop.make(*(current(group, "not-equals") for group in groups))
    assert set(shop.inside(others)) == set(shop.people()) - of(shop, *groups)


def test_004_08_the_two_properties_by_name(shop):
    shown = shop.people()
    for email, group in shop.expected().items():
        assert shown[email]["Current RFM group"] == group
        assert shown[email]["Previous RFM group"] in {*GROUPS, "Unknown"} - {group}
        # Since when is known once it was another.
        assert ("RFM group last changed" in shown[email]) == (shown[email]["Previous RFM group"] != "Unknown")
    for group in (*GROUPS, "Unknown"):
        inside = set(shop.inside(shop.make(previous(group), name=f"Before: {group}")))
        assert inside == {email for email, properties in shown.items() if properties.get("Previous RFM group") == group}


def test_004_09_nobody_has_to_work_groups_out(shop):
    # Orders came in, nothing else was told; whoever wants to write the property is not listened to.
    id = shop.find("c2@example.com")
    group = shop.expected()["c2@example.com"]
    assert shop.properties(id)["Current RFM group"] == group
    wrong = next(other for other in GROUPS if other != group)
    with refused(400):
        shop.klaviyo.Profiles.update_profile(id, profile(id=id, properties={"Current RFM group": wrong}))
    assert shop.properties(id)["Current RFM group"] == group
    assert shop.ask(f"profiles/{id}/rfm")["group"] == group


def test_004_10_the_six_groups(shop):
    assert list(shop.ask("rfm")["groups"]) == GROUPS
    assert set(shop.expected().values()) <= set(GROUPS) and len(set(shop.expected().values())) == 6


@pytest.mark.parametrize("sides", [
    pytest.param((("Champions", "Loyal"), ("Recent", "Needs Attention", "Inactive", "At Risk")), id="004-27 frequent or sometimes"),
    pytest.param((("Champions", "Loyal", "Recent"), ("Needs Attention", "Inactive", "At Risk")), id="004-29 normal or with a discount"),
])
def test_004_27_and_29_two_segments_split_all_customers(shop, sides):
    split = [set(shop.inside(shop.make([current(group) for group in side]))) for side in sides]
    assert split == [of(shop, *side) for side in sides] and all(split)
    assert not split[0] & split[1] and split[0] | split[1] == set(shop.bought)
    # Who never bought is with those who are not frequent, where the split says what they are not.
    rest = set(shop.inside(shop.make(*(current(group, "not-equals") for group in sides[0]))))
    assert rest == set(shop.people()) - split[0] >= split[1]


def test_004_32_and_33_an_order_makes_a_champion_who_enters_at_once(shop):
    champions = shop.make(current("Champions"), name="Champions")
    newly = shop.make(current("Champions"), previous("Champions", "not-equals"), changed_within(1), name="Newly Champions")
    thanks = shop.make([current("Champions"), current("Loyal")], changed_within(1), name="004-35: thanked")
    regain = shop.make([current("At Risk"), current("Inactive")], name="To win back")
    email, start = "c4@example.com", shop.now()
    assert email in shop.inside(regain) and email not in shop.inside(champions)
    id = shop.buys(email, *[400] * 6)
    joined = [enters(shop, segment, email) for segment in (champions, newly)]
    assert all(start.replace(microsecond=0) <= at <= shop.now() for at in joined)
    assert until(lambda: email not in shop.inside(regain))
    # Six orders, one after another: what counts is where they came from at last.
    told = shop.ask(f"profiles/{id}/rfm")
    assert told["cause"] == "order" and not told["is_reconstructed"] and told["previous_group"] != "Champions"
    assert enters(shop, thanks, email)
    # A day later it is no news any more; they are Champions still.
    shop.passes(2)
    assert email not in shop.inside(newly) and email not in shop.inside(thanks) and email in shop.inside(champions)


def test_004_35_newly_loyal_or_champion(shop):
    thanks = shop.make([current("Champions"), current("Loyal")], previous("Champions", "not-equals"), previous("Loyal", "not-equals"), changed_within(1))
    email = "c31@example.com"
    shop.settled()
    before = shop.expected()[email]
    assert before not in ("Champions", "Loyal") and email not in shop.inside(thanks)
    shop.buys(email, 350, 350)
    assert enters(shop, thanks, email) and shop.people()[email]["Previous RFM group"] == before


def test_004_33_and_38_just_entered_recent_and_fell_into_needs_attention_by_time_alone(shop):
    recent, attention = shop.make(current("Recent"), name="Recent"), shop.make(current("Needs Attention"), name="Fell into Needs Attention")
    email = "big.first.order@example.com"
    id = shop.buys(email, 3_000)
    entered = enters(shop, recent, email)
    assert entered <= shop.now() and shop.properties(id)["Previous RFM group"] == "Unknown"
    assert [change["attributes"]["cause"] for change in shop.http.pages(f"/api/perennial/profiles/{id}/rfm-history")] == ["order"]
    shop.passes(181)
    fell = enters(shop, attention, email)
    assert fell > entered and email not in shop.inside(recent)
    told = shop.ask(f"profiles/{id}/rfm")
    assert (told["group"], told["previous_group"], told["cause"]) == ("Needs Attention", "Recent", "time")
    assert parsed(told["changed_at"]).date() == shop.now().date() and GROUP_OF["213"] == "Needs Attention"
    # As it was known on the days between.
    assert shop.ask(f"profiles/{id}/rfm", on=shop.day(90))["group"] == "Recent"
    assert shop.ask(f"profiles/{id}/rfm", on=shop.day(200))["missing"] == "not_yet"
    # An order brings them out of it at once.
    shop.buys(email, 5)
    shop.settled()
    assert until(lambda: email not in shop.inside(attention)) and shop.expected()[email] != "Needs Attention"
    assert shop.properties(id)["Previous RFM group"] == "Needs Attention"


def test_004_47_there_is_a_report(shop):
    told = shop.ask("rfm-report")
    assert [row["group"] for row in told["groups"]] == GROUPS and told["movement"] and told["computed_at"]
    assert all(row["end"]["median_days_since_order"] is not None for row in told["groups"] if row["end"]["customers"])


def test_004_48_it_is_said_how_scores_and_groups_come_about(shop):
    told = shop.ask("rfm")
    assert told["borders"]["recency_days_at_most"] == [180, 365]
    assert sum(len(row["groups"]) for row in told["grid"]["rows"]) == 27 == sum(len(scores.split()) for scores in SCORES.values())
    assert "RFM" in (DOCS / "definitions.md").read_text()


def test_004_49_the_document_shows_how_to_make_such_a_segment(shop):
    text = (DOCS / "rfm.md").read_text()
    written = re.search(r"--data '(\{\"data\": \{\"type\": \"segment\".*?)'\n", text, re.S).group(1)
    written = json.loads(written.replace("'\"'\"'", "'"))
    answer = shop.http.post("/api/segments", written)
    assert answer.status == 201, answer
    id = answer.json()["data"]["id"]
    shop.settled()
    assert until(lambda: set(shop.inside(id)) == of(shop, "Needs Attention", "At Risk"))
