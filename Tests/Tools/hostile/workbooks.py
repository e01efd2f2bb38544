"""What bad workbooks must give."""

import os
import struct
import warnings
import zipfile
import zlib

from .harness import MIB, check, pieces, require


@check("mal-88c60efb01")
def zip_bomb(case):
    """4 GiB of spaces; the size in the headers is true, then a lie."""
    head = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/' \
        b'2006/main"><sheetData>'
    tail = b"</sheetData></worksheet>"
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = squeezer.compress(head) + squeezer.flush(zlib.Z_FULL_FLUSH)
    block = zlib.compressobj(9, zlib.DEFLATED, -15)
    spaces = b" " * (64 * MIB)
    piece = block.compress(spaces) + block.flush(zlib.Z_FULL_FLUSH)
    checksum = zlib.crc32(head)
    for _ in range(64):
        stream += piece
        checksum = zlib.crc32(spaces, checksum)
    end = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream += end.compress(tail) + end.flush()
    checksum = zlib.crc32(tail, checksum)
    for claimed in (1000, 0xFFFFFFFF):
        case.workbook()
        replace_part(case.path, "xl/worksheets/sheet1.xml", stream, checksum, claimed)
        case.refused()


def replace_part(path, name, stream, checksum, claimed):
    """Puts a compressed stream in place of a part, with the size it claims to have."""
    with zipfile.ZipFile(path) as source:
        parts = [(item.filename, source.read(item)) for item in source.infolist()]
    body = b""
    directory = b""
    for part, content in parts:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        record = (zlib.crc32(content), len(packed), len(content))
        if part == name:
            packed = stream
            record = (checksum, len(stream), claimed)
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, *record, len(part), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack(
            "<HHHII", 0, 0, 0, 0, len(body)) + part.encode()
        body += b"PK\3\4" + common + part.encode() + packed
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    with open(path, "wb") as file:
        file.write(body + directory + end)


@check("mal-e0fc9c0225")
def overlapping_parts(case):
    """A thousand records of the directory that share one compressed stream of 10 MB."""
    case.workbook()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b" " * 10_000_000
    packed = packer.compress(content) + packer.flush()
    with open(case.path, "rb") as file:
        package = file.read()
    end = package.rindex(b"PK\5\6")
    count, size, start = struct.unpack("<HII", package[end + 10:end + 20])
    name = b"xl/kernel.bin"
    record = struct.pack(
        "<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(content), len(packed), len(content), len(name), 0)
    body = package[:start] + b"PK\3\4" + record + name + packed
    directory = package[start:start + size]
    for number in range(1000):
        other = f"xl/k{number:08}.b".encode()
        directory += b"PK\1\2" + struct.pack("<H", 20) + record + struct.pack(
            "<HHHII", 0, 0, 0, 0, start) + other
    case.write(body + directory + b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, count + 1000, count + 1000, len(directory), len(body), 0))
    outcome = case.run(case.path, "--as", "tables", "--lang", "en")
    # Parts that nothing refers to need not be unpacked; if they are, it is refused.
    require(outcome.status in (0, 3), f"status {outcome.status}")
    # The sheet itself as such a part is refused.
    with zipfile.ZipFile(os.path.join(case.base, "valid", "minimal-handmade.xlsx")) as source:
        parts = {item.filename: source.read(item) for item in source.infolist()}
    case.workbook({"xl/worksheets/sheet1.xml": parts["xl/worksheets/sheet1.xml"]})
    with open(case.path, "rb") as file:
        package = bytearray(file.read())
    end = package.rindex(b"PK\5\6")
    start = struct.unpack("<I", package[end + 16:end + 20])[0]
    first = struct.unpack("<I", package[start + 42:start + 46])[0]
    for place in find_all(package, b"PK\1\2"):
        package[place + 42:place + 46] = struct.pack("<I", first)
    case.write(bytes(package))
    case.refused()


def find_all(content, mark):
    place = content.find(mark)
    while place >= 0:
        yield place
        place = content.find(mark, place + 1)


