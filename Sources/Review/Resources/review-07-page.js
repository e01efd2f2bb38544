// The page: which form is shown, what is selected, keys and switches.
const kinds = new Set(["error", "warning", "repair"]);
let findings = [];
let activeFinding = -1;
let selected = null;
let pane = "form";

function show(index, keepFocus) {
  if (index < 0 || index >= entries.length) return;
  current = index;
  activeFinding = -1;
  selected = null;
  redrawDetail();
  find("detail").scrollTop = 0;
  drawList();
  revealInList();
  drawList();
  closeSidebar();
  if (!keepFocus) location.hash = "#" + (index + 1);
}

function step(by) {
  const place = shown.findIndex((entry) => entries[current] === entry);
  const next = shown[place < 0 ? 0 : place + by];
  if (next) show(entries.indexOf(next));
}

// MARK: The form in sight

function redrawDetail() {
  const entry = entries[current];
  const detail = find("detail");
  if (!entry) { put(detail, make("p", { class: "pad" }, t("noMatch"))); return; }
  const loaded = loadDocument(entry.doc);
  const doc = documents[entry.doc];
  findings = loaded ? findingsOf(loaded, entry.form) : [];
  put(detail, head(entry, doc));
  if (!loaded) {
    detail.append(make("p", { class: "pad problem" }, `${doc.n}: ${localized(doc.x)}`));
    find("selection").hidden = true;
    return;
  }
  detail.append(findingList());
  const formPane = make("section", { class: "pane form-pane", "aria-label": t("asRead") }, make("h2", {}, t("asRead")));
  if (entry.form >= 0) formPane.append(new FormView(loaded, entry.form, findings).draw());
  else formPane.append(make("p", { class: "pad" }, t("noForm")));
  const sourcePane = make("section", { class: "pane source-pane", "aria-label": t("source") }, make("h2", {}, t("source")),
    new SourceView(loaded, entry.form, findings).draw());
  detail.append(tabs(), make("div", { class: "panes show-" + pane }, formPane, sourcePane));
  drawSelection();
}

function head(entry, doc) {
  const about = summary(entry);
  const layout = catalogue.layouts[about.l];
  const facts = [about.u, about.y, layout ? localized(layout.summary) : about.l].filter(Boolean).join(" · ");
  return make("div", { class: "head" },
    make("div", { class: "head-text" },
      make("h2", { class: "head-name" }, about.p || (entry.form < 0 ? doc.n : t("unnamed"))),
      make("p", { class: "dim" }, facts),
      entry.form < 0 ? null : make("p", { class: "dim file" }, t("formOf", { n: entry.form + 1, all: doc.f.length, file: doc.n }),
        " ", make("code", { title: doc.h }, doc.h.slice(0, 12)))),
    make("div", { class: "head-tools" },
      entry.form < 0 ? null : make("label", { class: "check" },
        make("input", { type: "checkbox", id: "sign", checked: isSigned(entry), onchange: toggleSigned }), " ", t("sign")),
      make("button", { type: "button", class: "quiet", title: t("previous"), "aria-label": t("previous"), onclick: () => step(-1) }, "‹"),
      make("button", { type: "button", class: "quiet", title: t("next"), "aria-label": t("next"), onclick: () => step(1) }, "›")));
}

function tabs() {
  const tab = (name, key) => make("button", { type: "button", class: "tab", "aria-pressed": String(pane === name), data: { pane: name },
    onclick: () => showPane(name) }, t(key));
  return make("div", { class: "tabs only-narrow" }, tab("form", "showForm"), tab("source", "showSource"));
}

function showPane(name) {
  pane = name;
  const panes = document.querySelector(".panes");
  if (panes) panes.className = "panes show-" + pane;
  for (const tab of document.querySelectorAll(".tab")) tab.setAttribute("aria-pressed", String(tab.dataset.pane === name));
}

// MARK: Findings

