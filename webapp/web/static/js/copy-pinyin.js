// Copying with pinyin: a word as 银行 (yínháng), a selection as 我去银行。 (wǒ qù yínháng.)

import { plainCopy, selectedText } from "./copy.js";
import { say } from "./say.js";

/** @import { CardView } from "./card.js" */
/** @import { Words } from "./words.js" */

const MARKS = new Map(Object.entries({ "，": ",", "、": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":" }));

/** @param {HTMLElement} article @param {Range} range @param {Words} words */
function pinyinCopy(article, range, words) {
  let read = "";
  for (const token of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".token"))) {
    if (!range.intersectsNode(token)) continue;
    const number = words.number(token.dataset.token);
    const { text = "", reading = [] } = number >= 0 ? words.card(number) : {};
    const said = reading.join("") || text || (token.textContent ?? "").trim();
    const mark = MARKS.get(said);
    if (said) read += mark ?? (read && /[\p{L}\p{N},.!?;:]$/u.test(read) && /^[\p{L}\p{N}]/u.test(said) ? ` ${said}` : said);
  }
  return `${plainCopy(range)} (${read})`;
}

/** @param {HTMLElement} article @param {CardView} view @param {Words} words */
export function copyWithPinyin(article, view, words) {
  const range = selectedText(article);
  const { shown } = view;
  if (range) put(pinyinCopy(article, range, words));
  else if (shown && view.isOpen) put(shown.reading.length ? `${shown.text} (${shown.reading.join("")})` : shown.text);
  else say("Choose a word first, or select some text.");
}

/** @param {string} text */
function put(text) {
  const done = () => say(`Copied: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`);
  // Only pages from this machine, or over TLS, have a clipboard of their own.
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => say("The browser does not let this page copy."));
  else if (putByCommand(text)) done();
  else say("The browser does not let this page copy.");
}

/** @param {string} text */
function putByCommand(text) {
  document.addEventListener(
    "copy",
    (event) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { once: true, capture: true },
  );
  return document.execCommand("copy");
}
