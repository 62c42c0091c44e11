import pytest

from webapp.language.pinyin import join


def tokens(engine, text):
    return {token.text: token.word for token in engine.annotator.sentences([text])[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("作家加布里埃尔·加西亚·马尔克斯去世", "加布里埃尔·加西亚·马尔克斯"),  # Gabriel García Márquez
        ("总理让-克洛德·容克说", "让-克洛德·容克"),  # Jean-Claude Juncker
        ("部长沃勒扎斯出席会议", "沃勒扎斯"),  # without a dot, in no dictionary
        ("记者李国强报道", "李国强"),  # a Chinese name
        ("亚历山大·普希金是诗人", "亚历山大·普希金"),  # a name that is known before the dot,
        ("乌尔苏拉·冯德莱恩访华", "乌尔苏拉·冯德莱恩"),  # no place before it
        ("让-雅克·卢梭写了书", "让-雅克·卢梭"),  # and one behind it
    ],
)
def test_a_name_is_one_token(engine, text, name):
    word = tokens(engine, text)[name]
    assert word.kind == "name"
    assert word.note


@pytest.mark.parametrize(
    ("text", "surname", "reading"),
    [
        ("任老师来了", "任", "Ren2"),  # Teacher Ren
        ("查教授姓查", "查", "Zha1"),  # Professor Zha
        ("单女士是我的邻居", "单", "Shan4"),  # Ms Shan
    ],
)
def test_a_surname_before_a_title_has_its_own_reading(engine, text, surname, reading):
    word = tokens(engine, text)[surname]
    assert word.syllables[0].citation == reading
    assert word.role == "surname"


def test_a_full_name_takes_the_surname_s_own_reading(engine):
    word = tokens(engine, "仇国强同志去世了")["仇国强"]  # Comrade Qiu Guoqiang
    assert [syllable.citation for syllable in word.syllables] == ["Qiu2", "Guo2", "qiang2"]


@pytest.mark.parametrize("text", ["天真热", "他高兴地说", "钱都花光了", "我和他和平相处", "我在花园里"])
def test_ordinary_words_are_no_names(engine, text):
    assert not [word for word in tokens(engine, text).values() if word.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name", "reading", "said"),
    [
        ("小王找老李去了", "小王", "Xiao3 Wang2", "somebody younger"),  # young Wang
        ("小王找老李去了", "老李", "Lao3 Li3", "own age or older"),  # old Li
        ("我跟李姐说了", "李姐", "Li3 Jie3", "elder sister"),  # Sister Li
        ("张总说可以", "张总", "Zhang1 Zong3", "总经理"),  # Director Zhang
        ("仇英是明代画家", "仇英", "Qiu2 Ying1", "surname 仇"),  # Qiu Ying, a painter
        ("解缙主持编纂", "解缙", "Xie4 Jin4", "surname 解"),  # Xie Jin, an editor
        ("尤氏便不说话了", "尤氏", "You2 Shi4", "of the family"),  # of the family You
        ("他住在李家村", "李家村", "Li3 jia1 cun1", "family 李"),  # Lijiacun, a village
    ],
)
def test_how_people_call_each_other_is_one_name(engine, text, name, reading, said):
    word = tokens(engine, text)[name]
    assert word.kind == "name"
    assert " ".join(syllable.citation for syllable in word.syllables) == reading
    assert said in word.note


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("小王子来了", ["小", "王子", "来", "了"]),  # the little prince
        ("一张总图", ["一", "张", "总", "图"]),  # one general map: 张 counts
        ("我太老高兴", ["我", "太", "老", "高兴"]),
    ],
)
def test_what_only_looks_like_a_form_of_address_stays_apart(engine, text, cut):
    assert [token.text for token in engine.annotator.sentences([text])[0]] == cut


def test_a_family_of_four_characters_is_none_that_is_called_by_one(engine):
    assert "".join(tokens(engine, "他是爱新觉罗氏的后人")) == "他是爱新觉罗氏的后人"  # the Qing dynasty's own


@pytest.mark.parametrize("text", ["我和老师说一声", "向老师请教", "都老师的错", "皇帝诸将军"])
def test_a_function_word_before_a_title_is_no_surname(engine, text):
    assert not [word for word in tokens(engine, text).values() if word.kind == "name"]


def test_a_title_after_a_name_says_so_on_both(engine):
    found = tokens(engine, "张大妈和王小明同学来了")  # Aunt Zhang and fellow student Wang Xiaoming
    assert found["张"].note == found["大妈"].note == "surname 张 + 大妈: the title comes after the name"
    assert found["同学"].note == "王小明 + 同学: the title comes after the name"
    assert "Chinese personal name" in found["王小明"].note


