"""Consent and suppression: who may be written to, by which channel, since when, and with what proof."""
from datetime import datetime, timedelta, timezone

import pytest

from conftest import all_pages, answered, completed, eventually, refused
from operations import UNKNOWN
from RunningServer.documents import instant, parsed, profile, subscription, suppression


@pytest.fixture
def new_list(klaviyo):
    """Makes an empty list; who joins it need not confirm."""
    attributes = {"name": "Newsletter", "opt_in_process": "single_opt_in"}
    return lambda: klaviyo.Lists.create_list({"data": {"type": "list", "attributes": attributes}}).data.id


def person(klaviyo, email):
    """Somebody with consent and all; None if there is nobody."""
    found = klaviyo.Profiles.get_profiles(filter=f'equals(email,"{email}")', additional_fields_profile=["subscriptions"]).data
    return found[0] if found else None


def marketing(klaviyo, email):
    found = person(klaviyo, email)
    return found.attributes.subscriptions.email.marketing if found else None


def consents(klaviyo, email, word):
    """Waits until the consent to marketing mail is this, and gives it."""
    def asked():
        state = marketing(klaviyo, email)
        return state if state and state.consent == word else None
    return eventually(asked)


class TestSubscribing:
    def test_somebody_new_subscribes_to_a_list(self, klaviyo, new_email, new_list):
        email, target = new_email(), new_list()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=target, custom_source="Fair in Lyon"))
        state = consents(klaviyo, email, "SUBSCRIBED")
        assert state.can_receive_email_marketing is True
        assert abs(parsed(state.consent_timestamp) - datetime.now(timezone.utc)) < timedelta(minutes=5)
        assert state.method and "Fair in Lyon" in (state.custom_method_detail or state.method_detail)
        assert [item.id for item in klaviyo.Profiles.get_list_ids_for_profile(person(klaviyo, email).id).data] == [target]

    def test_consent_given_earlier_keeps_its_time(self, klaviyo, new_email, new_list):
        email, then = new_email(), datetime(2023, 5, 6, 7, 8, 9, tzinfo=timezone.utc)
        row = {"email": email, "subscriptions": {"email": {"marketing": {"consent": "SUBSCRIBED", "consented_at": instant(then)}}}}
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([row], list=new_list(), historical_import=True))
        assert parsed(consents(klaviyo, email, "SUBSCRIBED").consent_timestamp) == then

    def test_a_historical_import_needs_a_time_in_the_past(self, klaviyo, new_email):
        later = instant(datetime.now(timezone.utc) + timedelta(days=2))
        for marketing_consent in ({"consent": "SUBSCRIBED"}, {"consent": "SUBSCRIBED", "consented_at": later}):
            row = {"email": new_email(), "subscriptions": {"email": {"marketing": marketing_consent}}}
            with refused(400):
                klaviyo.Profiles.bulk_subscribe_profiles(subscription([row], historical_import=True))

    def test_a_list_with_double_opt_in_waits_for_the_confirmation(self, klaviyo, new_email):
        attributes = {"name": "Careful", "opt_in_process": "double_opt_in"}
        target = klaviyo.Lists.create_list({"data": {"type": "list", "attributes": attributes}}).data.id
        email = new_email()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=target))
        eventually(lambda: person(klaviyo, email))
        assert marketing(klaviyo, email).consent != "SUBSCRIBED"

    def test_by_text_message(self, klaviyo, new_list):
        number = "+33612345678"
        row = {"phone_number": number, "subscriptions": {"sms": {"marketing": {"consent": "SUBSCRIBED"}}}}
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([row], list=new_list()))

        def state():
            found = klaviyo.Profiles.get_profiles(filter=f'equals(phone_number,"{number}")', additional_fields_profile=["subscriptions"]).data
            return found and found[0].attributes.subscriptions.sms.marketing
        assert eventually(state).consent == "SUBSCRIBED"
        assert state().can_receive_sms_marketing is True

    def test_a_thousand_but_no_more(self, klaviyo, http, new_list):
        people = [{"email": f"sub{n}@bulk.example.com"} for n in range(1001)]
        klaviyo.Profiles.bulk_subscribe_profiles(subscription(people[:1000], list=new_list()))
        consents(klaviyo, "sub999@bulk.example.com", "SUBSCRIBED")
        answered(http.post("/api/profile-subscription-bulk-create-jobs", subscription(people)), 400, pointer="/data/attributes/profiles/data")

    def test_what_is_refused(self, klaviyo, http, new_email):
        with refused(404):
            klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": new_email()}], list=UNKNOWN))
        with refused(400) as error:
            klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": "not an address"}]))
        assert error.errors[0]["source"]["pointer"] == "/data/attributes/profiles/data/0/attributes/email"
        row = {"email": new_email(), "subscriptions": {"email": {"marketing": {"consent": "PERHAPS"}}}}
        answered(http.post("/api/profile-subscription-bulk-create-jobs", subscription([row])), 400)


