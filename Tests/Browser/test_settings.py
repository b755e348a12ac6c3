"""What people do with the shop itself: bring a file, let somebody in, make a key, change what counts, see what was done."""
import random
import re
from datetime import date, timedelta

import pytest

from shop import PHONE, WIDE, said_by_axe, sideways

PAGES = {
    "settings": "/settings", "predictions": "/settings/predictions", "rates": "/settings/rates", "people": "/settings/people",
    "person": "/settings/people/1", "keys": "/settings/keys", "account": "/settings/account", "activity": "/activity", "intake": "/intake",
    "imports": "/imports", "exports": "/exports", "welcome": "/welcome", "welcome orders": "/welcome/orders",
}


def orders(count=1_200, customers=300, seed=5):
    """A file as a shop exports it, with one row that nobody can understand."""
    random.seed(seed)
    rows = ["Order ID,Email,Order date,Total,Currency"]
    for number in range(count):
        day = date.today() - timedelta(days=random.randrange(700))
        rows.append(f"W{number},w{random.randrange(customers)}@example.com,{day},{random.randrange(500, 9000) / 100:.2f},EUR")
    return "\n".join(rows + ["W-bad,w1@example.com,yesterday,12.00,EUR"]) + "\n"


def bring(page, text, name="orders.csv"):
    page.goto("/imports")
    page.set_input_files("[name=file]", {"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    page.click("#bring button")


def tile(page, name):
    return int(re.sub(r"\D", "", page.locator(f".tile:has(dt:text-is('{name}')) .value").inner_text()))


@pytest.mark.parametrize("script", [True, False])
def test_a_file_is_brought_looked_at_and_counts_once(shop, script):
    with shop.looking(script=script) as page:
        bring(page, orders())
        assert page.inner_text("h1") == "orders.csv"
        assert tile(page, "Rows") == 1_201 and tile(page, "Orders") == 1_200 and tile(page, "Not understood") == 1
        page.click("#understood button:has-text('Import')")
        for _ in range(60):
            if page.inner_text("#standing h2") == "Done":
                break
            page.wait_for_timeout(500)
            page.goto(page.url)
        assert page.inner_text("#standing h2") == "Done"
        new, known = tile(page, "New"), tile(page, "Known already")
        assert (new, known) in ((1_200, 0), (0, 1_200)) and tile(page, "Not understood") == 1
        with page.expect_download() as download:
            page.click("text=Download the rows that were not understood")
        text = open(download.value.path(), encoding="utf-8").read()
        assert text.startswith("file,line,column,reason,row\norders.csv,1202,Order date,")
        bring(page, orders())
        page.click("#understood button:has-text('Discard')")
        assert "discarded" in page.inner_text("[role=status]")


def test_a_question_is_answered_by_a_form(shop):
    with shop.looking() as page:
        bring(page, "email,total,order date\na@example.com,10.00,03/04/2025\n", "dates.csv")
        assert "day or the month first" in page.inner_text("[role=alert]")
        assert page.locator("#understood button:has-text('Import')").count() == 0
        page.select_option("[name=date_order]", "month-first")
        page.click("text=Look again")
        assert page.locator("[role=alert]").count() == 0 and "4 Mar 2025" in page.inner_text("#understood").replace("\xa0", " ")
        page.click("text=Discard")


def test_somebody_is_let_in_changed_and_shut_out(shop):
    with shop.looking() as page, shop.looking(signed_in=False) as other:
        page.goto("/settings/people")
        for name, value in (("name", "Max Roy"), ("email", "max@example.com")):
            page.fill(f"[name={name}]", value)
        page.click("text=Make the link")
        link = page.inner_text(".secret")
        assert "/set-password/once_" in link
        page.reload()
        assert "shown already" in page.inner_text("[role=alert]")
        other.goto("/" + link.split("/", 3)[3])
        for name in ("password", "password_again"):
            other.fill(f"[name={name}]", "quiet-harbour-38")
        other.click("main button")
        assert other.goto("/settings").status == 200 and other.goto("/settings/keys").status == 403
        page.goto("/settings/people")
        page.click("tr:has-text('max@example.com') >> text=Change…")
        page.select_option("[name=role]", "analyst")
        page.click("#role-card button")
        other.goto("/settings")
        assert other.locator("#shop form").count() == 0 and "reads only" in other.inner_text("#shop")
        page.click("#remove >> text=Remove…")
        page.click("text=Take it away")
        assert "taken away" in page.inner_text("[role=status]")
        other.goto("/")
        assert "/sign-in" in other.url


def test_a_key_is_made_and_revoked(shop):
    with shop.looking() as page:
        page.goto("/settings/keys")
        page.fill("[name=name]", "Till")
        page.click("label:has-text('Read everything')")
        page.click("#make button")
        assert re.fullmatch(r"pk_[\w-]{43}", page.inner_text(".secret").strip())
        page.click("tr:has-text('Till') >> text=Revoke…")
        page.click("button:has-text('Revoke')")
        assert "revoked" in page.inner_text("[role=status]")
        page.goto("/activity?kind=access")
        first = page.locator("tbody tr").first.inner_text()
        assert "An API key was revoked" in first and "Till" in first


def test_rates_and_settings_are_changed_and_told(shop):
    with shop.looking() as page:
        page.goto("/settings/rates")
        for name, value in (("from", "usd"), ("rate", "0")):
            page.fill(f"#add [name={name}]", value)
        page.click("#add button")
        assert page.get_attribute("#add [name=rate]", "aria-invalid") == "true" and page.input_value("#add [name=from]") == "USD"
        page.fill("#add [name=rate]", "0.91")
        page.click("#add button")
        assert page.inner_text("[role=status]") == "Saved." and "0.91" in page.inner_text("#rates")
        page.goto("/settings")
        page.fill("[name=contact_email]", "shop@example.com")
        page.click("#shop button")
        assert "shop@example.com" in page.inner_text("#history")


def test_an_export_is_made_and_fetched(shop):
    with shop.looking() as page:
        page.goto("/exports")
        page.select_option("#new [name=program]", "excel-pl")
        page.click("#new button")
        for _ in range(40):
            if page.locator("#files tbody tr:first-child button").count():
                break
            page.wait_for_timeout(250)
            page.goto("/exports")
        with page.expect_download() as download:
            page.click("#files tbody tr:first-child button")
        assert open(download.value.path(), "rb").read(3) == b"\xef\xbb\xbf" and download.value.suggested_filename.endswith(".csv")
        page.goto("/activity?kind=data")
        assert "An export was downloaded" in page.inner_text("tbody")


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_them(shop, scheme, width, language):
    found = []
    with shop.looking(language=language, scheme=scheme, width=width) as page:
        for name, path in PAGES.items():
            answer = page.goto(path)
            if answer.status != 200 or len(answer.body()) > 100_000:
                found.append(f"{name}: status {answer.status}, {len(answer.body())} bytes")
            if page.get_attribute("html", "lang") != language:
                found.append(f"{name}: not in {language}")
            found += [f"{name}: {line}" for line in sideways(page, width) + said_by_axe(page, scheme, width, language)]
            found += [f"{name}: {line}" for line in page.said]
            page.said.clear()
    assert not found, "\n".join(found)
