"""The handling desk: finding inputs among many, by keyboard and by words, handling them together, and leaving out what
others need not read."""

import re

from conftest import look


def desk(demo):
    return f"{demo.address}/plannen/{demo.plans['veiligheid']}/inbreng"


def numbers(page):
    return page.locator("form[data-desk] tbody th a").all_inner_texts()


def filter_by(page, **answers):
    if not page.locator(".input-filter details").get_attribute("open"):
        page.locator(".input-filter summary").click()
    for name, answer in answers.items():
        field = page.locator(f"[name={name}]").first
        field.fill(answer) if field.evaluate("f => f.tagName") == "INPUT" else field.select_option(answer)
    page.get_by_role("button", name="Toon", exact=True).click()
    page.wait_for_load_state()


def test_letters_are_found_let_in_and_answered_together(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo))
    look(page, "desk")
    filter_by(page, stand="toBeJudged", kanaal="letter")
    letters = numbers(page)
    assert len(letters) > 5
    page.get_by_label(re.compile("Alle inbreng die het filter vindt")).check()
    page.locator("[name=doe]").select_option("toelaten")
    page.get_by_role("button", name="Ga verder").click()
    look(page, "desk-bulk")
    page.get_by_role("button", name=f"Laat meedoen ({len(letters)})").click()
    assert f"{len(letters)} gedaan" in page.get_by_role("status").inner_text()
    # A plural finds what says it in the singular, and the other way round.
    filter_by(page, zoek="fietspad")
    assert numbers(page) and "fietspaden" in page.locator("form[data-desk] tbody").inner_text()
    page.get_by_label(f"Kies {numbers(page)[0]}").check()
    page.locator("[name=doe]").select_option("afdoen")
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_label("Voor kennisgeving").check()
    page.locator("[name=reden]").fill("Dank voor uw brief, {nummer}.")
    page.get_by_role("button", name="Bekijk een voorbeeld").click()
    assert "Dank voor uw brief, INB-" in page.locator("main").inner_text()
    look(page, "desk-preview")
    page.get_by_role("button", name="Leg voor (1)").click()
    assert "1 gedaan" in page.get_by_role("status").inner_text()


def test_the_list_is_walked_by_keyboard(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo))
    here = lambda: page.evaluate("document.activeElement.textContent")
    known = numbers(page)
    page.keyboard.press("j")
    assert here() == known[0]
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert here() == known[1] and page.get_by_label(f"Kies {known[1]}").is_checked()
    page.keyboard.press("k")
    page.keyboard.press("?")
    assert page.get_by_text("Naar de volgende of de vorige").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/INB-*")
    # Letters typed in a field are words.
    page.goto(desk(own_demo))
    page.locator(".input-filter summary").click()
    page.locator("[name=zoek]").click()
    page.keyboard.type("jk?")
    assert page.locator("[name=zoek]").input_value() == "jk?"


def test_what_is_left_out_is_read_by_handlers_alone(own_demo, guest):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(desk(own_demo) + "?kanaal=letter")
    rows = page.locator("tbody tr").filter(has_text="Namens een paar buren")
    number = rows.first.locator("th a").inner_text()
    page.goto(f"{desk(own_demo)}/{number}")
    page.get_by_role("link", name="Beoordeel deze inbreng").click()
    page.get_by_label("Doet mee", exact=True).check()
    page.get_by_label("Nog iets weglaten (1)").fill("een paar buren")
    page.get_by_label("Waarom laat u dit weg? (1)").select_option("naam")
    look(page, "desk-judgement")
    page.get_by_role("button", name="Bewaar de beoordeling").click()
    assert "een paar buren" in page.locator("main").inner_text()
    look(page, "desk-input")
    drafter = guest("Marieke", base_url=own_demo.address)
    drafter.goto(f"{desk(own_demo)}/{number}")
    words = drafter.locator("main").inner_text()
    assert "Namens [naam weggelaten] schrijf ik" in words and "een paar buren" not in words
    drafter.goto(desk(own_demo) + "?zoek=buren")
    assert number not in numbers(drafter)
