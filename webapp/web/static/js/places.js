// Where a word stands on the page: how often, which of them this is, and the way to the next one.

/** @import { CardView } from "./card.js" */
/** @import { Reading } from "./state.js" */
/** @import { Words } from "./words.js" */

export class Places {
  /** Tokens by their text, made when it is first asked for. @type {Map<string, HTMLElement[]> | undefined} */
  #byText;

  /** @param {HTMLElement[]} tokens that have a card, in the order of the text @param {Words} words */
  constructor(tokens, words) {
    this.tokens = tokens;
    this.words = words;
  }

  /** Have others than before, where the page was changed. @param {HTMLElement[]} tokens */
  take(tokens) {
    this.tokens = tokens;
    this.#byText = undefined;
  }

  /** @param {string} text @returns {HTMLElement[]} */
  of(text) {
    this.#byText ??= Map.groupBy(this.tokens, (token) => this.words.text(this.words.number(token.dataset.token)));
    return this.#byText.get(text) ?? [];
  }
}

/** @param {CardView} view @param {Reading} reading @param {Places} places */
export function showPlaces(view, reading, places) {
  const part = view.part("places");
  const count = view.part("count");
  const buttons = part.querySelectorAll("button");

  function show() {
    const found = places.of(view.shown?.text ?? "");
    const at = reading.token ? found.indexOf(reading.token) : -1;
    const isElsewhere = found.length > (at < 0 ? 0 : 1);
    for (const button of buttons) button.hidden = !isElsewhere;
    count.textContent = at >= 0 ? (isElsewhere ? `${at + 1} of ${found.length}` : "once here") : isElsewhere ? `${found.length} here` : "";
    part.hidden = !count.textContent;
  }

  /** To the nearest one that way, from the last to the first. @param {1 | -1} way */
  function go(way) {
    const found = places.of(view.shown?.text ?? "");
    const { token } = reading;
    if (!found.length || !token) return;
    const after = found.findIndex((each) => token.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    const start = after < 0 ? found.length : after;
    const before = found[start - 1] === token ? start - 2 : start - 1;
    const next = found.at(way > 0 ? start % found.length : before);
    if (!next) return;
    const { top, bottom } = next.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) next.scrollIntoView({ block: "center", behavior: "instant" });
    reading.choose(next, "pinned");
  }

  view.root.addEventListener("fill", show);
  part.querySelector('[data-action="place-before"]')?.addEventListener("click", () => go(-1));
  part.querySelector('[data-action="place-after"]')?.addEventListener("click", () => go(1));
  return show;
}
