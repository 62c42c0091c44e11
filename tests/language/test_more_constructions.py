"""Constructions that reach over several words."""

import pytest


def words(engine, text):
    return [token.word for token in engine.annotator.sentences([text])[0]]


@pytest.mark.parametrize(
    ("text", "cut", "said"),
    [
        ("他走来走去", ["他", "走", "来", "走", "去"], "走来走去: back and forth"),  # walks to and fro
        ("他想来想去", ["他", "想", "来", "想", "去"], "想来想去: back and forth"),  # thinks it over and over
        ("她唱起歌来", ["她", "唱", "起", "歌", "来"], "唱起歌来: begins to"),  # begins to sing
        (
            "我拉起他来",
            ["我", "拉", "起", "他", "来"],
            "拉起他来: 起 … 来 says that it goes up",
        ),  # pull him up
        ("门打不开", ["门", "打", "不", "开"], "打 + 不 + 开: cannot be done"),  # does not open
        (
            "老师把我叫到办公室",  # called me to the office
            ["老师", "把", "我", "叫", "到", "办公室"],
            "把 puts the object before the verb 叫",
        ),
        ("他们笑了起来", ["他们", "笑", "了", "起来"], "笑 + 起来"),  # began to laugh
        ("突然下起大雨来", ["突然", "下", "起", "大雨", "来"], "下起大雨来: begins to"),  # it began to pour
        ("他看了看新闻", ["他", "看", "了", "看", "新闻"], "看了看: did it briefly"),  # glanced at the news
        ("电脑修不好", ["电脑", "修", "不", "好"], "修 + 不 + 好: cannot be done"),  # cannot be repaired
        ("他打起了瞌睡", ["他", "打", "起", "了", "瞌睡"], "the verb 打瞌睡, taken apart"),  # nodded off
        ("听我的话", ["听", "我", "的", "话"], "the verb 听话, taken apart"),  # do as I say
        ("请等一等", ["请", "等", "一", "等"], "等一等: do it briefly"),  # wait a little, no first class
        ("门一开，他就进去了", ["门", "一", "开", "，", "他", "就", "进去", "了"], "一 … 就: as soon as"),
        ("一听这话他就哭了", ["一", "听", "这", "话", "他", "就", "哭", "了"], "一 … 就"),  # no can of beer
    ],
)
def test_a_construction_over_several_words_is_cut_and_explained(engine, text, cut, said):
    found = words(engine, text)
    assert [word.text for word in found] == cut
    assert any(said in (word.note or "") for word in found)


@pytest.mark.parametrize(
    "text", ["这画不错", "他没完", "通过经验"]
)  # not bad; not finished; through experience
def test_what_only_looks_like_a_complement_is_none(engine, text):
    assert not [word for word in words(engine, text) if word.note and "potential" in word.note]
    assert not [word for word in words(engine, text) if word.note and "result of" in word.note]


