// What the reader has chosen: on <html> for the style sheets, kept in this browser, and in the library for others.

import { firstInSight } from "./sight.js";

/** @import { Settings } from "./types.d.ts" */

const KEY = "pindu.settings"; // js/first.js reads it too

/** @type {Partial<Settings>} */
let untold = {};
let telling = Promise.resolve(); // one after another: the last choice is the one that stays

/** @param {keyof Settings} name */
export function setting(name) {
  return document.documentElement.dataset[name] ?? "";
}

/** @param {keyof Settings} name @param {string} value */
export function setSetting(name, value) {
  document.documentElement.dataset[name] = value;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    localStorage.setItem(KEY, JSON.stringify({ ...kept, [name]: value })); // the others may be chosen elsewhere
  } catch {
    // No storage: it holds for this page.
  }
  untold[name] = value;
  telling = telling.then(tell);
}

/** Go back to how texts are shown at first, here and in the library. */
export async function forget() {
  untold = {};
  try {
    localStorage.removeItem(KEY);
  } catch {
    // No storage: nothing to forget here.
  }
  await fetch("/settings", { method: "POST", body: new URLSearchParams({ reset: "1" }) });
}

addEventListener("pagehide", tell);

async function tell() {
  const told = untold;
  const body = new URLSearchParams(/** @type {Record<string, string>} */ (told));
  if (!body.size) return;
  untold = {};
  await fetch("/settings", { method: "POST", body, keepalive: true }).catch(() => {
    untold = { ...told, ...untold }; // offline, or stopped: it is told with the next one
  });
}

/**
 * Change how the text is set while the line under the reader's eye, the topmost in sight, stays put.
 * @param {HTMLElement} article @param {() => void} change
 */
export function inPlace(article, change) {
  const line = scrollY > 0 ? firstInSight(article, ".token") : null;
  const before = line?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (line?.getBoundingClientRect().top ?? 0) - before;
  if (moved) scrollBy({ top: moved, behavior: "instant" });
}
