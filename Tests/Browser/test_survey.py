"""The questionnaire for residents: filled in by anybody, with and without scripts, on a phone, and never twice."""

import re
import threading
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

    assert post() == 303
    while post() != 429:
        pass
    # As long as it goes on, there is no room for more.
    robot = threading.Thread(target=lambda: [post() for _ in range(200)], daemon=True)
    robot.start()
    go_on(page)
    robot.join()
    assert "heel druk" in page.locator(".errors").inner_text()
    assert page.get_by_label("Roggezijl").is_checked()
    page.goto("/")
    assert page.locator("h1").is_visible()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


# The office


def fill_round(page, demo, title):
    page.goto(f"/plannen/{demo.plans['veiligheid']}/rondes/nieuw")
    page.get_by_label("Naam van de ronde").fill(title)
    page.get_by_label("Inwoners", exact=True).check()
    page.locator("#veld-gevraagd").fill("Bewoners")
    page.locator("[name=kanalen][value=form]").uncheck()
    page.locator("[name=kanalen][value=survey]").check()
    for name, values in [("van", ("1", "1", "2026")), ("tot", ("1", "6", "2027"))]:
        for part, value in zip(("dag", "maand", "jaar"), values):
            page.locator(f"[name={name}-{part}]").fill(value)
    page.get_by_role("button", name="Bewaar").click()


def add_question(page, sort, text, **fields):
    page.get_by_role("link", name=sort, exact=True).last.click()
    page.get_by_label("Vraag", exact=True).fill(text)
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Bewaren").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_office_builds_one_tries_it_and_residents_fill_it_in(guest, own_demo, scripts):
    page = guest("Dewi Tahapary", scripts=scripts, base_url=own_demo.address)
    fill_round(page, own_demo, "Groen in de straat")
    page.get_by_role("link", name="Enquête", exact=True).click()
    assert "er is nog geen vraag" in page.content().lower()
    see(page, "enquete-bouwen-leeg", scripts)
    page.get_by_role("link", name="Nieuwe pagina").click()
    page.get_by_label("Titel van de pagina").fill("Uw straat")
    page.get_by_role("button", name="Bewaren").click()
    assert "Uw straat" in page.content() and "er is nog geen vraag" in page.content().lower()

    add_question(page, "Eén antwoord kiezen", "Staan er bomen in uw straat?", antwoorden="Ja\nNee")
    page.get_by_role("link", name="Open vraag", exact=True).click()
    page.get_by_label("Vraag", exact=True).fill("Waar wilt u een boom?")
    page.get_by_label("Staan er bomen in uw straat? – Nee").check()
    see(page, "enquete-vraag", scripts)
    page.get_by_role("button", name="Bewaren").click()
    assert "Alleen als u bij ‘Staan er bomen in uw straat?’ kiest: Nee" in page.content()
    page.get_by_role("button", name="Omhoog: Waar wilt u een boom?").click()
    assert "hangt af van een vraag" in page.locator(".built-page").inner_text()
    see(page, "enquete-bouwen-fout", scripts)
    page.get_by_role("button", name="Omlaag: Waar wilt u een boom?").click()
    assert "hangt af van een vraag" not in page.locator(".built-page").inner_text()
    see(page, "enquete-bouwen", scripts)

    page.get_by_role("link", name="Probeer de enquête").click()
    choose(page, "Staan er bomen", "Nee")
    see(page, "enquete-proef", scripts)
    go_on(page)
    assert page.get_by_label("Waar wilt u een boom?").is_visible()
    go_on(page)
    assert "Er is niets bewaard" in page.content()

    page.get_by_role("link", name="Naar de ronde").click()
    page.get_by_role("link", name="Open de ronde").click()
    page.locator("main form button[type=submit]").last.click()
    page.get_by_role("link", name="Enquête", exact=True).click()
    address = page.locator("main a[href*='/enquete/']").first.get_attribute("href")
    see(page, "enquete-geopend", scripts)
    resident = guest(scripts=scripts, base_url=own_demo.address, viewport=PHONE)
    resident.goto(address)
    assert resident.get_by_role("link", name="Begin met de enquête").is_visible()


def test_the_office_reads_the_results(guest, demo):
    page = guest("Dewi Tahapary")
    page.goto(f"/plannen/{demo.plans['veiligheid']}/rondes/{ROUND}")
    page.get_by_role("link", name="Enquête", exact=True).click()
    page.get_by_role("link", name="Uitkomsten van de enquête").click()
    look(page, "enquete-uitkomsten")
    assert page.locator("svg.chart").count() > 8
    assert "minder dan 5" in page.content(), "few answered that they live elsewhere"
    page.get_by_role("link", name="Online veiligheid").click()
    assert page.locator("section.result[id]").count() == 2
    page.get_by_role("link", name="Kruistabel").click()
    page.get_by_label("Vraag in de regels").select_option(label="Waar woont u?")
    page.get_by_label("Vraag in de kolommen").select_option(label="Voelt u zich wel eens onveilig in uw buurt?")
    page.get_by_role("button", name="Toon de tabel").click()
    look(page, "enquete-kruistabel")
    assert page.get_by_role("row", name=re.compile("^Havenkwartier")).locator("td").count() == 5


def test_the_results_are_weighted_to_the_population(guest, own_demo):
    page = guest("Dewi Tahapary", base_url=own_demo.address)
    page.goto(f"/plannen/{own_demo.plans['veiligheid']}/rondes/{ROUND}/enquete/weging?vraag=v2")
    look(page, "enquete-weging")
    boxes = page.locator("main input[inputmode=numeric]")
    for index, percent in enumerate(["30", "30", "20", "10"]):
        boxes.nth(index).fill(percent)
    page.get_by_role("button", name="Bewaren").click()
    assert "nu is het 90" in page.locator(".errors").inner_text()
    boxes.nth(3).fill("20")
    page.get_by_role("button", name="Bewaren").click()
    assert "gewogen naar de bevolking" in page.content()
    share = page.locator("#vraag-v2 tbody tr").first.locator("td").nth(1).inner_text()
    assert abs(int(share.removesuffix(" %")) - 30) <= 2
    page.get_by_role("link", name="Toon ze zonder weging").click()
    assert page.locator("#vraag-v2 tbody tr").first.locator("td").nth(1).inner_text() != share


def test_on_paper_answers_are_keyed_in(guest, own_demo):
    page = guest("Dewi Tahapary", base_url=own_demo.address)
    page.goto(f"/plannen/{own_demo.plans['veiligheid']}/rondes/{ROUND}/enquete/invoeren")
    look(page, "enquete-invoeren")
    choose(page, re.compile("Waar woont u"), "Roggezijl")
    page.get_by_role("button", name="Bewaar dit formulier").click()
    assert "Het formulier is bewaard" in page.content()
