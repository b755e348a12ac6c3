"""Every field that a shop or a customer can fill carries text that would run, through every page that can be reached: nothing runs."""
import re
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

import pytest

from RunningServer.http_client import HTTPClient
from shop import OWNER, Shop

# Breaks out of texts, attributes, comments, titles, styles and scripts, and leaves a mark where it gets anywhere.
HOSTILE = """x"'></title></style></textarea><img src=hostile onerror="hit=1"><svg onload="hit=1"><script>hit=1</script>{{7*7}}"""
MARK = "</title></style>"
# What would be there if anything of it became an element.
TRACES = "img[src='hostile'], svg[onload], [onerror], main title ~ style, script:not([src])"
# Of pages that differ by an id or a word alone so many are looked at.
ALIKE = 3
MOST = 250


def resource(kind, attributes, **more):
    return {"data": {"type": kind, "attributes": attributes, **more}}


def fill(client):
    """Tells the shop everything that can be told, with hostile text. Gives ids of what was made."""
    def told(path, body, method="POST"):
        answer = client.request(method, path, body)
        assert answer.status < 300, (path, answer)
        return answer.json()["data"]["id"] if answer.body[:1] == b"{" and b'"data":{' in answer.body[:20].replace(b" ", b"") else None

    now = datetime.now(timezone.utc)
    place = {name: HOSTILE for name in ("address1", "address2", "city", "country", "region", "zip")}
    people = []
    for number in range(3):
        people.append(told("/api/profiles", resource("profile", {
            "email": f"hostile{number}@example.com", "external_id": f"{number}{HOSTILE}", "first_name": HOSTILE, "last_name": HOSTILE,
            "organization": HOSTILE, "title": HOSTILE, "location": place, "properties": {HOSTILE: HOSTILE, "deep": {HOSTILE: [HOSTILE]}}})))
    for number, day in enumerate((400, 40, 4)):
        when = (now - timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
        for metric in ("Placed Order", HOSTILE[:100]):
            told("/api/events", resource("event", {
                "metric": {"data": resource("metric", {"name": metric})["data"]}, "time": when, "value": 10_000 + number, "value_currency": "EUR",
                "profile": {"data": resource("profile", {"email": "hostile0@example.com"})["data"]},
                "unique_id": f"{number} {metric}", "properties": {
                    "OrderId": f"{number}{HOSTILE}", "Items": [HOSTILE], "DiscountCode": HOSTILE, "source_name": HOSTILE, HOSTILE: HOSTILE}}))
    # Another amount for an order that is known, and a currency without a rate: both are said somewhere.
    for value, currency in ((1, "EUR"), (2, "CLP")):
        told("/api/events", resource("event", {
            "metric": {"data": resource("metric", {"name": "Placed Order"})["data"]}, "value": value, "value_currency": currency,
            "profile": {"data": resource("profile", {"email": "hostile1@example.com"})["data"]}, "unique_id": f"again {currency}",
            "properties": {"OrderId": f"0{HOSTILE}" if currency == "EUR" else f"9{HOSTILE}"}}))
    group = told("/api/lists", resource("list", {"name": HOSTILE, "opt_in_process": "single_opt_in"}))
    told(f"/api/lists/{group}/relationships/profiles", {"data": [{"type": "profile", "id": person} for person in people]})
    everybody = {"condition_groups": [{"conditions": [
        {"type": "profile-property", "property": f"properties['{HOSTILE.replace(chr(39), '')}']",
         "filter": {"type": "string", "operator": "not-contains", "value": HOSTILE}}]}]}
    segment = told("/api/segments", resource("segment", {"name": HOSTILE, "definition": everybody}))
    told("/api/tags", resource("tag", {"name": HOSTILE[:250]}))
    metric = told("/api/custom-metrics", resource("custom-metric", {"name": HOSTILE, "definition": {
        "aggregation_method": "value", "metric_groups": [{"metric_name": "Placed Order", "metric_filters": [
            {"property": HOSTILE, "filter": {"type": "string", "operator": "equals", "value": HOSTILE}}]}]}}))
    told("/api/perennial/rfm-models", resource("rfm-model", {"name": HOSTILE}))
    told("/api/perennial/order-value-benchmark", resource("order-value-benchmark", {"value": 99, "currency": "EUR", "source": HOSTILE}), "PUT")
    told("/api/perennial/settings", resource("settings", {"name": HOSTILE[:100]}), "PATCH")
    told("/api/profile-subscription-bulk-create-jobs", {"data": {"type": "profile-subscription-bulk-create-job", "attributes": {
        "custom_source": HOSTILE, "profiles": {"data": [{"type": "profile", "attributes": {
            "email": "hostile0@example.com", "subscriptions": {"email": {"marketing": {"consent": "SUBSCRIBED"}}}}}]}}}})
    told("/api/profile-bulk-export-jobs", {"data": {"type": "profile-bulk-export-job", "attributes": {
        "properties": ["email", f"properties['{HOSTILE.replace(chr(39), '')}']"]},
        "relationships": {"segment": {"data": {"type": "segment", "id": segment}}}}})
    return people, metric


@pytest.fixture(scope="module")
def hostile(shop, tmp_path_factory):
    """A shop of its own, whose owner has a hostile name, too."""
    own = Shop(tmp_path_factory.mktemp("hostile") / "data", shop.browser, customers=600)
    try:
        name, OWNER.name = OWNER.name, HOSTILE[:100]
        own.sign_up().context.close()
        OWNER.name = name
        own.people, _ = fill(HTTPClient(own.server.port, own.key))
        yield own
    finally:
        OWNER.name = "Ada Nowak"
        own.server.close()


def shape(path):
    """What pages that differ by an id or a word alone have in common."""
    where = urlsplit(path)
    names = sorted(part.split("=")[0] for part in where.query.split("&") if part)
    return re.sub(r"(?<=/)(?=[^/]*[0-9A-Z])[0-9A-Za-z_-]{5,}", "ID", where.path) + "?" + "&".join(names)


def test_nothing_that_was_told_runs(hostile):
    seen, shapes, shown, found = set(), {}, 0, []
    waiting = ["/", f"/profiles/{hostile.people[0]}", f"/profiles/{hostile.people[0]}/erase", "/profiles?q=hostile0"]
    with hostile.looking() as page:
        page.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        while waiting and len(seen) < MOST:
            path = waiting.pop(0)
            if path in seen or shapes.get(shape(path), 0) >= ALIKE:
                continue
            seen.add(path)
            shapes[shape(path)] = shapes.get(shape(path), 0) + 1
            if not page.request.head(path).headers.get("content-type", "text/html").startswith("text/html"):
                continue
            page.said.clear()
            answer = page.goto(path)
            if answer.status >= 500:
                found.append(f"{path}: status {answer.status}")
            if page.evaluate("typeof hit !== 'undefined'"):
                found.append(f"{path}: it ran")
            if page.locator(TRACES).count():
                found.append(f"{path}: it became an element: {page.locator(TRACES).first.evaluate('part => part.outerHTML')[:200]}")
            found += [f"{path}: {line}" for line in page.said]
            text = page.locator("body").inner_text()
            shown += MARK in text
            if "49" in re.findall(r"\{\{7\*7\}\}|(?<=</script>)49", text):
                found.append(f"{path}: a template ran")
            for link in page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
                if link.startswith("/") and "lang=" not in link:
                    waiting.append(link.split("#")[0])
    assert not found, "\n".join(found)
    assert shown >= 4, f"hostile text was shown on {shown} of {len(seen)} pages only: {sorted(seen)}"
