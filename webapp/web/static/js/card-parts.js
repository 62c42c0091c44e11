// What a card leads to: parts, characters, measure words, and what else the word could be. Each is a button
// that shows its card in place.

import { element, readingElement } from "./reading.js";
import { readAs, readingsTold } from "./senses.js";

/** @import { Card } from "./types.d.ts" */
/** @import { Words } from "./words.js" */

/** @typedef {(card: Card) => void} Open */

const AT_ONCE = 4; // more are folded: the syllables of a long name

/** @param {Card[]} cards @param {string} label @param {string} language @param {Open} open @param {number} [atOnce] how many are not folded */
export function partList(cards, label, language, open, atOnce = AT_ONCE) {
  if (!cards.length) return [];
  const lists = [cards.slice(0, atOnce), cards.slice(atOnce)].map((some) => {
    const list = element("ul");
    list.ariaLabel = label;
    list.append(...some.map((card) => line(card, language, open)));
    return list;
  });
  if (atOnce && cards.length <= atOnce + 1) {
    lists[0].append(...lists[1].children);
    return [lists[0]];
  }
  const more = element("details");
  more.append(element("summary", "", atOnce ? `${cards.length - atOnce} more` : `${cards.length} ${label.toLowerCase()}`), lists[1]);
  return atOnce ? [lists[0], more] : [more];
}

/** @param {Card} card @param {string} language @param {Open} open */
function line(card, language, open) {
  const button = pressed("card-part line-button", () => open(card));
  button.append(chinese("b", card.text, language), readingElement(card.reading), element("small", "", card.gloss));
  const item = element("li");
  item.append(button);
  return item;
}

/** @param {Card[]} measures @param {string} language @param {Open} open */
export function measureLine(measures, language, open) {
  if (!measures.length) return [];
  const buttons = measures.map((card) => {
    const shown = element("span");
    shown.append(chinese("span", card.text, language), " ", readingElement(card.reading));
    return choice(shown, card, open);
  });
  return [element("span", "", "Counted with"), ...buttons];
}

/**
 * What else it could be: its other readings and cuts, each shown in place. (js/card.js leaves a slot below
 * for whoever keeps one: the card shown then has a `choice`.)
 * @param {Card} card @param {Words} words @param {boolean} isDoubtful @param {string} language @param {Open} open
 */
export function otherChoices(card, words, isDoubtful, language, open) {
  const told = isDoubtful ? new Set() : readingsTold(card);
  const apart = new Set(card.otherReadings.filter((reading) => !told.has(reading)));
  const readings = [...apart].map((reading) => readAs(card, reading));
  const made = isDoubtful ? [element("span", "", "Not certain.")] : [];
  if (readings.length) made.push(element("span", "", "Also read"), ...readings.map((other) => choice(readingElement(other.reading), other, open)));
  if (card.otherCuts.length) made.push(element("span", "", "Could be cut"));
  for (const cut of card.otherCuts) {
    made.push(choice(chinese("span", cut.join(" · "), language), cutAs(cut, words.words(cut)), open));
  }
  return made;
}

/** @param {HTMLElement} shown @param {Card} card @param {Open} open */
function choice(shown, card, open) {
  const button = pressed("card-choice", () => open(card));
  button.append(shown);
  return button;
}

/** A place in the text cut another way, as a card that lists the words. @param {string[]} cut @param {Card[]} parts @returns {Card} */
function cutAs(cut, parts) {
  const reading = parts.flatMap(({ reading }, index) => (index ? [" ", ...reading] : reading));
  const nothing = { spoken: "", gloss: "", note: "", level: 0, entries: [], otherReadings: [], otherCuts: [] };
  return { ...nothing, text: cut.join(" · "), kind: "cut", reading, parts, choice: { cut } };
}

/** @param {string} className @param {() => void} press */
function pressed(className, press) {
  const button = element("button", className);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

/** @template {"b" | "span"} Name @param {Name} name @param {string} text @param {string} language */
function chinese(name, text, language) {
  const made = element(name, "", text);
  made.lang = language;
  return made;
}
