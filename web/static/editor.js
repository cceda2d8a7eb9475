// The editor of a text: tools, preview, outline, and keeping what is typed. All of it works without this file too;
// here it happens by itself. Nothing that is typed may be lost: it goes to this device at once and to the server soon.

const form = document.querySelector("form[data-editor]");
const area = form?.querySelector("textarea[name=tekst]");
if (form && area) start();

function start() {
  const hidden = (name) => form.elements.namedItem(name);
  const find = (selector) => document.querySelector(selector);
  const status = find("[data-status]");
  const storage = localStore(form, area, hidden);
  // Said once: a screen reader would read the same words again.
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const keeper = keepDrafts({ form, area, hidden, status, say, storage });

  toolbar(find("[data-tools]"), area, keeper);
  preview(form, area, hidden, find("#voorbeeld"), find("[data-preview-body]"));
  const describe = words(area, find("[data-count]"), find("[data-outline]"), find("[data-outline-list]"));
  search(find("[data-find]"), area);
  annexes(form, area);
  offerLocal(find("[data-local]"), storage, () => { describe(); keeper.typed(); });
  presence(form, hidden, find("[data-presence]"));

  area.addEventListener("input", () => { storage.write(); keeper.typed(); describe(); });
  form.addEventListener("input", (event) => { if (event.target !== area) storage.write(); });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (event.submitter?.value === "weggooien") storage.drop(); else storage.write();
    keeper.stop();
  });
  describe();
}

/** What stands on this device, under the address of the page and the name of the tab. */
function localStore(form, area, hidden) {
  const prefix = `paraaf:${location.pathname}#`;
  const month = 30 * 24 * 3600 * 1000;
  const key = () => prefix + hidden("venster").value;
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const others = ["titel", "reden", "inbreng", "aard"];
  const attempt = (work) => { try { return work(); } catch { return undefined; } };
  const read = (name) => attempt(() => JSON.parse(localStorage.getItem(name)));

  return {
    write() {
      const kept = { text: area.value, at: Date.now(), others: {} };
      for (const name of others) kept.others[name] = form.elements.namedItem(name)?.value ?? "";
      attempt(() => localStorage.setItem(key(), JSON.stringify(kept)));
    },
    drop() { attempt(() => localStorage.removeItem(key())); },
    forget(name) { attempt(() => localStorage.removeItem(name)); },
    /** The newest text that differs from what the page shows; put aside, so that typing does not overwrite it. */
    newest() {
      const found = attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(prefix))) ?? [];
      const kept = [];
      for (const name of found) {
        const item = read(name);
        const isStale = !item || plain(item.text) === plain(area.value) || Date.now() - item.at > month;
        if (isStale) this.forget(name); else kept.push({ name, item });
      }
      kept.sort((one, other) => other.item.at - one.item.at);
      if (!kept.length) return null;
      const aside = `${prefix}oud-${kept[0].item.at}`;
      if (kept[0].name !== aside) {
        attempt(() => localStorage.setItem(aside, JSON.stringify(kept[0].item)));
        this.forget(kept[0].name);
      }
      return { name: aside, item: kept[0].item };
    },
    take(item) {
      area.value = item.text;
      for (const name of others.slice(0, 3)) {
        const field = form.elements.namedItem(name);
        if (field && item.others?.[name]) field.value = item.others[name];
      }
      const nature = form.querySelector(`input[name=aard][value="${CSS.escape(item.others?.aard ?? "")}"]`);
      if (nature) nature.checked = true;
    },
  };
}

function offerLocal(box, storage, taken) {
  const found = storage.newest();
  if (!found) return;
  const words = box.querySelector("[data-local-words]");
  const moment = new Date(found.item.at).toLocaleString(document.documentElement.lang);
  words.textContent = `${words.dataset.phrase} ${moment}.`;
  box.hidden = false;
  const done = () => { storage.forget(found.name); box.hidden = true; };
  box.querySelector("[data-local-take]").addEventListener("click", () => {
    storage.take(found.item);
    storage.write();
    done();
    taken();
    document.querySelector("textarea[name=tekst]").focus();
  });
  box.querySelector("[data-local-drop]").addEventListener("click", done);
}

