"""Taking part: a contact comes in by a personal link, reads what is asked, chooses words, writes, checks, sends, and
hears what became of it; without scripts, by touch and by keyboard alike."""

import re
import sqlite3
from datetime import timedelta

import pytest

from conftest import DESKTOP, look, today
from walk import Walk

PDF = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PROGRAM_FILE = b"MZ\x90\x00" + bytes(60) + b"This program cannot be run in DOS mode."


def person_for(screen, scripts=True):
    """Each run of a journey has a contact of its own, so that nobody finds another's draft."""
    names = {(True, True): "Joris Haanstra", (True, False): "Naomi Bakker", (False, True): "Els Middelkoop",
             (False, False): "Femke de Roos"}
    return names[screen == DESKTOP, scripts]


def until(page, truth):
    """Waits for the page to come to something; by asking, since the site forbids the browser to evaluate text."""
    for _ in range(100):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came to {truth}")


def say(page):
    return page.get_by_role("status").inner_text()


def open_section(page, number=2):
    """Goes from the overview to a section that has a passage to react to."""
    page.locator(".contents-list a").nth(number).click()
    assert page.locator(".react a").count()


def react(page, text, passage=0, kind=None, proposal=None):
    page.locator(".react a").nth(passage).click()
    page.wait_for_url("**passage=**")
    quote = page.get_by_label("Over welke woorden gaat het?").input_value()
    assert quote
    if kind:
        page.get_by_label(kind).check()
    page.locator("textarea[name=tekst]").fill(text)
    if proposal:
        page.locator("textarea[name=voorstel]").fill(proposal)
    page.get_by_role("button", name="Bewaar in uw concept").click()
    assert "bewaard in uw concept" in say(page)
    return quote


def newest_mail(guest, words, **options):
    """The text of the newest mail with these words, as the administrator reads it where no mail server was set."""
    page = guest("Bram Koster", viewport=DESKTOP, **options)
    page.goto("/beheer/post")
    return page.locator("pre", has_text=words).first.text_content()


def invitation_link(guest, **options):
    """The newest link to the plan that was mailed, where it leads and all."""
    words = newest_mail(guest, "Leefbaarheid en Veiligheid 2", **options)
    return re.search(r"Leefbaarheid en Veiligheid 2.*?(https?://[^\s/]+/meedoen/\S+)", words, re.DOTALL).group(1)


# The whole way


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_partner_goes_from_the_link_in_the_mail_to_the_answer(guest, own_demo, scripts):
    def come_in(name=None):
        return Walk(guest(name, scripts=scripts, base_url=own_demo.address), scripts)

    name, mail = "Mirjam Snel", "m.snel@dewaterpoort.example"
    plan = f"/plannen/{own_demo.plans['veiligheid']}"
    office = come_in("Sanne Verbruggen").to(f"{plan}/rondes")
    office.go(office.page.get_by_role("button", name=re.compile(f"(Nodig|Stuur).*{name}")))
    link = invitation_link(guest, base_url=own_demo.address)
    assert link.startswith(own_demo.address), "the mail leads to where the site is"

    partner = come_in().to(link).looks("weg-link").sees(name).press("Ga verder").looks("weg-gevraagd")
    assert partner.page.url.startswith(f"{own_demo.address}{plan}/meedoen")
    partner.sees("U kunt reageren tot en met").follow("1.1 Waarom dit plan").looks("weg-sectie")
    partner.follow(re.compile("^Reageer op deze passage")).looks("weg-reactie")
    quote = partner.page.get_by_label("Over welke woorden gaat het?").input_value()
    partner.write_text("Wij zien dit in onze wijken anders.").press("Bewaar in uw concept").sees("bewaard in uw concept")
    partner.to(f"{plan}/meedoen").follow(re.compile("^Wijzig")).looks("weg-wijzigen")
    partner.page.get_by_label("Bijlage", exact=True).set_input_files(
        {"name": "cijfers.pdf", "mimeType": "application/pdf", "buffer": PDF})
    partner.press("Voeg bijlage toe").sees("De bijlage ‘cijfers.pdf’ is toegevoegd").follow("Controleer en verstuur").looks("weg-controle").sees("cijfers.pdf").sees(quote)
    partner.press("Verstuur").looks("weg-ontvangst").sees("Wij hebben 1 reactie van u ontvangen").sees(mail)
    number = re.search("INB-[0-9]{4}", partner.text()).group()
    receipt = newest_mail(guest, number, base_url=own_demo.address)
    assert f"Beste {name}" in receipt and "anders" not in receipt, "the number, and none of the words"

    # Later: the answer, with a link that was asked for anew.
    come_in("Dewi Tahapary").to(f"{plan}/inbreng/{number}").follow("Doe een voorstel").choose("Niet overgenomen").write(
        "Waarom (niet verplicht)", "De cijfers van de politie gaan voor.").press("Leg het voorstel voor")
    partner.to(f"{plan}/meedoen/inbreng/{number}").looks("weg-in-behandeling")
    assert "De cijfers van de politie" not in partner.text(), "what is merely proposed stays in the house"
    come_in("Sanne Verbruggen").to(f"{plan}/inbreng/{number}").follow("Stel het voorstel vast").press("Stel vast")
    later = come_in().to("/nieuwe-link").looks("weg-nieuwe-link").write("E-mailadres", mail).press("Stuur mij een link")
    later.to(invitation_link(guest, base_url=own_demo.address)).press("Ga verder").follow(number).looks("weg-antwoord")
    later.sees("Niet overgenomen").sees("De cijfers van de politie gaan voor.")


