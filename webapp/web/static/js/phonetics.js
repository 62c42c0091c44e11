// Pinyin in other spellings: zhuyin (bopomofo) and numbered pinyin. webapp/language/pinyin.py does the same for
// the server; a test compares the two on every syllable of the dictionary.

import { tone } from "./reading.js";

const pairs = (/** @type {string} */ text) => new Map(text.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split("="))));

const INITIALS = pairs("b=ㄅ p=ㄆ m=ㄇ f=ㄈ d=ㄉ t=ㄊ n=ㄋ l=ㄌ g=ㄍ k=ㄎ h=ㄏ j=ㄐ q=ㄑ x=ㄒ zh=ㄓ ch=ㄔ sh=ㄕ r=ㄖ z=ㄗ c=ㄘ s=ㄙ");
const FINALS = pairs(
  "a=ㄚ o=ㄛ e=ㄜ ê=ㄝ ai=ㄞ ei=ㄟ ao=ㄠ ou=ㄡ an=ㄢ en=ㄣ ang=ㄤ eng=ㄥ er=ㄦ ong=ㄨㄥ i=ㄧ ia=ㄧㄚ io=ㄧㄛ ie=ㄧㄝ iai=ㄧㄞ iao=ㄧㄠ " +
    "iu=ㄧㄡ iou=ㄧㄡ ian=ㄧㄢ in=ㄧㄣ iang=ㄧㄤ ing=ㄧㄥ iong=ㄩㄥ u=ㄨ ua=ㄨㄚ uo=ㄨㄛ uai=ㄨㄞ ui=ㄨㄟ uei=ㄨㄟ uan=ㄨㄢ un=ㄨㄣ uen=ㄨㄣ " +
    "uang=ㄨㄤ ueng=ㄨㄥ ü=ㄩ üe=ㄩㄝ ue=ㄩㄝ üan=ㄩㄢ ün=ㄩㄣ r=ㄦ m=ㄇ n=ㄋ ng=ㄫ hm=ㄏㄇ hng=ㄏㄫ",
);
const MARKS = ["", "", "ˊ", "ˇ", "ˋ", "˙"]; // by tone; the neutral dot stands before the syllable
const FALLING = /[\u0300\u0301\u0304\u030c]/g;

/** The symbols of a syllable and its tone mark, null of what is no syllable. @typedef {{ symbols: string, mark: string }} Zhuyin */

/** @param {string} syllable with its tone mark: "háng" @returns {Zhuyin | null} */
export function zhuyin(syllable) {
  const letters = toneless(syllable).toLowerCase();
  const symbols = symbolsOf(letters);
  if (!symbols) return null;
  return { symbols, mark: letters === "r" ? "" : MARKS[tone(syllable)] };
}

/** @param {string} piece of a reading: "háng", "'ān", "èr líng" */
export function inZhuyin(piece) {
  return bySyllable(piece.replace(/^'/, ""), (syllable) => {
    const found = zhuyin(syllable);
    if (!found) return syllable;
    return found.mark === "˙" ? `˙${found.symbols}` : found.symbols + found.mark;
  });
}

/** @param {string} piece */
export function inNumbers(piece) {
  return bySyllable(piece.replace(/^'/, ""), (syllable) => {
    const letters = toneless(syllable);
    const isSyllable = letters.toLowerCase() !== "r" && symbolsOf(letters.toLowerCase()) !== "";
    return isSyllable ? letters + tone(syllable) : syllable;
  });
}

/** @param {string} piece @param {(syllable: string) => string} spell */
function bySyllable(piece, spell) {
  return piece.replace(/[\p{L}\p{M}]+/gu, (word) => (/^\p{Lu}+$/u.test(word) && tone(word) === 0 ? word : spell(word)));
}

/** @param {string} syllable */
function toneless(syllable) {
  return syllable.normalize("NFD").replace(FALLING, "").normalize("NFC");
}

/** @param {string} letters "" where they are no syllable */
function symbolsOf(letters) {
  const alone = FINALS.get(letters);
  if (alone) return alone;
  if (/^[yw]/.test(letters)) return FINALS.get(withoutGlide(letters)) ?? "";
  const initial = INITIALS.has(letters.slice(0, 2)) ? letters.slice(0, 2) : letters.slice(0, 1);
  let final = letters.slice(initial.length);
  if (/^[jqx]$/.test(initial) && final.startsWith("u")) final = `ü${final.slice(1)}`;
  if (final === "i" && /^(?:[zcs]h?|r)$/.test(initial)) return INITIALS.get(initial) ?? "";
  const [before, after] = [INITIALS.get(initial), FINALS.get(final)];
  return before && after ? before + after : "";
}

/** A final as it is spelled after an initial: yue is üe, you is iou, wei is uei. @param {string} letters */
function withoutGlide(letters) {
  const rest = letters.slice(1);
  if (letters[0] === "w") return rest.startsWith("u") ? rest : `u${rest}`;
  if (rest.startsWith("u")) return `ü${rest.slice(1)}`;
  return rest.startsWith("i") ? rest : `i${rest}`;
}
