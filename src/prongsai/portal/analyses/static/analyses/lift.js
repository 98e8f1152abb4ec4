// Gives each number a slider and asks the rulebook anew whenever one moves.
// Without this file the numbers and the button do the same with a whole page.
const form = document.querySelector("form[data-answer]");
const PAUSE = 250;
let waiting;
let asked;

function addSlider(number) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = number.min;
  slider.max = number.max;
  slider.step = "0.5";
  slider.value = number.value;
  slider.setAttribute("aria-labelledby", labelOf(number).id);
  slider.addEventListener("input", () => {
    number.value = Number(slider.value).toFixed(2);
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  number.addEventListener("input", (event) => {
    if (event.isTrusted) slider.value = number.value;
  });
  number.before(slider);
}

function labelOf(number) {
  const label = form.querySelector(`label[for="${CSS.escape(number.id)}"]`);
  label.id = `label-${number.id}`;
  return label;
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const wanted = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(`${form.dataset.answer}?${wanted}`, { signal: asked.signal });
    if (answer.ok && !answer.redirected) document.getElementById("outcome").innerHTML = await answer.text();
  } catch (problem) {
    if (problem.name !== "AbortError") throw problem;
  }
}

function markMoved(field) {
  const moved = Number(field.value) !== Number(field.dataset.now);
  field.closest(".slider").classList.toggle("slider-moved", moved);
}

if (form) {
  for (const number of form.querySelectorAll("input[type=number]")) addSlider(number);
  form.addEventListener("input", (event) => {
    if (event.target.dataset.now) markMoved(event.target);
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
}
