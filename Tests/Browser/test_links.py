"""Nobody is led to a page that is not there or not theirs: every link of every page, as everybody of the demo."""

import collections
import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest

PEOPLE = [
    None, "Anneke Terpstra", "Bas Oosterling", "Cornelie Brandsma", "Dewi Tahapary", "Hester van Loon", "Jasper Wolters",
    "Mirjam Snel", "Olaf Dijkema", "Pieter Veldkamp", "Samir Benali", "Sanne Verbruggen", "Yasmin Okafor",
]
# How many pages of one kind are read: those of a few plans, sections, inputs.
EACH = 6


def kind(address):
    """An address without what names one plan, section or version."""
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    names = ["*" if place in (1, 3) else step for place, step in enumerate(steps)]
    return "/".join(names), tuple(sorted(name for name, _ in parse_qsl(parts.query)))


def links(page):
    for found in re.findall(r'<a [^>]*?href="([^"#]*)', page):
        address = html.unescape(found)
        if address.startswith("/") and not address.startswith("/static/"):
            yield address


@pytest.mark.parametrize("name", PEOPLE, ids=lambda name: name or "visitor")
def test_every_link_leads_somewhere(demo, browser, name):
    context = browser.new_context(base_url=demo.address, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    if name:
        page.goto("/demo")
        page.locator("button[name=wie]", has_text=f"Verder als {name}").first.click()
    waiting, seen, read = collections.deque([("/", "/")]), {"/"}, collections.Counter()
    dead = []
    while waiting:
        source, address = waiting.popleft()
        answer = context.request.get(address)
        # Who must sign in first is led to where they do.
        if answer.status != 200 or "/inloggen" in answer.url and name and "/inloggen" not in address:
            dead.append((source, address, answer.status))
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        text = answer.text()
        assert "⟦" not in text, address
        assert len(answer.body()) < 100_000, f"{address} weighs {len(answer.body())}"
        for link in links(text):
            if link not in seen and read[kind(link)] < EACH:
                seen.add(link)
                read[kind(link)] += 1
                waiting.append((address, link))
    context.close()
    assert not dead
    assert len(seen) > 20
