"""Images and annexes: added on the way, put in a text, seen by its readers."""

import json
import re
import secrets

import pytest

from conftest import look, paraaf


@pytest.fixture
def picture(page):
    """A real PNG and its name, unlike every other."""
    page.set_content(f"<h1 style='color: teal'>{secrets.token_hex(8)}</h1>")
    return {"name": "Kaart van de wijk.png", "mimeType": "image/png", "buffer": page.screenshot()}


def writable(demo):
    plan = demo.plans["veiligheid"]
    sections = json.loads(paraaf("plan", "show", plan, "--json", data=demo.data))["sections"]
    return plan, f"/plannen/{plan}/secties/{sections[3]['id']}"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_image_is_added_on_the_way_and_shown(guest, demo, picture, scripts):
    plan, section = writable(demo)
    page = guest("Sanne Verbruggen", scripts=scripts)
    page.goto(f"{section}/bewerken")
    text = page.locator("textarea[name=tekst]")
    half = f"Half af {secrets.token_hex(4)}."
    text.fill(f"{text.input_value()}\n\n{half}\n")
    page.locator("summary", has_text="Afbeelding of bijlage invoegen").click()
    page.get_by_role("button", name="Bewaar mijn concept en voeg een bestand toe").click()

    # Without words for who does not see it an image is not taken in.
    description = f"Kaart van de wijk met [nieuwe] lantaarns {secrets.token_hex(3)}"
    page.get_by_label("Bestand", exact=True).set_input_files(picture)
    page.get_by_role("button", name="Bestand toevoegen").click()
    assert page.locator("#veld-beschrijving-fout").is_visible()
    page.get_by_label("Bestand", exact=True).set_input_files(picture)
    page.get_by_label("Beschrijving").fill(description)
    page.get_by_role("button", name="Bestand toevoegen").click()
    assert f"Toegevoegd: {description}" in page.locator(".done").inner_text()
    if scripts:
        look(page, "bijlagen")

    page.get_by_role("link", name="Terug naar uw tekst").click()
    assert half in text.input_value()
    page.locator("summary", has_text="Afbeelding of bijlage invoegen").click()
    page.get_by_role("button", name=f"Voeg in – {description}").click()
    assert "](bijlagen/kaart-van-de-wijk" in text.input_value() and half in text.input_value()
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    page.locator(f"#voorbeeld img[alt='{description}']").wait_for()
    if scripts:
        look(page, "editor-afbeelding")
    page.get_by_label("Wat is er gewijzigd, en waarom?").fill("Kaart erbij")
    page.get_by_label("Inhoudelijk", exact=True).check()
    page.get_by_role("button", name="Opslaan", exact=True).click()

    image = page.locator(f".prose img[alt='{description}']")
    image.scroll_into_view_if_needed()
    fetched = page.request.get(demo.address + image.get_attribute("src"))
    assert fetched.status == 200 and fetched.headers["content-type"] == "image/png"
    if scripts:
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
        look(page, "sectie-afbeelding")

    page.goto(f"/plannen/{plan}/bijlagen")
    page.get_by_role("link", name=re.compile(re.escape(description) + "$")).last.click()
    page.get_by_label("Ja, ik weet het zeker").check()
    page.get_by_role("button", name="Uit het plan halen").click()
    assert "wordt nog gebruikt" in page.locator("main").inner_text()
    if scripts:
        look(page, "bijlage")


def test_only_who_works_on_the_plan_gets_at_its_files(guest, demo, picture):
    plan, _ = writable(demo)
    writer = guest("Sanne Verbruggen")
    writer.goto(f"/plannen/{plan}/bijlagen")
    writer.get_by_label("Bestand", exact=True).set_input_files(picture)
    writer.get_by_label("Beschrijving").fill("Kaart die nog nergens staat")
    writer.get_by_role("button", name="Bestand toevoegen").click()
    files = f"/plannen/{plan}/bijlagen/"
    address = writer.locator(f".annexes img[src^='{files}']").last.get_attribute("src")
    visitor = guest()
    visitor.goto(address)
    assert "/inloggen" in visitor.url
    visitor.expected.add(404)
    name = re.search(r"bijlagen/([^/]+)/bestand", address).group(1)
    assert visitor.goto(f"/plannen/{plan}/bestanden/{name}").status in (200, 404)
    assert visitor.request.get(f"{demo.address}/plannen/{plan}/bestanden/{name}").headers["content-type"] != "image/png"
