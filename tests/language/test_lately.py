"""What was asked for lately is kept, and no more than that."""

from webapp.language.lately import Lately


def test_what_is_asked_for_stays_and_the_rest_goes():
    kept = Lately[int, str](10)
    for number in range(100):
        kept.keep(number, str(number))
        assert kept.get(0) == "0"
        assert len(kept) <= 10
    assert kept.get(99) == "99"
    assert kept.get(50) is None


def test_what_was_kept_last_is_what_is_found():
    kept = Lately[str, int](4)
    assert kept.get("a") is None
    assert kept.keep("a", 1) == 1
    kept.keep("b", 2)
    kept.keep("a", 3)  # the older half has the first one yet
    assert kept.get("a") == 3
