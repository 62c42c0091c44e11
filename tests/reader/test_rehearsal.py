"""What a reader will meet on any page is known before it is asked for."""

from webapp.reader.rehearsal import HIGHEST_LEVEL, rehearse


def test_the_first_levels_are_looked_up_a_few_words_at_a_time(engine, monkeypatch):
    ranked = []
    rank = type(engine.ranker).rank

    def watched(self, word, left, right):
        ranked.append(word.text)
        return rank(self, word, left, right)

    monkeypatch.setattr(type(engine.ranker), "rank", watched)
    for step, _ in enumerate(rehearse(engine), start=1):
        assert len(ranked) <= 200 * step
    words = {word for word, level in engine.levels.words.items() if level <= HIGHEST_LEVEL}
    assert len(words & set(ranked)) > 0.9 * len(words) > 1500
