#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""hostile_archives.py FOLDER OUTSIDE: writes archives that nobody should unpack into FOLDER.

OUTSIDE is the absolute path that those with absolute paths aim at.
"""
import bz2
import gzip
import io
import lzma
import os
import struct
import sys
import tarfile
import zipfile

FOLDER, OUTSIDE = sys.argv[1], sys.argv[2]
TEXT = b"evil"


def path(name):
    return os.path.join(FOLDER, name)


def member(name, kind=tarfile.REGTYPE, link="", data=TEXT, mode=0o644):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, mode
    info.size = len(data) if kind == tarfile.REGTYPE else 0
    return info, data


def tar(case, *members, form=tarfile.PAX_FORMAT):
    with tarfile.open(path(case + ".tar"), "w", format=form) as archive:
        for info, data in members:
            archive.addfile(info, io.BytesIO(data))


GOOD = member("good.txt", data=b"good")
SYM, HARD, DIR = tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE

# Names. A harmless file first: it must not stay either.
for case, name in {
    "dotdot": "../evil", "dotdot_inside": "a/../../evil", "dotdot_end": "a/..", "absolute": OUTSIDE,
    "backslash": "a\\..\\evil", "drive": "C:/evil", "newline": "a\nevil", "escape": "a\x1b[2Jevil", "c1": "a\u009bevil",
    "deep": "d/" * 40 + "evil", "long_name": "x" * 300, "long_path": ("y" * 200 + "/") * 6 + "evil",
    "slash": "/", "dot": ".",
}.items():
    tar("name_" + case, GOOD, member(name))
tar("name_latin1", GOOD, member(b"evil\xfc".decode("utf8", "surrogateescape")), form=tarfile.GNU_FORMAT)

# Links.
tar("link_absolute", GOOD, member("l", SYM, "/etc/passwd"))
tar("link_up", GOOD, member("l", SYM, "../evil"))
tar("link_up_deep", GOOD, member("a/b/l", SYM, "../../../evil"))
tar("link_down_up", GOOD, member("a/l", SYM, "b/../../../evil"))
tar("link_chain", GOOD, member("x/y", SYM, ".."), member("z", SYM, "x/y/../evil"))
tar("link_strip", member("top/l", SYM, "../evil"))
tar("link_empty", GOOD, member("l", SYM, ""))
tar("link_through", member("sub", DIR), member("d", SYM, "sub"), member("d/evil"))
tar("link_over", member("d", SYM, "good.txt"), member("d"))
tar("hard_up", GOOD, member("l", HARD, "../evil"))
tar("hard_absolute", GOOD, member("l", HARD, "/etc/passwd"))
tar("hard_missing", GOOD, member("l", HARD, "nothing"))
tar("hard_of_link", GOOD, member("a/b/l", SYM, "../../good.txt"), member("m", HARD, "a/b/l"))
tar("hard_through", member("sub/f"), member("d", SYM, "sub"), member("m", HARD, "d/f"))

# Kinds.
tar("kind_pipe", GOOD, member("p", tarfile.FIFOTYPE))
tar("kind_characters", GOOD, member("c", tarfile.CHRTYPE))
tar("kind_blocks", GOOD, member("b", tarfile.BLKTYPE))

# Twice.
tar("twice_file", GOOD, GOOD)
tar("twice_dots", GOOD, member("./good.txt"))
tar("twice_folder_file", member("a", DIR), member("a"))
tar("twice_file_folder", member("a"), member("a", DIR))
tar("file_as_folder", member("a"), member("a/b"))

# Sizes.
tar("many", *(member(f"f{i}") for i in range(11)))
tar("many_folders", member("a/b/c/d/e/f/g/h/i/j/k/f"))
with gzip.open(path("bomb.tar.gz"), "wb", 9) as packed, tarfile.open(fileobj=packed, mode="w|") as archive:
    info, _ = member("zeros", data=b"")
    info.size = 40 << 20
    archive.addfile(info, io.BytesIO(bytes(40 << 20)))
with zipfile.ZipFile(path("bomb.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for i in range(3):
        archive.writestr(f"zeros{i}", bytes(10 << 20))


def checksummed(block):
    block = bytearray(block.ljust(512, b"\0"))
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def number(value):
    """Twelve bytes; octal digits while they fit, else GNU's binary form."""
    return b"%011o\0" % value if value < 8 ** 11 else b"\x80" + value.to_bytes(11, "big")


