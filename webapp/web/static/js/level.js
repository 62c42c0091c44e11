// Which words are difficult: those above the reader's HSK level, and those that are in no level.

import { setting } from "./settings.js";

/** @import { Words } from "./words.js" */

/**
 * Names, numbers and Latin words explain themselves: they never are.
 * @param {Words} words @param {HTMLElement} token that has a card
 */
export function isDifficult(words, token) {
  const { kind, level } = words.card(words.number(token.dataset.token));
  return kind === "word" && (level === 0 || level > Number(setting("level")));
}
