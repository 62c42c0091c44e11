// Where the card goes. css/card.css places it by anchors; here is the same for browsers without them.
// On a narrow screen it is a sheet at the bottom: after a tap the text is scrolled until the line stands
// above it; under a mouse, where moving the text would be rude, the sheet goes to the top instead.

const EDGE = 12; // px between the card and the viewport, and between the line and the sheet
const UNDER = 0.45; // of the text's size: from the letters' box to below the line's
const OVER = 0.75; // room for the pinyin above a line
const SHEET = matchMedia("(max-width: 40rem)");
const HAS_ANCHORS = CSS.supports("anchor-name: --word");

/** @param {HTMLElement} card @param {HTMLElement} token @param {boolean} mayScroll */
export function place(card, token, mayScroll) {
  if (SHEET.matches) asSheet(card, token, mayScroll);
  else if (!HAS_ANCHORS) beside(card, token);
}

/** @param {HTMLElement} card @param {HTMLElement} token @param {boolean} mayScroll */
function asSheet(card, token, mayScroll) {
  const hidden = token.getBoundingClientRect().bottom + EDGE - (innerHeight - card.offsetHeight);
  card.dataset.sheet = hidden > 0 && !mayScroll ? "top" : "bottom";
  if (hidden > 0 && mayScroll) scrollBy({ top: hidden, behavior: "instant" });
}

/** @param {HTMLElement} card @param {HTMLElement} token */
function beside(card, token) {
  const size = parseFloat(getComputedStyle(token).fontSize);
  const word = token.getBoundingClientRect();
  const sentence = (token.closest(".sentence") ?? token).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const tries = [
    sentence.bottom + UNDER * size,
    sentence.top - OVER * size - height,
    word.bottom + UNDER * size,
    word.top - OVER * size - height,
  ];
  const top = tries.find((at) => at >= 0 && at + height <= innerHeight) ?? tries[2];
  const left = Math.max(EDGE, Math.min(word.left - 20, document.documentElement.clientWidth - width - EDGE));
  card.dataset.place = "script";
  card.style.setProperty("--left", `${left}px`);
  card.style.setProperty("--top", `${top}px`);
}
