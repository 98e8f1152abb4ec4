// One screen at a time, answers kept on this device until they are sent, read aloud where the browser can.
// Without this file the form is one long page that works all the same.
(() => {
  "use strict";
  const counted = document.querySelector("[data-counted]");
  const form = document.getElementById("survey");
  const shelf = {
    read: (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    write: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* private window */ } },
    drop: (name) => { try { localStorage.removeItem(name); } catch { /* private window */ } },
  };
  const CURRENT = "prongsai:sent";
  if (counted) {
    const name = shelf.read(CURRENT);
    if (name) shelf.drop(name);
    shelf.drop(CURRENT);
    history.replaceState(null, "", location.pathname);
    return;
  }
  const codeField = document.getElementById("code");
  if (codeField && location.hash.length > 8 && !location.hash.startsWith("#q-")) {
    codeField.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }
  if (!form) return;

  const words = form.dataset;
  const draftName = `prongsai:draft:${words.draft}`;
  const screens = [...form.querySelectorAll("[data-screen]")];
  const send = form.querySelector(".send");
  const submit = send.querySelector("button");
  const make = (tag, options) => Object.assign(document.createElement(tag), options);
  const back = make("button", { type: "button", className: "second", textContent: words.back });
  const next = make("button", { type: "button", textContent: words.next });
  const bar = make("div", { className: "bar" });
  const place = make("span", {});
  place.setAttribute("aria-live", "polite");
  const progress = make("progress", { max: screens.length });
  progress.setAttribute("aria-label", words.step.replace("{at}", "").replace("{of}", screens.length));
  bar.append(place, progress);
  form.prepend(bar);
  send.prepend(back);
  send.insertBefore(next, submit);

  let at = 0;
  const show = (number, focus = true) => {
    at = Math.max(0, Math.min(screens.length - 1, number));
    screens.forEach((screen, index) => { screen.hidden = index !== at; });
    back.hidden = at === 0;
    next.hidden = at === screens.length - 1;
    submit.hidden = !next.hidden;
    progress.value = at + 1;
    place.textContent = words.step.replace("{at}", at + 1).replace("{of}", screens.length);
    if (focus) {
      const heading = screens[at].querySelector("h2");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      bar.scrollIntoView();
    }
  };

  const unanswered = (screen) =>
    [...screen.querySelectorAll("fieldset.line")].filter((line) => !line.querySelector(":checked"));
  const mark = (line) => {
    line.classList.add("wrong");
    if (!line.querySelector(".problem")) {
      const problem = make("p", { className: "problem", textContent: words.unanswered, id: `p-${line.id}` });
      line.querySelector("legend").after(problem);
      line.setAttribute("aria-describedby", problem.id);
    }
  };
  const unmark = (line) => {
    line.classList.remove("wrong");
    line.querySelector(".problem")?.remove();
    line.removeAttribute("aria-describedby");
  };
  const isFinished = (screen) => {
    const open = unanswered(screen);
    open.forEach(mark);
    if (open.length) {
      open[0].querySelector("input").focus();
      open[0].scrollIntoView({ block: "center" });
    }
    return open.length === 0;
  };
  next.addEventListener("click", () => { if (isFinished(screens[at])) show(at + 1); });
  back.addEventListener("click", () => show(at - 1));

  const OWN = new Set(["code", "sms-number", "sms-code"]); // nothing of a person is kept on the device
  const save = () => {
    const answers = {};
    new FormData(form).forEach((value, name) => { if (!OWN.has(name)) answers[name] = value; });
    shelf.write(draftName, answers);
  };
  form.addEventListener("change", (event) => {
    const line = event.target.closest("fieldset.line");
    if (line) unmark(line);
    save();
  });

  const resume = (draft) => {
    Object.entries(draft).forEach(([name, value]) => {
      form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((field) => {
        if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
        else if (name === "key") field.value = value;
      });
    });
    const note = make("p", { className: "muted", textContent: `${words.resumed} ` });
    const clear = make("button", { type: "button", className: "second small", textContent: words.clear });
    clear.addEventListener("click", () => { shelf.drop(draftName); location.reload(); });
    note.append(clear);
    screens[0].append(note);
  };
  const hasProblems = document.getElementById("problems");
  const draft = shelf.read(draftName);
  if (draft && !hasProblems && Object.keys(draft).length > 1) resume(draft);

  if ("speechSynthesis" in window) {
    form.querySelectorAll("fieldset.line").forEach((line) => {
      const read = make("button", { type: "button", className: "second small", textContent: `🔊 ${words.read}` });
      read.setAttribute("aria-label", `${words.read} ${line.querySelector(".number").textContent}`);
      read.addEventListener("click", () => {
        const parts = [line.querySelector("legend"), ...line.querySelectorAll(".options span")];
        const speech = new SpeechSynthesisUtterance(parts.map((part) => part.textContent).join(". "));
        speech.lang = document.documentElement.lang;
        speechSynthesis.cancel();
        speechSynthesis.speak(speech);
      });
      line.append(read);
    });
  }

  form.addEventListener("submit", (event) => {
    const unfinished = screens.findIndex((screen) => unanswered(screen).length);
    if (unfinished >= 0) {
      event.preventDefault();
      show(unfinished, false);
      isFinished(screens[unfinished]);
      return;
    }
    if (submit.disabled) { event.preventDefault(); return; }
    save();
    shelf.write(CURRENT, draftName);
    submit.disabled = true;
    submit.textContent = words.sending;
  });
  addEventListener("pageshow", () => { submit.disabled = false; });

  document.querySelectorAll("#problems a").forEach((link) => link.addEventListener("click", (event) => {
    const target = document.getElementById(link.hash.slice(1));
    const screen = screens.findIndex((one) => one.contains(target));
    if (screen < 0) return;
    event.preventDefault();
    show(screen, false);
    target.querySelector("input")?.focus();
    target.scrollIntoView({ block: "center" });
  }));
  const wrong = form.querySelector(".line.wrong");
  const begun = screens.findIndex((screen) => screen.hasAttribute("data-begun"));
  show(wrong ? screens.findIndex((screen) => screen.contains(wrong)) : Math.max(0, begun), false);
  if (hasProblems) hasProblems.focus();
})();
