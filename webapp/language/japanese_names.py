"""Find Japanese personal names, 岸田文雄: a surname of two characters that is known and a given name like many.

They are written with the same characters as Chinese ones but are built of others:
the surname is mostly a place in the country (山下, 田中), the given name mostly ends
in one of a few dozen characters. In Chinese text they are read as Chinese.
"""

from __future__ import annotations

from collections.abc import Sequence

from webapp.language.word_classes import ASPECTS, PARTICLES, PRONOUNS

SURNAMES = frozenset(
    "佐藤 铃木 高桥 田中 伊藤 渡边 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斋藤 清水 山崎 池田 桥本 阿部 石川 山下 中岛 前田 "
    "藤田 小川 后藤 冈田 长谷川 村上 近藤 石井 坂本 远藤 青木 藤井 西村 福田 太田 三浦 冈本 松田 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 "
    "森田 柴田 酒井 工藤 横山 宫崎 宫本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 杉山 增田 平野 大塚 千叶 久保 松井 小岛 岩崎 樱井 "
    "木下 野村 松尾 菊地 野口 新井 佐野 渡部 古川 市川 小松 杉本 岛田 水野 山内 西田 北村 安田 五十岚 川口 平田 中田 关口 川崎 东 本田 久保田 吉川 "
    "岸田 安倍 石破 高市 小泉 鸠山 麻生 河村 茂木 林 加山 三木 三岛 川端 大江 东野 宫泽 宫部 黑泽 小津 是枝 北野 坂口 坂井 手冢 鸟山 尾田 岸本 新海 "
    "福原 松下 石原 伊东 水谷 张本 羽生 浅田 大谷 铃木 一朗 本庶 中曾根 池江 大坂 锦织 内村 室伏 朝仓 德川 织田 丰臣 伊达 上杉 足利 明智 真田 东条 犬养 近卫 "
    "大隈 福泽 夏目 芥川 太宰 谷崎 与谢野 柳田 梅原 丹羽 西园寺 二阶堂 安室 滨崎 宇多田 久石 坂东 桥下 小池 志位 枝野 野田 菅 细川 海部 竹下 宇野 "
    "小泽 村山 片山 大西 松村 岩田 山中 古贺 永井 平井 服部 川村 星野 黑田 上村 吉村 荒木 永田 秋山 菅原 土屋 浅野 川上 富田 堀内 川岛 广濑 足立 饭田 饭岛 大久保 片冈 "
    "榎本 松永 菊池 矢野 须藤 内藤 相泽 滨田 滨口 泽田 三宅 竹田 绪方 盐野 北条 赤木 樱木 野比 西乡 木户 坂田 柳生 平冢 稻盛 盛田 宗像 涩泽 樋口 仓木 中森 小室 栗原 "
    "小栗 山寺 花泽 钉宫 神谷 樱庭 水树 三船 高仓 栗山 新垣 长泽 绫濑 户田 苍井 柴崎 广末 深田 藤原 浜崎 铃村 深津 米仓 北岛 荻野 冈崎 长友 本间 南野 三笘 "
    "下村 汤川 朝永 江崎 利根川 白川 野依 益川 大隅 真锅 市原 大岛 川田 奥村 秋元 泽口 柏木 白石 成田 三上 相川 大桥 松冈 松坂 松原 松浦 森本 森山 森下 "
    "宫下 宫田 宫城 宫野 久野 熊谷 高畑 竹中 谷川 堀江 堀井 堀田 前川 牧野 向井 冢本 土井 津田 鹤田 西川 西野 西岛 西尾 西山 野泽 野坂 长岛 早川 早见 东山 "
    "平松 平林 藤冈 藤川 藤森 古田 古谷 古屋 古泽 细田 三好 三谷 水岛 水木 宫原 宫岛 宫川 村松 村井 望月 八木 柳泽 山根 山冈 山岸 横田 横井 吉冈 吉井 吉本 吉泽 "
    "吉原 若林 渡濑 佐久间 佐伯 笹川 泷泽 武井 武藤 田边 田代 田岛 谷村 玉木 中井 中泽 中尾 中谷 中根 名取 西谷 沼田 根岸 桐谷 北川 木内 木原 黑川 黑木 桑原 桑田 "
    "小出 小西 神田 神山 龟井 龟田 川合 川井 菅野 岩本 岩井 岩永 今村 今泉 稻垣 稻叶 饭冢 荒井 荒川 有马 赤坂 浅井 大竹 大冢 大河内 冈部 冈村 小仓 小田切 奥田 尾崎 落合 新渡户".split()
) - {"东", "林", "菅", "一朗", "张本", "大江", "小松"}
"""The commonest Japanese surnames, and those of well-known people. 林 and the like are Chinese as well."""
SURNAME_STARTS = frozenset(surname[:2] for surname in SURNAMES)
ONLY = frozenset("修健诚翔隆茂薰葵悟淳亮聪勇稔宽彻")
"""Given names of one character ..."""
PLACES_TOO = frozenset(
    "山下 清水 小川 青木 小林 中岛 金子 高木 上野 小岛 平野 山口 田中 前田 上田 石田 山田 山内 山中 东山 小西 小出 大桥 西山 西川".split()
)
"""... which follow none of these surnames, that are Chinese words or names too: 山下 + 修路."""
_BEFORE_PEACE = frozenset("裕美昭正智英秀友嘉清信文元平温")
"""After these 和 ends a given name: 美和."""
GIVEN_ENDINGS = frozenset(
    "子郎雄夫彦彥美之树介吾助治人司一二三男斗太代香惠纪希奈衣织乃绪明信义正博隆浩宏诚健翔辉秀弘英幸久文敏昭勇茂实修淳聪哲"
    "光贵良直孝则典吉作藏次造枝江穗菜音花真成志章史朗平璃里伸晃晋次康"
)
_NEVER_GIVEN = (
    frozenset("路街")
    | (PARTICLES - {"之"})
    | ASPECTS
    | PRONOUNS
    | frozenset("是在和与就也都说将已还又很不有把被对向从到这那")
)
LENGTHS = (3, 2)
"""How many characters a given name has; three only as in 纯一郎 and 幸之助."""


def japanese_names(words: Sequence[str], run: str) -> list[tuple[int, int]]:
    """Return the ranges of words of a run that together are a Japanese name.

    >>> japanese_names(["首相", "岸", "田", "文", "雄", "说"], "首相岸田文雄说")
    [(1, 5)]
    """
    found: list[tuple[int, int]] = []
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word)
    place = {start: index for index, start in enumerate(starts)}
    place[at] = len(words)
    for index, start in enumerate(starts):
        if found and index < found[-1][1]:
            continue
        for size in (3, 2):
            border = start + size
            if run[start:border] in SURNAMES:
                end = _given_end(run, border, place)
                if end:
                    found.append((index, place[end]))
                    break
    return found


def _given_end(run: str, start: int, place: dict[int, int]) -> int:
    """Return where a given name that begins at ``start`` ends, 0 where none does."""
    for length in LENGTHS:
        given = run[start : start + length]
        if (
            len(given) == length
            and start + length in place
            and (given[-1] in GIVEN_ENDINGS or (given[-1] == "和" and given[0] in _BEFORE_PEACE))
            and (length == 2 or given[-1] == "郎" or given[1] == "之")
            and _NEVER_GIVEN.isdisjoint(given[:-1] if given[-1] == "和" else given)
        ):
            return start + length
    is_only = run[start : start + 1] in ONLY and start in place and start + 1 in place
    return start + 1 if is_only and run[start - 2 : start] not in PLACES_TOO else 0
