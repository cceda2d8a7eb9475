"""Reading in a browser: every page, on a desktop and a phone, as somebody who reads every plan."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WCAG, paraaf


@pytest.fixture
def page(signed_in):
    return signed_in("auditor")


@pytest.fixture(scope="session")
def plans(data):
    """The demo's plans by stage."""
    return {plan["stage"]: plan["id"] for plan in json.loads(paraaf("plan", "list", "--json", data=data))}


@pytest.fixture(scope="session")
def section(data, plans):
    shown = json.loads(paraaf("plan", "show", plans["adopted"], "--json", data=data))
    return shown["sections"][1]["id"]


def addresses(plans, section):
    adopted, coming = f"/plannen/{plans['adopted']}", f"/plannen/{plans['consult']}"
    return [
        "/", "/over", adopted, coming, f"{adopted}/tekst", f"{adopted}/handelingen", f"{adopted}/werkwijze",
        f"{coming}/werkwijze", f"{adopted}/stukken", f"{adopted}/secties/{section}",
        f"{adopted}/stukken/nota", f"{adopted}/stukken/raadsmededeling", f"{adopted}/stukken/plan",
    ]


def open_page(page, address):
    response = page.goto(address)
    assert response.status == 200, address
    return response


def test_no_page_scrolls_sideways_or_weighs_much(page, plans, section):
    for address in addresses(plans, section):
        response = open_page(page, address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        if "/stukken/" not in address and not address.endswith("/tekst"):
            assert len(response.body()) < 100_000, address


def test_axe_finds_nothing_on_any_page(page, plans, section):
    axe = Axe()
    for address in addresses(plans, section):
        open_page(page, address)
        found = axe.run(page, options=WCAG).response["violations"]
        assert not found, f"{address}: {[(rule['id'], rule['nodes'][0]['html']) for rule in found]}"


def test_every_page_has_one_main_heading_a_language_and_no_missing_phrase(page, plans, section):
    for address in addresses(plans, section):
        open_page(page, address)
        assert page.locator("h1").count() == 1, address
        assert page.locator("html").get_attribute("lang") == "nl", address
        assert "⟦" not in page.content(), address


def test_a_reader_walks_from_the_list_to_a_section_and_its_neighbour(page, plans):
    open_page(page, "/")
    page.get_by_role("link", name=re.compile("^Plan van aanpak")).first.click()
    assert page.url.endswith(plans["adopted"])
    page.locator("main a[href*='/secties/']").first.click()
    title = page.locator("h1").inner_text()
    page.locator("a[rel='next']").first.click()
    assert page.locator("h1").inner_text() != title


def test_the_keyboard_reaches_the_content_past_the_menu(page, plans):
    open_page(page, f"/plannen/{plans['adopted']}")
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    assert skip.startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == skip
    assert page.locator(skip).count() == 1


def test_the_gate_says_what_is_missing_and_who_must_act(page, plans):
    open_page(page, f"/plannen/{plans['consult']}")
    text = page.locator("main").inner_text()
    assert "consultatieronde" in text
    assert "gemeentesecretaris" in text


def test_two_versions_are_compared_with_marks_that_do_not_need_colour(page, data, plans):
    shown = json.loads(paraaf("plan", "show", plans["adopted"], "--json", data=data))
    open_page(page, f"/plannen/{plans['adopted']}/secties/{shown['sections'][0]['id']}")
    page.get_by_role("button", name="Vergelijk").click()
    assert "Was en wordt" in page.locator("h1").inner_text()
    column = page.locator("main")
    for element, mark in [("ins", "+"), ("del", "−")]:
        words = column.locator(f"{element}:visible")
        assert words.count() > 0, element
        assert mark in words.first.inner_text(), element
    assert "woorden toegevoegd" in column.inner_text()


def test_english_is_a_choice_that_stays(page, plans):
    open_page(page, f"/plannen/{plans['adopted']}")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith(plans["adopted"])
    open_page(page, "/")
    assert page.locator("html").get_attribute("lang") == "en"


def test_an_address_that_leads_nowhere_says_so_in_dutch(page):
    assert page.goto("/plannen/bestaat-niet").status == 404
    assert "niet" in page.locator("h1").inner_text().lower()
    # The browser itself reports a page that was not found.
    page.expected.add(404)


def test_everything_is_there_without_javascript(signed_in, plans, section):
    page = signed_in("auditor", scripts=False)
    for address in addresses(plans, section):
        assert page.goto(address).status == 200
        assert page.locator("h1").count() == 1


def test_pages_print_without_their_navigation(page, plans, section):
    page.emulate_media(media="print")
    page.goto(f"/plannen/{plans['adopted']}/secties/{section}")
    assert page.locator("main").is_visible()
    assert not page.locator("header nav").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