/** Sends the draft to the server a moment after the last key, one request at a time. */
function keepDrafts({ form, area, hidden, status, say, storage }) {
  const signIn = document.querySelector("[data-sign-in]");
  let timer;
  let isBusy = false;
  let isDirty = false;
  let isStopped = false;
  const later = (seconds) => { clearTimeout(timer); if (!isStopped) timer = setTimeout(send, seconds * 1000); };

  async function send() {
    if (isBusy || isStopped) { isDirty = true; return; }
    isBusy = true;
    isDirty = false;
    try {
      await post(3);
    } catch {
      say(status.dataset.offline);
      isDirty = true;
      later(6);
    }
    isBusy = false;
    if (isDirty) later(3);
  }

  async function post(attempts) {
    const version = Number(hidden("teller").value) + 1;
    const answer = await fetch(form.dataset.keep, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: fields(hidden, { teller: version, tekst: area.value }),
    });
    if (isStopped) return;
    if (answer.status === 403 || answer.status === 401 || answer.redirected) {
      if (attempts > 0 && await renewToken(hidden)) return post(attempts - 1);
      say(status.dataset.signedOut);
      signIn.hidden = false;
      isDirty = true;
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    signIn.hidden = true;
    const kept = await answer.json();
    if (kept.outcome === "kept") {
      hidden("teller").value = String(kept.version);
      say(kept.words);
    } else if (attempts > 0) {
      // Another window writes under this name, or it was saved there: this one goes on under its own.
      storage.drop();
      hidden("venster").value = `los-${crypto.getRandomValues(new Uint32Array(3)).join("-")}`;
      hidden("teller").value = "0";
      storage.write();
      return post(attempts - 1);
    }
  }

  window.addEventListener("online", () => { if (isDirty) later(0); });
  window.addEventListener("focus", () => { if (isDirty) later(0); });
  window.addEventListener("pageshow", () => { isStopped = false; });
  return {
    typed() { isDirty = true; say(status.dataset.typing); later(2); },
    now() { later(0); },
    stop() { isStopped = true; clearTimeout(timer); },
  };
}

/** What every request of an open editor carries. */
function fields(hidden, values) {
  const names = ["_token", "basis", "venster", "teller", "onderwerp"];
  const body = new URLSearchParams(names.map((name) => [name, hidden(name).value]));
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return body;
}

/** After signing in again the form bears a new token; the page itself gives it. */
async function renewToken(hidden) {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("form[data-editor] input[name=_token]")?.value;
  if (!token) return false;
  hidden("_token").value = token;
  return true;
}

