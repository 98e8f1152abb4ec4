// Keeps work, drafts and the queue on this device (IndexedDB). Nothing is dropped because of its age.
window.interviews = (() => {
  "use strict";
  const DATABASE = "prongsai-interviews";
  const STORES = { work: "slug", drafts: "name", queue: "key" };

  const opened = new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      Object.entries(STORES).forEach(([store, keyPath]) => asked.result.createObjectStore(store, { keyPath }));
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

  // A write has happened when its transaction is complete, not when the request succeeded.
  const run = async (mode, stores, act) => {
    const database = await opened;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(stores, mode, { durability: "strict" });
      const asked = act(...stores.map((store) => transaction.objectStore(store)));
      transaction.oncomplete = () => resolve(asked ? asked.result : undefined);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  };

  const drawKey = () => {
    const drawn = crypto.getRandomValues(new Uint8Array(18));
    return btoa(String.fromCharCode(...drawn)).replaceAll("+", "-").replaceAll("/", "_");
  };

  return {
    drawKey,
    read: (store, name) => run("readonly", [store], (shelf) => shelf.get(name)),
    all: (store) => run("readonly", [store], (shelf) => shelf.getAll()),
    put: (store, value) => run("readwrite", [store], (shelf) => shelf.put(value)),
    drop: (store, name) => run("readwrite", [store], (shelf) => shelf.delete(name)),
    // the finished interview enters the queue in the same step in which its draft goes
    queueDraft: (item, draft) => run("readwrite", ["queue", "drafts"], (queue, drafts) => {
      queue.put(item);
      drafts.delete(draft);
    }),
    // a work sheet of somebody else must not be seen by who signs in next
    forgetWork: () => run("readwrite", ["work"], (shelf) => shelf.clear()),
  };
})();
