// On paper there is no card: the words above the reader's level follow the text as a list.

import { isDifficult } from "./level.js";
import { element, readingElement } from "./reading.js";
import { plainText } from "./ruby.js";
import { setting } from "./settings.js";

/** @import { Words } from "./words.js" */

/** Make the list when the page is printed, and take it away again. @param {HTMLElement} article @param {Words} words */
export function printGlossary(article, words) {
  /** @type {HTMLElement | undefined} */
  let list;
  addEventListener("beforeprint", () => {
    list?.remove();
    list = glossary(article, words);
    article.append(list);
  });
  addEventListener("afterprint", () => list?.remove());
}

/** Each word once, in the order of the text. @param {HTMLElement} article @param {Words} words */
function glossary(article, words) {
  const level = setting("level") === "7" ? "7–9" : setting("level");
  const made = element("section", "glossary");
  made.lang = "en";
  const list = element("dl");
  const told = new Set();
  for (const token of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".token[data-card]"))) {
    if (!isDifficult(words, token)) continue;
    const { reading, gloss, note } = words.card(words.number(token.dataset.token));
    const word = plainText(token);
    const key = `${word} ${reading.join("")}`;
    if (told.has(key) || !(gloss || note)) continue;
    told.add(key);
    const term = element("dt", "", word);
    term.lang = article.lang;
    const meaning = element("dd");
    meaning.append(readingElement(reading), ` ${gloss || note}`);
    const pair = element("div");
    pair.append(term, " ", meaning);
    list.append(pair);
  }
  made.append(element("h2", "", `Words above HSK ${level}`), list);
  return made;
}
