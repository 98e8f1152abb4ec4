{% comment %}Keeps the page and its files for work without a network. What people answer never goes through here.{% endcomment %}"use strict";
const NAME = "prongsai-interviews-{{ version }}";
const FILES = {{ files|safe }};
const PAGE = new URL("./", self.location).pathname;
const PATIENCE = 6000;

const keepPage = async (response) => {
  if (response.ok && !response.redirected && response.type === "basic") {
    await (await caches.open(NAME)).put(PAGE, response.clone());
  }
  return response;
};

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  await keepPage(await fetch(PAGE, { cache: "reload" }));
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith("prongsai-interviews-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

// The network goes first so that a new page is seen at once; a line that does not answer is given up after seconds.
const page = async (request) => {
  const kept = await (await caches.open(NAME)).match(PAGE);
  const fresh = fetch(request).then(keepPage);
  if (!kept) return fresh;
  const late = new Promise((resolve) => { setTimeout(() => resolve(kept), PATIENCE); });
  return Promise.race([fresh.catch(() => kept), late]);
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === PAGE) event.respondWith(page(event.request));
  else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request)));
  }
});
