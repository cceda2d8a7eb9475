"""The whole chain in one walk: a plan is begun, three partners are asked and react, officials answer, write, sign and
decide, the council adopts, and the public reads.

It is walked with a mouse and with JavaScript off, at a desk and on a phone, and by keyboard alone.
"""

import re
from datetime import timedelta

import pytest

from conftest import DESKTOP, PHONE, today
from walk import KeyboardWalk, Walk

PARTNERS = ["Politie, basisteam Waterkerke", "GGD Rivierboog", "Woonstichting De Waterpoort"]
WAYS = {
    "desktop": (DESKTOP, Walk, True), "phone": (PHONE, Walk, True), "keyboard": (DESKTOP, KeyboardWalk, True),
    "plain-desktop": (DESKTOP, Walk, False), "plain-phone": (PHONE, Walk, False),
}


@pytest.fixture(params=WAYS)
def way(request):
    return request.param


@pytest.fixture
def screen(way):
    return WAYS[way][0]


@pytest.fixture
def walk(open_browser, person, way):
    """`walk(role)`: somebody with that role at a browser; `walk()`: a visitor."""
    _, kind, scripts = WAYS[way]
    return lambda role=None: kind(open_browser(role and person(role), scripts), scripts)


def test_a_plan_goes_from_its_first_word_to_the_public(walk, way):
    title = f"Meerjarenbeleidsplan Proef {way}"
    editor, secretary, drafter = walk("editor"), walk("secretary"), walk("drafter")

    plan = begin_plan(editor, title)
    sections = sections_of(editor, plan)
    save(editor, sections[0], "In onze gemeente is iedereen veilig.\n\nWij werken daar samen aan.", "Eerste tekst")
    mails = name_contacts(walk("admin"), way)
    open_round(editor, plan)
    partners = [react(walk(), link, name) for name, link in zip(PARTNERS, invitations(editor, walk("admin"), plan, mails))]
    for _, number in partners:
        settle(walk("handler"), editor, plan, number)
    close_round(editor, plan)
    move_on(secretary, plan)
    hold_session(secretary, plan, "council-session")
    hold_session(secretary, plan, "partner-session")
    move_on(secretary, plan)

    numbers = ", ".join(number for _, number in partners)
    save(drafter, sections[0], f"Wij werken samen met {'; '.join(PARTNERS)}.", "Partners genoemd", numbers)
    for section in sections[1:]:
        save(drafter, section, "Dit is wat wij willen.", "Tekst geschreven")
    fill_papers(drafter, plan)
    move_on(secretary, plan)

    sign(walk("portfolioHolder"), plan)
    board_decides(secretary, plan)
    move_on(secretary, plan)
    council_decides(walk("clerk"), plan)
    move_on(secretary, plan)
    publish(secretary, plan)

    read(walk(), title, plan)
    for partner, number in partners:
        partner.to(f"{plan}/meedoen/inbreng/{number}").looks("keten-uitkomst")
        partner.sees("Overgenomen").sees("Zo herkennen partners zich in de tekst.").sees("Wij werken samen met")


# Writing


def begin_plan(editor, title):
    editor.to("/plannen/nieuw").looks("keten-nieuw")
    editor.choose("Meerjarenbeleidsplan").write("Titel van het plan", title).press("Begin dit plan").looks("keten-indeling")
    return editor.page.url.rsplit("/", 1)[0]


def sections_of(walker, plan):
    """Where each section is edited, in the order of the text."""
    walker.to(f"{plan}/tekst")
    links = walker.page.locator("main a[href*='/secties/']").all()
    addresses = dict.fromkeys(link.get_attribute("href").split("#")[0] for link in links)
    return [f"{address}/bewerken" for address in addresses]


def save(writer, editing, text, reason, inputs=None):
    writer.to(editing).write_text(text)
    writer.write("Wat is er gewijzigd, en waarom?", reason).choose("Inhoudelijk")
    if inputs:
        writer.write("Verwerkte inbreng (niet verplicht)", inputs).looks("keten-bewerken")
    writer.press("Opslaan").sees("opgeslagen")


def fill_papers(writer, plan):
    for paper in ["nota", "raadsmededeling"]:
        writer.to(f"{plan}/stukken/{paper}/bewerken").looks(f"keten-{paper}")
        links = writer.page.locator(f"main a[href*='/stukken/{paper}/bewerken/']").all()
        for address in dict.fromkeys(link.get_attribute("href") for link in links):
            save(writer, address, "Het college stelt dit voor.", "Tekst van het stuk")
    writer.to(f"{plan}/gegevens").looks("keten-gegevens")
    writer.write("Portefeuillehouder (functie) (niet verplicht)", "Burgemeester").write("Team (niet verplicht)", "Veiligheid")
    writer.write("Notanummer (niet verplicht)", "2026-117").date("Datum van de nota", today())
    writer.write("Wat is er gewijzigd, en waarom?", "Gegevens ingevuld").choose("Inhoudelijk").press("Opslaan")
    writer.sees("Alles is ingevuld.")


# Asking and answering


def name_contacts(admin, way):
    mails = [f"contact.{order}.{way}@voorbeeld.nl" for order in range(len(PARTNERS))]
    for name, mail in zip(PARTNERS, mails):
        admin.to("/beheer/organisaties/nieuw").looks("keten-contact").write("Organisatie", name)
        admin.write("Naam", f"Contact {mail}").write("E-mailadres", mail).press("Toevoegen")
    return mails


