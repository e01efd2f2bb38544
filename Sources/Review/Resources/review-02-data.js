// The data: the index of all forms, and the documents, each read when it is first looked at.
const readData = (id) => JSON.parse(find(id).textContent);
const documents = readData("index");
const catalogue = readData("catalogue");
const SEVERITIES = ["note", "repair", "warning", "error"];

// What stands in the list: every form, and every document without one.
const entries = [];
documents.forEach((doc, number) => {
  if (doc.f.length === 0) entries.push({ doc: number, form: -1, counts: doc.c });
  doc.f.forEach((form, index) => {
    // What is about no form is told with the first one.
    const counts = form.c.map((count, k) => count + (index === 0 ? doc.c[k] : 0));
    entries.push({ doc: number, form: index, counts });
  });
});

const needsLook = (entry) => entry.form < 0 || entry.counts[2] + entry.counts[3] > 0;
const summary = (entry) => (entry.form < 0 ? {} : documents[entry.doc].f[entry.form]);

// A few documents stay read; a thousand would fill the memory.
const MOST_READ = 12;
const read = new Map();

function loadDocument(number) {
  let loaded = read.get(number);
  if (loaded) {
    read.delete(number);
  } else {
    const element = find("d" + number);
    loaded = element ? prepare(JSON.parse(element.textContent)) : null;
  }
  read.set(number, loaded);
  if (read.size > MOST_READ) read.delete(read.keys().next().value);
  return loaded;
}

// Adds to a document's data what is looked up often.
function prepare(loaded) {
  loaded.findings.forEach((finding, number) => {
    finding.number = number;
    finding.form = Number(finding.f);
    finding.severity = catalogue.codes[finding.c][0];
  });
  loaded.values = new Map();
  for (const [pointer, cells] of Object.entries(loaded.places)) {
    for (const cell of cells) {
      if (!loaded.values.has(cell)) loaded.values.set(cell, []);
      loaded.values.get(cell).push(pointer);
    }
  }
  const starts = loaded.data.forms.map(() => Infinity);
  for (const [pointer, cells] of Object.entries(loaded.places)) {
    const form = Number(pointer.split("/")[2]);
    for (const cell of cells) starts[form] = Math.min(starts[form], cell);
  }
  // A form without a place begins where the next one does.
  for (let form = starts.length - 2; form >= 0; form--) starts[form] = Math.min(starts[form], starts[form + 1]);
  if (starts.length) starts[0] = 0;
  loaded.starts = starts;
  loaded.cells = numberCells(loaded.blocks);
  return loaded;
}

// The texts of the source by number: where they stand, and what they say.
function numberCells(blocks) {
  const cells = [];
  for (const block of blocks) {
    if (block[0] === "t") {
      block[2].forEach((row, index) => {
        let column = 0;
        for (const cell of row) {
          const place = cell.length > 3 ? cell[3] : column;
          const columns = cell[4] || 1;
          cells.push({ line: cell[0], text: cell[2], table: block[1], row: index, column: place,
            columns, rows: cell[5] || 1, header: cell[6] === 1 });
          column = place + columns;
        }
      });
    } else {
      cells.push({ line: block[1], text: block[2], level: block[3] || 0 });
    }
  }
  return cells;
}

// The name of a column as spreadsheets have it.
function columnName(number) {
  let name = "";
  for (let rest = number + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function address(cell) {
  if (cell.table === undefined) return t("line", { n: cell.line });
  return t("address", { l: cell.line, a: columnName(cell.column) + (cell.row + 1) });
}

// MARK: Values

const unescapeKey = (key) => key.replace(/~1/g, "/").replace(/~0/g, "~");

// What a pointer within a form leads to.
function lookUp(form, path) {
  let value = form;
  for (const key of path.split("/").slice(1)) {
    if (value === undefined || value === null) return undefined;
    value = value[unescapeKey(key)];
  }
  return value;
}

// The printed text of a value; undefined where there is none.
function textOf(value) {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object") return typeof value.text === "string" ? value.text : undefined;
  return String(value);
}

// What a value is called: the label the layout prints, in English with its meaning.
function titleOf(form, path) {
  const layout = catalogue.layouts[form.layout];
  const parts = path.split("/").slice(1);
  const names = (list) => Object.fromEntries(list || []);
  const field = parts.slice(0, 2).join("/");
  if (catalogue.fields[field]) {
    const label = (layout && layout.fields[field]) || catalogue.fields[field][1];
    const option = parts.length > 2 ? " " + (textOf(lookUp(form, "/" + parts.slice(0, 3).join("/") + "/label")) || "") : "";
    return (language === 0 ? `${label} (${catalogue.fields[field][0]})` : label) + option;
  }
  if (parts[0] === "indicators") {
    const column = parts[2] && names(layout && layout.columns)[parts[2]];
    return t("row", { n: Number(parts[1]) + 1 }) + (parts[2] ? " · " + (column || parts[2]) : "");
  }
  if (field === "funding/rows" && parts[2]) {
    const label = textOf(lookUp(form, `/funding/rows/${parts[2]}/label`)) || parts[2];
    const columns = layout && layout.columns.concat(layout.funding || []);
    return label + (parts[3] ? " · " + (names(columns)[parts[3]] || parts[3]) : "");
  }
  if (path === "/funding/components") {
    const block = layout && layout.blocks.find((candidate) => candidate.components);
    return (block && block.caption) || (layout && layout.components && layout.components[0]) || path;
  }
  if (field === "funding/components") {
    const label = layout && layout.components;
    const column = label && { name: label[0], amount: label[1] }[parts[3]];
    return (column || label && label[0] || "") + (parts[2] ? " " + (Number(parts[2]) + 1) : "");
  }
  if (parts[0] === "total") return ((layout && layout.totals) || "") + (parts[1] ? " · " + (names(layout && layout.columns)[parts[1]] || parts[1]) : "");
  if (parts[0] === "further") return textOf(lookUp(form, `/further/${parts[1]}/label`)) || path;
  if (parts[0] === "furtherTables") {
    const label = lookUp(form, `/furtherTables/${parts[1]}/label`) || t("furtherTable");
    const header = parts[5] && lookUp(form, `/${parts.slice(0, 6).join("/")}/label`);
    return label + (parts[3] ? ` ${Number(parts[3]) + 1}` : "") + (header ? " · " + header : "");
  }
  if (parts[0] === "unplaced") return t("unplaced") + (parts[1] ? " " + (Number(parts[1]) + 1) : "");
  const own = { title: ["title", "标题"], year: ["year", "年度"], unit: ["unit of amounts", "金额单位"] }[parts[parts.length - 1]];
  return own ? localized(own) : parts.join(" · ");
}

// MARK: Findings

const SUMS = new Set(["components-sum", "execution-rate", "funding-sum", "score-sum", "weight-sum"]);
// Notes that say where a failed sum probably comes from belong to it.
const EXPLANATIONS = new Set(["number-implied", "number-suspect", "rate-rounded", "rounding-likely"]);

function messageOf(finding) {
  const values = Object.assign({ before: finding.b || "", after: finding.n || "" }, finding.a);
  return fill(localized(catalogue.codes[finding.c][1]), values);
}

function findingsOf(loaded, form) {
  return loaded.findings.filter((finding) => finding.form === form || (finding.form === -1 && form <= 0));
}

// Whether the chosen kinds show a finding.
function isShown(finding) {
  return kinds.has(finding.severity) || EXPLANATIONS.has(finding.c);
}

const rank = (finding) => (EXPLANATIONS.has(finding.c) ? 2 : SEVERITIES.indexOf(finding.severity));
