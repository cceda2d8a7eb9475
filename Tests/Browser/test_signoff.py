"""The secretary's route through a whole town hall in a browser: sessions and rounds, sign-off, scheduling, decision,
disclosure and substitution; on a desktop and a phone.

Every test has a copy of the demo of its own, in which anybody is signed in by one button.
"""

import datetime
import json
import os
import re
import shutil
import subprocess

import pytest

from conftest import PROGRAM, ROOT, look, paraaf, today

SECRETARY, EDITOR, DRAFTER = "Hester van Loon", "Sanne Verbruggen", "Thijs Hoekema"
FINANCE, LAWYER = "Ruben Aydin", "Fatima el Idrissi"
MAYOR, DEPUTY, OFFICE, CLERK = "Cornelie Brandsma", "Samir Benali", "Anneke Terpstra", "Olaf Dijkema"
HANDLER = "Dewi Tahapary"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "paraaf"
    paraaf("demo", data=folder)
    return folder


class TownHall:
    """A copy of the demo that is served, with a browser for everybody who takes part."""

    def __init__(self, data, browser, screen):
        self.browser, self.screen, self.pages, self.complaints = browser, screen, {}, []
        command = [PROGRAM, "serve", "--data", str(data), "--port", "0", "--demo"]
        self.server = subprocess.Popen(
            command, env=os.environ | {"PARAAF_HOME": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.site = next(
            found.group() for line in self.server.stdout if (found := re.search(r"http://[^/\s]+:\d+", line)))
        self.plans = [plan["id"] for plan in json.loads(paraaf("plan", "list", "--json", data=data))]

    def visitor(self):
        context = self.browser.new_context(base_url=self.site, viewport=self.screen, locale="nl-NL")
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def as_(self, name, address=None):
        """The browser of somebody, at an address."""
        if name not in self.pages:
            page = self.visitor()
            page.goto("/demo")
            page.get_by_role("button", name=f"Verder als {name}", exact=True).click()
            self.pages[name] = page
        page = self.pages[name]
        if address:
            assert page.goto(address).status == 200, address
        return page

    def plan(self, name, part=""):
        found = next(plan for plan in self.plans if plan.startswith(name) or plan.split("-")[1] == name)
        return f"/plannen/{found}{part}"

    def close(self):
        for page in self.pages.values():
            page.context.close()
        self.server.terminate()
        assert self.server.wait(timeout=30) == 0
        # A form that is shown again answers 422 or 409, which the browser reports.
        assert not [text for text in self.complaints if not re.search(r"status of (422|409|404) ", text)]


@pytest.fixture
def hall(demo, tmp_path, browser, screen):
    shutil.copytree(demo, tmp_path / "paraaf")
    hall = TownHall(tmp_path / "paraaf", browser, screen)
    yield hall
    hall.close()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name, exact=False):
    page.get_by_role("link", name=name, exact=exact).first.click()


def done(page):
    return page.locator("p.done").inner_text()


def errors(page):
    return page.locator(".errors").inner_text()


def on(page, label, day):
    """Fills in a day, whose three boxes stand in a group of that name."""
    group = page.get_by_role("group", name=label)
    for box, number in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
        group.get_by_label(box, exact=True).fill(str(number))


# What a paraaf is


def sign(page, verdict, remark=None):
    page.get_by_label(verdict, exact=True).check()
    if remark:
        page.get_by_label("Opmerking of reden").fill(remark)
    press(page, "Geef deze paraaf")


def test_a_signer_reads_what_changed_and_says_what_they_think(hall):
    page = hall.as_(MAYOR, "/mijn-werk")
    look(page, "paraaf-wacht")
    follow(page, "Geef uw paraaf opnieuw: Paraaf portefeuillehouder")
    assert "121.000" in page.locator("main ins").first.inner_text() + page.locator("main").inner_text()
    assert page.locator("main del").count() and "Daarna is de inhoud 2 keer veranderd." in page.content()
    look(page, "paraaf-gewijzigd")
    follow(page, "Lees de hele tekst")
    look(page, "paraaf-alles")
    sign(page, "Akkoord met opmerking")
    assert "Schrijf de opmerking op" in errors(page)
    look(page, "paraaf-fout")
    page.get_by_label("Opmerking of reden").fill("Let op de reserve voor gebouwen.")
    press(page, "Geef deze paraaf")
    assert "Uw paraaf staat in het register." in done(page)
    look(page, "paraaf-gegeven")
    page.goto("/mijn-werk")
    assert "Paraaf portefeuillehouder" not in page.locator("main").inner_text()


def test_an_adviser_objects_and_the_decision_waits_until_they_change_their_mind(hall):
    secretary = hall.as_(SECRETARY, hall.plan("cultuur", "/poort"))
    follow(secretary, "Vraag een adviseur om een paraaf")
    press(secretary, "Vraag de paraaf")
    assert "Welke functie vraagt u?" in errors(secretary)
    look(secretary, "advies-vragen")
    secretary.get_by_label("Adviseur juridische zaken", exact=True).check()
    secretary.get_by_label("Wat wilt u weten?").fill("Mag de eindtijd zo in de vergunning?")
    press(secretary, "Vraag de paraaf")
    assert "De paraaf is gevraagd." in done(secretary)

    lawyer = hall.as_(LAWYER, "/mijn-werk")
    follow(lawyer, "Geef uw paraaf: Adviseur juridische zaken")
    assert "Mag de eindtijd zo in de vergunning?" in lawyer.locator("main").inner_text()
    sign(lawyer, "Niet akkoord")
    assert "Schrijf op waarom u niet akkoord bent" in errors(lawyer)
    sign(lawyer, "Niet akkoord", "De verordening staat dit niet toe.")
    assert "Uw paraaf staat in het register." in done(lawyer)

    secretary.goto(hall.plan("cultuur", "/poort"))
    look(secretary, "poort-bezwaar")
    gate = secretary.locator("main").inner_text()
    assert "Geblokkeerd" in gate and "Niet akkoord: Adviseur juridische zaken" in gate
    lawyer.goto(hall.plan("cultuur", "/poort"))
    follow(lawyer, re.compile("Paraferen ?: Adviseur juridische zaken"))
    sign(lawyer, "Geen bezwaar")
    secretary.reload()
    assert "Niet akkoord:" not in secretary.locator("main").inner_text()


def test_a_step_is_passed_over_and_another_signed_in_bulk(hall):
    secretary = hall.as_(SECRETARY)
    for function in ["Adviseur financiën", "Adviseur juridische zaken"]:
        secretary.goto(hall.plan("cultuur", "/poort/advies"))
        secretary.get_by_label(function, exact=True).check()
        press(secretary, "Vraag de paraaf")
    follow(secretary, re.compile("Sla over ?: Adviseur juridische zaken"))
    press(secretary, "Sla deze stap over")
    assert "Reden" in errors(secretary)
    secretary.get_by_label("Reden").fill("Het advies van vorig jaar geldt nog.")
    look(secretary, "overslaan")
    press(secretary, "Sla deze stap over")
    assert "De stap is overgeslagen." in done(secretary)

    finance = hall.as_(FINANCE, "/mijn-werk")
    follow(finance, "Samen paraferen")
    look(finance, "samen-paraferen")
    finance.get_by_label("Akkoord", exact=True).check()
    press(finance, "Geef deze parafen")
    assert "Kies ten minste één paraaf" in errors(finance)
    finance.get_by_role("checkbox").first.check()
    press(finance, "Geef deze parafen")
    assert "Uw parafen staan in het register. Aantal: 1." in done(finance)


def ask_advice(hall, plan, function):
    secretary = hall.as_(SECRETARY, hall.plan(plan, "/poort/advies"))
    secretary.get_by_label(function, exact=True).check()
    press(secretary, "Vraag de paraaf")
    assert "De paraaf is gevraagd." in done(secretary)


def test_several_plans_are_signed_at_once(hall):
    """Two plans and one press; what cannot be signed any more is told by plan, and the rest is given."""
    secretary = hall.as_(SECRETARY, hall.plan("groen", "/poort/terugsturen?fase=adopt"))
    secretary.get_by_label("Besluit B&W", exact=True).check()
    secretary.get_by_role("checkbox").first.check()
    secretary.get_by_label("Reden").fill("De bedragen moeten nog een keer worden bekeken.")
    press(secretary, "Stuur terug")
    assert "De secties zijn teruggestuurd." in done(secretary)
    for plan in ["cultuur", "groen"]:
        ask_advice(hall, plan, "Adviseur financiën")

    finance = hall.as_(FINANCE, "/paraferen")
    look(finance, "samen-twee-plannen")
    boxes = finance.get_by_role("checkbox")
    asked = [boxes.nth(number).evaluate("box => box.labels[0].innerText") for number in range(boxes.count())]
    assert any("Cultuur" in label for label in asked) and any("Groen en water" in label for label in asked)
    assert not finance.get_by_label("Niet akkoord", exact=True).count(), "who does not agree opens the plan"

    for box in boxes.all():
        box.check()
    secretary.goto(hall.plan("cultuur", "/poort"))
    follow(secretary, re.compile("Sla over ?: Adviseur financiën"))
    secretary.get_by_label("Reden").fill("Niet meer nodig.")
    press(secretary, "Sla deze stap over")
    finance.get_by_label("Akkoord", exact=True).check()
    press(finance, "Geef deze parafen")
    answer = finance.locator("main")
    assert "Niet alle parafen zijn gegeven" in answer.inner_text()
    look(finance, "samen-niet-alle")
    refused = answer.get_by_role("listitem").filter(has_text="Cultuur").inner_text()
    assert "De paraaf is gegeven." not in refused
    assert "De paraaf is gegeven." in answer.get_by_role("listitem").filter(has_text="Groen en water").first.inner_text()

    ask_advice(hall, "cultuur", "Adviseur financiën")
    finance.goto("/paraferen")
    look(finance, "samen-de-rest")
    finance.get_by_role("checkbox").first.focus()
    finance.keyboard.press("Space")
    finance.get_by_label("Geen bezwaar", exact=True).focus()
    finance.keyboard.press("Space")
    finance.get_by_role("button", name="Geef deze parafen").focus()
    finance.keyboard.press("Enter")
    finance.wait_for_url("**/mijn-werk")
    assert "Uw parafen staan in het register. Aantal: 1." in done(finance)
    for plan in ["cultuur", "groen"]:
        finance.goto(hall.plan(plan, "/handelingen"))
        assert "Adviseur financiën" in finance.locator("main").inner_text()


def change(hall, words, other, nature):
    """The secretary sends a section back, the drafter changes it, and the whole goes on again."""
    secretary = hall.as_(SECRETARY, hall.plan("cultuur", "/poort/terugsturen?fase=decide"))
    secretary.get_by_label("Havendagen").check()
    secretary.get_by_label("Reden").fill("Nog één ding.")
    press(secretary, "Stuur terug")
    assert "De secties zijn teruggestuurd." in done(secretary)
    drafter = hall.as_(DRAFTER, "/mijn-werk")
    follow(drafter, "Pas aan wat is teruggestuurd")
    area = drafter.locator("textarea[name=tekst]")
    assert words in area.input_value()
    area.fill(area.input_value().replace(words, other))
    drafter.get_by_label("Wat is er gewijzigd, en waarom?").fill("Op verzoek")
    drafter.get_by_label(nature, exact=True).check()
    press(drafter, "Opslaan")


def go_on(hall):
    secretary = hall.as_(SECRETARY, hall.plan("cultuur", "/poort/verder?fase=draft"))
    press(secretary, "Laat verder gaan")
    assert "Het plan is verder gegaan." in done(secretary)


def advise(hall):
    finance = hall.as_(FINANCE, hall.plan("cultuur", "/paraaf/finance-advice"))
    sign(finance, "Akkoord")


def test_a_paraaf_knows_what_changed_since(hall):
    """A comma goes along in silence, other words with a notice, another amount asks for it again."""
    mayor = hall.as_(MAYOR, hall.plan("cultuur", "/paraaf/portfolio-holder"))
    sign(mayor, "Akkoord")
    steps = [
        ("00.00 uur en op", "00.00 uur, en op", "Typografisch", "veranderde alleen de opmaak", False),
        ("uur, en op zondag om", "uur, en zondags om", "Redactioneel", "is de tekst 1 keer anders verwoord", False),
        ("22.00 uur", "21.30 uur", "Inhoudelijk", "Daarom vragen wij de paraaf opnieuw.", True),
    ]
    for words, other, nature, expected, asks_again in steps:
        change(hall, words, other, nature)
        if asks_again:
            advise(hall)
        go_on(hall)
        mayor.goto(hall.plan("cultuur", "/paraaf/portfolio-holder"))
        assert expected in mayor.locator("main").inner_text(), nature
        look(mayor, f"paraaf-na-{nature.lower()}")
        mayor.goto("/mijn-werk")
        assert bool(mayor.get_by_role("link", name="Geef uw paraaf opnieuw").count()) == asks_again, nature


def test_a_replacement_signs_for_the_mayor_within_the_period(hall):
    page = hall.as_(DEPUTY, "/mijn-werk")
    look(page, "vervanging-mijn-werk")
    assert "namens Burgemeester (Vervangingsregeling college Waterkerke, artikel 3)" in page.content()
    follow(page, "Paraaf portefeuillehouder")
    look(page, "vervanging-paraaf")
    sign(page, "Akkoord")
    assert "Uw paraaf staat in het register." in done(page)
    page.goto(hall.plan("cultuur", "/handelingen"))
    assert "Namens Burgemeester (Vervangingsregeling college Waterkerke, artikel 3)" in page.content()


# Rounds, sessions and inputs


def test_a_running_round_is_closed_sooner_with_a_reason(hall):
    page = hall.as_(SECRETARY, hall.plan("leefbaarheid", "/rondes"))
    page.get_by_role("link").filter(has_text="artners").first.click()
    look(page, "ronde-loopt")
    follow(page, "Sluit de ronde eerder")
    look(page, "ronde-eerder-sluiten")
    press(page, "Sluit de ronde")
    assert "Waarom sluit u de ronde nu al?" in errors(page)
    page.get_by_label("Waarom sluit u de ronde nu al?").fill("De andere organisaties lieten weten niet te reageren.")
    press(page, "Sluit de ronde")
    assert "De ronde is gesloten." in done(page)
    assert "Eerder gesloten op" in page.locator("main").inner_text()
    page.goto(hall.plan("leefbaarheid", "/handelingen"))
    assert "De andere organisaties lieten weten niet te reageren." in page.content()


def test_a_statutory_round_says_why_it_cannot_be_closed(hall):
    page = hall.as_(SECRETARY, hall.plan("leefbaarheid", "/rondes/nieuw"))
    page.get_by_label("Naam van de ronde").fill("Inspraak")
    page.get_by_label("Ja, de wet of een verordening bepaalt hoe lang deze ronde duurt").check()
    page.get_by_label("Hoe noemt u deze groep?").fill("inwoners")
    page.get_by_role("group", name="Organisaties").get_by_role("checkbox").first.check()
    day = today()
    on(page, "Eerste dag", day)
    on(page, "Laatste dag", day + datetime.timedelta(days=42))
    look(page, "ronde-inspraak")
    press(page, "Bewaar de ronde")
    follow(page, "Open de ronde")
    press(page, "Open de ronde")
    assert "De ronde is geopend." in done(page)
    assert "Deze ronde kan niet dicht voor het einde van" in page.locator("main").inner_text()
    assert not page.get_by_role("link", name="Sluit de ronde").count()
    address = page.url.split("?")[0] + "/sluiten"
    page.goto(address)
    look(page, "ronde-inspraak-sluiten")
    press(page, "Sluit de ronde")
    assert "Eerder sluiten kan niet." in errors(page)


def test_a_session_with_the_council_opens_the_gate(hall):
    page = hall.as_(CLERK, "/mijn-werk")
    follow(page, "Houd deze bijeenkomst en leg vast wat eruit kwam: Bijeenkomst met de raad")
    look(page, "bijeenkomst")
    press(page, "Leg de bijeenkomst vast")
    assert "Welke bijeenkomst was het?" in errors(page)
    look(page, "bijeenkomst-fout")
    page.get_by_label("Welke bijeenkomst was het?").fill("Raadsavond schulden")
    on(page, "Op welke dag?", today())
    page.get_by_role("group", name="Welke organisaties waren erbij?").get_by_role("checkbox").first.check()
    page.get_by_label("Wie waren er nog meer bij?").fill("Raadsleden")
    page.get_by_label("Wat kwam eruit?").fill("De raad wil dat niemand zijn huis verliest door schulden.")
    press(page, "Leg de bijeenkomst vast")
    assert "De bijeenkomst staat in het register." in done(page)
    look(page, "bijeenkomst-vastgelegd")
    secretary = hall.as_(SECRETARY, hall.plan("schulden", "/poort/verder?fase=deepen"))
    press(secretary, "Laat verder gaan")
    assert "Het plan is verder gegaan." in done(secretary)
    secretary.goto(hall.plan("schulden", "/handelingen"))
    assert "Raadsavond schulden" in secretary.content() and "Raadsleden." in secretary.content()


def test_an_input_is_handed_to_somebody(hall):
    waiting = hall.as_(HANDLER, "/mijn-werk").get_by_role("link", name="INB-").count()
    assert waiting
    page = hall.as_(EDITOR, "/mijn-werk")
    link = page.get_by_role("link", name=re.compile("INB-")).first
    number = re.search("INB-[0-9]+", link.inner_text()).group()
    link.click()
    page.get_by_label("Wie behandelt deze inbreng?").select_option(label=f"Medewerker participatie ({HANDLER})")
    look(page, "inbreng-behandelaar")
    press(page, "Wijs toe")
    assert "De behandelaar is bewaard." in done(page)
    follow(page, "Naar alle inbreng")
    look(page, "inbreng-toegewezen")
    assert f"Behandelaar: Medewerker participatie ({HANDLER})" in page.locator("main").inner_text()
    assert number


# Scheduling, decision and publicity


def board_meets_today(hall):
    """A meeting of the college today, with the plan on its agenda; gives the address of the meeting."""
    page = hall.as_(SECRETARY, "/vergaderingen/nieuw")
    on(page, "Dag", today())
    page.get_by_label("Tijd").fill("09:30")
    page.get_by_label("Plaats").fill("Collegekamer")
    press(page, "Bewaar de vergadering")
    assert "De vergadering is gepland." in done(page)
    meeting = page.url
    page.goto(hall.plan("cultuur", "/besluiten"))
    follow(page, re.compile("^Zet het plan op (de|een andere) agenda van het college"))
    page.get_by_label(re.compile("^Het college, .* om 09[.]30 uur$")).first.check()
    page.get_by_label("Bespreekstuk", exact=True).check()
    look(page, "agenderen")
    press(page, "Zet op de agenda")
    assert "Het plan staat op de agenda." in done(page)
    return meeting


def test_the_board_amends_and_the_new_version_is_approved_before_it_leaves_the_house(hall):
    meeting = board_meets_today(hall)
    sign(hall.as_(MAYOR, hall.plan("cultuur", "/paraaf/portfolio-holder")), "Akkoord")
    office = hall.as_(OFFICE, meeting)
    look(office, "vergadering-agenda")
    office.goto("/mijn-werk")
    follow(office, "Leg het besluit van het college vast")
    office.get_by_label(re.compile("^Beslispunt 1")).select_option(label="Gewijzigd vastgesteld")
    press(office, "Leg het besluit vast")
    assert "Beslispunt 2" in errors(office)
    look(office, "besluit-fout")
    office.get_by_label(re.compile("^Beslispunt 2")).select_option(label="Vastgesteld")
    office.get_by_label("Wat zei de vergadering erover?").fill("De eindtijd op zondag moet vroeger.")
    press(office, "Leg het besluit vast")
    assert "Het besluit is vastgelegd." in done(office)
    look(office, "besluit-gewijzigd")
    assert not office.get_by_role("link", name="Geef definitief akkoord").count()

    secretary = hall.as_(SECRETARY, hall.plan("cultuur", "/besluiten"))
    follow(secretary, "Stuur de secties terug die moeten veranderen")
    change(hall, "22.00 uur", "21.30 uur", "Inhoudelijk")
    advise(hall)
    go_on(hall)
    mayor = hall.as_(MAYOR, hall.plan("cultuur", "/besluiten"))
    look(mayor, "besluit-goedkeuren")
    follow(mayor, "Laat de verschillen paraferen")
    assert "22.00" in mayor.locator("main del").all_inner_texts()[0]
    assert "21.30" in mayor.locator("main ins").all_inner_texts()[0]
    sign(mayor, "Akkoord")

    office.goto("/mijn-werk")
    follow(office, "Geef definitief akkoord op het besluit van het college")
    press(office, "Geef definitief akkoord")
    assert "Het besluit mag naar buiten." in done(office)
    look(office, "besluit-compleet")
    visitor = hall.pages["publiek"] = hall.visitor()
    assert visitor.goto(f"{meeting}/besluitenlijst").status == 200
    look(visitor, "besluitenlijst")
    assert "gewijzigd vastgesteld" in visitor.locator("main").inner_text().lower()
    assert "De eindtijd op zondag moet vroeger." not in visitor.content()


OPTIONS = [
    ("openbaar", {}), ("openbaar-met-persbericht", {}),
    ("openbaar-na-voorwaarde", {"Voorwaarde": "nadat de raad is geïnformeerd"}),
    ("deels-openbaar", {"Grond in de Woo": "artikel 5.1, lid 2, onder b", "Middelen": True}),
    ("besluit-openbaar", {"Grond in de Woo": "artikel 5.2, lid 1"}),
    ("niet-openbaar", {"Grond in de Woo": "artikel 5.1, lid 2, onder d"}),
]


def test_each_of_the_six_options_asks_for_what_it_needs(hall):
    page = hall.as_(SECRETARY, hall.plan("cultuur", "/besluiten"))
    for option, needed in OPTIONS:
        page.goto(hall.plan("cultuur", "/besluiten/openbaarheid"))
        page.locator(f"input[name=keuze][value={option}]").check()
        for label in ["Voorwaarde", "Grond in de Woo"]:
            page.get_by_label(label).last.fill("")
        for box in page.get_by_role("checkbox").all():
            box.uncheck()
        if needed:
            press(page, "Leg deze keuze vast")
            assert errors(page), option
        for label, value in needed.items():
            if value is True:
                page.get_by_label(label).check()
            else:
                page.get_by_label(label).last.fill(value)
        if option == "deels-openbaar":
            look(page, "openbaarheid")
        press(page, "Leg deze keuze vast")
        assert "De keuze over openbaarheid is vastgelegd." in done(page), option
        shown = page.locator("main").inner_text()
        assert all(value in shown for value in needed.values() if value is not True), option
        assert option == "openbaar" or "Deze nota en dit besluit openbaar te maken." not in shown, option
    look(page, "openbaarheid-gekozen")


def test_a_condition_is_fulfilled_once(hall):
    page = hall.as_(SECRETARY, hall.plan("cultuur", "/besluiten/openbaarheid"))
    page.locator("input[name=keuze][value=openbaar-na-voorwaarde]").check()
    page.get_by_label("Voorwaarde").last.fill("nadat de raad is geïnformeerd")
    press(page, "Leg deze keuze vast")
    follow(page, "Er is aan voldaan")
    look(page, "voorwaarde")
    press(page, "Er is aan voldaan")
    assert "Vastgelegd dat aan de voorwaarde is voldaan." in done(page)
    assert "Hieraan is voldaan." in page.locator("main").inner_text()
    assert not page.get_by_role("link", name="Er is aan voldaan").count()
