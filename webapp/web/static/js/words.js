// The words of the page, read from its JSON block once; cards are made when they are asked for.

/** @import { Card, Entry, EntryRow, WordsBlock } from "./types.d.ts" */

export class Words {
  /** @param {WordsBlock} block */
  constructor(block) {
    this.block = block;
  }

  /** @param {Document} page */
  static read(page) {
    return new Words(JSON.parse(page.getElementById("words")?.textContent ?? '{"tokens":[],"cards":[],"entries":[]}'));
  }

  /**
   * The number of a token's card, -1 where it has none.
   * @param {string | undefined} id "p0s1t4"
   */
  number(id) {
    const [, p, s, t] = /^p(\d+)s(\d+)t(\d+)$/.exec(id ?? "") ?? [];
    return this.block.tokens[Number(p)]?.[Number(s)]?.[Number(t)] ?? -1;
  }

  /** @param {number} number @returns {Card} */
  card(number) {
    const [found, gloss, text, reading, note, spoken, level, parts, readings, cuts, kind] = this.block.cards[number];
    const entries = found.map((each) => entry(this.block.entries[each]));
    const first = entries[0];
    return {
      text: text || first?.simplified || "",
      kind: kind || "word",
      reading: reading ? reading.split("|") : (first?.reading ?? []),
      spoken: spoken ?? "",
      gloss: typeof gloss === "number" ? first.senses.slice(0, gloss).join("; ") : (gloss ?? ""),
      note: note ?? "",
      level: level ?? 0,
      entries,
      parts: parts ?? [],
      otherReadings: readings ?? [],
      otherCuts: (cuts ?? []).map((cut) => cut.split("|")),
    };
  }
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
