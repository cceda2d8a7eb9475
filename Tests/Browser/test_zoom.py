"""Every main page at 200 % and at 320 pixels: it reflows, so that nobody scrolls sideways or misses what is cut off.

At 200 % a window of 1280 pixels holds 640 (WCAG 1.4.4); 320 is what is left at 400 % (1.4.10).
"""

import re

import pytest

SIZES = {"twice": ({"width": 640, "height": 450}, 2), "narrow": ({"width": 320, "height": 640}, 1)}

# Who looks at which pages; a word in braces is a plan, and after > a link that is followed from there.
PAGES = {
    (None, None): [
        "/", "/over", "/inloggen", "/nieuwe-link", "/besluiten", "/demo", "{jeugd}", "{jeugd}/lezen",
        "{jeugd}/totstandkoming", "{jeugd}/zoeken?q=school", "{jeugd}/bijgevoegd/nota", "{jeugd}/lezen > ^Vast adres",
    ],
    ("Joris Haanstra", "veiligheid"): [
        "{veiligheid}/meedoen", "{veiligheid}/meedoen > ^1.1", "{veiligheid}/meedoen > algemene opmerking",
        "{veiligheid}/meedoen/controle",
    ],
    ("Yasmin Okafor", None): ["/mijn-werk", "{groen}", "{groen}/lezen", "{groen}/meedoen", "/mijn-account"],
    ("Olaf Dijkema", None): ["/vergaderingen", "{groen}", "{groen}/besluiten", "{groen}/poort", "/mijn-werk"],
    ("Hester van Loon", None): ["/mijn-werk", "{sport}/poort", "{sport}/voortgang", "{cultuur}/besluiten"],
    ("Sanne Verbruggen", None): [
        "{sport}", "{sport}/tekst", "{sport}/inbreng", "{sport}/inbreng > ^INB", "{veiligheid}/rondes",
        "{veiligheid}/rondes/nieuw", "{sport}/indeling", "/plannen/nieuw", "{sport}/stukken",
    ],
    ("Jasper Wolters", None): [
        "/mijn-werk", "/mijn-werk > ^Schrijf aan", "{sport}/stukken/nota/bewerken", "{sport}/handelingen",
        "{sport}/werkwijze",
    ],
    ("Cornelie Brandsma", None): ["/mijn-werk", "{cultuur}/paraaf/portfolio-holder"],
    ("Bram Koster", None): [
        "/beheer", "/beheer/mensen", "/beheer/organisaties", "/beheer/mail", "/beheer/post", "/beheer/huisstijl",
    ],
    ("Emeka Visser", None): ["{jeugd}/handelingen", "{jeugd}/toezicht"],
}

# Words that stick out of the window, or are cut off by what they stand in. What scrolls by itself may hold more than it
# shows, and what is there for screen readers alone shows nothing.
CUT_OFF = """() => {
    const within = (element, truth) => element && (truth(element) || within(element.parentElement, truth));
    const scrolls = element =>
        element !== document.documentElement && /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isHidden = element => element.clientWidth <= 1 && getComputedStyle(element).overflowX === "hidden";
    const cuts = element => /hidden|clip/.test(getComputedStyle(element).overflowX);
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, parent = text.parentElement;
        if (!text.data.trim() || !parent.checkVisibility() || within(parent, isHidden) || within(parent, scrolls)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const sticksOut = [...range.getClientRects()].some(box => {
            if (box.width === 0 || box.bottom <= 0) return false;
            if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) return true;
            return within(parent, element => {
                const frame = element.getBoundingClientRect();
                return cuts(element) && (box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
            });
        });
        if (sticksOut) faults.push(parent.outerHTML.slice(0, 160));
    }
    return faults;
}"""


@pytest.fixture(params=SIZES)
def size(request):
    return SIZES[request.param]


@pytest.fixture
def screen(size):
    return size[0]


@pytest.mark.parametrize("who", PAGES, ids=[name or "visitor" for name, _ in PAGES])
def test_nothing_is_cut_off(guest, demo, screen, size, who):
    page = guest(*who, device_scale_factor=size[1])
    faults = []
    for target in PAGES[who]:
        address, _, link = target.partition(" > ")
        answer = page.goto(re.sub("{(.*)}", lambda plan: f"/plannen/{demo.plans[plan[1]]}", address))
        if link:
            with page.expect_navigation() as navigation:
                page.locator("main").get_by_role("link", name=re.compile(link)).first.click()
            answer = navigation.value
        assert answer.status == 200, target
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > screen["width"]:
            faults.append(f"{target} is {width} wide")
        faults += [f"{target}: {element}" for element in page.evaluate(CUT_OFF)]
    assert not faults, "\n".join(faults)


def test_what_is_cut_off_does_not_escape(guest):
    page = guest()
    page.goto("/over")
    assert page.evaluate(CUT_OFF) == []
    heading = page.locator("h1")
    for style in ["margin-left: 90vw; white-space: nowrap", "height: 4px; overflow: hidden", "position: relative; left: -3rem"]:
        heading.evaluate("(heading, style) => heading.style.cssText = style", style)
        assert [text[:3] for text in page.evaluate(CUT_OFF)] == ["<h1"], style
