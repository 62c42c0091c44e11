// Runs before the page is painted, and is no module for that reason: puts what the reader has
// chosen on <html>, where the style sheets look for it. js/settings.js writes it.
{
  const root = document.documentElement;
  root.dataset.scripts = "";
  root.dataset.pinyin = "words";
  try {
    const kept = JSON.parse(localStorage.getItem("pindu.settings") ?? "{}");
    for (const name of ["pinyin", "level", "theme", "font", "size"]) {
      if (typeof kept[name] === "string") root.dataset[name] = kept[name];
    }
  } catch {
    // No storage (a private window), or not ours: the page looks as it comes.
  }
}