def header(name, size, kind, tail=b""):
    block = name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2
    block += number(size) + number(0) + b" " * 8 + kind
    return checksummed(block.ljust(257, b"\0") + b"ustar  \0" + bytes(386 - 265) + tail)


def sparse(case, at, data, size):
    """A file of `size` bytes, of which only `data` is in the archive (old GNU form)."""
    tail = number(at) + number(len(data)) + number(size) + number(0)
    tail = tail.ljust(96, b"\0") + b"\0" + number(size)
    with open(path(case + ".tar"), "wb") as file:
        file.write(header("holes", len(data), b"S", tail) + data.ljust(512, b"\0") + bytes(1024))


sparse("sparse_bomb", 0, b"x", 1 << 42)
sparse("sparse_good", 50000, b"middle", 100000)
with open(path("claims_much.tar"), "wb") as file:
    file.write(header("huge", 1 << 59, b"0") + bytes(4096))

# Damage.
noise = os.urandom(60000)
tar("plain", member("noise", data=noise))
with open(path("plain.tar"), "rb") as file:
    plain = file.read()
for case, pack in {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "tar": bytes}.items():
    packed = pack(plain)
    with open(path("cut." + case), "wb") as file:
        file.write(packed[:len(packed) // 2])
with open(path("twice_packed.tar.gz"), "wb") as file:
    file.write(gzip.compress(gzip.compress(plain)))
for case, content in {"nothing": b"", "text": b"no archive\n" * 1000, "zero_blocks": bytes(10240)}.items():
    with open(path(case), "wb") as file:
        file.write(content)


def zipped(case, name, data=noise, change=lambda content: content, attributes=0o644 << 16):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", b"good")
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr, info.compress_type = 3, attributes, zipfile.ZIP_DEFLATED
        archive.writestr(info, data)
    with open(path(case + ".zip"), "wb") as file:
        file.write(change(packed.getvalue()))


def patched(content, signature, offset, form, value):
    """Changes a field of the last record with the signature."""
    content = bytearray(content)
    struct.pack_into(form, content, content.rfind(signature) + offset, value)
    return bytes(content)


LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
zipped("zip_dotdot", "../evil")
zipped("zip_absolute", OUTSIDE)
zipped("zip_backslash", "..\\evil")
zipped("zip_link", "l", b"../evil", attributes=0o120777 << 16)
zipped("zip_cut", "f", change=lambda content: content[:len(content) // 2])
zipped("zip_checksum", "f", change=lambda c: patched(patched(c, LOCAL, 14, "<I", 1), CENTRAL, 16, "<I", 1))
zipped("zip_shorter", "f", change=lambda c: patched(patched(c, LOCAL, 22, "<I", 10), CENTRAL, 24, "<I", 10))
zipped("zip_longer", "f", change=lambda c: patched(patched(c, LOCAL, 22, "<I", 70000), CENTRAL, 24, "<I", 70000))
zipped("zip_encrypted", "f", change=lambda c: patched(patched(c, LOCAL, 6, "<H", 1), CENTRAL, 8, "<H", 1))

# Odd but harmless.
tar("harmless", member("./", DIR), member("./a//b/./f", data=b"good", mode=0o6777), member("a", DIR, mode=0o7000),
    member("a/b", DIR), member("a/l", SYM, "b/f"), member("a/b/up", SYM, "../../a"), member("h", HARD, "a/b/f"),
    member("gr\u00fcn/\u00fc.txt", data=b"good"))
with zipfile.ZipFile(path("utf8.zip"), "w") as archive:
    archive.writestr("gr\u00fcn/\u00fc.txt", b"good")
