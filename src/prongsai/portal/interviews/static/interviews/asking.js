// Asks the questionnaire, a screen at a time; each answer is kept on this device at once.
window.interviews.asking = (() => {
  "use strict";
  const kept = window.interviews;
  const { slug, me } = document.body.dataset;
  const words = JSON.parse(document.getElementById("words").textContent);
  const place = document.getElementById("asking");
  const make = (tag, options = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), options);
    made.append(...children);
    return made;
  };
  const nameOf = (assignment) => `${slug}/${me}/${assignment}`;

  const line = (asked, draft) => {
    const options = asked.options.map((option) => {
      const radio = make("input", { type: "radio", name: `line-${asked.key}`, value: option.number });
      radio.checked = draft.choices[asked.key] === String(option.number);
      radio.addEventListener("change", () => {
        draft.choices[asked.key] = String(option.number);
        group.classList.remove("wrong");
        group.querySelector(".problem")?.remove();
        kept.put("drafts", draft);
      });
      return make("label", {}, radio, make("span", { textContent: option.text }));
    });
    const legend = make("legend", {}, make("span", { className: "number", textContent: asked.number }), ` ${asked.text}`);
    const group = make("fieldset", { className: "line" }, legend, make("div", { className: "options" }, ...options));
    return asked.lead ? [make("p", { className: "group", textContent: asked.lead }), group] : [group];
  };

  const isFinished = (section) => {
    const open = [...section.querySelectorAll("fieldset.line")].filter((group) => !group.querySelector(":checked"));
    open.forEach((group) => {
      group.classList.add("wrong");
      if (!group.querySelector(".problem")) {
        group.querySelector("legend").after(make("p", { className: "problem", textContent: words.unanswered }));
      }
    });
    open[0]?.querySelector("input").focus();
    return open.length === 0;
  };

  const begin = async (assignment, screens, leave) => {
    const name = nameOf(assignment.id);
    const draft = (await kept.read("drafts", name)) || { name, key: kept.drawKey(), choices: {} };
    await kept.put("drafts", draft);
    let at = 0;

    const finish = async () => {
      const item = {
        key: draft.key, kind: "interview", me, slug, assignment: assignment.id,
        reference: assignment.reference, choices: draft.choices, queued: Date.now(),
      };
      await kept.queueDraft(item, name);
      leave();
    };

    const show = () => {
      const screen = screens[at];
      const heading = make("h2", { textContent: screen.title, tabIndex: -1 });
      const section = make("section", { className: "screen" }, heading, ...screen.lines.flatMap((asked) => line(asked, draft)));
      const back = make("button", { type: "button", className: "second", textContent: words.back, hidden: at === 0 });
      const isLast = at === screens.length - 1;
      const next = make("button", { type: "button", textContent: isLast ? words.finish : words.next });
      const away = make("button", { type: "button", className: "second small", textContent: words.leave });
      const step = words.step.replace("{at}", at + 1).replace("{of}", screens.length);
      back.addEventListener("click", () => { at -= 1; show(); });
      next.addEventListener("click", () => {
        if (!isFinished(section) || next.disabled) return;
        if (isLast) {
          next.disabled = true;
          finish();
        } else {
          at += 1;
          show();
        }
      });
      away.addEventListener("click", () => leave());
      place.replaceChildren(
        make("p", { className: "muted", textContent: `${assignment.agency} · ${assignment.service} · ${step}` }),
        make("p", { textContent: words.introduce, hidden: at > 0 }),
        section,
        make("div", { className: "send" }, back, next),
        make("p", { className: "foot" }, away),
      );
      heading.focus({ preventScroll: true });
      place.scrollIntoView();
    };
    show();
  };

  return { begin, make, nameOf, words };
})();
