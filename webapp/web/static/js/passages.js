// What is spoken at one go: a sentence, or a clause of a long one, and where its words stand in it.

import { plainText } from "./ruby.js";

const LONGEST = 60; // characters; Chrome cuts an utterance off after some fifteen seconds
const PAUSE = /[，、；：,;:]$/u;

/**
 * @typedef {object} Passage
 * @property {string} text
 * @property {HTMLElement | null} sentence lit where a voice tells no words; null where a word is spoken alone
 * @property {HTMLElement[]} tokens
 * @property {number[]} starts where each of them begins in the text, in UTF-16 units, as voices count
 */

/** @param {HTMLElement} sentence @param {HTMLElement} [from] the word to begin at @returns {Passage[]} */
export function passagesOf(sentence, from) {
  const all = /** @type {HTMLElement[]} */ ([...sentence.querySelectorAll(".token")]);
  /** @type {Passage[]} */
  const made = [];
  let passage = empty(sentence);
  for (const token of all.slice(from ? Math.max(0, all.indexOf(from)) : 0)) {
    passage.tokens.push(token);
    passage.starts.push(passage.text.length);
    passage.text += plainText(token);
    if (passage.text.length >= LONGEST && PAUSE.test(passage.text)) {
      made.push(passage);
      passage = empty(sentence);
    }
  }
  made.push(passage);
  return made.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** @param {string} text @param {HTMLElement} token @returns {Passage} */
export function wordAlone(text, token) {
  return { text, sentence: null, tokens: [token], starts: [0] };
}

/** The word that an offset is in. @param {Passage} passage @param {number} offset */
export function placeOf({ starts }, offset) {
  return Math.max(0, starts.findLastIndex((start) => start <= offset));
}

/** @param {HTMLElement} sentence @returns {Passage} */
function empty(sentence) {
  return { text: "", sentence, tokens: [], starts: [] };
}