def test_a_personal_link_opens_a_session_until_access_is_ended(guest, demo, screen):
    plan = demo.plans["veiligheid"]
    name, mail = ("Mirjam Snel", "m.snel@dewaterpoort.example") if screen == DESKTOP else (
        "Ahmet Yildiz", "a.yildiz@dewaterpoort.example")
    office = guest("Sanne Verbruggen")
    office.goto(f"/plannen/{plan}/rondes")
    look(office, "rondes-contactpersonen")
    office.get_by_role("button", name=re.compile(f"(Nodig|Stuur).*{name}")).click()
    link = invitation_link(guest)

    page = guest()
    page.goto(link)
    look(page, "persoonlijke-link")
    assert name in page.locator("main").inner_text()
    page.get_by_role("button", name="Ga verder").click()
    assert page.url.endswith(f"/plannen/{plan}/meedoen")
    look(page, "meedoen")
    assert "U kunt reageren tot en met" in page.locator("main").inner_text()
    assert "Herkent u de vijf onderwerpen" in page.locator("main").inner_text()
    open_section(page)
    react(page, "Dit schreef ik de eerste keer.")

    # Another browser, later: the link was used, a new one is asked for by mail, the draft is still there.
    later = guest()
    assert later.goto(link).status == 404
    later.expected.add(404)
    later.get_by_label("E-mailadres").fill(mail)
    later.get_by_role("button", name="Stuur mij een link").click()
    assert "Kijk in uw e-mail" in later.locator("h1").inner_text()
    later.goto(invitation_link(guest))
    later.get_by_role("button", name="Ga verder").click()
    assert "Dit schreef ik de eerste keer." in later.locator("main").inner_text()

    office.goto(f"/plannen/{plan}/rondes")
    office.get_by_role("button", name=re.compile(f"toegang.*{name}")).click()
    for ended in (page, later):
        ended.goto(f"/plannen/{plan}/meedoen")
        assert "Inloggen" in ended.locator("header").inner_text()
        assert "Dit schreef ik de eerste keer." not in ended.content()
        ended.expected.add(404)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_partner_reacts_checks_sends_corrects_and_withdraws(guest, screen, scripts):
    def see(name):
        if scripts:
            look(page, name)

    page = guest(person_for(screen, scripts), "veiligheid", scripts=scripts)
    assert "/meedoen" in page.url
    open_section(page)
    see("meedoen-sectie")
    quote = react(page, "Bij ons is dit anders geregeld.")
    react(page, "Zo is het duidelijker.", passage=1, kind="Tekstvoorstel", proposal="Wij doen dit samen.")
    see("meedoen-sectie-reacties")
    page.get_by_role("link", name="Terug naar het overzicht").click()
    assert quote in page.locator(".quoted").first.inner_text()
    page.get_by_role("link", name="Schrijf een algemene opmerking").click()
    see("meedoen-algemeen")
    page.locator("textarea[name=tekst]").fill("Een goed plan. In de bijlage staan onze cijfers.")
    page.get_by_role("button", name="Bewaar in uw concept").click()
    add_files(page, see)

    page.get_by_role("link", name="Terug naar het overzicht").click()
    see("meedoen-concept")
    page.get_by_role("link", name="Controleer en verstuur").click()
    see("meedoen-controle")
    assert "cijfers.pdf" in page.locator("main").inner_text()
    page.get_by_role("button", name="Verstuur").click()
    assert "Wij hebben 3 reacties van u ontvangen" in page.locator("main").inner_text()
    see("meedoen-ontvangst")
    numbers = page.get_by_role("link", name=re.compile("^INB-[0-9]{4}$")).all_inner_texts()
    assert len(set(numbers)) == 3

    page.get_by_role("link", name=numbers[0]).click()
    see("meedoen-inbreng")
    assert "Bij ons is dit anders geregeld." in page.locator("main").inner_text()
    page.get_by_role("link", name="Wijzig deze inbreng").click()
    page.locator("textarea[name=tekst]").fill("Bij ons is dit net zo geregeld.")
    see("meedoen-inbreng-wijzigen")
    page.get_by_role("button", name="Bewaar de wijziging").click()
    assert f"Inbreng {numbers[0]} is gewijzigd" in say(page)
    assert "Bij ons is dit net zo geregeld." in page.locator("main").inner_text()
    page.get_by_role("link", name="Trek deze inbreng in").click()
    see("meedoen-inbreng-intrekken")
    page.get_by_role("button", name="Trek in").click()
    assert f"Inbreng {numbers[0]} is ingetrokken" in say(page)
    assert page.get_by_role("link", name="Wijzig deze inbreng").count() == 0
    page.get_by_role("link", name="Terug naar het overzicht").click()
    see("meedoen-ingestuurd")
    assert "Er staat nu niets in uw concept." in page.locator("main").inner_text()


