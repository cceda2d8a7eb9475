"""Reading what others may read: the public an adopted plan, a councillor the offered one; and whom a demo lets one be."""

import re

import pytest

from conftest import DESKTOP, PHONE, look, today
from walk import Walk

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
TABLET = {"width": 820, "height": 1180}


def text_of(page):
    return page.locator("main").inner_text()


# The public


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_public_reads_an_adopted_plan(guest, demo, scripts):
    def see(name):
        if scripts:
            look(page, name)

    page = guest(scripts=scripts)
    page.goto("/")
    see("publiek-plannen")
    page.get_by_role("link", name=re.compile("Jeugd")).first.click()
    assert "Vastgesteld" in text_of(page)
    see("publiek-plan")
    front = page.url
    page.get_by_role("link", name="Lees de hele tekst").click()
    see("publiek-tekst")
    assert page.locator("section.part").count() > 3

    # A permalink of a section leads to the same words for good.
    permalink = page.get_by_role("link", name=re.compile("^Vast adres van deze sectie")).nth(1)
    title = permalink.evaluate("link => link.closest('section').querySelector('h2, h3').innerText")
    permalink.click()
    assert page.locator("h1").inner_text() == title
    assert re.search(r"versie=[0-9a-f]{40}", page.url)
    see("publiek-sectie")
    words = page.locator(".prose").inner_text()
    again = guest(scripts=scripts)
    again.goto(page.url)
    assert again.locator(".prose").inner_text() == words
    page.locator("a[rel=next]").click()
    assert page.locator("h1").inner_text() != title

    page.goto(front)
    page.get_by_role("link", name="Vast adres van deze versie").click()
    assert re.search(r"versie=[0-9a-f]{40}", page.url)
    page.get_by_label("Zoek in dit plan").fill("jongeren")
    page.get_by_role("button", name="Zoek", exact=True).click()
    see("publiek-zoeken")
    assert "gevonden met ‘jongeren’" in page.get_by_role("status").inner_text()
    page.locator(".hits a").first.click()
    assert "jonge" in text_of(page).lower()

    page.get_by_role("link", name="Hoe kwam dit plan tot stand?").first.click()
    see("publiek-totstandkoming")
    story = text_of(page)
    for part in ["De gemeente begon met dit plan", "vroeg om reacties", "besluit", "Wie konden meedenken?", "Wat kunt u lezen?"]:
        assert part in story, part
    page.get_by_role("link", name="Besluiten die niet openbaar zijn").click()
    see("publiek-besluiten")


def test_what_is_not_public_is_not_found(guest, demo):
    """A visitor is led to sign in, who has no part in it finds nothing; neither learns that it is there."""
    visitor = guest()
    for word in ["veiligheid", "sport", "cultuur", "schulden"]:
        for path in ["", "/lezen", "/tekst", "/zoeken?q=wonen", "/totstandkoming", "/stukken", "/inbreng", "/meedoen"]:
            visitor.goto(f"/plannen/{demo.plans[word]}{path}")
            assert "/inloggen" in visitor.url, path
    councillor = guest("Pieter Veldkamp")
    known, unknown = [councillor.goto(f"/plannen/{plan}/lezen") for plan in (demo.plans["sport"], "bestaat-niet")]
    assert (known.status, unknown.status) == (404, 404)
    for path in ["/secties/aanleiding/bewerken", "/poorten", "/inbreng", "/toezicht", "/rondes"]:
        assert councillor.goto(f"/plannen/{demo.plans['sport']}{path}").status == 404, path
    councillor.expected.add(404)
    contact = guest("Koos Blankers", "groen")
    assert contact.goto(f"/plannen/{demo.plans['sport']}/meedoen").status == 404
    contact.expected.add(404)


