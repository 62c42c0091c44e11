// What the reader has chosen: on <html> for the style sheets, and kept on this device.

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
  const line = topmost(article);
  const before = line?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (line?.getBoundingClientRect().top ?? 0) - before;
  if (moved) scrollBy({ top: moved, behavior: "instant" });
}

/** The first token in sight, by halving: the tokens stand in the order of the page. @param {HTMLElement} article */
function topmost(article) {
  const tokens = article.querySelectorAll(".token");
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const half = (low + high) >> 1;
    const { top, bottom } = tokens[half].getBoundingClientRect();
    if (top + bottom < 0) low = half + 1; // by their middles, which are level in a line
    else high = half;
  }
  return scrollY > 0 ? (tokens[low] ?? null) : null;
}
