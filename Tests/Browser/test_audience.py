"""Lists and segments in a browser: the low-CLV engaged segment is made by following the pages alone, exported for Excel, and its three
figures are read; with script off and on, in three languages."""
import csv
import io
import re

import pytest

from shop import DEEP, PHONE, WIDE, keeping_out

HOSTILE = "<img src=x onerror=\"document.title='ran'\">"

# What the pages call things.
WORDS = {
    "en": dict(audience="Lists & segments", create="Create segment", predicted="Predictive analytics about someone", done="What someone has done (or not done)",
               group="If someone is in or not in a list or segment", funnel="One thing after another (funnel)",
               consent="If someone can or cannot receive marketing", event="Only events that say …", proof="Only consent that …", step="Add a step", up="Move up",
               add="Add", count="Count them", save="Save segment", export="Export",
               write="Write the file", download="Download", spend="Expected future spend", historic="Average historic CLV", returning="Expected returning customers"),
    "fr": dict(audience="Listes et segments", create="Créer un segment", predicted="Analyses prédictives sur quelqu'un", done="Ce que quelqu'un a fait (ou n'a pas fait)",
               group="Si quelqu'un est ou non dans une liste ou un segment", funnel="Une chose après une autre (entonnoir)",
               consent="Si quelqu'un peut ou non recevoir du marketing", event="Seulement les événements qui disent …", proof="Seulement un consentement qui …", step="Ajouter une étape", up="Monter",
               add="Ajouter", count="Compter", save="Enregistrer le segment", export="Exporter",
               write="Créer le fichier", download="Télécharger", spend="Dépenses attendues", historic="CLV historique moyenne", returning="Clients susceptibles de revenir"),
    "pl": dict(audience="Listy i segmenty", create="Utwórz segment", predicted="Analiza predykcyjna dotycząca osoby", done="Co ktoś zrobił (lub czego nie)",
               group="Czy ktoś należy do listy lub segmentu", funnel="Jedno po drugim (lejek)",
               consent="Czy ktoś może otrzymywać marketing", event="Tylko zdarzenia, które mówią …", proof="Tylko zgoda, która …", step="Dodaj krok", up="W górę",
               add="Dodaj", count="Policz", save="Zapisz segment", export="Eksportuj",
               write="Utwórz plik", download="Pobierz", spend="Oczekiwane wydatki", historic="Średnia CLV historyczna", returning="Klienci, którzy prawdopodobnie wrócą"),
}


def number(text):
    return int(re.sub(r"\D", "", text))


def plain(text):
    """With the apostrophes and spaces that a keyboard has."""
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def choose(page, selector, label):
    """The choice that reads like this."""
    options = page.locator(f"{selector} option")
    for place in range(options.count()):
        if plain(options.nth(place).inner_text()) == label:
            return page.select_option(selector, index=place)
    raise AssertionError(f"{selector} offers no {label}: {options.all_inner_texts()}")


def settle(page):
    """Waits until what a button of the builder asked for is in place."""
    page.locator("#builder[aria-busy]").wait_for(state="detached")


def press(page, text):
    page.locator("main button", has_text=re.compile(f"^{re.escape(text)}$")).locator("visible=true").first.click()
    settle(page)


def add(page, words, kind):
    choose(page, "#add", words[kind])
    page.click(".adding button")
    settle(page)


