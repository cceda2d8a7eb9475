"""The secretary's desk in a browser: what waits, a gate, a sign-off, a meeting; on a desktop and a phone, and without
JavaScript."""

import pytest

from conftest import look


def plan_of(page):
    """The address of the first plan on the front page."""
    page.goto("/")
    return page.locator("main a[href^='/plannen/']").first.get_attribute("href")


def test_what_waits_and_where_the_plan_stands(signed_in):
    page = signed_in("secretary")
    page.goto("/mijn-werk")
    look(page, "secretaris-mijn-werk")
    plan = plan_of(page)
    for part in ["poort", "voortgang", "besluiten"]:
        page.goto(f"{plan}/{part}")
        look(page, f"secretaris-{part}")


def test_a_meeting_is_planned_by_keyboard(signed_in, screen):
    page = signed_in("secretary")
    page.goto("/vergaderingen")
    look(page, "vergaderingen")
    page.get_by_role("link", name="Plan een vergadering").focus()
    page.keyboard.press("Enter")
    look(page, "vergadering-nieuw")
    page.get_by_label("Dag", exact=True).focus()
    for word in ["12", "6", "2099"]:
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.type("09:30")
    page.keyboard.press("Tab")
    page.keyboard.type("Collegekamer")
    page.keyboard.press("Enter")
    assert "De vergadering is gepland." in page.locator(".done").inner_text()
    look(page, "vergadering")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_hold_is_asked_a_reason_and_ended(signed_in, scripts):
    page = signed_in("secretary", scripts=scripts)
    plan = plan_of(page)
    page.goto(f"{plan}/poort")
    page.get_by_role("link", name="Houd aan").click()
    page.get_by_role("button", name="Houd aan").click()
    assert "Er is iets niet goed ingevuld" in page.locator(".errors").inner_text()
    page.get_by_label("Reden").fill("Wacht op de begroting")
    page.get_by_role("button", name="Houd aan").click()
    assert "Dit staat nu stil." in page.locator(".done").inner_text()
    page.get_by_role("link", name="Laat weer doorgaan").click()
    page.get_by_role("button", name="Laat weer doorgaan").click()
    assert "Dit gaat weer door." in page.locator(".done").inner_text()
