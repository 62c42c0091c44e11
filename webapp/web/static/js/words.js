// The words of the page, read from its JSON block once; cards are made when they are asked for.

import { tone } from "./reading.js";

/** @import { Card, CardRow, Entry, EntryRow, WordsBlock } from "./types.d.ts" */

const CHARACTERS = /\p{Script=Han}|\P{Script=Han}+/gu;

export class Words {
  /** @param {WordsBlock} block @param {boolean} isTraditional how the text is written */
  constructor(block, isTraditional) {
    this.block = block;
    this.isTraditional = isTraditional;
  }

  /** @param {Document} page */
  static read(page) {
    return new Words(blockOf(page), page.getElementById("article")?.lang === "zh-Hant");
  }

  /** Have the words of the page as it is now; all numbers are others then. @param {Document} page */
  takeFrom(page) {
    this.block = blockOf(page);
  }

  /**
   * The number of a token's card, -1 where it has none.
   * @param {string | undefined} id "p0s1t4"
   */
  number(id) {
    const [, p, s, t] = /^p(\d+)s(\d+)t(\d+)$/.exec(id ?? "") ?? [];
    return this.block.tokens[Number(p)]?.[Number(s)]?.[Number(t)] ?? -1;
  }

  /** The text of a card alone. @param {number} number */
  text(number) {
    const [found, , text] = this.block.cards[number];
    return text || this.block.entries[found[0]]?.[0] || "";
  }

  /** @param {number} number @returns {Card} */
  card(number) {
    const [found, gloss, text, reading, note, spoken, level, parts, readings, cuts, kind] = this.block.cards[number];
    const words = this;
    const entries = found.map((each) => entry(this.block.entries[each]));
    const first = entries[0];
    const read = reading ? reading.split("|") : (first?.reading ?? []);
    const isOther = document.documentElement.dataset.region === "taiwan" && first?.taiwan.length > 0 && read.join("") === first.reading.join("");
    return {
      text: text || first?.simplified || "",
      kind: kind || "word",
      reading: isOther ? first.taiwan : read,
      spoken: isOther ? "" : (spoken ?? ""),
      gloss: typeof gloss === "number" ? first.senses.slice(0, gloss).join("; ") : (gloss ?? ""),
      note: note ?? "",
      level: level ?? 0,
      entries,
      get parts() {
        return (parts ?? []).map((part) => words.card(part));
      },
      otherReadings: readings ?? [],
      otherCuts: (cuts ?? []).map((cut) => cut.split("|")),
    };
  }

  /**
   * A word in the script that is to be shown, and which of its characters could be others.
   * @param {string} text as written @param {Entry[]} entries @param {string} [id] of its token
   * @returns {{ form: string, doubts: Map<number, string> }}
   */
  form(text, [first], id) {
    const script = { simplified: "hans", traditional: "hant" }[document.documentElement.dataset.script ?? ""];
    const known = script ? this.block.forms?.[script] : undefined;
    const [form, ...doubts] = [known?.[`#${id}`] ?? known?.[text] ?? []].flat();
    if (form !== undefined) {
      const pairs = doubts.flatMap((each, at) => (at % 2 ? [] : [/** @type {[number, string]} */ ([each, doubts[at + 1]])]));
      return { form: String(form), doubts: new Map(pairs) };
    }
    const [own, other] = script === "hant" ? [first?.simplified, first?.traditional] : [first?.traditional, first?.simplified];
    return { form: script && own === text && other.length === text.length ? other : text, doubts: new Map() };
  }

  /** The characters of a word of several, as they are read in it, each once (the second 奶 of 奶奶 is only lighter). @param {Card} card */
  characters({ text, reading }) {
    const pieces = text.match(CHARACTERS) ?? [];
    if (pieces.length < 2 || pieces.length !== reading.length) return [];
    const readings = reading.map((piece) => piece.replace(/^[\s']+/u, "").toLowerCase());
    const told = new Set();
    const isNew = (/** @type {string} */ piece, /** @type {number} */ at) => {
      const isLight = told.has(piece) && tone(readings[at]) === 5;
      return !isLight && !told.has(piece + readings[at]) && Boolean(told.add(piece).add(piece + readings[at]));
    };
    return this.#asides(pieces.flatMap((piece, at) => (isNew(piece, at) ? [piece + readings[at]] : [])));
  }

  /** The measure words that it is counted with. @param {Card} card */
  measures({ entries }) {
    return this.#asides(entries[0]?.classifiers ?? []);
  }

  /** The words of another cut. @param {string[]} cut */
  words(cut) {
    return this.#asides(cut);
  }

  /** @param {string[]} keys */
  #asides(keys) {
    return keys.flatMap((key) => {
      const found = this.block.asides[key];
      if (typeof found === "number") return [this.card(found)];
      return found === undefined ? [] : [brief(key, found, this.isTraditional)];
    });
  }

  /** A card of several words of the page. @param {string} text @param {number[]} parts @returns {number} */
  join(text, parts) {
    const reading = parts.flatMap((part, index) => {
      const [first = "", ...rest] = this.card(part).reading;
      return [index ? ` ${first}` : first, ...rest];
    });
    return this.block.cards.push([[], "", text, reading.join("|"), "", "", 0, parts]) - 1;
  }

  /** The number of a card on the page, -1 where no word of it is written so. @param {string} text */
  numberOf(text) {
    return this.block.cards.findIndex((_, number) => this.text(number) === text);
  }

  /**
   * Take in the words of another block: what the server says of a selection.
   * @param {WordsBlock} more @returns {number} what its numbers are counted from now
   */
  add({ cards, entries, asides }) {
    const [firstCard, firstEntry] = [this.block.cards.length, this.block.entries.length];
    this.block.entries.push(...entries);
    for (const [found, ...rest] of cards) {
      const row = /** @type {CardRow} */ ([found.map((each) => each + firstEntry), ...rest]);
      if (row[7]) row[7] = row[7].map((each) => each + firstCard);
      this.block.cards.push(row);
    }
    for (const [key, found] of Object.entries(asides)) {
      this.block.asides[key] ??= typeof found === "number" ? found + firstCard : found;
    }
    return firstCard;
  }
}

/** @param {Document} page @returns {WordsBlock} */
function blockOf(page) {
  return JSON.parse(page.getElementById("words")?.textContent ?? '{"tokens":[],"cards":[],"entries":[],"asides":{}}');
}

/** @param {EntryRow} row @returns {Entry} */
function entry([simplified, reading, senses, traditional, classifiers, isSurname, taiwan]) {
  return {
    simplified,
    traditional: traditional || simplified,
    reading: reading ? reading.split("|") : [],
    senses: senses ? senses.split("/") : [],
    classifiers: classifiers ?? [],
    isSurname: Boolean(isSurname),
    taiwan: taiwan ? taiwan.split("|") : [],
  };
}

/** A card of what is only mentioned on the page. @param {string} key "行háng", "家 jiā" @param {string} row @param {boolean} isTraditional @returns {Card} */
function brief(key, row, isTraditional) {
  const [, text, read] = /** @type {RegExpExecArray} */ (/^(\p{Script=Han}+)\s*(.*)$/u.exec(key) ?? ["", key, ""]);
  const [senses, other, level, apart] = row.split("|");
  const forms = other && isTraditional ? [other, text] : [text, other];
  const found = entry([forms[0], apart || read, senses, forms[1]]);
  const [gloss = ""] = found.senses;
  return { text, kind: "word", reading: found.reading, spoken: "", gloss, note: "", level: Number(level || 0), entries: [found], parts: [], otherReadings: [], otherCuts: [] };
}
