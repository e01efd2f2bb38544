// The form as read, drawn as its layout prints it. Every value is an element that knows its pointer.
class FormView {
  constructor(loaded, number, findings) {
    this.loaded = loaded;
    this.form = loaded.data.forms[number];
    this.root = "/forms/" + number;
    this.layout = catalogue.layouts[this.form.layout];
    this.drawn = new Set();
    this.findings = new Map();
    for (const finding of findings) {
      if (!finding.p || !finding.p.startsWith(this.root + "/")) continue;
      const path = finding.p.slice(this.root.length);
      if (!this.findings.has(path)) this.findings.set(path, []);
      this.findings.get(path).push(finding);
    }
    this.applied = new Map();
    for (const correction of loaded.data.corrections || []) this.applied.set(correction.pointer, correction);
  }

  draw() {
    const page = make("div", { class: "paper" });
    page.append(this.value("h3", "/title", { class: "form-title" }));
    const lines = make("p", { class: "form-lines" });
    if (this.layout) {
      for (const line of this.layout.lines) {
        if (line[0] === "year") {
          lines.append(make("span", {}, line[1], this.value("span", "/year"), line[2]));
        } else {
          this.drawn.add("/" + line[1]);
          lines.append(make("span", {}, this.label(line[1]) + "：", this.value("span", "/" + line[1])));
        }
      }
      if (this.layout.unit === "line") lines.append(make("span", {}, t("unit"), this.value("span", "/funding/unit")));
    } else {
      lines.append(this.value("span", "/year"));
    }
    page.append(lines);
    for (const block of (this.layout && this.layout.blocks) || []) {
      const table = this.block(block);
      if (table) page.append(table);
    }
    page.append(...this.rest());
    return page;
  }

  label(key) {
    return (this.layout && this.layout.fields[key]) || (catalogue.fields[key] || ["", key])[1];
  }

  // The label of a field; in English its meaning comes with it.
  labelCell(tag, key, columns) {
    const field = catalogue.fields[key];
    const unit = this.layout.unit === "labels" && /^funding\//.test(key) && this.form.funding && this.form.funding.unit;
    return make(tag, { class: "label", colSpan: columns, scope: "row" },
      this.label(key) + (unit ? `（${unit}）` : ""),
      language === 0 && field ? make("span", { class: "gloss" }, field[0]) : null);
  }

  // An element that shows a value, marked with whatever there is to say about it.
  value(tag, path, properties) {
    this.drawn.add(path);
    const pointer = this.root + path;
    const value = lookUp(this.form, path);
    const text = Array.isArray(value) ? undefined : textOf(value);
    const element = make(tag, Object.assign({ tabindex: "-1" }, properties));
    element.classList.add("value");
    element.dataset.p = pointer;
    if (Array.isArray(value)) this.fillOptions(element, path, value);
    else this.fillValue(element, path, text);
    this.mark(element, path);
    return element;
  }

  // Check boxes with their labels, in printed order.
  fillOptions(element, path, options) {
    options.forEach((option, number) => {
      const pointer = `${this.root}${path}/${number}/checked`;
      const pending = pendingCorrection(this.loaded.data.source.sha256, pointer, String(option.checked));
      const isChecked = pending ? pending.is === "true" : option.checked;
      if (pending) element.classList.add("is-pending");
      if (this.applied.has(pointer)) element.classList.add("is-corrected");
      element.append(make(pending ? "ins" : "span", { class: "option" }, (isChecked ? "☑" : "☐") + option.label), " ");
    });
  }

