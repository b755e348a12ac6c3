"""A demo shop with its server and its first owner, and browsers that look at it."""
import json
import os
import re
import urllib.request
from contextlib import contextmanager
from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe

from RunningServer.process import RunningServer, run

OWNER = SimpleNamespace(name="Ada Nowak", email="ada@example.com", password="rosehip-lantern-27")
LOCALES = {"en": "en-GB", "fr": "fr-FR", "pl": "pl-PL"}
WIDE, PHONE = 1280, 390
# The narrowest that nothing may be read sideways at (WCAG 1.4.10).
NARROWEST = 320
SERIOUS = {"serious", "critical"}


def said_by_axe(page, scheme, width, language):
    """What axe finds. Colours and widths are those of every language: the two others are looked at once each."""
    is_looked_at = language == "en" or (scheme, width, language) in {("light", WIDE, "fr"), ("dark", PHONE, "pl")}
    return keeping_out(page) if is_looked_at else []


def keeping_out(page):
    """What keeps people with other eyes, ears and hands out, as axe finds it."""
    # What is folded is read too.
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")
    return [f"{found['id']}, {found['help']}: " + "; ".join(node["html"][:160] for node in found["nodes"][:3])
            for found in Axe().run(page).response["violations"] if found["impact"] in SERIOUS]


def sideways(page, width):
    """Widths at which something reaches out of the page, with how far."""
    found = []
    for tried in [width] if width == WIDE else [NARROWEST, width]:
        page.set_viewport_size({"width": tried, "height": 900})
        reach = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{reach} wide at {tried}"] if reach > tried else []
    return found

# What stands within conditions: steps, what events must say, more about consent, other conditions.
DEEP = {"condition_groups": [
    {"conditions": [{
        "type": "profile-metric-funnel", "completion_window_seconds": "DAYS_3",
        "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 30},
        "steps": [
            {"metric_exists": True, "metric_name": "Opened Email"},
            {"metric_exists": True, "metric_name": "Placed Order", "metric_filters": [
                {"property": "source_name", "filter": {"type": "string", "operator": "regex", "value": "^(web|app)$"}},
                {"property": "tags", "filter": {"type": "list", "operator": "contains-any", "value": ["a", "b"]}}]},
            {"metric_exists": False, "metric_name": "Refunded Order"}]}]},
    {"conditions": [{"type": "profile-marketing-consent", "consent": {
        "channel": "email", "can_receive_marketing": True, "consent_status": {"subscription": "subscribed", "filters": [
            {"field": "status_date", "filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 90}},
            {"field": "is_double_opt_in", "filter": {"type": "boolean", "operator": "equals", "value": True}},
            {"field": "method", "method": "form", "filter": {"type": "string", "operator": "in", "value": ["Footer", "Checkout"]}}]}}}]},
    {"conditions": [
        {"type": "all", "conditions": [
            {"type": "profile-region", "in_region": True, "region": "european_union"},
            {"type": "not", "condition": {
                "type": "profile-property", "property": "email",
                "filter": {"type": "string", "operator": "regex", "value": "@example\\.(com|org)$"}}}]},
        {"type": "profile-top", "dimension": "total_clv", "order": "greatest", "percent": 5, "among": {
            "type": "profile-predictive-analytics", "dimension": "overdue",
            "filter": {"type": "boolean", "operator": "equals", "value": True}}}]},
    # No field of one line shows this.
    {"conditions": [{"type": "profile-property", "property": "first_name",
                     "filter": {"type": "string", "operator": "not-equals", "value": "a\nb"}}]}]}


def link(text, what):
    """The one-time link that the program printed."""
    return re.search(rf"/{what}/[A-Za-z0-9_-]+", text).group(0)


class Shop:
    """A demo shop that is served."""

    def __init__(self, folder, browser, customers=700):
        self.browser = browser
        run("demo", "--data", folder, "--customers", customers, "--headless", timeout=300, check=True)
        self.server = RunningServer(folder)
        self.key = self.server.create_key()
        self.server.start()
        self.signed_in = None

    def sign_up(self):
        """The first owner follows the link of the log and chooses a password. Gives the page that is shown then."""
        page = self.open(signed_in=False)
        page.goto(self.server.url + link(self.server.log(), "first-owner"))
        for name, value in (("name", OWNER.name), ("email", OWNER.email), ("password", OWNER.password), ("password_again", OWNER.password)):
            page.fill(f"[name={name}]", value)
        page.click("main button")
        self.signed_in = page.context.storage_state()
        return page

    def make_groups(self):
        """A segment of several conditions, and where a list is."""
        with self.looking() as page:
            page.goto("/segments/ready-made")
            page.locator("form:has(input[value=low-predicted-clv-engaged]) button").click()
            page.wait_for_url("**done=created")
            self.segment = page.url.split("?")[0].replace(self.server.url, "")
            page.goto("/segments?kind=list")
            self.list = page.locator("a.who").first.get_attribute("href")

    def ask(self, path, attributes=None, kind="segment"):
        """What the API answers; with attributes, of what it made of them."""
        body = attributes and json.dumps({"data": {"type": kind, "attributes": attributes}}).encode()
        headers = {"Authorization": f"Klaviyo-API-Key {self.key}", "revision": "2026-07-15", "Content-Type": "application/vnd.api+json"}
        with urllib.request.urlopen(urllib.request.Request(self.server.url + path, body, headers), timeout=30) as answer:
            return json.load(answer)["data"]

    def today(self):
        """The day that it is in the shop's zone."""
        return datetime.now(ZoneInfo(self.ask("/api/accounts")[0]["attributes"]["timezone"])).date()

    def make_deep_segment(self):
        """A segment with parts of every kind. Gives its path."""
        return "/segments/" + self.ask("/api/segments", {"name": "Deep", "definition": DEEP})["id"]

    def open(self, *, language="en", scheme="light", width=WIDE, signed_in=True, script=True):
        """A fresh page of a fresh browser profile; what its console says is in `page.said`."""
        context = self.browser.new_context(
            base_url=self.server.url, locale=LOCALES[language], color_scheme=scheme, viewport={"width": width, "height": 900},
            java_script_enabled=script, storage_state=self.signed_in if signed_in else None, reduced_motion="reduce",
        )
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: page.said.append(f"error: {error}"))
        # What is left before it is loaded, or becomes a download, is not a failure.
        page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED" or page.said.append(
            f"failed: {request.url} ({request.failure})"))
        return page

    @contextmanager
    def looking(self, **how):
        page = self.open(**how)
        try:
            yield page
        finally:
            page.context.close()

    def let_in(self, email, role):
        """Lets somebody in while the server runs. Gives the path by which they set a password."""
        said = run("user", "add", email, "--role", role, "--data", self.server.folder, check=True).stdout
        return link(said, "set-password")

    def first_link(self, path, selector):
        """Where the first such link of a page leads."""
        with self.looking() as page:
            page.goto(path)
            return page.locator(selector).first.get_attribute("href")

    def some_profile(self, order):
        """The path of the first profile in an order."""
        with self.looking() as page:
            page.goto(f"/profiles?order={order}")
            return page.locator("a.who").first.get_attribute("href")


def browser_path():
    return os.environ.get("PERENNIAL_BROWSER") or "/usr/bin/chromium"
