// What is in sight. By halving, for the text stands in the order of the page, and by blocks first: what is
// out of sight has not been set yet (css/reader.css), and asking where it is would have it set.

/**
 * The first element that fits the selector whose middle (a token) or end (a sentence) is not above the viewport.
 * @param {HTMLElement} article @param {".token" | ".sentence"} selector @returns {HTMLElement | null}
 */
export function firstInSight(article, selector) {
  const isAbove = (/** @type {Element} */ each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return selector === ".token" ? top + bottom < 0 : bottom <= 0; // middles are level in a line
  };
  const blocks = [...article.querySelectorAll("[data-block]")];
  for (const block of blocks.slice(halve(blocks, (each) => each.getBoundingClientRect().bottom <= 0))) {
    const found = /** @type {HTMLElement[]} */ ([...block.querySelectorAll(selector)]);
    const at = halve(found, isAbove);
    if (at < found.length) return found[at];
  }
  return null;
}

/** Whether it stands earlier on the page. @param {Node} one @param {Node} other */
export function isBefore(one, other) {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** How many come before the first one that is not above. @param {Element[]} all @param {(each: Element) => boolean} isAbove */
function halve(all, isAbove) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (isAbove(all[half])) low = half + 1;
    else high = half;
  }
  return low;
}
