// Takes the page that the bookmarklet sends from the tab which opened this window. It may come from
// anywhere, so it is only put into the form, as text; the reader sees from where and clicks.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("arrived"));
const opener = /** @type {Window | null} */ (window.opener);

if (form && opener) {
  addEventListener("message", (event) => {
    const { html, url } = Object(event.data);
    if (event.source !== opener || typeof html !== "string" || typeof url !== "string") return;
    if (!sameSite(url, event.origin)) return; // a page speaks for its own site only
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    field("html").value = html;
    field("url").value = url;
    const said = /** @type {HTMLElement} */ (document.getElementById("arrived-said"));
    said.textContent = `As you see it there, ${Math.ceil(html.length / 1000).toLocaleString("en")} kB.`;
    /** @type {HTMLElement} */ (form.querySelector(".arrived-address")).textContent = url;
  });
  opener.postMessage("ready", "*"); // who opened us may be any site; it learns nothing but that
}

/** @param {string} url @param {string} origin */
function sameSite(url, origin) {
  try {
    return new URL(url).origin === origin;
  } catch {
    return false;
  }
}
