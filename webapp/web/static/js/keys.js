// Everything by keyboard. A chosen word holds the focus, so that Tab goes on from it, and a screen
// reader says "银行, yínháng, bank". Only it is a button: the rest of the text is read as text.

/** @import { Reading } from "./state.js" */
/** @import { Walk } from "./walk.js" */

/**
 * @typedef {object} Actions
 * @property {() => void} togglePinyin
 * @property {() => void} showKeys
 */

/** @param {Reading} reading @param {Walk} walk @param {Actions} actions */
export function listenToKeys(reading, walk, actions) {
  /** @type {Record<string, () => HTMLElement | null>} */
  const steps = {
    ArrowLeft: () => walk.word(reading.token, -1),
    ArrowRight: () => walk.word(reading.token, 1),
    ArrowUp: () => reading.token && walk.line(reading.token, -1),
    ArrowDown: () => reading.token && walk.line(reading.token, 1),
    "Shift+ArrowLeft": () => walk.group(reading.token, -1, ".sentence"),
    "Shift+ArrowRight": () => walk.group(reading.token, 1, ".sentence"),
    k: () => walk.group(reading.token, -1, "[data-block]"),
    j: () => walk.group(reading.token, 1, "[data-block]"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
    const name = event.shiftKey && event.key.startsWith("Arrow") ? `Shift+${event.key}` : event.key;
    if (name === "Escape") reading.leave();
    else if (name === "?") actions.showKeys();
    else if (name === "p") actions.togglePinyin();
    else if (name === "Enter" || name === " ") {
      const token = event.target instanceof HTMLElement && event.target.closest(".token");
      if (!(token instanceof HTMLElement)) return;
      event.preventDefault();
      reading.choose(token, token === reading.token && reading.hold === "pinned" ? "walk" : "pinned");
    } else if (steps[name]) {
      if (name.endsWith("ArrowUp") || name.endsWith("ArrowDown")) {
        if (!reading.token) return; // the page scrolls as ever
      }
      event.preventDefault();
      const next = steps[name]();
      if (next) step(reading, next);
    }
  });
}

/** Go to a word: its card opens and stays pinned if the one before was. @param {Reading} reading @param {HTMLElement} token */
function step(reading, token) {
  reading.choose(token, reading.hold === "pinned" && reading.token ? "pinned" : "walk");
  token.focus({ preventScroll: true });
  token.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** Keys belong to whoever has the focus: fields, open dialogs and panels. @param {EventTarget | null} target */
function isElsewhere(target) {
  return target instanceof Element && target.closest("input, textarea, select, dialog, #settings") !== null;
}
