// Mouse and finger: hovering opens, a click or tap pins, a tap elsewhere closes, scrolling does nothing.

/** @import { Reading } from "./state.js" */

const LINGER = 220; // ms that a card outlives the pointer, enough to reach it

/**
 * @param {Reading} reading @param {HTMLElement} article @param {HTMLElement} card
 * @param {(target: EventTarget | null) => HTMLElement | null} tokenAt
 */
export function followPointer(reading, article, card, tokenAt) {
  let timer = 0;
  let at = "";

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    // The text scrolling under a resting mouse is no hovering.
    const place = `${event.screenX},${event.screenY}`;
    if (place === at) return;
    at = place;
    clearTimeout(timer);
    if (reading.hold !== "hover" && reading.token) return;
    const token = tokenAt(event.target);
    if (token) reading.choose(token, "hover");
    else if (!within(card, event.target)) timer = setTimeout(() => reading.hold === "hover" && reading.leave(), LINGER);
  });

  document.documentElement.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch" && reading.hold === "hover") reading.leave();
  });

  document.addEventListener("click", (event) => {
    const token = within(article, event.target) ? tokenAt(event.target) : null;
    if (token && getSelection()?.isCollapsed !== false) {
      if (token === reading.token && reading.hold === "pinned") reading.leave();
      else reading.choose(token, "pinned");
    } else if (!event.composedPath().includes(card) && reading.hold !== "hover") {
      reading.leave(); // the path, because what was clicked in the card may be gone from it by now
    }
  });
}

/** @param {HTMLElement} element @param {EventTarget | null} target */
function within(element, target) {
  return target instanceof Node && element.contains(target);
}
