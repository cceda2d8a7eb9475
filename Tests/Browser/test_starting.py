"""A plan that begins with a document: a real Word file, its cut corrected, and the plan that comes of it."""

import base64
import re
import secrets
import subprocess

import pytest

from conftest import look

# A square of one colour: the smallest picture that a browser shows.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAAA1BMVEUVQnOIZ5PqAAAAC0lEQVR4nGNgQAYAABAAAWPrK1cAAAAASUVORK5CYII=")

TEXT = """---
title: {title}
---

# Inleiding

Het park is **donker**. Dat moet anders.

## Doel

Rust in het park.

### Cijfers

Zeven meldingen in 2025.

![Kaart van het park](park.png)

# Aanpak

## Licht

Twintig lampen.

# Bijlage voor het team

Niet voor in het plan.
"""


@pytest.fixture
def document(tmp_path):
    """`document(title, kind)`: a document of an office program, made as people make them."""

    def make(title, kind="docx"):
        (tmp_path / "park.png").write_bytes(PIXEL)
        (tmp_path / "plan.md").write_text(TEXT.format(title=title))
        made = tmp_path / f"plan.{kind}"
        subprocess.run(
            ["pandoc", "plan.md", "--from=markdown", "--output", made.name], cwd=tmp_path, check=True, timeout=60)
        return made

    return make


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_document_is_cut_corrected_and_made_into_a_plan(signed_in, document, kind, scripts):
    page = signed_in("editor", scripts=scripts)
    title = f"Parkplan {secrets.token_hex(4)}"
    page.goto("/plannen/nieuw")
    page.get_by_role("link", name="Begin met een document").click()
    if scripts:
        look(page, "nieuw-document")
    page.get_by_label("Document", exact=True).set_input_files(document(title, kind))
    page.get_by_role("button", name="Lees het document in").click()

    if kind == "docx":
        assert page.get_by_label("Titel van het plan", exact=True).input_value() == title
    else:
        # ODT has its title as a line above the first heading.
        page.get_by_label("Wat wordt ‘Tekst vóór de eerste kop’?").select_option(label="Weglaten")
        page.get_by_label("Titel van het plan", exact=True).fill(title)
    assert "afbeelding" in page.locator("#uitkomst").inner_text()
    page.get_by_label("Wat wordt ‘Bijlage voor het team’?").select_option(label="Weglaten")
    page.get_by_label("Wat wordt ‘Cijfers’?").select_option(label="Sectie")
    page.get_by_label("Titel van ‘Cijfers’").fill("Cijfers van 2025")
    page.get_by_role("button", name="Werk de verdeling bij").click()
    outcome = page.locator("#uitkomst").inner_text()
    assert "Cijfers van 2025" in outcome and "Bijlage voor het team" not in outcome
    if scripts:
        look(page, "nieuw-verdeling")

    # What was chosen is there for whoever comes back another day.
    address = page.url.split("#")[0]
    page.goto("/plannen/nieuw/document")
    page.get_by_role("link", name=re.compile(rf"^plan\.{kind}")).first.click()
    assert page.url == address
    assert page.get_by_label("Titel van ‘Cijfers’").input_value() == "Cijfers van 2025"

    page.get_by_label("Uitvoeringsplan", exact=True).check()
    page.get_by_role("button", name="Begin dit plan").click()
    assert f"Het plan ‘{title}’ is begonnen." in page.locator(".done").inner_text()
    structure = page.locator("main").inner_text()
    assert re.search("Doel", structure) and "Cijfers van 2025" in structure and "Licht" in structure
    assert "Bijlage voor het team" not in structure
    page.get_by_role("link", name=re.compile("Cijfers van 2025$")).first.click()
    assert "Zeven meldingen in 2025." in page.locator("textarea[name=tekst]").input_value()
    # ODT says beside an image, and not of it, what it shows.
    shown = "![Kaart van het park](bijlagen/" if kind == "docx" else "![](bijlagen/"
    assert shown in page.locator("textarea[name=tekst]").input_value()


def test_a_document_that_cannot_be_read_says_why_and_makes_nothing(signed_in, tmp_path):
    page = signed_in("editor")
    broken = tmp_path / "plan.docx"
    broken.write_bytes(b"PK\x03\x04 dit is geen Word-document")
    page.goto("/plannen/nieuw/document")
    page.get_by_role("button", name="Lees het document in").click()
    assert page.locator("#veld-document-fout").is_visible()
    page.get_by_label("Document", exact=True).set_input_files(broken)
    page.get_by_role("button", name="Lees het document in").click()
    assert page.locator("#veld-document-fout").is_visible()
    look(page, "nieuw-document-fout")
    assert "/plannen/nieuw/document" in page.url