class TestUnsubscribing:
    def test_from_everything(self, klaviyo, new_email, new_list):
        email = new_email()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=new_list()))
        consents(klaviyo, email, "SUBSCRIBED")
        klaviyo.Profiles.bulk_unsubscribe_profiles(subscription([{"email": email}], end=True))
        assert consents(klaviyo, email, "UNSUBSCRIBED").can_receive_email_marketing is False

    def test_subscribing_again_lifts_it(self, klaviyo, new_email, new_list):
        email, target = new_email(), new_list()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=target))
        consents(klaviyo, email, "SUBSCRIBED")
        klaviyo.Profiles.bulk_unsubscribe_profiles(subscription([{"email": email}], end=True))
        consents(klaviyo, email, "UNSUBSCRIBED")
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=target))
        assert consents(klaviyo, email, "SUBSCRIBED").can_receive_email_marketing is True

    def test_from_one_list(self, klaviyo, new_email, new_list):
        email, target = new_email(), new_list()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=target))
        consents(klaviyo, email, "SUBSCRIBED")
        klaviyo.Profiles.bulk_unsubscribe_profiles(subscription([{"email": email}], list=target, end=True))
        eventually(lambda: klaviyo.Profiles.get_list_ids_for_profile(person(klaviyo, email).id).data == [])

    def test_a_hundred_but_no_more(self, http, klaviyo):
        people = [{"email": f"unsub{n}@bulk.example.com"} for n in range(101)]
        klaviyo.Profiles.bulk_unsubscribe_profiles(subscription(people[:100], end=True))
        answered(http.post("/api/profile-subscription-bulk-delete-jobs", subscription(people, end=True)), 400, pointer="/data/attributes/profiles/data")


