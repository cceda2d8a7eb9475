// Makes pages better that work without it. Areas keep modules of their own beside this one.

/** The summary of a form's errors is where reading goes on. */
document.querySelector("[data-errors]")?.focus();

/** A password can be looked at before it is sent. */
for (const field of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show-password";
  button.textContent = field.dataset.show;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const isShown = field.type === "text";
    field.type = isShown ? "password" : "text";
    button.textContent = isShown ? field.dataset.show : field.dataset.hide;
  });
  field.after(button);
  field.form?.addEventListener("submit", () => { field.type = "password"; });
}

/** A form is sent once; the server would take two for one, but a reader need not wonder. */
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
});
// A page that comes back by the back button may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) sent.delete(form);
});
