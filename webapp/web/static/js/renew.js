// The page changed in place: some blocks and all cards are taken over from the page as it is now, and the line
// under the reader's eye stays where it is.

import { firstInSight } from "./sight.js";

/** @import { Words } from "./words.js" */

/**
 * @param {HTMLElement} article @param {Words} words @param {HTMLElement | null} eye the word that is looked at
 * @param {Document} page @param {string[]} names of the blocks: p3
 */
export function renewBlocks(article, words, eye, page, names) {
  const line = eye && isInSight(eye) ? eye : firstInSight(article, ".token");
  const before = line?.getBoundingClientRect().top ?? 0;
  words.takeFrom(page);
  for (const name of names) {
    const fresh = page.querySelector(`[data-block="${CSS.escape(name)}"]`);
    if (fresh) article.querySelector(`[data-block="${CSS.escape(name)}"]`)?.replaceChildren(...fresh.childNodes);
  }
  article.dispatchEvent(new Event("renewed")); // js/showing.js dresses what is new
  const after = line?.isConnected ? line : article.querySelector(`[data-token="${CSS.escape(line?.dataset.token ?? "")}"]`);
  const moved = after ? after.getBoundingClientRect().top - before : 0;
  if (Math.abs(moved) > 0.5) scrollBy({ top: moved, behavior: "instant" });
}

/** @param {HTMLElement} token */
function isInSight(token) {
  const { top, bottom } = token.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
