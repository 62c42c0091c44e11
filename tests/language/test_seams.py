import pytest


def words(engine, text):
    return [token.word for token in engine.annotator.sentences([text])[0]]


def cut(engine, text):
    return "/".join(word.text for word in words(engine, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他留下来了", "他/留/下来/了"),  # he stayed
        ("她走进来了", "她/走/进来/了"),  # she came in
        ("我们去喝喝茶", "我们/去/喝喝/茶"),  # let's have some tea
        ("我们聊聊天", "我们/聊聊/天"),  # let's have a chat
        ("我们研究研究再说", "我们/研究研究/再说"),  # let's look into it first
        ("你考虑考虑吧", "你/考虑考虑/吧"),  # think it over
        ("他一次次地失败", "他/一次次/地/失败"),  # he failed time and again
        ("又一次次站起来", "又/一次次/站/起来"),  # and stood up time and again
        ("他一步一步地走", "他/一步一步/地/走"),  # step by step
        ("他住在出租车库", "他/住/在/出租/车库"),  # in a rented garage
        ("他坐出租车", "他/坐/出租车"),  # by taxi
        ("可再生能源很好", "可再生/能源/很/好"),  # renewable energy
        ("中国物理学会成立了", "中国/物理/学会/成立/了"),  # the physical society
        ("物理学会成为热门", "物理学/会/成为/热门"),  # physics will become popular
        ("汽车后盖打开了", "汽车/后盖/打开/了"),  # the car's boot
        ("屋后盖了一座房子", "屋/后/盖/了/一/座/房子"),  # a house was built behind the hut
        ("老婆子在门口", "老婆子/在/门口"),  # the old woman
        ("他老婆子女都在国外", "他/老婆/子女/都/在/国外"),  # his wife and children
        ("你能不能来", "你/能/不/能/来"),  # can you come?
        ("可不可以去", "可/不/可以/去"),  # may one go?
        ("这个菜好不好吃", "这个/菜/好/不/好吃"),  # is this dish good?
        ("有的人想去，有的人不想去", "有的/人/想/去/，/有的/人/不/想/去"),  # some want to go, some do not
        ("这个菜好吃不好吃", "这个/菜/好吃/不/好吃"),  # asked with the whole word
        ("我已经知道了", "我/已经/知道/了"),  # listed as what one says, "got it", but 了 is a word
        ("你不信就算了", "你/不/信/就/算了"),  # then let it be
        ("他从来的那天起就没笑过", "他/从/来/的/那/天/起/就/没/笑/过"),  # since the day he came
        ("她从小学钢琴", "她/从小/学/钢琴"),  # has learnt the piano from childhood
        ("他说的话我都记得", "他/说/的/话/我/都/记得"),  # what he said
        ("下雨的话就不去了", "下雨/的话/就/不/去/了"),  # if it rains
        ("这孩子会长高的", "这/孩子/会/长/高/的"),  # will grow tall; no chairman
        ("手上戴着一块表", "手/上/戴/着/一/块/表"),  # a watch; not together
        ("一道光照在墙上", "一/道/光/照/在/墙/上"),  # a light shone
        ("唱过这首歌", "唱/过/这/首/歌"),  # this song
        ("别人家的孩子", "别人/家/的/孩子"),  # other people's children
        ("我曾经过着苦日子", "我/曾经/过/着/苦日子"),  # once led a hard life
        ("话说不出来", "话/说/不/出来"),  # not: the story goes
        ("这都是为你好", "这/都/是/为/你/好"),  # for your good; no hello
        ("有的是红的，有的是绿的", "有的/是/红/的/，/有的/是/绿/的"),  # some are red
        ("他困得睁不开眼", "他/困/得/睁/不/开/眼"),  # cannot keep his eyes open
        ("她羞得抬不起头", "她/羞/得/抬/不/起/头"),  # too ashamed to raise her head
        ("你打得开门吗", "你/打/得/开/门/吗"),  # can you get the door open?
        ("他看得出神", "他/看/得/出神"),  # lost in what he watches
        ("他做得出色", "他/做/得/出色"),  # does it well
        ("他今天不上班", "他/今天/不/上班"),  # does not work today
        ("她说不上学了", "她/说/不/上学/了"),  # says she gives up school
        ("他伸出手把她拉起来", "他/伸出/手/把/她/拉/起来"),  # held out his hand and pulled her up
        ("门的手把坏了", "门/的/手把/坏/了"),  # the handle
        ("要不您明天来", "要不/您/明天/来"),  # how about tomorrow?
        ("您要是着急用就拿走", "您/要是/着急/用/就/拿走"),  # if you need it soon
        ("我在家等您好了", "我/在家/等/您/好/了"),  # I'll just wait for you
        ("从江湾站出发", "从/江湾/站/出发"),  # from Jiangwan station
        ("大家生起火来", "大家/生/起/火/来"),  # lit a fire
        ("这题比那题难得多", "这/题/比/那/题/难/得/多"),  # much more difficult
        ("机会难得，多想想", "机会/难得/，/多/想想"),  # seldom
        ("前天下了雨", "前天/下/了/雨"),  # it rained the day before yesterday
        ("孩子气得哭了", "孩子/气/得/哭/了"),  # so angry that he cried
        ("两人和好了", "两/人/和好/了"),  # made up
        ("工作中学到很多", "工作/中/学到/很/多"),  # learnt a lot at work; no middle school
        ("结合成本来看", "结合/成本/来看"),  # costs considered
        ("树上落了结个果", "树/上/落/了/结/个/果"),  # fell and bore; nothing is settled
        ("晚餐准备好了", "晚餐/准备/好/了"),  # dinner is ready
        ("他有的是钱", "他/有的是/钱"),  # has plenty
        ("他从马上摔下来", "他/从/马/上/摔/下来"),  # off the horse
        ("话说从前有个人", "话说/从前/有/个/人"),  # the story goes ...
        ("他没把话说完", "他/没/把/话/说/完"),  # he did not finish
        ("啼啼哭哭的孩子", "啼啼哭哭/的/孩子"),  # crying children
    ],
)
def test_a_character_belongs_to_the_right_word(engine, text, expected):
    assert cut(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "word", "reading", "said"),
    [
        ("他一次次地失败", "一次次", "yi1 ci4 ci4", "次 doubled: one after the other"),
        ("我们研究研究", "研究研究", "yan2 jiu1 yan2 jiu1", "研究 doubled: do it a little"),
        ("老婆子来了", "老婆子", "lao3 po2 zi5", "子 makes a noun"),
    ],
)
def test_what_is_joined_is_read_and_explained(engine, text, word, reading, said):
    found = next(each for each in words(engine, text) if each.text == word)
    assert " ".join(syllable.citation for syllable in found.syllables) == reading
    assert said in found.note
    assert found.parts


def test_a_doubled_verb_before_its_object_names_the_verb(engine):
    found = {word.text: word for word in words(engine, "我们去喝喝茶，睡睡觉")}  # have tea, have a sleep
    assert "the verb 喝茶, taken apart, done a little" in found["喝喝"].note
    assert [syllable.citation for syllable in found["觉"].syllables] == ["jiao4"]
