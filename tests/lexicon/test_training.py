from __future__ import annotations

from webapp.lexicon.english import stem, stems
from webapp.lexicon.fitting import fit, write_tables
from webapp.lexicon.training import Trainer

PAIRS = [
    ("这朵花很香。", "This flower smells nice."),
    ("花开了。", "The flowers have opened."),
    ("他买了一朵花。", "He bought a flower."),
    ("她花了钱。", "She spends money."),
    ("我花了很多钱。", "I spent a lot of money."),
    ("他花了时间。", "He spends time."),
    ("今天很热。", "It is hot today."),
    ("我们走吧。", "Let's go."),
    ("他来了。", "He came."),
    ("你好。", "Hello."),
] * 3


def test_forms_of_an_english_word_share_their_stem():
    assert stem("spent") == stem("spends") == stem("spending") == stem("spend")
    assert stem("flowers") == stem("flower")
    assert stem("stopped") == stem("stop")
    assert stems("to be in the") == []


def test_the_translation_tells_the_sense_and_the_weights_learn_it(lexicon, tmp_path):
    trainer = Trainer(lexicon)
    examples = [example for example in trainer.examples(PAIRS) if example.word == "花"]
    keys = trainer.headwords("花")["hua1",].keys
    labels = [keys[index] for example in examples for index in example.label]
    assert labels.count("flower") >= 9
    assert labels.count("to spend") >= 9
    weights = fit(examples, trainer.headwords)
    assert weights["sense", "花", "to spend"] > weights["sense", "花", "fancy pattern"]
    write_tables(weights, tmp_path, "pairs.tsv")
    lines = tmp_path.joinpath("sense_counts.tsv").read_text("utf-8").splitlines()
    assert lines[2:] == sorted(lines[2:])
    assert any(line.startswith("花\tto spend\t") for line in lines)
