// Pinyin over whole words or over single characters: the ruby is built again from the words' data.

import { element } from "./reading.js";

/** @import { Words } from "./words.js" */

/** @param {HTMLElement} article @param {Words} words @param {boolean} isByCharacter */
export function setRuby(article, words, isByCharacter) {
  for (const token of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".token:has(ruby)"))) {
    const text = plainText(token);
    const { reading } = words.card(words.number(token.dataset.token));
    const bases = text.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? [];
    if (bases.length !== reading.length) continue; // 儿 in 哪儿 and the like stay whole
    const groups = bases.map((base, index) => ({ base, reading: /\p{Script=Han}/u.test(base) ? reading[index] : "" }));
    token.replaceChildren(...(isByCharacter ? groups : joined(groups)).map(piece));
  }
}

/** The text of a token without what stands over it. @param {HTMLElement} token */
export function plainText(token) {
  let text = "";
  for (const node of token.childNodes) text += node instanceof HTMLElement ? (node.firstChild?.textContent ?? "") : node.textContent;
  return text;
}

/** @typedef {{ base: string, reading: string }} Piece */

/** Neighbours with a reading become one. @param {Piece[]} groups @returns {Piece[]} */
function joined(groups) {
  return groups.reduce((/** @type {Piece[]} */ made, each) => {
    const last = made.at(-1);
    if (last?.reading && each.reading) made[made.length - 1] = { base: last.base + each.base, reading: last.reading + each.reading };
    else made.push(each);
    return made;
  }, []);
}

/** @param {Piece} piece */
function piece({ base, reading }) {
  if (!reading) return document.createTextNode(base);
  const ruby = element("ruby", "", base);
  const over = element("rt", "", reading.replace(/^[\s']+/u, ""));
  over.lang = "zh-Latn-pinyin";
  over.ariaHidden = "true";
  ruby.append(element("rp", "", "("), over, element("rp", "", ")"));
  return ruby;
}
