"""What bad texts must give."""

import json
import os
import threading
import zipfile

from .harness import check, require


# MARK: HTML


@check("mal-13cf71b172", "mal-4b75f1dcd6")
def nested_tables(case):
    count = case.recipe["build"]["concat"][0]["times"]
    texts = case.tables().texts
    require(len(texts) == count, f"{len(texts)} tables for {count}")
    require([text for table in texts for text in table if text] == ["x"], "the text is not kept once")


@check("mal-30bff43355")
def deep(case):
    # No depth of elements other than tables costs anything, so nothing is cut.
    texts = [text for table in case.tables().texts for text in table if text]
    require(texts == ["x"], f"the text of the cell is {texts}")


@check("mal-e20fbd2196")
def unclosed_tags(case):
    outcome = case.tables()
    require("depth-exceeded" in outcome.codes or outcome.texts == [["x"]], "the text is lost")


@check("mal-b9bcd32930", "mal-5c3260d42a")
def wide_span(case):
    outcome = case.tables()
    require("span-clamped" in outcome.codes, "nothing is said of the span")
    cells = outcome.json["tables"][0]["cells"]
    require(cells[0]["columnSpan"] == 1000 and outcome.texts == [["a", "b"]], "not 1000 columns")


@check("mal-6890f2258a")
def large_spans(case):
    outcome = case.tables()
    table = outcome.json["tables"][0]
    require(table["rows"] == 2001, f"{table['rows']} rows for 2001")
    require("table-too-wide" in outcome.codes, "nothing is said of the width")
    texts = outcome.texts[0]
    require("".join(texts).count("a") == 20 and "".join(texts).count("y") == 2000, "text is lost")
    # Formats without spans would need a slot for each: that is refused by a limit, not tried.
    refused = case.run(case.path, "--as", "tables", "--to", "markdown", "--lang", "en")
    require(refused.status == 4 and "empty-slots" in refused.messages, refused.messages[:300])


@check("mal-9ea5648ff8")
def columns_without_cells(case):
    require(case.tables().texts == [["a"]], "other cells than one")


@check("mal-26fe67d877")
def odd_spans(case):
    # WHATWG HTML: -1, NaN and digits that are not ASCII are errors (1), 0 counts as 1, 1.5 is 1,
    # 1e9 is 1, 0x10 is 0 and so 1.
    outcome = case.tables()
    require(outcome.texts == [list("abcdefgh")], "other cells")
    cells = outcome.json["tables"][0]["cells"]
    require(all("columnSpan" not in cell for cell in cells), "a span that is none")


@check("mal-6e35ccbf58")
def external_entity(case):
    outcome = case.tables()
    require("root:" not in outcome.output.decode(), "the file is in the output")
    require(outcome.texts == [["&xxe;"]], "the reference is not kept as text")


@check("mal-da6581dbf3")
def zero_bytes(case):
    outcome = case.tables()
    require("character-replaced" in outcome.codes, "nothing is said of the NUL")
    text = "".join(outcome.texts[0])
    require("a\ufffdb" in text and all(letter in text for letter in "cde"), f"lost text in {text!r}")


@check("mal-edefb4a370")
def impossible_references(case):
    require(case.tables().texts == [["\ufffd" * 5]], "other characters than U+FFFD")


@check("mal-d6aec3551e")
def huge_text(case):
    outcome = case.tables()
    require(outcome.texts == [["项目" * 5592405]], "not the whole text")


@check("mal-29f419aafb")
def many_attributes(case):
    require(case.tables().texts == [["x"]], "another text")


@check("mal-a44efc8114")
def hidden_markup(case):
    # Neither UTF-7 nor the overlong form is decoded: what they hide stays text.
    text = "".join(case.tables().texts[0])
    require("+ADw-script+AD4-" in text and "script>" in text, f"decoded as markup: {text!r}")


@check("mal-10a278a219")
def code_in_cells(case):
    outcome = case.tables()
    require("".join(outcome.texts[0]) == "ab", f"the text is {outcome.texts}")
    for form in ("markdown", "html"):
        written = case.run(case.path, "--as", "tables", "--to", form).output.decode()
        require("alert" not in written and "<iframe" not in written, f"code in {form}")


# MARK: Markdown


