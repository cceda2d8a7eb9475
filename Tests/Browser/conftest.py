"""The built program with the demo, and a real browser that reads it."""

import os
import pathlib
import re
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("PARAAF_BINARY", ROOT / ".build" / "debug" / "paraaf"))
CHROMIUM = os.environ.get("PARAAF_CHROMIUM", "/usr/bin/chromium")
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def paraaf(*arguments, data):
    """Runs a command of the program and gives what it printed."""
    environment = os.environ | {"PARAAF_HOME": str(ROOT), "PARAAF_DATA": str(data)}
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "paraaf"
    paraaf("replay", str(ROOT / "scripts" / "demo"), data=folder)
    return folder


@pytest.fixture(scope="session")
def site(data):
    environment = os.environ | {"PARAAF_HOME": str(ROOT)}
    server = subprocess.Popen(
        [PROGRAM, "serve", "--data", str(data), "--port", "0"], env=environment, stdout=subprocess.PIPE,
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
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(request, browser, site):
    """A page on either screen, that fails the test for whatever the browser complains about."""
    context = browser.new_context(base_url=site, viewport=request.param, locale="nl-NL")
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.complaints = complaints
    yield page
    context.close()
    assert not complaints
