// Puts the words that are selected in a letter into the form beside it. Without this module they are copied and pasted.

const source = document.querySelector("[data-source]");
const passage = document.querySelector("[name='passage']");
const before = document.querySelector("[name='ervoor']");

/** What a range holds of the letter itself, without the numbers of inputs that stand between. */
function words(range) {
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  for (const link of copy.querySelectorAll(".taken-by")) link.remove();
  return copy.textContent;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!source.contains(range.commonAncestorContainer)) return null;
  const chosen = words(range);
  if (!chosen.trim()) return null;
  const start = document.createRange();
  start.setStart(source, 0);
  start.setEnd(range.startContainer, range.startOffset);
  return { words: chosen.trim(), before: words(start).slice(-64) };
}

if (source && passage) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "selection-button";
  button.textContent = source.dataset.label;
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
    passage.value = choice.words;
    before.value = choice.before;
    button.hidden = true;
    getSelection().removeAllRanges();
    document.querySelector("#knippen").scrollIntoView({ block: "start" });
    passage.focus({ preventScroll: true });
  });
  // Words that are typed over are no longer those that stood there.
  passage.addEventListener("input", () => { before.value = ""; });
}

/** The other text is asked only of who proposes one. */
const kinds = [...document.querySelectorAll("#knippen [name='soort']")];
const proposal = document.querySelector("[name='voorstel']")?.closest(".field");
if (proposal && kinds.length) {
  const show = () => { proposal.hidden = kinds.find((kind) => kind.checked)?.value !== "replacement"; };
  for (const kind of kinds) kind.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}
