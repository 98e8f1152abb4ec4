// What makes answering quicker; without this file every page works with its buttons alone.

// Typed text is kept in this browser until it was saved, so that a power cut or an ended session loses nothing.
const form = document.querySelector("form[data-keep]");
const FIELDS = "textarea, input[type=checkbox], input[name=edition]";
const place = form && `oit-${form.dataset.keep}`;
let sends = false;

function written() {
  const fields = [...form.querySelectorAll(FIELDS)];
  return Object.fromEntries(fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
}

function fill(values) {
  for (const field of form.querySelectorAll(FIELDS)) {
    if (field.type === "checkbox") field.checked = values[field.name];
    else if (field.name !== "edition") field.value = values[field.name];
  }
}

function differs(one, other) {
  return JSON.stringify(one) !== JSON.stringify(other);
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function store(values) {
  try {
    if (values) localStorage.setItem(place, JSON.stringify(values));
    else localStorage.removeItem(place);
  } catch {
    // no room, or a browser that keeps nothing: the text is still in the form
  }
}

if (form) {
  const saved = written();
  const kept = stored();
  const note = form.querySelector("[data-kept]");
  const isRefused = document.querySelector("[role=alert]");
  if (kept && !isRefused && kept.edition === saved.edition && differs(kept, saved)) {
    fill(kept);
    note.hidden = false;
  } else if (!isRefused) store(null);
  form.querySelector("[data-forget]").addEventListener("click", () => {
    fill(saved);
    store(null);
    note.hidden = true;
  });
  form.addEventListener("input", () => store(differs(written(), saved) ? written() : null));
  form.addEventListener("submit", () => (sends = true));
  addEventListener("beforeunload", (event) => {
    if (!sends && differs(written(), saved)) event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "Enter") form.requestSubmit(form.querySelector("[name=next]"));
    else if (event.key.toLowerCase() === "s") form.requestSubmit(form.querySelector("button[type=submit]:not([name])"));
    else return;
    event.preventDefault();
  });
}

// Copying an item's text.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = name), 2000);
  });
}

// How far the machine is with looking at addresses; typed text is never touched.
const PAUSE = 2000;

async function follow(notice) {
  const answer = await fetch(notice.dataset.checking).catch(() => null);
  if (!answer?.ok || answer.redirected) return setTimeout(follow, 5 * PAUSE, notice);
  const part = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  notice.replaceWith(part);
  if (part.dataset.checking) return setTimeout(follow, PAUSE, part);
  return form && stored() ? undefined : location.reload();
}

for (const notice of document.querySelectorAll("[data-checking]")) setTimeout(follow, PAUSE, notice);
