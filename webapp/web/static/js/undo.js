// Says what has been done, with a button that undoes it, for a while at the edge of the page.

import { element } from "./reading.js";

const OFFERED_MS = 10_000; // and as long as it has the pointer or the focus

/** @type {HTMLElement | undefined} */
let bar;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} said @param {() => void} undo */
export function offerUndo(said, undo) {
  bar ??= made();
  const button = element("button", "undo-button", "Undo");
  button.type = "button";
  button.addEventListener("click", () => {
    hide();
    undo();
  });
  bar.replaceChildren(element("span", "", said), button);
  bar.dataset.shown = "";
  wait();
}

function made() {
  const place = element("div", "undo");
  place.role = "status";
  place.addEventListener("pointerenter", () => clearTimeout(timer));
  place.addEventListener("pointerleave", wait);
  place.addEventListener("focusin", () => clearTimeout(timer));
  place.addEventListener("focusout", wait);
  place.addEventListener("click", (event) => event.stopPropagation()); // it is no click beside the card
  document.body.append(place);
  return place;
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(hide, OFFERED_MS);
}

function hide() {
  clearTimeout(timer);
  if (!bar) return;
  delete bar.dataset.shown;
  bar.replaceChildren();
}
