// Whether the device has one of some fonts. All Chinese characters are one em wide in all of them, so it is told by
// the Latin letters that come with them: they are wider or narrower than those of what would stand in.

const LETTERS = "mmmWQil1&";
const STAND_INS = ["monospace", "serif"]; // a font may agree with one of them, but not with both

/** @param {string} faces names as a style sheet has them, divided by commas */
export function isAnyThere(faces) {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return true;
  const width = (/** @type {string} */ families) => {
    context.font = `72px ${families}`;
    return context.measureText(LETTERS).width;
  };
  return faces.split(",").some((face) => STAND_INS.some((standIn) => width(`${face}, ${standIn}`) !== width(standIn)));
}
