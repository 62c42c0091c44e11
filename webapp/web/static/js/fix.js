// Offers to touch up the word of the card. What does it (js/fixing.js) is fetched when it is first asked for.

import { later } from "./later.js";
import { plainText } from "./ruby.js";
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

  // Another cut or reading of the word, shown in its place, is taken at one press.
  function show() {
    const { shown } = view;
    const choice = shown?.choice;
    const text = reading.token ? plainText(reading.token) : "";
    const isOfToken = shown?.text === text || Boolean(choice && "cut" in choice && choice.cut?.join("").startsWith(text));
    button.textContent = choice ? "Have it so here" : "Fix";
    slot.hidden = reading.hold === "run" || !(choice ? isOfToken : view.backButton.hidden);
  }
  view.root.addEventListener("fill", show);
  reading.addEventListener("choose", show);

  function fix() {
    const token = (reading.hold === "run" ? null : reading.token) ?? document.activeElement?.closest(".token[data-card]");
    const { choice } = view.shown ?? {};
    if (!(token instanceof HTMLElement)) say("Choose a word first: point at it, or press the right arrow.");
    else if (choice && reading.token) use((fixing) => fixing.take(token, choice));
    else use((fixing) => fixing.open(token));
  }

  return [
    { name: "fix", group: "Card", keys: ["e"], label: "Fix the word: how it is cut, read, explained", run: fix },
    { name: "undo-fix", group: "Card", keys: ["u"], label: "Undo the last correction", run: () => use((fixing) => fixing.undo()) },
  ];
}
