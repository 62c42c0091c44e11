// Modules that many readers never need are fetched when they are first used.

import { say } from "./say.js";

/**
 * @template Module
 * @param {() => Promise<Module>} load an import() @param {(module: Module) => void} use
 */
export function later(load, use) {
  load().then(use, () => say("pindu does not answer any more. Start it again and reload this page."));
}
