// The Chinese voices of this device, and what the reader has chosen of them.
// Voices that send the text to somebody's server (localService is false) are never used.

const KEY = "pindu.hearing";
const MANDARIN = /^(?:zh|cmn)(?:[-_]han[st])?(?:[-_](?:cn|tw|sg))?$/i; // not zh-HK, which is Cantonese

/** The ones that speak as the text is written first. @param {string} language of the text, zh-Hans or zh-Hant */
export function chineseVoices(language) {
  const isOfTaiwan = (/** @type {SpeechSynthesisVoice} */ { lang }) => /tw|hant/i.test(lang);
  const wanted = language === "zh-Hant";
  return speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && MANDARIN.test(voice.lang))
    .sort((one, other) => Number(isOfTaiwan(other) === wanted) - Number(isOfTaiwan(one) === wanted));
}

/**
 * Tell at once, and whenever it changes, whether there is a voice: Chrome lists its voices late.
 * @param {string} language @param {(isThere: boolean) => void} tell
 */
export function watchVoices(language, tell) {
  if (!("speechSynthesis" in window)) {
    tell(false);
    return;
  }
  const look = () => tell(chineseVoices(language).length > 0);
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
}

/** @param {string} language @returns {{ voice: SpeechSynthesisVoice | undefined, rate: number }} */
export function chosenVoice(language) {
  const { voice, rate } = kept();
  const voices = chineseVoices(language);
  return { voice: voices.find(({ voiceURI }) => voiceURI === voice) ?? voices[0], rate: Number(rate) || 1 };
}

/** @param {"voice" | "rate"} name @param {string} value */
export function chooseVoice(name, value) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept(), [name]: value }));
  } catch {
    // No storage: the first voice, at its own rate.
  }
}

/** @returns {{ voice?: string, rate?: string }} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}
