// The senses of a card, grouped by reading: the ones that fit here first, the others quieter.

import { appendMixed, element, readingElement } from "./reading.js";

/** @import { Card, Entry } from "./types.d.ts" */

const SENSES_AT_ONCE = 6; // more are folded

/** @param {Card} card @param {string} language @returns {HTMLElement[]} */
export function senseSections(card, language) {
  const first = card.entries[0];
  return card.entries.map((entry) => {
    const isHere = reading(entry) === reading(first);
    const section = element("section", isHere ? "" : "elsewhere");
    const heading = headingOf(entry, card, isHere, language);
    if (heading) section.append(heading);
    section.append(...lists(entry.senses, language));
    return section;
  });
}

/** Whether the senses would only say the gloss again. @param {Card} card */
export function saysNothingNew({ entries, gloss }) {
  return entries.length === 1 && entries[0].senses.join("; ") === gloss;
}

/** @param {Entry} entry @param {Card} card @param {boolean} isHere @param {string} language */
function headingOf(entry, card, isHere, language) {
  const isOther = entry.simplified !== card.text && entry.traditional !== card.text;
  const isNeeded = isOther || (card.entries.length > 1 && (!isHere || reading(entry) !== card.reading.join("")));
  if (!isNeeded) return null;
  const heading = element("h3");
  if (isOther) {
    const word = element("span", "", `${entry.simplified} `);
    word.lang = language;
    heading.append(word);
  }
  heading.append(readingElement(entry.reading));
  if (entry.isSurname) heading.append(element("span", "card-aside", " surname"));
  return heading;
}

/** @param {string[]} senses @param {string} language */
function lists(senses, language) {
  if (senses.length <= SENSES_AT_ONCE + 1) return [list(senses, 1, language)];
  const more = element("details");
  more.append(element("summary", "", `${senses.length - SENSES_AT_ONCE} more`));
  more.append(list(senses.slice(SENSES_AT_ONCE), SENSES_AT_ONCE + 1, language));
  return [list(senses.slice(0, SENSES_AT_ONCE), 1, language), more];
}

/** @param {string[]} senses @param {number} start @param {string} language */
function list(senses, start, language) {
  const made = element("ol", senses.length === 1 && start === 1 ? "single" : "");
  made.start = start;
  made.append(...senses.map((sense) => appendMixed(element("li"), sense, language)));
  return made;
}

/** @param {Entry} entry */
function reading(entry) {
  return entry.reading.join("");
}
