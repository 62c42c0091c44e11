// All that can be done, with its key, in a dialog. Each line is a button too: what a key does, a finger can.

import { shortcut } from "./keys.js";
import { element } from "./reading.js";

/** @import { Action } from "./actions.js" */

const SHOWN = new Map(Object.entries({ ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" }));

/** Open the dialog, or close it. @param {HTMLDialogElement} dialog @param {Action[]} actions */
export function toggleKeys(dialog, actions) {
  if (dialog.open) {
    dialog.close();
    return;
  }
  const list = /** @type {HTMLElement} */ (dialog.querySelector('[data-part="keys"]'));
  if (!list.hasChildNodes()) {
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("keydown", ({ key }) => key === "?" && dialog.close());
  }
  const groups = Map.groupBy(actions, ({ group }) => group); // anew each time: a voice may have come
  list.replaceChildren(...[...groups].map(([name, members]) => section(dialog, name, members)));
  dialog.showModal();
}

/** @param {HTMLDialogElement} dialog @param {string} name @param {Action[]} actions */
function section(dialog, name, actions) {
  const made = element("section");
  const list = element("ul");
  list.append(...actions.map((action) => line(dialog, action)));
  made.append(element("h3", "", name), list);
  return made;
}

/** @param {HTMLDialogElement} dialog @param {Action} action */
function line(dialog, { keys, label, run }) {
  const button = element("button", "line-button");
  button.type = "button";
  const key = keys[0] ? shortcut(keys[0]) : "";
  if (key) button.setAttribute("aria-keyshortcuts", key);
  const names = key.replace(/\+[A-Z]$/, (letter) => letter.toLowerCase()).split("+").filter(Boolean);
  const shown = element("span", "keys-of");
  shown.append(...names.flatMap((key) => [element("kbd", "", SHOWN.get(key) ?? key), " "]));
  button.append(element("span", "", label), " ", shown);
  button.addEventListener("click", (event) => {
    event.stopPropagation(); // it is no click beside the card
    dialog.close(); // which gives the focus back first
    run();
  });
  const item = element("li");
  item.append(button);
  return item;
}
