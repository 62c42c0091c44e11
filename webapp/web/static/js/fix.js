// Offers to touch up the word of the card. What does it (js/fixing.js) is fetched when it is first asked for.

import { later } from "./later.js";
import { say } from "./say.js";

/** @import { Action } from "./actions.js" */
/** @import { CardView } from "./card.js" */
/** @import { Fixing } from "./fixing.js" */
/** @import { Reading } from "./state.js" */

/** Takes the blocks of those names over from the page as it is now. @typedef {(page: Document, names: string[]) => void} Renew */

/**
 * @param {HTMLElement} article @param {CardView} view @param {Reading} reading @param {Renew} renew
 * @returns {Action[]}
 */
export function offerFixing(article, view, reading, renew) {
  const slot = /** @type {HTMLElement} */ (view.root.querySelector('[data-slot="fix"]'));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "card-fix-button";
  button.addEventListener("click", fix);
  slot.append(button);

  /** @type {Fixing | undefined} */
  let fixing;
  const use = (/** @type {(fixing: Fixing) => void} */ how) =>
    later(() => import("./fixing.js"), ({ Fixing }) => how((fixing ??= new Fixing(article, view.root, reading, renew))));

  const textOf = (/** @type {HTMLElement} */ token) => view.words.text(view.words.number(token.dataset.token)); // as written

  /** Another cut or reading of the word, shown in its place, or the words that are selected made one. */
  function offered() {
    const { token, hold } = reading;
    const { shown } = view;
    if (!token || !shown) return null;
    if (hold === "run") return isWhole(shown.text, token) ? { cut: [shown.text] } : null;
    const { choice } = shown;
    const isOfToken = choice?.cut ? choice.cut.join("").startsWith(textOf(token)) : shown.text === textOf(token);
    return choice && isOfToken ? choice : null;
  }

  /** Claim that a text is two whole words or more, from a token on. @param {string} text @param {HTMLElement} token */
  function isWhole(text, token) {
    const all = /** @type {HTMLElement[]} */ ([...(token.closest(".sentence")?.querySelectorAll(".token") ?? [])]);
    let joined = textOf(token);
    if (joined === text) return false;
    for (const each of all.slice(all.indexOf(token) + 1)) {
      if (joined.length >= text.length || !("card" in each.dataset)) break;
      joined += textOf(each);
    }
    return joined === text;
  }

  function show() {
    const isRun = reading.hold === "run";
    const choice = offered();
    button.textContent = choice ? (isRun ? "Make it one word here" : "Have it so here") : "Fix";
    slot.hidden = !choice && (isRun || !view.backButton.hidden);
  }
  view.root.addEventListener("fill", show);
  reading.addEventListener("choose", show);

  function fix() {
    const { token, hold } = reading;
    const choice = offered();
    const word = token && hold !== "run" ? token : document.activeElement?.closest(".token[data-card]");
    if (token && choice) use((fixing) => fixing.take(token, choice));
    else if (word instanceof HTMLElement) use((fixing) => fixing.open(word));
    else say("Choose a word first: point at it, or press the right arrow.");
  }

  return [
    { name: "fix", group: "Card", keys: ["e"], label: "Fix the word: how it is cut, read, explained", run: fix },
    { name: "undo-fix", group: "Card", keys: ["u"], label: "Undo the last correction", run: () => use((fixing) => fixing.undo()) },
  ];
}