def open_round(editor, plan):
    editor.to(f"{plan}/rondes/nieuw").looks("keten-ronde").write("Naam van de ronde", "Ronde met partners").choose("Partners")
    editor.write("Hoe noemt u deze groep?", "partners in veiligheid")
    for name in PARTNERS:
        editor.choose(name)
    editor.date("Eerste dag", today()).date("Laatste dag", today() + timedelta(days=14))
    editor.write("Vragen (niet verplicht)", "Herkent u het beeld?").press("Bewaar de ronde")
    editor.follow("Open de ronde").looks("keten-ronde-openen").press("Open de ronde").sees("De ronde is geopend.")


def invitations(editor, admin, plan, mails):
    """Invites each contact; gives the personal links, which wait in the outbox as long as no mail server is set."""
    for mail in mails:
        editor.to(f"{plan}/rondes").press(f"Nodig uit Contact {mail}").looks("keten-rondes")
        admin.to("/beheer/post").looks("keten-post")
        letter = admin.page.locator(".card", has_text=mail).first.locator("pre").text_content()
        yield re.search(r"/meedoen/\S+", letter).group()


def react(partner, link, name):
    """Comes in by the link, remarks on the first passage, checks and sends; gives the number of the receipt."""
    partner.to(link).looks("keten-link").press("Ga verder").looks("keten-meedoen")
    partner.follow("1.1 Aanleiding en doel").looks("keten-meedoen-sectie").follow("Reageer op deze passage 1")
    partner.write_text(f"Noem hier ook {name}.").press("Bewaar in uw concept").looks("keten-concept")
    partner.follow("Controleer en verstuur").looks("keten-controle").press("Verstuur").looks("keten-ontvangst")
    return partner, re.search("INB-[0-9]{4}", partner.text()).group()


def close_round(editor, plan):
    """All who were asked have reacted, so nobody is left to wait for."""
    editor.to(f"{plan}/rondes").follow("Ronde met partners").follow("Sluit de ronde").looks("keten-ronde-sluiten")
    editor.press("Sluit de ronde").sees("De ronde is gesloten.")


def settle(handler, editor, plan, number):
    """One proposes what is done with an input, another adopts it."""
    handler.to(f"{plan}/inbreng/{number}").looks("keten-inbreng").follow("Doe een voorstel").choose("Overgenomen")
    handler.write("Waarom (niet verplicht)", "Zo herkennen partners zich in de tekst.").looks("keten-afdoening")
    handler.press("Leg het voorstel voor")
    editor.to(f"{plan}/inbreng/{number}").follow("Stel het voorstel vast").looks("keten-vaststellen").press("Stel vast")
    editor.sees("vastgesteld")


# Deciding


def hold_session(secretary, plan, step):
    secretary.to(f"{plan}/bijeenkomst?stap={step}").looks(f"keten-{step}")
    secretary.write("Welke bijeenkomst was het?", f"Verdieping {step}").date("Op welke dag?", today())
    secretary.write("Wie waren er nog meer bij? (niet verplicht)", "De commissie bestuur")
    secretary.write("Wat kwam eruit?", "Meer aandacht voor jeugd.").press("Leg de bijeenkomst vast")
    secretary.sees("De bijeenkomst staat in het register.")


def move_on(walker, plan):
    walker.to(f"{plan}/poort").follow("Laat verder gaan").looks("keten-verder").press("Laat verder gaan")
    walker.sees("Het plan is verder gegaan.").looks("keten-poort-daarna")


def sign(holder, plan):
    holder.to("/mijn-werk").looks("keten-mijn-werk").sees("Geef uw paraaf")
    holder.to(f"{plan}/paraaf/portfolio-holder").looks("keten-paraaf").sees("Wij werken samen met")
    holder.choose("Akkoord").press("Geef deze paraaf").sees("Uw paraaf staat in het register.")


def put_on_agenda(keeper, plan, kind, body):
    keeper.to("/vergaderingen/nieuw").looks("keten-vergadering").date("Dag", today())
    keeper.write("Plaats (niet verplicht)", "Stadhuis").press("Bewaar de vergadering")
    keeper.to(f"{plan}/poort").follow(re.compile(f"^Zet het plan op (de|een andere) agenda van {body}")).looks("keten-agenderen")
    keeper.choose_first("Welke vergadering?").choose(kind).press("Zet op de agenda").sees("Het plan staat op de agenda.")


def record_decision(keeper, plan, body):
    keeper.to(f"{plan}/poort").follow(re.compile(f"^Leg het besluit van {body} vast")).looks("keten-besluit")
    keeper.date("Dag van het besluit", today()).select_everywhere(re.compile("^Beslispunt"), "Vastgesteld")
    keeper.press("Leg het besluit vast").sees("Het besluit is vastgelegd.").looks("keten-besluiten")


def board_decides(secretary, plan):
    put_on_agenda(secretary, plan, "Hamerstuk", "het college")
    record_decision(secretary, plan, "het college")
    secretary.follow(re.compile("^Geef definitief akkoord")).looks("keten-akkoord")
    secretary.date("Dag van het akkoord", today()).press("Geef definitief akkoord")


def council_decides(clerk, plan):
    put_on_agenda(clerk, plan, "Bespreekstuk", "de raad")
    record_decision(clerk, plan, "de raad")


def publish(secretary, plan):
    secretary.to(f"{plan}/besluiten").follow("Er is aan voldaan").looks("keten-voorwaarde").press("Er is aan voldaan")
    secretary.to(f"{plan}/besluiten").follow(re.compile("^Maak de stukken openbaar")).looks("keten-openbaar").press("Maak openbaar")
    secretary.sees("De stukken zijn openbaar gemaakt.")


def read(reader, title, plan):
    reader.to("/").looks("keten-voorpagina").follow(title).looks("keten-plan").sees("Vastgesteld door de raad")
    reader.to(f"{plan}/lezen").looks("keten-lezen").sees("Wij werken samen met")
    reader.to(f"{plan}/totstandkoming").looks("keten-totstandkoming")
    for name in PARTNERS:
        reader.sees(name)
