// What can be done on the page, as one table: js/keys.js dispatches keys by it, buttons are wired by it, and
// js/keys-dialog.js writes it out for the reader. Here are the actions that go from word to word.

import { say } from "./say.js";

/** @import { Reading } from "./state.js" */
/** @import { Walk } from "./walk.js" */

/**
 * @typedef {object} Action
 * @property {string} name buttons of the page name it: data-do="keys"
 * @property {string} group its heading in the dialog
 * @property {string} label
 * @property {string[]} keys as js/keys.js names them: "n", "N", "Shift+ArrowLeft"; the first one is shown
 * @property {() => void} run
 * @property {(event: KeyboardEvent) => boolean} [isIdle] where it leaves its keys to the browser
 */

/**
 * @param {Reading} reading @param {Walk} walk
 * @param {(token: HTMLElement) => boolean} isDifficult whether a word is above the reader's level
 * @returns {Action[]}
 */
export function walkingActions(reading, walk, isDifficult) {
  /** @param {(from: HTMLElement | null) => HTMLElement | null} find @param {string} [otherwise] said where there is none */
  const to = (find, otherwise) => () => {
    const next = find(reading.token ?? focused(walk));
    if (next) step(reading, next);
    else if (otherwise) say(otherwise);
  };
  const line = (/** @type {1 | -1} */ way) => to((from) => (from ? walk.line(from, way) : walk.firstInSight()));
  const sentence = (/** @type {1 | -1} */ way) => to((from) => walk.group(from, way, ".sentence"));
  const paragraph = (/** @type {1 | -1} */ way) => to((from) => walk.group(from, way, "[data-block]"));
  const isNoneChosen = () => !reading.token; // the page scrolls as ever
  const isSelecting = () => getSelection()?.isCollapsed === false; // the selection grows as ever

  return [
    { name: "word-after", group: "Words", keys: ["ArrowRight"], label: "Next word", run: to((from) => walk.word(from, 1)) },
    { name: "word-before", group: "Words", keys: ["ArrowLeft"], label: "Previous word", run: to((from) => walk.word(from, -1)) },
    { name: "line-below", group: "Words", keys: ["ArrowDown"], label: "Line below, from a chosen word", run: line(1), isIdle: isNoneChosen },
    { name: "line-above", group: "Words", keys: ["ArrowUp"], label: "Line above, from a chosen word", run: line(-1), isIdle: isNoneChosen },
    { name: "difficult-after", group: "Words", keys: ["n"], label: "Next word above my level", run: to((from) => walk.next(from, 1, isDifficult), "No word above your level after this one.") },
    { name: "difficult-before", group: "Words", keys: ["N"], label: "Previous word above my level", run: to((from) => walk.next(from, -1, isDifficult), "No word above your level before this one.") },
    { name: "sentence-after", group: "Text", keys: ["Shift+ArrowRight"], label: "Next sentence", run: sentence(1), isIdle: isSelecting },
    { name: "sentence-before", group: "Text", keys: ["Shift+ArrowLeft"], label: "Previous sentence", run: sentence(-1), isIdle: isSelecting },
    { name: "paragraph-after", group: "Text", keys: ["j"], label: "Next paragraph", run: paragraph(1) },
    { name: "paragraph-before", group: "Text", keys: ["k"], label: "Previous paragraph", run: paragraph(-1) },
    { name: "pin", group: "Card", keys: ["Enter", " "], label: "Pin the card, or let it go", run: () => pin(reading, walk), isIdle: isNotOnWord },
    { name: "close", group: "Card", keys: ["Escape"], label: "Close the card", run: () => reading.leave(), isIdle: isNoneChosen },
  ];
}

/** The word that one left off at: it has the focus, no card, and is still in sight. @param {Walk} walk */
function focused(walk) {
  const token = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest(".token"));
  const { top, bottom } = token?.getBoundingClientRect() ?? { top: 1, bottom: 0 };
  return token && walk.places.has(token) && top >= 0 && bottom <= innerHeight ? token : null;
}

/** Go to a word: its card opens and stays pinned if the one before was. @param {Reading} reading @param {HTMLElement} token */
function step(reading, token) {
  token.scrollIntoView({ block: "nearest", behavior: "instant" });
  reading.choose(token, reading.hold === "pinned" && reading.token ? "pinned" : "walk");
  token.focus({ preventScroll: true });
}

/** The word that has the focus, which need not be open yet. @param {Reading} reading @param {Walk} walk */
function pin(reading, walk) {
  const focused = document.activeElement?.closest(".token");
  const token = focused instanceof HTMLElement ? focused : (reading.token ?? walk.firstInSight());
  if (token) reading.choose(token, token === reading.token && reading.hold === "pinned" ? "walk" : "pinned");
}

/** @param {KeyboardEvent} event */
function isNotOnWord({ target }) {
  return !(target instanceof Element && target.closest(".token"));
}
