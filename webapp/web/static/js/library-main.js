// The library page: files are sent one by one, a choice of order is followed at once, menus close.

import { wireMenus } from "./menus.js";
import { takeDrops, Uploads } from "./upload.js";

const TOAST_MS = 12_000;

wireMenus(document);

const sort = /** @type {HTMLSelectElement | null} */ (document.getElementById("sort"));
sort?.addEventListener("change", () => sort.form?.requestSubmit());

const list = document.getElementById("uploads");
const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("upload"));
const drop = document.getElementById("drop");
if (list && template && drop) {
  const uploads = new Uploads(list, template);
  takeDrops(drop, (files) => uploads.take(files));
  const picker = /** @type {HTMLInputElement | null} */ (document.getElementById("add-files"));
  picker?.addEventListener("change", () => {
    uploads.take(picker.files ?? []);
    picker.value = "";
  });
}

const toast = document.getElementById("toast");
if (toast) {
  history.replaceState(null, "", "/"); // a reload need not say it again
  setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), TOAST_MS);
}

document.addEventListener("keydown", (event) => {
  const isElsewhere = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (event.key !== "/" || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("search")?.focus();
});
