// The reader page: puts its pieces together. Each does one job in a file of its own.

import { walkingActions } from "./actions.js";
import { CardView } from "./card.js";
import { copyClean } from "./copy.js";
import { offerFixing } from "./fix.js";
import { offerHearing } from "./hearing.js";
import { listenToKeys } from "./keys.js";
import { later } from "./later.js";
import { isDifficult } from "./level.js";
import { showLinks } from "./links.js";
import { keepInSight, place, placeAgain } from "./place.js";
import { Places, showPlaces } from "./places.js";
import { followPointer } from "./pointer.js";
import { followProgress } from "./progress.js";
import { renewBlocks } from "./renew.js";
import { plainText } from "./ruby.js";
import { followSelection } from "./selection.js";
import { setting } from "./settings.js";
import { offerShowing } from "./showing.js";
import { Reading } from "./state.js";
import { followSwipes } from "./swipe.js";
import { Walk } from "./walk.js";
import { Words } from "./words.js";

/** @import { Action } from "./actions.js" */
/** @import { FindBar } from "./find.js" */

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const article = find("article");
const words = Words.read(document);
const view = new CardView(find("card"), words, article.lang);
const reading = new Reading();

/** The words that have a card, all made ready. */
function tokensWithCard() {
  const tokens = /** @type {HTMLElement[]} */ ([...article.querySelectorAll(".token")]);
  const withCard = tokens.filter((token) => words.number(token.dataset.token) >= 0);
  for (const token of tokens) token.removeAttribute("title"); // the card says it better, and at once
  for (const token of withCard) token.dataset.card = "";
  return withCard;
}

const withCard = tokensWithCard();

/** @param {EventTarget | null} target */
function tokenAt(target) {
  const token = target instanceof Element ? target.closest(".token[data-card]") : null;
  return token instanceof HTMLElement ? token : null;
}

// One word at a time is a button, the stop of Tab in the text; at first it is the first word.
/** @type {HTMLElement | undefined} */
let stop;

/** @param {HTMLElement | undefined} token */
function setStop(token) {
  if (token === stop || !token) return;
  for (const name of ["role", "tabindex", "aria-label", "aria-expanded"]) stop?.removeAttribute(name);
  stop = token;
  const { reading: pieces, gloss } = words.card(words.number(token.dataset.token));
  token.tabIndex = 0;
  token.role = "button";
  const told = [setting("pinyin") !== "hidden" && pieces.join(""), setting("gloss") !== "hidden" && gloss];
  token.ariaLabel = [plainText(token), ...told].filter(Boolean).join(", ");
  token.ariaExpanded = "false";
}

setStop(withCard[0]);

reading.addEventListener("choose", () => {
  const token = reading.token;
  if (!token) return;
  setStop(token);
  token.ariaExpanded = "true";
  view.pin(reading.hold === "pinned" || reading.hold === "run");
  view.open(reading.number >= 0 ? reading.number : words.number(token.dataset.token), token, reading.hold !== "hover");
  showPlace();
  place(view.root, token, reading.mayScroll, reading.last);
});

// It grows when more of it is unfolded, the window may be another one, or a keyboard has come up.
const again = () => reading.token && placeAgain(view.root, reading.token, reading.last);
new ResizeObserver(again).observe(view.root);
addEventListener("resize", again);
visualViewport?.addEventListener("resize", again);
addEventListener("scroll", () => reading.token && keepInSight(view.root, reading.token, reading.last), { passive: true });

reading.addEventListener("leave", () => {
  const hadFocus = view.root.contains(document.activeElement);
  view.pin(false);
  view.close();
  if (stop) stop.ariaExpanded = "false";
  if (hadFocus) stop?.focus({ preventScroll: true });
});

const walk = new Walk(article, withCard);
const places = new Places(withCard, words);
const showPlace = showPlaces(view, reading, places);
showLinks(view);
copyClean(article);
view.root.querySelector('[data-action="close"]')?.addEventListener("click", () => reading.leave());

followPointer(reading, article, view.root, tokenAt);
followSelection(article, view.root, lookUp, () => reading.hold === "run" && reading.leave());

/** @param {string} text @param {Range} range */
function lookUp(text, range) {
  const token = walk.tokens.find((each) => range.intersectsNode(each));
  const last = walk.tokens.findLast((each) => range.intersectsNode(each));
  const number = token && token === last ? words.number(token.dataset.token) : -1;
  if (token && number >= 0 && words.text(number) === text) return reading.choose(token, "run", number); // as it is meant there
  later(() => import("./run.js").then(({ runCard }) => runCard(text, range, article, words)), (number) => {
    if (token && number >= 0 && getSelection()?.isCollapsed === false) reading.choose(token, "run", number, last);
  });
}

/** @type {Action[]} */
const actions = [
  ...walkingActions(reading, walk, (token) => isDifficult(words, token)),
  ...offerShowing(article, words, reading, view),
  { name: "find", group: "Page", keys: ["/"], label: "Find on this page", run: showFind },
  { name: "copy", group: "Card", keys: ["c"], label: "Copy with pinyin: the word, or what is selected", run: copy },
  { name: "keys", group: "Page", keys: ["?"], label: "All keys", run: showKeys },
];

followSwipes(view.root, (way) => actions.find(({ name }) => name === (way > 0 ? "word-after" : "word-before"))?.run());

/** @type {FindBar | undefined} */
let findBar;

function showFind() {
  later(() => import("./find.js"), ({ FindBar }) => (findBar ??= new FindBar(find("find"), article, words, standAt)).open());
}

/** Have the focus at a word, from where the keys go on, without its card. @param {HTMLElement} token */
function standAt(token) {
  reading.leave();
  setStop(token);
  token.focus({ preventScroll: true });
}

function copy() {
  later(() => import("./copy-pinyin.js"), ({ copyWithPinyin }) => copyWithPinyin(article, view, words));
}

function showKeys() {
  const dialog = /** @type {HTMLDialogElement} */ (find("keys"));
  later(() => import("./keys-dialog.js"), ({ toggleKeys }) => toggleKeys(dialog, actions));
}

/** Words were corrected: have them as the page is now. @param {Document} page @param {string[]} names of blocks */
function renew(page, names) {
  renewBlocks(article, words, stop ?? null, page, names);
  const renewed = tokensWithCard();
  walk.take(renewed);
  places.take(renewed);
  findBar?.take();
  if (!stop?.isConnected) setStop(renewed.find(({ dataset }) => dataset.token === stop?.dataset.token) ?? renewed[0]);
}

const addActions = listenToKeys(actions);
addActions(offerFixing(article, view, reading, renew));
offerHearing(article, reading, addActions);
followProgress(article);
