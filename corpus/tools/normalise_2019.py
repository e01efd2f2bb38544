#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns the 2019 forms a person wrote down into the 2024 forms the design's table makes of them.

usage: normalise_2019.py EXPECTED > EXPECTED_2024

EXPECTED is a corpus/*/expected.json with forms of layout 2019. The table is written out below a
second time and shares nothing with the program: it knows only what the corpus holds, and stops
where a form holds anything else (a unit that is not behind its number, a date that is no date).
"""

import calendar
import json
import re
import sys

TITLE = "财政项目支出绩效目标申报表"

PROJECT = {"name": "name", "reportingUnit": "implementingUnit", "start": "start", "end": "end"}
FUNDING = {"totalBudget": "total", "currentYearBudget": "annualTotal"}
GOALS = {"overall": "overall", "annual": "annual"}

# Printed in 2024, and nowhere in 2019.
ABSENT = {
    "project": ["category", "department"],
    "funding": ["annualAppropriation", "annualCarryover", "annualOther", "fiscal", "other"],
}

# In the order in which 2024 prints them.
LEVELS = {
    ("产出目标", "数量目标"): ("产出指标", "数量指标"),
    ("产出目标", "质量目标"): ("产出指标", "质量指标"),
    ("产出目标", "时效目标"): ("产出指标", "时效指标"),
    ("效果目标", "经济效益目标"): ("效益指标", "经济效益指标"),
    ("效果目标", "社会效益目标"): ("效益指标", "社会效益指标"),
    ("效果目标", "生态效益目标"): ("效益指标", "生态效益指标"),
    ("影响力目标", "可持续目标"): ("效益指标", "可持续影响指标"),
    ("效果目标", "满意度目标"): ("满意度指标", "服务对象满意度指标"),
    ("影响力目标", "满意度目标"): ("满意度指标", "服务对象满意度指标"),
}
ORDER = list(dict.fromkeys(LEVELS.values()))


def day(date, last):
    """The first or the last day of a date, in ISO format."""
    parts = [int(part) for part in date["date"].split("-")]
    if len(parts) == 2:
        parts.append(calendar.monthrange(*parts)[1] if last else 1)
    year, month, number = parts
    text = f"{year:04}-{month:02}-{number:02}"
    return {"text": text, "date": text}


def money(amount):
    """An amount with grouping and two decimals."""
    whole, _, cents = amount["amount"].partition(".")
    cents = (cents + "00")[: max(2, len(cents))]
    return {"text": f"{int(whole):,}.{cents}", "amount": f"{int(whole)}.{cents}"}


def target(value):
    """A target with its unit in parentheses; one that was not read as a number stays."""
    if "number" not in value:
        return value
    parts = re.fullmatch(r"([=≥≤><≠]?)([0-9.,]+)(.+)", value["text"])
    relation, number, unit = parts.groups()
    assert relation == value.get("relation", "") and unit == value["unit"]
    return {**value, "text": f"{relation}{number}({unit})"}


def level(item):
    return (item.get("level1"), item.get("level2"))


class Change:
    """One form on its way."""

    def __init__(self, form):
        self.old = form
        self.new = {"type": form["type"], "layout": "2024", "title": TITLE, "year": form["year"]}
        self.carried = {"layout": "2019", "title": form["title"]}
        self.printed = {}
        self.blank = {"/project/" + key for key in ABSENT["project"]}
        self.blank |= {"/funding/" + key for key in ABSENT["funding"]}

    def put(self, part, key, value, was=None):
        self.new.setdefault(part, {})[key] = value
        if was is not None and was != (value if isinstance(value, str) else value["text"]):
            self.printed[f"/{part}/{key}"] = was

    def keep(self, part, key, value):
        self.carried.setdefault(part, {})[key] = value

    def project(self):
        for key, value in self.old["project"].items():
            if key in ("start", "end"):
                self.put("project", key, day(value, last=key == "end"), value["text"])
            elif key == "reportingUnit":
                self.put("project", PROJECT[key], value.removesuffix("（盖章）"), value)
            elif key in PROJECT:
                self.put("project", PROJECT[key], value)
            else:
                self.keep("project", key, value)
        ticked = [box["label"] for box in self.old["project"]["types"] if box["checked"]]
        if len(ticked) == 1:
            self.put("project", "nature", ticked[0])
        else:
            self.blank.add("/project/nature")

    def funding(self):
        for key, value in self.old["funding"].items():
            if key == "unit":
                self.new.setdefault("funding", {})["unit"] = value
            elif key in FUNDING:
                self.put("funding", FUNDING[key], money(value), value["text"])
            else:
                self.keep("funding", key, value)

    def goals(self):
        for key, value in self.old["goals"].items():
            self.put("goals", GOALS[key], value)

    def blanks(self):
        for pointer in self.old.get("blank", []):
            _, part, key = pointer.split("/")
            places = {"project": PROJECT, "funding": FUNDING, "goals": GOALS}[part]
            if key in places:
                self.blank.add(f"/{part}/{places[key]}")
            else:
                self.carried.setdefault("blank", []).append(pointer)
        parts = ["project", "funding", "goals"]
        self.new["blank"] = sorted(self.blank, key=lambda p: (parts.index(p.split("/")[1]), p))

    def indicators(self):
        mapped = []
        for index, indicator in enumerate(self.old["indicators"]):
            if level(indicator) in LEVELS:
                mapped.append((ORDER.index(LEVELS[level(indicator)]), index, indicator))
            else:
                self.carried.setdefault("indicators", []).append({"index": index, **indicator})
        if [item[1] for item in sorted(mapped)] != [item[1] for item in mapped]:
            sys.exit("the order of the indicators changes: nothing in the table says how")
        for place, (_, _, indicator) in enumerate(mapped):
            level1, level2 = LEVELS[level(indicator)]
            new = {**indicator, "level1": level1, "level2": level2}
            new["target"] = target(indicator["target"])
            if new["target"] != indicator["target"]:
                self.printed[f"/indicators/{place}/target"] = indicator["target"]["text"]
            self.new.setdefault("indicators", []).append(new)

    def empty_levels(self):
        for item in self.old.get("emptyLevels", []):
            level1, level2 = LEVELS[level(item)]
            self.new.setdefault("emptyLevels", []).append({"level1": level1, "level2": level2})

    def result(self):
        known = {"type", "layout", "title", "year", "project", "funding", "goals", "indicators"}
        unknown = self.old.keys() - known - {"blank", "emptyLevels"}
        if unknown:
            sys.exit(f"the table says nothing of {unknown}")
        self.project()
        self.funding()
        self.goals()
        self.blanks()
        self.indicators()
        self.empty_levels()
        self.carried["printed"] = self.printed
        return {**self.new, "carried": self.carried}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        forms = json.load(file)["forms"]
    forms = [Change(form).result() for form in forms if form["layout"] == "2019"]
    json.dump({"forms": forms}, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
