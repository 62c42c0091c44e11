"""What the model for polyphones reads, and what its answers look like."""

import subprocess
import sys

import numpy as np
import pytest

from webapp.language.polyphone_features import EDGE, OPEN, TEMPLATES, hashes, windows
from webapp.language.polyphone_network import Network
from webapp.language.polyphone_weights import FILE, PolyphoneTableError, Weights, save
from webapp.language.polyphone_window import FILE as WINDOWS_FILE
from webapp.language.polyphone_window import FIRST_ID, WIDTH, Windows, row_numbers
from webapp.language.polyphone_window import save as save_windows
from webapp.language.polyphones import SURE_FROM, PolyphoneModel, Prediction


@pytest.fixture(scope="module")
def model():
    return PolyphoneModel.load()


def read(model, marked):
    """Read the characters that ``*`` stands before."""
    pieces = marked.split("*")
    text, places = "".join(pieces), list(np.cumsum([len(piece) for piece in pieces[:-1]]))
    return [prediction.reading for prediction in model.predict([(text, places)])[0]]


@pytest.mark.parametrize(
    ("marked", "readings"),
    [
        ("钱我明天一定*还你", ["huan2"]),  # give back
        ("昨天他*还在上海", ["hai2"]),  # still
        ("这篇文章一共八*行", ["hang2"]),  # eight lines
        ("她小声*地说", ["de5"]),  # in a low voice
        ("院子里*种了两棵桃树", ["zhong4"]),  # planted
        ("这两*种茶都很香", ["zhong3"]),  # kinds
        ("妈妈*为我担心", ["wei4"]),  # for
        ("他被推选*为代表", ["wei2"]),  # as
        ("河水太*长，*长大的人*都走了", ["chang2", "zhang3", "dou1"]),
    ],
)
def test_everyday_sentences(model, marked, readings):
    assert read(model, marked) == readings


def test_a_choice_is_made_among_the_allowed_readings_only(model):
    text = "他在银行工作"  # he works at a bank
    free, bound = model.predict([(text, [3])] * 2, [[["hang2", "xing2"]], [["xing2", "heng2"]]])
    assert free[0].reading == "hang2"
    assert free[0].probability > 0.9
    assert bound[0].reading == "xing2"
    assert bound[0].runner_up == "heng2"


def test_readings_the_model_never_met_are_left_to_their_order(model):
    answers = model.predict([("行", [0]), ("我", [0])], [[["nei4", "wai4"]], [["wo3"]]])
    assert answers == [[Prediction("nei4", 0.5, "wai4")], [Prediction("wo3", 1.0)]]


def test_unknown_and_known_characters_may_stand_in_one_request(model):
    text = "我得走了"  # I must go
    allowed = [[("wo3",), ("de5", "dei3"), ("le5", "liao3")]]
    assert [p.reading for p in model.predict([(text, [0, 1, 3])], allowed)[0]] == ["wo3", "dei3", "le5"]


def test_probabilities_are_shares_and_runners_up_differ(model):
    text = "重庆的长辈都说行长调任为难"
    places = [at for at, char in enumerate(text) if model.knows(char)]
    for prediction, at in zip(model.predict([(text, places)])[0], places, strict=True):
        assert 0.5 / len(model.readings(text[at])) < prediction.probability <= 1
        assert prediction.reading in model.readings(text[at])
        assert prediction.runner_up in model.readings(text[at])
        assert prediction.runner_up != prediction.reading


def test_nothing_asked_is_nothing_answered(model):
    assert model.predict([]) == []
    assert model.predict([("行", []), ("", [])]) == [[], []]


