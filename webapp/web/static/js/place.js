// Where the card goes: under the sentence where there is room, else over it, else under or over the word.
// (Not by CSS anchors: a chosen word that is one has the whole text laid out and painted again.)
// On a narrow screen it is a sheet at the bottom: after a tap the text is scrolled until the line stands
// above it; under a mouse, where moving the text would be rude, the sheet goes to the top instead.

const EDGE = 12; // px between the card and the viewport, and between the line and the sheet
const INDENT = 20; // px that the card begins before its word
const UNDER = 0.45; // of the text's size: from the letters' box to below the line's
const OVER = 0.75; // room for the pinyin above a line
const SHEET = matchMedia("(max-width: 40rem)");

/** @param {HTMLElement} card @param {HTMLElement} token @param {boolean} mayScroll */
export function place(card, token, mayScroll) {
  if (SHEET.matches) asSheet(card, token, mayScroll);
  else beside(card, token);
}

/** @param {HTMLElement} card @param {HTMLElement} token @param {boolean} mayScroll */
function asSheet(card, token, mayScroll) {
  move(card, "", "", "");
  const hidden = token.getBoundingClientRect().bottom + EDGE - (innerHeight - card.offsetHeight);
  card.dataset.sheet = hidden > 1 && !mayScroll ? "top" : "bottom";
  if (hidden > 1 && mayScroll) scrollBy({ top: hidden, behavior: "instant" });
}

/** All is measured before anything is moved: the text is laid out once. @param {HTMLElement} card @param {HTMLElement} token */
function beside(card, token) {
  const size = parseFloat(getComputedStyle(token).fontSize);
  const word = token.getBoundingClientRect();
  const sentence = (token.closest(".sentence") ?? token).getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = card;
  const tries = [
    { top: sentence.bottom + UNDER * size },
    { bottom: sentence.top - OVER * size },
    { top: word.bottom + UNDER * size },
    { bottom: word.top - OVER * size },
  ];
  const isInside = ({ top = NaN, bottom = NaN }) => (top >= 0 && top + height <= clientHeight) || (bottom <= clientHeight && bottom >= height);
  const { top, bottom } = tries.find(isInside) ?? tries[word.top + word.bottom > clientHeight ? 3 : 2];
  const left = Math.max(EDGE, Math.min(word.left - INDENT, clientWidth - width - EDGE));
  // One over the line stands on its lower end, so that it grows upwards.
  move(card, px(left + scrollX), px(top === undefined ? top : top + scrollY), px(bottom === undefined ? bottom : clientHeight - bottom - scrollY));
}

/** @param {HTMLElement} card @param {string} left @param {string} top @param {string} bottom */
function move({ style }, left, top, bottom) {
  Object.assign(style, { left, top, bottom });
}

/** @param {number | undefined} length */
function px(length) {
  return length === undefined ? "auto" : `${length}px`;
}
