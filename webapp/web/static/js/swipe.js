// A swipe across the card goes to the next word, or the one before, as a page is turned.

const FAR = 44; // px, and more than twice as far across as up or down

/** @param {HTMLElement} card @param {(way: 1 | -1) => void} turn */
export function followSwipes(card, turn) {
  /** @type {PointerEvent | null} */
  let start = null;

  card.addEventListener("pointerdown", (event) => {
    start = event.pointerType === "touch" && event.isPrimary ? event : null;
  });
  card.addEventListener("pointerup", ({ clientX, clientY }) => {
    if (!start) return;
    const [across, along] = [clientX - start.clientX, clientY - start.clientY];
    start = null;
    if (Math.abs(across) >= FAR && Math.abs(across) > 2 * Math.abs(along)) turn(across < 0 ? 1 : -1);
  });
  card.addEventListener("pointercancel", () => (start = null)); // the browser scrolls
}