@pytest.mark.parametrize(
    ("text", "place", "reading"),
    [
        ("他住在马陵村", "马陵村", "Ma3 ling2 cun1"),  # Maling village
        ("褚河镇很小", "褚河镇", "Chu3 he2 zhen4"),  # Chuhe town, a surname's reading
    ],
)
def test_a_place_that_begins_like_a_person_is_a_place(engine, text, place, reading):
    found = next(word for word in words(engine, text) if word.text == place)
    assert found.gloss == "(place name)"
    assert "place name" in found.note
    assert " ".join(syllable.citation for syllable in found.syllables) == reading


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("他去过两次北京", "次", "how many times it is done"),  # has been to Beijing twice
        ("我们开了三次会议", "会议", None),  # three meetings
        ("她住了三年", "年", "a length of time"),  # lived there for three years
        ("这个五块钱", "块", "an amount of money"),  # costs five yuan
        ("他扔了一块石头", "块", "块 is the measure word for 石头 here"),  # a stone
        ("一辆红色的汽车", "辆", "辆 is the measure word for 汽车 here"),  # a red car
        ("三天以前", "以前", "三天 + 以前: says when"),  # three days ago
        ("除了他以外都来了", "以外", "除了 … 以外: except, or besides"),  # all came but him
        ("火车快要开了", "了", "快要 … 了: it is about to happen"),  # is about to leave
        ("他跑得很快了", "了", "it is so now"),  # runs fast now
        ("我是坐飞机来的", "是", "是 … 的: stresses when, where, how"),  # it was by plane that I came
        ("他一来我就走", "一", "一 … 就: as soon as"),  # as soon as he comes I leave
        ("他走进教室来", "来", "towards the speaker"),  # comes into the classroom
        ("衣服洗干净了", "干净", "干净 tells the result of 洗"),  # washed clean
        ("我看不清楚", "清楚", "cannot be done"),  # cannot see clearly
        ("我想起来了", "起来", "想 + 起来"),  # now I remember
        ("去理个发", "发", "the verb 理发, taken apart"),  # have one's hair cut
        ("爸爸妈妈", "妈妈", None),  # dad and mum, nothing livelier
        ("他上了大学", "上", "上 + 了: the action is completed"),  # went to university
        ("早点儿睡", "点儿", "short for 一点儿, a little"),  # go to bed a little earlier
        ("吃点东西", "点", "short for 一点, a little"),  # eat something
        ("他六点来", "点", "a time of day"),  # comes at six
        ("我们去点一杯茶", "点", None),  # go and order a tea
        ("第三天", "天", "which one, counted from the first"),  # the third day
        ("这家饭馆的菜", "家", "家 is the measure word for 饭馆 here"),  # what this restaurant serves
        ("这位老师的学生", "位", "位 is the measure word for 老师 here"),  # this teacher's students
        ("我实在干不下去", "干", "cannot be done"),  # really cannot go on
        ("你爱住多久住多久", "住", None),  # stay as long as you like
        ("两张高铁票", "张", "张 is the measure word for 票 here"),  # two train tickets
        ("把画往墙上一挂", "把", "before the verb 挂"),  # hangs the picture on the wall
        ("静得连掉根针都听得见", "掉", None),  # one could hear a pin drop
        ("将加大支持力度", "将", None),  # will increase the support
        ("将问题解决", "将", "puts the object before the verb"),  # solve the problem
        ("钥匙找着了", "着", "着 tells the result of 找"),  # found the key
        ("街上的人多了起来", "起来", "多 + 起来: begins to be so"),  # there were more and more people
        ("全场安静了下来", "下来", "安静 + 下来: begins to be so"),  # fell silent
        ("他点上一支烟", "上", None),  # lit a cigarette; no place
        ("他恐怕回不来了", "来", "cannot be done"),  # can hardly come back
        ("跟老朋友下下棋", "棋", "the verb 下棋, taken apart"),  # plays some chess
        ("说不清道不明", "道", None),  # cannot be made clear; no 说道
        ("人瘦了一圈", "圈", "圈 is a measure word"),  # thinner all round
        ("弟弟摔疼了膝盖", "疼", "疼 tells the result of 摔"),  # hurt his knee
        ("她的眼睛红了", "红", None),  # turned red, of itself
        ("外甥女上小学", "上", None),  # goes to school
        ("他打了我一拳", "拳", "how many times"),  # punched me once
        ("给我滚出去", "给", "before an order"),  # get out!
        ("我给朋友写信", "给", "for or to somebody"),  # write to a friend
        ("他走上讲台去了", "去", "走上 … 去"),  # went up to the platform
        ("妈妈把洗好的衣服晾在阳台上", "把", "before the verb 晾"),  # not 洗好, which describes
        ("门口站着个小伙儿", "个", "short for 一个"),  # there stands a young man
        ("他不但会画画", "画画", None),  # can paint
        ("我把地址记下来了", "把", "before the verb 记"),  # wrote the address down
        ("我把地址记下来了", "下来", "记 + 下来"),
        ("声音传了出去", "出去", "传 + 出去"),  # spread
        ("书放回书架", "回", "放 + 回"),  # back on the shelf
        ("他抬起头来", "来", "抬起 … 来: 起来 taken apart"),  # raised his head
        ("你猜猜看", "看", "do it a little and see"),  # have a guess
        ("天空蓝蓝的", "蓝蓝", "蓝 doubled: livelier"),  # quite blue
        ("你什么时候毕的业", "业", "the verb 毕业, taken apart"),  # when did you graduate?
        ("我写的信", "信", None),  # the letter I wrote
        ("我来插句嘴", "嘴", "the verb 插嘴, taken apart"),  # let me cut in
        ("他的话伤了她的心", "心", "the verb 伤心, taken apart"),  # hurt her
        ("他喝了杯茶", "杯", "short for 一杯"),  # drank a cup of tea
        ("咱们握个手吧", "个", "short for 一个"),  # let's shake hands
        ("那位穿红衣服的姑娘", "位", "measure word for 姑娘"),  # that girl in red
        ("他住第八层", "层", "counted from the first"),  # on the eighth floor
        ("他每天跑步", "天", "how often"),  # runs every day
        ("这人真可怜", "人", None),  # this man
        ("日历上写着名字", "上", "place or time word"),  # on the calendar
        ("长大后当了医生", "后", "after that is done"),  # grew up and became a doctor
        ("她結過兩次婚", "過", "結 + 過: has done so before"),  # has been married twice
        ("她怕过马路", "过", None),  # is afraid to cross the road
        ("河水从桥下流过", "过", "past, over or across"),  # flows past under the bridge
        ("他游过了河", "过", "it is done, or past something"),  # swam across the river
        ("叶子从树上落下来", "上", "place or time word"),  # down from the tree
        ("雨下起来了", "起来", "下 + 起来"),  # it began to rain
        ("这些书是我的", "的", "我 + 的: possession"),  # are mine
        ("我会还给你的", "的", "it stresses the statement"),  # will give it back to you
        ("杯子叫他打破了", "叫", "叫 marks the passive"),  # was broken by him
        ("这件事让他丢了脸", "让", None),  # made him lose face
        ("钱包给小偷偷走了", "给", "给 marks the passive"),  # was stolen by a thief
        ("网络的普及性很高", "性", "普及 + 性: -ness"),  # how common it is
        ("买票者请排队", "者", "买票 + 者: one who"),  # those who buy tickets
        ("非会员不能进", "非", "非 + 会员: non-"),  # non-members
        ("他的发音远非完美", "非", None),  # is far from perfect
        ("除非会员同意", "除非", None),  # unless
        ("好多人排队", "人", None),  # many people
        ("两千人参加", "人", "a number of people"),  # two thousand people
        ("这是他第三次参加比赛", "次", "which time it is"),  # for the third time
        ("他踢了我一脚", "脚", "how many times it is done"),  # gave me a kick
        ("我跟他吵了一架", "一", None),  # had a quarrel: 架 counts nothing
        ("这间咖啡厅的蛋糕", "间", "measure word for 咖啡厅"),  # this café's cakes
        ("我订了三张去成都的机票", "张", "measure word for 机票"),  # three tickets to Chengdu
        ("他病了一个星期", "个", "a length of time"),  # was ill for a week
    ],
)
def test_a_card_says_what_a_word_does_here(engine, text, word, said):
    note = next(each.note for each in words(engine, text) if each.text == word)
    assert (said in (note or "")) if said else note is None


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("你昨晚过得好吗", "得", "says how"),  # had a good evening; not "could"
        ("这种病治得好", "得", "can be done"),  # can be cured
        ("地址是错的", "的", "says what it is like"),  # is wrong
        ("她看了一眼站台上的钟", "眼", "how many times"),  # glanced at the clock
        ("条条窄窄的路", "窄窄", "thoroughly so"),
        ("她当了22年护士", "年", "a length of time"),  # no surname
        ("行了行了", "了", "said by itself"),
        ("圆溜溜的眼睛", "圆溜溜", "makes it vivid"),
        ("咖啡是很热的", "的", "says what it is like"),  # is quite hot
        ("她是最小的", "的", "the one that"),  # the youngest one
        ("他给公司提供了一个平台", "给", "for or to somebody or something"),  # for the company
        ("衣服给淋湿了", "给", "done to somebody"),  # got wet
        ("已经十二点了吗", "了", "new situation"),  # twelve already?
        ("你吃了吗", "了", "new situation"),  # have you eaten by now?
        ("我看见一位陌生女人", "位", "measure word for 女人"),  # a strange woman
        ("他是一位香港作家", "位", "measure word for 作家"),  # an author of Hong Kong
        ("我们约的是今天", "的", "the one that"),  # what we agreed on
        ("我们在派对上见", "上", "place or time word"),  # at the party
        ("他三天以前来过", "以前", "counted from there"),  # three days ago
        ("试试吧", "试试", "do it a little"),  # have a try
    ],
)
def test_a_note_says_what_is_meant_here(engine, text, word, said):
    assert said in next(found.note for found in words(engine, text) if found.text == word)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("這裡只賣一雙手套", "zhi3"),  # only; the measure word would be 隻
        ("这只手套很暖和", "zhi1"),  # this glove
        ("這事不干我的事", "gan1"),  # to concern; to do would be 幹
    ],
)
def test_traditional_writing_keeps_apart_what_simplified_joins(engine, text, reading):
    found = next(word for word in words(engine, text) if word.text in ("只", "干"))
    assert [syllable.citation for syllable in found.syllables] == [reading]


