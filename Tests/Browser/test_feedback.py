"""Hearing what became of one's input: the office sends, a partner reads and disputes, who wrote a letter follows by a
code."""

import re

import pytest

from conftest import look


def say(page):
    return page.locator(".done").inner_text()


def test_a_partner_reads_what_became_of_their_input_and_keeps_it(guest, demo, tmp_path):
    page = guest("Gerben Tolsma", "groen")
    page.get_by_role("link", name="Waar is mijn inbreng gebleven? Lees alles bij elkaar").click()
    assert page.locator("h1").inner_text() == "Waar is mijn inbreng gebleven?"
    answer = page.locator(".followed").first
    assert "Overgenomen" in answer.inner_text() and "U liet op" in answer.inner_text()
    rows = answer.locator(".was-becomes tbody tr")
    assert "60" in rows.first.locator("td").nth(0).inner_text() and "70" in rows.first.locator("td").nth(1).inner_text()
    look(page, "mijn-inbreng")
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als document").click()
    kept = tmp_path / "mijn-inbreng.html"
    download.value.save_as(kept)
    text = kept.read_text()
    assert "nergens meer een huis in" in text and "<script" not in text
    page.goto(kept.as_uri())
    look(page, "mijn-inbreng-document")


def test_a_dispute_returns_to_the_desk(guest, own_demo):
    page = guest("Trijntje Hofstra", "groen", base_url=own_demo.address)
    page.get_by_role("link", name="Waar is mijn inbreng gebleven? Lees alles bij elkaar").click()
    page.get_by_role("link", name="Laat weten wat u hiervan vindt").first.click()
    look(page, "mijn-inbreng-antwoord")
    page.get_by_label("Ik ben het er niet mee eens").check()
    page.get_by_role("button", name="Verstuur uw antwoord").click()
    assert "niet mee eens bent" in page.locator(".errors").inner_text()
    look(page, "mijn-inbreng-fout")
    page.locator("textarea[name=reden]").fill("De kinderen kiezen nu maar één plek.")
    page.get_by_role("button", name="Verstuur uw antwoord").click()
    assert "is ontvangen" in say(page)
    number = page.locator(".followed h2").first.inner_text().split()[0]
    assert "Betwist" in page.locator(".followed h2").first.inner_text()
    handler = guest("Dewi", base_url=own_demo.address)
    handler.goto(f"/plannen/{own_demo.plans['groen']}/inbreng/{number}")
    assert "maar één plek" in handler.locator("#terugkoppeling + p + ul + blockquote").inner_text()
    look(handler, "inbreng-betwist")


def test_the_office_tells_everybody_once(guest, own_demo):
    page = guest("Hester", base_url=own_demo.address)
    page.goto(f"/plannen/{own_demo.plans['jeugd']}/rondes")
    page.get_by_role("link", name="Partners").first.click()
    page.get_by_role("link", name="Terugkoppeling aan wie iets instuurde").click()
    assert "Van deze inzenders is alles beantwoord" in page.locator("main").inner_text()
    look(page, "terugkoppeling")
    count = page.locator(".recipients").first.locator("li").count()
    page.get_by_role("button", name="Verstuur de mails").click()
    assert f"Aantal: {count}." in say(page)
    assert "Er is nu niemand" in page.locator("main").inner_text()
    look(page, "terugkoppeling-verstuurd")


def submit(page, path):
    """Sends the one form of a page as it stands."""
    page.locator(f"main form[action$='{path}'] button[type=submit]").first.click()


def test_who_gave_a_postal_address_alone_gets_a_letter(guest, own_demo):
    plan = f"/plannen/{own_demo.plans['veiligheid']}"
    handler = guest("Dewi", base_url=own_demo.address)
    handler.goto(f"{plan}/inname")
    handler.get_by_role("link", name="Overlast en verlichting op de Lange Wal").click()
    number = handler.locator(".taken-by").first.inner_text().split()[-1]
    handler.goto(f"{plan}/inbreng/{number}/beoordeling")
    handler.locator("input[name=oordeel]").first.check()
    submit(handler, "/beoordeling")
    handler.goto(f"{plan}/inbreng/{number}/afdoening")
    handler.locator("input[value=voor-kennisgeving]").check()
    handler.locator("textarea[name=reden]").fill("Dit gaat over hoe wij werken. Wij geven het door aan het wijkteam.")
    submit(handler, "/afdoening")
    page = guest("Hester", base_url=own_demo.address)
    page.goto(f"{plan}/inbreng/{number}/vaststelling")
    submit(page, "/vaststelling")
    page.goto(f"{plan}/rondes/inwoners-en-ondernemers/terugkoppeling")
    assert "H. Wierda" in page.locator("main").inner_text()
    look(page, "terugkoppeling-brieven")
    page.get_by_role("button", name="Maak de brieven").click()
    letter = page.locator(".paper-letter")
    assert letter.count() == 1 and "aan het wijkteam" in letter.inner_text()
    look(page, "brief")
    page.emulate_media(media="print")
    assert not page.locator(".screen-only").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_who_wrote_a_letter_follows_by_a_code(guest, own_demo, scripts):
    handler = guest("Dewi", base_url=own_demo.address)
    handler.goto(f"/plannen/{own_demo.plans['veiligheid']}/inname")
    handler.get_by_role("link", name="Overlast en verlichting op de Lange Wal").click()
    handler.get_by_role("button", name="Maak een volgcode").click()
    code = handler.locator(".receipt-code").inner_text()
    assert re.fullmatch(r"([0-9A-Z]{4}-){3}[0-9A-Z]{4}", code)
    look(handler, "volgcode")
    page = guest(scripts=scripts, base_url=own_demo.address)
    page.goto("/volg")
    page.get_by_label("Uw volgcode").fill("AAAA-AAAA-AAAA-AAAA")
    page.get_by_role("button", name="Volg", exact=True).click()
    assert "klopt niet" in page.locator(".errors").inner_text()
    if scripts:
        look(page, "volg-fout")
    page.get_by_label("Uw volgcode").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Volg", exact=True).click()
    assert page.locator(".followed").count() == 1
    assert "H. Wierda" not in page.content()
    if scripts:
        look(page, "volg")
    page.get_by_role("button", name="Stop met volgen op dit apparaat").click()
    assert "U volgt hier niets meer." in say(page)
