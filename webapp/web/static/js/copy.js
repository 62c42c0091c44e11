// Copying: what is selected goes to the clipboard as it was written, paragraph by paragraph, without what
// stands over it.

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g; // marks of no width, for browsers and not for readers
const FURNITURE = "rt, rp, nav, .article-facts, .whereabouts, .unseen";

/** @param {HTMLElement} article */
export function copyClean(article) {
  document.addEventListener("copy", (event) => {
    const range = selectedText(article);
    const text = range && plainCopy(range);
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });
}

/** The part of the selection that lies in the text, null where nothing does. @param {HTMLElement} article */
export function selectedText(article) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(article)) return null;
  if (!article.contains(range.startContainer)) range.setStart(article, 0);
  if (!article.contains(range.endContainer)) range.setEnd(article, article.childNodes.length);
  return range;
}

/** @param {Range} range */
export function plainCopy(range) {
  const copied = range.cloneContents();
  for (const over of copied.querySelectorAll(FURNITURE)) over.remove();
  const blocks = [...copied.querySelectorAll("h1, h2, p")];
  const texts = blocks.length ? blocks.map((block) => block.textContent ?? "") : [copied.textContent ?? ""];
  return texts.map((text) => text.replace(UNSEEN, "").trim()).filter(Boolean).join("\n");
}
