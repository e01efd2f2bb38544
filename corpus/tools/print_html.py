#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the forms of an expected.json as the forms were printed: HTML with merged cells.

usage: print_html.py EXPECTED > as-html.html

Levels 1 and 2 are merged down over their groups, the caption 绩效指标 over the whole block, values
across the columns they take in print. Reading the result must give the same `forms`.
"""

import html
import json
import sys

TAXONOMY_2019 = [
    "数量目标", "质量目标", "时效目标", "经济效益目标", "社会效益目标", "生态效益目标", "可持续目标", "满意度目标"]
TAXONOMY = [
    "经济成本指标", "社会成本指标", "生态环境成本指标", "数量指标", "质量指标", "时效指标", "经济效益指标",
    "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标"]


def text(value):
    """The printed text of a typed value, a text, or nothing."""
    if value is None:
        return ""
    return value["text"] if isinstance(value, dict) else value


def content(value):
    """The inside of a cell: paragraphs when there are several lines."""
    lines = text(value).split("\n")
    escaped = [html.escape(line, quote=False) for line in lines]
    return escaped[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in escaped)


def cell(value="", columns=1, rows=1, markup=None):
    """One table cell."""
    spans = f' rowspan="{rows}"' if rows > 1 else ""
    spans += f' colspan="{columns}"' if columns > 1 else ""
    return f"<td{spans}>{content(value) if markup is None else markup}</td>"


def row(*cells):
    """One table row."""
    return f"<tr>{''.join(cells)}</tr>"


def runs(values):
    """For each index, how many equal values begin there; 0 inside a run."""
    lengths = [0] * len(values)
    start = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or values[index] != values[start]:
            lengths[start] = index - start
            start = index
    return lengths


def order(entry):
    """The place of a row's level 2 in the taxonomy; open ones come first."""
    for taxonomy in (TAXONOMY, TAXONOMY_2019):
        if entry.get("level2") in taxonomy:
            return taxonomy.index(entry["level2"])
    return -1


def rows_with_empty_levels(form):
    """The indicators, and at their places the levels that are printed without any."""
    return sorted(form["indicators"] + form.get("emptyLevels", []), key=order)


def level_cells(entries, index, lengths1, lengths2):
    """The cells of both levels that begin at a row."""
    cells = []
    if lengths1[index]:
        cells.append(cell(entries[index].get("level1", ""), rows=lengths1[index]))
    if lengths2[index]:
        cells.append(cell(entries[index].get("level2", ""), rows=lengths2[index]))
    return "".join(cells)


def indicator_rows(form, heads, values, caption):
    """The block of indicators; `values` gives the cells that follow the levels.

    Texts without a place stand where scanning left them: on the row of the empty level, in the
    columns of the caption, whose merged cell is interrupted there, and of the name.
    """
    entries = rows_with_empty_levels(form)
    lengths1 = runs([entry.get("level1") for entry in entries])
    lengths2 = runs([(entry.get("level1"), entry.get("level2")) for entry in entries])
    lost = [text_["text"] for text_ in form.get("unplaced", [])]
    damaged = entries.index(form["emptyLevels"][0]) if lost else len(entries)
    captions = {}
    if caption and lost:
        captions = {damaged: cell(lost[0]),
                    damaged + 1: cell(rows=len(entries) - damaged - 1)}
    out = [row(cell(caption, rows=damaged + 1) if caption else "", *heads)]
    for index, entry in enumerate(entries):
        extra = dict(entry, name=lost[1]) if index == damaged else entry
        out.append(row(captions.get(index, ""),
                       level_cells(entries, index, lengths1, lengths2), *values(extra)))
    return out


def goal_rows(form, caption, labels, columns):
    """Two goals side by side under their labels."""
    pairs = list(zip(labels, columns))
    return [
        row(cell(caption, rows=2), *(cell(label, width) for (label, _), width in pairs)),
        row(*(cell(form["goals"].get(key), width) for (_, key), width in pairs))]


def has(form, pointer):
    """Whether the form prints a field, with or without a value."""
    section, key = pointer[1:].split("/")
    return key in form.get(section, {}) or pointer in form.get("blank", [])


