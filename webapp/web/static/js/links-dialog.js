// The editor of the links in the card: a name and an address a line.

import { isOutward, keepLinks, links } from "./links.js";
import { element } from "./reading.js";

let isWired = false;

/** @param {() => void} changed heard whenever other links are kept */
export function editLinks(changed) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("links"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector('[data-part="links"]'));
  const problem = /** @type {HTMLElement} */ (dialog.querySelector('[data-part="problem"]'));

  function show() {
    problem.replaceChildren();
    list.replaceChildren(...links().map(({ name, address }) => row(name, address)), row("", ""));
  }

  if (!isWired) {
    isWired = true;
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      const wanted = event.submitter?.getAttribute("value");
      if (wanted === "leave") return;
      if (wanted === "usual") keepLinks(null);
      if (wanted === "usual" || !keep(list, problem)) event.preventDefault();
      if (wanted === "usual") show();
      changed();
    });
  }
  show();
  dialog.showModal();
}

/** @param {HTMLElement} list @param {HTMLElement} problem @returns {boolean} whether all lines are links */
function keep(list, problem) {
  const filled = [...list.children].map(fields).filter(({ name, address }) => name.value.trim() || address.value.trim());
  const asked = filled.map(({ name, address }) => ({ name: name.value.trim(), address: address.value.trim() }));
  const wrong = asked.findIndex((link) => !isOutward(link));
  if (wrong < 0) {
    keepLinks(asked);
    return true;
  }
  problem.textContent = "Give each link a name, and an address that has {word} where the word belongs.";
  filled[wrong][asked[wrong].name ? "address" : "name"].focus();
  return false;
}

/** @param {string} name @param {string} address */
function row(name, address) {
  const made = element("div", "links-row");
  made.append(field("Name", name), field("Address", address));
  return made;
}

/** @param {string} label @param {string} value */
function field(label, value) {
  const input = element("input");
  input.ariaLabel = label;
  input.placeholder = label;
  input.value = value;
  input.spellcheck = false;
  return input;
}

/** @param {Element} made */
function fields(made) {
  const [name, address] = made.querySelectorAll("input");
  return { name, address };
}
