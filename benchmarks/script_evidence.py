"""Make ``webapp/language/data/scripts.tsv``: the characters that tell the two scripts apart.

    python -m benchmarks.script_evidence > webapp/language/data/scripts.tsv

Simplified alone is what GB 2312 has and Big5 has not, and what OpenCC (Apache-2.0) writes
otherwise in traditional; traditional alone the other way round. It is a table because the
two converters take 30 MB of memory, and are needed for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from opencc import OpenCC

HEAD = """# Characters of one script only, made by benchmarks/script_evidence.py
# from GB 2312, Big5 and OpenCC (Apache-2.0)."""


def main() -> None:
    print(HEAD)
    for name, chars in script_evidence().items():
        print(name, "".join(sorted(chars)), sep="\t")


def script_evidence() -> dict[str, frozenset[str]]:
    """Return the characters that only simplified (hans), and only traditional writing uses (hant)."""
    chars = [chr(code) for code in range(0x4E00, 0xA000)]
    mainland, taiwan = _held(chars, "gb2312"), _held(chars, "big5")
    return {"hans": _changed(mainland - taiwan, "s2t"), "hant": _changed(taiwan - mainland, "t2s")}


def _held(chars: Iterable[str], encoding: str) -> frozenset[str]:
    return frozenset("".join(chars).encode(encoding, "ignore").decode(encoding))


def _changed(chars: Iterable[str], config: str) -> frozenset[str]:
    convert = OpenCC(config).convert
    return frozenset(char for char in chars if convert(char) != char)


if __name__ == "__main__":
    main()
