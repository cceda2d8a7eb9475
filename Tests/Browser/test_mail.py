"""Mail: the administrator sets the server, tries it out, and the message arrives."""

import email
import email.policy
import socket

import pytest
from aiosmtpd.controller import Controller

from conftest import look


class Letterbox:
    """Keeps what the server was handed; says no to one reader."""

    def __init__(self):
        self.messages = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("onbekend"):
            return "550 5.1.1 Deze lezer is hier niet"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.messages.append((envelope.rcpt_tos, message))
        return "250 Aangenomen"

    def to(self, address):
        return [message for readers, message in self.messages if address in readers]


@pytest.fixture
def server():
    letterbox = Letterbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(letterbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield port, letterbox
    controller.stop()


def press(page, name):
    page.get_by_role("button", name=name).press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_server_is_set_tried_and_taken_away(signed_in, server, scripts):
    port, letterbox = server
    page = signed_in("admin", scripts=scripts)

    def see(name):
        if scripts:
            look(page, name)

    page.goto("/")
    page.get_by_role("link", name="Beheer", exact=True).click()
    page.get_by_role("link", name="Mailinstellingen").click()
    assert "nog geen mailinstellingen" in page.locator("main").inner_text()
    see("beheer-mail-leeg")
    page.get_by_role("link", name="Uitgaande post").first.click()
    see("beheer-post")
    page.go_back()

    page.get_by_label("Mailserver", exact=True).fill("127.0.0.1")
    page.get_by_label("Poort", exact=True).fill("0")
    page.get_by_label("Geen; alleen").check()
    page.get_by_label("E-mailadres van de afzender").fill("plannen@voorbeeld.nl")
    press(page, "Instellingen bewaren")
    assert "href=\"#veld-poort\"" in page.content()
    see("beheer-mail-fout")
    page.get_by_label("Poort", exact=True).fill(str(port))
    press(page, "Instellingen bewaren")
    assert page.get_by_role("status").first.is_visible()
    see("beheer-mail")

    page.get_by_label("Naar welk adres?").fill("onbekend@voorbeeld.nl")
    press(page, "Stuur een proefmail")
    assert "Deze lezer is hier niet" in page.get_by_role("alert").inner_text()
    see("beheer-mail-geweigerd")
    page.get_by_label("Naar welk adres?").fill("noor@voorbeeld.nl")
    press(page, "Stuur een proefmail")
    assert "noor@voorbeeld.nl" in page.get_by_role("status").first.inner_text()
    see("beheer-mail-gelukt")
    [message] = letterbox.to("noor@voorbeeld.nl")
    assert "plannen@voorbeeld.nl" in message["From"] and message["Subject"]
    assert "/beheer" not in message.get_content() and len(message.get_content()) > 40

    press(page, "Instellingen verwijderen")
    assert "nog geen mailinstellingen" in page.locator("main").inner_text()
