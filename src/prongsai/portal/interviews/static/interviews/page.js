// The list of clients, the state of the queue, attempts, signing out; and the worker that opens the page offline.
(() => {
  "use strict";
  const kept = window.interviews;
  const { sending, asking } = kept;
  const { make, words } = asking;
  const { slug, me, least, signIn } = document.body.dataset;
  const outcomes = JSON.parse(document.getElementById("outcomes").textContent);
  const part = (name) => document.getElementById(name);
  const [list, place, network, waiting, told] = ["list", "asking", "network", "waiting", "told"].map(part);
  const AGAIN = 30_000;
  let state = navigator.onLine ? "online" : "offline";
  const notes = [];

  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const filled = (text, n) => text.replace("{n}", n);

  const noteLine = (said) => {
    if (said.kind === "counted") {
      return make("p", { className: "told" }, `${words.counted} `, make("code", { textContent: said.receipt }));
    }
    return make("p", { className: "told", textContent: `${words.reference} ${said.reference}: ${words.late}` });
  };
  const refusedLine = (item) => {
    const drop = make("button", { type: "button", className: "second small", textContent: words.drop });
    drop.addEventListener("click", async () => { await kept.drop("queue", item.key); draw(); });
    const text = `${words.refused} (${words.reference} ${item.reference}): ${item.refused}`;
    return make("div", { className: "told told-refused" }, make("p", { textContent: text }), drop);
  };

  const drawState = async (queue) => {
    network.dataset.state = state;
    network.textContent = words[state.replace("-", "_")];
    if (state === "signed-out") {
      const next = encodeURIComponent(location.pathname);
      network.append(" ", make("a", { href: `${signIn}?next=${next}`, textContent: words.sign_in }));
    }
    const others = await sending.others();
    waiting.textContent = queue.length ? filled(words.waiting, queue.length) : words.nothing_waiting;
    const refused = queue.filter((item) => item.refused).map(refusedLine);
    const foreign = others ? [make("p", { className: "told", textContent: filled(words.others, others) })] : [];
    told.replaceChildren(...foreign, ...refused, ...notes.slice(0, 20).map(noteLine));
  };

  const attemptForm = (client, tries) => {
    const select = make("select", { id: `outcome-${client.id}` });
    outcomes.forEach((one) => select.append(make("option", { value: one.value, textContent: one.label })));
    const day = make("input", { type: "date", id: `day-${client.id}`, min: today(), value: today() });
    const dayField = make("div", { hidden: true }, make("label", { htmlFor: day.id, textContent: words.call_on }), day);
    select.addEventListener("change", () => { dayField.hidden = select.value !== "call-back"; });
    const problem = make("p", { className: "problem", hidden: true, textContent: filled(words.too_few, least) });
    problem.setAttribute("role", "alert");
    const save = make("button", { type: "submit", className: "small", textContent: words.save });
    const form = make("form", { className: "attempt", hidden: true },
      make("div", {}, make("label", { htmlFor: select.id, textContent: words.outcome }), select), dayField, problem, save);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = select.value !== "never-found" || tries + 1 >= Number(least);
      if (!problem.hidden || save.disabled) return;
      save.disabled = true;
      await kept.put("queue", {
        key: kept.drawKey(), kind: "attempt", me, slug, assignment: client.id, reference: client.reference,
        outcome: select.value, day: today(), callOn: select.value === "call-back" ? day.value : "", queued: Date.now(),
      });
      form.hidden = true;
      synchronise();
    });
    return form;
  };

  const contactLine = (contact) => {
    const isNumber = /^0[0-9]{8,9}$/.test(contact);
    const shown = isNumber ? make("a", { href: `tel:${contact}`, textContent: contact }) : contact;
    return make("p", { className: "contact" }, shown);
  };

  const card = (client, work, queue, hasDraft) => {
    const mine = queue.filter((item) => item.assignment === client.id);
    const tries = client.tries.map((one) => `${one.day} ${one.words} ${one.call_on}`);
    const queued = mine.map((one) => `${one.day} ${outcomes.find((found) => found.value === one.outcome)?.label || ""}`);
    const begin = make("button", { type: "button", textContent: hasDraft ? words.resume : words.begin });
    begin.addEventListener("click", () => ask(client, work));
    const attempt = make("button", { type: "button", className: "second", textContent: words.attempt });
    const form = attemptForm(client, tries.length + mine.length);
    attempt.setAttribute("aria-expanded", "false");
    attempt.addEventListener("click", () => {
      form.hidden = !form.hidden;
      attempt.setAttribute("aria-expanded", String(!form.hidden));
    });
    const past = [...tries, ...queued].map((text) => make("li", { textContent: text }));
    const name = `${words.reference} ${client.reference}`;
    [begin, attempt].forEach((button) => button.setAttribute("aria-label", `${button.textContent} ${name}`));
    return make("article", { className: "client" },
      make("h2", { textContent: name }), make("p", { textContent: `${client.service} · ${client.agency}` }),
      contactLine(client.contact), ...(past.length ? [make("ul", { className: "tries" }, ...past)] : []),
      make("div", { className: "client-actions" }, begin, attempt), form);
  };

  const drawList = async (queue) => {
    if (list.querySelector(".attempt:not([hidden])")) return undefined;
    const work = await kept.read("work", slug);
    if (!work || work.me !== me) return list.replaceChildren();
    if (Date.now() - work.fetched > work.kept_seconds * 1000) {
      return list.replaceChildren(make("p", { textContent: words.stale }));
    }
    const ending = new Set(outcomes.filter((one) => one.ends).map((one) => one.value));
    const settled = new Set(queue.filter((item) => item.kind === "interview" || ending.has(item.outcome))
      .map((item) => item.assignment));
    const open = work.assignments.filter((client) => !settled.has(client.id));
    const cards = await Promise.all(open.map(async (client) =>
      card(client, work, queue, Boolean(await kept.read("drafts", asking.nameOf(client.id))))));
    const head = open.length ? filled(words.to_do, open.length) : words.no_work;
    return list.replaceChildren(
      make("h2", { textContent: `${head} · ${filled(words.done, work.done)}` }), ...cards);
  };

  const drawNow = async () => {
    const queue = await sending.own();
    await drawState(queue);
    if (place.hidden) await drawList(queue);
  };
  // One after the other: else one that looked at the queue earlier may be the last to write what it saw.
  let drawn = Promise.resolve();
  const draw = () => {
    drawn = drawn.then(drawNow, drawNow);
    return drawn;
  };

  const synchronise = async () => {
    await draw();
    state = await sending.sync((said) => { notes.unshift(said); });
    await draw();
  };

  const ask = async (client, work) => {
    place.hidden = false;
    list.hidden = true;
    await asking.begin(client, work.screens, () => {
      place.hidden = true;
      list.hidden = false;
      place.replaceChildren();
      part("state").scrollIntoView();
      synchronise();
    });
  };

  const forget = async () => {
    await kept.forgetWork();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("prongsai-interviews-")).map((name) => caches.delete(name)));
  };

  part("sign-out").addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    const queue = await sending.own();
    if (queue.length && !confirm(filled(words.leaving, queue.length))) return;
    await forget();
    HTMLFormElement.prototype.submit.call(form);
  });

  addEventListener("online", synchronise);
  addEventListener("offline", () => { state = "offline"; draw(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) synchronise(); });
  setInterval(async () => { if (state !== "online" || (await sending.own()).length) synchronise(); }, AGAIN);

  if ("serviceWorker" in navigator) navigator.serviceWorker.register("worker.js", { scope: "./" });
  navigator.storage?.persist?.();
  synchronise().catch(() => { network.textContent = words.no_storage; });
})();
