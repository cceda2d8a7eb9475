"""The questionnaire for residents: filled in by anybody, with and without scripts, on a phone, and never twice."""

import re
import time
import urllib.error
import urllib.request

import pytest

from conftest import PHONE, look

ROUND = "bewoners-van-waterkerke"


def place(demo):
    return f"/enquete/{demo.plans['veiligheid']}/{ROUND}"


def see(page, name, scripts=True):
    if scripts:
        look(page, name)


def choose(page, question, answer):
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def go_on(page):
    page.get_by_role("button", name="Volgende").click()


def heading(page):
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_resident_answers_page_by_page_and_gets_a_code(guest, demo, scripts):
    page = guest(scripts=scripts)
    page.goto(place(demo))
    assert "Wij vragen niet wie u bent" in page.content()
    see(page, "enquete-begin", scripts)
    page.get_by_role("link", name="Begin met de enquête").click()
    assert "Stap 1 van" in page.content()
    see(page, "enquete-stap-1", scripts)

    # What must be answered is asked for at the question, and nothing that was typed is lost.
    choose(page, "Waar woont u?", "Havenkwartier")
    go_on(page)
    assert "Er is iets niet goed ingevuld" in page.locator(".errors").inner_text()
    see(page, "enquete-fout", scripts)
    page.locator(".errors a").click()
    assert page.get_by_label("Havenkwartier", exact=True).is_checked()
    choose(page, "Welk cijfer", "8")
    go_on(page)

    # An answer brings a question that was not there before.
    assert heading(page) == "Veilig in uw buurt"
    choose(page, "wel eens onveilig", "Vaak")
    page.get_by_role("group", name="Afval op straat").get_by_label("Soms").check()
    go_on(page)
    assert "een vraag bij gekomen" in page.content()
    page.get_by_label("Wanneer voelt u zich onveilig?").fill("In het donker.\nBij de brug.")
    see(page, "enquete-stap-2", scripts)
    go_on(page)
    assert heading(page) == "Jongeren en internet"
    for answer in ["Een plek die elke dag open is", "Iets anders:"]:
        choose(page, "voor jongeren doen", answer)
    page.get_by_label("Vul hier in wat u bedoelt").fill("Sporten")
    choose(page, "online opgelicht", "Nee")
    see(page, "enquete-stap-3", scripts)
    go_on(page)

    # A ranking: each place once.
    lists = page.locator(".ranking select")
    lists.nth(0).select_option("1")
    lists.nth(1).select_option("2")
    lists.nth(2).select_option("1")
    if scripts:
        assert [lists.nth(index).input_value() for index in range(3)] == ["", "2", "1"]
        lists.nth(0).select_option("3")
    else:
        go_on(page)
        assert "twee keer" in page.locator(".errors").inner_text()
        lists.nth(0).select_option("3")
    see(page, "enquete-volgorde", scripts)
    page.get_by_role("button", name="Vorige").click()
    assert page.get_by_label("Sporten").count() == 0 and page.get_by_label("Vul hier in").input_value() == "Sporten"
    go_on(page)
    assert [lists.nth(index).input_value() for index in range(3)] == ["3", "2", "1"]
    go_on(page)

    assert heading(page) == "Kijk uw antwoorden na"
    assert "Bij de brug." in page.content() and "Afval op straat: Soms" in page.content()
    see(page, "enquete-controle", scripts)
    time.sleep(4)
    page.get_by_role("button", name="Verstuur").click()
    assert heading(page) == "Dank u wel"
    code = page.locator(".receipt-code").inner_text()
    assert re.fullmatch(r"([0-9A-Z]{4}-){2}[0-9A-Z]{4}", code)
    see(page, "enquete-dank", scripts)
    assert not [kept for kept in page.context.cookies() if kept["name"] == "enquete"], "nobody can be known again"

    # Back and once more counts nothing.
    receipt = page.url
    page.goto(place(demo) + "/controle")
    assert page.url.endswith(ROUND)
    page.goto(receipt)
    assert code in page.content()


def test_somebody_stops_on_the_way_and_comes_back_elsewhere(guest, demo):
    page = guest()
    page.goto(place(demo) + "/pagina/p1")
    choose(page, "Waar woont u?", "Roggezijl")
    page.get_by_role("button", name="Bewaren en later verdergaan").click()
    look(page, "enquete-bewaard")
    link = page.get_by_label("Uw link").input_value()
    assert place(demo) + "/verder/" in link

    elsewhere = guest()
    elsewhere.goto(link)
    assert "Welkom terug" in elsewhere.content() and "verder/" not in elsewhere.url
    elsewhere.get_by_role("link", name="Ga verder met uw antwoorden").click()
    assert elsewhere.get_by_label("Roggezijl").is_checked()
    stranger = guest()
    stranger.goto(place(demo))
    assert stranger.get_by_role("link", name="Begin met de enquête").is_visible()


def test_it_can_be_answered_by_keyboard_alone(guest, demo):
    page = guest()
    page.goto(place(demo) + "/pagina/p1")
    page.get_by_label("Binnenstad").focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Havenkwartier").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pagina/p2")
    assert heading(page) == "Veilig in uw buurt"


def test_on_paper_it_stands_in_large_print_with_boxes(guest, demo):
    page = guest()
    page.goto(place(demo))
    page.get_by_role("link", name=re.compile("Liever op papier")).click()
    look(page, "enquete-papier")
    page.emulate_media(media="print")
    size = page.locator("article.paper").evaluate("part => parseFloat(getComputedStyle(part).fontSize)")
    assert size >= 19, "15 points at least"
    assert not page.get_by_role("button").count()
    assert page.locator(".box").count() > 40


def test_too_many_at_once_are_asked_to_wait_and_lose_nothing(guest, own_demo):
    """One sender who sends page after page is stopped, with what they typed still there; others go on."""
    page = guest(base_url=own_demo.address)
    page.goto(place(own_demo) + "/pagina/p1")
    choose(page, "Waar woont u?", "Roggezijl")
    choose(page, "Welk cijfer", "3")
    form = {name: page.locator(f"input[name={name}]").first.input_value() for name in ["_token", "_request", "stempel"]}
    body = "&".join(f"{name}={value}" for name, value in form.items()) + "&vraag-v1=a4&vraag-v3=3&actie=verder"
    cookies = "; ".join(f"{kept['name']}={kept['value']}" for kept in page.context.cookies())

    def post():
        request = urllib.request.Request(
            own_demo.address + place(own_demo) + "/pagina/p1", body.encode(),
            {"Cookie": cookies, "Origin": own_demo.address})
        try:
            return urllib.request.build_opener(NoRedirect).open(request, timeout=60).status
        except urllib.error.HTTPError as answer:
            return answer.code

    codes = [post() for _ in range(300)]
    assert codes[0] == 303 and codes[-1] == 429
    go_on(page)
    assert "het is nu heel druk" in page.locator(".errors").inner_text()
    assert page.get_by_label("Roggezijl").is_checked()
    page.goto("/")
    assert page.locator("h1").is_visible()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None
