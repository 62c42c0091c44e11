// The text of a token, as it is shown, without what stands over it.

/** @param {Node} token @returns {string} */
export function plainText(token) {
  let text = "";
  for (const node of token.childNodes) {
    if (node instanceof Text) text += node.data;
    else if (!(node instanceof Element && node.matches("rt, rp"))) text += plainText(node);
  }
  return text;
}
