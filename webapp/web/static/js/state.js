// Which word is chosen, and how firmly: by the mouse passing over it, by the keyboard, or pinned.

/** @typedef {"hover" | "walk" | "pinned"} Hold */

export class Reading extends EventTarget {
  /** @type {HTMLElement | null} */
  token = null;
  /** @type {Hold} */
  hold = "hover";

  /** @param {HTMLElement} token @param {Hold} hold */
  choose(token, hold) {
    if (token === this.token && hold === this.hold) return;
    this.#mark(null);
    this.token = token;
    this.hold = hold;
    this.#mark(hold === "pinned" ? "pinned" : "chosen");
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
