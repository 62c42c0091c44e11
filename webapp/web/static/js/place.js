// Where the card goes: on the side of the sentence that has room, under it rather than over it. The room decides
// and not what the card says, so from word to word of a sentence it stays on one side, and what does not fit
// scrolls inside. Where a sentence fills the viewport, the card goes beside the text if the margin is wide enough,
// else to the word's own line, leaving its neighbour line in sight where it can.
// (Not by CSS anchors: a chosen word that is one has the whole text laid out and painted again.)
// On a narrow screen it is a sheet at the bottom: after a tap the text is scrolled until the sentence, or if that
// is too long the line with its neighbours, stands above it; under a mouse, where moving the text would be rude,
// the sheet goes to the top instead.

const EDGE = 12; // px between the card and the viewport, and between the text and the sheet
const INDENT = 20; // px that the card begins before its word
const UNDER = 0.45; // of the text's size: from the letters' box to below the line's
const OVER = 0.75; // room for the pinyin above a line
const LINE = 2.2; // from line to line
const LEAST = 184; // px of room in which there is any use in a card (css/card.css: its least height)
const AMPLE = 320; // px in which nearly all of them fit
const SHEET = matchMedia("(max-width: 40rem)");

/** @typedef {{ top: number, bottom: number }} Span */

/**
 * @param {HTMLElement} card @param {HTMLElement} token @param {boolean} mayScroll
 * @param {HTMLElement} [last] of a run that begins with the token
 */
export function place(card, token, mayScroll, last = token) {
  const size = parseFloat(getComputedStyle(token).fontSize);
  const word = around(token, last);
  const sentence = around(token.closest(".sentence") ?? token, last.closest(".sentence") ?? last);
  if (SHEET.matches) asSheet(card, withRuby(word, size), withRuby(sentence, size), size * LINE, mayScroll);
  else beside(card, token, withRuby(word, size), withRuby(sentence, size), size * LINE);
}

/**
 * After a change of the window or of the card: a sheet keeps above the keyboard and moves nothing else, for a
 * phone's window changes as one scrolls; a card finds its place anew.
 * @param {HTMLElement} card @param {HTMLElement} token @param {HTMLElement} [last]
 */
export function placeAgain(card, token, last) {
  if (SHEET.matches) aboveKeyboard(card, inSight());
  else place(card, token, false, last);
}

/** The text was scrolled, and the card with it: it comes back while its word is in sight. @param {HTMLElement} card @param {HTMLElement} token @param {HTMLElement} [last] */
export function keepInSight(card, token, last) {
  if (SHEET.matches) return;
  const view = inSight();
  const isIn = (/** @type {Span} */ { top, bottom }) => top >= view.top && bottom <= view.bottom;
  if (!isIn(card.getBoundingClientRect()) && isIn(around(token, last ?? token))) place(card, token, false, last);
}

/** What is in sight: less than the window where a keyboard has come up. @returns {Span} */
function inSight() {
  const view = visualViewport;
  if (!view || view.scale !== 1) return { top: 0, bottom: document.documentElement.clientHeight };
  return { top: view.offsetTop, bottom: Math.min(view.offsetTop + view.height, document.documentElement.clientHeight) };
}

/** @param {HTMLElement} card @param {Span} word @param {Span} sentence @param {number} line @param {boolean} mayScroll */
function asSheet(card, word, sentence, line, mayScroll) {
  const view = inSight();
  aboveKeyboard(card, view);
  const free = view.bottom - card.offsetHeight - EDGE;
  const kept = sentence.bottom - sentence.top <= free - view.top ? sentence : { top: word.top - line, bottom: word.bottom + line };
  const hidden = kept.bottom - free;
  card.dataset.sheet = !mayScroll && hidden > 1 && kept.top - EDGE >= view.top + card.offsetHeight ? "top" : "bottom";
  if (!mayScroll && hidden > 1 && word.bottom > free) card.dataset.sheet = "top";
  if (mayScroll && hidden > 1) scrollBy({ top: Math.min(hidden, word.top - view.top), behavior: "instant" });
}

/** @param {HTMLElement} card @param {Span} view */
function aboveKeyboard(card, view) {
  const covered = innerHeight - view.bottom;
  const isCovered = covered > 1;
  move(card, { left: "", top: "", bottom: isCovered ? `${covered}px` : "", maxHeight: isCovered ? `${(view.bottom - view.top) / 2}px` : "" });
}

/** All is measured before anything is moved: the text is laid out once. @param {HTMLElement} card @param {HTMLElement} token @param {Span} word @param {Span} sentence @param {number} line */
function beside(card, token, word, sentence, line) {
  const { clientWidth, clientHeight } = document.documentElement;
  const view = inSight();
  const width = card.offsetWidth;
  const margin = clientWidth - (token.closest(".article")?.getBoundingClientRect().right ?? clientWidth);
  const { left } = token.getBoundingClientRect();
  const near = Math.max(EDGE, Math.min(left - INDENT, clientWidth - width - EDGE));
  const room = (/** @type {Span} */ kept) => ({ under: view.bottom - EDGE - kept.bottom, over: kept.top - view.top - EDGE, kept });
  const most = (/** @type {ReturnType<typeof room>} */ { under, over }) => Math.max(under, over);
  const free = [sentence, { top: word.top - line, bottom: word.bottom + line }, word].map(room);
  if (most(free[0]) < LEAST && margin >= width + 2 * EDGE) {
    const top = Math.max(view.top + EDGE, Math.min(word.top, view.bottom - EDGE - AMPLE));
    stand(card, clientWidth - margin + EDGE, { top: top + scrollY }, view.bottom - EDGE - top);
    return;
  }
  const { under, over, kept } = free.find((each) => most(each) >= LEAST) ?? free[2];
  if (under >= AMPLE || under >= over) stand(card, near, { top: kept.bottom + scrollY }, under);
  // One over the line stands on its lower end, so that it grows upwards.
  else stand(card, near, { bottom: clientHeight - kept.top - scrollY }, over);
}

/** @param {HTMLElement} card @param {number} left @param {{ top?: number, bottom?: number }} end @param {number} room */
function stand(card, left, { top, bottom }, room) {
  move(card, {
    left: `${left + scrollX}px`,
    top: top === undefined ? "auto" : `${top}px`,
    bottom: bottom === undefined ? "auto" : `${bottom}px`,
    maxHeight: room < 2 * AMPLE ? `min(var(--tallest), ${room}px)` : "",
  });
}

/** @param {HTMLElement} card @param {{ left: string, top: string, bottom: string, maxHeight: string }} where */
function move({ style }, where) {
  Object.assign(style, where);
}

/** @param {Element} first @param {Element} last @returns {Span} */
function around(first, last) {
  const one = first.getBoundingClientRect();
  if (first === last) return one;
  const other = last.getBoundingClientRect();
  return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}

/** The letters with the pinyin over them and the end of their line. @param {Span} letters @param {number} size */
function withRuby({ top, bottom }, size) {
  return { top: top - OVER * size, bottom: bottom + UNDER * size };
}
