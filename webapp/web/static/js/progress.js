// Where reading stops: the page opens at that sentence, and tells the library when it is another one.

import { firstInSight } from "./sight.js";

const IDLE_MS = 1500; // without scrolling, before it is told
const FIRST_MS = 4000; // a page that is left sooner was only looked at
const WORDS_A_SECOND = 8; // faster than anybody reads; the end counts as read after that long
const LONGEST_WAIT_MS = 20_000;

/** Open the page at the sentence it is to show, and follow the reader from there. @param {HTMLElement} article */
export function followProgress(article) {
  const sentences = article.querySelectorAll(".sentence").length;
  show(article);
  const opened = performance.now();
  let told = article.dataset.place ?? "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const tell = () => {
    clearTimeout(timer);
    const seconds = (performance.now() - opened) / 1000;
    if (seconds * 1000 < FIRST_MS) return;
    const isRead = isAtEnd(article) && seconds * 1000 >= Math.min(LONGEST_WAIT_MS, (sentences * 8 * 1000) / WORDS_A_SECOND);
    const sentence = isRead ? "end" : nameOf(firstInSight(article, ".sentence"));
    if (!sentence || sentence === told) return;
    told = sentence;
    const body = new URLSearchParams(isRead ? { finished: "1" } : { page: article.dataset.page ?? "1", sentence });
    fetch(`/articles/${article.dataset.slug}/position`, { method: "POST", body, keepalive: true }).catch(() => {
      told = ""; // offline, or stopped: it is told again with the next step
    });
  };
  const later = (/** @type {number} */ wait) => {
    clearTimeout(timer);
    timer = setTimeout(tell, wait);
  };

  later(FIRST_MS + 500);
  addEventListener("scroll", () => later(Math.max(IDLE_MS, FIRST_MS - (performance.now() - opened))), { passive: true });
  addEventListener("pagehide", tell);
  document.addEventListener("visibilitychange", () => document.hidden && tell());
}

/** @param {HTMLElement} article */
function show(article) {
  const [entry] = performance.getEntriesByType("navigation");
  const isNew = /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type === "navigate";
  const place = article.dataset.place;
  const token = place && isNew ? article.querySelector(`[data-token^="${CSS.escape(place)}t"]`) : null;
  const sentence = token?.closest(".sentence");
  if (!(sentence instanceof HTMLElement)) return;
  sentence.dataset.arrived = "";
  scrollBy({ top: sentence.getBoundingClientRect().top - innerHeight / 4, behavior: "instant" });
}

/** p3s1 of p3s1t0. @param {HTMLElement | null} sentence */
function nameOf(sentence) {
  const token = sentence?.querySelector(".token");
  return token instanceof HTMLElement ? (token.dataset.token ?? "").replace(/t\d+$/, "") : "";
}

/** @param {HTMLElement} article */
function isAtEnd(article) {
  if (article.dataset.page !== article.dataset.count) return false;
  const last = article.querySelector("p:last-of-type, h2:last-of-type")?.getBoundingClientRect();
  return last !== undefined && last.bottom <= innerHeight;
}
