// Pinyin over whole words or over single characters: each ruby gives way to one a character, and comes back.

import { element } from "./reading.js";

/** @import { Words } from "./words.js" */

/** What stood in a place before it was taken apart. @type {Map<Node, Node[]>} */
const whole = new Map();

/** @param {HTMLElement} article @param {Words} words @param {boolean} isByCharacter */
export function setRuby(article, words, isByCharacter) {
  if (!isByCharacter) {
    for (const [place, nodes] of whole) /** @type {Element} */ (place).replaceChildren(...nodes);
    whole.clear();
    return;
  }
  for (const token of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".token:has(ruby)"))) {
    const { reading } = words.card(words.number(token.dataset.token));
    const bases = plainText(token).match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? [];
    if (bases.length === reading.length) takeApart(token, bases, reading); // else 哪儿 and the like: it stays whole
  }
}

/** @param {HTMLElement} token @param {string[]} bases @param {string[]} reading one a base */
function takeApart(token, bases, reading) {
  let at = 0;
  for (const ruby of token.querySelectorAll("ruby")) {
    const base = ruby.firstChild?.textContent ?? "";
    while (at < bases.length && !base.startsWith(bases[at])) at += 1; // what stands between, read by nobody
    const place = /** @type {Element} */ (ruby.parentElement);
    whole.set(place, [...place.childNodes]);
    ruby.replaceWith(...[...base].map((character) => rubyOf(character, reading[at++])));
  }
}

/** The text of a token without what stands over it. @param {HTMLElement} token */
export function plainText(token) {
  const text = /** @type {HTMLElement} */ (token.cloneNode(true));
  for (const over of text.querySelectorAll("rt, rp")) over.remove();
  return text.textContent ?? "";
}

/** @param {string} base @param {string} reading */
function rubyOf(base, reading) {
  const ruby = element("ruby", "", base);
  const over = element("rt", "", reading.replace(/^[\s']+/u, ""));
  over.lang = "zh-Latn-pinyin";
  over.ariaHidden = "true";
  ruby.append(element("rp", "", "("), over, element("rp", "", ")"));
  return ruby;
}