def money_rows(form, width):
    """The block of amounts of a declaration from 2023 on."""
    funding = form["funding"]
    left = {"/funding/total": "项目资金总额", "/funding/fiscal": "其中：财政资金", "": "",
            "/funding/other": "其他资金"}
    right = {"annualTotal": "年度资金申请总额", "annualAppropriation": "其中：当年财政拨款",
             "annualCarryover": "上年结转资金", "annualOther": "其他资金"}
    out = []
    for (pointer, label), (key, annual) in zip(left.items(), right.items()):
        printed = pointer and has(form, pointer)
        cells = [cell(label if printed else ""),
                 cell(funding.get(pointer.split("/")[-1]) if printed else ""),
                 cell(annual), cell(funding[key], width)]
        head = [cell(f"项目资金 ({funding['unit']})", rows=4)] if not out else []
        out.append(row(*head, *cells))
    return out


def declaration_2024(form):
    """The 2024 layout: six columns."""
    project = form["project"]
    heads = [cell("一级指标"), cell("二级指标"), cell("三级指标"), cell("年度(/项目)指标值", 2)]
    return [
        row(cell("项目名称"), cell(project["name"]), cell("项目性质"), cell(project["nature"]),
            cell("项目类别"), cell(project["category"])),
        row(cell("主管部门"), cell(project["department"]), cell("实施单位"),
            cell(project["implementingUnit"], 3)),
        row(cell("计划开始日期"), cell(project["start"]), cell("计划完成日期"), cell(project["end"], 3)),
        *money_rows(form, 2),
        *goal_rows(form, "项目绩效目标", [("项目总目标", "overall"), ("年度总体目标", "annual")], [2, 3]),
        *indicator_rows(
            form, heads, lambda i: [cell(i.get("name")), cell(i.get("target"), 2)], "绩效指标")]


def declaration_2023(form):
    """The 2023 layout: five columns."""
    project = form["project"]
    overall = f"项目总目标 ({form['goals']['overallPeriod']})"
    heads = [cell(label) for label in ("一级指标", "二级指标", "三级指标", "年度指标值")]
    return [
        row(cell("项目名称"), cell(project["name"], 2), cell("项目类别"), cell(project["category"])),
        row(cell("主管部门"), cell(project["department"], 2), cell("实施单位"),
            cell(project["implementingUnit"])),
        row(cell("计划开始日期"), cell(project["start"], 2), cell("计划完成日期"), cell(project["end"])),
        *money_rows(form, 1),
        *goal_rows(form, "项目绩效目标", [(overall, "overall"), ("年度总目标", "annual")], [2, 2]),
        *indicator_rows(
            form, heads, lambda i: [cell(i.get("name")), cell(i.get("target"))], "绩效指标")]


def self_evaluation(form):
    """The layout of self-evaluations: nine columns."""
    project, funding = form["project"], form["funding"]
    keys = ("initialBudget", "annualBudget", "executed", "weight", "executionRate", "score")
    labels = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    heads = [cell(label) for label in (
        "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
        "偏差原因分析及改进措施")]
    columns = ("name", "target", "actual", "weight", "score", "deviation")
    return [
        row(cell("项目名称"), cell(project["name"], 8)),
        row(cell("主管部门"), cell(project["department"], 3), cell("实施单位"),
            cell(project["implementingUnit"], 4)),
        row(cell(f"项目资金 ({funding['unit']})", rows=5), cell("", 2), *map(cell, labels)),
        *(row(cell(line["label"], 2), *(cell(line.get(key)) for key in keys))
          for line in funding["rows"]),
        *goal_rows(form, "年度总体目标", [("预算目标", "planned"), ("实际完成情况", "actual")], [3, 5]),
        *indicator_rows(
            form, heads, lambda i: [cell(i.get(key)) for key in columns], "绩效指标"),
        row(cell("总分", 6), cell(form["total"]["weight"]), cell(form["total"]["score"]), cell())]


def boxes(options, before):
    """Options with their check boxes, before or after the labels."""
    parts = []
    for option in options:
        box = f'<input type="checkbox"{" checked" if option["checked"] else ""}>'
        label = html.escape(option["label"])
        parts.append(f"{box} {label}" if before else f"{label} {box}")
    return " ".join(parts)


