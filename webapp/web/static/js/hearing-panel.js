// Which voice reads, chosen in the settings.

import { element } from "./reading.js";
import { chineseVoices, chooseVoice, chosenVoice } from "./voices.js";

/** @param {HTMLElement} panel @param {string} language @param {() => void} changed */
export function showVoices(panel, language, changed) {
  const select = /** @type {HTMLSelectElement} */ (panel.querySelector('select[name="voice"]'));
  if (!select.options.length) {
    select.addEventListener("change", () => {
      chooseVoice("voice", select.value);
      changed();
    });
  }
  const options = chineseVoices(language).map(({ name, lang, voiceURI }) => {
    const option = element("option", "", `${name} (${lang.replace("_", "-")})`);
    option.value = voiceURI;
    return option;
  });
  select.replaceChildren(...options);
  select.value = chosenVoice(language).voice?.voiceURI ?? "";
}
