"""Makes what the benchmarks read: the same bytes every time, from the corpus and a fixed seed."""

import random
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONE_FORM = ROOT / "examples/ci/forms/training/source.md"
MEGABYTE = 1 << 20

NAMES = "职业技能培训 信息系统运维 办公用房租赁 公共就业服务 档案整理 政策宣传 网络安全 人才引进".split()
PLACES = "浦东新区 松江区 徐汇区 静安区 黄浦区 闵行区".split()
WORDS = "按时完成 全部合格 持续改进 不少于三次 达到预期 稳步提升 基本满意".split()


def rows(seed, count):
    """Rows of ten texts, as a list of projects has them."""
    make = random.Random(seed)
    for number in range(count):
        amount = make.randrange(10_000, 90_000_000)
        yield [
            f"{make.choice(PLACES)}{make.choice(NAMES)}项目",
            f"{make.choice(PLACES)}财政局",
            f"20{make.randrange(18, 27)}-{make.randrange(1, 13):02}-{make.randrange(1, 29):02}",
            f"{amount / 100:,.2f}",
            f"≥{make.randrange(80, 101)}%",
            make.choice(WORDS),
            f"{number:06}",
            make.choice(WORDS) + make.choice(WORDS),
            f"{make.randrange(1, 500)}人次",
            make.choice(["经常性项目", "一次性项目", "其他"]),
        ]


def header():
    """The names of the columns."""
    return "项目名称 主管部门 日期 金额 目标值 绩效 编号 说明 数量 项目性质".split()


def repeat(path, sources, byte_count):
    """The documents of the corpus one after another, up to a size."""
    once = b"".join(source.read_bytes() + b"\n\n" for source in sources)
    with open(path, "wb") as file:
        for _ in range(-(-byte_count // len(once))):
            file.write(once)
    return path


def documents(folder, byte_count):
    """Forms as pipe tables."""
    sources = sorted(ROOT.glob("corpus/00[02]*/source.txt"))
    return repeat(folder / f"documents-{byte_count}.md", sources, byte_count)


def tsv(path, byte_count=None, row_count=None):
    """One table of tab-separated text, up to a size or of some rows."""
    with open(path, "wb") as file:
        size = file.write("\t".join(header()).encode() + b"\n")
        for number, row in enumerate(rows(1, row_count or 1 << 40)):
            if byte_count and size >= byte_count:
                break
            size += file.write("\t".join(row).encode() + b"\n")
    return path


def html(path, byte_count):
    """Tables of five hundred rows on one page."""
    start = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>项目</title></head><body>\n"
    with open(path, "wb") as file:
        size = file.write(start.encode())
        for number, row in enumerate(rows(2, 1 << 40)):
            if number % 500 == 0:
                if number:
                    size += file.write(b"</table>\n")
                if size >= byte_count:
                    break
                cells = "".join(f"<th>{name}</th>" for name in header())
                size += file.write(f"<table>\n<tr>{cells}</tr>\n".encode())
            cells = "".join(f"<td>{cell}</td>" for cell in row)
            size += file.write(f"<tr>{cells}</tr>\n".encode())
        file.write(b"</body></html>\n")
    return path


def forms(folder, count):
    """Documents of one form each, two hundred to a folder, no two alike."""
    text = ONE_FORM.read_text(encoding="utf-8")
    for number in range(count):
        place = folder / f"{number // 200:03}"
        place.mkdir(parents=True, exist_ok=True)
        copy = text.replace("职业技能培训", f"职业技能培训{number}")
        (place / f"{number:05}.md").write_text(copy, encoding="utf-8")
    return folder