  fillValue(element, path, text) {
    const pending = pendingCorrection(this.loaded.data.source.sha256, this.root + path, text || "");
    const done = this.applied.get(this.root + path);
    if (pending) {
      element.classList.add("is-pending");
      if (text) element.append(make("del", {}, text), " ");
      element.append(make("ins", {}, pending.is || t("empty")));
    } else if (text) {
      element.append(text);
    } else {
      element.classList.add("is-empty");
      const isPrinted = (this.form.blank || []).includes(path);
      if (!isPrinted && catalogue.fields[path.slice(1)]) element.classList.add("is-absent");
    }
    if (done && !pending) {
      element.classList.add("is-corrected");
      element.title = t("correctedBy", { who: done.who || t("somebody"), why: done.why || t("noReason") })
        + (done.was ? ` (${t("was")}: ${done.was})` : "");
    }
    if (/\n/.test(text || "") || (text || "").length > 60) element.classList.add("is-long");
  }

  // Marks an element with the most serious finding about its value.
  mark(element, path) {
    const own = (this.findings.get(path) || []).filter(isShown);
    if (own.length === 0) return;
    const worst = own.reduce((one, other) => (rank(other) > rank(one) ? other : one));
    element.classList.add("has-finding", "s-" + severityClass(worst));
    element.dataset.f = (element.dataset.f ? element.dataset.f + " " : "") + own.map((finding) => finding.number).join(" ");
    if (!element.title) element.title = own.map((finding) => messageOf(finding)).join("\n");
  }

  // MARK: Blocks

  block(block) {
    if (block.heading) return null;
    if (block.fields) return this.fields(block);
    if (block.goals) return this.goals(block);
    if (block.components) return this.components(block);
    if (block.funding) return this.funding(block);
    return this.indicators();
  }

  table(...rows) {
    return make("table", { class: "grid" }, make("tbody", {}, rows));
  }

  caption(block, rows, hasAmounts) {
    if (!block.caption || rows.length === 0) return;
    const unit = this.form.funding && this.form.funding.unit;
    const cell = make("th", { class: "label caption", rowSpan: rows.length, scope: "rowgroup" }, block.caption);
    if (hasAmounts && this.layout.unit === "caption" && unit) {
      cell.append("（", this.value("span", "/funding/unit"), "）");
    }
    rows[0].prepend(cell);
  }

  fields(block) {
    const hasField = (key) => lookUp(this.form, "/" + key) !== undefined
      || (this.form.blank || []).includes("/" + key) || this.findings.has("/" + key);
    const rows = [];
    for (const slots of block.fields) {
      const keys = slots.filter((slot) => slot[0]);
      if (!keys.some((slot) => this.layout.fields[slot[0]] && (hasField(slot[0]) || this.isUsual(slot[0])))) continue;
      rows.push(make("tr", {}, slots.flatMap((slot) => slot[0]
        ? [this.labelCell("th", slot[0], slot[1]), this.value("td", "/" + slot[0], { colSpan: slot[2] })]
        : [make("td", { colSpan: slot[1] + slot[2], class: "none" })])));
    }
    if (rows.length === 0) return null;
    this.caption(block, rows, block.fields.flat().some((slot) => slot[0].startsWith("funding/")));
    return this.table(rows);
  }

  // Whether forms of the layout nearly always print a field, so that its absence is worth seeing.
  isUsual(key) {
    return this.layout.kind === "target-declaration" || !/start|end/.test(key);
  }

  goals(block) {
    const heads = make("tr", {}, block.goals.map((slot) => this.labelCell("th", slot[0], slot[1])));
    const texts = make("tr", {}, block.goals.map((slot) =>
      this.value("td", "/" + slot[0], { colSpan: slot[1], class: "prose" })));
    heads.querySelectorAll("th").forEach((cell) => cell.setAttribute("scope", "col"));
    this.caption(block, [heads, texts], false);
    return this.table(heads, texts);
  }

  components(block) {
    const components = (this.form.funding && this.form.funding.components) || [];
    if (components.length === 0) return null;
    const head = make("tr", {}, this.layout.components.map((label) => make("th", { class: "label", scope: "col" }, label)));
    this.mark(head.lastChild, "/funding/components");
    head.lastChild.dataset.p = this.root + "/funding/components";
    const rows = components.map((component, number) => make("tr", {},
      this.value("td", `/funding/components/${number}/name`),
      this.value("td", `/funding/components/${number}/amount`, { class: "number" })));
    this.caption(block, [head, ...rows], true);
    return this.table(head, rows);
  }

