// What can be found on the page: the characters of its words in both scripts, their pinyin, their meanings.

import { tone } from "./reading.js";
import { plainText } from "./ruby.js";

/** @import { Words } from "./words.js" */

/** The tokens of a hit, from the first to behind the last. @typedef {{ from: number, to: number }} Hit */

/** A way of spelling the page, and the offsets at which a hit may begin and end, with their tokens. */
class Spelling {
  text = "";
  /** @type {Map<number, number>} */
  starts = new Map();
  /** @type {Map<number, number>} */
  ends = new Map();

  /** @param {string} piece @param {number} token */
  add(piece, token) {
    this.starts.set(this.text.length, token);
    this.text += piece;
    this.ends.set(this.text.length, token + 1);
  }

  /** @param {string} query @returns {Hit[]} */
  find(query) {
    const hits = [];
    for (let at = this.text.indexOf(query); at >= 0; at = this.text.indexOf(query, at + 1)) {
      const from = this.starts.get(at);
      const to = this.ends.get(at + query.length);
      if (from !== undefined && to !== undefined) hits.push({ from, to });
    }
    return hits;
  }
}

export class FindIndex {
  /** As written, simplified, traditional. */
  characters = [new Spelling(), new Spelling(), new Spelling()];
  /** Without tones, with marks, with numbers. */
  pinyin = [new Spelling(), new Spelling(), new Spelling()];
  /** @type {string[]} one a token */
  glosses = [];

  /** @param {HTMLElement[]} tokens @param {Words} words */
  constructor(tokens, words) {
    tokens.forEach((token, index) => {
      const text = plainText(token);
      const number = words.number(token.dataset.token);
      const card = number >= 0 ? words.card(number) : null;
      const entry = card?.entries.find(({ simplified, traditional }) => [simplified, traditional].includes(text));
      const forms = [text, entry?.simplified ?? text, entry?.traditional ?? text];
      forms.forEach((form, which) => {
        for (const character of form.toLowerCase()) this.characters[which].add(character, index);
      });
      const syllables = card?.reading.flatMap((piece) => piece.split(/\s+/)).filter(Boolean) ?? [];
      for (const spelling of this.pinyin) if (!syllables.length) spelling.text += "|"; // nothing is found across a full stop
      for (const syllable of syllables) {
        const marked = bare(syllable);
        this.pinyin[0].add(toneless(marked), index);
        this.pinyin[1].add(marked, index);
        this.pinyin[2].add(toneless(marked) + tone(marked), index);
      }
      this.glosses.push((card?.gloss ?? "").toLowerCase());
    });
  }

  /** All hits in the order of the text, none inside another. @param {string} query @returns {Hit[]} */
  find(query) {
    const asked = query.normalize("NFC").trim().toLowerCase();
    if (!asked) return [];
    const hits = this.characters.flatMap((spelling) => spelling.find(asked.replace(/\s+/gu, /\p{Script=Han}/u.test(asked) ? "" : " ")));
    if (!/\p{Script=Han}/u.test(asked)) hits.push(...this.#read(asked), ...this.#meaning(asked));
    hits.sort((one, other) => one.from - other.from || other.to - one.to);
    let end = 0;
    return hits.filter(({ from, to }) => from >= end && (end = to));
  }

  /** @param {string} asked */
  #read(asked) {
    const spelt = bare(asked);
    const which = /[1-5]/.test(spelt) ? 2 : spelt === toneless(spelt) ? 0 : 1;
    return spelt ? this.pinyin[which].find(spelt) : [];
  }

  /** Whole words: "bank" is in "banks", "art" is not in "article". @param {string} asked @returns {Hit[]} */
  #meaning(asked) {
    const escaped = asked.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, "u");
    return this.glosses.flatMap((gloss, from) => (pattern.test(gloss) ? [{ from, to: from + 1 }] : []));
  }
}

/** Pinyin in one way of writing: lower case, ü, nothing between the syllables. @param {string} text */
function bare(text) {
  return text.toLowerCase().replace(/[\s'’·-]/gu, "").replaceAll("u:", "ü").replaceAll("v", "ü").normalize("NFC");
}

/** @param {string} text */
function toneless(text) {
  return text.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "").normalize("NFC");
}
