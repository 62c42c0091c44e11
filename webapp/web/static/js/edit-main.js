// The form to edit: what has been written is not left behind unasked, and Ctrl + Enter keeps it.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.edit"));
if (form) {
  const written = () => [...new FormData(form).values()].join("\n");
  const before = written();
  let isKept = document.querySelector(".problem") === null; // else it has not been kept yet

  form.addEventListener("submit", () => (isKept = true));
  form.addEventListener("input", () => (isKept = written() === before));
  addEventListener("beforeunload", (event) => isKept || event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
