// Which word is chosen, and how firmly: by the mouse passing over it, by the keyboard, pinned, or as the first
// of a run that is selected.

/** @typedef {"hover" | "walk" | "pinned" | "run"} Hold */

export class Reading extends EventTarget {
  /** @type {HTMLElement | null} */
  token = null;
  /** @type {Hold} */
  hold = "hover";
  /** The card of a run, -1 for the word's own. */
  number = -1;
  /** The last word of a run. @type {HTMLElement | undefined} */
  last;

  /** Whether the text may be moved for the card: not under a mouse, nor under the handles of a selection. */
  get mayScroll() {
    return this.hold === "walk" || this.hold === "pinned";
  }

  /** @param {HTMLElement} token @param {Hold} hold @param {number} [number] @param {HTMLElement} [last] */
  choose(token, hold, number = -1, last = undefined) {
    if (token === this.token && hold === this.hold && number === this.number) return;
    this.#mark(null);
    this.token = token;
    this.hold = hold;
    this.number = number;
    this.last = last;
    if (hold !== "run") this.#mark(hold === "pinned" ? "pinned" : "chosen"); // a selection is seen anyway
    this.dispatchEvent(new Event("choose"));
  }

  leave() {
    if (!this.token) return;
    this.#mark(null);
    this.token = null;
    this.hold = "hover";
    this.dispatchEvent(new Event("leave"));
  }

  /** Style sheets follow these attributes. @param {string | null} how */
  #mark(how) {
    const sentence = this.token?.closest(".sentence");
    for (const each of [this.token, sentence]) {
      if (how === null) each?.removeAttribute("data-current");
      else each?.setAttribute("data-current", how);
    }
  }
}
