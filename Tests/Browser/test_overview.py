"""What the inputs cover, which say the same and what they are about: the secretary's and the handler's pages."""

import re

from conftest import look
from playwright.sync_api import expect


def desk(demo, word="veiligheid"):
    return f"{demo.address}/plannen/{demo.plans[word]}/inbreng"


def test_equal_inputs_are_confirmed_and_answered_as_one(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo) + "/gelijk")
    look(page, "equal-inputs")
    first = page.locator("tbody th a").first
    number = first.inner_text()
    first.click()
    look(page, "equal-family")
    page.get_by_role("button", name="Dit zegt hetzelfde").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies eerst")
    page.locator(".family-members input[type=checkbox]").first.check()
    page.get_by_role("button", name="Dit zegt hetzelfde").click()
    expect(page.get_by_role("status")).to_contain_text("1 bevestigd")
    page.get_by_role("button", name=re.compile("Leg voor als dubbel")).click()
    expect(page.get_by_role("status")).to_contain_text(f"dubbel zijn van {number}")


def test_an_opposite_answer_is_told_and_stops_nobody(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo) + "?antwoord=tegengesteld")
    look(page, "opposed-list")
    numbers = page.locator("form[data-desk] tbody th a").all_inner_texts()
    assert len(numbers) == 2
    page.goto(f"{desk(own_demo)}/{numbers[0]}")
    look(page, "opposed-input")
    assert numbers[1] in page.locator(".opposed").inner_text()
    page = guest("Sanne", base_url=own_demo.address)
    page.goto(f"{desk(own_demo)}/{numbers[0]}/vaststelling")
    look(page, "opposed-adoption")
    page.get_by_role("button", name="Stel vast").click()
    expect(page.get_by_role("status")).to_contain_text("vastgesteld")
    page.goto(f"{own_demo.address}/plannen/{own_demo.plans['veiligheid']}/poort")
    assert "Vraagt aandacht" in page.locator(".gate-warnings").inner_text()
    look(page, "opposed-gate")


def test_themes_are_found_and_confirmed(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo) + "?stand=toBeJudged")
    page.get_by_label(re.compile("Alle inbreng die het filter vindt")).check()
    page.locator("[name=doe]").select_option("toelaten")
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("button", name=re.compile("Laat meedoen")).click()
    page.goto(desk(own_demo) + "/themas")
    page.get_by_role("button", name="Zoek thema’s in de inbreng").click()
    look(page, "themes")
    card = page.locator(".theme-card").first
    card.get_by_label("Naam van het thema").fill("Veilig op straat")
    card.get_by_role("checkbox").check()
    card.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_role("status")).to_contain_text("‘Veilig op straat’ is bevestigd")
    page.goto(desk(own_demo))
    page.locator(".input-filter summary").click()
    option = page.locator("[name=thema] option", has_text="Veilig op straat")
    page.locator("[name=thema]").select_option(option.get_attribute("value"))
    page.get_by_role("button", name="Toon", exact=True).click()
    assert "Thema: Veilig op straat" in page.locator("form[data-desk] tbody").inner_text()


def test_the_secretary_sees_what_the_inputs_cover(demo, guest):
    page = guest("Hester")
    page.goto(f"/plannen/{demo.plans['veiligheid']}")
    page.get_by_role("link", name="Overzicht inbreng").first.click()
    look(page, "overview")
    assert "Horecaoverleg Waterkerke" in page.locator(".coverage-warnings").inner_text()
    figure = page.locator("#kaart")
    figure.get_by_text("Dezelfde gegevens als tabel").click()
    total = [int(cell) for cell in figure.locator("tbody tr td:last-child").all_inner_texts()]
    drawn = [int(text) for text in figure.locator(".map-number, .map-number-light").all_text_contents()]
    assert sum(drawn) == sum(total) > 0
    with page.expect_download() as download:
        figure.get_by_role("link", name="Download als CSV").click()
    assert download.value.suggested_filename == "overzicht-partners-secties.csv"
    page.goto(f"/plannen/{demo.plans['groen']}/inbreng/overzicht")
    look(page, "overview-decided")
