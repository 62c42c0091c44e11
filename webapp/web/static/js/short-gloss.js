// A meaning in so few letters that it fits under a word.

const LONGEST = 30; // letters: two short lines

/** "to sign (a document); to subscribe" is "sign", "(completed action marker)" is "completed action marker". @param {string} gloss */
export function shortGloss(gloss) {
  const [first] = gloss.split(";");
  const bare = first.replace(/\s*\([^()]*\)\s*/g, " ").trim() || first.replace(/[()]/g, "");
  const short = bare.replace(/^to (?=\p{L})/u, "").split(/[,:]\s/)[0].trim();
  if (short.length <= LONGEST) return short;
  const cut = short.slice(0, LONGEST).replace(/\s+\S*$/, "");
  return `${cut}…`;
}
