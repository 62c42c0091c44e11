// The settings panel.

import { say } from "./say.js";
import { forget, setting } from "./settings.js";

/** @import { Settings } from "./types.d.ts" */

/** @param {HTMLFormElement} form @param {(name: keyof Settings, value: string) => void} apply */
export function wirePanel(form, apply) {
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) apply(/** @type {keyof Settings} */ (target.name), target.value);
  });
  form.querySelector('[data-action="reset"]')?.addEventListener("click", () => {
    forget().then(() => location.reload(), () => say("pindu does not answer any more. Start it again and reload this page."));
  });
  form.addEventListener("beforetoggle", () => showChoices(form));
}

/** @param {HTMLFormElement} form */
function showChoices(form) {
  for (const input of form.querySelectorAll("input")) {
    input.checked = setting(/** @type {keyof Settings} */ (input.name)) === input.value;
  }
}
