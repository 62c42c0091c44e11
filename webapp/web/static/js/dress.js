// What style sheets alone cannot show: readings over single characters, in zhuyin or numbers, with the spoken tone
// beside; the other script; a gloss under each word; tones as colours. Each token is dressed from its card, and
// what the server had written comes back when nothing of this is chosen.

import { inNumbers, inZhuyin, zhuyin } from "./phonetics.js";
import { dividedLike, element, spellReadings, tone } from "./reading.js";
import { plainText } from "./ruby.js";
import { setting } from "./settings.js";
import { shortGloss } from "./short-gloss.js";

/** @import { Card } from "./types.d.ts" */
/** @import { Words } from "./words.js" */

/** A token as it came. @typedef {{ nodes: Node[], text: string }} Plain */
/** Some characters of a token, from one code point to another, with the pieces that are read over them. @typedef {{ from: number, to: number, read: string[], said: string[] }} Group */

// Under the system's own colours the browser paints what is highlighted as if it were selected: there are none then.
const FORCED = matchMedia("(forced-colors: active)");
const HAN = /^\p{Script=Han}$/u;
const UNITS = /\p{Script=Han}|\P{Script=Han}+/gu;
const SPELLINGS = { pinyin: (/** @type {string} */ piece) => piece, zhuyin: inZhuyin, numbers: inNumbers };
const LANGUAGES = { pinyin: "zh-Latn-pinyin", zhuyin: "zh-Bopo", numbers: "zh-Latn" };

export class Dresser {
  /** @type {Map<HTMLElement, Plain>} */
  #plain = new Map();
  /** @type {Map<number, Card>} */
  #cards = new Map();

  /** @param {HTMLElement} article @param {Words} words */
  constructor(article, words) {
    this.article = article;
    this.words = words;
    this.language = article.lang;
    FORCED.addEventListener("change", () => this.dress());
  }

  /** Show all tokens as it has been chosen. */
  dress() {
    const tokens = /** @type {NodeListOf<HTMLElement>} */ (this.article.querySelectorAll(".token"));
    const spelling = /** @type {keyof typeof SPELLINGS} */ (setting("phonetics"));
    const isPlain = ["per word", "phonetics pinyin", "spoken off", "region mainland", "script written"].every((each) => {
      const [name, value] = /** @type {[keyof import("./types.d.ts").Settings, string]} */ (each.split(" "));
      return setting(name) === value;
    });
    this.#cards.clear();
    for (const token of this.#plain.keys()) if (!token.isConnected) this.#plain.delete(token);
    spellReadings(SPELLINGS[spelling], LANGUAGES[spelling]);
    for (const token of tokens) {
      if (isPlain) this.#undress(token);
      else if (!["punctuation", "space", "latin"].includes(token.dataset.kind ?? "")) this.#dress(token, spelling);
    }
    if (setting("gloss") === "under") for (const token of tokens) this.#gloss(token);
    this.article.lang = { written: this.language, simplified: "zh-Hans", traditional: "zh-Hant" }[setting("script")] ?? this.language;
    this.#colour(tokens);
    delete document.documentElement.dataset.undressed;
  }

  /** @param {HTMLElement} token */
  #card(token) {
    const number = this.words.number(token.dataset.token);
    let card = this.#cards.get(number);
    if (!card && number >= 0) this.#cards.set(number, (card = this.words.card(number)));
    return card;
  }

  /** @param {HTMLElement} token */
  #undress(token) {
    const plain = this.#plain.get(token);
    if (plain) token.replaceChildren(...plain.nodes);
    this.#plain.delete(token);
  }

  /** @param {HTMLElement} token @param {keyof typeof SPELLINGS} spelling */
  #dress(token, spelling) {
    const plain = this.#plain.get(token) ?? { nodes: [...token.childNodes], text: plainText(token) };
    const card = this.#card(token);
    const { form, doubts } = this.words.form(plain.text, card?.entries ?? [], token.dataset.token);
    const isSpelledSo = spelling === "pinyin" && setting("per") === "word";
    const isReadSo = !(card?.spoken && setting("spoken") === "beside") && !(card?.entries[0]?.taiwan.length && setting("region") === "taiwan");
    if (isSpelledSo && isReadSo && form === plain.text && !doubts.size) return this.#undress(token);
    const groups = groupsOf(plain.text, card, spelling === "zhuyin" || setting("per") === "character");
    if (!groups && form === plain.text && !doubts.size) return this.#undress(token);
    this.#plain.set(token, plain);
    const shown = [...form];
    const base = (/** @type {Group} */ { from, to }) => baseOf(shown, from, to, doubts);
    const pieces = joined(groups ?? [{ from: 0, to: shown.length, read: [], said: [] }]);
    token.replaceChildren(
      ...pieces.flatMap((piece) => {
        if (!piece[0].read.length) return piece.flatMap(base);
        const rubies = piece.map((group) => rubyOf(base(group), group, spelling));
        return pieces.length > 1 ? [inPiece(rubies)] : rubies;
      }),
    );
  }

  /** @param {HTMLElement} token */
  #gloss(token) {
    const card = token.dataset.gloss === undefined ? this.#card(token) : undefined;
    if (card && !["number", "latin"].includes(card.kind)) token.dataset.gloss = shortGloss(card.gloss);
  }

  /** Colours without a single element more: ranges of the text that the style sheet knows by name. @param {NodeListOf<HTMLElement>} tokens */
  #colour(tokens) {
    if (!("highlights" in CSS)) return;
    /** @type {StaticRange[][]} */
    const ranges = [[], [], [], [], [], []];
    for (const token of setting("tones") === "on" && !FORCED.matches ? tokens : []) {
      const card = this.#card(token);
      const units = card?.reading.length ? (this.#plain.get(token)?.text ?? plainText(token)).match(UNITS) : null;
      if (!card || units?.length !== card.reading.length) continue;
      const tones = units.flatMap((unit, at) => [...unit].map(() => (HAN.test(unit) ? tone(card.reading[at]) : 0)));
      let at = 0;
      for (const text of textsOf(token)) {
        let offset = 0;
        for (const character of text.data) {
          const [startOffset, endOffset] = [offset, (offset += character.length)];
          ranges[tones[at++] ?? 0].push(new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset }));
        }
      }
    }
    ranges.forEach((some, number) => {
      if (number && some.length) CSS.highlights.set(`tone-${number}`, new Highlight(.../** @type {any[]} */ (some)));
      else CSS.highlights.delete(`tone-${number}`);
    });
  }
}

