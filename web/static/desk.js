// Walking through the list of inputs by keyboard, and going on by itself with what takes several requests.
// Everything works without this file.

const list = document.querySelector("form[data-desk]");
if (list) {
  const links = [...list.querySelectorAll("tbody th a")];
  const row = (link) => link?.closest("tr");
  const here = () => links.findIndex((link) => row(link).contains(document.activeElement));

  /** Moves to the row that many further on; from nowhere to the first. */
  const move = (step) => {
    const place = here();
    const next = place < 0 ? 0 : Math.min(links.length - 1, Math.max(0, place + step));
    links[next]?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (field) return;
    switch (event.key) {
      case "j": move(1); break;
      case "k": move(-1); break;
      case "x": {
        const tick = row(links[here()])?.querySelector("input[type=checkbox]");
        if (!tick) return;
        tick.checked = !tick.checked;
        break;
      }
      case "?": {
        const help = list.querySelector(".keys");
        if (!help) return;
        help.open = !help.open;
        if (help.open) help.querySelector("summary").focus();
        break;
      }
      default: return;
    }
    event.preventDefault();
  });

  // Ticking one by one and all at once are two ways: the one undoes the other.
  const all = list.querySelector("#alles");
  list.addEventListener("change", (event) => {
    if (!all || event.target.type !== "checkbox") return;
    if (event.target === all && all.checked) {
      for (const tick of list.querySelectorAll(".tick input")) tick.checked = false;
    } else if (event.target !== all && event.target.checked) {
      all.checked = false;
    }
  });
}

const next = document.querySelector("form[data-continue] button[value=doen]");
if (next) next.click();
