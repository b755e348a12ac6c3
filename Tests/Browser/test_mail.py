"""Mail to those who sign in: invitations and forgotten passwords, taken by a mail server of Python's and read by Python's own parser."""
import email
import email.policy
import re
import time
import urllib.request
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from RunningServer.process import RunningServer, free_port
from shop import LOCALES, OWNER, link

FROM = "Brume & Żółw <shop@example.com>"


class Mailbox:
    """Keeps what comes; refuses where it is told to."""

    def __init__(self):
        self.mails, self.refuses, self.logins = [], False, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append(SimpleNamespace(to=envelope.rcpt_tos, sender=envelope.mail_from, mail=mail, raw=envelope.content, text=mail.get_content()))
        return "250 taken"

    def enter(self, server, session, envelope, mechanism, data):
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"pa:ss@w/rd")

    def wait(self, count, patience_s=20):
        end = time.monotonic() + patience_s
        while len(self.mails) < count and time.monotonic() < end:
            time.sleep(0.05)
        assert len(self.mails) == count, [mail.to for mail in self.mails]
        return self.mails[-1]


class ShopWithMail:
    def __init__(self, folder, browser, host="localhost", user="", password=""):
        self.browser, self.mailbox, port = browser, Mailbox(), free_port()
        asks = {"authenticator": self.mailbox.enter, "auth_required": True, "auth_require_tls": False} if password else {}
        listens = "127.0.0.1" if host == "localhost" else host
        self.mail_server = Controller(self.mailbox, hostname=listens, port=port, **asks)
        self.mail_server.start()
        self.server = RunningServer(folder)
        self.server.environment |= {
            "PERENNIAL_MAIL_SERVER": f"smtp://{user}{host}:{port}", "PERENNIAL_MAIL_FROM": FROM, "PERENNIAL_MAIL_PASSWORD": password,
            "PERENNIAL_PUBLIC_URL": self.server.url,
        }
        self.server.start()
        self.state = None

    @contextmanager
    def looking(self, language="en", signed_in=True):
        context = self.browser.new_context(
            base_url=self.server.url, locale=LOCALES[language], storage_state=self.state if signed_in else None, java_script_enabled=False)
        try:
            yield context.new_page()
        finally:
            context.close()

    def set_password(self, page, path, password, **fields):
        page.goto(path)
        for name, value in {**fields, "password": password, "password_again": password}.items():
            page.fill(f"[name={name}]", value)
        page.click("main button")

    def sign_up(self):
        with self.looking(signed_in=False) as page:
            self.set_password(page, link(self.server.log(), "first-owner"), OWNER.password, name=OWNER.name, email=OWNER.email)
            self.state = page.context.storage_state()

    def sign_in(self, page, email, password):
        page.goto("/sign-in")
        page.fill("[name=email]", email)
        page.fill("[name=password]", password)
        page.click("main button")
        return "/sign-in" not in page.url

    def invite(self, page, email, name="Bob"):
        page.goto("/settings/people")
        page.fill("[name=name]", name)
        page.fill("[name=email]", email)
        page.select_option("[name=role]", "analyst")
        page.click("#invite button")

    def ask(self, page, email):
        page.goto("/sign-in")
        page.click("main .links a")
        page.fill("[name=email]", email)
        page.click("main button")
        return page.inner_text("main")

    def close(self):
        self.server.close()
        self.mail_server.stop()


@pytest.fixture(scope="module")
def post(shop, tmp_path_factory):
    own = ShopWithMail(tmp_path_factory.mktemp("mail") / "data", shop.browser)
    try:
        own.sign_up()
        yield own
    finally:
        own.close()


def the_link(post, mail):
    """The only address in a mail."""
    found = re.findall(r"https?://\S+", mail.text)
    assert len(found) == 1 and found[0].startswith(post.server.url + "/set-password/")
    return found[0]


@pytest.mark.parametrize("language, subject", [("en", "you are let in"), ("fr", "un accès pour vous"), ("pl", "dostęp dla Ciebie")])
def test_an_invitation_in_the_language_of_whoever_invites(post, language, subject):
    address, before = f"bob.{language}@example.com", len(post.mailbox.mails)
    with post.looking(language) as page:
        post.invite(page, address, name="Bożena, \"Bob\" <b>")
        assert address in page.inner_text("[role=status]")
        assert "/set-password/" not in page.content()
    mail = post.mailbox.wait(before + 1)
    assert mail.to == [address] and mail.sender == "shop@example.com"
    assert str(mail.mail["From"].addresses[0].display_name) == "Brume & Żółw" and mail.mail["From"].addresses[0].addr_spec == "shop@example.com"
    assert mail.mail["To"].addresses[0].addr_spec == address and len(mail.mail["To"].addresses) == 1
    assert mail.mail["Subject"].endswith(subject) and mail.mail["Auto-Submitted"] == "auto-generated"
    assert abs(mail.mail["Date"].datetime.timestamp() - time.time()) < 60 and not mail.mail.defects
    assert all(len(line) <= 76 for line in mail.raw.split(b"\r\n"))
    assert OWNER.name in mail.text
    with post.looking(language, signed_in=False) as page:
        post.set_password(page, the_link(post, mail), "seven green umbrellas")
        assert page.url.rstrip("/") == post.server.url
        page.context.clear_cookies()
        assert post.sign_in(page, address, "seven green umbrellas")
    with post.looking(signed_in=False) as page:
        page.goto(the_link(post, mail))
        assert "no longer works" in page.inner_text("h1")


