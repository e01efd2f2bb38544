// What is in doubt: the list of findings, and the one that is looked at.
const kinds = new Set(["error", "warning", "repair"]);
let findings = [];
let activeFinding = -1;

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
