// The bar that finds on the page: every hit marked, counted and gone to; at the end one stands at the hit, as with
// the browser's own, and where there is none the focus is given back.

import { FindIndex } from "./find-index.js";
import { firstInSight, isBefore } from "./sight.js";

/** @import { Hit } from "./find-index.js" */
/** @import { Words } from "./words.js" */

const TYPING_MS = 120;

export class FindBar {
  /** @type {Hit[]} */
  #hits = [];
  #at = 0;
  #found = "";
  /** @type {Element | null} */
  #before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} root @param {HTMLElement} article @param {Words} words @param {(token: HTMLElement) => void} standAt */
  constructor(root, article, words, standAt) {
    this.root = root;
    this.standAt = standAt;
    this.article = article;
    this.words = words;
    this.tokens = tokensOf(article);
    this.index = new FindIndex(this.tokens, words);
    this.input = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.count = /** @type {HTMLElement} */ (root.querySelector("output"));
    this.input.addEventListener("input", (event) => {
      if (/** @type {InputEvent} */ (event).isComposing) return; // pinyin on its way to characters
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look(), TYPING_MS);
    });
    this.input.addEventListener("compositionend", () => this.#look());
    root.addEventListener("keydown", (event) => this.#key(event));
    for (const [action, run] of Object.entries({ before: () => this.#go(-1), after: () => this.#go(1), close: () => this.close() })) {
      root.querySelector(`[data-action="${action}"]`)?.addEventListener("click", run);
    }
  }

  /** Read the page, which is another one where words were corrected. */
  take() {
    this.tokens = tokensOf(this.article);
    this.index = new FindIndex(this.tokens, this.words);
    this.#found = "";
  }

  open() {
    if (this.root.hidden) this.#before = document.activeElement;
    this.root.hidden = false;
    this.input.focus();
    this.input.select();
    this.#found = "";
    this.#look();
  }

  close() {
    clearTimeout(this.#timer);
    this.root.hidden = true;
    const hit = this.#hits[this.#at];
    const word = hit && this.#tokensOf(hit).find((token) => "card" in token.dataset);
    this.#mark([]);
    if (word) this.standAt(word);
    else if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target === this.input) {
      if (this.input.value === this.#found) this.#go(event.shiftKey ? -1 : 1);
      else this.#look();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #look() {
    if (this.input.value === this.#found) return;
    this.#found = this.input.value;
    this.#mark(this.index.find(this.#found));
    const first = firstInSight(this.article, ".token");
    const inSight = this.#hits.findIndex(({ from }) => first && !isBefore(this.tokens[from], first));
    this.#at = Math.max(0, inSight); // from where one reads on, as browsers do
    this.#show();
  }

  /** @param {1 | -1} by */
  #go(by) {
    if (!this.#hits.length) return;
    this.#at = (this.#at + by + this.#hits.length) % this.#hits.length;
    this.#show();
  }

  #show() {
    const asked = this.#found.trim();
    const { length } = this.#hits;
    this.count.textContent = length ? `${this.#at + 1} of ${length}` : asked ? "Not on this page" : "";
    this.#hits.forEach((hit, index) => {
      for (const token of this.#tokensOf(hit)) token.dataset.found = index === this.#at ? "current" : "";
    });
    const first = this.tokens[this.#hits[this.#at]?.from];
    const { top = 0, bottom = 0 } = first?.getBoundingClientRect() ?? {};
    if (first && (top < this.root.getBoundingClientRect().bottom || bottom > innerHeight * 0.9)) {
      scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
    }
  }

  /** @param {Hit[]} hits */
  #mark(hits) {
    for (const hit of this.#hits) for (const token of this.#tokensOf(hit)) delete token.dataset.found;
    this.#hits = hits;
  }

  /** @param {Hit} hit */
  #tokensOf({ from, to }) {
    return this.tokens.slice(from, to);
  }
}

/** @param {HTMLElement} article @returns {HTMLElement[]} */
function tokensOf(article) {
  return [...article.querySelectorAll(".token")].filter((token) => token instanceof HTMLElement);
}
