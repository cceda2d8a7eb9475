"""The drafter's desk in a real browser: writing, losing the tab, the session or the server, and writing together."""

import base64
import hashlib
import json
import os
import re
import secrets
import socket
import sqlite3
import subprocess
import time

import pytest

from conftest import PROGRAM, ROOT, erasures, look, paraaf


class Workplace:
    """A demo of its own with a server that can be stopped and started again, and people who are signed in."""

    def __init__(self, folder):
        self.folder = folder
        environment = self.environment() | {"PARAAF_DATA": str(folder)}
        subprocess.run([PROGRAM, "demo"], env=environment, check=True, capture_output=True, timeout=600)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = f"http://127.0.0.1:{self.port}"
        self.server = None
        self.start()

    def environment(self):
        return os.environ | {"PARAAF_HOME": str(ROOT), "PARAAF_ERASURES": erasures(self.folder)}

    def start(self):
        command = [PROGRAM, "serve", "--data", str(self.folder), "--port", str(self.port), "--demo"]
        self.server = subprocess.Popen(
            command, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.server.stdout:
            if "http://" in line:
                return
        pytest.fail("the server said no address")

    def stop(self):
        self.server.terminate()
        assert self.server.wait(timeout=30) == 0

    def _database(self):
        return sqlite3.connect(next(self.folder.rglob("*.sqlite")), timeout=20)

    def session(self, name):
        """The cookie of somebody by name, as of a sign-in a moment ago."""
        secret = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        now = int(time.time() * 1000)
        # Names lie under lock; a function does not.
        people = json.loads(paraaf("user", "list", "--json", data=self.folder))
        function = next(each["roles"][0]["function"] for each in people if each["name"] == name)
        with self._database() as database:
            person = database.execute("SELECT person FROM appointment WHERE function = ?", (function,)).fetchone()[0]
            database.execute(
                "INSERT INTO signInSession (id, person, startedAt, lastSeenAt, expiresAt, device, hasSecondFactor)"
                " VALUES (?, ?, ?, ?, ?, 'Proef', 1)",
                (hashlib.sha256(secret.encode()).hexdigest(), person, now, now, now + 3_600_000))
        return {"name": "paraaf", "value": secret, "url": self.site}

    def end_sessions(self):
        with self._database() as database:
            database.execute("DELETE FROM signInSession")

    def sections(self):
        """Sections of a plan that can be written now, each as the address of its page."""
        plans = json.loads(paraaf("plan", "list", "--json", data=self.folder))
        plan = next(plan["id"] for plan in plans if "veilig" in plan["id"] and plan["stage"] != "adopted")
        shown = json.loads(paraaf("plan", "show", plan, "--json", data=self.folder))
        return [f"/plannen/{plan}/secties/{section['id']}" for section in shown["sections"]]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    place = Workplace(tmp_path_factory.mktemp("desk") / "paraaf")
    yield place
    place.stop()


@pytest.fixture(scope="module")
def sections(workplace):
    return workplace.sections()


@pytest.fixture
def at_desk(browser, workplace, screen):
    """`at_desk(name, scripts=True)`: a page of a browser in which somebody is signed in."""
    contexts = []

    def open_one(name="Sanne Verbruggen", scripts=True):
        context = browser.new_context(
            base_url=workplace.site, viewport=screen, locale="nl-NL", java_script_enabled=scripts)
        contexts.append(context)
        context.add_cookies([workplace.session(name)])
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


def open_editor(page, section):
    assert page.goto(f"{section}/bewerken").status == 200


def area(page):
    return page.locator("textarea[name=tekst]")


def save(page, reason="Scherper gezegd", nature="Inhoudelijk"):
    page.get_by_label("Wat is er gewijzigd, en waarom?").fill(reason)
    page.get_by_label(nature, exact=True).check()
    page.get_by_role("button", name="Opslaan", exact=True).click()


def wait_until_kept(page):
    page.locator("[data-status]", has_text="Concept bewaard").wait_for(timeout=20_000)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_text_is_written_previewed_and_saved(at_desk, sections, scripts):
    page = at_desk(scripts=scripts)
    page.goto(sections[0])
    page.get_by_role("link", name="Bewerken", exact=True).click()
    words = f"Nieuwe woorden {secrets.token_hex(4)}."
    area(page).fill(f"{area(page).input_value()}\n\n**{words}**\n")
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    page.locator("#voorbeeld strong", has_text=words).wait_for()
    if scripts:
        look(page, "editor")
    save(page)
    assert "opgeslagen" in page.locator(".done").inner_text()
    assert words in page.locator(".prose").inner_text()


def test_what_is_refused_comes_back_with_every_word(at_desk, sections):
    page = at_desk(scripts=False)
    open_editor(page, sections[0])
    typed = area(page).input_value() + "\n\nNiet 7 maar 8 straten.\n"
    area(page).fill(typed)
    save(page, nature="Typografisch")
    assert "inhoudelijk" in page.locator("#veld-aard-fout").inner_text()
    assert area(page).input_value().strip() == typed.strip()
    page.get_by_role("button", name="Concept weggooien").click()


def test_a_killed_tab_loses_nothing(at_desk, sections):
    page = at_desk()
    open_editor(page, sections[1])
    area(page).press("Control+End")
    area(page).type("\n\nGetypt en bewaard.")
    wait_until_kept(page)
    area(page).type(" En de laatste woorden.")
    again = page.context.new_page()
    page.close(run_before_unload=False)
    open_editor(again, sections[1])
    assert "Getypt en bewaard." in area(again).input_value()
    if "laatste woorden" not in area(again).input_value():
        again.get_by_role("button", name="Ga daarmee verder").click()
    assert "En de laatste woorden." in area(again).input_value()
    again.get_by_role("button", name="Concept weggooien").click()


def test_a_session_that_ends_loses_nothing(at_desk, workplace, sections):
    page = at_desk()
    open_editor(page, sections[1])
    workplace.end_sessions()
    area(page).press("Control+End")
    area(page).type("\n\nGetypt zonder sessie.")
    page.get_by_role("link", name="Inloggen op een nieuw tabblad").wait_for(timeout=20_000)
    assert "op dit apparaat bewaard" in page.locator("[data-status]").inner_text()
    page.context.add_cookies([workplace.session("Sanne Verbruggen")])
    area(page).type(" En daarna.")
    wait_until_kept(page)
    save(page)
    assert "Getypt zonder sessie. En daarna." in page.locator(".prose").inner_text()


def test_a_server_that_restarts_loses_nothing(at_desk, workplace, sections):
    page = at_desk()
    open_editor(page, sections[1])
    area(page).press("Control+End")
    area(page).type("\n\nGetypt voor de herstart.")
    wait_until_kept(page)
    workplace.stop()
    area(page).type(" Getypt tijdens de herstart.")
    page.locator("[data-status]", has_text="Geen verbinding").wait_for(timeout=20_000)
    workplace.start()
    wait_until_kept(page)
    page.reload()
    assert "Getypt voor de herstart. Getypt tijdens de herstart." in area(page).input_value()
    page.get_by_role("button", name="Concept weggooien").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_two_people_at_one_text_see_each_other_and_choose(at_desk, sections, scripts):
    sanne, marieke = at_desk(scripts=scripts), at_desk("Marieke Postma", scripts=scripts)
    mine, theirs = f"Mijn{secrets.token_hex(4)}", f"Hun{secrets.token_hex(4)}"
    open_editor(sanne, sections[2])
    area(sanne).fill(f"{mine} komt hier.")
    open_editor(marieke, sections[2])
    assert "Sanne Verbruggen is ook aan het schrijven." in marieke.locator("[data-presence]").inner_text()
    area(marieke).fill(f"{theirs} komt hier.")
    save(marieke)
    assert "opgeslagen" in marieke.locator(".done").inner_text()
    save(sanne, reason="Mijn reden")
    assert "Twee versies van dezelfde passage" in sanne.locator("h1").inner_text()
    assert mine in sanne.locator("main").inner_text() and theirs in sanne.locator("main").inner_text()
    if scripts:
        look(sanne, "conflict")
    sanne.get_by_role("radio", name="Allebei, eerst die van de ander").check()
    sanne.get_by_role("button", name="Opslaan met deze keuzes").click()
    text = sanne.locator(".prose").inner_text()
    assert f"{theirs} komt hier." in text and f"{mine} komt hier." in text


def test_everything_goes_by_keyboard(at_desk, sections):
    page = at_desk()
    open_editor(page, sections[3])
    area(page).focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+B")
    assert area(page).input_value().startswith("**")
    page.keyboard.press("Control+Z")
    page.keyboard.press("Control+End")
    heading = f"Kopje {secrets.token_hex(4)}"
    page.keyboard.type(f"\n\n## {heading}")
    page.keyboard.press("Control+s")
    wait_until_kept(page)
    assert "woord" in page.locator("[data-count]").inner_text()
    assert page.get_by_role("button", name=heading).is_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "reden":
            break
    page.keyboard.type("Kopje erbij")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "opslaan":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"{sections[3]}$"))
    assert heading in page.locator(".prose").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_plan_is_started_divided_and_its_papers_filled_in(at_desk, scripts):
    page = at_desk(scripts=scripts)
    page.goto("/plannen/nieuw")
    if scripts:
        look(page, "nieuw-plan")
    page.get_by_label("Uitvoeringsplan", exact=True).check()
    page.get_by_label("Titel van het plan").fill(f"Proefplan {secrets.token_hex(4)}")
    page.get_by_role("button", name="Begin dit plan").click()
    assert "Indeling" in page.locator("h1").inner_text()
    if scripts:
        look(page, "indeling")
    page.get_by_label("Titel van het hoofdstuk").fill("Proefhoofdstuk")
    page.get_by_role("button", name="Hoofdstuk toevoegen").click()
    page.get_by_label("Titel van de sectie").fill("Proefsectie")
    page.get_by_label("In welk hoofdstuk?").select_option(label="Proefhoofdstuk")
    page.get_by_role("button", name="Sectie toevoegen").click()
    page.get_by_role("link", name=re.compile(r"^Wijzigen\s*: .*Proefsectie$")).click()
    if scripts:
        look(page, "indeling-sectie")
    page.get_by_label("Ja, ik weet het zeker").check()
    page.get_by_role("button", name="Verwijderen").click()
    assert "uit het plan gehaald" in page.locator(".done").inner_text()
    page.get_by_role("link", name="Teksten van de nota").click()
    if scripts:
        look(page, "nota-teksten")
    page.get_by_role("link", name="Gegevens en beslispunten").click()
    if scripts:
        look(page, "gegevens")
    page.get_by_role("button", name="Nog een beslispunt").click()
    page.get_by_label("Beslispunt 4").fill("Het plan vast te stellen.")
    save(page)
    assert "opgeslagen" in page.locator(".done").inner_text()
