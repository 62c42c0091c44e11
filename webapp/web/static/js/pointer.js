// Mouse and finger: hovering opens, a click or tap pins, a tap elsewhere closes, scrolling does nothing.

import { Sweep } from "./sweep.js";

/** @import { Reading } from "./state.js" */

const LINGER = 220; // ms that a card outlives the pointer, enough to reach it
const LONG_PRESS = 500; // ms
const STILL = 4; // px that a mouse may move while it clicks
const REST = 70; // ms without a move, and a word passed over on the way to the card was meant after all

/**
 * @param {Reading} reading @param {HTMLElement} article @param {HTMLElement} card
 * @param {(target: EventTarget | null) => HTMLElement | null} tokenAt
 */
export function followPointer(reading, article, card, tokenAt) {
  const sweep = new Sweep();
  /** @type {HTMLElement | null} */
  let passed = null;
  let timer = 0;
  let at = "";
  let pressed = Infinity;
  /** Where a mouse was pressed. @type {{ x: number, y: number } | null} */
  let down = null;

  function settle() {
    clearTimeout(timer);
    if (passed && reading.hold === "hover") reading.choose(passed, "hover");
    passed = null;
  }

  /** On the way from the word to its card the words between are passed over. @param {HTMLElement} token */
  function isPassing(token) {
    return reading.token !== null && token !== reading.token && sweep.leadsTo(card.getBoundingClientRect());
  }

  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || !reading.token || reading.hold !== "hover") return;
    sweep.move(event);
    if (!passed) return;
    if (!isPassing(passed)) return settle();
    clearTimeout(timer);
    timer = setTimeout(settle, REST);
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    // The text scrolling under a resting mouse is no hovering.
    const place = `${event.screenX},${event.screenY}`;
    if (place === at) return;
    at = place;
    clearTimeout(timer);
    passed = null;
    if (reading.hold !== "hover" && reading.token) return;
    sweep.move(event);
    const token = tokenAt(event.target);
    if (token && isPassing(token)) {
      passed = token;
      timer = setTimeout(settle, REST);
    } else if (token) reading.choose(token, "hover");
    else if (!within(card, event.target)) timer = setTimeout(() => reading.hold === "hover" && reading.leave(), LINGER);
  });

  document.documentElement.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch" && reading.hold === "hover") reading.leave();
  });

  document.addEventListener("pointerdown", ({ pointerType, timeStamp, clientX: x, clientY: y }) => {
    pressed = pointerType === "touch" ? timeStamp : Infinity;
    down = pointerType === "mouse" ? { x, y } : null;
  });

  /** A mouse that clicks into a selection lets go of it, but only after this event. @param {MouseEvent} event */
  function letsGo({ clientX, clientY, detail, shiftKey }) {
    return down !== null && detail === 1 && !shiftKey && Math.hypot(clientX - down.x, clientY - down.y) < STILL;
  }

  document.addEventListener("click", (event) => {
    if (event.timeStamp - pressed > LONG_PRESS) return; // it selects, and is no tap
    const token = within(article, event.target) ? tokenAt(event.target) : null;
    if (getSelection()?.isCollapsed === false && within(article, event.target) && !letsGo(event)) return; // js/selection.js has it
    if (token) {
      if (token === reading.token && reading.hold === "pinned") return reading.leave();
      reading.choose(token, "pinned");
      token.focus({ preventScroll: true }); // a screen reader says it, and Tab leads into the card
    } else if (!event.composedPath().includes(card) && reading.hold !== "hover") {
      reading.leave(); // the path, because what was clicked in the card may be gone from it by now
    }
  });
}

/** @param {HTMLElement} element @param {EventTarget | null} target */
function within(element, target) {
  return target instanceof Node && element.contains(target);
}
