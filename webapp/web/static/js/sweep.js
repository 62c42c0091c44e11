// Whether the mouse is on its way into the card: then the words that it passes over on the way are not meant.

const WINDOW_MS = 90; // of the track that is looked at
const PAUSE_MS = 35; // between two moves: longer, and the hand has rested
const LEAP = 120; // px in one move: nobody's hand, or one that is past stopping
const POINTS = 3;
const SPEED = 0.25; // px a millisecond; slower, and the words are being looked at
const MARGIN = 12; // px around the card

/** @typedef {{ x: number, y: number, time: number }} Point */

export class Sweep {
  /** @type {Point[]} */
  #track = [];

  /** @param {PointerEvent} event */
  move({ clientX: x, clientY: y, timeStamp: time }) {
    const last = this.#track.at(-1);
    if (last && last.x === x && last.y === y) return;
    if (last && (time - last.time > PAUSE_MS || Math.hypot(x - last.x, y - last.y) > LEAP)) this.#track = [];
    this.#track.push({ x, y, time });
    while (time - this.#track[0].time > WINDOW_MS) this.#track.shift();
  }

  /** Whether the line of the track, drawn on, meets the box. @param {DOMRect} box */
  leadsTo(box) {
    const from = this.#track[0];
    const to = this.#track.at(-1);
    if (!to || this.#track.length < POINTS) return false;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (Math.hypot(dx, dy) < SPEED * (to.time - from.time)) return false;
    const across = reach(to.x, dx, box.left - MARGIN, box.right + MARGIN);
    const down = reach(to.y, dy, box.top - MARGIN, box.bottom + MARGIN);
    return Math.max(across[0], down[0], 0) <= Math.min(across[1], down[1]);
  }
}

/** Between how many more such moves a coordinate lies within two bounds. @param {number} at @param {number} by @param {number} low @param {number} high */
function reach(at, by, low, high) {
  if (by === 0) return at >= low && at <= high ? [0, Infinity] : [1, 0];
  const ends = [(low - at) / by, (high - at) / by];
  return by > 0 ? ends : [ends[1], ends[0]];
}
