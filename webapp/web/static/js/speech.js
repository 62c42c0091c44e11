// Reading aloud: the word being spoken is lit and kept in sight, and the bar at the bottom steers.

import { passagesOf, wordAlone } from "./passages.js";
import { say } from "./say.js";
import { firstInSight } from "./sight.js";
import { Speaker } from "./speaker.js";
import { chooseVoice, chosenVoice } from "./voices.js";

export class Speech {
  /** @param {HTMLElement} article */
  constructor(article) {
    this.article = article;
    this.speaker = new Speaker(() => chosenVoice(article.lang));
    this.bar = /** @type {HTMLElement} */ (document.getElementById("hearing"));
    this.pauseButton = this.#button("pause");
    this.rate = /** @type {HTMLSelectElement} */ (this.bar.querySelector("select"));
    this.rate.value = String(chosenVoice(article.lang).rate);
    this.speaker.addEventListener("change", () => this.#show());
    this.speaker.addEventListener("fail", () => say("The voice fell silent. Choose another one in the settings."));
    this.pauseButton.addEventListener("click", () => this.toggle());
    this.#button("before").addEventListener("click", () => this.speaker.step(-1));
    this.#button("after").addEventListener("click", () => this.speaker.step(1));
    this.#button("stop").addEventListener("click", () => this.speaker.stop());
    this.rate.addEventListener("change", () => {
      chooseVoice("rate", this.rate.value);
      this.speaker.again();
    });
    addEventListener("pagehide", () => this.speaker.stop());
  }

  get isIdle() {
    return this.speaker.state === "idle";
  }

  /** @param {string} text @param {HTMLElement} token it stands in */
  word(text, token) {
    this.speaker.speak([wordAlone(text, token)]);
  }

  /** @param {HTMLElement} token of the sentence */
  sentence(token) {
    const sentence = token.closest(".sentence");
    if (sentence instanceof HTMLElement) this.speaker.speak(passagesOf(sentence));
  }

  /** From a word to the end of the page; from the first sentence in sight where none is given. @param {HTMLElement | null} token */
  readOn(token) {
    const all = /** @type {HTMLElement[]} */ ([...this.article.querySelectorAll(".sentence")]);
    const first = token?.closest(".sentence") ?? firstInSight(this.article, ".sentence");
    const from = all.findIndex((each) => each === first);
    this.speaker.speak(all.slice(from).flatMap((each, index) => passagesOf(each, index || !token ? undefined : token)));
  }

  toggle() {
    if (this.speaker.state === "paused") this.speaker.resume();
    else this.speaker.pause();
  }

  #show() {
    const { state, token, passage } = this.speaker;
    for (const lit of this.article.querySelectorAll("[data-heard]")) lit.removeAttribute("data-heard");
    const lit = token ?? passage?.sentence ?? passage?.tokens[0];
    lit?.setAttribute("data-heard", state);
    if (lit && state === "speaking") keepInSight(lit);
    this.bar.hidden = state === "idle" || !passage?.sentence; // a word is over before one could steer
    this.pauseButton.setAttribute("aria-label", state === "paused" ? "Go on" : "Pause");
    this.pauseButton.dataset.state = state;
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.bar.querySelector(`[data-action="${name}"]`));
  }
}

/** Scrolled only when it would be outside. @param {Element} element */
function keepInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight * 0.85) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  scrollBy({ top: top - innerHeight / 4, behavior });
}