def until(page, holds):
    """Waits for what a script changes; the policy lets no test run code in the page for that."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError(page.inner_text("main"))


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.parametrize("language", ["en", "fr", "pl"])
def test_the_low_value_engaged_segment_from_start_to_file(shop, language, script, tmp_path):
    words = WORDS[language]
    name = f"Low CLV {language} {script} {HOSTILE}"
    with shop.looking(language=language, script=script) as page:
        page.goto("/")
        page.click(f".side a:has-text('{words['audience']}')")
        page.click(f"main a:has-text('{words['create']}')")
        add(page, words, "predicted")
        page.select_option("[name='c.0.0.what']", "predicted_clv")
        page.select_option("[name='c.0.0.op']", "less-than-or-equal")
        page.fill("[name='c.0.0.n']", "20,50" if language != "en" else "20.50")
        add(page, words, "group")
        page.select_option("[name='c.1.0.groups']", label="Newsletter")
        add(page, words, "done")
        page.select_option("[name='c.2.0.what']", label="Opened Email")
        page.fill("[name='c.2.0.q']", "90")
        if script:
            # It is counted by itself; what was counted before stands until then.
            page.wait_for_selector("#preview-count")
            press(page, words["count"])
            page.wait_for_timeout(500)
        else:
            assert page.locator("#preview-count").count() == 0
            press(page, words["count"])
        said = number(page.inner_text("#preview-count"))
        page.fill("[name=name]", name)
        press(page, words["save"])
        page.wait_for_url("**/segments/*")
        assert page.inner_text("h1") == name
        path = page.url.split("?")[0].replace(shop.server.url, "")
        segment = path.split("/")[-1]
        definition = shop.ask(f"/api/segments/{segment}")["attributes"]["definition"]["condition_groups"]
        kinds = [group["conditions"][0]["type"] for group in definition]
        assert kinds == ["profile-predictive-analytics", "profile-group-membership", "profile-metric"]
        assert definition[0]["conditions"][0]["filter"] == {"type": "numeric", "operator": "less-than-or-equal", "value": 20.5}

        # The three figures, which are those of the API.
        for _ in range(50):
            page.goto(path)
            if page.locator("#expected-spend").count():
                break
            page.wait_for_timeout(100)
        told = shop.ask(f"/api/perennial/segments/{segment}/figures")["attributes"]
        assert told["members"] == said > 0
        shown = plain(page.inner_text("#worth"))
        for label in ("spend", "historic", "returning"):
            assert words[label] in shown
        mean = f"{told['historic']['average_historic_clv']:.2f}"
        assert re.sub(r"\D", "", mean) in re.sub(r"\D", "", shown)
        assert str(round(told["predicted"]["expected_returning_customers"])) in shown

        # The file for Excel.
        page.click(f"main a:has-text('{words['export']}')")
        page.check("#preset-excel-fr")
        press(page, words["write"])
        page.wait_for_selector("#files")
        for _ in range(50):
            if page.locator("a.download").count():
                break
            page.wait_for_timeout(100)
            page.reload()
        with page.expect_download() as download:
            page.click("a.download")
        assert re.fullmatch(r".*\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename) and segment not in download.value.suggested_filename
        text = open(download.value.path(), encoding="utf-8-sig").read()
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        assert len(rows) == told["members"] and "," in rows[0]["predicted_clv"] + rows[0]["churn_probability"]
        assert all(float(row["predicted_clv"].replace(",", ".")) <= 20.5 for row in rows)
        if script:
            # A download is no page that was loaded, and whoever goes on at once leaves before everything is loaded.
            assert page.title() != "ran" and not [line for line in page.said if not line.startswith("failed: ")]

        # Nothing of the name runs where it is shown.
        for other in ("/segments", f"{path}/edit", f"{path}/compare", f"{path}/delete", "/"):
            page.goto(other)
            assert page.title() != "ran" and page.locator("img[src=x]").count() == 0
        page.goto(f"{path}/delete")
        page.click("main button")
        assert page.goto(path).status == 404


def test_counts_anew_by_itself_and_says_what_is_missing(shop):
    with shop.looking() as page:
        page.goto("/segments/new")
        page.click(".adding button")
        page.fill("[name='c.0.0.n']", "5")
        page.wait_for_selector("#preview-count")
        few = number(page.inner_text("#preview-count"))
        page.fill("[name='c.0.0.n']", "500")
        until(page, lambda: number(page.inner_text("#preview-count")) > few)
        page.fill("[name='c.0.0.n']", "")
        until(page, lambda: page.locator("#preview-count").count() == 0)
        press(page, "Save segment")
        assert page.locator("#c-0-0-n[aria-invalid=true]").count() == 1 and page.locator("#name-problem").is_visible()
        # A count that was overtaken is broken off.
        assert not [line for line in page.said if "422" not in line and not line.startswith("failed: ")], page.said


def test_the_builder_stays_where_it_is(shop):
    """With a script its buttons load no page: what was typed stays, Back leads to the page before, and whoever leaves is asked."""
    asked = []
    with shop.looking() as page:
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.goto("/segments")
        page.click("main a:has-text('Create segment')")
        page.wait_for_url("**/segments/new")
        page.fill("[name=name]", "Kept")
        add(page, WORDS["en"], "predicted")
        assert page.locator("[name='c.0.0.what']:focus").count() == 1
        add(page, WORDS["en"], "group")
        assert page.locator("[name='c.1.0.yes']:focus").count() == 1 and page.input_value("[name=name]") == "Kept"
        # A field that is wrong is marked, and typing goes on there.
        press(page, WORDS["en"]["save"])
        assert page.locator("#c-0-0-n[aria-invalid=true]:focus").count() == 1 and "Nothing was saved yet" in page.inner_text("[role=alert]:not(.no-answer)")
        page.click("button[value='remove.1.0']")
        settle(page)
        assert page.locator(".condition").count() == 1
        page.fill("[name='c.0.0.n']", "7")
        page.press("[name='c.0.0.n']", "Enter")
        settle(page)
        page.wait_for_selector("#preview-count")
        assert page.locator("[name='c.0.0.n']:focus").input_value() == "7"
        # Typing goes on behind what was typed.
        page.keyboard.type("0")
        assert page.input_value("[name='c.0.0.n']") == "70"
        page.go_back()
        page.wait_for_url("**/segments")
        assert asked == ["beforeunload"]
        # Whoever cancels, or saves, is not asked.
        for leave in ("cancel", "save"):
            page.goto("/segments/new")
            add(page, WORDS["en"], "predicted")
            page.fill("[name='c.0.0.n']", "7")
            page.fill("[name=name]", "Stays")
            if leave == "cancel":
                page.click("main a:has-text('Cancel')")
                page.wait_for_url("**/segments")
            else:
                press(page, WORDS["en"]["save"])
                page.wait_for_url("**done=created")
        assert asked == ["beforeunload"] and page.inner_text("h1") == "Stays"
        page.go_back()
        page.wait_for_url("**/segments/new")
        # The search of every page leads away, too.
        page.fill("[name=name]", "Not saved")
        page.fill("#find", "somebody")
        page.press("#find", "Enter")
        page.wait_for_url("**/profiles?q=somebody")
        assert asked == ["beforeunload"] * 2
        # A count that was overtaken is broken off.
        assert not [line for line in page.said if "422" not in line and not line.startswith("failed: ")], page.said


def test_without_an_answer_nothing_is_lost_and_nothing_is_sent_again_by_itself(shop):
    def named(name):
        return [segment for segment in shop.ask("/api/segments?filter=equals(name,%22" + name + "%22)")]

    sent = []
    with shop.looking() as page:
        page.goto("/segments/new")
        add(page, WORDS["en"], "predicted")
        page.fill("[name='c.0.0.n']", "7")
        page.fill("[name=name]", "Unsure")
        until(page, lambda: page.locator("#preview-count").count() == 1)
        page.route("**/segments/new", lambda route: (sent.append(route.request.method), route.abort()))
        press(page, WORDS["en"]["save"])
        page.wait_for_selector("#no-answer")
        before = len(sent)
        page.wait_for_timeout(700)
        assert len(sent) == before and page.input_value("[name=name]") == "Unsure" and page.url.endswith("/segments/new")
        # Nor does the next press lead away.
        press(page, WORDS["en"]["save"])
        page.wait_for_timeout(700)
        assert len(sent) == before + 1 and page.input_value("[name=name]") == "Unsure" and page.locator("#no-answer").is_visible()
        page.unroute("**/segments/new")
        press(page, WORDS["en"]["save"])
        page.wait_for_url("**done=created")
        assert len(named("Unsure")) == 1
        # The session ended meanwhile: nobody is led away from what is not saved.
        page.goto("/segments/new")
        add(page, WORDS["en"], "predicted")
        page.fill("[name='c.0.0.n']", "7")
        page.fill("[name=name]", "Back-again")
        until(page, lambda: page.locator("#preview-count").count() == 1)
        cookies = page.context.cookies()
        page.context.clear_cookies()
        for _ in range(2):
            press(page, WORDS["en"]["save"])
            page.wait_for_selector("#signed-out")
            assert page.input_value("[name=name]") == "Back-again"
        page.context.add_cookies(cookies)
        press(page, WORDS["en"]["save"])
        page.wait_for_url("**done=created")
        assert len(named("Back-again")) == 1


def test_marks_follow_what_is_typed(shop):
    with shop.looking() as page:
        page.goto("/segments/new")
        add(page, WORDS["en"], "predicted")
        # Nothing is marked that nobody filled in.
        until(page, lambda: "as soon as every condition is complete" in page.inner_text("#preview"))
        assert page.locator("[aria-invalid=true]").count() == 0
        page.fill("[name='c.0.0.n']", "many")
        page.press("[name='c.0.0.n']", "Tab")
        page.wait_for_selector("#c-0-0-n[aria-invalid=true]")
        assert page.locator("#c-0-0-n-problem").is_visible()
        # Saved so, the name is marked as well; each mark goes when its field is right.
        press(page, WORDS["en"]["save"])
        assert page.locator("#name-problem").is_visible() and page.locator("[role=alert]:not(.no-answer)").count() == 1
        page.fill("[name='c.0.0.n']", "12")
        until(page, lambda: page.locator("#c-0-0-n-problem").count() == 0 and page.locator("#preview-count").count() == 1)
        assert page.locator("#name-problem").is_visible() and page.locator("[role=alert]:not(.no-answer)").count() == 1
        page.fill("[name=name]", "Right")
        assert page.locator("#name-problem").count() == 0
        page.fill("[name='c.0.0.n']", "13")
        until(page, lambda: page.locator("[role=alert]:not(.no-answer)").count() == 0)
        assert page.locator("[aria-invalid=true]").count() == 0


def test_fields_follow_what_is_chosen_without_script(shop):
    with shop.looking(script=False) as page:
        page.goto("/segments/new")
        page.click(".adding button")
        number_field, boxes = page.locator("[name='c.0.0.n']"), page.locator("[name='c.0.0.words'][value='clv_category:low']")
        assert number_field.is_visible() and not boxes.is_visible()
        page.select_option("[name='c.0.0.what']", "clv_category")
        assert boxes.is_visible() and not number_field.is_visible()
        boxes.check()
        page.select_option("[name='c.0.0.what']", "expected_date_of_next_purchase")
        assert page.locator("[name='c.0.0.q']").is_visible() and not page.locator("[name='c.0.0.d']").is_visible()
        page.select_option("[name='c.0.0.when']", "between-static")
        assert page.locator("[name='c.0.0.d2']").is_visible() and not page.locator("[name='c.0.0.q']").is_visible()
        page.select_option("[name='c.0.0.what']", "clv_category")
        press(page, "Count them")
        low = number(page.inner_text("#preview-count"))
        page.goto("/profiles?value=low")
        assert number(page.inner_text("#total")) == low
        page.click("#make-segment")
        assert number(page.inner_text("#preview-count")) == low
        # An alternative adds others, and taking it away takes them away.
        page.click(".alternative summary")
        page.click(".alternative button")
        page.select_option("[name='c.0.1.what']", "overdue")
        press(page, "Count them")
        assert number(page.inner_text("#preview-count")) > low
        page.click("button.remove >> nth=1")
        press(page, "Count them")
        assert number(page.inner_text("#preview-count")) == low


def test_the_enter_key_counts_and_saves_nothing(shop):
    before = len(shop.ask("/api/segments"))
    with shop.looking() as page:
        page.goto("/segments/new")
        page.click(".adding button")
        page.fill("[name='c.0.0.n']", "50")
        page.press("[name='c.0.0.n']", "Enter")
        page.wait_for_selector("#preview-count")
        assert page.url.endswith("/segments/new") and page.locator("[name='c.0.0.n']").input_value() == "50"
    assert len(shop.ask("/api/segments")) == before


def test_one_click_takes_what_is_ready_made(shop):
    with shop.looking(width=PHONE) as page:
        page.goto("/segments/ready-made")
        page.locator("li:has-text('Monday list') form button").first.click()
        page.wait_for_url("**done=created")
        assert page.inner_text("h1") == "Monday list"
        page.click("main a:has-text('Edit')")
        assert page.locator("[name='c.0.0.n']").input_value() == "100"
        page.goto("/segments")
        page.click("a:has-text('Monday list')")
        page.click("main a:has-text('Delete')")
        page.click("main button")
        assert "deleted" in page.inner_text("[role=status]")


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_only_the_fields_that_belong_to_a_choice_are_seen(shop, width):
    with shop.looking(width=width) as page:
        page.goto("/segments/new?ready-made=low-predicted-clv-engaged")
        first = page.locator(".condition").first
        amounts = first.locator(".number input:not([type=hidden])")
        assert [amounts.nth(place).is_visible() for place in range(amounts.count())] == [True, False]
        first.locator(".number select").first.select_option("between")
        assert [amounts.nth(place).is_visible() for place in range(amounts.count())] == [True, True]
        dates = page.locator(".membership .when input")
        assert dates.count() >= 4 and not any(dates.nth(place).is_visible() for place in range(dates.count()))


def enter(page, selector, script):
    """Presses a button by the keyboard. Without script its answer is another page."""
    page.locator(selector).first.focus()
    if script:
        page.keyboard.press("Enter")
        return settle(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.parametrize("language", ["en", "fr", "pl"])
def test_a_funnel_and_consent_are_made_by_the_keyboard(shop, language, script):
    words = WORDS[language]
    with shop.looking(language=language, script=script) as page:
        page.goto("/segments/new")
        choose(page, "#add", words["funnel"])
        enter(page, ".adding button", script)
        # Two steps stand there, and a third comes; the first is not asked whether it happened.
        assert page.locator(".condition .piece").count() == 2 and page.locator("[name='c.0.0.0.yes']").count() == 0
        assert words["step"] in page.inner_text("main")
        enter(page, "button[value='add.0.0']", script)
        assert page.locator("[name='c.0.0.2.what']").count() == 1
        # Typing goes on in what was added.
        assert page.locator("[name='c.0.0.2.what']:focus").count() == 1
        for step, metric in enumerate(["Placed Order", "Opened Email", "Refunded Order"]):
            page.select_option(f"[name='c.0.0.{step}.what']", label=metric)
        # The second goes before the first.
        assert page.locator("button[value='raise.0.0.0']").count() == 0
        enter(page, "button[value='raise.0.0.1']", script)
        page.select_option("[name='c.0.0.2.yes']", "no")
        page.select_option("[name='c.0.0.within']", "DAYS_3")
        page.fill("[name='c.0.0.q']", "30")
        # Of the order two things are asked.
        for _ in range(2):
            enter(page, "button[value='add.0.0.1']", script)
        assert words["event"] in page.inner_text("main")
        page.fill("[name='c.0.0.1.0.text']", "source_name")
        page.select_option("[name='c.0.0.1.0.op']", "string:regex")
        page.fill("[name='c.0.0.1.0.value']", "^(web")
        page.fill("[name='c.0.0.1.1.text']", "tags")
        page.select_option("[name='c.0.0.1.1.op']", "list:contains-any")
        assert page.locator("[name='c.0.0.1.1.lines']").is_visible() and not page.locator("[name='c.0.0.1.1.value']").is_visible()
        page.fill("[name='c.0.0.1.1.lines']", "a\nb")
        # Consent, and how it was given.
        choose(page, "#add", words["consent"])
        enter(page, ".adding button", script)
        page.select_option("[name='c.1.0.status']", "subscribed")
        enter(page, "button[value='add.1.0']", script)
        assert page.locator("[name='c.1.0.0.q']").is_visible() and not page.locator("[name='c.1.0.0.method']").is_visible()
        page.select_option("[name='c.1.0.0.what']", "method")
        page.fill("[name='c.1.0.0.lines']", "Footer")
        assert not page.locator("[name='c.1.0.0.q']").is_visible()
        page.fill("[name=name]", f"Funnel {language} {script}")
        press(page, words["save"])
        # The pattern does not end: that stands beside it, and everything else is kept.
        assert page.locator("#c-0-0-1-0-value[aria-invalid=true]").count() == 1 and page.locator(".problem").count() == 1
        assert page.input_value("[name='c.0.0.1.1.lines']") == "a\nb"
        page.fill("[name='c.0.0.1.0.value']", "^(web|app)$")
        press(page, words["save"])
        page.wait_for_url("**done=created")
        segment = page.url.split("?")[0].split("/")[-1]
        funnel, consent = [group["conditions"][0] for group in shop.ask(f"/api/segments/{segment}")["attributes"]["definition"]["condition_groups"]]
        expected = DEEP["condition_groups"][0]["conditions"][0]
        assert funnel["completion_window_seconds"] == "DAYS_3" and funnel["timeframe_filter"] == expected["timeframe_filter"]
        assert [step["metric_exists"] for step in funnel["steps"]] == [True, True, False]
        assert funnel["steps"][1]["metric_filters"] == expected["steps"][1]["metric_filters"]
        assert consent["consent"]["consent_status"] == {"subscription": "subscribed", "filters": [
            {"field": "method", "method": "form", "filter": {"type": "string", "operator": "in", "value": ["Footer"]}}]}
        # Taken away again, nothing is left of it.
        page.goto(f"/segments/{segment}/edit")
        enter(page, "button[value='remove.0.0.1.1']", script)
        assert page.locator("[name='c.0.0.1.0.text']").input_value() == "source_name" and page.locator("[name='c.0.0.1.1.text']").count() == 0


def test_a_definition_of_every_part_is_saved_as_it_is(shop):
    path = shop.make_deep_segment()
    segment = path.split("/")[-1]
    before = shop.ask(f"/api/segments/{segment}")["attributes"]["definition"]
    for script in (False, True):
        with shop.looking(language="pl", script=script) as page:
            page.goto(f"{path}/edit")
            # One condition has no fields, and the page says so.
            assert page.locator("textarea[name$='.json']").count() == 1
            press(page, WORDS["pl"]["save"])
            page.wait_for_url("**done=saved")
        assert shop.ask(f"/api/segments/{segment}")["attributes"]["definition"] == before


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_two_people_edit_one_segment(shop, language, width):
    path = shop.make_deep_segment()
    with shop.looking(language=language, width=width) as mine, shop.looking() as theirs:
        for page, days in ((mine, "11"), (theirs, "22")):
            page.goto(f"{path}/edit")
            page.fill("[name='c.0.0.q']", days)
        press(theirs, WORDS["en"]["save"])
        theirs.wait_for_url("**done=saved")
        press(mine, WORDS[language]["save"])
        # Its page is read first: no key that is still down answers it.
        assert mine.locator("main:focus").count() == 1
        both = [plain(text) for text in mine.locator(".conflict .version").all_inner_texts()]
        assert len(both) == 2 and "22" in both[0] and "ada@example.com" in both[0] and "11" in both[1], both
        assert mine.evaluate("document.documentElement.scrollWidth") <= width
        assert not keeping_out(mine)
        # Going on shows what was typed; saving it then is what was chosen.
        mine.click("main button.quiet")
        assert mine.input_value("[name='c.0.0.q']") == "11"
        press(mine, WORDS[language]["save"])
        mine.wait_for_url("**done=saved")
        funnel = shop.ask(f"/api{path}")["attributes"]["definition"]["condition_groups"][0]["conditions"][0]
        assert funnel["timeframe_filter"]["quantity"] == 11