def test_public_pages_hold_at_320_pixels_and_on_paper(guest, demo):
    page = guest(viewport={"width": 320, "height": 640})
    plan = f"/plannen/{demo.plans['jeugd']}"
    for path in ["", "/lezen", "/totstandkoming", "/zoeken?q=school"]:
        page.goto(plan + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    page.emulate_media(media="print")
    page.goto(plan + "/lezen")
    assert page.locator("main").is_visible()
    assert not page.locator("header nav").first.is_visible()
    assert not page.get_by_role("button", name="Zoek", exact=True).is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


# The council


@pytest.fixture
def wishes(guest, demo):
    """A round in which the council is asked about the version that lies before it."""
    plan = demo.plans["groen"]
    page = guest("Sanne Verbruggen")
    page.goto(f"/plannen/{plan}/rondes")
    if page.get_by_role("link", name="Wensen van de raad").count():
        return plan
    page.get_by_role("link", name="Bereid een ronde voor").click()
    page.get_by_label("Naam van de ronde").fill("Wensen van de raad")
    page.get_by_label("Raadsleden").check()
    page.get_by_label("Hoe noemt u deze groep?").fill("leden van de raad")
    for group, values in [("Eerste dag", ("1", "1", "2020")), ("Laatste dag", ("31", "12", "2099"))]:
        boxes = page.get_by_role("group", name=group)
        for label, value in zip(("Dag", "Maand", "Jaar"), values):
            boxes.get_by_label(label).fill(value)
    page.get_by_role("button", name="Bewaar de ronde").click()
    page.get_by_role("link", name="Open de ronde").click()
    page.get_by_role("button", name="Open de ronde").click()
    assert "De ronde is geopend" in page.get_by_role("status").inner_text()
    return plan


@pytest.mark.parametrize("size", [TABLET, PHONE, DESKTOP], ids=["tablet", "phone", "desktop"])
def test_a_councillor_reads_what_was_offered_and_leaves_a_wish(guest, demo, wishes, size, screen):
    if screen != DESKTOP:
        pytest.skip("the sizes of this journey are its own")
    page = guest("Yasmin Okafor", viewport=size)
    page.goto(f"/plannen/{wishes}")
    assert "Aangeboden aan de raad" in text_of(page)
    look(page, "raad-plan")
    page.get_by_role("link", name="Raadsmededeling").click()
    look(page, "raad-mededeling")
    page.goto(f"/plannen/{wishes}/lezen")
    look(page, "raad-tekst")
    page.goto(f"/plannen/{wishes}/zoeken?q=water")
    assert "gevonden met ‘water’" in page.get_by_role("status").inner_text()
    look(page, "raad-zoeken")
    page.locator(".hits a").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Geef een wens of aandachtspunt").click()
    assert page.locator("h1").inner_text() == title
    look(page, "raad-wens")
    page.locator("textarea[name=tekst]").fill("Let hier op de kosten.")
    page.get_by_role("button", name="Bewaar in uw concept").click()
    page.get_by_role("link", name="Controleer en verstuur").click()
    page.get_by_role("button", name="Verstuur").click()
    number = page.get_by_role("link", name=re.compile("INB-")).inner_text()
    look(page, "raad-wens-ontvangen")

    handler = guest("Dewi Tahapary", viewport=size)
    handler.goto(f"/plannen/{wishes}/inbreng/{number}")
    assert "Let hier op de kosten." in text_of(handler)
    assert "Raadslid" in text_of(handler)
    assert title in text_of(handler)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_clerk_records_what_the_council_decided_and_everybody_reads_it(guest, own_demo, scripts):
    def come_in(name=None):
        return Walk(guest(name, scripts=scripts, base_url=own_demo.address), scripts)

    plan, day = f"/plannen/{own_demo.plans['groen']}", today()
    visitor = come_in().to(plan).sees("Aangeboden aan de raad").sees("De raad moet er nog over besluiten.")
    address = visitor.page.get_by_role("link", name="Vast adres van deze versie").get_attribute("href")
    wish = leave_wish(come_in("Yasmin Okafor"), plan)

    clerk = come_in("Olaf Dijkema").to("/mijn-werk").follow(re.compile("^Leg het besluit")).looks("griffier-besluit")
    clerk.sees("Leg het besluit van de raad vast").date("Dag van het besluit", day)
    clerk.select_everywhere(re.compile("^Beslispunt 1"), "Vastgesteld").press("Leg het besluit vast")
    clerk.sees("Het besluit is vastgelegd.").looks("griffier-besluiten")
    clerk.to("/mijn-werk").follow(re.compile("^Laat het plan verder gaan")).looks("griffier-poort")
    clerk.follow("Laat verder gaan").looks("griffier-verder").press("Laat verder gaan")
    clerk.sees("Het plan is verder gegaan.")

    visitor.to("/").sees("Vastgesteld door de raad").to(plan).looks("publiek-net-vastgesteld")
    assert "De raad moet er nog over besluiten." not in visitor.text()
    visitor.sees(f"Vastgesteld door de raad op {in_words(day)}").sees(f"De raad besloot op {in_words(day)}.")
    visitor.to(f"{plan}/lezen").sees("Vastgesteld door de raad").to(f"{plan}/totstandkoming").sees("De raad nam een besluit.")
    visitor.sees("De raad nam het plan aan zoals het was aangeboden.").looks("publiek-net-totstandkoming")
    # The council changed nothing, so this is the text that lay before it, at the address that it had.
    visitor.to(address).sees("Vastgesteld door de raad")

    # Nothing is asked of the plan any more, and nothing that was sent in can be changed.
    councillor = come_in("Yasmin Okafor").to(plan)
    assert councillor.page.get_by_role("link", name="Geef wensen en aandachtspunten").count() == 0
    councillor.to(f"{plan}/meedoen/inbreng/{wish}").sees("Let hier op de kosten.")
    for act in ["Wijzig deze inbreng", "Trek deze inbreng in"]:
        assert councillor.page.get_by_role("link", name=act).count() == 0
    assert councillor.page.goto(f"{plan}/meedoen/inbreng/{wish}/intrekken").status == 409


def leave_wish(councillor, plan):
    """Goes from the work that waits to a wish that was sent in; gives its number."""
    councillor.to("/mijn-werk").sees("Geef uw wensen en aandachtspunten").looks("raad-mijn-werk")
    councillor.to(plan).follow("Geef wensen en aandachtspunten").follow("Schrijf een algemene opmerking")
    councillor.write_text("Let hier op de kosten.").press("Bewaar in uw concept").looks("raad-wens-bewaard")
    councillor.follow("Controleer en verstuur").press("Verstuur")
    number = re.search("INB-[0-9]{4}", councillor.text()).group()
    councillor.to("/mijn-werk")
    assert "Geef uw wensen en aandachtspunten" not in councillor.text()
    return number


def in_words(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# The demo


WHO = [
    "Sanne Verbruggen", "Jasper Wolters", "Ruben Aydin", "Hester van Loon", "Cornelie Brandsma", "Dewi Tahapary",
    "Anneke Terpstra", "Olaf Dijkema", "Yasmin Okafor", "Emeka Visser", "Bram Koster",
]


def test_a_visitor_of_the_demo_is_anybody(guest, demo):
    page = guest()
    page.goto("/demo")
    look(page, "demo")
    for name in WHO:
        page.goto("/demo")
        page.locator("button[name=wie]", has_text=f"Verder als {name}").click()
        assert name in page.locator("header").inner_text()
        assert "Dit is een demo." in page.locator("body").inner_text()
    page.get_by_role("link", name="Wissel van persoon").click()
    page.locator(f"button[value$=' {demo.plans['veiligheid']}']", has_text="Joris Haanstra").click()
    assert page.url.endswith("/meedoen")
    assert "Dit is een demo." in page.locator("body").inner_text()
    look(page, "demo-partner")


def test_outside_a_demo_there_is_no_such_page(open_browser, person):
    page = open_browser()
    page.goto("/")
    assert "Dit is een demo." not in page.locator("body").inner_text()
    assert page.goto("/demo").status == 404
    page.expected.add(404)
