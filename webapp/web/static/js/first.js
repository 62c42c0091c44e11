// Runs before the page is painted, and is no module for that reason: puts what the reader has
// chosen on <html>, where the style sheets look for it: in this browser, else in any other one
// on this library, which the page tells (webapp/reader/showing.py). js/settings.js writes it.
{
  const root = document.documentElement;
  const offered = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="showing"]'))?.content ?? "";
  /** @type {Record<string, unknown>} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("pindu.settings") ?? "{}") ?? {};
  } catch {
    // No storage (a private window), or not ours: the page looks as it comes.
  }
  root.dataset.scripts = "";
  for (const [name, values] of offered.split(";").map((each) => each.split("="))) {
    const choices = (values ?? "").split(",");
    const own = String(kept[name]);
    const isFree = (name === "colours" && /^#[\da-f_#]{38}$/.test(own)) || (name === "links" && name in kept);
    root.dataset[name] = isFree ? own : choices.find((each) => each === kept[name]) ?? choices[0];
  }
  (root.dataset.colours ?? "").split("_").forEach((colour, at) => root.style.setProperty(`--own-${at + 1}`, colour));
  // What js/dress.js has to write is not painted before it is written (css/reader.css): nothing shifts then.
  const { per, phonetics, spoken, region, script, gloss } = root.dataset;
  const plain = `${per} ${phonetics} ${spoken} ${region} ${script}` === "word pinyin off mainland written" && gloss !== "under";
  if (per && !plain) root.dataset.undressed = "";
}
