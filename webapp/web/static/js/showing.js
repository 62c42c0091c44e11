// Ways of showing: what is chosen in the panel, or by a key, is applied at once, the line under the eye staying put.

import { later } from "./later.js";
import { wirePanel } from "./panel.js";
import { inPlace, setSetting, setting } from "./settings.js";

/** @import { Action } from "./actions.js" */
/** @import { CardView } from "./card.js" */
/** @import { Dresser } from "./dress.js" */
/** @import { Settings } from "./types.d.ts" */
/** @import { Reading } from "./state.js" */
/** @import { Words } from "./words.js" */

/** What takes more than style sheets (js/dress.js, fetched when one of them is first chosen). @type {(keyof Settings)[]} */
const DRESSED = ["per", "phonetics", "spoken", "region", "script", "gloss", "tones"];

/** What a key goes to and fro between: the last choice of either kind. @type {Record<"pinyin" | "gloss", { on: string[], last: Record<string, string> }>} */
const TOGGLED = {
  pinyin: { on: ["words", "difficult"], last: { true: "words", false: "hover" } },
  gloss: { on: ["under"], last: { true: "under", false: "card" } },
};

/**
 * @param {HTMLElement} article @param {Words} words @param {Reading} reading @param {CardView} view
 * @returns {Action[]}
 */
export function offerShowing(article, words, reading, view) {
  const root = document.documentElement;
  /** @type {Dresser | undefined} */
  let dresser;

  /** @param {() => void} change */
  function dressed(change) {
    if (dresser) {
      change();
      dresser.dress();
    } else {
      later(
        () => import("./dress.js"),
        ({ Dresser }) => {
          dresser ??= new Dresser(article, words);
          inPlace(article, () => dressed(change));
        },
      );
    }
  }

  /** @param {keyof Settings} name @param {string} value */
  function apply(name, value) {
    const change = () => setSetting(name, value);
    if (name === "colours") value.split("_").forEach((colour, at) => root.style.setProperty(`--own-${at + 1}`, colour));
    reading.leave();
    inPlace(article, () => (DRESSED.includes(name) ? dressed(change) : change()));
    remember();
  }

  const button = /** @type {HTMLElement} */ (document.getElementById("pinyin-button"));

  function remember() {
    for (const name of /** @type {const} */ (["pinyin", "gloss"])) {
      const { on, last } = TOGGLED[name];
      last[String(on.includes(setting(name)))] = setting(name);
    }
    button.ariaPressed = String(TOGGLED.pinyin.on.includes(setting("pinyin")));
  }

  /** In a card that keeps it back, the same key brings it out. @param {"pinyin" | "gloss"} name */
  const toggle = (name) => () => {
    const veil = view.isOpen ? /** @type {HTMLElement | null} */ (view.root.querySelector(name === "pinyin" ? ".card-reading .card-veil" : ".card-tell")) : null;
    if (veil?.checkVisibility()) veil.click();
    else apply(name, TOGGLED[name].last[String(!TOGGLED[name].on.includes(setting(name)))]);
  };

  const other = article.lang === "zh-Hant" ? "simplified" : "traditional";
  const toggleScript = () => apply("script", setting("script") === other ? "written" : other);

  view.root.addEventListener("fill", () => view.root.removeAttribute("data-told"));
  view.root.querySelector(".card-tell")?.addEventListener("click", () => view.root.setAttribute("data-told", ""));
  article.addEventListener("renewed", () => dresser?.dress());
  if (root.dataset.undressed !== undefined || setting("tones") === "on") dressed(() => {});
  remember();
  // A page cannot wait for a script once it is being printed, so this one comes when there is time.
  (window.requestIdleCallback ?? setTimeout)(() => void import("./glossary.js").then(({ printGlossary }) => printGlossary(article, words), () => {}));
  wirePanel(/** @type {HTMLFormElement} */ (document.getElementById("settings")), apply);

  return [
    { name: "pinyin", group: "Page", keys: ["p"], label: "Pinyin on or off", run: toggle("pinyin") },
    { name: "gloss", group: "Page", keys: ["g"], label: "Meanings under the words, or not", run: toggle("gloss") },
    { name: "script", group: "Page", keys: ["t"], label: other === "traditional" ? "Traditional characters, or as written" : "Simplified characters, or as written", run: toggleScript },
  ];
}
