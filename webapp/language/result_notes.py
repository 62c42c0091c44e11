"""What came of what was done: 卖完, 说清楚, 摔疼了."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import measure
from webapp.language.word_classes import ENDS

LONG_RESULTS = frozenset("清楚 干净 明白 整齐".split())
"""Results of two syllables: 说清楚, 洗不干净."""
BEFORE_LE = frozenset("疼痛糊砸丢高齐哭晕瞎哑烂碎裂弯歪肿湿咸淡晚早贵胖瘦惨傻疯")
"""What names a result as well, with 了: 摔疼了, 长高了."""
BODY = frozenset("头牙背腰腿脚手肚胃心嗓眼脖喉肩膝")
LEARNING = frozenset("学學教练練")
"""Verbs whose result is 会, to be able to; after others it says what is likely."""
WISHES = frozenset("爱愛肯敢怕想")
"""Verbs that take another verb, so that 住 in 爱住多久 is what is liked and no result."""
TAKES_VERBS = frozenset(
    "预计 估计 预测 预期 预料 计划 规划 截至 截止 不能 不会 没有 不够 没法 无法 可以 觉得 感觉 打算 欢迎 希望 继续 记得 喜欢 渴望 相信 急于 开始 停止 欣赏 认识 决定 准备 计划 想要 需要 愿意 害怕 "
    "讨厌 拒绝 同意 答应 允许 要求 请求 建议 努力 习惯 负责 值得 应该 必须 喜爱 热爱 盼望 期待 担心 逃避 正要 离开 提早 提前 旅游 请假 不敢 不肯 不想 不要 "
    "敢于 善于 忘记 禁止 避免 尝试 试图 企图 企盼 主张 反对 支持 选择 以为 认为 知道 听说 据说 说明 表示 保证 发誓 后悔 介意 梦想 催促 邀请 命令 派遣".split()
)
"""Verbs that another verb or a sentence follows: 打算走, 希望到国外去, 觉得累, 喜欢住在乡下."""
OF_LONG_VERBS = frozenset("到完住掉满错透惯遍够成着清紧牢")
"""What may be the result of a verb of two syllables: 考虑到, 控制住."""
ARRANGED = frozenset(
    "准备 安排 收拾 整理 布置 打扫 设计 计划 预订 预定 安顿 照顾 设置 设定 安装 修理 保管 保护 管理 装修 包装 锻炼 学习 掌握 完成 处理 解决 决定 商量 约定 打扮 "
    "调整 训练 培养 教育 建设 研究 分配 组织 利用 控制 复习 练习 翻译 打包 联系 规划 筹备 经营 对待 维护".split()
)
"""What is done well, or till all is ready: 准备好."""
NO_ENDS = frozenset("是到在有像请连")
"""What another verb follows that is not its result: 到死, until death; 是错的; 连掉根针都."""


def result(clause: Clause, index: int) -> Finding | None:
    """卖完: the result."""
    if not clause.has(index - 1, "verb") or clause.has(
        index - 1, "modal", "adverb", "preposition", "directional", "negation"
    ):
        return measure(clause, index) if clause.has(index, "measure") else None
    verb, end = clause.own(index - 1), clause.own(index)
    plain = clause.text(index - 1)
    if _is_no_result(clause, index, plain) or (
        verb == end
        or len(verb) > 2
        or verb in WISHES
        or clause.text(index - 1) in NO_ENDS
        or (clause.text(index) == "会" and verb not in LEARNING)
        or clause.words[index].syllables[0].citation == "gan4"  # 实在干不下去: to do, and not dry
    ):
        return None
    note = f"{verb} + {end}: {end} tells the result of {verb}"
    return Finding(note, "result", (index - 1,), clause.as_verb(index - 1))


def _is_no_result(clause: Clause, index: int, verb: str) -> bool:
    """Whether an end only happens to stand after a verb: 打算|走, 对你来说|够, 在战斗中|死, 把门关上|好吗."""
    end, after = clause.text(index), clause.text(index + 1)
    if end == "好" and after in ("吗", "么", "不好"):
        return not any(
            clause.text(at) in ("能", "会", "可以", "有没有") for at in range(max(index - 6, 0), index)
        )
    if len(verb) > 1:
        if end == "好":
            return verb not in ARRANGED or after == "的"
        is_ended = verb[-1] in ENDS
        return verb in TAKES_VERBS or is_ended or end not in OF_LONG_VERBS and end not in LONG_RESULTS
    is_pointed = clause.has(index - 2, "measure", "demonstrative") or clause.text(index - 2).endswith("些")
    is_topic = clause.has(index - 1, "noun") and (
        is_pointed or end in ("坏", "破") and (not clause.text(index - 2) or clause.has(index - 2, "noun"))
    )  # 锁坏了, 那些花死了
    is_said = verb == "说" and clause.text(index - 2) == "来"
    return (
        (verb in ("好", "中", "对", "很") and end != "到")
        or is_said
        or (is_topic and end in ("坏", "死", "破", "走"))
    )


def result_before_le(clause: Clause, index: int) -> Finding | None:
    """摔疼了, 煮糊了, 来晚了: the result, where 了 says that it came about."""
    is_short = (
        len(clause.text(index - 1)) == 1
        and clause.text(index - 1) not in BODY
        and not clause.has(index - 1, "adjective", "noun", "measure")
    )
    return result(clause, index) if is_short and clause.text(index + 1) == "了" else None


def long_result(clause: Clause, index: int) -> Finding | None:
    """洗干净, 说清楚: the result, in two syllables."""
    return result(clause, index) if len(clause.text(index - 1)) == 1 else None
