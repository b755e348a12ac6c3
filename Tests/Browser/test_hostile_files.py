"""Text that would run, in what leaves the shop: reports that are opened from the disk, and files that a spreadsheet opens."""
import csv
import io
import random
import re
from datetime import date, timedelta

import pytest

from RunningServer.http_client import HTTPClient
from RunningServer.process import run
from test_hostile import HOSTILE, MARK, TRACES, resource

# What a spreadsheet would run, or what some of them read as if it began so (docs/threat-model.md).
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20A1",
            '=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0"]
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def orders(path):
    """A file of orders whose every text is hostile, with rows that are rejected and columns that must be told of."""
    random.seed(11)
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["customer id", "order id", "order date", "total", "currency", "status", "source", f"product name {HOSTILE}",
                       "product name", "item name", "discount code"])
        for number in range(3_000):
            day = date.today() - timedelta(days=random.randrange(900))
            who = f"{number % 800}{HOSTILE}" if number % 3 else FORMULAS[number % len(FORMULAS)]
            rows.writerow([who, f"{number}{HOSTILE}", day, f"{random.randrange(500, 9000) / 100:.2f}", "EUR",
                           "paid" if number % 50 else HOSTILE, HOSTILE, HOSTILE, f"{HOSTILE} {number % 5}", HOSTILE, f"{HOSTILE}{number % 4}"])
        rows.writerow([HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "paid", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE])


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
def test_nothing_runs_in_a_report(shop, tmp_path, language):
    path = tmp_path / """x"'><img src=hostile onerror="hit=1">.csv"""
    orders(path)
    report = tmp_path / "report.html"
    told = run("analyze", path, "--report", report, "--language", language, "--output", tmp_path / "customers.csv",
               "--rejects", tmp_path / "rejects.csv", "--status", f"{HOSTILE}=paid", timeout=300, check=True)
    assert "\x1b" not in told.stderr
    context = shop.browser.new_context()
    page, said = context.new_page(), []
    try:
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
        page.goto(report.as_uri())
        for details in page.locator("details").all():
            details.evaluate("part => part.open = true")
        assert not page.evaluate("typeof hit !== 'undefined'") and page.locator(TRACES).count() == 0
        assert MARK in page.locator("body").inner_text() and not said, said
    finally:
        context.close()
    for name in ("customers.csv", "rejects.csv"):
        cells = [cell for row in csv.reader(io.StringIO((tmp_path / name).read_text(encoding="utf-8"), newline="")) for cell in row]
        assert len(cells) >= 10
        wrong = [cell for cell in cells if cell.startswith(RUNS) and not cell.lstrip("-").replace(".", "", 1).isdigit()]
        assert not wrong, (name, wrong[:3])


@pytest.mark.parametrize("program", ["plain", "excel-en", "excel-fr", "excel-pl"])
def test_no_cell_of_an_export_is_a_formula(shop, program):
    """Names that a spreadsheet would run, written for each program that opens files: each is text there."""
    client = HTTPClient(shop.server.port, shop.key)
    for number, text in enumerate(FORMULAS):
        answer = client.request("POST", "/api/profiles", resource("profile", {
            "email": f"cell{program.replace('-', '')}{number}@example.com", "first_name": text, "last_name": text + HOSTILE}))
        assert answer.status == 201, answer
    with shop.looking() as page:
        page.goto("/exports")
        page.select_option("#new [name=program]", program)
        page.locator("#new summary").click()
        for name in ("First Name", "Last Name", "Email"):
            page.locator("#new .tick", has_text=name).locator("input").first.check()
        page.click("#new button")
        for _ in range(60):
            if page.locator("#files tbody tr:first-child button").count():
                break
            page.wait_for_timeout(250)
            page.goto("/exports")
        with page.expect_download() as download:
            page.click("#files tbody tr:first-child button")
        # It is a CSV, not something packed, and is called by whom it is of.
        assert re.fullmatch(r"Customers \d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
        raw = open(download.value.path(), encoding="utf-8-sig", newline="").read()
    separator = ";" if raw.split("\n", 1)[0].count(";") > 2 else ","
    rows = list(csv.reader(io.StringIO(raw, newline=""), delimiter=separator))
    cells = [cell for row in rows for cell in row]
    wrong = [cell for cell in cells if cell.startswith(RUNS) and not cell.lstrip("-").replace(".", "").replace(",", "").isdigit()]
    assert len(rows) > 700 and not wrong, wrong[:3]
    # The names are all there, each as text.
    for text in ("=1+1", "@SUM(1)", "\uff1d1+1"):
        assert "'" + text in cells


def test_the_activity_as_a_file_holds_no_formula(shop):
    client = HTTPClient(shop.server.port, shop.key)
    for text in FORMULAS[:4]:
        assert client.request("POST", "/api/lists", resource("list", {"name": text})).status == 201
    with shop.looking() as page:
        with page.expect_download() as download:
            page.goto("/activity")
            page.click("a[href*='/activity/file']")
        rows = list(csv.reader(open(download.value.path(), encoding="utf-8-sig", newline="")))
    assert len(rows) > 4 and not [cell for row in rows for cell in row if cell.startswith(RUNS)]
