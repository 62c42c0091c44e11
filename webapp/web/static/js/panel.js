// The settings panel, the pinyin button and the dialog of keys.

import { setting } from "./settings.js";

/** @import { Settings } from "./types.d.ts" */

/** @param {HTMLFormElement} form @param {(name: keyof Settings, value: string) => void} apply */
export function wirePanel(form, apply) {
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) apply(/** @type {keyof Settings} */ (target.name), target.value);
  });
  form.addEventListener("beforetoggle", () => showChoices(form));
}

/** @param {HTMLFormElement} form */
function showChoices(form) {
  for (const input of form.querySelectorAll("input")) {
    input.checked = setting(/** @type {keyof Settings} */ (input.name)) === input.value;
  }
}

/** @param {HTMLDialogElement} dialog @param {HTMLElement} button */
export function wireKeys(dialog, button) {
  const toggle = () => (dialog.open ? dialog.close() : dialog.showModal());
  button.addEventListener("click", toggle);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return toggle;
}