@check("mal-7d8ace76f1", "mal-d44b856e2d")
def one_name_twice(case):
    extra = case.recipe["build"]["zip"]["extra"]
    with warnings.catch_warnings():
        # The library warns of the very thing that is wanted.
        warnings.simplefilter("ignore")
        case.workbook(extra=[(item["name"], pieces(item["content"])) for item in extra])
    case.refused("two parts named")


@check("mal-9edc308f61")
def broken_packages(case):
    """Five ways to break the structure of a package."""
    case.workbook()
    with open(case.path, "rb") as file:
        good = file.read()

    def changed(offset, value, mark):
        package = bytearray(good)
        for place in find_all(package, mark):
            package[place + offset:place + offset + len(value)] = value
        return bytes(package)

    case.write(changed(8, b"\1", b"PK\1\2"))
    case.refused("encrypted")
    case.write(changed(10, struct.pack("<H", 99), b"PK\1\2"))
    case.refused()
    # Sizes that are in a ZIP64 field, and there are 2^63.
    package = bytearray(good)
    end = package.rindex(b"PK\5\6")
    size, start = struct.unpack("<II", package[end + 12:end + 20])
    directory = b""
    for place in find_all(package[start:start + size], b"PK\1\2"):
        record = package[start + place:]
        length = struct.unpack("<H", record[28:30])[0]
        field = struct.pack("<HHQQ", 1, 16, 1 << 63, 1 << 63)
        head = record[:20] + b"\xff" * 8 + record[28:30] + struct.pack("<H", len(field)) + record[32:46]
        directory += bytes(head + record[46:46 + length]) + field
    count = struct.unpack("<H", package[end + 10:end + 12])[0]
    case.write(bytes(package[:start]) + directory + b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, count, count, len(directory), start, 0))
    case.refused()
    with zipfile.ZipFile(case.path, "w") as target:
        with zipfile.ZipFile(os.path.join(case.base, "valid", "minimal-handmade.xlsx")) as source:
            for item in source.infolist():
                target.writestr(zipfile.ZipInfo(item.filename), source.read(item))
        for number in range(65536):
            target.writestr(zipfile.ZipInfo(f"x/{number}"), b"")
    case.refused()
    # A second record of the end, in the comment of the first: two readings, so it is refused, or
    # read by the one that ends where the file does.
    second = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0, 0, 0, 0, 0)
    comment = second + b"c" * (65535 - len(second))
    package = bytearray(good)
    package[end + 20:end + 22] = struct.pack("<H", 65535)
    case.write(bytes(package) + comment)
    outcome = case.run(case.path, "--as", "tables")
    require(outcome.status in (0, 3), f"status {outcome.status}")
    if outcome.status == 0:
        whole = outcome.texts
        case.write(good)
        require(case.tables().texts == whole, "a mixture of two readings")


@check("mal-f459a7361a")
def no_packages(case):
    old = pieces(case.recipe["build"]["concat"])
    case.write(old)
    case.refused("old Office file")
    case.workbook()
    with open(case.path, "rb") as file:
        good = file.read()
    case.write(good[:len(good) // 2])
    case.refused("damaged")
    case.write(b"")
    case.refused("empty")
    case.write(b"hello")
    for options in ((), ("--from", "xlsx")):
        outcome = case.run(case.path, *options)
        require(outcome.status in (0, 1) if not options else outcome.status == 3, outcome.messages)


@check("mal-e68a65e6ad")
def impossible_indexes(case):
    replace = case.recipe["build"]["zip"]["replace"]
    case.workbook({name: pieces(content) for name, content in replace.items()})
    outcome = case.run(case.path, "--as", "tables", "--lang", "en")
    require(outcome.status in (1, 3) or outcome.codes, "nothing is said")
    require(outcome.status == 3 or outcome.codes, outcome.messages[:300])


@check("mal-2000045460")
def endless_merges(case):
    replace = case.recipe["build"]["zip"]["replace"]
    case.workbook({name: pieces(content) for name, content in replace.items()})
    outcome = case.run(case.path, "--as", "tables", "--lang", "en")
    require(outcome.status in (0, 1, 3), f"status {outcome.status}")
    require(outcome.status == 3 or len(outcome.messages) < 100_000, "a hundred thousand messages")