def add_files(page, see):
    """A program that calls itself a document is refused, a document is kept and comes back as a file to save."""
    attach = page.get_by_role("button", name="Voeg bijlage toe")
    page.get_by_label("Bijlage", exact=True).set_input_files(
        {"name": "cijfers.pdf", "mimeType": "application/pdf", "buffer": PROGRAM_FILE})
    attach.click()
    assert "cijfers.pdf" in page.get_by_role("alert").inner_text()
    see("meedoen-bijlage-geweigerd")
    page.get_by_label("Bijlage", exact=True).set_input_files(
        {"name": "cijfers.pdf", "mimeType": "application/pdf", "buffer": PDF})
    attach.click()
    assert "De bijlage ‘cijfers.pdf’ is toegevoegd" in say(page)
    see("meedoen-bijlage")
    kept = page.request.get(page.get_by_role("link", name="cijfers.pdf").get_attribute("href"))
    assert kept.headers["content-disposition"].startswith("attachment")
    assert kept.body() == PDF


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_session_that_ended_while_somebody_typed_loses_nothing(guest, demo, scripts):
    page = guest("Carla Rietveld", "veiligheid", scripts=scripts)
    open_section(page)
    page.locator(".react a").first.click()
    page.wait_for_url("**passage=**")
    quote = page.get_by_label("Over welke woorden gaat het?").input_value()
    page.locator("textarea[name=tekst]").fill("Dit typte ik\nop twee regels.")
    page.context.clear_cookies()
    page.expected.add(403)
    page.get_by_role("button", name="Bewaar in uw concept").click()
    assert page.locator("h1").inner_text() == "U bent niet meer ingelogd"
    assert page.get_by_role("link", name="Vraag een nieuwe link aan").count() == 1
    shown = [box.input_value() for box in page.get_by_label("Wat u typte").all()]
    assert shown == [quote, "Dit typte ik\nop twee regels."]
    if scripts:
        look(page, "meedoen-sessie-verlopen")
    # In another tab they come in again; this one sends what it has kept.
    page.context.add_cookies(guest("Carla Rietveld", "veiligheid", scripts=scripts).context.cookies())
    page.get_by_role("button", name="Opnieuw versturen").click()
    if page.get_by_role("button", name="Opnieuw versturen").count():
        page.get_by_role("button", name="Opnieuw versturen").click()
    assert "bewaard in uw concept" in say(page)
    assert "op twee regels." in page.locator(".draft-items, main").first.inner_text()
    assert quote in page.locator(".quoted").last.inner_text()
    page.get_by_role("button", name=re.compile("^Verwijderen")).last.click()