function findingList() {
  const box = make("section", { class: "findings", "aria-label": t("findings") });
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const chips = ["error", "warning", "repair", "note"].filter(count).map((severity) => make("button",
    { type: "button", class: `chip s-${severity}`, "aria-pressed": String(kinds.has(severity)), onclick: () => toggleKind(severity) },
    `${t(severity + "s")} ${count(severity)}`));
  box.append(make("div", { class: "findings-head" }, make("h2", {}, t("findings")), chips));
  const visible = visibleFindings();
  if (visible.length === 0) {
    box.append(make("p", { class: "dim" }, t(findings.length ? "findingsHidden" : "findingsNone")));
  } else {
    box.append(make("ol", { class: "finding-list" }, visible.map(findingRow)));
  }
  return box;
}

// The findings in the order of the list: what must be looked at first, then by place.
function visibleFindings() {
  return findings.filter(isShown).sort((one, other) => {
    const serious = (finding) => (rank(finding) >= 2 ? 1 : 0);
    return serious(other) - serious(one) || (serious(one) ? 0 : rank(other) - rank(one)) || one.number - other.number;
  });
}

function toggleKind(severity) {
  if (!kinds.delete(severity)) kinds.add(severity);
  redrawDetail();
}

function findingRow(finding, index) {
  const entry = entries[current];
  const loaded = loadDocument(entry.doc);
  const form = loaded.data.forms[Math.max(finding.form, 0)];
  const path = finding.p ? "/" + finding.p.split("/").slice(3).join("/") : null;
  const cell = finding.s === undefined ? null : loaded.cells[finding.s];
  const where = [path && form ? titleOf(form, path) : null, cell ? address(cell) : null].filter(Boolean);
  const item = make("li", { class: `finding s-${finding.severity}`, data: { number: finding.number, index } });
  item.append(make("button", { type: "button", class: "finding-line", "aria-expanded": "false", onclick: () => activate(index) },
    make("span", { class: `tag s-${finding.severity}` }, t(finding.severity)),
    make("span", { class: "finding-message" }, messageOf(finding)),
    make("span", { class: "finding-where" }, where.join(" — "))));
  return item;
}

// What a finding means, below its line.
function findingDetail(finding) {
  const facts = make("dl", { class: "facts" });
  const fact = (name, value) => facts.append(make("dt", {}, name), make("dd", { class: "quote" }, value));
  if (SUMS.has(finding.c) && finding.a) {
    fact(t("printed"), finding.a.expected);
    fact(t("computed"), finding.a.actual);
  }
  if (finding.b !== undefined) fact(t("before"), finding.b || t("empty"));
  if (finding.n !== undefined) fact(t("after"), finding.n || t("empty"));
  if (finding.o) fact(t("others"), finding.o.join(language === 0 ? ", " : "、"));
  return make("div", { class: "finding-detail" }, facts.children.length ? facts : null,
    make("p", {}, localized(catalogue.codes[finding.c][2])), make("p", { class: "dim" }, make("code", {}, finding.c)));
}

function closeFinding() {
  activeFinding = -1;
  for (const item of document.querySelectorAll(".finding.is-active")) {
    item.classList.remove("is-active");
    item.firstChild.setAttribute("aria-expanded", "false");
    item.querySelector(".finding-detail").remove();
  }
}

function activate(index) {
  const items = [...document.querySelectorAll(".finding")];
  if (index < 0 || index >= items.length) return;
  closeFinding();
  activeFinding = index;
  const item = items[index];
  const finding = findings.find((candidate) => candidate.number === Number(item.dataset.number));
  item.classList.add("is-active");
  item.firstChild.setAttribute("aria-expanded", "true");
  item.append(findingDetail(finding));
  item.scrollIntoView({ block: "nearest" });
  const element = elementOf(finding);
  if (element && getComputedStyle(element.closest(".pane")).display === "none") showPane("form");
  if (element) selectValue(element, finding.s);
  else if (finding.s !== undefined) selectSource(document.querySelector(`[data-s="${finding.s}"]`), true);
}

