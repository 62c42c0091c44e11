// Files, chosen or dropped anywhere, each with a line of its own: how far it is sent, then its title or
// the reason why it could not be taken. One that could be two things asks which it is.

/** @typedef {{ title: string, address: string }} Added */
/** @typedef {{ message: string, readings?: [string, string][] }} Refused */

const AT_ONCE = 2;

export class Uploads {
  /** @param {HTMLElement} list @param {HTMLTemplateElement} template */
  constructor(list, template) {
    this.list = list;
    this.template = template;
    /** @type {File[]} */
    this.waiting = [];
    this.running = 0;
    this.refused = 0;
    /** @type {Added[]} */
    this.added = [];
  }

  /** @param {Iterable<File>} files */
  take(files) {
    this.waiting.push(...files);
    this.#next();
  }

  #next() {
    while (this.running < AT_ONCE && this.waiting.length > 0) {
      const file = /** @type {File} */ (this.waiting.shift());
      const line = /** @type {HTMLElement} */ (this.template.content.cloneNode(true)).firstElementChild;
      if (!(line instanceof HTMLElement)) return;
      part(line, "name").textContent = file.name;
      this.list.append(line);
      this.#send(file, line);
    }
    if (this.running > 0 || this.refused > 0 || this.added.length === 0) return;
    location.assign(this.added.length === 1 ? this.added[0].address : "/");
  }

  /** @param {File} file @param {HTMLElement} line @param {string} [charset] */
  #send(file, line, charset) {
    this.running += 1;
    const bar = /** @type {HTMLProgressElement} */ (line.querySelector("progress"));
    const said = part(line, "said");
    said.textContent = "";
    bar.hidden = false;
    const request = new XMLHttpRequest(); // fetch does not say how much it has sent
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => {
      this.running -= 1;
      bar.hidden = true;
      if (request.status === 201) this.#keep(line, request.response);
      else this.#refuse(file, line, request.response?.error ?? { message: unanswered(request.status) });
      this.#next();
    });
    const form = new FormData();
    form.append("file", file);
    if (charset) form.append("charset", charset);
    request.open("POST", "/articles");
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.send(form);
  }

  /** @param {HTMLElement} line @param {Added} added */
  #keep(line, added) {
    this.added.push(added);
    const link = document.createElement("a");
    link.href = added.address;
    link.textContent = added.title;
    link.lang = "zh";
    part(line, "name").replaceChildren(link);
    part(line, "said").textContent = "is in the library";
    line.dataset.state = "added";
  }

  /** @param {File} file @param {HTMLElement} line @param {Refused} refused */
  #refuse(file, line, refused) {
    this.refused += 1;
    line.dataset.state = "refused";
    const said = part(line, "said");
    if (!refused.readings?.length) {
      said.textContent = refused.message.startsWith(`${file.name} `)
        ? refused.message.slice(file.name.length + 1)
        : refused.message;
      return;
    }
    said.textContent = "can be read in two ways. Which does it begin with?";
    line.dataset.state = "asked";
    const choices = part(line, "readings");
    choices.setAttribute("aria-label", file.name);
    choices.hidden = false;
    choices.replaceChildren(
      ...refused.readings.map(([charset, reading]) =>
        choice(charset, reading, () => {
          this.refused -= 1;
          delete line.dataset.state;
          choices.hidden = true;
          this.#send(file, line, charset);
        }),
      ),
    );
  }
}

/** One way to read a file. @param {string} charset @param {string} reading @param {() => void} take */
function choice(charset, reading, take) {
  const button = document.createElement("button");
  const line = document.createElement("span");
  const name = document.createElement("small");
  button.type = "button";
  button.className = "reading";
  line.lang = "zh";
  line.textContent = reading;
  name.textContent = charset.toUpperCase();
  button.append(line, " ", name);
  button.addEventListener("click", take);
  return button;
}

/** @param {HTMLElement} line @param {string} name */
function part(line, name) {
  return /** @type {HTMLElement} */ (line.querySelector(`.upload-${name}`));
}

/** @param {number} status */
function unanswered(status) {
  return status === 0 ? "pindu did not answer. Is it still running?" : `It was refused (${status}).`;
}

/** Let files be dropped on the whole page. @param {HTMLElement} sign @param {(files: Iterable<File>) => void} take */
export function takeDrops(sign, take) {
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  let depth = 0; // dragenter and dragleave come for every element passed

  const show = (/** @type {number} */ by) => {
    depth = Math.max(0, depth + by);
    sign.hidden = depth === 0;
  };
  addEventListener("dragenter", (event) => hasFiles(event) && show(1));
  addEventListener("dragleave", (event) => hasFiles(event) && show(-1));
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show(0);
    take(event.dataTransfer?.files ?? []);
  });
}
