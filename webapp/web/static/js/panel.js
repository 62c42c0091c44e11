// The settings panel.

import { isAnyThere } from "./fonts.js";
import { say } from "./say.js";
import { forget, setting } from "./settings.js";

/** @import { Settings } from "./types.d.ts" */

/** @param {HTMLFormElement} form @param {(name: keyof Settings, value: string) => void} apply */
export function wirePanel(form, apply) {
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === "color") apply("colours", coloursOf(form).map(({ value }) => value).join("_"));
    else apply(/** @type {keyof Settings} */ (target.name), target.value);
  });
  form.querySelector('[data-action="reset"]')?.addEventListener("click", () => {
    forget().then(() => location.reload(), () => say("pindu does not answer any more. Start it again and reload this page."));
  });
  form.addEventListener("beforetoggle", () => showChoices(form));
}

/** @param {HTMLFormElement} form */
function showChoices(form) {
  const hasKai = isAnyThere(getComputedStyle(form).getPropertyValue("--kai-faces"));
  const kai = form.querySelector('input[value="kai"]')?.closest("label");
  if (kai) kai.hidden = !hasKai;
  const colours = setting("colours").split("_");
  coloursOf(form).forEach((input, at) => (input.value = colours[at]));
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="radio"]'))) {
    const chosen = setting(/** @type {keyof Settings} */ (input.name));
    input.checked = input.value === (chosen === "kai" && !hasKai ? "serif" : chosen); // chosen elsewhere, missing here
  }
}

/** @param {HTMLFormElement} form */
function coloursOf(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[type="color"]')]);
}
