"""What a printer gets: figures and tables as they are, on white, and nothing that is only there to be pressed."""
import pytest

# A4 less its margins, in the pixels of style sheets.
PAPER = 718
PAGES = ["home", "profile", "value", "rfm", "segment", "order values", "settings", "import"]


def path(shop, name):
    return {
        "home": "/", "value": "/customer-value", "rfm": "/rfm", "segment": shop.segment, "order values": "/order-values",
        "settings": "/settings", "import": "/imports"}.get(name) or shop.some_profile("total-clv")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_on_paper(shop, name):
    with shop.looking(width=PAPER, scheme="dark") as page:
        page.emulate_media(media="print")
        page.goto(path(shop, name))
        hidden = ".top, .pager, footer, button, .button, .search, #tagging"
        shown = page.locator(hidden).evaluate_all("parts => parts.filter(part => part.checkVisibility()).map(part => part.outerHTML.slice(0, 80))")
        assert not shown, shown
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "cut on the right"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        # Dark ink: what is written on white must be read on white.
        ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
        assert max(int(part) for part in ink[4:-1].split(",")[:3]) < 90, ink
        for table in page.locator("main table").all():
            assert table.evaluate("table => !table.checkVisibility() || getComputedStyle(table).display === 'table'")


def test_the_timeline_on_paper_says_what_happened(shop):
    with shop.looking(width=PAPER) as page:
        page.emulate_media(media="print")
        page.goto(path(shop, "profile"))
        names = page.locator(".timeline .metric")
        assert names.count() > 5 and all(names.evaluate_all("parts => parts.map(part => part.checkVisibility())"))
