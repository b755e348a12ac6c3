"""Lists, segments and who is in them: tags, changes by day, a past day, and from page to page."""
import re
from datetime import timedelta

import pytest


@pytest.mark.parametrize("script", [True, False])
def test_tags_are_edited_where_they_stand(shop, script):
    name = f"Spring {script}"
    with shop.looking(script=script) as page:
        for path in (shop.segment, shop.list):
            page.goto(path)
            page.click("#tagging summary")
            if page.locator(f"#tagging label:text-is('{name}')").count():
                page.check(f"#tagging .tick:has(label:text-is('{name}')) input")
            else:
                page.fill("#new-tag", name)
            page.click("#tagging button")
            assert "saved" in page.inner_text("[role=status]") and name in page.inner_text(".badges")
        page.goto("/segments")
        assert page.locator(f".tag:has-text('{name}')").count() == 2
        page.goto(shop.segment)
        page.click("#tagging summary")
        page.uncheck(f"#tagging .tick:has(label:text-is('{name}')) input")
        page.click("#tagging button")
        assert page.locator(f".badges .badge:has-text('{name}')").count() == 0


def test_an_analyst_sees_tags_and_cannot_change_them(shop):
    with shop.looking(signed_in=False) as page:
        page.goto(shop.let_in("tags@example.com", "analyst"))
        for field in ("password", "password_again"):
            page.fill(f"[name={field}]", "quiet-harbour-39")
        page.click("main button")
        page.goto(shop.list)
        assert page.locator("#tagging").count() == 0


def test_a_list_tells_who_came_and_left(shop):
    with shop.looking() as page:
        page.goto(shop.list)
        who = page.locator("#members a.who").first.get_attribute("href").split("/")[-1]
        for action in ("remove", "add"):
            page.fill("#member", who)
            page.click(f"#joining button[value={action}]")
        page.goto("/segments?kind=list")
        row = page.locator("tr", has=page.locator(f"a[href='{shop.list}']")).inner_text()
        assert re.search(r"\+\d+ −\d+", row)
        page.goto(shop.list)
        assert "−1" in page.locator("#history").text_content()


def test_a_past_day_is_asked_about_a_segment(shop):
    with shop.looking() as page:
        page.goto(shop.segment)
        who = page.locator("#members a.who").first.get_attribute("href").split("/")[-1]

        def ask(day):
            page.fill("#person", who)
            page.fill("#known-on", day)
            page.click("#explain button")
            return page.inner_text("#explain")

        today = shop.today()
        assert "as known then" in ask(str(today))
        assert "today or an earlier day" in ask(str(today + timedelta(days=40)))
        assert "Nothing was known here" in ask("1999-12-31")
        page.fill("#known-on", "")
        page.click("#explain button")
        assert "as known then" not in page.inner_text("#answer")


@pytest.mark.parametrize("where", ["/profiles", "/profiles?order=total-clv", "list"])
def test_people_by_cursor_there_and_back(shop, where):
    with shop.looking() as page:
        page.goto(f"/profiles?in={shop.list.split('/')[-1]}" if where == "list" else where)
        first = page.locator("a.who").all_inner_texts()
        page.click(".pager a")
        second = page.locator("a.who").all_inner_texts()
        assert "51–" in page.inner_text(".pager") and "after=" in page.url and second != first
        page.locator(".pager a").last.click()
        assert "101–" in page.inner_text(".pager")
        page.locator(".pager a").first.click()
        assert page.locator("a.who").all_inner_texts() == second
        page.locator(".pager a").first.click()
        assert page.locator("a.who").all_inner_texts() == first and "after" not in page.url and "before" not in page.url


def test_the_language_can_be_switched_after_a_form(shop):
    with shop.looking() as page:
        page.goto(shop.list)
        page.fill("#member", "nobody-at-all")
        page.click("#joining button[value=add]")
        assert "Nobody" in page.inner_text("#joining") or page.locator("#joining .problem").count()
        page.click(".strip-end .languages a[lang=fr]")
        assert page.url.split("?")[0].endswith(shop.list) and page.get_attribute("html", "lang") == "fr"
        page.click(".strip-end .languages a[lang=en]")