  funding(block) {
    const funds = (this.form.funding && this.form.funding.rows) || [];
    if (funds.length === 0) return null;
    const columns = this.fundingColumns(funds);
    const head = make("tr", {}, make("th", { class: "label" }),
      columns.map((column) => make("th", { class: "label", scope: "col" }, column[1])));
    const rows = funds.map((row, number) => make("tr", {},
      this.value("th", `/funding/rows/${number}/label`, { class: "label", scope: "row" }),
      columns.map(([key]) => this.value("td", `/funding/rows/${number}/${key}`,
        { class: key === "deviation" ? key : "number" }))));
    this.caption(block, [head, ...rows], true);
    return this.table(head, rows);
  }

  // The columns of the layout, and the reasons for deviations where a row has one.
  fundingColumns(funds) {
    const columns = this.layout.funding;
    const isPrinted = (column) => column[0] === "deviation";
    if (columns.some(isPrinted) || !funds.some((row) => row.deviation !== undefined)) return columns;
    return columns.concat(this.layout.columns.filter(isPrinted));
  }

  // MARK: Indicators

  indicators() {
    const lines = this.lines();
    if (lines.length === 0 && !this.form.total) return null;
    const columns = this.layout.columns.filter((column) => column[0] !== "caption" && this.hasColumn(column[0]));
    const head = make("tr", {}, make("th", { class: "label no" }, "#"),
      columns.map((column) => make("th", { class: "label", scope: "col" }, column[1])));
    const rows = lines.map((line, index) => this.line(line, index, lines, columns));
    if (this.form.total) rows.push(this.totals(columns));
    return make("table", { class: "grid indicators" }, make("thead", {}, head), make("tbody", {}, rows));
  }

  // Whether the form prints a column; some only a few forms of the layout do.
  hasColumn(key) {
    return !this.layout.optional.includes(key)
      || (this.form.indicators || []).some((indicator) => indicator[key] !== undefined);
  }

  // The indicators, and the levels printed without any, behind the indicators of their group.
  lines() {
    const lines = (this.form.indicators || []).map((indicator, number) =>
      ({ number, level1: indicator.level1, level2: indicator.level2 }));
    (this.form.emptyLevels || []).forEach((level, number) => {
      let place = lines.length;
      for (let index = lines.length - 1; index >= 0; index--) {
        if (lines[index].level1 === level.level1) { place = index + 1; break; }
      }
      lines.splice(place, 0, { empty: number, level1: level.level1, level2: level.level2 });
    });
    return lines;
  }

  line(line, index, lines, columns) {
    const isEmpty = line.empty !== undefined;
    const path = isEmpty ? `/emptyLevels/${line.empty}` : `/indicators/${line.number}`;
    const no = make("td", { class: "no", data: { p: this.root + path } }, isEmpty ? "" : String(line.number + 1));
    this.mark(no, path);
    const row = make("tr", { class: isEmpty ? "no-indicator" : "" }, no);
    for (const [key] of columns) {
      if (key === "level1" || key === "level2") {
        const cell = this.level(key, index, lines);
        if (cell) row.append(cell);
      } else if (isEmpty) {
        row.append(make("td", { class: "none" }));
      } else {
        const isNumber = key === "weight" || key === "score";
        row.append(this.value("td", `${path}/${key}`, { class: isNumber ? "number" : key }));
      }
    }
    return row;
  }

