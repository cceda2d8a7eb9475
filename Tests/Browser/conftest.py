"""The built program with the demo, people of every role who signed in, and a real browser."""

import base64
import contextlib
import hashlib
import hmac
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("PARAAF_BINARY", ROOT / ".build" / "debug" / "paraaf"))
# The shell draws what the browser draws, without windows: it takes half the time.
CHROMIUM = os.environ.get("PARAAF_CHROMIUM", "/usr/bin/chromium-headless-shell")
SCREENSHOTS = pathlib.Path(os.environ.get("PARAAF_SCREENSHOTS", ROOT / ".build" / "screenshots"))
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PASSWORD = "vier natte fietsen"


def today():
    """The day at the town hall, which between midnight there and midnight in UTC is not that of the machine."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def erasures(data):
    """A journal for each folder: copies of one demo hold the same records, and what is erased in one would go in all."""
    return f"{data}.erasures"


def paraaf(*arguments, data):
    """Runs a command of the program and gives what it printed."""
    environment = os.environ | {"PARAAF_HOME": str(ROOT), "PARAAF_DATA": str(data), "PARAAF_ERASURES": erasures(data)}
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "paraaf"
    paraaf("replay", str(ROOT / "scripts" / "demo"), data=folder)
    return folder


@contextlib.contextmanager
def serving(data, *options):
    """The address at which the program serves a folder, for as long as it is needed."""
    environment = os.environ | {"PARAAF_HOME": str(ROOT), "PARAAF_ERASURES": erasures(data)}
    server = subprocess.Popen(
        [PROGRAM, "serve", "--data", str(data), "--port", "0", *options], env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    for line in server.stdout:
        if found := re.search(r"http://[^/\s]+:\d+", line):
            break
    else:
        pytest.fail("the server said no address")
    yield found.group()
    server.terminate()
    assert server.wait(timeout=20) == 0


@pytest.fixture(scope="session")
def site(data):
    with serving(data) as address:
        yield address


class Demo:
    """The imaginary municipality, where anybody can be anybody; `plans` are its plans by the word in their ids."""

    def __init__(self, data, address, plans):
        self.data, self.address, self.plans = data, address, plans


@pytest.fixture(scope="session")
def untouched_demo(tmp_path_factory):
    """A demo in which nobody has done anything: its folder, and its plans by the word in their ids."""
    folder = tmp_path_factory.mktemp("untouched") / "paraaf"
    paraaf("demo", data=folder)
    ids = [plan["id"] for plan in json.loads(paraaf("plan", "list", "--json", data=folder))]
    words = ["jeugd", "groen", "sport", "cultuur", "schulden", "plan-van-aanpak"]
    plans = {word: next(plan for plan in ids if word in plan) for word in words}
    plans["veiligheid"] = next(plan for plan in ids if plan.startswith("meerjaren") and "veiligheid" in plan)
    return folder, plans


@contextlib.contextmanager
def demo_of_its_own(untouched_demo, parent):
    folder, plans = untouched_demo
    data = shutil.copytree(folder, parent / "paraaf", symlinks=True)
    with serving(data, "--demo") as address:
        yield Demo(data, address, plans)


@pytest.fixture(scope="session")
def demo(untouched_demo, tmp_path_factory):
    """The one that tests share."""
    with demo_of_its_own(untouched_demo, tmp_path_factory.mktemp("demo")) as demo:
        yield demo


@pytest.fixture
def own_demo(untouched_demo, tmp_path):
    """For a test after which nothing is as it was; its people come in with `base_url=own_demo.address`."""
    with demo_of_its_own(untouched_demo, tmp_path) as demo:
        yield demo


# People


def one_time_code(key, at=None, steps=0):
    """The code that an app shows for a key in base 32 (RFC 6238)."""
    counter = int((time.time() if at is None else at) // 30) + steps
    digest = hmac.new(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", counter), hashlib.sha1).digest()
    number = struct.unpack(">I", digest[(start := digest[-1] & 15):start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


class Person:
    """Somebody with an account; `cookies` is a session of theirs, `key` that of their codes where they have one."""

    def __init__(self, name, mail, role):
        self.name, self.mail, self.role, self.key, self.cookies = name, mail, role, None, []


class Client:
    """Fills in forms as a browser without scripts does, to come quickly to where a test begins."""

    def __init__(self, site):
        self.site, self.jar = site, http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.page, self.address = "", ""

    def get(self, path):
        return self._open(urllib.request.Request(self.site + path))

    def send(self, path, **values):
        token = re.findall(r'name="_token" value="([^"]+)"', self.page)[-1]
        form = urllib.parse.urlencode({"_token": token} | {name.replace("_", "-"): text for name, text in values.items()})
        return self._open(urllib.request.Request(self.site + path, form.encode(), {"Origin": self.site}))

    def _open(self, request):
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as refusal:
            raise AssertionError(f"{request.full_url}: {refusal.code} {refusal.read().decode()[-3000:]}") from refusal
        self.page, self.address = answer.read().decode(), answer.geturl()
        return self.page

    def cookies(self):
        return [{"name": kept.name, "value": kept.value, "url": self.site} for kept in self.jar if kept.name == "paraaf"]


@pytest.fixture(scope="session")
def person(data, site):
    """`person(role)`: somebody with that role, made once; `person(role, name=…, plan=…)`: another one.

    They chose a password and, where their role asks for it, set up codes.
    """
    known = {}

    def make(role, name=None, plan=None):
        if (role, name, plan) in known:
            return known[role, name, plan]
        label = name or f"Proef {role}"
        mail = f"{re.sub('[^a-z]+', '-', label.lower())}.{len(known)}@voorbeeld.nl"
        words = ["--name", label, "--mail", mail, "--role", role, "--function", f"Functie van {role}"]
        link = paraaf("user", "add", *words, *(["--plan", plan] if plan else []), "--address", site, data=data).strip()
        made, client = Person(label, mail, role), Client(site)
        path = link.removeprefix(site)
        client.get(path)
        client.send(path, nieuw_wachtwoord=PASSWORD)
        if "/inloggen/code-instellen" in client.address:
            made.key = re.search(r"<code>([A-Z2-7 ]+)</code>", client.page).group(1).replace(" ", "")
            client.send("/inloggen/code-instellen", code=one_time_code(made.key))
            assert "recovery-codes" in client.page
        made.cookies = client.cookies()
        known[role, name, plan] = made
        return made

    return make


# Browsers


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def screen(request):
    return request.param


@pytest.fixture
def open_browser(browser, site, screen):
    """`open_browser(person=None, scripts=True)`: a browser of its own with one page, that fails the test for whatever
    it complains about. More options are those of Playwright. A test that asks for a page that is not there says so:
    `page.expected.add(404)`."""
    # A form that is shown again answers 422, or 409 where it came too late, or 429 where it came too often, which the
    # browser reports; that it did, the test sees on the page.
    contexts, complaints, expected = [], [], {409, 422, 429}

    def open_one(someone=None, scripts=True, **options):
        context = browser.new_context(
            **{"base_url": site, "viewport": screen, "locale": "nl-NL"} | options, java_script_enabled=scripts)
        contexts.append(context)
        if someone:
            context.add_cookies(someone.cookies)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.complaints, page.expected = complaints, expected
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    allowed = re.compile(f"status of ({'|'.join(map(str, expected))}) ")
    assert not [text for text in complaints if not allowed.search(text)]


@pytest.fixture
def page(open_browser):
    """A page of a visitor."""
    return open_browser()


@pytest.fixture
def signed_in(open_browser, person):
    """`signed_in(role)`: a page of somebody with that role."""
    return lambda role, scripts=True, **which: open_browser(person(role, **which), scripts)


@pytest.fixture
def guest(open_browser, demo):
    """`guest(name=None, plan=None)`: a page of somebody of the demo, for a contact in the plan that is named; without a
    name one of a visitor. More options are those of `open_browser`."""

    def come_in(name=None, plan=None, **options):
        page = open_browser(**{"base_url": demo.address} | options)
        if name:
            page.goto("/demo")
            value = f"[value$=' {demo.plans[plan]}']" if plan else ""
            page.locator(f"button[name=wie]{value}", has_text=f"Verder als {name}").click()
        return page

    return come_in


def look(page, name):
    """Looks at the page as a whole: nothing for axe to find, no sideways scroll, no phrase missing; keeps a picture."""
    width = page.viewport_size["width"]
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    screen = "phone" if width < 600 else "tablet" if width < 1000 else "desktop"
    page.screenshot(path=SCREENSHOTS / f"{name}-{screen}.png", full_page=True)
    assert "⟦" not in page.content(), name
    assert page.locator("h1").count() == 1, name
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} scrolls sideways"
    found = Axe().run(page, options=WCAG).response["violations"]
    assert not found, f"{name}: {[(rule['id'], rule['nodes'][0]['html']) for rule in found]}"