@check("mal-e03c3c0877", "mal-742a8a2e61")
def too_wide(case):
    outcome = case.tables()
    require(outcome.status == 1 and "table-too-wide" in outcome.codes, "nothing is said of the width")
    count = sum(text.count("a") for text in outcome.texts[0])
    wanted = 65536 if case.recipe["category"] == "md-size" else 16385
    require(count == wanted, f"{count} texts for {wanted}")


@check("mal-022c94511f")
def short_rows(case):
    texts = case.tables().texts
    require(len(texts) == 1 and texts[0].count("b") == 10000, "not 10,000 rows")


@check("mal-7665c8b62e")
def almost_tables(case):
    outcome = case.tables()
    text = "".join(text for table in outcome.texts for text in table)
    outside = case.run(case.path).json
    whole = text + json.dumps(outside.get("outside", "")) + json.dumps(outside.get("tables", ""))
    require(whole.count("aaa") >= 30000 or text.count("bbb") >= 29999, "text is lost")


@check("mal-af56294060")
def escaped_bars(case):
    require(case.tables().texts == [["|" * 1000000]], "other text")


@check("mal-a42fcb8e4a", "mal-4ea29e1302")
def many_openers(case):
    texts = case.tables().texts
    require(texts[0][0] == "a" and len(texts[0]) == 2, "other cells")
    letter = "e" if "backticks" in case.recipe["name"] else "a"
    wanted = sum(piece.get("times", 1) * piece["utf8"].count(letter)
                 for piece in case.recipe["build"]["concat"][1:2])
    require(texts[0][1].count(letter) == wanted, "text is lost")


@check("mal-2b8f4cf5f1")
def deep_quotes(case):
    outcome = case.run(case.path)
    require(outcome.status in (0, 1), f"status {outcome.status}")
    require("a" in outcome.output.decode()[100:], "the text is lost")


@check("mal-ec9e2a6855")
def endless_line(case):
    outcome = case.run(case.path, "--as", "tables", "--lang", "en")
    require(outcome.status in (0, 1, 3), f"status {outcome.status}")
    if outcome.status == 3:
        require(" error: " in outcome.messages, "no clear answer")


@check("mal-eb24966088")
def many_tables(case):
    outcome = case.tables()
    require(outcome.output.count(b'"text":"1"') == 1000000, "not a million tables")


@check("mal-a0f79d3ceb")
def almost_delimiters(case):
    outcome = case.run(case.path, "--as", "tables")
    require(outcome.status in (0, 1), f"status {outcome.status}")


@check("mal-b02a85e7e2")
def reference_to_a_bar(case):
    require(case.tables().texts == [["a", "b", "x|y", "z"]], "the reference is a border")


# MARK: Tab-separated text, encodings


@check("mal-6c3418beff")
def many_quotes(case):
    outcome = case.run(case.path, "--as", "tables", "--lang", "en")
    require(outcome.status in (0, 1), f"status {outcome.status}: {outcome.messages[:300]}")


@check("mal-a7e761232f", "mal-f758d1a111", "mal-bbf0d98668")
def not_decodable(case):
    case.refused("not valid", "--encoding")


@check("mal-48ac94a063")
def wrong_mark(case):
    case.refused("byte order mark", "UTF-16LE", "UTF-8")


@check("mal-19a6e391ae")
def four_byte_units(case):
    require(case.tables().texts == [["a", "b"]], "misread")


@check("mal-037bd909ed")
def binary(case):
    case.refused("damaged")


@check("mal-e6088dde1a")
def line_ends(case):
    require(case.tables().texts == [["a\u0085b", "c\u2028d", "e", "f"]], "other lines")


# MARK: Formulas, names, characters


@check("mal-44474ca68e", "mal-e43013efe9", "mal-ad8c059048", "mal-61e43e9ebe")
def formulas(case):
    text = case.recipe["how"].split('"')[1].replace("\\t", "\t").strip()
    require(case.tables().texts == [["a", text]], "other text")
    copy = os.path.join(case.folder, "copy.md")
    require(case.run(case.path, "--as", "tables", "-o", copy).status == 0, "no markdown")
    require(case.run(copy, "--as", "tables").texts == [["a", text]], "other text in markdown")
    book = os.path.join(case.folder, "copy.xlsx")
    require(case.run(case.path, "--as", "tables", "-o", book).status == 0, "no workbook")
    with zipfile.ZipFile(book) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        strings = package.read("xl/sharedStrings.xml").decode()
    require("<f" not in sheet and 't="s"' in sheet, "a formula in the sheet")
    require(text.replace("'", "&apos;") in strings or text in strings, "the text is not a string")