/** Replaces the selection in such a way that the browser can undo it. */
function insert(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function toolbar(bar, area, keeper) {
  const around = (mark) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const words = value.slice(from, to);
    insert(area, mark + words + mark);
    if (!words) area.setSelectionRange(from + mark.length, from + mark.length);
  };
  const lines = (change) => {
    const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const end = area.value.indexOf("\n", area.selectionEnd);
    const to = end < 0 ? area.value.length : end;
    insert(area, area.value.slice(from, to).split("\n").map(change).join("\n"), from, to);
  };
  const toggle = (pattern, mark) => lines((line, index) => (
    pattern.test(line) ? line.replace(pattern, "") : mark(index) + line));
  const tools = {
    bold: () => around("**"),
    italic: () => around("*"),
    heading: () => toggle(/^#{1,6} /, () => "## "),
    list: () => toggle(/^- /, () => "- "),
    numbers: () => toggle(/^\d+\. /, (index) => `${index + 1}. `),
    link() {
      const words = area.value.slice(area.selectionStart, area.selectionEnd);
      const from = area.selectionStart;
      insert(area, `[${words}](https://)`);
      const place = from + words.length + 3;
      area.setSelectionRange(place, place + 8);
    },
    table: () => insert(area, "\n\n| Wat | Wie |\n|---|---|\n|  |  |\n\n"),
    undo() { area.focus(); document.execCommand("undo"); },
  };
  bar.hidden = false;
  const buttons = [...bar.querySelectorAll("button")];
  buttons.forEach((button, index) => {
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener("click", () => tools[button.dataset.tool]());
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  const keys = { b: "bold", i: "italic", k: "link" };
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") { event.preventDefault(); keeper.now(); }
    const tool = document.activeElement === area ? keys[key] : undefined;
    if (tool) { event.preventDefault(); tools[tool](); }
  });
}

/** Images and annexes come where the cursor is, apart from the lines around them; at the end where it was nowhere yet. */
function annexes(form, area) {
  let wasThere = document.activeElement === area;
  area.addEventListener("focus", () => { wasThere = true; });
  form.addEventListener("submit", (event) => {
    const text = event.submitter?.dataset.insert;
    if (!text) return;
    event.preventDefault();
    if (!wasThere) area.setSelectionRange(area.value.length, area.value.length);
    const { selectionStart: from, selectionEnd: to, value } = area;
    const isImage = text.startsWith("!");
    const before = !isImage || !from || value.slice(0, from).endsWith("\n\n") ? "" : "\n\n";
    const after = !isImage || value.slice(to).startsWith("\n\n") ? "" : "\n\n";
    insert(area, before + text + after);
  });
}

/** What readers will see, from the server a moment after the last key. */
function preview(form, area, hidden, pane, body) {
  const panes = pane.parentElement;
  let timer;
  let asked = 0;
  const show = async () => {
    const own = ++asked;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: fields(hidden, { tekst: area.value }) });
      if (answer.ok && own === asked) body.innerHTML = await answer.text();
    } catch { /* The next key asks again. */ }
  };
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "voorbeeld") return;
    event.preventDefault();
    pane.hidden = !pane.hidden;
    panes.classList.toggle("split", !pane.hidden);
    if (!pane.hidden) show();
  });
  panes.classList.toggle("split", !pane.hidden);
  area.addEventListener("input", () => {
    if (pane.hidden) return;
    clearTimeout(timer);
    timer = setTimeout(show, 600);
  });
}

/** Counts words and lists the headings, each of which leads to its line. */
function words(area, count, outline, list) {
  const pattern = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
  return () => {
    const total = (area.value.match(pattern) ?? []).length;
    count.textContent = `${total} ${total === 1 ? count.dataset.one : count.dataset.many}`;
    const found = [...area.value.matchAll(/^#{1,6} +(.+?) *#*$/gm)];
    outline.hidden = found.length === 0;
    list.replaceChildren(...found.map((heading) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading[1];
      button.addEventListener("click", () => goTo(area, heading.index, heading.index + heading[0].length));
      item.append(button);
      return item;
    }));
  };
}

function goTo(area, from, to) {
  area.focus();
  area.setSelectionRange(from, to);
  const line = area.value.slice(0, from).split("\n").length;
  area.scrollTop = (line - 3) * parseFloat(getComputedStyle(area).lineHeight);
}

function search(box, area) {
  const wanted = box.querySelector("[data-find-words]");
  const result = box.querySelector("[data-find-result]");
  box.hidden = false;
  const next = () => {
    const words = wanted.value.toLocaleLowerCase();
    if (!words) return;
    const text = area.value.toLocaleLowerCase();
    let place = text.indexOf(words, area.selectionEnd);
    if (place < 0) place = text.indexOf(words);
    if (place < 0) { result.textContent = result.dataset.none; return; }
    goTo(area, place, place + words.length);
    result.textContent = `${result.dataset.place} ${area.value.slice(0, place).split("\n").length}`;
  };
  box.querySelector("[data-find-next]").addEventListener("click", next);
  wanted.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    next();
    wanted.focus();
  });
}

/** Says who else is at this text, and whether it was saved meanwhile. */
function presence(form, hidden, line) {
  const address = form.dataset.presenceAt;
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(address, { method: "POST", body: fields(hidden, {}) });
      if (!answer.ok || answer.redirected) return;
      const found = await answer.json();
      const words = [found.editors, found.moved].filter(Boolean).join(" ");
      if (line.textContent.trim() !== words) line.textContent = words;
    } catch { /* Asked again soon. */ }
  };
  setInterval(ask, 15000);
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("pagehide", () => navigator.sendBeacon(address, fields(hidden, { weg: "1" })));
}
