"""The batched network must say what the package g2pM says."""

import gzip
import pickle
import warnings
from pathlib import Path

import numpy as np
import pytest

from webapp.language.plain_pickle import PolyphoneWeightsError, read_plain_pickle
from webapp.language.polyphone_network import Network
from webapp.language.polyphones import PolyphoneModel

SENTENCES = Path(__file__).parent / "data" / "polyphone_sentences.txt.gz"


@pytest.fixture(scope="module")
def network():
    return Network.load()


@pytest.fixture(scope="module")
def sentences():
    lines = gzip.decompress(SENTENCES.read_bytes()).decode("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_a_thousand_sentences_are_read_as_the_package_reads_them(sentences):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package leaves its files open
        from g2pM import G2pM

        package = G2pM()
        theirs = [package(sentence, char_split=True) for sentence in sentences]
    places = [
        [at for at, char in enumerate(sentence) if len(package.cedict.get(char, ())) > 1]
        for sentence in sentences
    ]
    ours = PolyphoneModel.load().unrestricted(list(zip(sentences, places, strict=True)))
    assert len(sentences) == 1_000
    assert sum(map(len, ours)) > 6_000
    assert ours == [
        [reading[at].replace("u:", "ü") for at in wanted]
        for reading, wanted in zip(theirs, places, strict=True)
    ]


def test_a_sentence_reads_the_same_alone_and_in_company(network, sentences):
    wanted = [range(len(sentence)) for sentence in sentences[:300]]
    together = network.encode(sentences[:300], wanted)
    alone = np.concatenate([network.encode([s], [w]) for s, w in zip(sentences[:300], wanted, strict=True)])
    assert np.abs(together - alone).max() < 1e-4


def test_places_may_be_asked_in_any_order_and_twice(network):
    text = "银行行长重新发行"  # the bank's president issues anew
    rows = network.encode([text, "", text], [[5, 1, 5], [], [1]])
    assert np.array_equal(rows[0], rows[2])
    assert np.allclose(rows[1], rows[3], atol=1e-5)
    assert not np.allclose(rows[0], rows[1])


def test_rare_characters_emoji_and_lone_surrogates_are_only_unknown(network):
    rows = network.encode(["𠀀行😀", "\ud800行\uffff"], [[1], [1]])
    assert np.isfinite(rows).all()
    assert np.allclose(rows[0], rows[1], atol=1e-5)


def test_a_long_text_is_encoded_in_bounded_pieces(network):
    text = "他行走在行长的行列里，" * 10_000  # he walks in the president's ranks
    assert network.encode([text], [[1, len(text) - 3]]).shape == (2, 32)


def test_a_pickle_that_calls_anything_is_refused(tmp_path):
    class Trap:
        def __reduce__(self):
            return (print, ("called",))

    planted = tmp_path / "weights.pkl"
    planted.write_bytes(pickle.dumps({"a": Trap()}))
    with pytest.raises(PolyphoneWeightsError, match="has no place"):
        read_plain_pickle(planted)


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps([1, 2])[:-3]])
def test_broken_weights_are_one_clear_error(tmp_path, content):
    broken = tmp_path / "weights.pkl"
    broken.write_bytes(content)
    with pytest.raises(PolyphoneWeightsError, match="Reinstall"):
        read_plain_pickle(broken)


def test_missing_weights_are_one_clear_error(tmp_path):
    with pytest.raises(PolyphoneWeightsError, match="np_ckpt"):
        read_plain_pickle(tmp_path / "np_ckpt.pkl")
