// The card: its parts filled from a word, opened and closed. Dictionary text goes in as text only.

import { appendMixed, dividedLike, element, readingElement } from "./reading.js";
import { readingsTold, saysNothingNew, senseSections } from "./senses.js";

/** @import { Card } from "./types.d.ts" */
/** @import { Words } from "./words.js" */

export class CardView {
  /** Numbers of the cards that led to the one shown. @type {number[]} */
  #trail = [];
  #shown = -1;

  /** @param {HTMLElement} root @param {Words} words @param {string} language of the text */
  constructor(root, words, language) {
    this.root = root;
    this.words = words;
    this.language = language;
    this.backButton = /** @type {HTMLButtonElement} */ (root.querySelector('[data-action="back"]'));
    this.backButton.addEventListener("click", () => this.#back());
  }

  get isOpen() {
    return this.root.matches(":popover-open");
  }

  /**
   * Show a word's card at once. `source` puts it after the word in the order of Tab.
   * @param {number} number @param {HTMLElement} source
   */
  open(number, source) {
    this.#trail = [];
    this.#fill(number);
    if (!this.isOpen) this.root.showPopover({ source });
  }

  close() {
    if (this.isOpen) this.root.hidePopover();
    this.#shown = -1;
  }

  /** @param {boolean} isPinned */
  pin(isPinned) {
    this.root.toggleAttribute("data-pinned", isPinned);
  }

  #back() {
    const before = this.#trail.pop();
    if (before !== undefined) this.#fill(before);
    if (this.backButton.hidden) this.root.focus();
  }

  /** @param {number} number */
  #fill(number) {
    if (number === this.#shown && !this.#trail.length) return;
    const card = this.words.card(number);
    this.#shown = number;
    this.part("headword").replaceChildren(...headword(card));
    this.part("reading").replaceChildren(...this.#reading(card));
    this.part("gloss").textContent = card.gloss;
    appendMixed(emptied(this.part("note")), card.note, this.language);
    this.part("senses").replaceChildren(...senseSections(card, this.language));
    this.part("senses").hidden = saysNothingNew(card);
    this.part("classifiers").replaceChildren(...this.#classifiers(card));
    this.part("parts").replaceChildren(...card.parts.map((part) => this.#partButton(part)));
    this.part("others").replaceChildren(...this.#others(card));
    this.part("level").textContent = this.#level(card.level);
    this.backButton.hidden = !this.#trail.length;
    this.root.scrollTop = 0;
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

  /** @param {Card} card */
  #classifiers(card) {
    const found = card.entries[0]?.classifiers ?? [];
    if (!found.length) return [];
    return [appendMixed(element("span"), `Counted with ${found.join(", ")}`, this.language)];
  }

  /** @param {number} number */
  #partButton(number) {
    const card = this.words.card(number);
    const button = element("button", "card-part line-button");
    button.type = "button";
    const word = element("b", "", card.text);
    word.lang = this.language;
    const about = element("span");
    about.append(readingElement(card.reading), " ", element("small", "", card.gloss));
    button.append(word, about);
    button.addEventListener("click", () => {
      this.#trail.push(this.#shown);
      this.#fill(number);
      this.root.focus();
    });
    const item = element("li");
    item.append(button);
    return item;
  }

  /** What else it could be. @param {Card} card */
  #others(card) {
    const said = [];
    const told = readingsTold(card);
    const readings = card.otherReadings.filter((reading) => !told.has(reading));
    if (readings.length) said.push(`Also read ${readings.join(", ")}.`);
    if (card.otherCuts.length) said.push(`Could be cut ${card.otherCuts.map((cut) => cut.join(" · ")).join(", or ")}.`);
    return said.length ? [appendMixed(element("span"), said.join(" "), this.language)] : [];
  }

  /** @param {number} level */
  #level(level) {
    return level ? `HSK ${level === 7 ? "7–9" : level}, ${this.root.dataset.syllabus}` : "";
  }
}

/** The word, and its other script where that differs. @param {Card} card */
function headword({ text, entries }) {
  const found = entries.find((entry) => entry.simplified === text || entry.traditional === text);
  const other = found && (found.simplified === text ? found.traditional : found.simplified);
  if (!other || other === text) return [text];
  const span = element("span", "card-other", other);
  span.lang = other === found.traditional ? "zh-Hant" : "zh-Hans";
  return [text, span];
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
