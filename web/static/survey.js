// Makes a ranking easier: a place that is given to one choice is taken from the other, so that none is given twice.
// Without it the server says which place was given twice.

for (const list of document.querySelectorAll("[data-ranking]")) {
  const items = [...list.children];
  const select = (item) => item.querySelector("select");

  /** A place that another choice had before goes to the choice that was just given it; the two change places. */
  for (const item of items) {
    let before = select(item).value;
    select(item).addEventListener("change", () => {
      const now = select(item).value;
      const twin = items.find((other) => other !== item && now !== "" && select(other).value === now);
      if (twin) {
        select(twin).value = before;
        select(twin).dispatchEvent(new CustomEvent("placed"));
      }
      before = now;
    });
    select(item).addEventListener("placed", () => { before = select(item).value; });
  }
}
