"""Every page, as it looks to everybody: light and dark, wide and on a phone, in three languages."""
import pytest

from shop import PHONE, WIDE, said_by_axe, sideways

MOST_BYTES = 100_000
# Made of the same parts as others: they are looked at in one language.
ONCE = {"profiles at stake", "profiles, nobody found", "profile without orders", "not there"}


@pytest.fixture(scope="session")
def pages(shop):
    """The pages by name, with the path of each and whether somebody must be signed in."""
    best = shop.some_profile("total-clv")
    return {
        "home": ("/", True),
        "profiles": ("/profiles", True),
        "profiles of a word": ("/profiles?value=high&churn=low&order=predicted-clv", True),
        "profiles at stake": ("/profiles?order=at-stake", True),
        "profiles, nobody found": ("/profiles?q=zzzz", True),
        "profile": (best, True),
        "profile without orders": (shop.some_profile("newest"), True),
        "erase": (f"{best}/erase", True),
        "profiles with wrong words": ("/profiles?group=kings&page=99999&columns=group,total,created", True),
        "lists and segments": ("/segments", True),
        "ready-made": ("/segments/ready-made", True),
        "segment": (shop.segment, True),
        "builder": (f"{shop.segment}/edit", True),
        "builder with parts": (f"{shop.make_deep_segment()}/edit", True),
        "new segment": ("/segments/new", True),
        "compare": (f"{shop.segment}/compare?with={shop.list.split('/')[-1]}", True),
        "export": (f"{shop.segment}/export", True),
        "delete": (f"{shop.segment}/delete", True),
        "list": (f"{shop.list}?person=nobody", True),
        "edit list": (f"{shop.list}/edit", True),
        "not there": ("/profiles/nobody", True),
        "customer value": ("/customer-value", True),
        "model": ("/customer-value/model", True),
        "RFM": ("/rfm", True),
        "RFM settings": ("/rfm/settings", True),
        "order values": ("/order-values?around=2026-01-15&days=30", True),
        "metrics": ("/shop-metrics", True),
        "metric": (shop.first_link("/shop-metrics", "#metrics a.who"), True),
        "what an order is": ("/shop-metrics/mapping/revenue", True),
        "new custom metric": ("/shop-metrics/custom/new", True),
        "sign in": ("/sign-in", False),
    }


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(shop, pages, scheme, width, language):
    found = []
    for signed_in in (True, False):
        with shop.looking(language=language, scheme=scheme, width=width, signed_in=signed_in) as page:
            for name, (path, needs_sign_in) in pages.items():
                if needs_sign_in != signed_in or (name in ONCE and language != "en"):
                    continue
                answer = page.goto(path)
                if answer.status != (404 if name == "not there" else 200):
                    found.append(f"{name}: status {answer.status}")
                if len(answer.body()) > MOST_BYTES:
                    found.append(f"{name}: {len(answer.body())} bytes")
                if page.get_attribute("html", "lang") != language:
                    found.append(f"{name}: not in {language}")
                found += [f"{name}: {line}" for line in sideways(page, width) + said_by_axe(page, scheme, width, language)]
                said = [line for line in page.said if not (name == "not there" and "404" in line)]
                found += [f"{name}: {line}" for line in said]
                page.said.clear()
    assert not found, "\n".join(found)


def test_the_policy_lets_nothing_run(shop, pages):
    with shop.looking() as page:
        for path, _ in pages.values():
            headers = page.goto(path).headers
            policy = headers["content-security-policy"]
            # The builder has one script, a file of this server.
            is_builder = path.endswith("/edit") and path.startswith("/segments") or path == "/segments/new"
            assert "default-src 'none'" in policy and "unsafe" not in policy and ("script-src 'self'" in policy) == is_builder
            assert page.locator("script").count() == is_builder and page.locator("script:not([src^='/assets/builder-'])").count() == 0
            assert page.locator("style, [style], [onclick], [onload]").count() == 0
