// Everything by keyboard. A chosen word holds the focus, so that Tab goes on from it, and a screen
// reader says "银行, yínháng, bank". Only it is a button: the rest of the text is read as text.

/** @import { Action } from "./actions.js" */

/**
 * Have the keys and the buttons of the page do what the table says.
 * @param {Action[]} actions
 * @returns {(more: Action[]) => void} adds to the table
 */
export function listenToKeys(actions) {
  document.addEventListener("keydown", (event) => {
    // Modifiers are the browser's, the system's and the screen reader's.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
    const key = keyName(event);
    const action = actions.find(({ keys }) => keys.includes(key));
    if (!action || action.isIdle?.(event)) return;
    event.preventDefault();
    action.run();
  });
  wireButtons(actions);
  return (more) => {
    actions.push(...more);
    wireButtons(more);
  };
}

/** @param {Action[]} actions */
function wireButtons(actions) {
  for (const { name, keys, run } of actions) {
    for (const button of document.querySelectorAll(`[data-do="${name}"]`)) {
      button.addEventListener("click", run);
      if (keys[0]) button.setAttribute("aria-keyshortcuts", shortcut(keys[0]));
    }
  }
}

/** As ARIA writes it: Shift+N. @param {string} key */
export function shortcut(key) {
  return /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
}

/** Letters by Shift alone, so that a locked Caps Lock changes nothing. @param {KeyboardEvent} event */
function keyName({ key, shiftKey }) {
  if (/^[a-z]$/i.test(key)) return shiftKey ? key.toUpperCase() : key.toLowerCase();
  return shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key;
}

/** Keys belong to whoever has the focus: fields, open dialogs and panels. @param {EventTarget | null} target */
function isElsewhere(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog, #settings") !== null;
}
