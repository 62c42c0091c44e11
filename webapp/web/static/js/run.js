// The card of a run of words that was selected: one of the page's, else what our own server says of it, else,
// where there is none (a file), its words.

/** @import { Words } from "./words.js" */

/**
 * The number of its card, -1 where there is nothing to say.
 * @param {string} text @param {Range} range @param {HTMLElement} article @param {Words} words
 */
export async function runCard(text, range, article, words) {
  const known = words.numberOf(text);
  if (known >= 0) return known;
  try {
    const query = new URLSearchParams({ text, script: article.lang === "zh-Hant" ? "hant" : "hans" });
    const answer = await fetch(`/lookup?${query}`, { headers: { Accept: "application/json" } });
    const { card, words: more } = await answer.json();
    return answer.ok && card >= 0 ? words.add(more) + card : -1;
  } catch {
    return ofParts(text, range, article, words);
  }
}

/** @param {string} text @param {Range} range @param {HTMLElement} article @param {Words} words */
function ofParts(text, range, article, words) {
  const tokens = /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".token[data-card]"));
  const numbers = [...tokens].filter((token) => range.intersectsNode(token)).map((token) => words.number(token.dataset.token));
  return numbers.length ? words.join(text, numbers) : -1;
}
