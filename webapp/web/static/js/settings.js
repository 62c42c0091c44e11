// What the reader has chosen: on <html> for the style sheets, and kept on this device.

import { firstInSight } from "./sight.js";

/** @import { Settings } from "./types.d.ts" */

const KEY = "pindu.settings"; // js/first.js reads it too

/** The choices, the default first. @type {Record<keyof Settings, string[]>} */
const CHOICES = {
  pinyin: ["words", "characters", "hover", "hidden"],
  level: ["3", "1", "2", "4", "5", "6", "7"],
  theme: ["system", "light", "sepia", "dark"],
  font: ["serif", "sans", "kai"],
  size: ["medium", "small", "large", "huge"],
};

/** @param {keyof Settings} name */
export function setting(name) {
  const value = document.documentElement.dataset[name] ?? "";
  return CHOICES[name].includes(value) ? value : CHOICES[name][0];
}

/** @param {keyof Settings} name @param {string} value */
export function setSetting(name, value) {
  document.documentElement.dataset[name] = value;
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(CHOICES));
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(names.map((each) => [each, setting(each)]))));
  } catch {
    // No storage: it holds for this page.
  }
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
