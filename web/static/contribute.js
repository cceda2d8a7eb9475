// Chooses a passage by selecting its words, with mouse, touch or keyboard. Without this module every passage has a
// link that chooses it.

const text = document.querySelector("[data-passages]");
const field = (name) => document.querySelector(`[name="${name}"]`);

/** What a reader reads in a range: no notes, no links of our own; blocks apart by a space. */
function words(range) {
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  for (const extra of copy.querySelectorAll(".react, .footnote-ref, .vh")) extra.remove();
  for (const block of copy.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, td, th, tr, pre, blockquote, br, div")) {
    block.before(" ");
    block.after(" ");
  }
  return copy.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
}

function selected() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const quote = words(range);
  if (!quote) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(text, text.childNodes.length);
  return { quote, before: words(before).slice(-64), after: words(after).slice(0, 64) };
}

if (text && field("passage")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "selection-button";
  button.textContent = text.dataset.label;
  button.hidden = true;
  document.querySelector("main").append(button);
  let choice = null;
  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) choice = found;
    button.hidden = !found && document.activeElement !== button;
  });
  // A press on the button must not take the selection away first.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (!choice) return;
    field("passage").value = choice.quote;
    field("ervoor").value = choice.before;
    field("erna").value = choice.after;
    button.hidden = true;
    getSelection().removeAllRanges();
    document.querySelector("#reageren").scrollIntoView({ block: "start" });
    field("tekst").focus({ preventScroll: true });
  });
}

/** The other text is asked only of who proposes one. */
const kinds = [...document.querySelectorAll("[name='soort']")];
const proposal = field("voorstel")?.closest(".field");
if (proposal && kinds.length) {
  const show = () => { proposal.hidden = kinds.find((kind) => kind.checked)?.value !== "replacement"; };
  for (const kind of kinds) kind.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}

/**
 * What was typed and not kept yet stays in this tab: whoever chooses another passage, looks something up elsewhere or
 * adds a file finds it again when they come back.
 */
const form = field("tekst")?.form;
if (form && form.querySelector("[type=submit]")) {
  const place = `reactie ${location.pathname}`;
  const names = ["soort", "tekst", "voorstel"].filter((name) => form.elements[name]);
  const typed = () => JSON.stringify(names.map((name) => form.elements[name].value));
  const shown = typed();
  let isDone = false;
  const finish = () => {
    isDone = true;
    sessionStorage.removeItem(place);
  };
  form.addEventListener("submit", finish);
  form.querySelector(".buttons a")?.addEventListener("click", finish);
  const kept = sessionStorage.getItem(place);
  if (kept && !document.querySelector(".errors")) {
    JSON.parse(kept).forEach((value, index) => { form.elements[names[index]].value = value; });
    kinds.find((kind) => kind.checked)?.dispatchEvent(new Event("change"));
  }
  addEventListener("pagehide", () => {
    if (!isDone && typed() !== shown) sessionStorage.setItem(place, typed());
  });
}
