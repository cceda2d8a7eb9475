"""Somebody at a browser who reads what is on the page and does what it says, with a mouse or by keyboard alone."""

import re

from conftest import look

LOOKED = set()


class Walk:
    """Goes by the words that are on the page: names of links and buttons, labels of fields.

    A picture is taken and axe is run where scripts run; axe needs them.
    """

    def __init__(self, page, looks=True):
        self.page, self.takes_looks = page, looks

    def to(self, path):
        self.page.goto(path)
        assert self.page.locator("h1").count() == 1, self.text()
        return self

    def text(self):
        return f"{self.page.url}\n{self.page.locator('main').inner_text()}"

    def sees(self, words):
        assert words in self.text(), f"{words!r} is not on {self.text()}"
        return self

    def looks(self, name):
        """Looks at a page once at each width: a walk that comes by again, finds the same."""
        seen = (name, self.page.viewport_size["width"])
        if self.takes_looks and seen not in LOOKED:
            LOOKED.add(seen)
            look(self.page, name)
        return self

    def follow(self, name):
        self.go(self.page.locator("main").get_by_role("link", name=name).first)
        return self

    def write(self, label, text):
        self.fill(self.page.get_by_label(label, exact=True).first, text)
        return self

    def write_text(self, text):
        """Fills the one large field of an editor."""
        self.fill(self.page.locator("textarea[name=tekst]"), text)
        return self

    def date(self, legend, day):
        boxes = self.page.get_by_role("group", name=legend)
        for label, number in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
            self.fill(boxes.get_by_label(label), str(number))
        return self

    def choose(self, label):
        self.mark(self.page.get_by_label(label, exact=True).first)
        return self

    def choose_first(self, legend):
        self.mark(self.page.get_by_role("group", name=legend).get_by_role("radio").first)
        return self

    def select_everywhere(self, label, option):
        for box in self.page.get_by_label(label).all():
            self.pick(box, option)
        return self

    def press(self, name):
        """Sends a form, and reads that nothing was wrong with it."""
        self.go(self.page.get_by_role("button", name=name, exact=True).first)
        errors = self.page.locator(".errors")
        assert errors.count() == 0, errors.first.inner_text()
        return self

    def confirm(self, name):
        """Goes on to the check page, and does there what was asked."""
        return self.press("Verder naar controleren").looks(re.sub("[^a-z]+", "-", name.lower())).press(name)

    # With the mouse; the keyboard does these four in its own way.

    def go(self, target):
        """Follows a link or presses a button, and waits for the page that it leads to."""
        with self.page.expect_navigation():
            target.click()

    def fill(self, field, text):
        field.fill(text)

    def mark(self, option):
        option.check()

    def pick(self, box, option):
        box.select_option(option)


class KeyboardWalk(Walk):
    """Only Tab, arrows, Space, Enter and letters."""

    def go(self, target):
        self._tab_to(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, field, text):
        self._tab_to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def mark(self, option):
        if option.get_attribute("type") == "radio":
            self._tab_to(option, group=option.get_attribute("name"))
            for _ in range(20):
                if self._is_focused(option):
                    break
                self.page.keyboard.press("ArrowDown")
        else:
            self._tab_to(option)
        if not option.is_checked():
            self.page.keyboard.press("Space")
        assert option.is_checked()

    def pick(self, box, option):
        self._tab_to(box)
        self.page.keyboard.type(option)
        assert box.evaluate("box => box.selectedOptions[0].text") == option

    def _tab_to(self, target, group=None):
        """Tabs on until the target has the focus, or a radio of its group has: Tab stops once in a group."""
        for _ in range(250):
            if self._is_focused(target) or group and self.page.evaluate("document.activeElement.name") == group:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not come to {target} on {self.text()}")

    def _is_focused(self, target):
        return target.evaluate("target => target === document.activeElement")
