// The card: its parts filled from a word, opened and closed. Dictionary text goes in as text only.

import { measureLine, otherChoices, partList } from "./card-parts.js";
import { appendMixed, dividedLike, element, readingElement } from "./reading.js";
import { saysNothingNew, senseSections } from "./senses.js";

/** @import { Card } from "./types.d.ts" */
/** @import { Words } from "./words.js" */

const LONGEST_LINE = 5; // characters of a headword beside which the rest still has room

export class CardView {
  /** The cards that led to the one shown. @type {Card[]} */
  #trail = [];
  #number = -1;
  #isDoubtful = false;
  /** @type {HTMLElement | undefined} */
  #source;
  /** @type {Card | null} */
  shown = null;

  /** @param {HTMLElement} root @param {Words} words @param {string} language of the text */
  constructor(root, words, language) {
    this.root = root;
    this.words = words;
    this.language = language;
    this.body = /** @type {HTMLElement} */ (root.querySelector(".card-body"));
    this.backButton = /** @type {HTMLButtonElement} */ (root.querySelector('[data-action="back"]'));
    this.backButton.addEventListener("click", () => this.#back());
  }

  get isOpen() {
    return this.root.matches(":popover-open");
  }

  /**
   * Show a word's card at once. One that is kept open comes after its word, the source, in the order of Tab.
   * @param {number} number @param {HTMLElement} source @param {boolean} isKept
   */
  open(number, source, isKept) {
    if (number !== this.#number || this.#trail.length) {
      this.#trail = [];
      this.#number = number;
      this.#isDoubtful = source.hasAttribute("data-doubtful");
      this.#fill(this.words.card(number));
    }
    const isOpen = this.isOpen;
    if (isOpen && (!isKept || source === this.#source || this.root.contains(document.activeElement))) return;
    if (isOpen) this.root.hidePopover();
    this.root.showPopover({ source });
    this.#source = source;
  }

  /** Show another card in its place, from which a button leads back. @param {Card} card */
  openInPlace(card) {
    if (this.shown) this.#trail.push(this.shown);
    this.#fill(card);
    this.root.focus();
  }

  close() {
    if (this.isOpen) this.root.hidePopover();
    this.#number = -1;
  }

  /** @param {boolean} isPinned */
  pin(isPinned) {
    this.root.toggleAttribute("data-pinned", isPinned);
  }

  #back() {
    const before = this.#trail.pop();
    if (before) this.#fill(before);
    if (this.backButton.hidden) this.root.focus();
  }

  /** Those who add to the card hear "fill" when another one is shown. @param {Card} card */
  #fill(card) {
    this.shown = card;
    const { words, language } = this;
    const open = (/** @type {Card} */ other) => this.openInPlace(other);
    // A run's words have characters of their own, and parts of one character are the characters.
    const isApart = card.kind === "cut" || card.parts.length > 2 || (card.parts.length > 1 && card.parts.every(({ text }) => [...text].length === 1));
    const isSound = card.kind === "name" && !card.entries.length; // what its characters mean elsewhere tells little of a name
    this.part("headword").replaceChildren(...headword(card, words.form(card.text, card.entries).form));
    this.root.toggleAttribute("data-long", [...card.text].length > LONGEST_LINE);
    this.part("reading").replaceChildren(...this.#reading(card));
    this.part("gloss").textContent = card.gloss;
    appendMixed(emptied(this.part("note")), card.note, language);
    this.part("senses").replaceChildren(...senseSections(card, language));
    this.part("senses").hidden = saysNothingNew(card);
    this.part("classifiers").replaceChildren(...measureLine(words.measures(card), language, open));
    this.part("parts").replaceChildren(...partList(card.parts, "Made of", language, open));
    this.part("characters").replaceChildren(...partList(isApart ? [] : words.characters(card), "Characters", language, open, isSound ? 0 : undefined));
    this.part("others").replaceChildren(...otherChoices(card, words, this.#isDoubtful && !this.#trail.length, language, open));
    this.part("level").textContent = card.level ? `HSK ${card.level === 7 ? "7–9" : card.level}` : "";
    this.backButton.hidden = !this.#trail.length;
    this.body.scrollTop = 0;
    this.root.dispatchEvent(new Event("fill"));
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-part="${name}"]`));
  }

  /** Citation tones, and fainter what they become in speech. @param {Card} card */
  #reading(card) {
    if (!card.reading.length) return [];
    const made = [readingElement(card.reading)];
    if (card.spoken) {
      const spoken = element("span", "card-spoken", "spoken ");
      spoken.append(readingElement(dividedLike(card.spoken, card.reading)));
      made.push(spoken);
    }
    return document.documentElement.dataset.pinyin === "hidden" ? [veil(made)] : made;
  }
}

/** The word as it is shown, and its other script where that differs. @param {Card} card @param {string} shown */
function headword({ text, entries }, shown) {
  const found = entries.find((entry) => entry.simplified === text || entry.traditional === text);
  const other = shown !== text ? text : found && (found.simplified === text ? found.traditional : found.simplified);
  if (!other || other === shown) return [shown];
  const span = element("span", "card-other", other);
  span.lang = other === found?.simplified ? "zh-Hans" : "zh-Hant";
  return [shown, span];
}

/** For reading as a self-test: the reading stays away until it is asked for. @param {Node[]} hidden */
function veil(hidden) {
  const button = element("button", "card-veil", "Show reading");
  button.type = "button";
  button.addEventListener("click", () => button.replaceWith(...hidden), { once: true });
  return button;
}

/** @param {HTMLElement} part */
function emptied(part) {
  part.replaceChildren();
  return part;
}