def test_the_model_reads_the_same_in_every_process():
    program = (
        "from webapp.language.polyphones import PolyphoneModel as M\n"
        "import sys\n"
        "text = '他还了行长的长发，重新为大家调好了音'\n"
        "model = M.load()\n"
        "places = [i for i, c in enumerate(text) if model.knows(c)]\n"
        "sys.stdout.write(repr(model.predict([(text, places)])))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "Prediction" in outputs.pop()


def test_every_reading_is_numbered_and_the_file_is_small(model):
    assert FILE.stat().st_size < 3_000_000
    assert WINDOWS_FILE.stat().st_size < 2_000_000
    readings = {reading for char in "行女绿儿得长" for reading in model.readings(char)}
    assert {"lü4", "r5", "de5", "hang2"} <= readings
    assert not any("u:" in reading or "v" in reading for reading in readings)


def test_open_windows_hide_what_stands_outside_a_word():
    asked = [["银行"], [[1]]]  # bank
    inside = hashes(windows(*asked, OPEN))
    sentence = hashes(windows(*asked, EDGE))
    templates = slice(len(TEMPLATES))
    assert (inside[:, templates] == 0).sum() > 0
    assert (sentence[:, templates] == 0).sum() == 0
    assert (inside[inside != 0] == sentence[inside != 0]).all()


def test_what_stands_near_counts_the_same_at_every_distance():
    near = [
        set(hashes(windows([text], [[text.index("系")]]))[0, len(TEMPLATES) :].tolist())
        for text in ("带系", "系了带")
    ]
    assert (near[0] & near[1]) - {0}, "带 before and 带 two places after"


def test_digits_count_as_one_character_and_letters_as_another():
    assert (hashes(windows(["3行B"], [[1]])) == hashes(windows(["７行z"], [[1]]))).all()


def test_weights_come_back_as_they_were_saved(tmp_path):
    keys = np.random.default_rng(0).integers(0, 2**63, 5_000, dtype=np.uint64)
    weights = np.linspace(-2, 2, 5_000).astype(np.float32)
    kept = save(tmp_path / "small.npz", {"行": ["xing2", "hang2"]}, {"行": 0.5}, 0.01, keys, weights)
    loaded = Weights.load(tmp_path / "small.npz")
    back = loaded.look_up(keys)
    assert kept > 4_950
    assert (np.abs(back - weights) < 0.01).sum() >= kept - 5
    assert loaded.readings == {"行": ("xing2", "hang2")}
    assert not loaded.look_up(keys ^ np.uint64(1 << 20)).any()


@pytest.mark.parametrize("content", [b"", b"no archive"])
@pytest.mark.parametrize("kind", [Weights, Windows])
def test_a_broken_file_of_weights_is_one_clear_error(tmp_path, content, kind):
    broken = tmp_path / "weights.npz"
    broken.write_bytes(content)
    with pytest.raises(PolyphoneTableError, match="Reinstall"):
        kind.load(broken)


def small_windows(path, favoured):
    """A network of windows that knows 行 only, and takes it for one of its readings wherever it stands."""
    arrays = {
        "rows": np.zeros((FIRST_ID + 2, 2)),
        "mix": np.zeros((WIDTH * 2, 3)),
        "centres": np.ones((1, 3)),
        "labels": np.array([[0, 0, 0], [9, 9, 9]][:: 1 if favoured else -1]),
        "bias": np.zeros(2),
    }
    save_windows(path, "人行", arrays, {"行": ["xing2", "hang2"]}, 1.0)
    return Windows.load(path)


def test_windows_come_back_as_they_were_saved(tmp_path):
    loaded = small_windows(tmp_path / "windows.npz", 1)
    around = windows(["人行", "A行"], [[1], [1]])
    scores = loaded.scores(around, np.array([0, 0]), np.array([0, 1, 1]), np.array([0, 0, 1]))
    assert scores.tolist() == [0, 27, 27]
    assert loaded.readings == {"行": ("xing2", "hang2")}
    assert row_numbers(around, loaded.ids)[0, WIDTH // 2 - 1 :].tolist() == [FIRST_ID, FIRST_ID + 1, *[0] * 6]


def test_the_window_is_looked_at_where_the_rest_is_in_doubt_and_only_there(tmp_path):
    network, weights = Network.load(), Weights.load()
    plain = PolyphoneModel(network, weights)
    asked = [("这行行吗", [2]), ("银行", [1])]  # does this line do?; a bank
    open_one, sure = plain.predict(asked)
    assert open_one[0].probability < SURE_FROM <= sure[0].probability
    for number, reading in enumerate(("xing2", "hang2")):
        model = PolyphoneModel(network, weights, small_windows(tmp_path / "windows.npz", number))
        answers = model.predict(asked, [[["xing2", "hang2"]]] * 2)
        assert answers[0][0].reading == reading
        assert answers[1][0].reading == "hang2"
