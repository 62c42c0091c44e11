/** The JSON of the page (webapp/reader/words.py). Tails that are empty are left out of the lists. */
export interface WordsBlock {
  tokens: number[][][];
  cards: CardRow[];
  entries: EntryRow[];
  /** What cards mention, "行háng": the number of its card, or "senses|other script|level|reading". */
  asides: Record<string, number | string>;
  /** Words in the other script, by their text or by "#p0s1t4"; a list where characters could be others. */
  forms?: Record<string, Record<string, string | (string | number)[]>>;
}

export type CardRow = [
  entries: number[],
  /** Or how many senses of the first entry it is made of. */
  gloss?: string | number,
  /** Empty where it is the first entry's; so is the reading. */
  text?: string,
  reading?: string,
  note?: string,
  spoken?: string,
  level?: number,
  parts?: number[],
  readings?: string[],
  cuts?: string[],
  kind?: string,
];

export type EntryRow = [
  simplified: string,
  reading?: string,
  /** Divided by "/". */
  senses?: string,
  traditional?: string,
  classifiers?: string[],
  isSurname?: number,
  /** How it is read in Taiwan, where that differs. */
  taiwan?: string,
];

/** A reading's pieces, as they stand over the pieces of a text: ["Xī", "'ān"]. */
export type Reading = string[];

export interface Entry {
  simplified: string;
  traditional: string;
  reading: Reading;
  senses: string[];
  classifiers: string[];
  isSurname: boolean;
  /** Its reading in Taiwan, empty where that is the same. */
  taiwan: Reading;
}

export interface Card {
  text: string;
  kind: string;
  reading: Reading;
  /** The reading after tone sandhi, "" where it is the same. */
  spoken: string;
  gloss: string;
  note: string;
  level: number;
  entries: Entry[];
  /** What it is made of. */
  parts: Card[];
  otherReadings: string[];
  otherCuts: string[][];
  /** Another cut or reading that is looked at. */
  choice?: { cut?: string[]; reading?: string };
}

/** Their values: webapp/reader/showing.py. */
export interface Settings {
  pinyin: string;
  per: string;
  phonetics: string;
  spoken: string;
  region: string;
  gloss: string;
  script: string;
  tones: string;
  scheme: string;
  /** The reader's own, "#rrggbb" joined by "_". */
  colours: string;
  /** Out of the card: js/links.js. */
  links: string;
  /** HSK, 7 stands for 7–9. */
  level: string;
  bounds: string;
  theme: string;
  font: string;
  size: string;
  lines: string;
  measure: string;
}

declare global {
  interface HTMLElement {
    /** TypeScript 5.9 does not know the option yet. */
    showPopover(options?: { source?: HTMLElement }): void;
  }
}