// The element of the form that a finding is about: its value, or what holds that.
function elementOf(finding) {
  let pointer = finding.p || "";
  while (pointer.split("/").length > 3) {
    const element = document.querySelector(`.paper [data-p="${CSS.escape(pointer)}"]`) || groupElement(pointer);
    if (element) return element;
    pointer = pointer.slice(0, pointer.lastIndexOf("/"));
  }
  return null;
}

// The merged cell that shows the level of an indicator.
function groupElement(pointer) {
  const parts = pointer.match(/^(\/forms\/\d+\/indicators\/)(\d+)\/(level[12])$/);
  if (!parts) return null;
  return [...document.querySelectorAll(".paper [data-group]")].find((cell) =>
    cell.dataset.p.endsWith("/" + parts[3]) && cell.dataset.group.split(" ").includes(parts[2]));
}

function stepFinding(by) {
  const count = document.querySelectorAll(".finding").length;
  if (count === 0) return;
  activate(activeFinding < 0 ? (by > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, activeFinding + by)));
  const line = document.querySelector(".finding.is-active .finding-line");
  if (line) line.focus({ preventScroll: true });
}

// MARK: Links between the form and its source

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

// MARK: Keys and switches

function deselect() {
  selected = null;
  closeFinding();
  clear("is-selected");
  find("selection").hidden = true;
}

const KEYS = {
  j: () => stepFinding(1), ArrowDown: () => stepFinding(1), k: () => stepFinding(-1), ArrowUp: () => stepFinding(-1),
  n: () => step(1), p: () => step(-1), e: () => openEditor(selected && selected.dataset.p ? selected : null),
  s: toggleSigned, f: () => { find("onlyOpen").checked = !find("onlyOpen").checked; applyFilter(); },
  "/": () => { openSidebar(); find("query").focus(); }, "?": openHelp, Escape: () => { closeSidebar(); deselect(); },
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (document.querySelector("dialog[open]")) return;
  if (target.matches("textarea, select, input:not([type=checkbox])")) {
    if (event.key === "Escape") target.blur();
    if (event.key === "Enter" && target === find("query") && shown.length) show(entries.indexOf(shown[0]));
    return;
  }
  if (target === find("list") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
    find("list").focus();
    return;
  }
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function openHelp() {
  const dialog = find("help");
  put(dialog, make("h2", {}, t("help")), make("p", {}, t("helpText")), make("h3", {}, t("helpKeys")),
    make("dl", { class: "keys" }, TEXTS.helpList[language].flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)])),
    make("p", { class: "dim" }, t("pages")),
    make("div", { class: "actions" }, make("button", { type: "button", class: "strong", onclick: () => dialog.close() }, t("close"))));
  dialog.setAttribute("aria-label", t("help"));
  dialog.showModal();
}

function openSidebar() {
  document.body.classList.add("with-sidebar");
  find("openList").setAttribute("aria-expanded", "true");
  drawList();
}

function closeSidebar() {
  document.body.classList.remove("with-sidebar");
  find("openList").setAttribute("aria-expanded", "false");
}

function applyFilter() {
  filterEntries();
  if (shown.length && !shown.includes(entries[current])) show(entries.indexOf(shown[0]), true);
}

const THEMES = ["themeAuto", "themeLight", "themeDark"];
let theme = 0;

function applyTheme() {
  document.documentElement.dataset.theme = ["auto", "light", "dark"][theme];
  find("theme").textContent = t(THEMES[theme]);
  find("theme").title = t("themeTitle", { x: t(THEMES[theme]) });
}

