"""Letters and mail in a browser: taken in, read beside the form, cut into inputs; by selecting words with scripts, by
pasting them without."""

import pytest

from conftest import DESKTOP, look

LETTER = """Geachte gemeente,

De stoep voor mijn deur is te smal voor een rolstoel.

De hangplek achter het station is donker. Zet daar licht neer.

J. Kanarie"""


def open_post(page, demo):
    page.goto(f"/plannen/{demo.plans['veiligheid']}/inname")
    return page


def say(page):
    return page.locator(".done").inner_text()


def test_what_came_in_is_shown(guest, demo):
    page = open_post(guest("Dewi"), demo)
    look(page, "inname")
    page.get_by_role("link", name="Overlast en verlichting op de Lange Wal").click()
    assert "procent van de tekst" in page.locator(".source-pane").inner_text()
    assert page.locator("mark.taken").count() == 1
    look(page, "inname-brief")
    page.locator(".taken-by").first.click()
    assert "H. Wierda" in page.locator("main").inner_text()
    look(page, "inname-inbreng")


def test_of_a_mail_it_is_said_that_its_sender_is_not_certain(guest, demo):
    page = open_post(guest("Dewi"), demo)
    page.get_by_role("link", name="Reactie op het veiligheidsplan").click()
    doubt = page.locator(".doubt").inner_text()
    assert "De afzender van een mail is niet zeker" in doubt
    assert "bewonersgroep.noord@voorbeeld.example" in doubt and "verzending@nieuwsbrief.example" in doubt
    look(page, "inname-mail")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_letter_is_cut_into_inputs(guest, own_demo, scripts):
    page = open_post(guest("Dewi", scripts=scripts, base_url=own_demo.address), own_demo)
    page.get_by_role("link", name="Neem een brief, mail of stuk in").click()
    page.get_by_label("Brief", exact=True).check()
    if scripts:
        look(page, "inname-nieuw")
    page.locator("textarea[name=tekst]").fill(LETTER)
    page.get_by_role("button", name="Neem in").click()
    if scripts:
        page.locator(".selection-button").wait_for(state="attached")
        page.evaluate("""() => {
            const node = document.querySelector('.source-text span').firstChild;
            const start = node.data.indexOf('De hangplek');
            const range = document.createRange();
            range.setStart(node, start);
            range.setEnd(node, node.data.indexOf('neer.') + 5);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""")
        page.get_by_role("button", name="Neem deze woorden over").click()
        assert "hangplek" in page.locator("textarea[name=passage]").input_value()
    else:
        page.locator("textarea[name=passage]").fill("De hangplek achter het station is donker.\nZet daar licht neer.")
    page.get_by_role("button", name="Maak er inbreng van").click()
    assert "Dit is nu INB-" in say(page)
    assert "Zet daar licht neer." in page.locator("mark.taken").inner_text()
    page.locator("textarea[name=passage]").fill("Dit staat er niet")
    page.get_by_role("button", name="Maak er inbreng van").click()
    assert "staan niet in het stuk" in page.locator(".errors").inner_text()
    if scripts:
        look(page, "inname-fout")
    page.get_by_role("button", name="Klaar: alles is overgenomen").click()
    assert "Het stuk is klaar." in say(page)


def test_a_list_is_tried_and_taken_in(guest, own_demo):
    page = open_post(guest("Dewi", base_url=own_demo.address), own_demo)
    page.get_by_role("link", name="Lees een lijst met reacties in").click()
    rows = "Naam;Reactie;Sectie\nJ. Kanarie;Meer licht bij het station;\nK. Smit;Ook dit;Bestaat niet\n"
    page.set_input_files("input[name=bestand]", {"name": "lijst.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    look(page, "inname-lijst-nieuw")
    page.get_by_role("button", name="Verder").click()
    assert page.get_by_label("Kolom ‘Reactie’").input_value() == "text"
    page.get_by_role("button", name="Kijk wat er gebeurt").click()
    assert "1 rij kan worden ingelezen" in page.locator("#proef").inner_text()
    look(page, "inname-lijst")
    page.get_by_role("button", name="Lees 1 rij in").click()
    assert "Ingelezen als inbreng: 1." in say(page)


def test_a_file_that_is_far_too_large_is_refused_in_words(guest, demo, tmp_path):
    page = open_post(guest("Dewi", viewport=DESKTOP), demo)
    page.expected.add(413)
    page.get_by_role("link", name="Neem een brief, mail of stuk in").click()
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(50 << 20)
    page.set_input_files("input[name=bestand]", large)
    page.get_by_label("Brief", exact=True).check()
    page.get_by_role("button", name="Neem in").click()
    page.wait_for_load_state()
    assert "te groot" in page.locator("main").inner_text().lower()
