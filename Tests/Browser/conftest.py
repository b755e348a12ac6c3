"""One shop and one browser for all tests."""
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from playwright.sync_api import sync_playwright  # noqa: E402

from shop import Shop, browser_path  # noqa: E402


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        shop = Shop(tmp_path_factory.mktemp("shop") / "data", browser)
        try:
            shop.sign_up().context.close()
            shop.make_groups()
            yield shop
        finally:
            shop.server.close()
            browser.close()
