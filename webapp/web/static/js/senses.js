// The senses of a card, grouped by reading: the ones that fit here first, the others quieter.

import { appendMixed, element, readingElement } from "./reading.js";

/** @import { Card, Entry } from "./types.d.ts" */

const SENSES_AT_ONCE = 6; // more are folded

/** @param {Card} card @param {string} language @returns {HTMLElement[]} */
export function senseSections(card, language) {
  const [first] = card.entries;
  const isHere = (/** @type {Entry} */ entry) => entry === first || (reading(entry) === reading(first) && !entry.isSurname);
  const here = card.entries.filter(isHere).map((entry) => section(entry, card, language));
  const elsewhere = card.entries.filter((entry) => !isHere(entry));
  if (!elsewhere.length) return here;
  const folded = element("details", "elsewhere");
  const names = new Set(elsewhere.map((entry) => reading(entry)));
  folded.append(element("summary", "", `Also ${[...names].join(", ")}`), ...elsewhere.map((entry) => section(entry, card, language)));
  return [...here, folded];
}

/** Readings that the card tells anyway, with what they mean. @param {Card} card */
export function readingsTold({ entries }) {
  return new Set(entries.map((entry) => reading(entry)));
}

/** The card of the word when it is read otherwise. @param {Card} card @param {string} other @returns {Card} */
export function readAs(card, other) {
  const found = card.entries.filter((entry) => reading(entry) === other);
  const gloss = found.length ? found[0].senses.slice(0, 2).join("; ") : card.gloss;
  const entries = [...found, ...card.entries.filter((entry) => !found.includes(entry))];
  const changed = { reading: found[0]?.reading ?? [other], gloss, entries, spoken: "", note: "", otherReadings: [], otherCuts: [] };
  return { ...card, ...changed, choice: { reading: other } };
}

/** @param {Entry} entry @param {Card} card @param {string} language */
function section(entry, card, language) {
  const made = element("section");
  const heading = headingOf(entry, card, language);
  if (heading) made.append(heading);
  made.append(...lists(entry.senses, language));
  return made;
}

/** Whether the senses would only say the gloss again. @param {Card} card */
export function saysNothingNew({ entries, gloss }) {
  return entries.length === 1 && entries[0].senses.join("; ") === gloss;
}

/** Nothing over the first entry when it is the word itself, as read above. @param {Entry} entry @param {Card} card @param {string} language */
function headingOf(entry, card, language) {
  const [first] = card.entries;
  const isOther = entry.simplified !== card.text && entry.traditional !== card.text;
  if (entry === first && !isOther && (!card.reading.length || reading(entry) === card.reading.join(""))) return null;
  const heading = element("h3");
  const form = isOther ? entry.simplified : entry.traditional !== first.traditional ? entry.traditional : "";
  if (form) {
    const word = element("span", "", `${form} `);
    word.lang = isOther ? language : "zh-Hant";
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