def test_a_forgotten_password(post):
    with post.looking() as page:
        before = len(post.mailbox.mails)
        post.invite(page, "cleo@example.com")
        invited = the_link(post, post.mailbox.wait(before + 1))
    with post.looking(signed_in=False) as page:
        post.set_password(page, invited, "seven green umbrellas")
        elsewhere = page.context.storage_state()
    with post.looking("fr", signed_in=False) as page:
        said = post.ask(page, "cleo@example.com")
        first = post.mailbox.wait(before + 2)
        # Nobody learns from the answer who has an account.
        assert post.ask(page, "nobody@example.com") == said
        post.ask(page, " Cleo@Example.com ")
        second = post.mailbox.wait(before + 3)
        assert {mail.to[0] for mail in (first, second)} == {"cleo@example.com"} and "mot de passe" in second.mail["Subject"]
        # Asking alone changes nothing: whoever asked may be somebody else.
        assert post.sign_in(page, "cleo@example.com", "seven green umbrellas")
    with post.looking(signed_in=False) as page:
        post.set_password(page, the_link(post, second), "eight yellow umbrellas")
        assert page.url.rstrip("/") == post.server.url
        page.context.clear_cookies()
        assert not post.sign_in(page, "cleo@example.com", "seven green umbrellas")
        assert post.sign_in(page, "cleo@example.com", "eight yellow umbrellas")
        # The other link ended with the password of its time, and so did every session.
        page.goto(the_link(post, first))
        assert "no longer works" in page.inner_text("h1")
    context = post.browser.new_context(base_url=post.server.url, storage_state=elsewhere)
    page = context.new_page()
    page.goto("/")
    assert "/sign-in" in page.url
    context.close()
    with post.looking() as page:
        page.goto("/activity?kind=access")
        assert page.inner_text("main").count("A link for a new password was asked for") >= 2


def test_a_mailbox_is_not_filled(post):
    with post.looking() as page:
        before = len(post.mailbox.mails)
        post.invite(page, "dora@example.com")
        post.mailbox.wait(before + 1)
    with post.looking(signed_in=False) as page:
        said = {post.ask(page, "dora@example.com") for _ in range(4)}
        assert len(said) == 1
        post.mailbox.wait(before + 4)
        time.sleep(0.5)
        assert len(post.mailbox.mails) == before + 4
        # Ten in all from one place within the hour; then it waits, and is told so.
        for _ in range(10):
            last = post.ask(page, "dora@example.com")
        assert "minutes" in last
        assert len(post.mailbox.mails) == before + 4


def test_links_lead_where_the_owner_said_not_where_a_request_says(post):
    with post.looking() as page:
        page.goto("/settings/people")
        token = page.get_attribute("#invite [name=csrf_token]", "value")
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
        before = len(post.mailbox.mails)
        body = f"csrf_token={token}&name=Eve&email=eve%40example.com&role=analyst".encode()
        request = urllib.request.Request(post.server.url + "/settings/people", data=body, headers={
            "Host": "evil.example", "X-Forwarded-Host": "evil.example", "Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"})
        urllib.request.build_opener(urllib.request.HTTPRedirectHandler).open(request, timeout=30).read()
        assert "evil" not in the_link(post, post.mailbox.wait(before + 1))


def test_what_cannot_be_sent_is_shown_instead(post):
    post.mailbox.refuses = True
    try:
        with post.looking() as page:
            post.invite(page, "fred@example.com")
            assert "could not be sent" in page.inner_text("main") and "/set-password/" in page.inner_text(".secret")
            assert "no such mailbox" in post.server.log(500_000) or "550" in post.server.log(500_000)
            assert "once_" not in post.server.log(500_000).split("first-owner/once_", 1)[-1]
    finally:
        post.mailbox.refuses = False


def test_a_user_and_a_password_for_the_mail_server(shop, tmp_path):
    own = ShopWithMail(tmp_path / "data", shop.browser, user="post%40example.com@", password="pa:ss@w/rd")
    try:
        own.sign_up()
        with own.looking() as page:
            own.invite(page, "gil@example.com")
            assert "gil@example.com" in page.inner_text("[role=status]")
        assert own.mailbox.wait(1).to == ["gil@example.com"] and own.mailbox.logins == [(b"post@example.com", b"pa:ss@w/rd")]
        assert "pa:ss" not in own.server.log()
    finally:
        own.close()


def test_nothing_is_sent_unencrypted_to_another_machine(shop, tmp_path):
    """127.0.0.2 stands for one: it offers no STARTTLS."""
    own = ShopWithMail(tmp_path / "data", shop.browser, host="127.0.0.2")
    try:
        own.sign_up()
        with own.looking() as page:
            own.invite(page, "hal@example.com")
            assert "could not be sent" in page.inner_text("main")
        assert own.mailbox.mails == [] and "STARTTLS" in own.server.log()
    finally:
        own.close()


def test_without_mail_it_is_said_who_helps(shop):
    with shop.looking(signed_in=False, script=False) as page:
        page.goto("/sign-in")
        page.click("main .links a")
        assert "perennial user reset-password" in page.inner_text("main") and page.locator("main form").count() == 0
