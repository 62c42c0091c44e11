from webapp.language.document import Word


def words(engine, text) -> list[Word]:
    return [token.word for token in engine.annotator.document(text).tokens()]


def named(engine, text) -> list[str]:
    return [word.text for word in words(engine, text) if word.kind == "name"]


def test_a_given_name_is_known_once_the_full_name_was_read(engine):
    text = "薛宝钗来了。\n宝钗笑道，宝钗去了。"  # Xue Baochai came; Baochai said with a smile, Baochai left
    assert named(engine, text) == ["薛宝钗", "宝钗", "宝钗"]
    found = next(word for word in words(engine, text) if word.text == "宝钗")
    assert [syllable.citation for syllable in found.syllables] == ["Bao3", "chai1"]
    assert "known from elsewhere in this text" in found.note


def test_a_full_name_met_once_is_believed_where_its_given_name_follows(engine):
    assert named(engine, "我和方晓婷去露营。晓婷说她很累。") == [
        "方晓婷",
        "晓婷",
    ]  # went camping; Xiaoting said


def test_a_given_name_that_is_a_word_too_is_the_person_where_it_acts(engine):
    assert "宝玉" in named(engine, "贾宝玉来了。宝玉便笑了，宝玉道：好。")  # Baoyu
    assert "宝玉" not in named(engine, "贾宝玉来了。他有很多宝玉，宝玉很贵。")  # precious jade


def test_two_characters_that_act_together_again_and_again_are_a_name(engine):
    text = "芳官笑道：来。芳官听了，忙去。晚上芳官说不去。"  # Fangguan, an actress without a surname
    assert named(engine, text) == ["芳官", "芳官", "芳官"]


def test_two_characters_that_never_part_need_act_more_rarely_to_be_a_name(engine):
    # Daiyu rose, took a look; Daiyu's handkerchief, Daiyu's heart, beside Daiyu, a letter for Daiyu, Daiyu's tears
    text = "黛玉走来。黛玉看了。黛玉的手帕。黛玉心中一惊。在黛玉身旁。给黛玉的信。黛玉的眼泪。"
    assert named(engine, text) == ["黛玉"] * 7
    ropes = "纸绳的长度。纸绳的颜色。在纸绳上面。纸绳很贵。给纸绳打结。"  # paper rope: nobody acts
    assert "纸绳" not in named(engine, ropes)


def test_what_people_do_is_no_part_of_their_name(engine):
    text = "贾琏听说，笑了。贾琏道：好。贾琏垂头不语。"  # Jia Lian heard, said, hung his head
    assert named(engine, text) == ["贾琏", "贾琏", "贾琏"]


def test_a_text_learns_nothing_for_the_next_one(engine):
    assert "芳官" in named(engine, "芳官笑道：来。芳官听了，忙去。晚上芳官说不去。")
    assert "芳官" not in named(engine, "芳官来了。")
    first, second = engine.annotator.sentences(["薛宝钗来了。", "宝钗来了。"])
    assert [token.text for token in first][0] == "薛宝钗"
    assert "宝钗" not in [token.text for token in second]


def test_the_tokens_still_spell_the_text(engine):
    text = "賈寶玉道：寶釵來了。薛寶釵笑道：是。芳官聽了。"
    assert "".join(word.text for word in words(engine, text)) == text


def test_a_short_name_is_all_that_is_left_of_itself(engine):
    text = "贾珍道：好。这是贾珍的书。他和贾珍去。"  # Jia Zhen said; his book; went with him
    tokens = list(engine.annotator.document(text).tokens())
    assert "".join(token.text for token in tokens) == text
    assert [token.text for token in tokens].count("贾珍") == 3
