"""Files that are not quite what is wanted: each is told apart, asked about in the reader's language, and nothing is guessed silently."""
import pytest

from shop import PHONE, WIDE
from test_settings import bring, tile

GERMAN = "Bestellnr;Datum;Betrag;Kunde\n" + "".join(
    f"B{n};{n % 28 + 1:02}.03.2025;{n * 7 + 10},50;k{n % 9}\n" for n in range(40))
UNKNOWN = "Aa;Bb;Cc;Dd\n" + GERMAN.split("\n", 1)[1]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("text", [GERMAN, UNKNOWN], ids=["german", "unknown"])
def test_columns_nobody_knows_are_guessed_and_asked(shop, script, text):
    with shop.looking(script=script) as page:
        bring(page, text, "bestellungen.csv")
        alert = page.inner_text("[role=alert]")
        assert "lets us guess" in alert and page.locator("#understood button:has-text('Import')").count() == 0
        chosen = {name: page.input_value(f"[name=column-{name}]") for name in ("customer", "order", "date", "value")}
        assert chosen == {"customer": "#4", "order": "#1", "date": "#2", "value": "#3"}
        page.click("button:has-text('Look again')")
        assert page.locator("[role=alert]").count() == 0 and tile(page, "Orders") == 40
        page.click("#understood button:has-text('Discard')")


@pytest.mark.parametrize("language, words", [
    ("en", "Save the sheet as CSV"), ("fr", "Enregistrez la feuille en CSV"), ("pl", "Zapisz arkusz jako CSV")])
def test_a_workbook_says_what_to_do(shop, language, words):
    with shop.looking(language=language) as page:
        page.goto("/imports")
        page.set_input_files("[name=file]", {"name": "orders.xlsx", "mimeType": "text/csv", "buffer": b"PK\x03\x04" + b"\0" * 400})
        page.click("#bring button")
        assert words in page.inner_text("[role=alert]") and page.locator("[role=alert] [lang=en]").count() == 0
        page.click("#understood form[action$=discard] button")


def test_what_is_no_currency_stands_at_its_field(shop):
    with shop.looking() as page:
        bring(page, "email,total,order date,currency\n" + "".join(
            f"p{n}@example.com,{n + 10}.00,2025-03-1{n % 9},{'QQQ' if n == 7 else 'EUR'}\n" for n in range(30)) +
            "rich@example.com,900000.00,2025-03-11,EUR\nfar@example.com,20.00,2090-03-11,EUR\n")
        assert tile(page, "Orders") == 30 and tile(page, "Not understood") == 2
        rejected = page.inner_text("#rejected")
        assert "no currency has this code" in rejected and "QQQ" in rejected and "more than a year ahead" in rejected
        notes = page.inner_text("#notes")
        assert "1,000 times" in notes and "900,000" in notes
        page.fill("[name=currency]", "QQQ")
        page.click("button:has-text('Look again')")
        assert page.get_attribute("[name=currency]", "aria-invalid") == "true" and "is no currency" in page.inner_text("#answers")
        page.fill("[name=currency]", "PLN")
        page.click("button:has-text('Look again')")
        assert page.get_attribute("[name=currency]", "aria-invalid") is None
        page.click("#understood button:has-text('Discard')")


@pytest.mark.parametrize("language", ["fr", "pl"])
def test_nothing_english_stands_behind_a_translated_line(shop, language):
    with shop.looking(language=language) as page:
        for text in ("customer,total,date\nc1,10,2025-01-02\n", "Client,Total,Date\nJan,10,2025-01-02\n", "total,date\n10,2025-01-02\n",
                     "email,total,date\na@example.com,1,45292\n", "email,total,date\n", "email,email,total,total,date\na,b,1,2,2025-01-02\n"):
            bring(page, text)
            assert page.locator("main [lang=en]").count() == 0, text
            page.click("#understood form[action$=discard] button")