def test_what_was_typed_is_still_there_after_another_passage_was_chosen(guest):
    page = guest("Carla Rietveld", "veiligheid")
    open_section(page)
    words = page.locator("textarea[name=tekst]")
    page.get_by_label("Tekstvoorstel").check()
    words.fill("Dit typte ik eerst.")
    page.locator("textarea[name=voorstel]").fill("En dit stel ik voor.")
    page.locator(".react a").nth(1).click()
    page.wait_for_url("**passage=**")
    assert words.input_value() == "Dit typte ik eerst."
    assert page.get_by_label("Tekstvoorstel").is_checked()
    assert page.locator("textarea[name=voorstel]").input_value() == "En dit stel ik voor."
    assert page.get_by_label("Over welke woorden gaat het?").input_value()
    page.get_by_role("button", name="Bewaar in uw concept").click()
    assert "bewaard in uw concept" in say(page)
    assert words.input_value() == "", "kept is kept"

    # Adding a file does not undo a change that was not kept yet.
    page.get_by_role("link", name=re.compile("^Wijzigen")).last.click()
    words.fill("Dit typte ik daarna.")
    page.get_by_label("Bijlage", exact=True).set_input_files(
        {"name": "cijfers.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_role("button", name="Voeg bijlage toe").click()
    assert "is toegevoegd" in say(page)
    assert words.input_value() == "Dit typte ik daarna."
    page.get_by_role("link", name="Terug zonder te bewaren").click()
    page.get_by_role("link", name=re.compile("^Wijzigen")).last.click()
    assert words.input_value() == "Dit typte ik eerst.", "who goes back without keeping it, meant it"
    page.get_by_role("link", name="Terug naar het overzicht").click()
    page.get_by_role("button", name=re.compile("^Verwijderen")).last.click()


# Choosing words


def words_of_passage(page):
    """A box around the first words of a passage, in the window."""
    block = page.locator(".passage:has(.react) p").first
    block.scroll_into_view_if_needed()
    return block, block.evaluate("""block => {
        const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, node.data.indexOf(" ", 12));
        const box = range.getClientRects()[0];
        return { x: box.left, y: box.top, width: box.width, height: box.height };
    }""")


def keep_selection(page, text):
    until(page, "document.activeElement.name === 'tekst'")
    chosen = page.get_by_label("Over welke woorden gaat het?").input_value()
    page.keyboard.type(text)
    page.get_by_role("button", name="Bewaar in uw concept").click()
    assert "bewaard in uw concept" in say(page)
    assert chosen in page.locator(".quoted").last.inner_text()
    page.get_by_role("button", name=re.compile("^Verwijderen")).last.click()
    return chosen


def test_words_are_chosen_with_the_mouse(guest, screen):
    page = guest("Carla Rietveld", "veiligheid")
    open_section(page)
    block, box = words_of_passage(page)
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle, steps=8)
    page.mouse.up()
    words = page.evaluate("getSelection().toString()").strip()
    assert len(words) > 5
    page.get_by_role("button", name="Reageer op deze woorden").click()
    assert keep_selection(page, "Met de muis.") == words


def test_words_are_chosen_by_touch(guest, screen):
    page = guest("Tarik Bouzid", "veiligheid", has_touch=True, is_mobile=screen != DESKTOP)
    open_section(page)
    block, box = words_of_passage(page)
    # A browser without a screen has no long press: what a telephone makes of one is put here.
    word = block.evaluate("""block => {
        const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
        getSelection().setBaseAndExtent(node, 0, node, node.data.indexOf(" ", 12));
        return getSelection().toString().trim();
    }""")
    page.get_by_role("button", name="Reageer op deze woorden").tap()
    assert keep_selection(page, "Met een vinger.") == word


def tab_to(page, what):
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(what):
            return
    pytest.fail(f"the keyboard never came to {what}")


def test_it_can_be_done_by_keyboard_alone(guest):
    page = guest("Trijntje Hofstra", "veiligheid")
    tab_to(page, "document.activeElement.closest('.contents-list') !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meedoen/tekst/**")
    tab_to(page, "document.activeElement.closest('.react') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**passage=**")
    tab_to(page, "document.activeElement.name === 'passage'")
    whole = page.get_by_label("Over welke woorden gaat het?").input_value()
    # The passage comes chosen; its last word is taken off.
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("Delete")
    part = page.get_by_label("Over welke woorden gaat het?").input_value().strip()
    assert part and part != whole and whole.startswith(part)
    tab_to(page, "document.activeElement.name === 'tekst'")
    page.keyboard.type("Met het toetsenbord.")
    tab_to(page, "document.activeElement.type === 'submit'")
    page.keyboard.press("Enter")
    page.wait_for_url("**#uw-reacties")
    tab_to(page, "document.activeElement.matches('a.button')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/controle*")
    tab_to(page, "document.activeElement.matches('main [type=submit]') && !document.activeElement.matches('.as-link')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ontvangst/**")
    number = page.get_by_role("link", name=re.compile("^INB-")).first
    number.click()
    assert part in page.locator(".quoted").inner_text()


# The end of a round


@pytest.fixture
def short_round(guest, demo, screen):
    """A round that ends tonight, and a way to let its last moment pass."""
    plan, title = demo.plans["veiligheid"], f"Korte ronde {'breed' if screen == DESKTOP else 'smal'} {id(guest)}"
    this_day = today()
    page = guest("Sanne Verbruggen")
    page.goto(f"/plannen/{plan}/rondes/nieuw")
    page.get_by_label("Naam van de ronde").fill(title)
    page.get_by_label("Hoe noemt u deze groep?").fill("het horecaoverleg")
    page.get_by_label("Horecaoverleg Waterkerke").check()
    for group, day in [("Eerste dag", this_day - timedelta(days=1)), ("Laatste dag", this_day)]:
        boxes = page.get_by_role("group", name=group)
        for label, value in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
            boxes.get_by_label(label).fill(str(value))
    page.get_by_label("Sluitingstijd op de laatste dag").fill("23.59")
    page.get_by_role("button", name="Bewaar de ronde").click()
    look(page, "ronde-voorbereid")
    page.get_by_role("link", name="Open de ronde").click()
    look(page, "ronde-openen")
    page.get_by_role("button", name="Open de ronde").click()
    assert "De ronde is geopend" in say(page)

    def end():
        with sqlite3.connect(demo.data / "paraaf.sqlite", timeout=20) as store:
            changed = store.execute("UPDATE consultationRound SET closingTime = '00:01' WHERE title = ?", [title])
            assert changed.rowcount == 1

    return title, end


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_what_comes_too_late_is_refused_and_nothing_typed_is_lost(guest, short_round, scripts):
    title, end = short_round
    page = guest("Bas Oosterling", "veiligheid", scripts=scripts)
    if page.locator("h1").inner_text() != title:
        page.get_by_role("link", name=title).click()
    open_section(page)
    react(page, "Dit bewaarde ik op tijd.")
    check = guest("Bas Oosterling", "veiligheid", scripts=scripts)
    check.goto(page.url)
    check.get_by_role("link", name="Controleer en verstuur").click()
    page.locator("textarea[name=tekst]").fill("Dit typte ik net voor sluitingstijd.")
    end()

    page.get_by_role("button", name="Bewaar in uw concept").click()
    assert re.search("00.01 uur", page.get_by_role("alert").inner_text())
    assert page.locator("textarea[name=tekst]").input_value() == "Dit typte ik net voor sluitingstijd."
    assert "Dit is te laat" in page.get_by_role("alert").inner_text()
    assert page.locator("main").get_by_role("button").count() == 0, "nothing that the server would not take"
    assert page.get_by_role("link", name="Controleer en verstuur").count() == 0
    if scripts:
        look(page, "meedoen-te-laat")
    check.get_by_role("button", name="Verstuur").click()
    assert re.search("00.01 uur", check.get_by_role("alert").inner_text())
    assert "Dit bewaarde ik op tijd." in check.locator("main").inner_text()
    assert check.get_by_role("button", name="Verstuur").count() == 0
    if scripts:
        look(check, "meedoen-controle-te-laat")