@check("mal-382e4adc89")
def sheet_name(case):
    book = os.path.join(case.folder, "copy.xlsx")
    require(case.run(case.path, "--as", "tables", "-o", book).status == 0, "no workbook")
    with zipfile.ZipFile(book) as package:
        name = package.read("xl/workbook.xml").decode("utf-8").split('<sheet name="')[1].split('"')[0]
    require(len(name.encode("utf-16-le")) // 2 <= 31, f"'{name}' is too long")
    require(not set(name) & set("/\\?*:[]"), f"'{name}' has forbidden characters")


@check("mal-5b7a72e977")
def steering_names(case):
    """Names of inputs and outputs that want to lead elsewhere."""
    work = os.path.join(case.folder, "in")
    os.makedirs(os.path.join(work, "deep"))
    for name in ("-o.md", "a\nb.md", "\u202e.md"):
        case.write(b"|a|\n|-|\n|1|\n", os.path.join(work, name))
    before = set(os.listdir(case.folder))
    require(case.run("--", "-o.md", cwd=work).status == 0, "'--' does not end the options")
    outcome = case.run("./a\nb.md", "./no\nsuch", "-o", "out", cwd=work)
    require(outcome.status == 3 and "no\\nsuch" in outcome.messages, outcome.messages)
    # A path with '..' is below the outputs' folder all the same.
    outcome = case.run("../in/deep/../-o.md", "./a\nb.md", "-o", "deep/out", cwd=work)
    require(outcome.status == 0, outcome.messages)
    written = [os.path.join(root, name) for root, _, names in os.walk(case.folder) for name in names]
    require(set(os.listdir(case.folder)) == before, "a file beside the folder")
    require(all(os.path.realpath(path).startswith(os.path.realpath(work)) for path in written), "")
    require(case.run("a\nb.md", "-o", "x" * 300 + ".json", cwd=work).status == 4, "a name of 300 bytes")
    require(case.run("./a\nb.md", "-o", "/no/such/\nfolder/", cwd=work).status in (0, 4), "")


@check("mal-ca425cd16b")
def odd_files(case):
    """Inputs that are no files, or cease to be."""
    out = os.path.join(case.folder, "out.json")
    folder = os.path.join(case.folder, "empty")
    os.mkdir(folder)
    dangling = os.path.join(case.folder, "dangling.md")
    os.symlink("nowhere", dangling)
    loop = os.path.join(case.folder, "loop.md")
    os.symlink("loop.md", loop)
    for path in (dangling, loop, os.path.join(case.folder, "absent.md"), "/proc/self/mem"):
        outcome = case.run(path, "-o", out)
        require(outcome.status == 3 and not os.path.exists(out), f"{path}: {outcome.messages}")
    require(case.run(folder, "-o", os.path.join(case.folder, "o")).status == 3, "an empty folder")
    outcome = case.run("/dev/zero", "--max-input-bytes", "1000000", "-o", out)
    require(outcome.status == 3 and "max-input-bytes" in outcome.messages, outcome.messages)
    require(not os.path.exists(out), "an output of nothing")
    # A pipe gives what is written to it.
    pipe = os.path.join(case.folder, "pipe.md")
    os.mkfifo(pipe)

    def feed():
        with open(pipe, "wb") as file:
            file.write(b"|a|\n|-|\n|1|\n")

    outcome = case.run(pipe, "--as", "tables", after=lambda _: threading.Thread(target=feed).start())
    require(outcome.texts == [["a", "1"]], outcome.messages)


@check("mal-412c67e169")
def noncharacters(case):
    text = case.tables().texts[0][1]
    require(text.startswith("\ufffe\uffff\ufdd0\U000e0001"), f"{text!r}")
    book = os.path.join(case.folder, "copy.xlsx")
    require(case.run(case.path, "--as", "tables", "-o", book).status == 0, "no workbook")
    require(case.run(book, "--as", "tables").texts == [["a", text]], "another text in the workbook")


@check("mal-cfce57ab5f")
def equal_keys(case):
    require(case.tables().texts == [["é", "e\u0301", "1", "2"]], "columns are lost")
