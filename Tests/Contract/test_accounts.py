"""Accounts: there is one, and it says what a client needs to know."""
from zoneinfo import ZoneInfo

from conftest import refused


def test_the_account_names_zone_currency_and_public_key(klaviyo):
    accounts = klaviyo.Accounts.get_accounts().data
    assert len(accounts) == 1
    account = accounts[0].attributes
    assert ZoneInfo(account.timezone)
    assert len(account.preferred_currency) == 3
    assert account.public_api_key
    assert account.test_account is False


def test_the_account_by_its_id(klaviyo):
    account = klaviyo.Accounts.get_accounts().data[0]
    assert klaviyo.Accounts.get_account(account.id).data.attributes == account.attributes
    assert account.links.var_self.endswith(f"/api/accounts/{account.id}")


def test_only_the_fields_asked_for(klaviyo):
    account = klaviyo.Accounts.get_accounts(fields_account=["timezone"])["data"][0]
    assert set(account["attributes"]) == {"timezone"}


def test_a_field_that_does_not_exist_is_named(klaviyo):
    with refused(400, parameter="fields[account]"):
        klaviyo.Accounts.get_accounts(fields_account=["shoe_size"])