  // The cell of a level, merged over the rows that have it in common.
  level(key, index, lines) {
    const isSame = (one, other) => one.level1 !== undefined && one.level1 === other.level1
      && (key === "level1" || (one.level2 !== undefined && one.level2 === other.level2));
    if (index > 0 && isSame(lines[index], lines[index - 1])) return null;
    let end = index + 1;
    while (end < lines.length && isSame(lines[index], lines[end])) end += 1;
    const group = lines.slice(index, end).filter((line) => line.number !== undefined);
    if (group.length === 0) {
      return make("td", { class: "level", rowSpan: end - index }, lines[index][key] || "");
    }
    const cell = this.value("td", `/indicators/${group[0].number}/${key}`, { class: "level", rowSpan: end - index });
    cell.dataset.group = group.map((line) => line.number).join(" ");
    for (const line of group.slice(1)) {
      const path = `/indicators/${line.number}/${key}`;
      this.drawn.add(path);
      this.mark(cell, path);
      const changed = pendingCorrection(this.loaded.data.source.sha256, this.root + path, line[key] || "");
      if (changed) {
        cell.classList.add("is-pending");
        cell.append(make("ins", { class: "row-change" }, ` ${line.number + 1}: ${changed.is || t("empty")}`));
      }
    }
    return cell;
  }

  totals(columns) {
    const row = make("tr", { class: "totals" });
    let before = 1;
    for (const [key] of columns) {
      if (key === "weight" || key === "score") {
        if (before) row.append(make("th", { class: "label", colSpan: before, scope: "row" }, this.layout.totals));
        before = 0;
        row.append(this.value("td", `/total/${key}`, { class: "number" }));
      } else if (before) {
        before += 1;
      } else {
        row.append(make("td", { class: "none" }));
      }
    }
    return row;
  }

  // MARK: What the layout has no place for

  rest() {
    const parts = [];
    const others = [];
    for (const section of ["project", "funding", "goals"]) {
      for (const key of Object.keys(this.form[section] || {})) {
        const path = `/${section}/${key}`;
        if (key === "rows" || key === "components" || this.drawn.has(path)) continue;
        others.push(path);
      }
    }
    (this.form.further || []).forEach((field, number) => others.push(`/further/${number}/text`));
    if (!this.layout) others.push(...this.plainPaths());
    if (others.length) {
      parts.push(make("h4", {}, t("more")), this.table(others.map((path) => make("tr", {},
        make("th", { class: "label", scope: "row" }, titleOf(this.form, path)), this.value("td", path)))));
    }
    (this.form.furtherTables || []).forEach((table, number) => {
      const rows = table.rows || [];
      const headers = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.label)))];
      parts.push(make("h4", {}, table.label || t("furtherTable")), this.table([
        make("tr", {}, headers.map((header) => make("th", { class: "label", scope: "col" }, header))),
        ...rows.map((row, index) => make("tr", {}, headers.map((header) => {
          const cell = row.cells.findIndex((candidate) => candidate.label === header);
          return cell < 0 ? make("td", {}) : this.value("td", `/furtherTables/${number}/rows/${index}/cells/${cell}/text`);
        })))]));
    });
    if (this.form.carried) {
      parts.push(make("details", { class: "carried" }, make("summary", {}, t("carried")),
        make("pre", {}, JSON.stringify(this.form.carried, null, 1))));
    }
    const unplaced = this.form.unplaced || [];
    if (unplaced.length) {
      parts.push(make("h4", {}, t("unplaced")), make("p", { class: "dim" }, t("unplacedHint")),
        make("ul", { class: "unplaced" }, unplaced.map((text, number) => {
          const item = this.value("li", `/unplaced/${number}`);
          item.classList.add("has-finding", "s-warning");
          return item;
        })));
    }
    return parts;
  }

  // The pointers of all indicators, rows and totals, for a form whose layout is not known here.
  plainPaths() {
    const paths = [];
    const walk = (value, path) => {
      if (value === null || value === undefined) return;
      if (textOf(value) !== undefined) { paths.push(path); return; }
      if (typeof value === "object") for (const key of Object.keys(value)) walk(value[key], `${path}/${key}`);
    };
    walk((this.form.funding || {}).rows, "/funding/rows");
    walk((this.form.funding || {}).components, "/funding/components");
    walk(this.form.indicators, "/indicators");
    walk(this.form.total, "/total");
    return paths;
  }
}

const severityClass = (finding) => (EXPLANATIONS.has(finding.c) ? "warning" : finding.severity);