def test_the_note_has_the_characters_of_the_text(engine):
    assert [word.note for word in words(engine, "他急著走")][1] == "急 + 著: the action or state goes on"


def test_a_word_taken_apart_by_a_question_says_what_its_beginning_is(engine):
    found = words(engine, "这件衣服合不合适")  # does it fit?
    assert next(word.gloss for word in found if word.text == "合") == "beginning of 合适"


def test_between_two_verbs_one_means_a_bit(engine):
    found = words(engine, "你尝一尝")  # have a taste
    assert [word.gloss for word in found][2] == "once; a bit (between two verbs)"


@pytest.mark.parametrize(("text", "word"), [("他以前做过", "以前"), ("请来吧", "来"), ("到死都不改", "死")])
def test_what_stands_by_itself_has_no_note_on_its_neighbour(engine, text, word):
    assert next(found.note for found in words(engine, text) if found.text == word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [("她喜欢画画", "画画"), ("换一床厚被吧", "被")],  # a verb and its object; a quilt
)
def test_what_looks_like_a_construction_has_no_note(engine, text, word):
    assert [each.note for each in words(engine, text) if each.text == word] == [None]


def test_what_is_counted_is_no_name_and_an_object_keeps_its_reading(engine):
    assert [word.text for word in words(engine, "你有十块钱吗")] == ["你", "有", "十", "块", "钱", "吗"]
    business = next(word for word in words(engine, "他们家做什么生意") if word.text == "生意")
    assert [each.citation for each in business.syllables] == ["sheng1", "yi5"]