def test_a_name_that_ends_like_a_place_is_one(engine):
    word = tokens(engine, "他去阳澄湖玩")["阳澄湖"]  # Lake Yangcheng
    assert [syllable.citation for syllable in word.syllables] == ["Yang2", "cheng2", "hu2"]
    assert "湖 is lake" in word.note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("克里斯蒂娜是我的同学", "克里斯蒂娜/是/我/的/同学"),  # Kristina: 里 is an everyday character
        ("老将莫德里奇替补出场", "老将/莫德里奇/替补/出场"),  # Modrić: 德里 alone is Delhi
        ("马杜苏丹教授说", "马杜苏丹/教授/说"),  # Madhusudhan: 苏丹 alone is Sudan
        ("玛丽娜公主订婚了", "玛丽娜/公主/订婚/了"),  # Princess Marina, not: Mary + na
        ("法国总统马克龙来了", "法国/总统/马克龙/来/了"),  # a country before the name stays outside
        ("弗拉基米尔·泽连斯基抵达巴黎。", "弗拉基米尔·泽连斯基/抵达/巴黎/。"),  # arrived in Paris
        ("里约热内卢的比赛", "里约热内卢/的/比赛"),  # Rio de Janeiro
        ("天真热", "天/真/热"),  # it is really hot: three words
        ("沙特拉着他", "沙特/拉/着/他"),  # Saudi + pull
    ],
)
def test_a_transliterated_name_may_hold_known_names_and_everyday_characters(engine, text, expected):
    assert "/".join(token.text for token in engine.annotator.sentences([text])[0]) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("主任任建国说火灾已经扑灭", "任建国"),  # 建国, to found a state, is a word too
        ("记者李红报道", "李红"),  # reporter Li Hong
        ("他叫李刚", "李刚"),  # his name is Li Gang, not: just
        ("陈爱国，男，三十岁", "陈爱国"),  # nothing stands beside it
        ("马云和马化腾都来了", "马云"),  # not: horse + cloud
        ("令狐冲爱喝酒", "令狐冲"),  # a surname of two characters
        ("李明对王芳说了实话", "李明"),  # what stands around a common surname
        ("李明对王芳说了实话", "王芳"),
        ("王小丽和李强是同班同学", "李强"),  # beside another name
        ("赵敏笑道：“你输了。”", "赵敏"),  # 笑道 is what she did
        ("黄蓉一听就笑了", "黄蓉"),  # the heroine of a novel
        ("我昨天看见了李强", "李强"),  # at the end, after what was done to him
        ("董明珠和雷军打赌", "董明珠"),  # the given name is a word
        ("范冰冰来了", "范冰冰"),  # a doubled given name
    ],
)
def test_a_name_is_known_by_where_it_stands(engine, text, name):
    found = next(token for token in engine.annotator.sentences([text])[0] if token.text == name)
    assert found.word.kind == "name"
    assert "personal name" in found.word.note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老师教我们", "老师/教/我们"),  # the teacher teaches us
        ("牛和马", "牛/和/马"),  # cattle and horses
        ("老师严格要求学生", "老师/严格/要求/学生"),  # strict: 严 is a surname
        ("医生温和地说", "医生/温和/地/说"),  # mildly
        ("王夫人，你好", "王/夫人/，/你好"),  # a title is no given name
        ("股指高开高走", "股指/高/开/高/走"),  # opened high and went on
        ("第三任可汗", "第三/任/可汗"),  # the third khan: 任 counts
        ("张道士也来了", "张/道士/也/来/了"),  # Zhang the Daoist
    ],
)
def test_an_everyday_word_is_no_name(engine, text, expected):
    assert "/".join(token.text for token in engine.annotator.sentences([text])[0]) == expected


def test_the_more_the_more_is_no_name(engine):
    """The more he grew, the handsomer he became."""
    texts = [token.text for token in engine.annotator.sentences(["他越长越帅"])[0]]
    assert texts == ["他", "越", "长", "越", "帅"]


@pytest.mark.parametrize(
    ("text", "name", "reading"),
    [
        ("我跟婷婷一起去", "婷婷", "Tíngtíng"),
        ("我和表弟乐乐布置屋子", "乐乐", "Lèlè"),
        ("阿萝，别胡闹", "阿萝", "Ā Luó"),
        ("翠儿端着碗进来了", "翠儿", "Cuì'ér"),
        ("桃儿笑着说不知道", "桃儿", "Táo'ér"),
    ],
)
def test_a_pet_name_is_one_word(engine, text, name, reading):
    found = next(token for token in engine.annotator.sentences([text])[0] if token.text == name)
    assert found.word.kind == "name"
    assert join(syllable.citation for syllable in found.word.syllables) == reading


def test_the_fruit_is_no_pet_name(engine):
    assert "桃儿" not in [
        token.text for token in engine.annotator.sentences(["他吃了一个桃儿"])[0] if token.word.kind == "name"
    ]


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("目击者解女士告诉记者", "解"),
        ("宁管家去请客人", "宁"),
        ("叶家和苏家是世交", "叶"),
        ("我娘家姓缪", "缪"),
    ],
)
def test_a_surname_is_read_as_one(engine, text, surname):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == surname)
    assert found.kind == "name"
    assert found.syllables[0].citation == {"解": "Xie4", "宁": "Ning2", "叶": "Ye4", "缪": "Miao4"}[surname]


@pytest.mark.parametrize("name", ["杜布瓦", "皮克特", "安德烈耶夫"])
def test_a_name_written_by_its_sound_has_no_surname(engine, name):
    found = engine.annotator.sentences([f"作家{name}写了一篇小说"])[0][1]
    assert found.text == name
    assert found.word.note == "foreign name, written by its sound"
