from __future__ import annotations

from pathlib import Path

from webapp.language.traits import Traits

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = (
    "他留下来修不好的出租车库，物理学会来了又去，他说得到处都是。叹了一口气，洗了洗脸，上上网，美国会通过了。"
    "老王在山田家喝喝茶，可再生能源，机会不大，铃木一郎跑得到处找，能不能才能站起来，高高地，好吃不好吃。"
)


def test_no_step_is_left_out_that_would_change_a_cut(engine, monkeypatch):
    texts = [TEXTS, *(path.read_text("utf-8")[:4000] for path in sorted(SEEDS.glob("*.txt")))]
    quick = [engine.annotator.document(text) for text in texts]
    monkeypatch.setattr(Traits, "of", lambda self, words: (1 << 20) - 1)
    assert [engine.annotator.document(text) for text in texts] == quick
