import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("日本首相岸田文雄访问韩国", "岸田文雄"),  # Kishida Fumio: 田文 alone was somebody else
        ("东野圭吾的小说很好看", "东野圭吾"),  # Higashino Keigo
        ("小泽一郎辞职了", "小泽一郎"),  # Ozawa Ichirō
        ("小泉纯一郎辞职了", "小泉纯一郎"),  # Koizumi Jun'ichirō: three characters
        ("松下幸之助创办了公司", "松下幸之助"),  # Matsushita Kōnosuke
        ("歌手吉田美和结婚了", "吉田美和"),  # Yoshida Miwa: 和 is also and
        ("化学家下村修获奖了", "下村修"),  # Shimomura Osamu: one character
    ],
)
def test_a_japanese_name_is_one_word_read_as_chinese(engine, text, name):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == name)
    assert found.kind == "name"
    assert "Japanese personal name" in found.note
    assert found.syllables[2].citation[:1].isupper()


@pytest.mark.parametrize(
    "text", ["山下有个村子", "我在中村小学上学", "水野花开了", "工人在山下修路"]
)  # below the hill; a school; wild; roads
def test_a_surname_alone_makes_no_japanese_name(engine, text):
    notes = [token.word.note or "" for token in engine.annotator.sentences([text])[0]]
    assert not any("Japanese" in note for note in notes)
