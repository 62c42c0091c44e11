// Offers to read aloud where the device has a Chinese voice; without one its controls are absent and the
// settings say why. What speaks (js/speech.js) is fetched when it is first asked to.

import { later } from "./later.js";
import { say } from "./say.js";
import { watchVoices } from "./voices.js";

/** @import { Action } from "./actions.js" */
/** @import { Speech } from "./speech.js" */
/** @import { Reading } from "./state.js" */

/** @param {HTMLElement} article @param {Reading} reading @param {(actions: Action[]) => void} add to what can be done */
export function offerHearing(article, reading, add) {
  /** @type {Speech | undefined} */
  let speech;
  const use = (/** @type {(speech: Speech) => void} */ how) =>
    later(() => import("./speech.js"), ({ Speech }) => how((speech ??= new Speech(article))));
  const onWord = (/** @type {(speech: Speech, token: HTMLElement) => void} */ how) => () => {
    const { token } = reading;
    if (token) use((speech) => how(speech, token));
    else say("Choose a word first: point at it, or press the right arrow.");
  };

  /** @type {Action[]} */
  const actions = [
    { name: "speak", group: "Hearing", keys: ["s"], label: "Hear the word", run: onWord((speech, token) => speech.word(headword(), token)) },
    { name: "speak-sentence", group: "Hearing", keys: [], label: "Hear the sentence", run: onWord((speech, token) => speech.sentence(token)) },
    { name: "read-on", group: "Hearing", keys: ["S"], label: "Read on from here, or pause", run: readOn },
  ];

  function readOn() {
    const { token } = reading;
    reading.leave(); // the text is looked at now
    use((speech) => (speech.isIdle || token ? speech.readOn(token) : speech.toggle()));
  }

  let isOffered = false;
  watchVoices(article.lang, (isThere) => {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hearing]"))) {
      each.hidden = isThere !== (each.dataset.hearing !== "none");
    }
    if (!isThere || isOffered) return;
    isOffered = true;
    add(actions);
    const panel = /** @type {HTMLElement} */ (document.getElementById("settings"));
    panel.addEventListener("beforetoggle", () =>
      later(() => import("./hearing-panel.js"), ({ showVoices }) => showVoices(panel, article.lang, () => speech?.speaker.again())),
    );
  });
}

/** What the card shows, which may be a part of the word. */
function headword() {
  return document.getElementById("card-headword")?.firstChild?.textContent ?? "";
}
