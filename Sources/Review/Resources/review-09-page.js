// The page: which form is shown, what is selected, keys and switches.
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
