// Readings on the page: syllables in the colours of their tones, Chinese inside English marked.

/** @import { Reading } from "./types.d.ts" */

const TONES = ["\u0304", "\u0301", "\u030c", "\u0300"];

/** The tone 1-5 of a syllable with its mark, 0 of what is no syllable. @param {string} syllable */
export function tone(syllable) {
  const marks = syllable.normalize("NFD");
  const found = TONES.findIndex((mark) => marks.includes(mark));
  return found >= 0 ? found + 1 : /^[^\p{L}]*[a-zü]/u.test(syllable) ? 5 : 0;
}

let spell = (/** @type {string} */ piece) => piece;
let language = "zh-Latn-pinyin";

/** Write readings another way from now on (js/phonetics.js). @param {typeof spell} spelling @param {string} lang */
export function spellReadings(spelling, lang) {
  spell = spelling;
  language = lang;
}

/**
 * The reading as spans, one a syllable; spaces, apostrophes and dots keep the text's colour.
 * @param {Reading} reading
 */
export function readingElement(reading) {
  const whole = element("span", "reading");
  whole.lang = language;
  for (const syllable of reading.flatMap((piece) => piece.split(/(?=\s)/))) {
    const span = element("span", "", spell(syllable));
    span.dataset.tone = String(tone(syllable));
    whole.append(span);
  }
  return whole;
}

/**
 * Divide a string as another of the same length is divided: the spoken form as the citation form is.
 * @param {string} text @param {Reading} like @returns {Reading}
 */
export function dividedLike(text, like) {
  if (like.join("").length !== text.length) return [text];
  let at = 0;
  return like.map((piece) => text.slice(at, (at += piece.length)));
}

/**
 * Put English text into an element, runs of Chinese in it marked as Chinese.
 * @param {HTMLElement} into @param {string} text @param {string} language
 */
export function appendMixed(into, text, language) {
  for (const run of text.split(/(\p{Script=Han}+)/u)) {
    if (/\p{Script=Han}/u.test(run)) {
      const span = element("span", "", run);
      span.lang = language;
      into.append(span);
    } else if (run) {
      into.append(run);
    }
  }
  return into;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} [className] @param {string} [text]
 */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
