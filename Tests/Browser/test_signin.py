"""Signing in: by mouse, by keyboard alone, without scripts; choosing a password, setting up codes, a lost telephone."""

import re

import pytest

from conftest import PASSWORD, look, one_time_code, paraaf


@pytest.fixture
def invited(data, site):
    """`invited(role)`: the link of somebody who has no password yet, and their address."""
    count = [0]

    def invite(role, name="Nora Nieuw"):
        count[0] += 1
        mail = f"nieuw.{role}.{count[0]}.{id(count)}@voorbeeld.nl"
        link = paraaf(
            "user", "add", "--name", name, "--mail", mail, "--role", role, "--function", "Functie", "--address", site,
            data=data).strip()
        return link, mail

    return invite


def sign_in(page, mail, password=PASSWORD):
    page.get_by_label("E-mailadres").fill(mail)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Inloggen").click()


def set_up_codes(page):
    """Types the key as a person would who cannot scan; gives it back."""
    key = page.locator(".key code").inner_text().replace(" ", "")
    page.get_by_label("Code", exact=True).fill(one_time_code(key))
    page.get_by_role("button", name="Code controleren").click()
    return key


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_somebody_new_chooses_a_password_sets_up_codes_and_comes_back(open_browser, invited, scripts):
    link, mail = invited("secretary")
    page = open_browser(scripts=scripts)
    page.goto(link)
    if scripts:
        look(page, "wachtwoord-kiezen")
    page.get_by_label("Nieuw wachtwoord").fill("Wachtwoord2026")
    page.get_by_role("button", name="Wachtwoord bewaren").click()
    assert "‘wachtwoord’" in page.get_by_role("alert").inner_text()
    if scripts:
        look(page, "wachtwoord-geweigerd")
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Wachtwoord bewaren").click()
    assert "code-instellen" in page.url
    assert "Uw wachtwoord is bewaard" in page.get_by_role("status").inner_text()
    if scripts:
        look(page, "code-instellen")
    key = set_up_codes(page)
    codes = page.locator(".recovery-codes code").all_inner_texts()
    assert len(set(codes)) == 10
    if scripts:
        look(page, "herstelcodes")
    page.get_by_role("link", name="Ik heb de codes bewaard, ga verder").click()
    assert "Nora Nieuw" in page.locator("header").inner_text()
    page.get_by_role("button", name="Uitloggen").click()
    assert "U bent uitgelogd" in page.get_by_role("status").inner_text()

    page.get_by_role("navigation", name="Site").get_by_role("link", name="Inloggen").click()
    if scripts:
        look(page, "inloggen")
    sign_in(page, mail, "iets heel anders")
    assert "horen niet bij elkaar" in page.get_by_role("alert").inner_text()
    if scripts:
        look(page, "inloggen-geweigerd")
    sign_in(page, mail)
    if scripts:
        look(page, "inloggen-code")
    page.get_by_label("Code", exact=True).fill(one_time_code(key, steps=1))
    page.get_by_role("button", name="Inloggen").click()
    assert "Nora Nieuw" in page.locator("header").inner_text()

    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/inloggen")
    sign_in(page, mail)
    page.get_by_role("link", name="Ik heb mijn telefoon niet bij me").click()
    if scripts:
        look(page, "inloggen-herstelcode")
    page.get_by_label("Herstelcode").fill(codes[0])
    page.get_by_role("button", name="Inloggen").click()
    assert "over: 9." in page.get_by_role("status").inner_text()


def test_signing_in_by_keyboard_alone(open_browser, person):
    someone = person("drafter", name="Toon Toetsen")
    page = open_browser()
    page.goto("/inloggen")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "veld-mail":
            break
    page.keyboard.type(someone.mail)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("^(?!.*inloggen)"))
    assert "Toon Toetsen" in page.locator("header").inner_text()


def test_a_password_can_be_looked_at_while_it_is_typed(page):
    page.goto("/inloggen")
    field = page.get_by_label("Wachtwoord", exact=True)
    field.fill("geheim woord")
    page.get_by_role("button", name="Toon wachtwoord").click()
    assert field.get_attribute("type") == "text"
    page.get_by_role("button", name="Verberg wachtwoord").click()
    assert field.get_attribute("type") == "password"


def test_a_used_link_says_so(open_browser, invited):
    link, _ = invited("drafter")
    page = open_browser()
    page.goto(link)
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Wachtwoord bewaren").click()
    assert page.goto(link).status == 404
    assert "werkt niet meer" in page.locator("h1").inner_text()
    look(page, "link-verlopen")
    page.expected.add(404)


def test_who_was_going_somewhere_gets_there(open_browser, person):
    someone = person("drafter", name="Toon Toetsen")
    page = open_browser()
    page.goto("/plannen/bestaat-niet")
    assert "/inloggen" in page.url
    sign_in(page, someone.mail)
    assert page.url.endswith("/plannen/bestaat-niet")
    page.expected.add(404)
