// Checks the figures while they are typed: posts the form to its check address and fills in the answers.
// Without this file the button "ตรวจ" does the same with a whole page.
const form = document.querySelector("form[data-check]");
const PAUSE = 500;
let waiting;
let asked;

function showNotes(region) {
  for (const note of form.querySelectorAll(".figures-note")) {
    note.textContent = "";
    note.className = "figures-note";
  }
  for (const entry of region.querySelectorAll(".check-notes li")) {
    const note = document.getElementById(`note-${entry.dataset.field}`);
    if (note) {
      note.textContent = entry.textContent;
      note.classList.add(`figures-note-${entry.dataset.tone}`);
    }
  }
}

async function check() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form), signal: asked.signal });
    if (!answer.ok || answer.redirected) return;
    const region = document.getElementById("check");
    region.innerHTML = await answer.text();
    showNotes(region);
  } catch (problem) {
    if (problem.name !== "AbortError") throw problem;
  }
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(check, PAUSE);
});
for (const link of document.querySelectorAll("a[href^='#id_']")) link.addEventListener("click", openGroup);
document.getElementById("check")?.addEventListener("click", openGroup);

function openGroup(event) {
  const target = event.target.closest("a[href^='#id_']");
  const field = target && document.getElementById(target.getAttribute("href").slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest("details").open = true;
  field.focus();
}
