// From word to word: the next one, the one in the line below, the next sentence, the next paragraph.

import { firstInSight, isBefore } from "./sight.js";

export class Walk {
  /** @type {HTMLElement[]} */
  tokens = [];
  /** @type {Map<HTMLElement, number>} */
  places = new Map();

  /** @param {HTMLElement} article @param {HTMLElement[]} tokens that have a card, in the order of the text */
  constructor(article, tokens) {
    this.article = article;
    this.take(tokens);
  }

  /** Have others than before, where the page was changed. @param {HTMLElement[]} tokens */
  take(tokens) {
    this.tokens = tokens;
    this.places = new Map(tokens.map((token, index) => [token, index]));
  }

  /** The word so many words on; the first one in sight where none is chosen. @param {HTMLElement | null} from @param {number} by */
  word(from, by) {
    const at = from ? this.places.get(from) : undefined;
    if (at === undefined) return this.firstInSight();
    return this.tokens[at + by] ?? null;
  }

  /**
   * The word above or below: in the nearest line that way, the one nearest across.
   * @param {HTMLElement} from @param {1 | -1} way
   */
  line(from, way) {
    const start = middle(from);
    /** @type {HTMLElement | null} */
    let best = null;
    let bestY = 0;
    let bestX = Infinity;
    for (let at = (this.places.get(from) ?? 0) + way; this.tokens[at]; at += way) {
      const { x, y } = middle(this.tokens[at]);
      if (Math.abs(y - start.y) < start.height / 2) continue; // still the same line
      if (best && Math.abs(y - bestY) > start.height / 2) break; // already the line after
      if (!best || Math.abs(x - start.x) < bestX) {
        [best, bestY, bestX] = [this.tokens[at], y, Math.abs(x - start.x)];
      }
    }
    return best;
  }

  /**
   * The first word of the next or previous group: ".sentence" or "[data-block]".
   * @param {HTMLElement | null} from @param {1 | -1} way @param {string} group
   */
  group(from, way, group) {
    let at = from ? this.places.get(from) : undefined;
    if (at === undefined) return this.firstInSight();
    const here = this.tokens[at].closest(group);
    while (this.tokens[at] && this.tokens[at].closest(group) === here) at += way;
    const there = this.tokens[at]?.closest(group);
    if (!there) return way < 0 ? (this.tokens[0] ?? null) : null;
    while (way < 0 && this.tokens[at - 1]?.closest(group) === there) at -= 1;
    return this.tokens[at];
  }

  /**
   * The next word that way that fits; from the first one in sight where none is chosen.
   * @param {HTMLElement | null} from @param {1 | -1} way @param {(token: HTMLElement) => boolean} fits
   */
  next(from, way, fits) {
    const start = from ?? this.firstInSight();
    if (!start) return null;
    let at = (this.places.get(start) ?? 0) + (from || way < 0 ? way : 0);
    while (this.tokens[at] && !fits(this.tokens[at])) at += way;
    return this.tokens[at] ?? null;
  }

  firstInSight() {
    const first = firstInSight(this.article, ".token");
    return this.tokens.find((token) => first && !isBefore(token, first)) ?? null;
  }
}

/** @param {HTMLElement} token */
function middle(token) {
  const { left, right, top, height } = token.getClientRects()[0] ?? token.getBoundingClientRect();
  return { x: (left + right) / 2, y: top + height / 2, height };
}
