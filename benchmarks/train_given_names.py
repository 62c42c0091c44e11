"""Make ``webapp/language/data/given_names.tsv``: how likely each character is in a given name.

    python benchmarks/train_given_names.py > webapp/language/data/given_names.tsv

Counted over the personal names in jieba's dictionary (MIT), each once: log
probability of a character in first and in last place of a two-character given
name, add-one smoothed; characters met fewer than three times are left out.
"""

from __future__ import annotations

import warnings
from collections import Counter
from math import log

from webapp.language.word_classes import NEVER_GIVEN, SURNAMES


def main() -> None:
    """Print the table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for line in jieba.Tokenizer().get_dict_file():
        word, _, tag = line.decode().split()
        if tag == "nr" and len(word) == 3 and word[0] in SURNAMES and not NEVER_GIVEN & set(word[1:]):
            first[word[1]] += 1
            last[word[2]] += 1
    names = first.total()
    print("# character\tlog probability in first place\tin last place (of a two-character given name)")
    for char in sorted(first | last):
        if first[char] + last[char] >= 3:
            shares = [log((count[char] + 1) / (names + len(count))) for count in (first, last)]
            print(char, *(f"{share:.2f}" for share in shares), sep="\t")


if __name__ == "__main__":
    main()
