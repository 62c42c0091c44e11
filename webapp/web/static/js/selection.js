// A selection looks the whole run up: dragging over several words, or a finger moving the handles.

import { plainCopy, selectedText } from "./copy.js";

const SETTLED_MS = 300; // after which handles are not being moved any more
const LONGEST = 30; // characters; who selects more wants to copy it

/** Nothing that is worth looking up stands at its ends. */
const ENDS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * @param {HTMLElement} article @param {HTMLElement} card where a click may end the selection but not the looking
 * @param {(text: string, range: Range) => void} look @param {() => void} stop
 */
export function followSelection(article, card, look, stop) {
  let isDown = false;
  let isInCard = false;
  let last = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function settle() {
    const range = selectedText(article);
    const text = range ? plainCopy(range).replace(ENDS, "") : "";
    if (text === last) return;
    last = text;
    if (range && /\p{Script=Han}/u.test(text) && text.length <= LONGEST && !text.includes("\n")) look(text, range);
    else if (!isInCard) stop();
  }

  document.addEventListener("pointerdown", (event) => {
    isDown = true;
    isInCard = event.target instanceof Node && card.contains(event.target);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    document.addEventListener(kind, () => {
      isDown = false;
      clearTimeout(timer);
      timer = setTimeout(settle, 0); // the browser selects, and lets go, after this
    });
  }
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    if (!isDown) timer = setTimeout(settle, SETTLED_MS);
  });
}
