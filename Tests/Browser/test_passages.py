"""An old passage of a section, found by comparing two versions and laid on the desk."""

import re

import pytest

from conftest import look

SECTION = re.compile(r"/secties/[a-z0-9-]+$")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_one_passage_comes_back_as_a_draft_and_is_saved_with_a_reason(guest, demo, scripts):
    page = guest("Sanne Verbruggen", scripts=scripts)
    plan = f"/plannen/{demo.plans['sport']}"
    page.goto(plan)
    section = find_section_that_changed(page, plan)
    page.get_by_role("button", name="Vergelijk de gekozen versies").click()
    page.get_by_role("link", name="Haal passages van ‘was’ terug").click()
    if scripts:
        look(page, "passages")
    page.get_by_role("button", name="Zet klaar als concept").click()
    assert "kruis ten minste één passage aan" in page.get_by_role("alert").inner_text().lower()
    if scripts:
        look(page, "passages-fout")
    first = page.get_by_role("checkbox").first
    was = re.sub(r"−?\s*weggehaald:|\(einde\)", "", page.locator(".side").first.inner_text().removeprefix("Was"))
    first.check()
    page.get_by_role("button", name="Zet klaar als concept").click()
    assert "staan in uw concept" in page.locator(".done").inner_text()
    typed = page.get_by_label("Tekst", exact=True).input_value()
    assert words(was) in words(typed)
    if scripts:
        look(page, "passages-concept")
    page.get_by_role("button", name="Opslaan").click()
    assert "veld-reden" in page.get_by_role("alert").inner_html(), "nothing is saved without a reason"
    page.goto(section)
    assert words(was) not in words(page.locator(".prose").inner_text()), "a draft is not the plan"
    page.get_by_role("link", name="Bewerken", exact=True).click()
    page.get_by_role("button", name="Concept weggooien").click()
    assert "weggegooid" in page.locator(".done").inner_text()


def find_section_that_changed(page, plan):
    """Opens a section of which two versions differ."""
    links = [link.get_attribute("href") for link in page.locator(f"a[href^='{plan}/secties/']").all()]
    for address in dict.fromkeys(link for link in links if SECTION.search(link)):
        page.goto(address)
        if page.get_by_role("button", name="Vergelijk de gekozen versies").count():
            return address
    pytest.fail("no section of the demo has two versions")


def words(text):
    return re.sub(r"\W+", " ", text).strip().lower()
