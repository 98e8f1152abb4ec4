// Sends the queue, one after the other, until each has the server's answer; fetches the work.
window.interviews.sending = (() => {
  "use strict";
  const kept = window.interviews;
  const { slug, me } = document.body.dataset;

  class SignedOut extends Error {}
  class NoNetwork extends Error {}

  const ask = async (path, options = {}) => {
    let response;
    try {
      response = await fetch(path, { credentials: "same-origin", redirect: "manual", cache: "no-store", ...options });
    } catch {
      throw new NoNetwork();
    }
    if (response.type === "opaqueredirect") throw new SignedOut();
    return response;
  };

  const fetchWork = async () => {
    const response = await ask("assignments/");
    if (!response.ok) throw new Error(`work ${response.status}`);
    const work = await response.json();
    if (work.me !== me) throw new SignedOut();
    const { token, ...rest } = work;
    await kept.put("work", { slug, language: document.documentElement.lang, fetched: Date.now(), ...rest });
    return token;
  };

  const own = async () => (await kept.all("queue"))
    .filter((item) => item.me === me && item.slug === slug)
    .sort((one, other) => one.queued - other.queued);
  const others = async () => (await kept.all("queue")).filter((item) => item.me !== me).length;

  const body = (item) => JSON.stringify({
    kind: item.kind, key: item.key, assignment: item.assignment, choices: item.choices || {},
    outcome: item.outcome || "", day: item.day || "", call_on: item.callOn || "",
  });

  // What the server said for good takes an item out of the queue, or marks it so that a person reads why not.
  const settle = async (item, response, tell) => {
    if (response.ok) {
      const answer = await response.json();
      await kept.drop("queue", item.key);
      if (answer.receipt) tell({ kind: "counted", receipt: answer.receipt });
      else if (answer.late) tell({ kind: "late", reference: item.reference });
      return;
    }
    if ([404, 409, 413, 422].includes(response.status) && response.headers.get("Content-Type") === "application/json") {
      const { error, problems = {} } = await response.json();
      const where = Object.entries(problems).map(([line, problem]) => `${line}: ${problem}`);
      await kept.put("queue", { ...item, refused: [error, ...where].join(" · ") });
      return;
    }
    throw new Error(`send ${response.status}`);
  };

  const sendAll = async (token, tell) => {
    for (const item of await own()) {
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
      await settle(item, await ask("send/", { method: "POST", headers, body: body(item) }), tell);
    }
  };

  // Two tabs of one phone would do no harm, the key makes it single; the lock only saves the line.
  let running = null;
  const sync = (tell) => {
    running ??= (async () => {
      try {
        const token = await fetchWork();
        const before = (await own()).length;
        await sendAll(token, tell);
        if (before) await fetchWork();
        return "online";
      } catch (problem) {
        if (problem instanceof SignedOut) return "signed-out";
        return problem instanceof NoNetwork ? "offline" : "trouble";
      } finally {
        running = null;
      }
    })();
    return running;
  };

  return { sync, own, others };
})();
