// Corrections: kept in the browser by the digest of the document, exported as a list.
const PREFIX = "formconvert:";
const memory = new Map();
let storageWorks = true;

function keep(kind, digest, value) {
  const key = `${PREFIX}${kind}:${digest}`;
  memory.set(key, value);
  try {
    if (value.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    storageWorks = false;
  }
}

function recall(kind, digest) {
  const key = `${PREFIX}${kind}:${digest}`;
  if (!memory.has(key)) {
    let value = [];
    try {
      const found = JSON.parse(localStorage.getItem(key) || "[]");
      if (Array.isArray(found)) value = found;
    } catch {
      storageWorks = false;
    }
    memory.set(key, value);
  }
  return memory.get(key);
}

const isCorrection = (item) => item && typeof item.pointer === "string" && typeof item.was === "string" && typeof item.is === "string";
const correctionsOf = (digest) => recall("corrections", digest).filter(isCorrection);

// The correction of a value that is not applied yet; one made for another text does not count.
function pendingCorrection(digest, pointer, text) {
  return correctionsOf(digest).find((item) => item.pointer === pointer && item.was === text);
}

function setCorrection(digest, correction) {
  const others = correctionsOf(digest).filter((item) => item.pointer !== correction.pointer);
  if (correction.is !== correction.was) others.push(correction);
  keep("corrections", digest, others);
}

// All corrections, document by document: those the page was made with, then the new ones.
function allCorrections() {
  const all = [];
  const digests = new Set();
  documents.forEach((doc, number) => {
    if (!doc.h || digests.has(doc.h)) return;
    digests.add(doc.h);
    const pending = correctionsOf(doc.h);
    const loaded = pending.length || hasCorrections(doc) ? loadDocument(number) : null;
    const applied = (loaded && loaded.data.corrections) || [];
    for (const item of applied) {
      all.push({ doc: number, state: "applied", correction: Object.assign({ was: "", is: "" }, item) });
    }
    for (const item of pending) {
      const known = applied.some((other) => other.pointer === item.pointer && (other.was || "") === item.was && (other.is || "") === item.is);
      if (known) continue;
      all.push({ doc: number, state: fits(loaded, item) ? "pending" : "stale", correction: item });
    }
  });
  return all;
}

const hasCorrections = (doc) => doc.k === 1;

// Whether a value still is what the correction says it was.
function fits(loaded, item) {
  const parts = item.pointer.split("/");
  const form = loaded && loaded.data.forms[Number(parts[2])];
  if (!form) return false;
  const value = lookUp(form, "/" + parts.slice(3).join("/"));
  return (textOf(value) || "") === item.was;
}

const COLUMNS = ["sha256", "pointer", "was", "is", "who", "why", "date"];
const escapeCell = (text) => String(text || "").replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r");

// The list as tab-separated values (IANA), line by line.
function exportedList() {
  const lines = [COLUMNS.join("\t")];
  for (const { doc, state, correction } of allCorrections()) {
    if (state === "stale") continue;
    const row = Object.assign({ sha256: documents[doc].h }, correction);
    lines.push(COLUMNS.map((name) => escapeCell(row[name])).join("\t"));
  }
  return lines.join("\n") + "\n";
}

function download() {
  const url = URL.createObjectURL(new Blob([exportedList()], { type: "text/tab-separated-values" }));
  const link = make("a", { href: url, download: "corrections.tsv" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// MARK: The editor

function openEditor(element) {
  const entry = entries[current];
  if (!element || !entry || entry.form < 0) return;
  const loaded = loadDocument(entry.doc);
  const root = `/forms/${entry.form}`;
  const form = loaded.data.forms[entry.form];
  let path = element.dataset.p.slice(root.length);
  if (!isEditable(form, path)) return;
  const value = lookUp(form, path);
  if (Array.isArray(value)) return openOptions(path, value, loaded.data.source.sha256, root);
  const group = (element.dataset.group || "").split(" ").filter(Boolean);
  const member = path.split("/").pop();
  const digest = loaded.data.source.sha256;
  const dialog = find("editor");
  const isUnplaced = path.startsWith("/unplaced/");
  const was = textOf(value) || "";
  const pending = pendingCorrection(digest, root + path, was);
  const input = make("textarea", { id: "edit-is", rows: was.length > 80 || was.includes("\n") ? 6 : 2, spellcheck: false });
  input.value = pending ? pending.is : was;
  const why = make("input", { id: "edit-why", type: "text", autocomplete: "off", value: pending ? pending.why || "" : "" });
  const who = make("input", { id: "edit-who", type: "text", autocomplete: "name", value: recall("name", "")[0] || "" });
  const rows = make("select", { id: "edit-rows" },
    group.length > 1 ? make("option", { value: "" }, t("allRows", { n: group.length })) : null,
    group.map((number) => make("option", { value: number },
      `${t("row", { n: Number(number) + 1 })} · ${textOf(lookUp(form, `/indicators/${number}/name`)) || ""}`)));
  const problem = make("p", { class: "problem", role: "alert" });
  const places = (loaded.places[root + path] || []).map((number) => loaded.cells[number]);
  const row = places.length ? [] : rowOf(loaded, root + path);
  const suggestions = suggestionsFor(loaded, root + path).filter((text) => text !== was).map((text) =>
    make("button", { type: "button", onclick: () => { input.value = text; input.focus(); } }, text));
  const save = (event) => {
    event.preventDefault();
    const is = isUnplaced ? "" : input.value.replace(/\r\n?/g, "\n").trim();
    if (path === "/year" && is !== "" && !/^\d{1,4}$/.test(is)) { problem.textContent = t("yearIs"); return; }
    const numbers = group.length > 1 ? (rows.value === "" ? group : [rows.value]) : [null];
    for (const number of numbers) {
      const target = number === null ? path : `/indicators/${number}/${member}`;
      setCorrection(digest, { pointer: root + target, was: textOf(lookUp(form, target)) || "", is,
        who: who.value.trim(), why: why.value.trim(), date: new Date().toISOString().slice(0, 10) });
    }
    keep("name", "", who.value.trim() ? [who.value.trim()] : []);
    finishEditing(root + path);
  };
  const undo = () => {
    for (const number of group.length ? group : [null]) {
      const target = number === null ? path : `/indicators/${number}/${member}`;
      const text = textOf(lookUp(form, target)) || "";
      setCorrection(digest, { pointer: root + target, was: text, is: text });
    }
    finishEditing(root + path);
  };
  put(dialog, make("form", { method: "dialog", onsubmit: save },
    make("h2", {}, t("editTitle")),
    make("p", { class: "edit-title" }, titleOf(form, path)),
    make("dl", { class: "facts" },
      make("dt", {}, t("was")), make("dd", { class: "quote" }, was || t("empty")),
      places.flatMap((cell) => [make("dt", {}, address(cell)), make("dd", { class: "quote" }, cell.text || t("empty"))]),
      row.length ? [make("dt", {}, `${t("rowInSource")} (${t("line", { n: row[0].line })})`),
        make("dd", {}, row.map((cell) => cell.text).filter(Boolean).join(" ｜ "))] : null),
    group.length > 1 ? [make("label", { htmlFor: "edit-rows" }, t("forRows")), rows] : null,
    make("label", { htmlFor: "edit-is" }, t("is")),
    isUnplaced ? make("p", {}, t("take")) : input,
    suggestions.length ? make("div", { class: "suggestions" }, make("span", { class: "dim" }, t("suggestions")), suggestions) : null,
    make("label", { htmlFor: "edit-why" }, t("reason")), why,
    make("label", { htmlFor: "edit-who" }, t("name")), who,
    problem,
    make("p", { class: "dim" }, t("sumsLater")),
    make("div", { class: "actions" },
      make("button", { type: "submit", class: "strong" }, t("save")),
      make("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      pending ? make("button", { type: "button", class: "quiet", onclick: undo }, t("undo")) : null)));
  dialog.setAttribute("aria-label", t("editTitle"));
  dialog.showModal();
  if (isUnplaced) why.focus(); else { input.focus(); input.select(); }
}

// The row of the source that what holds a value was read from; a missing value has no cell itself.
function rowOf(loaded, pointer) {
  const holder = pointer.slice(0, pointer.lastIndexOf("/") + 1);
  const known = Object.keys(loaded.places).find((other) => other.startsWith(holder) && other.split("/").length > 5);
  const place = known && loaded.cells[loaded.places[known][loaded.places[known].length - 1]];
  return place && place.table !== undefined
    ? loaded.cells.filter((cell) => cell.table === place.table && cell.row === place.row) : [];
}

// Other readings of a value, and what a failed sum implies it is.
function suggestionsFor(loaded, pointer) {
  const texts = new Set();
  for (const finding of loaded.findings) {
    if (finding.p !== pointer) continue;
    for (const other of finding.o || []) texts.add(other);
    if (finding.c === "number-implied") texts.add(finding.a.value);
    if (finding.c === "number-suspect") texts.add(finding.a.other);
  }
  return [...texts];
}

// Check boxes are corrected one by one.
function openOptions(path, options, digest, root) {
  const dialog = find("editor");
  const who = make("input", { id: "edit-who", type: "text", autocomplete: "name", value: recall("name", "")[0] || "" });
  const why = make("input", { id: "edit-why", type: "text", autocomplete: "off" });
  const boxes = options.map((option, number) => {
    const pointer = `${root}${path}/${number}/checked`;
    const was = String(option.checked);
    const pending = pendingCorrection(digest, pointer, was);
    const box = make("input", { type: "checkbox", checked: (pending ? pending.is : was) === "true" });
    return { pointer, was, box, label: make("label", { class: "check" }, box, " ", option.label) };
  });
  const save = (event) => {
    event.preventDefault();
    for (const { pointer, was, box } of boxes) {
      setCorrection(digest, { pointer, was, is: String(box.checked), who: who.value.trim(), why: why.value.trim(),
        date: new Date().toISOString().slice(0, 10) });
    }
    keep("name", "", who.value.trim() ? [who.value.trim()] : []);
    finishEditing(root + path);
  };
  const form = loadDocument(entries[current].doc).data.forms[entries[current].form];
  put(dialog, make("form", { method: "dialog", onsubmit: save },
    make("h2", {}, t("editTitle")), make("p", { class: "edit-title" }, titleOf(form, path)),
    make("div", { class: "boxes" }, boxes.map((item) => item.label)),
    make("label", { htmlFor: "edit-why" }, t("reason")), why,
    make("label", { htmlFor: "edit-who" }, t("name")), who,
    make("div", { class: "actions" }, make("button", { type: "submit", class: "strong" }, t("save")),
      make("button", { type: "button", onclick: () => dialog.close() }, t("cancel")))));
  dialog.setAttribute("aria-label", t("editTitle"));
  dialog.showModal();
}

// Whether a person may correct what a pointer leads to.
function isEditable(form, path) {
  if (/^\/(emptyLevels|carried|blank)/.test(path)) return false;
  if (/^\/indicators\/\d+$/.test(path) || path === "/funding/components") return false;
  return true;
}

function finishEditing(pointer) {
  find("editor").close();
  redrawDetail();
  selectValue(document.querySelector(`[data-p="${CSS.escape(pointer)}"]`));
  drawCorrectionsButton();
}

// MARK: The list of corrections

function drawCorrectionsButton() {
  const count = allCorrections().filter((item) => item.state !== "stale").length;
  find("openCorrections").textContent = t("correctionsButton", { n: count });
}

function openCorrections() {
  const dialog = find("corrections");
  const all = allCorrections();
  const rows = all.map(({ doc, state, correction }) => {
    const parts = correction.pointer.split("/");
    const loaded = loadDocument(doc);
    const form = loaded && loaded.data.forms[Number(parts[2])];
    const place = form ? titleOf(form, "/" + parts.slice(3).join("/")) : correction.pointer;
    const go = () => {
      dialog.close();
      show(entries.findIndex((entry) => entry.doc === doc && entry.form === Number(parts[2])));
      selectValue(document.querySelector(`[data-p="${CSS.escape(correction.pointer)}"]`));
    };
    const remove = () => {
      keep("corrections", documents[doc].h, correctionsOf(documents[doc].h).filter((item) => item.pointer !== correction.pointer));
      redrawDetail();
      drawCorrectionsButton();
      openCorrections();
    };
    return make("tr", { class: "state-" + state },
      make("td", {}, make("button", { type: "button", class: "link", onclick: go }, place),
        make("span", { class: "gloss" }, documents[doc].n)),
      make("td", { class: "quote" }, correction.was || t("empty")), make("td", { class: "quote" }, correction.is || t("empty")),
      make("td", {}, correction.why || ""), make("td", {}, [correction.who, correction.date].filter(Boolean).join(" ")),
      make("td", {}, make("span", { class: "state" }, t({ applied: "applied", pending: "pendingMark", stale: "staleMark" }[state])),
        state === "applied" ? null : make("button", { type: "button", class: "quiet", onclick: remove }, t("remove"))));
  });
  const copy = make("button", { type: "button", onclick: () => copyList(copy) }, t("copy"));
  put(dialog,
    make("h2", {}, t("correctionsTitle")),
    all.length === 0 ? make("p", {}, t("correctionsNone")) : make("div", { class: "scroll" }, make("table", { class: "plain" },
      make("thead", {}, make("tr", {}, ["where", "was", "is", "whyColumn", "who"].map((key) => make("th", { scope: "col" }, t(key))), make("th"))),
      make("tbody", {}, rows))),
    storageWorks ? null : make("p", { class: "problem" }, t("noStorage")),
    make("p", { class: "dim" }, t("correctionsHint")),
    make("div", { class: "actions" },
      make("button", { type: "button", class: "strong", id: "export", disabled: all.length === 0, onclick: download }, t("exportList")),
      all.length ? copy : null,
      make("button", { type: "button", onclick: () => dialog.close() }, t("close"))));
  dialog.setAttribute("aria-label", t("correctionsTitle"));
  if (!dialog.open) dialog.showModal();
}

function copyList(button) {
  const area = make("textarea", { class: "away" });
  area.value = exportedList();
  find("corrections").append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  button.textContent = t("copied");
}
