// Marking by keyboard: a number chooses an element, y and n answer it, Enter in the form sends it. Without this the form works all the same.
(() => {
  const form = document.querySelector("[data-marking]");
  if (!form) return;
  const rows = [...form.querySelectorAll("[data-element]")];
  let here = rows.findIndex((row) => !row.querySelector("input:checked"));

  const stand = (index) => {
    here = Math.max(0, Math.min(index, rows.length - 1));
    const radio = rows[here].querySelector("input:checked") || rows[here].querySelector("input");
    radio.focus();
  };
  const answer = (value) => {
    const row = rows[Math.max(here, 0)];
    const radio = row.querySelector(`input[value="${value}"]`);
    radio.checked = true;
    if (value === "no") row.querySelector("textarea").focus();
    else if (here + 1 < rows.length) stand(here + 1);
    else form.querySelector("button[type=submit]").focus();
  };
  const keys = { y: () => answer("yes"), n: () => answer("no") };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("textarea, input:not([type=radio])");
    if (event.ctrlKey && event.key === "Enter") { form.requestSubmit(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const number = Number(event.key);
    if (number >= 1 && number <= rows.length) { event.preventDefault(); stand(number - 1); }
    else if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  rows.forEach((row, index) => row.addEventListener("focusin", () => { here = index; }));
})();
