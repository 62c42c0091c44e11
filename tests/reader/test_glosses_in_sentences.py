"""What stands on top of a card in a real sentence, where grammar and dictionary meet."""

import pytest

from webapp.reader.cards import Cards


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("他一边吃饭一边看电视", "一边", "doing while"),  # eats while watching TV
        ("孩子哭起来了", "起来", "to start to"),  # the child began to cry
        ("他站起来了", "起来", "to stand up"),  # he stood up
        ("我买了两本书", "两", "two"),  # two books
        ("他吃得下三碗饭", "下", "to go down"),  # can eat three bowls
        ("干这一行的人很多", "行", "line of business"),  # many in this line
        ("这一行字很小", "行", "row"),  # this row of letters is small
        ("今天三十度", "度", "degree (angles, temperature"),  # thirty degrees today
        ("张大妈来了", "大妈", "aunt"),  # Aunt Zhang has come
        ("他睡了一觉", "一", "one"),  # he had a sleep
        ("他一次次地失败", "一次次", "time"),  # time and again
        ("我们研究研究", "研究研究", "to research"),  # let's look into it
        ("老人慢慢站了起来", "起来", "up (after a verb)"),  # stood up
        ("我上过他的当", "上", "in 上当: to be fooled"),  # no climbing
        ("门打不开", "打", "in 打开: to open"),  # neither to play nor to beat
        ("他睡不着", "着", "in 睡着: to fall asleep"),  # nothing burns
        ("我抬不起头", "起", "in 抬起: to lift up"),  # cannot raise my head
        ("用冷水泡出血水", "泡", "to soak"),  # no bubble
        ("奶奶家的院子很大", "家", "home"),  # not: my (sister, uncle)
        ("如今老房子拆了", "老", "of the past"),  # nobody is old
        ("填上你的名字", "上", "up; on (after a verb)"),  # nobody climbs
        ("转大火烧开", "大火", "high heat"),  # nothing is on fire
        ("他转过身去", "过", "round; over (after a verb)"),  # turned round
        ("桌上落满灰尘", "落", "to fall"),  # no whereabouts
        ("七号线二期工程通车了", "期", "phase"),  # no issue of a periodical
        ("首班车六点发出", "首班车", "first bus"),  # no head
        ("行是行，不过有点贵", "行", "will do"),  # no visit
        ("我三点左右过去", "过去", "to go over"),  # no past
        ("她唱起歌来", "来", "starting to (with 起)"),  # nobody comes
        ("他图个清静", "图", "to seek"),  # no picture
        ("她穿着白色的衬衫", "白色", "white"),  # not anti-communist
        ("出了城，路两边都是树", "出", "to leave (a country, hospital)"),  # nothing happens
        ("她唱了一首歌", "唱", "to sing"),  # the verb is 唱歌, and yet she sings
        ("他从楼梯上摔了下去", "下去", "to go down"),  # fell down the stairs
        ("请把杯子放下来", "下来", "down (towards us)"),  # put the cup down
        ("调查局发布了通知", "调查局", "to investigate + office"),  # no dictionary has it
        ("人大代表来了", "人大代表", "National People's Congress + "),  # no name
        ("教育长来了", "教育长", "education + head of"),  # 长 zhǎng
        ("门口停了很多機車", "機車", "scooter"),  # as in Taiwan
        ("火车头又叫机车", "机车", "locomotive"),  # as on the mainland
        ("李大爷每天遛狗", "大爷", "respect for older man"),  # is called so after his name
        ("中午吃便當還是吃麵？", "還是", "or"),  # a lunch box, or noodles?
        ("中午吃便當還是吃麵？", "便當", "bento"),
        ("长得漂漂亮亮", "漂漂亮亮", "pretty"),  # very pretty
    ],
)
def test_the_gloss_fits_the_sentence(engine, text, word, gloss):
    cards = Cards(engine).cards(engine.annotator.sentences([text])[0])
    found = next(card for card in cards if card.text == word)
    assert gloss in (found.gloss or "")


