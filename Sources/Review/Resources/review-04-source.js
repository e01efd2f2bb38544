// The source of a form: the rows it was read from, each cell with its address.
const MOST_ROWS = 1500;

class SourceView {
  constructor(loaded, form, findings) {
    this.loaded = loaded;
    this.start = form < 0 ? 0 : loaded.starts[form];
    this.end = form < 0 ? Infinity : Math.min(...loaded.starts.slice(form + 1), Infinity);
    if (this.end === this.start) this.end = Infinity;
    this.findings = new Map();
    for (const finding of findings) {
      if (finding.s === undefined) continue;
      if (!this.findings.has(finding.s)) this.findings.set(finding.s, []);
      this.findings.get(finding.s).push(finding);
    }
  }

  draw(mostRows = MOST_ROWS) {
    const page = make("div", { class: "source-page" });
    let number = 0;
    let rows = 0;
    let left = 0;
    for (const block of this.loaded.blocks) {
      if (block[0] !== "t") {
        if (this.has(number)) page.append(this.text(number));
        number += 1;
        continue;
      }
      const shown = [];
      let width = 0;
      block[2].forEach((row, index) => {
        const first = number;
        number += row.length;
        if (row.length === 0 || !this.has(first)) return;
        if (rows >= mostRows) { left += 1; return; }
        rows += 1;
        shown.push({ row, first, index });
        const last = this.loaded.cells[number - 1];
        width = Math.max(width, last.column + last.columns);
      });
      if (shown.length) page.append(this.table(block, shown, width));
    }
    if (left) {
      const rest = make("button", { type: "button", onclick: () => page.replaceWith(this.draw(Infinity)) },
        t("restRows", { n: left }));
      page.append(rest);
    }
    return page;
  }

  has(number) {
    return number >= this.start && number < this.end;
  }

  text(number) {
    const cell = this.loaded.cells[number];
    const element = this.cell(cell.level ? "h4" : "p", number, { class: "source-text" });
    return make("div", { class: "source-line" }, make("span", { class: "gutter" }, String(cell.line)), element);
  }

  table(block, shown, width) {
    const columns = Math.min(width, 64);
    const head = make("tr", {}, make("th", { class: "gutter", scope: "col" }, t("table", { n: block[1] + 1 })),
      Array.from({ length: columns }, (_, column) => make("th", { scope: "col" }, columnName(column))));
    const body = make("tbody");
    const firstIndex = shown[0].index;
    const lastIndex = shown[shown.length - 1].index;
    for (const { row, first, index } of shown) {
      const line = make("tr", {}, make("th", { class: "gutter", scope: "row" }, String(row[0][0])));
      row.forEach((_, offset) => {
        const cell = this.loaded.cells[first + offset];
        const properties = { colSpan: Math.max(1, cell.columns), rowSpan: Math.max(1, Math.min(cell.rows, lastIndex - index + 1)) };
        line.append(this.cell(cell.header ? "th" : "td", first + offset, properties));
      });
      body.append(line);
    }
    return make("table", { class: "source", data: { table: block[1], first: firstIndex } }, make("thead", {}, head), body);
  }

  cell(tag, number, properties) {
    const cell = this.loaded.cells[number];
    const element = make(tag, Object.assign({ tabindex: "-1", title: address(cell) }, properties), cell.text);
    element.dataset.s = number;
    // Short texts stay on a line; long ones get room to wrap in.
    if (tag !== "p" && tag !== "h4") element.classList.add(cell.text.length <= 12 ? "is-short" : cell.text.length > 40 ? "is-wide" : "is-mid");
    if (this.loaded.values.has(number)) element.classList.add("is-linked");
    const own = (this.findings.get(number) || []).filter(isShown);
    if (own.length) {
      const worst = own.reduce((one, other) => (rank(other) > rank(one) ? other : one));
      element.classList.add("has-finding", "s-" + severityClass(worst));
      element.dataset.f = own.map((finding) => finding.number).join(" ");
      element.title += "\n" + own.map((finding) => messageOf(finding)).join("\n");
    }
    return element;
  }
}
