// Links between the form and its source: what is selected in one is shown in the other.
let selected = null;

function placesOf(element) {
  const loaded = loadDocument(entries[current].doc);
  const pointer = element.dataset.p;
  const group = (element.dataset.group || "").split(" ").filter(Boolean);
  if (group.length) {
    const member = pointer.slice(pointer.lastIndexOf("/"));
    const root = pointer.split("/").slice(0, 4).join("/");
    return [...new Set(group.flatMap((number) => loaded.places[`${root}/${number}${member}`] || []))];
  }
  if (loaded.places[pointer]) return loaded.places[pointer];
  // What holds values is where they are.
  const inside = Object.keys(loaded.places).filter((other) => other.startsWith(pointer + "/"));
  return [...new Set(inside.flatMap((other) => loaded.places[other]))];
}

function elementsOf(number) {
  const loaded = loadDocument(entries[current].doc);
  return (loaded.values.get(Number(number)) || []).map((pointer) =>
    document.querySelector(`.paper [data-p="${CSS.escape(pointer)}"]`) || groupElement(pointer)
    || document.querySelector(`.paper [data-p="${CSS.escape(pointer.slice(0, pointer.lastIndexOf("/")))}"]`)).filter(Boolean);
}

function clear(name) {
  for (const element of document.querySelectorAll("." + name)) element.classList.remove(name);
}

function highlight(element, name, extra) {
  clear(name);
  if (!element) return [];
  element.classList.add(name);
  const others = element.dataset.p !== undefined
    ? placesOf(element).map((number) => document.querySelector(`[data-s="${number}"]`))
    : elementsOf(element.dataset.s);
  if (extra !== undefined) others.push(document.querySelector(`[data-s="${extra}"]`));
  for (const other of others) if (other) other.classList.add(name);
  return others.filter(Boolean);
}

// Scrolls a pane, not the page, so that the other one stays where it is.
function reveal(element) {
  if (element) element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function selectValue(element, extra) {
  selected = element || null;
  const others = highlight(element, "is-selected", extra);
  drawSelection(others);
  reveal(element);
  reveal(others[0]);
}

function selectSource(element, isFinding) {
  if (!element) return;
  const others = highlight(element, "is-selected");
  selected = others[0] || element;
  drawSelection(others[0] ? [element] : []);
  if (isFinding && getComputedStyle(element.closest(".pane")).display === "none") showPane("source");
  reveal(element);
  reveal(others[0]);
}

// The bar at the foot: the selected value, and where it comes from.
function drawSelection(others) {
  const bar = find("selection");
  const entry = entries[current];
  if (!selected || !entry || entry.form < 0 && selected.dataset.p) { bar.hidden = true; return; }
  const loaded = loadDocument(entry.doc);
  bar.hidden = false;
  if (selected.dataset.p === undefined) {
    const cell = loaded.cells[selected.dataset.s];
    put(bar, make("span", { class: "selection-from" }, address(cell)), make("span", { class: "quote" }, cell.text || t("empty")),
      make("span", { class: "dim" }, t("notUsed")));
    return;
  }
  const root = `/forms/${entry.form}`;
  const path = selected.dataset.p.slice(root.length);
  const form = loaded.data.forms[entry.form];
  const value = lookUp(form, path);
  const text = Array.isArray(value) ? selected.textContent : textOf(value);
  const cells = placesOf(selected).map((number) => loaded.cells[number]);
  const isWhole = text === undefined && typeof value === "object";
  put(bar,
    make("span", { class: "selection-title" }, titleOf(form, path)),
    isWhole ? null : make("span", { class: "quote" }, text || t("empty")),
    make("span", { class: "dim" }, "←"),
    make("span", { class: "selection-from" }, cells.length
      ? cells.slice(0, 3).map((cell) => `${address(cell)} “${cell.text.length > 24 ? cell.text.slice(0, 24) + "…" : cell.text}”`).join("; ")
        + (cells.length > 3 ? " …" : "") : t("notInSource")),
    make("span", { class: "selection-actions" },
      cells.length ? make("button", { type: "button", class: "quiet only-narrow", onclick: revealSource }, t("showInSource")) : null,
      isEditable(form, path) ? make("button", { type: "button", class: "strong", onclick: () => openEditor(selected) }, t("correct")) : null));
}

function revealSource() {
  showPane("source");
  reveal(document.querySelector(".source-pane .is-selected"));
}