def component_rows(form):
    """The sub-projects of a 2019 form."""
    funding = form["funding"]
    count = len(funding["components"])
    return [
        row(cell("项目当年投入资金构成", rows=count + 1), cell("子项目名称", 3),
            cell(f"预算金额（{funding['unit']}）", 2)),
        *(row(cell(part["name"], 3), cell(part["amount"], 2)) for part in funding["components"])]


def indicators_2019(form):
    """The indicators of a 2019 form, which may print no levels at all."""
    if any("level1" in indicator for indicator in form["indicators"]):
        heads = [cell("一级指标"), cell("二级指标"), cell("三级指标", 2), cell("指标目标值", 2)]
        return indicator_rows(
            form, heads, lambda i: [cell(i.get("name"), 2), cell(i.get("target"), 2)], "")
    count = len(form["indicators"])
    out = [row(cell("分解目标内容"), cell("绩效指标", 3), cell("指标目标值", 2))]
    for index, indicator in enumerate(form["indicators"]):
        out.append(row(cell(rows=count) if index == 0 else "", cell(indicator["name"], 3),
                       cell(indicator["target"], 2)))
    return out


def declaration_2019(form, boxes_before):
    """The 2019 layout: six columns."""
    project, funding, goals = form["project"], form["funding"], form["goals"]
    unit = funding["unit"]
    out = [row(cell("项目名称"), cell(project["name"], 5))]
    for label, key in (("项目类型", "types"), ("资金用途", "fundUses")):
        out.append(row(cell(label), cell(columns=5, markup=boxes(project[key], boxes_before))))
    if has(form, "/project/leader"):
        out.append(row(*(part for label, key in (
            ("项目负责人", "leader"), ("联系人", "contact"), ("联系电话", "phone"))
            for part in (cell(label), cell(project.get(key))))))
    out.append(row(cell("开始时间"), cell(project["start"], 2), cell("结束时间"),
                   cell(project["end"], 2)))
    for label, key in (("项目概况", "overview"), ("立项依据", "basis"),
                       ("项目设立的必要性", "necessity"), ("保证项目实施的制度、措施", "safeguards")):
        out.append(row(cell(label), cell(project[key], 5)))
    for (label1, key1), (label2, key2) in (
            (("项目总预算", "totalBudget"), ("项目当年预算", "currentYearBudget")),
            (("同名项目上年预算额", "priorYearBudget"), ("同名项目上年预算执行数", "priorYearExecution"))):
        out.append(row(cell(f"{label1}（{unit}）"), cell(funding[key1], 2),
                       cell(f"{label2}（{unit}）"), cell(funding[key2], 2)))
    out += component_rows(form)
    for label, value in (("项目实施计划", project["plan"]), ("项目总目标", goals["overall"]),
                         ("年度绩效目标", goals["annual"])):
        out.append(row(cell(label), cell(value, 5)))
    out.append(row(cell("分解目标", 6)))
    out += indicators_2019(form)
    if has(form, "/project/remarks"):
        out.append(row(cell("备注"), cell(project.get("remarks"), 5)))
    return out


def printed(form, index):
    """One form: title, year and table."""
    layout = form["layout"]
    year = f"({form['year']}年)" if layout == "2019" else f"({form['year']}年度)"
    head = [f"<h2>{html.escape(form['title'])}</h2>", f"<p>{year}</p>"]
    if layout == "2019":
        head.append(f"<p>申报单位名称：{html.escape(form['project']['reportingUnit'])}</p>")
        rows = declaration_2019(form, boxes_before=index == 0)
    else:
        rows = {"2024": declaration_2024, "2023": declaration_2023,
                "2020-self-evaluation": self_evaluation}[layout](form)
    return head + ["<table>", *rows, "</table>"]


def main(arguments):
    """Runs the command line and returns its exit status."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        expected = json.load(file)
    lines = ['<!DOCTYPE html>', '<html lang="zh-Hans">', '<head>', '<meta charset="utf-8">',
             '<title>绩效表</title>', '</head>', '<body>']
    lines += [f"<h1>{html.escape(outside['text'])}</h1>" for outside in expected["outside"]]
    for index, form in enumerate(expected["forms"]):
        lines += printed(form, index)
    lines += ["</body>", "</html>"]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
