"""What people do on the pages: from a number to the people behind it, by keyboard, without script, for somebody who asks for their rights."""
import json
import re
import time
import urllib.request

import pytest

from shop import OWNER, PHONE


def number(text):
    return int(re.sub(r"\D", "", text))


def figures(shop, patience_s=60):
    """Of everybody, once nothing is being found out any more: other tests bring orders in."""
    end, before = time.monotonic() + patience_s, None
    while True:
        now = figures_now(shop)
        if now == before and not now["is_processing"] or time.monotonic() > end:
            return now
        before = dict(now)
        time.sleep(1)


def figures_now(shop):
    request = urllib.request.Request(
        f"{shop.server.url}/api/perennial/figures", headers={"Authorization": f"Klaviyo-API-Key {shop.key}", "revision": "2026-07-15"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        told = json.load(answer)["data"]["attributes"]
    del told["computed_at"]
    return told


@pytest.mark.parametrize("card, parameter, attribute", [
    ("by-value", "value", "clv_category"), ("by-likelihood", "likelihood", "purchase_likelihood"), ("churn", "churn", None)])
def test_a_group_opens_exactly_as_many_people_as_it_says(shop, card, parameter, attribute):
    told = figures(shop)
    with shop.looking() as page:
        page.goto("/")
        links = page.locator(f"#{card} .bars a")
        said = {links.nth(place).get_attribute("href"): number(links.nth(place).locator(".count").inner_text()) for place in range(links.count())}
        assert len(said) >= 3 and sum(said.values()) == told["predicted"]["members"]
        for path, count in said.items():
            word = path.split(f"{parameter}=")[1]
            if attribute:
                assert told[attribute][word] == count
            page.goto("/")
            page.click(f"#{card} .bars a[href='{path}']")
            assert page.url.endswith(path)
            assert number(page.inner_text("#total")) == count
            shown = page.locator("tbody tr").count()
            while page.locator(".pager a", has_text="Next").count():
                page.click(".pager a:has-text('Next')")
                shown += page.locator("tbody tr").count()
            assert shown == count


def test_groups_of_rfm_too(shop):
    figures(shop)
    with shop.looking() as page:
        page.goto("/")
        rows = page.locator("#groups tbody tr")
        for place in range(rows.count()):
            page.goto("/")
            row = rows.nth(place)
            count = number(row.locator("td").first.locator("span").inner_text())
            row.locator("a").click()
            assert number(page.inner_text("#total")) == count


def reached(page, most=400):
    """What the tab key reaches, in order, each marked so that it is seen."""
    steps = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step = page.evaluate("""() => {
            const at = document.activeElement
            if (!at || at === document.body) return null
            const style = getComputedStyle(at), box = at.getBoundingClientRect()
            const known = at.dataset.reached === 'yes'
            at.dataset.reached = 'yes'
            return {text: (at.innerText || at.getAttribute('aria-label') || at.name || '').trim(), known,
                    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && box.width > 0}
        }""")
        if step is None or step["known"]:
            break
        steps.append(step)
    return steps


@pytest.mark.parametrize("width", [1280, PHONE])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(shop, width):
    for path in ("/", "/profiles", shop.some_profile("at-stake")):
        with shop.looking(width=width) as page:
            page.goto(path)
            steps = reached(page)
            assert steps[0]["text"] == "Skip to the content", path
            assert all(step["seen"] for step in steps), [step for step in steps if not step["seen"]][:5]
            missed = page.evaluate("""() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')]
                .filter(part => part.checkVisibility({visibilityProperty: true}) && part.dataset.reached !== 'yes')
                .map(part => part.outerHTML.slice(0, 120))""")
            assert not missed, (path, missed)


def test_the_drawer_opens_by_key_and_leads_on(shop):
    with shop.looking(width=PHONE) as page:
        page.goto("/")
        assert not page.locator(".side .sections").is_visible()
        page.locator(".drawer summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "page"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/profiles")
    with shop.looking() as page:
        page.goto("/")
        assert page.locator(".side .sections").is_visible() and not page.locator(".drawer").is_visible()


def test_all_of_it_without_script(shop):
    with shop.looking(signed_in=False, script=False) as page:
        page.goto("/profiles?order=at-stake")
        page.fill("[name=email]", OWNER.email)
        page.fill("[name=password]", OWNER.password)
        page.click("main button")
        assert page.url.endswith("/profiles?order=at-stake")
        name = page.locator("a.who").first.inner_text()
        page.fill("main [name=q]", name)
        page.click("main .search button")
        page.locator("a.who").first.click()
        assert page.locator("h1").inner_text() == name
        page.click("#timeline .data summary >> nth=0")
        assert page.locator("#timeline dl").first.is_visible()
        page.click(".strip-end .languages a[lang=fr]")
        assert page.locator("html").get_attribute("lang") == "fr"
        page.click(".account summary")
        page.click(".account button")
        assert "/sign-in" in page.url


def test_a_person_asks_for_their_rights(shop):
    path = shop.some_profile("last-order")
    with shop.looking() as page:
        page.goto(path)
        address = page.locator("#identities dd").first.inner_text()
        with page.expect_download() as download:
            page.click("#rights button:has-text('Download')")
        file = open(download.value.path(), encoding="utf-8").read()
        assert address in file and "EVENTS" in file
        page.click("#rights button:has-text('Note the objection')")
        assert "objected to profiling" in page.inner_text("#value")
        page.click("#rights button:has-text('Take it back')")
        assert "Predicted CLV" in page.inner_text("#value")
        page.click("#rights a:has-text('Erase')")
        page.click("text=Keep")
        page.click("#rights a:has-text('Erase')")
        page.click("button:has-text('Erase for good')")
        assert page.locator("[role=status]").inner_text().startswith("The person was erased")
        assert page.goto(path).status == 404


def test_an_analyst_reads_only(shop):
    path = shop.some_profile("total-clv")
    with shop.looking(signed_in=False) as page:
        page.goto(shop.let_in("eve@example.com", "analyst"))
        for name in ("password", "password_again"):
            page.fill(f"[name={name}]", "quiet-harbour-38")
        page.click("main button")
        page.goto(path)
        assert "reads only" in page.inner_text("#rights") and page.locator("#rights form, #rights a").count() == 0
        assert page.goto(f"{path}/erase").status == 403
