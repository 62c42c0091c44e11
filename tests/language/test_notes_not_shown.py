"""Notes that are right, or not there: a learner believes a note."""

import pytest


def notes(engine, text):
    return [note for token in engine.annotator.sentences([text])[0] if (note := token.word.note)]


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("这对任何人都不好。", "对 is a measure"),  # good for nobody
        ("那听起来不错。", "听 is a measure"),  # that sounds good
        ("这两个人是兄弟。", "这 + 两"),  # these two
        ("从2009年起没见过他。", "起 is a measure"),  # since 2009
        ("俱乐部在2006年将球队改名。", "2006年 + 将"),  # renamed it in 2006
        ("港口里有许多船。", "船 is a measure"),  # many ships
        ("他有一辆车。", "辆 + 车"),
        ("我们打算走。", "result of 打算"),  # we mean to leave
        ("你喜欢住在乡下吗？", "result of 喜欢"),  # like to live
        ("我觉得累。", "result of 觉得"),  # feel tired
        ("请你把门关上好吗？", "好 tells the result"),  # will you?
        ("你不能进来。", "direction or outcome to 不能"),  # you may not come in
        ("我不想下床。", "direction or outcome to 想"),  # don't want to get up
        ("他站在山顶往下看。", "direction or outcome to 往"),  # looks down
        ("他怎么能不懂？", "potential"),  # how can he not understand?
        ("她吓得倒吸了一口凉气。", "can be done"),  # gasped
        ("他想了一想。", "as soon as"),  # thought a little
        ("她微微一笑，转身走了。", "as soon as"),  # smiled
        ("合同一年一签，很方便。", "as soon as"),  # signed year by year
        ("他边走边吹口哨。", "place or time word"),  # whistles as he walks
        ("汤姆上夜班。", "place or time word"),  # works nights
        ("他们给我钱了。", "before the verb"),  # gave me money
        ("把这本书给想要的人。", "stresses that it was done"),  # give it to whoever wants it
        ("我跟你的法语老师谈过。", "title comes after"),  # the teacher of French
        ("汤姆以前是老师。", "says when or where"),  # Tom used to be a teacher
        ("你要待多长时间？", "head of"),  # how long
        ("我不跟你要好了。", "about to happen"),  # no friend of yours any more
        ("把不认识的字圈出来。", "verb 认识"),  # the characters one does not know
        ("成本超越上一部。", "direction or outcome"),  # the last one
        ("我们预计到2030年完成。", "tells the result"),  # by 2030
        ("走一步看一步。", "the verb 走步"),  # one step at a time
        ("水哗哗地流。", "do it a little"),  # the water gurgles
        ("每走几步就停下来。", "the verb 走步"),  # every few steps
        ("把洗好的碗放进橱柜。", "the verb 洗碗"),  # the bowls that are washed
        ("她转过身去。", "has done so before"),  # turned round
        ("小姑娘一听有糖吃，就跑了过来。", "听 is a measure"),  # as soon as she heard
        ("他结结巴巴地说。", "now the one, now the other"),  # stammering
        ("别有一番风景。", "how many times"),  # a fine view of its own
        ("这是一种常人所没有的痛苦。", "measure word for 常人"),
        ("当当的书很便宜。", "当 doubled"),  # the shop Dangdang
        ("早饭在何时何地用？", "like -ly"),  # when and where
    ],
)
def test_what_only_looks_like_a_construction_has_no_such_note(engine, text, false):
    assert not [note for note in notes(engine, text) if false in note]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("这么晚了还不睡！", "晚 + 了: it is so now"),
        ("贵是贵了点儿。", "short for 一点儿"),
        ("我把你视为朋友。", "before the verb 视为"),
        ("她扭过脸去。", "扭 + 过: round"),
        ("小姑娘一听有糖吃，就跑了过来。", "as soon as"),
        ("这太贵了。", "太 … 了: too"),
        ("你别说了。", "别 … 了: don't"),
        ("他瘦了一大圈。", "瘦 + 了: it has become so"),
        ("你去哪儿了？", "了 at the end: it has happened"),
        ("那一夜他没睡。", "which one is meant, not how long"),
        ("这是最后一次。", "which time it is"),
        ("他去过法国三次。", "how many times it is done"),
        ("这艘船长30米。", "30 + 米: a length"),
        ("他比我大三岁。", "older or younger"),
        ("七点三十分的车。", "三十 + 分: a time of day"),
        ("我们两个都去。", "what it counts is left out"),
        ("一开始，我以为他病了。", "一开始: at first"),
        ("她微微一笑，转身走了。", "all of a sudden"),
        ("铃声一响，大家就跑了出去。", "as soon as"),
        ("他想了一想。", "想了一想: did it briefly"),
        ("我们讨论下明天的事。", "short for 一下"),
        ("交通被山崩所阻断。", "被 … 所 + verb"),
        ("我把窗户开了条缝。", "before the verb 开"),
        ("这对夫妻手牵手。", "measure word for 夫妻"),
        ("兔子长着长长的耳朵。", "长 doubled"),
    ],
)
def test_a_finer_use_is_told(engine, text, said):
    assert [note for note in notes(engine, text) if said in note]
