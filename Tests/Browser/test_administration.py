"""The administrator's journeys: people, functions, partners, substitution, house style, oversight."""

import itertools
import json
import re

import pytest

from conftest import PASSWORD, look, paraaf

numbers = itertools.count()


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def admin(request, signed_in):
    page = signed_in("admin", scripts=request.param)
    page.has_scripts = request.param
    return page


def see(page, name):
    if page.has_scripts:
        look(page, name)


@pytest.fixture(scope="session")
def plan(data):
    return next(plan for plan in json.loads(paraaf("plan", "list", "--json", data=data)) if plan["stage"] == "consult")


def test_somebody_new_comes_in_by_a_link_that_the_administrator_hands_over(admin, open_browser):
    name, mail = "Bo Bos", f"bo.{next(numbers)}@voorbeeld.nl"
    admin.goto("/")
    admin.get_by_role("link", name="Beheer", exact=True).click()
    see(admin, "beheer")
    admin.get_by_role("link", name="Mensen").click()
    see(admin, "beheer-mensen")
    admin.get_by_role("link", name="Iemand toevoegen").click()
    admin.get_by_role("button", name="Toevoegen").click()
    assert "Naam: Vul dit in." in admin.get_by_role("alert").inner_text()
    see(admin, "beheer-mensen-fout")
    admin.get_by_label("Naam").fill(name)
    admin.get_by_label("E-mailadres").fill(mail)
    admin.get_by_label("Nederlands").check()
    admin.get_by_label("Rol").select_option("drafter")
    admin.get_by_label("Functie", exact=True).fill("Beleidsadviseur")
    admin.get_by_label("Ik geef de link zelf door").check()
    admin.get_by_role("button", name="Toevoegen").click()
    see(admin, "beheer-link")
    link = re.search(r"/wachtwoord/[\w-]{43}", admin.locator("main").inner_text()).group()
    newcomer = open_browser()
    newcomer.goto(link)
    newcomer.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    newcomer.get_by_role("button", name="Wachtwoord bewaren").click()
    assert name in newcomer.locator("header").inner_text()

    admin.get_by_role("link", name=name).click()
    see(admin, "beheer-mens")
    admin.get_by_role("link", name="Functie toevoegen").click()
    admin.get_by_label("Rol").select_option("handler")
    admin.get_by_label("Functie", exact=True).fill("Behandelaar inbreng")
    admin.get_by_role("button", name="Functie toevoegen").click()
    assert "De functie is toegevoegd" in admin.get_by_role("status").inner_text()
    admin.get_by_role("link", name="Behandelaar inbreng").click()
    see(admin, "beheer-functie-einde")
    admin.get_by_role("button", name="Beëindig deze functie").click()
    admin.get_by_role("button", name="Beëindig de toegang").click()
    assert "beëindigd" in admin.get_by_role("status").inner_text()
    newcomer.goto("/mijn-account")
    assert "/inloggen" in newcomer.url


def test_a_partner_is_invited_and_the_access_withdrawn(admin, plan):
    admin.goto("/beheer/organisaties")
    see(admin, "beheer-organisaties")
    admin.get_by_role("link", name="Contactpersoon toevoegen").click()
    admin.get_by_label("Organisatie").fill("Wijkraad Oost")
    admin.get_by_label("Naam").fill("Kim Bos")
    admin.get_by_label("E-mailadres").fill(f"kim.{next(numbers)}@voorbeeld.nl")
    see(admin, "beheer-contactpersoon-nieuw")
    admin.get_by_role("button", name="Toevoegen").click()
    admin.get_by_label("Plan", exact=True).select_option(plan["id"])
    admin.get_by_role("button", name="Mail een persoonlijke link").click()
    assert "staat klaar" in admin.get_by_role("status").inner_text()
    see(admin, "beheer-contactpersoon")
    admin.get_by_role("button", name=re.compile("^Trek de toegang in")).first.click()
    assert "ingetrokken" in admin.get_by_role("status").inner_text()


def test_substitution_style_types_and_oversight(admin, person, plan):
    absent = person("portfolioHolder", name="Els Moor")
    deputy = person("portfolioHolder", name="Jan Post")
    admin.goto("/beheer/vervanging")
    who = admin.get_by_label("Wie wordt vervangen")
    who.select_option(label=f"Functie van portfolioHolder – {absent.name}")
    admin.get_by_label("Door wie").select_option(label=deputy.name)
    for group, year in [("Eerste dag", "2020"), ("Laatste dag", "2090")]:
        box = admin.get_by_role("group", name=group)
        box.get_by_label("Dag").fill("1")
        box.get_by_label("Maand").fill("6")
        box.get_by_label("Jaar").fill(year)
    admin.get_by_label("Grond").fill("Vervangingsregeling college, artikel 4")
    admin.get_by_role("button", name="Vervanging toevoegen").click()
    see(admin, "beheer-vervanging")
    admin.goto(f"/plannen/{plan['id']}/toegang")
    assert "artikel 4" in admin.locator("main").inner_text()
    see(admin, "wie-mag-dit-zien")
    admin.goto(f"/plannen/{plan['id']}/toezicht")
    see(admin, "wie-deed-wat")
    admin.goto("/beheer/vervanging")
    admin.get_by_role("button", name=re.compile("^Trek de vervanging in")).first.click()
    admin.goto("/beheer/plantypen")
    see(admin, "beheer-plantypen")
    admin.locator("main table a").first.click()
    see(admin, "beheer-plantype")
    admin.goto("/beheer/huisstijl")
    see(admin, "beheer-huisstijl")
    admin.get_by_role("button", name="Bewaren").click()
    assert "bewaard" in admin.get_by_role("status").inner_text()
    admin.goto("/beheer/toezicht")
    see(admin, "beheer-toezicht")


def test_ones_own_account(signed_in):
    page = signed_in("drafter", name="Iris Eigen")
    page.goto("/mijn-account")
    look(page, "mijn-account")
    page.get_by_label("Naam").fill("Iris van Eigen")
    page.get_by_role("button", name="Bewaren", exact=True).click()
    assert "bewaard" in page.get_by_role("status").inner_text()
    assert "Iris van Eigen" in page.locator("header").inner_text()
    page.get_by_label("Uw wachtwoord van nu").fill("iets anders")
    page.get_by_label("Nieuw wachtwoord").fill("vijf droge karren")
    page.get_by_role("button", name="Wachtwoord veranderen").click()
    assert "niet uw wachtwoord" in page.get_by_role("alert").inner_text()
    look(page, "mijn-account-fout")
