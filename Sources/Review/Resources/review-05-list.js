// The list of forms at the side; only the rows in sight are elements.
const ROW_HEIGHT = 58;
let shown = entries;
let current = -1;

const escapeJSON = (text) => JSON.stringify(text).slice(1, -1).replace(/</g, "\\u003c");

// The entries that the filters and the search let through.
function filterEntries() {
  const query = find("query").value.trim().toLowerCase();
  const onlyOpen = find("onlyOpen").checked;
  const onlyUnsigned = find("onlyUnsigned").checked;
  const texts = new Map();
  shown = entries.filter((entry) => {
    if (onlyOpen && !needsLook(entry)) return false;
    if (onlyUnsigned && isSigned(entry)) return false;
    return query === "" || matches(entry, query, texts);
  });
  find("shown").textContent = t("shown", { n: shown.length, all: entries.length });
  drawList();
}

function matches(entry, query, texts) {
  const about = summary(entry);
  const head = [documents[entry.doc].n, about.p, about.u, about.t, about.l, about.y].join("\n").toLowerCase();
  if (head.includes(query)) return true;
  const element = find("d" + entry.doc);
  if (!element || entry.form < 0) return false;
  // First the document's text as it is; most documents need not be read.
  if (!texts.has(entry.doc)) texts.set(entry.doc, element.textContent.toLowerCase().includes(escapeJSON(query).toLowerCase()));
  if (!texts.get(entry.doc)) return false;
  const form = loadDocument(entry.doc).data.forms[entry.form];
  return JSON.stringify(form).toLowerCase().includes(JSON.stringify(query).slice(1, -1));
}

function drawList() {
  const list = find("list");
  const rows = find("rows");
  rows.style.height = Math.max(shown.length * ROW_HEIGHT, ROW_HEIGHT) + "px";
  const first = Math.max(0, Math.floor(list.scrollTop / ROW_HEIGHT) - 4);
  const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW_HEIGHT) + 4);
  const elements = [];
  for (let index = first; index < last; index++) elements.push(listRow(index));
  if (shown.length === 0) elements.push(make("p", { class: "dim pad" }, t("noMatch")));
  rows.replaceChildren(...elements);
  const active = shown.findIndex((entry) => entries[current] === entry);
  if (active >= first && active < last) list.setAttribute("aria-activedescendant", "row" + active);
  else list.removeAttribute("aria-activedescendant");
}

function listRow(index) {
  const entry = shown[index];
  const about = summary(entry);
  const doc = documents[entry.doc];
  const isCurrent = entries[current] === entry;
  const row = make("div", { class: "row" + (isCurrent ? " is-current" : ""), id: "row" + index, role: "option",
    "aria-selected": String(isCurrent), "aria-setsize": shown.length, "aria-posinset": index + 1,
    data: { index: entries.indexOf(entry) } },
    make("span", { class: "row-name" }, entry.form < 0 ? t(doc.x ? "unreadable" : "noForm") : about.p || t("unnamed")),
    make("span", { class: "row-file" }, `${doc.n.split("/").slice(-2).join("/")}${doc.f.length > 1 ? " #" + (entry.form + 1) : ""}`),
    badges(entry.counts, isSigned(entry)));
  row.style.top = index * ROW_HEIGHT + "px";
  return row;
}

// How many errors, warnings and repairs there are.
function badges(counts, signed) {
  const box = make("span", { class: "badges" });
  if (signed) box.append(make("span", { class: "badge s-signed", title: t("sign") }, "✓"));
  for (const [place, name] of [[3, "error"], [2, "warning"], [1, "repair"]]) {
    if (counts[place]) {
      box.append(make("span", { class: "badge s-" + name, title: `${counts[place]} ${t(name + "s")}` }, String(counts[place])));
    }
  }
  return box;
}

function revealInList() {
  const list = find("list");
  const place = shown.findIndex((entry) => entries[current] === entry);
  if (place < 0) return;
  const top = place * ROW_HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW_HEIGHT - list.clientHeight;
}

// MARK: Signing off

const signed = new Map();

function isSigned(entry) {
  const digest = documents[entry.doc].h;
  if (!signed.has(digest)) signed.set(digest, new Set(recall("signed", digest)));
  return signed.get(digest).has(entry.form);
}

function toggleSigned() {
  const entry = entries[current];
  if (!entry || entry.form < 0) return;
  const digest = documents[entry.doc].h;
  const forms = signed.get(digest) || new Set();
  if (!forms.delete(entry.form)) forms.add(entry.form);
  signed.set(digest, forms);
  keep("signed", digest, [...forms]);
  drawCounts();
  drawList();
  const box = find("sign");
  if (box) box.checked = forms.has(entry.form);
}
