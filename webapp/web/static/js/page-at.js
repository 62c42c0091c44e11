// A page of ours as a document of its own, from which parts are taken over. What its markup is, is said in the
// templates alone; nothing in it runs.

/** @param {string} address @returns {Promise<Document>} whatever the status: errors are pages too */
export function pageAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => (request.response ? resolve(request.response) : reject(new Error("no page"))));
    request.addEventListener("error", () => reject(new Error("no answer")));
    request.send();
  });
}
