// A word touched up in its card. The form is the server's (templates/articles/_fixing.html): each gap that is
// opened or closed asks for it anew, so that what stands under the pieces is what the engine makes of them.
// Saving changes the page in place; an undo is offered for a while.

import { pageAt } from "./page-at.js";
import { say } from "./say.js";
import { offerUndo } from "./undo.js";

/** @import { Renew } from "./fix.js" */
/** @import { Reading } from "./state.js" */

/** @typedef {{ corrections: number[], blocks: string[], token?: string, said?: string }} Answer */

const FOCUS = ["[autofocus]", "[data-chosen] .fix-gap", ".fix-gap", "[name=gloss]"]; // the first that is there
const GONE = "pindu does not answer any more. Start it again; nothing you wrote is lost.";

export class Fixing {
  /** @type {HTMLFormElement | null} */
  #form = null;
  /** @type {HTMLElement | null} */
  #token = null;
  /** What was not saved, by the name of its word. @type {Map<string, string>} */
  #drafts = new Map();
  #isBusy = false;
  /** The form being fetched: who saves at once saves what it will show. @type {Promise<void> | null} */
  #asked = null;

  /** @param {HTMLElement} article @param {HTMLElement} card @param {Reading} reading @param {Renew} renew */
  constructor(article, card, reading, renew) {
    this.article = article;
    this.card = card;
    this.reading = reading;
    this.renew = renew;
    this.style = loadStyle();
    this.told = document.createElement("p");
    this.told.className = "unseen";
    this.told.role = "status";
    card.append(this.told);
    reading.addEventListener("leave", () => this.#keepDraft());
    card.addEventListener("fill", () => this.#keepDraft());
  }

  /** @param {HTMLElement} token */
  async open(token) {
    const name = token.dataset.token ?? "";
    if (this.#form && this.#token === token) return;
    this.reading.choose(token, "pinned");
    this.#token = token;
    await this.style;
    const draft = this.#drafts.get(name);
    await this.#ask(draft ?? `${this.#page()}&token=${name}`, true);
  }

  /** Take what the card shows instead: another cut, another reading. @param {HTMLElement} token @param {{ cut?: string[], reading?: string }} choice */
  async take(token, { cut, reading }) {
    this.#token = token;
    await this.style;
    const body = new URLSearchParams(`${this.#page()}&token=${token.dataset.token}`);
    for (const piece of cut ?? []) body.append("piece", piece);
    if (reading) body.set("typed", reading);
    await this.#send(`/articles/${this.article.dataset.slug}/fix`, body);
  }

  /** Undo corrections by their numbers, or the last one. @param {number[]} [numbers] */
  async undo(numbers = []) {
    await this.style;
    const body = new URLSearchParams(`${this.#page()}&slug=${this.article.dataset.slug}`);
    for (const number of numbers) body.append("correction", String(number));
    await this.#send("/corrections/undo", body);
  }

  /** Show the form for a state of it. @param {string} query @param {boolean} isNew */
  async #ask(query, isNew) {
    const token = this.#token;
    const page = await pageAt(`/articles/${this.article.dataset.slug}/fix?${query}`).catch(() => null);
    if (token !== this.#token || (!isNew && !this.#form)) return; // closed meanwhile
    const form = page?.querySelector("form");
    if (!page || !form) {
      this.#drafts.delete(token?.dataset.token ?? "");
      say(page?.querySelector(".lead")?.textContent ?? GONE);
      return;
    }
    const first = FOCUS.map((each) => /** @type {HTMLElement | null} */ (form.querySelector(each))).find(Boolean);
    first?.removeAttribute("autofocus"); // which is for a page; here it is done below
    if (this.#form) this.#form.replaceWith(form);
    else this.card.append(form);
    this.#form = form;
    this.card.dataset.fixing = "";
    form.addEventListener("submit", (event) => this.#submit(event));
    form.addEventListener("pointerdown", (event) => event.stopPropagation()); // a swipe turns no page here
    form.addEventListener("keydown", (event) => this.#key(event));
    form.querySelector('[data-action="cancel"]')?.addEventListener("click", (event) => {
      event.preventDefault();
      this.#cancel();
    });
    first?.focus({ preventScroll: true });
    const pieces = [...form.querySelectorAll(".fix-piece")].map((piece) => piece.textContent?.replace(/\s+/g, " ").trim());
    if (!isNew) this.told.textContent = pieces.join("; ");
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { submitter } = event;
    await this.#asked;
    const form = this.#form;
    if (!form) return;
    const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value);
    if (submitter?.getAttribute("formmethod") !== "get") return this.#send(submitter?.getAttribute("formaction") ?? form.action, fields);
    if (!form.contains(submitter)) return; // a gap that is not there any more
    this.#asked = this.#ask(String(fields), false);
    await this.#asked;
    this.#asked = null;
  }

  /** @param {string} address @param {URLSearchParams} body */
  async #send(address, body) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      const response = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
      const answer = await response.json();
      if (response.ok) await this.#changed(answer);
      else this.#refuse(answer.error.message);
    } catch {
      this.#refuse(GONE);
    } finally {
      this.#isBusy = false;
    }
  }

  /** @param {Answer} answer */
  async #changed({ corrections, blocks, token, said }) {
    const { dataset } = this.article;
    const page = blocks.length ? await pageAt(`/articles/${dataset.slug}?page=${dataset.page}`) : null;
    const name = token ?? this.reading.token?.dataset.token ?? this.#token?.dataset.token;
    const isPointedAt = Boolean(token) || this.reading.token !== null;
    this.#drafts.delete(this.#token?.dataset.token ?? "");
    this.#close();
    this.reading.leave();
    if (page) this.renew(page, blocks);
    const word = this.article.querySelector(`.token[data-card][data-token="${CSS.escape(name ?? "")}"]`);
    if (word instanceof HTMLElement && isPointedAt) {
      this.reading.choose(word, "pinned");
      word.focus({ preventScroll: true });
    }
    if (said) offerUndo(said, () => this.undo(corrections));
    else say(corrections.length ? "Undone." : "There is nothing to undo.");
  }

  /** @param {string} problem */
  #refuse(problem) {
    const place = /** @type {HTMLElement | null | undefined} */ (this.#form?.querySelector(".fix-problem"));
    if (!place) return say(problem);
    place.hidden = false;
    place.textContent = problem;
    place.scrollIntoView({ block: "nearest" });
  }

  /** Keys belong to the form while it is there: arrows go to no other word. @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.#cancel();
    } else if (event.target instanceof Element && event.target.matches(".fix-gap") && event.key.startsWith("Arrow")) {
      const gaps = /** @type {HTMLElement[]} */ ([...(this.#form?.querySelectorAll(".fix-gap") ?? [])]);
      const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      gaps[gaps.indexOf(/** @type {HTMLElement} */ (event.target)) + by]?.focus();
      event.preventDefault();
    }
    event.stopPropagation();
  }

  #cancel() {
    this.#drafts.delete(this.#token?.dataset.token ?? "");
    const token = this.#token;
    this.#close();
    token?.focus({ preventScroll: true });
  }

  /** The reader has gone elsewhere: what was not saved is there when he comes back. */
  #keepDraft() {
    if (!this.#form) return;
    const form = this.#form;
    const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    if (this.#token?.dataset.token) this.#drafts.set(this.#token.dataset.token, String(fields));
    this.#close();
  }

  #close() {
    this.#form?.remove();
    this.#form = null;
    this.#token = null;
    this.told.textContent = "";
    delete this.card.dataset.fixing;
  }

  #page() {
    return `page=${this.article.dataset.page ?? 1}`;
  }
}

/** The form's style sheet, which pages on which nothing is corrected do without. @returns {Promise<void>} */
function loadStyle() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../css/fixing.css", import.meta.url).href;
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}
