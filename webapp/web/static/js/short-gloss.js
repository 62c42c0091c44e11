// A meaning in so few letters that it fits under a word.

const LONGEST = 30; // letters: two short lines

/** What describes a word's work instead of its meaning would be wider than the text it stands under. @type {[RegExp, string][]} */
const DESCRIBED = [
  [/^classifier\b.*/, "measure word"],
  [/^(\w+ )?particle\b.*/, "$1particle"],
];
/** @type {[RegExp, string][]} */
const REMARKED = [
  [/^(\w+) action marker$/, "$1"], // completed, experienced
  [/^(?:links|stresses) .*/, "marker"],
  [/^(?:used|indicat(?:es|ing)|introduc(?:es|ing)) (?:to|in|as|before|after|at|when|for|that|an?|the)\b.*/, "marker"],
];

/** "to sign (a document); to subscribe" is "sign", "(completed action marker)" is "completed". @param {string} gloss */
export function shortGloss(gloss) {
  const [first] = gloss.split(";");
  const bare = first.replace(/\s*\([^()]*\)\s*/g, " ").trim() || first.replace(/[()]/g, "");
  const isRemark = bare.length === first.trim().length - 2; // a sense in brackets says how a word is used
  const short = bare.replace(/^to (?=\p{L})/u, "").split(/[,:]\s/)[0].trim();
  for (const [described, said] of isRemark ? [...DESCRIBED, ...REMARKED] : DESCRIBED) {
    if (described.test(short)) return short.replace(described, said);
  }
  if (short.length <= LONGEST) return short;
  const cut = short.slice(0, LONGEST).replace(/\s+\S*$/, "");
  return `${cut}…`;
}