function applyLanguage() {
  document.documentElement.lang = ["en", "zh-CN"][language];
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  find("query").placeholder = t("search");
  find("query").setAttribute("aria-label", t("search"));
  find("sidebar").setAttribute("aria-label", t("list"));
  find("list").setAttribute("aria-label", t("list"));
  find("language").textContent = ["中文", "English"][language];
  find("language").lang = ["zh-CN", "en"][language];
  applyTheme();
  drawCounts();
  drawCorrectionsButton();
  filterEntries();
  redrawDetail();
}

function drawCounts() {
  const sum = (place) => entries.reduce((total, entry) => total + entry.counts[place], 0);
  const parts = [make("span", {}, t("counts", { d: documents.length, f: entries.filter((entry) => entry.form >= 0).length })),
    make("span", { class: "need" }, t("needLook", { n: entries.filter(needsLook).length }))];
  for (const [place, name] of [[3, "error"], [2, "warning"], [1, "repair"], [0, "note"]]) {
    if (sum(place)) parts.push(make("span", { class: "count s-" + name }, `${t(name + "s")} ${sum(place)}`));
  }
  const done = entries.filter(isSigned).length;
  if (done) parts.push(make("span", { class: "count s-signed" }, t("signed", { n: done })));
  put(find("counts"), ...parts.flatMap((part, index) => (index ? [" ", part] : [part])));
}

// The value or cell an event is about.
const linked = (target) => (target.closest ? target.closest(".panes [data-p], .panes [data-s]") : null);

function start() {
  language = Math.max(0, LANGUAGES.indexOf(recall("language", "")[0] || catalogue.lang));
  theme = Math.max(0, ["auto", "light", "dark"].indexOf(recall("theme", "")[0]));
  const asked = Number(location.hash.slice(1)) - 1;
  const first = entries.findIndex(needsLook);
  current = asked >= 0 && asked < entries.length ? asked : Math.max(0, first);
  applyLanguage();
  revealInList();
  drawList();
  find("list").addEventListener("scroll", drawList, { passive: true });
  find("list").addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) show(Number(row.dataset.index));
  });
  find("query").addEventListener("input", applyFilter);
  find("onlyOpen").addEventListener("change", applyFilter);
  find("onlyUnsigned").addEventListener("change", applyFilter);
  find("openList").addEventListener("click", () => (document.body.classList.contains("with-sidebar") ? closeSidebar() : openSidebar()));
  find("openCorrections").addEventListener("click", openCorrections);
  find("openHelp").addEventListener("click", openHelp);
  find("language").addEventListener("click", () => { language = 1 - language; keep("language", "", [LANGUAGES[language]]); applyLanguage(); });
  find("theme").addEventListener("click", () => { theme = (theme + 1) % 3; keep("theme", "", [["auto", "light", "dark"][theme]]); applyTheme(); });
  const detail = find("detail");
  detail.addEventListener("mouseover", (event) => {
    const element = linked(event.target);
    if (element) highlight(element, "is-hovered"); else clear("is-hovered");
  });
  detail.addEventListener("mouseleave", () => clear("is-hovered"));
  detail.addEventListener("click", (event) => {
    const element = linked(event.target);
    if (!element || String(getSelection())) return;
    if (element.dataset.p !== undefined) selectValue(element); else selectSource(element);
    pickFinding(element);
  });
  detail.addEventListener("dblclick", (event) => {
    const element = linked(event.target);
    if (element && element.dataset.p !== undefined) openEditor(element);
  });
  document.addEventListener("keydown", onKey);
  addEventListener("resize", drawList);
  addEventListener("hashchange", () => {
    const index = Number(location.hash.slice(1)) - 1;
    if (index !== current) show(index);
  });
}

// Opens the finding about an element that was clicked.
function pickFinding(element) {
  if (!element.dataset.f) return;
  const numbers = element.dataset.f.split(" ");
  const items = [...document.querySelectorAll(".finding")];
  const index = items.findIndex((item) => numbers.includes(item.dataset.number));
  if (index < 0) return;
  const kept = selected;
  activate(index);
  if (kept) { selected = kept; highlight(kept, "is-selected"); drawSelection(); }
}

start();
