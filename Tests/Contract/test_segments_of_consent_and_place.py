"""Segments by how consent was given, and by how far somebody lives from a postal code: live, and after a rebuild."""
import time

import pytest

from conftest import answered, eventually, sdk_for
from RunningServer.documents import profile, reference, subscription
from RunningServer.http_client import HTTPClient
from RunningServer.process import RunningServer, run
from test_segments import body, definition, until

# Rows as GeoNames has them: the Louvre, Versailles, Marseille.
PLACES = ("FR\t75001\tParis 01\tIle-de-France\t11\tParis\t75\tParis\t751\t48.8592\t2.3417\t5\n"
          "FR\t78000\tVersailles\tIle-de-France\t11\tYvelines\t78\tVersailles\t784\t48.8036\t2.1342\t5\n"
          "FR\t13001\tMarseille 01\tPACA\t93\tBouches\t13\tMarseille\t133\t43.2999\t5.3826\t5\n")


class Shop:
    def __init__(self, folder):
        self.server = RunningServer(folder)
        self.server.full_key = self.server.create_key()
        (folder.parent / "FR.txt").write_text(PLACES)
        run("places", "load", folder.parent / "FR.txt", "--data", folder, check=True)
        self.start()

    def start(self):
        self.server.start()
        self.klaviyo = sdk_for(self.server, self.server.full_key)
        self.http = HTTPClient(self.server.port, self.server.full_key)

    def make(self, name, *groups):
        id = self.klaviyo.Segments.create_segment(body(name=name, definition=definition(*groups))).data.id
        until(lambda: not self.klaviyo.Segments.get_segment(id).data.attributes.is_processing)
        return id

    def members(self, id):
        return {item["attributes"]["email"] for item in self.http.pages(f"/api/segments/{id}/profiles", **{"page[size]": 100})}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("consent") / "data")
    yield made
    made.server.close()


def said(*filters, subscription="subscribed", can_receive=True):
    return {"type": "profile-marketing-consent", "consent": {
        "channel": "email", "can_receive_marketing": can_receive, "consent_status": {"subscription": subscription, "filters": list(filters)}}}


def source(text):
    return {"field": "custom_source", "filter": {"type": "string", "operator": "equals", "value": text}}


def double_opt_in(value):
    return {"field": "is_double_opt_in", "filter": {"type": "boolean", "operator": "equals", "value": value}}


def by(method, *among):
    return {"field": "method", "method": method, **({"filter": {"type": "string", "operator": "in", "value": list(among)}} if among else {})}


def near(code, operator, value, unit="kilometers", country="FR"):
    return {"type": "profile-postal-code-distance", "country_code": country, "postal_code": code, "unit": unit,
            "filter": {"type": "numeric", "operator": operator, "value": value}}


def test_by_its_source_live(shop, new_email):
    fair, shop_window = shop.make("At the fair", said(source("Fair"))), shop.make("In the shop", said(source("Shop window")))
    email = new_email("source")
    shop.klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], custom_source="Fair"))
    until(lambda: email in shop.members(fair))
    assert email not in shop.members(shop_window)
    # What was said last counts.
    shop.klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], custom_source="Shop window"))
    until(lambda: email in shop.members(shop_window))
    assert email not in shop.members(fair)


def test_by_method_and_confirmation_live(shop, new_email):
    api, form, confirmed, single = (shop.make(str(filter), said(filter)) for filter in (by("api"), by("form"), double_opt_in(True), double_opt_in(False)))
    email = new_email("confirms")
    asked = shop.klaviyo.Lists.create_list({"data": {"type": "list", "attributes": {"name": "Confirms", "opt_in_process": "double_opt_in"}}}).data.id
    shop.klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=asked))
    confirmation = {"data": {"type": "subscription-confirmation", "attributes": {"profile": profile(email=email)},
                             "relationships": {"list": {"data": reference("list", asked)}}}}
    eventually(lambda: shop.http.post("/api/perennial/subscription-confirmations", confirmation).status == 204)
    until(lambda: email in shop.members(confirmed) and email in shop.members(api))
    at_once = new_email("at-once")
    shop.klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": at_once}]))
    until(lambda: at_once in shop.members(single))
    assert at_once not in shop.members(confirmed) and email not in shop.members(single)
    assert not shop.members(form)


def test_by_the_name_of_the_key_and_of_who_left(shop, new_email):
    named, other = shop.make("By this key", said(by("api", "API"))), shop.make("By another", said(by("api", "Other key")))
    left = shop.make("Left by the API", said(by("api"), subscription="unsubscribed", can_receive=False))
    email = new_email("named")
    shop.klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}]))
    until(lambda: email in shop.members(named))
    assert not shop.members(other)
    shop.klaviyo.Profiles.bulk_unsubscribe_profiles(subscription([{"email": email}], end=True))
    until(lambda: email in shop.members(left) and email not in shop.members(named))


def test_distances_live(shop, new_email):
    close, far = shop.make("Near the Louvre", near("75001", "less-than", 20)), shop.make("Far", near("75001", "greater-than", 100, "miles"))
    email = new_email("moves")
    lives = lambda zip: {"data": {"type": "profile", "attributes": {"email": email, "location": {"country": "France", "zip": zip}}}}
    shop.klaviyo.Profiles.create_or_update_profile(lives("78000"))
    until(lambda: email in shop.members(close))
    shop.klaviyo.Profiles.create_or_update_profile(lives("13001"))
    until(lambda: email in shop.members(far) and email not in shop.members(close))
    shop.klaviyo.Profiles.create_or_update_profile(lives("99999"))
    until(lambda: email not in shop.members(far))


def test_a_code_that_is_not_known_is_refused_with_what_to_do(shop):
    for condition, words in ((near("99999", "less-than", 20), "none of the 3"), (near("00-950", "less-than", 20, country="PL"), "perennial places load")):
        answer = shop.http.post("/api/segments", body(name="x", definition=definition(condition)))
        answered(answer, 400)
        assert words in answer.errors()[0]["detail"]


def test_the_same_after_a_kill_and_a_rebuild(shop):
    everything = lambda: {item["id"]: shop.members(item["id"]) for item in shop.http.pages("/api/segments")}
    before = everything()
    assert sum(map(len, before.values())) > 3
    shop.server.kill()
    run("rebuild", "--data", shop.server.folder, check=True)
    shop.start()
    until(lambda: not any(item["attributes"]["is_processing"] for item in shop.http.pages("/api/segments")))
    time.sleep(0.5)
    assert everything() == before
