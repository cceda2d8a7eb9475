"""A session in a browser: planned, held, reported on by two who write at once, approved by another, made into inputs."""


import pytest

from conftest import look, today


def open_sessions(page, demo):
    page.goto(f"/plannen/{demo.plans['veiligheid']}/sessies")
    return page


def say(page):
    return page.locator(".done").inner_text()


def test_the_sessions_of_a_plan_are_shown(guest, demo):
    page = open_sessions(guest("Dewi"), demo)
    look(page, "sessies")
    page.get_by_role("link", name="Wijkavond in Noord").click()
    look(page, "sessie")
    open_sessions(page, demo).get_by_role("link", name="Ondermijning in de haven").click()
    assert "Besloten" in page.locator("main").inner_text()
    look(page, "sessie-besloten")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_session_goes_from_invitation_to_input(guest, own_demo, scripts):
    page = open_sessions(guest("Dewi", scripts=scripts, base_url=own_demo.address), own_demo)
    page.get_by_role("link", name="Plan een sessie").click()
    page.get_by_label("Titel").fill("Avond over verlichting")
    day = today()
    for part, value in [("dag", day.day), ("maand", day.month), ("jaar", day.year)]:
        page.locator(f"[name=dag-{part}]").fill(str(value))
    page.get_by_label("Begintijd").fill("19:30")
    page.get_by_label("Plaats of link").fill("Buurthuis")
    page.locator("[name=organisaties]").first.check()
    if scripts:
        look(page, "sessie-nieuw")
    page.get_by_role("button", name="Bewaar en mail").click()
    assert "De sessie is gepland" in say(page)
    page.get_by_label("Ook aanwezig").fill("Wijkraad")
    page.get_by_role("button", name="Leg vast dat de sessie er was").click()
    assert "De sessie staat in het register" in say(page)
    address = page.url
    page.locator("textarea[name=verslag]").fill("Het station is te donker.")
    page.get_by_role("button", name="Bewaar het verslag").click()
    assert "Iemand anders keurt het goed" in say(page)
    assert not page.get_by_role("button", name="Keur het verslag goed").count()
    other = guest("Sanne", scripts=scripts, base_url=own_demo.address)
    other.goto(address)
    other.get_by_role("button", name="Keur het verslag goed").click()
    assert "goedgekeurd" in say(other)
    page.goto(address)
    page.get_by_label("Wie zei dit?").select_option("Wijkraad")
    page.get_by_label("Wat werd er gezegd?").fill("Zet licht neer bij het station.")
    page.get_by_role("button", name="Maak er inbreng van").click()
    assert "Dit is nu INB-" in say(page)
    if scripts:
        look(page, "sessie-inbreng")