/**
 * The characters of a word with their readings; null where they do not go together (they stay as they are).
 * @param {string} text @param {Card | undefined} card @param {boolean} isByCharacter @returns {Group[] | null}
 */
function groupsOf(text, card, isByCharacter) {
  const units = text.match(UNITS) ?? [];
  if (!card || units.length !== card.reading.length) return null;
  const spoken = card.spoken ? dividedLike(card.spoken, card.reading) : [];
  /** @type {Group[]} */
  const groups = [];
  let from = 0;
  units.forEach((unit, at) => {
    const to = from + [...unit].length;
    const read = HAN.test(unit) && card.reading[at] ? [card.reading[at]] : [];
    const said = read.length && spoken.length === units.length ? [spoken[at]] : read;
    const last = groups.at(-1);
    if (last && !read.length === !last.read.length && !(read.length && isByCharacter)) {
      groups[groups.length - 1] = { from: last.from, to, read: [...last.read, ...read], said: [...last.said, ...said] };
    } else {
      groups.push({ from, to, read, said });
    }
    from = to;
  });
  return groups;
}

/** Groups in runs that are read, or not: one box a run, so that a long name breaks between them. @param {Group[]} groups */
function joined(groups) {
  /** @type {Group[][]} */
  const runs = [];
  for (const group of groups) {
    const last = runs.at(-1);
    if (last && !last[0].read.length === !group.read.length) last.push(group);
    else runs.push([group]);
  }
  return runs;
}

/** @param {string[]} shown @param {number} from @param {number} to @param {Map<number, string>} doubts @returns {(Node | string)[]} */
function baseOf(shown, from, to, doubts) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let sure = "";
  for (let at = from; at < to; at += 1) {
    const others = doubts.get(at);
    if (others === undefined) {
      sure += shown[at];
      continue;
    }
    const span = element("span", "uncertain", shown[at]);
    span.title = `Could also be ${[...others].join(" or ")}`;
    if (sure) nodes.push(sure);
    sure = "";
    nodes.push(span);
  }
  return sure ? [...nodes, sure] : nodes;
}

/** @param {(Node | string)[]} base @param {Group} group @param {keyof typeof SPELLINGS} spelling */
function rubyOf(base, { read, said }, spelling) {
  const ruby = element("ruby", spelling === "zhuyin" ? "zhuyin" : "");
  const over = element("rt");
  over.lang = LANGUAGES[spelling];
  over.ariaHidden = "true";
  const spelled = (/** @type {string[]} */ [first, ...rest]) => [bare(first), ...rest].map(SPELLINGS[spelling]).join("").trim();
  const isBeside = setting("spoken") === "beside" && said.join() !== read.join();
  const symbols = spelling === "zhuyin" ? zhuyin(bare(read[0])) : null;
  if (symbols) {
    const isNeutral = symbols.mark === "˙";
    over.append(element("span", "symbols", isNeutral ? symbols.mark + symbols.symbols : symbols.symbols));
    if (!isNeutral) over.append(element("span", "mark", symbols.mark));
    if (isBeside) over.append(element("span", "said", zhuyin(bare(said[0]))?.mark));
  } else {
    over.append(spelled(read));
    if (isBeside) over.append(element("span", "said", spelled(said)));
  }
  ruby.append(...base, over);
  return ruby;
}

/** A syllable without what parts it from the one before. @param {string} piece */
function bare(piece) {
  return piece.replace(/^[\s']+/u, "");
}

/** @param {Node[]} rubies */
function inPiece(rubies) {
  const piece = element("span", "piece");
  piece.append(...rubies);
  return piece;
}

/** The text nodes of a token but for what stands over it. @param {Node} node @returns {Text[]} */
function textsOf(node) {
  return [...node.childNodes].flatMap((each) => {
    if (each instanceof Text) return [each];
    return each instanceof Element && each.matches("rt, rp") ? [] : textsOf(each);
  });
}
