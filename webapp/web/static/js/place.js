// Where the card goes. css/card.css places it by anchors; here is the same for browsers without them,
// and on a phone the text is scrolled until the line stands above the sheet.

const EDGE = 12; // px between the card and the viewport
const UNDER = 6;
const OVER = 18; // room for the pinyin above a line
const SHEET = matchMedia("(max-width: 40rem)");
const HAS_ANCHORS = CSS.supports("anchor-name: --word");

/** @param {HTMLElement} card @param {HTMLElement} token */
export function place(card, token) {
  if (SHEET.matches) keepInSight(card, token);
  else if (!HAS_ANCHORS) beside(card, token);
}

/** @param {HTMLElement} card @param {HTMLElement} token */
function beside(card, token) {
  const word = token.getBoundingClientRect();
  const sentence = (token.closest(".sentence") ?? token).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const tries = [
    sentence.bottom + UNDER,
    sentence.top - OVER - height,
    word.bottom + UNDER,
    word.top - OVER - height,
  ];
  const top = tries.find((at) => at >= 0 && at + height <= innerHeight) ?? tries[2];
  const left = Math.max(EDGE, Math.min(word.left - 20, document.documentElement.clientWidth - width - EDGE));
  card.dataset.place = "script";
  card.style.setProperty("--left", `${left}px`);
  card.style.setProperty("--top", `${top}px`);
}

/** @param {HTMLElement} card @param {HTMLElement} token */
function keepInSight(card, token) {
  const hidden = token.getBoundingClientRect().bottom + EDGE - (innerHeight - card.offsetHeight);
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}
