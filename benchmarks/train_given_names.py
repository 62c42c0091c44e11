"""Make ``webapp/language/data/given_names.tsv``: how likely each character is in a given name.

    python -m benchmarks.train_given_names TAGGED > webapp/language/data/given_names.tsv

Counted over the personal names in jieba's dictionary (MIT) and those tagged by
hand, ``nr``, in TAGGED (the People's Daily of January 1998, see
``train_persons.py``), each once: log probability of a character in first and in
last place of a two-character given name, add-one smoothed; characters met fewer
than three times are left out. jieba's own guessing took what somebody does for the
end of his name (周迅 + 演): of a verb or the like that ends no name tagged by hand
only a tenth is counted.
"""

from __future__ import annotations

import argparse
import warnings
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

from webapp.language.word_classes import NEVER_GIVEN, SURNAMES

DEEDS = ("v", "d", "p", "c", "u", "r", "f", "m")
DOUBTED = 0.1


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("tagged", type=Path)
    own = set(by_hand(options.parse_args().tagged))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    lines = [line.decode().split() for line in jieba.Tokenizer().get_dict_file()]
    tags = {word: tag for word, _, tag in lines}
    listed = {word for word, _, tag in lines if tag == "nr" and is_name(word)}
    sure = {name[2] for name in own}
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for name in sorted(own | listed):
        is_doubted = name[2] not in sure and tags.get(name[2], "").startswith(DEEDS)
        weight = DOUBTED if is_doubted and name not in own else 1.0
        first[name[1]] += weight
        last[name[2]] += weight
    names = first.total()
    print("# character\tlog probability in first place\tin last place (of a two-character given name)")
    for char in sorted(first | last):
        if first[char] + last[char] >= 3:
            shares = [log((count[char] + 1) / (names + len(count))) for count in (first, last)]
            print(char, *(f"{share:.2f}" for share in shares), sep="\t")


def is_name(word: str) -> bool:
    return len(word) == 3 and word[0] in SURNAMES and NEVER_GIVEN.isdisjoint(word[1:])


def by_hand(path: Path) -> Iterator[str]:
    """Yield the names of three characters, surname and given name tagged ``nr`` each."""
    surname = ""
    for token in path.read_text("utf-8").split():
        word, _, tag = token.rpartition("/")
        if surname and tag == "nr" and is_name(surname + word):
            yield surname + word
        surname = word if tag == "nr" and len(word) == 1 else ""


if __name__ == "__main__":
    main()
