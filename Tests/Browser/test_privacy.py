"""Privacy in a browser: what would go is shown, an input is erased and says so, and what is kept of somebody is found."""

import pytest

from conftest import look


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def admin(request, signed_in):
    page = signed_in("admin", scripts=request.param)
    page.has_scripts = request.param
    return page


def see(page, name):
    if page.has_scripts:
        look(page, name)


def test_the_administrator_sees_what_is_kept_how_long_and_of_whom(admin):
    admin.goto("/beheer")
    admin.get_by_role("link", name="Privacy").click()
    see(admin, "privacy")
    admin.get_by_role("link", name="Bewaartermijnen").click()
    see(admin, "privacy-bewaren")
    admin.get_by_label("Mail die is verstuurd of mislukt").fill("nooit")
    admin.get_by_role("button", name="Opslaan").click()
    assert admin.get_by_role("alert").is_visible()
    see(admin, "privacy-bewaren-fout")
    admin.get_by_label("Mail die is verstuurd of mislukt").fill("45")
    admin.get_by_role("button", name="Opslaan").click()
    assert admin.get_by_label("Mail die is verstuurd of mislukt").input_value() == "45"
    admin.goto("/beheer/privacy/inzage")
    see(admin, "privacy-inzage")
    admin.get_by_label("E-mailadres van de persoon").fill("niemand@voorbeeld.nl")
    admin.get_by_role("button", name="Zoek op").click()
    assert "wordt niets bewaard" in admin.locator("main").inner_text()
    assert "niemand" not in admin.url


def test_an_input_is_erased_and_says_so(guest, own_demo):
    page = guest("Dewi", base_url=own_demo.address)
    page.goto(f"/plannen/{own_demo.plans['veiligheid']}/inbreng/INB-0001")
    look(page, "inbreng-voor-wissen")
    page.get_by_role("link", name="De tekst van deze inbreng wissen").click()
    look(page, "inbreng-wissen")
    page.get_by_role("button", name="Wissen").click()
    assert page.get_by_role("alert").is_visible()
    page.get_by_label("De persoon zelf vraagt erom").check()
    page.get_by_label("Ik weet dat dit niet ongedaan").check()
    if (unanswered := page.get_by_label("nog geen antwoord heeft")).count():
        unanswered.check()
    page.get_by_role("button", name="Wissen").click()
    assert "De tekst is gewist op" in page.locator("main").inner_text()
    look(page, "inbreng-gewist")
    page.set_viewport_size({"width": 390, "height": 800})
    look(page, "inbreng-gewist")