@pytest.mark.parametrize(
    ("text", "word", "note"),
    [
        ("发改委发布通知", "发改委", "short for 国家发展和改革委员会"),  # the planning commission
        ("發改委發布通知", "發改委", "short for 國家發展和改革委員會"),
    ],
)
def test_an_abbreviation_says_what_it_stands_for(engine, text, word, note):
    cards = Cards(engine).cards(engine.annotator.sentences([text])[0])
    found = next(card for card in cards if card.text == word)
    assert note in (found.note or "")
    assert "abbr." not in (found.gloss or "")


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("我不小心把盘子打了", "打", "to break"),  # broke a plate
        ("警察把犯人放了", "放", "to release"),  # let the prisoner go
        ("我的手表走得很慢", "走", "to keep going"),  # the watch runs slow
        ("服务员，再来一碗米饭", "来", "substitute"),  # another bowl of rice
        ("那老人已经睡了", "那", "that"),  # that old man; not "then"
        ("他只会在家里喝茶", "会", "likely"),  # will only; no meeting
        ("这两个孩子很乖", "两", "two"),  # not taels
        ("我不会游泳", "不会", "not able"),  # cannot swim
        ("孩子正在睡觉", "正在", "right in the middle"),  # is sleeping
        ("他像孩子一样", "一样", "like"),  # like a child
        ("你这么想就错了", "想", "to think"),  # think so; not "want"
        ("我在找一个房间", "找", "to look for"),  # looking for a room; no change
        ("找您二十", "找", "to give change"),  # twenty is your change
        ("中文及英文都可以", "及", "and"),  # Chinese and English
        ("汽车停住了", "住", "firmness"),  # came to a stop; not "live"
        ("我们很快就到", "快", "soon"),  # soon; not "fast"
        ("她会唱歌并会跳舞", "并", "and"),  # and; not "(not) at all"
        ("她头发长得很快", "长", "to grow"),  # her hair grows fast; not "looks"
        ("这个包装不下了", "装", "to pack"),  # the bag holds no more; not "packaging"
        ("你说得倒容易", "倒", "contrary"),  # easy for you to say
        ("他在公司当司机", "当", "to be"),  # is a driver
        ("在这种情况下，他走了", "下", "below"),  # under such circumstances; not "next"
        ("他身上没带钱", "身上", "at hand"),  # has no money on him
        ("她往身上洒水", "身上", "on the body"),  # sprinkles water over herself
        ("取得空前成功", "成功", "success"),  # a success such as never before
        ("刘太公出来了", "刘", "surname Liu"),  # a surname before a title
        ("他不想死", "死", "to die"),  # not "extremely"
        ("你会溜冰吗？", "溜冰", "ice skating"),  # no drug
        ("我们在车站见", "车站", "rail station"),
        ("人与自然要和谐相处", "和谐", "harmonious"),  # censors nothing
        ("他受家庭影响很大", "影响", "influence"),  # the noun
        ("公司去年亏了两亿", "亏", "to lose (money)"),
        ("她给我织了条围巾", "织", "to knit"),
        ("对面那栋楼是图书馆", "对面", "across"),  # nobody is face to face
        ("她歪着头看我", "歪", "askew"),
        ("他回头看了我一眼", "眼", "look; glance"),
        ("请在这里盖个章", "盖", "to stamp"),
        ("我刷了一下信用卡", "刷", "to swipe"),
        ("这座大桥很长", "大桥", "large bridge"),  # and no beauty of old
        ("他把脚泡在热水里", "泡", "to soak"),
        ("她恐怕不来了", "恐怕", "I'm afraid"),
        ("他停下来抽了根烟", "抽", "to smoke"),
        ("她擦了点口红", "擦", "to apply"),
        ("考试题目太难了", "题目", "exam question"),
        ("他弓起身子", "弓", "to arch"),
        ("出口在哪里？", "出口", "exit"),
        ("我国大量出口玩具", "出口", "to export"),
        ("她还没找到对象", "对象", "partner"),
        ("他们分成两派", "派", "faction"),  # no pie
        ("学校规定学生必须穿校服", "规定", "to stipulate"),
        ("你早点回来", "早点", "earlier"),  # no breakfast
        ("保护自然是我们的责任", "自然", "nature"),
        ("当前形势很好", "当前", "current"),
        ("我一直被蒙在鼓里", "蒙在鼓里", "fig. completely in the dark"),  # no drum
        ("那个人是谁？", "那个人", "that person"),
        ("我们坐大巴去", "大巴", "large bus"),
        ("他买了一台T系列电脑", "T", "the letter T"),
        ("黑暗中灯光一闪", "闪", "to flash"),
    ],
)
def test_the_sense_is_told_by_its_company(engine, text, word, gloss):
    cards = Cards(engine).cards(engine.annotator.sentences([text])[0])
    found = next(card for card in cards if card.text == word)
    assert gloss in found.entries[0].senses[0]