class TestSuppressing:
    def test_a_suppressed_address_gets_nothing_until_it_is_lifted(self, klaviyo, new_email, new_list):
        email = new_email()
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email}], list=new_list()))
        consents(klaviyo, email, "SUBSCRIBED")
        id = klaviyo.Profiles.bulk_suppress_profiles(suppression([email])).data.id
        job = completed(klaviyo.Profiles.get_bulk_suppress_profiles_job, id)
        assert (job.total_count, job.completed_count, job.skipped_count) == (1, 1, 0)
        state = marketing(klaviyo, email)
        assert state.can_receive_email_marketing is False and state.consent == "SUBSCRIBED"
        assert [mark.reason for mark in state.suppression] == ["USER_SUPPRESSED"]

        reason = 'equals(subscriptions.email.marketing.suppression.reason,"USER_SUPPRESSED")'
        hour_ago = instant(datetime.now(timezone.utc) - timedelta(hours=1))
        since = f"greater-than(subscriptions.email.marketing.suppression.timestamp,{hour_ago})"
        for filter in (reason, since):
            found = all_pages(klaviyo.Profiles.get_profiles, filter=filter, sort="-subscriptions.email.marketing.suppression.timestamp")
            assert email in {item.attributes.email for item in found}, filter

        id = klaviyo.Profiles.bulk_unsuppress_profiles(suppression([email], lift=True)).data.id
        assert completed(klaviyo.Profiles.get_bulk_unsuppress_profiles_job, id).completed_count == 1
        state = marketing(klaviyo, email)
        assert state.can_receive_email_marketing is True and not state.suppression

    def test_somebody_unknown_is_remembered_as_suppressed(self, klaviyo, new_email):
        email = new_email()
        completed(klaviyo.Profiles.get_bulk_suppress_profiles_job, klaviyo.Profiles.bulk_suppress_profiles(suppression([email])).data.id)
        assert marketing(klaviyo, email).can_receive_email_marketing is False

    def test_a_whole_list(self, klaviyo, new_email, new_list):
        target, emails = new_list(), [new_email() for _ in range(3)]
        klaviyo.Profiles.bulk_subscribe_profiles(subscription([{"email": email} for email in emails], list=target))
        for email in emails:
            consents(klaviyo, email, "SUBSCRIBED")
        id = klaviyo.Profiles.bulk_suppress_profiles(suppression(list=target)).data.id
        assert completed(klaviyo.Profiles.get_bulk_suppress_profiles_job, id).completed_count == 3
        assert all(marketing(klaviyo, email).can_receive_email_marketing is False for email in emails)
        assert [job.id for job in klaviyo.Profiles.get_bulk_suppress_profiles_jobs(filter=f'equals(list_id,"{target}")').data] == [id]
        id = klaviyo.Profiles.bulk_unsuppress_profiles(suppression(list=target, lift=True)).data.id
        assert completed(klaviyo.Profiles.get_bulk_unsuppress_profiles_job, id).completed_count == 3

    def test_jobs_are_listed(self, klaviyo, new_email):
        made = klaviyo.Profiles.bulk_suppress_profiles(suppression([new_email()])).data.id
        completed(klaviyo.Profiles.get_bulk_suppress_profiles_job, made)
        lifted = klaviyo.Profiles.bulk_unsuppress_profiles(suppression([new_email()], lift=True)).data.id
        completed(klaviyo.Profiles.get_bulk_unsuppress_profiles_job, lifted)
        for call, id in ((klaviyo.Profiles.get_bulk_suppress_profiles_jobs, made), (klaviyo.Profiles.get_bulk_unsuppress_profiles_jobs, lifted)):
            assert call(filter='equals(status,"complete")', sort="-created").data[0].id == id

    def test_a_hundred_addresses_but_no_more(self, klaviyo, http):
        emails = [f"supp{n}@bulk.example.com" for n in range(101)]
        klaviyo.Profiles.bulk_suppress_profiles(suppression(emails[:100]))
        for kind in ("create", "delete"):
            document = suppression(emails, lift=kind == "delete")
            answered(http.post(f"/api/profile-suppression-bulk-{kind}-jobs", document), 400, pointer="/data/attributes/profiles/data")

    def test_what_is_refused(self, klaviyo, http):
        with refused(404):
            klaviyo.Profiles.bulk_suppress_profiles(suppression(list=UNKNOWN))
        with refused(400):
            klaviyo.Profiles.bulk_suppress_profiles(suppression(["not an address"]))
        answered(http.post("/api/profile-suppression-bulk-create-jobs", suppression()), 400)


def test_whoever_was_never_asked_has_never_subscribed(klaviyo, new_email):
    """`can_receive_email_marketing` only says that nothing forbids it, as in Klaviyo's API; `consent` says whether somebody agreed."""
    email = new_email()
    klaviyo.Profiles.create_profile(profile(email=email))
    state = marketing(klaviyo, email)
    assert (state.consent, state.can_receive_email_marketing) == ("NEVER_SUBSCRIBED", True)
