// Speaks passages one after the other. Pausing stops the voice and remembers the word: the pause of
// browsers is ignored on phones, and forgotten by Chrome after a while.

import { placeOf } from "./passages.js";

/** @import { Passage } from "./passages.js" */

const AFTER_CANCEL_MS = 40; // Chrome drops what is spoken at once after cancel()

/** Dispatches "change" when the state, the passage or the word is another, "fail" when the voice gives up. */
export class Speaker extends EventTarget {
  /** @type {"idle" | "speaking" | "paused"} */
  state = "idle";
  /** The word being spoken, null until the voice has told. @type {HTMLElement | null} */
  token = null;
  /** @type {Passage[]} */
  #passages = [];
  #at = 0;
  #from = 0;
  /** Events of an utterance that was cut short come late: they belong to a run before. */
  #run = 0;
  #isSilenced = false;
  /** Held, because Chrome forgets the listeners of an utterance that nobody holds. @type {SpeechSynthesisUtterance | null} */
  utterance = null;

  /** @param {() => { voice: SpeechSynthesisVoice | undefined, rate: number }} choice asked before each passage */
  constructor(choice) {
    super();
    this.choice = choice;
  }

  get passage() {
    return this.#passages[this.#at] ?? null;
  }

  /** @param {Passage[]} passages */
  speak(passages) {
    this.#silence();
    this.#passages = passages;
    this.#go(0, 0);
  }

  pause() {
    if (this.state !== "speaking") return;
    this.#silence();
    this.#enter("paused");
  }

  resume() {
    if (this.state === "paused") this.#go(this.#at, this.#from);
  }

  /** With another voice or rate, from the word that was being spoken. */
  again() {
    if (this.state !== "speaking") return;
    this.#silence();
    this.#go(this.#at, this.#from);
  }

  /** To the passage after or before. @param {1 | -1} by */
  step(by) {
    this.#silence();
    this.#go(Math.max(0, this.#at + by), 0);
  }

  stop() {
    this.#silence();
    this.#passages = [];
    this.token = null;
    this.#enter("idle");
  }

  /** @param {number} at @param {number} from an offset in its text */
  #go(at, from) {
    const passage = this.#passages[at];
    if (!passage) {
      this.stop();
      return;
    }
    const run = (this.#run += 1);
    [this.#at, this.#from, this.token] = [at, from, null];
    const { voice, rate } = this.choice();
    const utterance = new SpeechSynthesisUtterance(passage.text.slice(from));
    utterance.voice = voice ?? null;
    utterance.lang = voice?.lang.replace("_", "-") ?? "zh-CN";
    utterance.rate = rate;
    utterance.addEventListener("boundary", ({ charIndex, name }) => {
      if (run !== this.#run || name === "sentence") return;
      const place = placeOf(passage, from + charIndex);
      this.#from = passage.starts[place];
      this.token = passage.tokens[place];
      this.#changed();
    });
    utterance.addEventListener("end", () => run === this.#run && this.#go(at + 1, 0));
    utterance.addEventListener("error", () => {
      if (run !== this.#run) return;
      this.stop();
      this.dispatchEvent(new Event("fail"));
    });
    this.utterance = utterance;
    const begin = () => {
      if (run !== this.#run) return;
      speechSynthesis.speak(utterance);
      speechSynthesis.resume(); // a page before may have left it paused
    };
    if (this.#isSilenced) setTimeout(begin, AFTER_CANCEL_MS);
    else begin();
    this.#isSilenced = false;
    this.#enter("speaking");
  }

  #silence() {
    this.#run += 1;
    this.#isSilenced ||= speechSynthesis.speaking || speechSynthesis.pending;
    speechSynthesis.cancel();
  }

  /** @param {Speaker["state"]} state */
  #enter(state) {
    this.state = state;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
