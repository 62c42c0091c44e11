// Links out of the card, to dictionaries that the reader has chosen. Nothing is asked of them before a click.

import { later } from "./later.js";
import { element } from "./reading.js";
import { setSetting, setting } from "./settings.js";

/** @import { CardView } from "./card.js" */

/** @typedef {{ name: string, address: string }} Link with {word} in the address */

/** @type {Link[]} */
export const USUAL = [
  { name: "MDBG", address: "https://www.mdbg.net/chinese/dictionary?page=worddict&wdqb={word}" },
  { name: "Pleco", address: "plecoapi://x-callback-url/s?q={word}" },
];

// Addresses that would run something in this page, or read a file, are no links out.
const OUTWARD = /^(?!(?:javascript|data|vbscript|blob|file|about|view-source):)[a-z][a-z0-9+.-]*:/i;

/** @param {Link} link */
export function isOutward({ name, address }) {
  return typeof name === "string" && typeof address === "string" && name.trim() !== "" && OUTWARD.test(address) && address.includes("{word}");
}

/** @returns {Link[]} */
export function links() {
  try {
    const kept = JSON.parse(decodeURIComponent(setting("links")));
    return kept.map((/** @type {string[]} */ [name, address]) => ({ name, address })).filter(isOutward);
  } catch {
    return USUAL; // none of the reader's own
  }
}

/** In this browser, and in the library for others. @param {Link[] | null} kept null for the usual ones */
export function keepLinks(kept) {
  setSetting("links", kept ? encodeURIComponent(JSON.stringify(kept.map(({ name, address }) => [name, address]))) : "");
}

/** @param {CardView} view */
export function showLinks(view) {
  const part = view.part("links");
  /** @type {[HTMLAnchorElement, Link][]} */
  let made = [];

  function build() {
    made = links().map((link) => {
      const anchor = element("a", "", link.name);
      anchor.rel = "noopener noreferrer";
      anchor.target = "_blank";
      return [anchor, link];
    });
    part.replaceChildren(...made.map(([anchor]) => anchor));
    show();
  }

  function show() {
    const word = encodeURIComponent(view.shown?.text.replaceAll(" · ", "") ?? "");
    for (const [anchor, { address }] of made) anchor.href = address.replaceAll("{word}", word);
  }

  view.root.addEventListener("fill", show);
  build();
  for (const button of document.querySelectorAll('[data-do="links"]')) {
    button.addEventListener("click", () => later(() => import("./links-dialog.js"), ({ editLinks }) => editLinks(build)));
  }
}
