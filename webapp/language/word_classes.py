"""Closed classes of Chinese words and characters, written out.

Only classes that grammar books list completely, or nearly so, stand here;
open classes come from the part-of-speech tags of the word graph. Sources: 吕叔湘,
现代汉语八百词 (1999); Li & Thompson, Mandarin Chinese (1981); 百家姓 and the 2020
household register report for surnames.
"""

from __future__ import annotations

PRONOUNS = frozenset(
    "我你您他她它咱俺谁 我们 你们 他们 她们 它们 咱们 自己 人家 大家 别人 彼此 咱俩 您们".split()
) | set("我你您他她它咱俺谁")
DEMONSTRATIVES = frozenset("这那哪每各某本该此其另".strip())
DIGITS = frozenset("〇零一二两三四五六七八九十百千万亿几半俩仨廿卅数")
DEGREE_ADVERBS = frozenset(
    "很太最更挺极越好真十分 非常 特别 相当 比较 十分 更加 有点 有点儿 多么 这么 那么".split()
) | set("很太最更挺极越真较颇")
NEGATIONS = frozenset("不没未别莫勿甭非无")
PREPOSITIONS = frozenset(
    "在从向往对对于关于跟和与同比把被给让叫由以于为为了按照根据除了沿着朝因将替用自".split()
) | set("在从向往对跟和与同比把被给让叫由以于为按朝因将替用自")
CONJUNCTIONS = frozenset("和与及跟同或而且但并若虽则即")
PARTICLES = frozenset("的地得了着过吗呢吧啊嘛呀哇啦呗所们之")
ASPECTS = frozenset("了着过")
MODALS = frozenset("能会要可以 应该 应当 得 肯 敢 愿意 想 可能 必须 需要 能够 可 该".split()) | set(
    "能会要可想肯敢该须"
)
LOCATIVES = frozenset("上下里中内外前后间旁边东南西北左右底") | {
    "上面", "下面", "里面", "外面", "前面", "后面", "上边", "下边", "里边", "外边", "旁边", "中间", "之间", "之中", "之内",
    "之外", "之前", "之后", "以前", "以后", "以上", "以下", "以内", "以外",
}  # fmt: skip
DIRECTIONALS = frozenset("来去上下进出回过起开") | {
    f"{way}{end}" for way in "上下进出回过起开" for end in "来去" if way + end not in ("起去", "开去")
}
RESULTS = frozenset("完到好见懂会住掉开走光死破坏错对清楚干净满够成着动了倒断透累饱醉醒跑赢输惯遍通定准牢紧")
"""Verbs and adjectives that name the result of the verb before them."""
ENDS = DIRECTIONALS | RESULTS
"""What says after a verb where it leads."""

CLASSIFIERS = frozenset(
    "个只条张件位名场座项次家本把块片种类样群批双对副套组串排堆滴滩摊团捆束朵棵株根枝支颗粒匹头口峰辆架艘列节班"
    "趟回遍番阵顿下声句段篇章首曲部集册卷页幅幕出台间幢栋层所处栋扇面门道笔份封则项桩宗起股缕丝线盏杯瓶碗盘碟盆桶"
    "壶罐盒箱袋包听篮筐锅桌床车船身脸手眼届期任代辈级等岁年月日号点分秒刻周天夜季元角毛分块圆吨斤两克升尺寸里米度亩顷"
    "倍成折路线站局盘拳脚刀枪炮户人员尊枚发梭瓣轮圈环重席剂味贴服帖针管节截尾羽窝胎茬拨伙帮撮把撇打令担挑抬驾乘通"
) | {
    "公里", "公斤", "公顷", "平方米", "立方米", "厘米", "毫米", "美元", "欧元", "英镑", "日元", "小时", "分钟", "秒钟",
    "点钟", "星期", "世纪", "年代", "周年", "个月", "刻钟", "英里", "海里", "英尺", "人次", "平方公里", "华里", "千克",
    "千米", "毫升", "公升", "加仑", "人民币", "港元", "台币", "卢布", "韩元", "马克", "法郎", "礼拜", "架次", "摄氏度",
}  # fmt: skip

COUNTING = frozenset("一二两三四五六七八九十几这那哪每某")
"""What stands before a measure word: 三顿, 这种, 每周 are two words each ..."""
NOT_COUNTED = frozenset(
    "一起 一样 一味 四处 四起 四面 五代 五味 八角 八股 那曲 二副 "
    "一下 一块 一道 一面 一手 一口 一头 一身 一度 一行 一阵 一路 一点 一尺 一级 一等 一流 一周 一律 一边 一般 一种 一分 一任 一元 三角 四周 "
    "四方 五行 两口 七夕 八面 八方 三级 二手 三手 二级 一级 二等 二元 十分 五分 三分 七分 九分 万分 二胡 三轮 十字 "
    "这样 那样 哪样 这里 那里 哪里 这下 那下 这个 那个 哪个 几时 这面 那面 几度 几分 每每 某某 一一 二部 三部 一折 一环 三环 一段 一角 一線 一线 二线 三线 "
    "一点 几何 一带 二度 三节 一体 三体 一株 一层 二层 一把 一号 一次 一首 一步 一本 四季 十一 十二 十月 五月 四月 三月 二月 一月 六月 七月 八月 九月 几月 几点".split()
) - {
    "一种",
    "一段",
    "一层",
    "一把",
    "一首",
    "一本",
    "一株",
    "二层",
    "一次",
    "五分",
    "七分",
    "九分",
    "几点",
    "一分",
    "一任",
}
"""... except these, which mean something of their own (一块 together, 三角 triangle, 四周 all around)."""

CLOSED_CLASS = (
    frozenset("一二两三四五六七八九十百千万亿几数多半第每各某本这那此该其她它我你您他谁何")
    | frozenset(
        "很太最更挺较极不没未别无勿也都就还又再才只已曾将正是有在从于到往向对为和与及或而但且把被让给叫跟比以因由使"
    )
    | frozenset("了着过的地得们吗呢吧啊来去上下里中内外前后间时个种条张件位名场座项次完好出起大小所者成")
)
"""Characters of which a closed compound is never made: their neighbours are cut off."""

NEVER_GIVEN = (CLOSED_CLASS | frozenset("之恐王添皆亦乃帝会摄碗盘盆勺锅壶罐杯瓶")) - frozenset(
    "大小家本中正好完成千万亿"
)
"""Characters that do not stand in given names: function words, and the next name's surname."""

DERIVING_SUFFIXES = frozenset(
    "者家性化率额权法论制力型式商厅局署院员长界业学机器仪费税量品物症病炎素剂群层区带部"
)
PERSON_SUFFIXES = frozenset("长员者")  # 军长, 队员, 患者
DERIVING_PREFIXES = frozenset("非超反亚副双单半总准泛伪微水核军")

_SINGLE_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉"
    "宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧"
    "沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴"
    "伯赏墨哈谯笪年爱阳佟言福肖闫覃税区朴仝撒洛卫兰涂冼苟代揭尧苑战占泰粟蹇衣丛展栗司付邸晋漆门信么由"
    "沐楚谌亓隋芦檀綦雒庹郄鹿海铁麦原官"
)
_DOUBLE_SURNAMES = (
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 宇文 长孙 端木 百里 东郭 南宫 西门 独孤 呼延 轩辕 钟离 闻人 澹台 太史 申屠 公羊 赫连 "
    "鲜于 完颜 耶律 拓跋 叶赫 纳兰 爱新觉罗 第五 左丘 仲孙 濮阳 淳于 单于 万俟 公冶 宗政 梁丘"
)
SURNAMES = frozenset(_SINGLE_SURNAMES) | frozenset(_DOUBLE_SURNAMES.split())

FUNCTION_SURNAMES = frozenset("都时应能那就从会有在才过着可相向当全并和于越")
"""Surnames whose character is a function word: what follows it is rather a word of its own (和 + 济慈)."""
RARELY_SURNAMES = FUNCTION_SURNAMES | frozenset(
    "衣信么由家经门党国区种行重朝便步边年双万钱花水车却别须终山爱鹿海铁麦原官"
)
"""Surnames that are far more often an everyday word: alone they do not make a name."""

SURNAME_READINGS = {
    "曾": "Zeng1", "任": "Ren2", "单": "Shan4", "仇": "Qiu2", "解": "Xie4", "查": "Zha1", "区": "Ou1", "朴": "Piao2",
    "盖": "Ge3", "尉": "Wei4", "乐": "Yue4", "华": "Hua4", "葛": "Ge3", "燕": "Yan1", "宁": "Ning2", "应": "Ying1",
    "洗": "Xian3", "冼": "Xian3", "纪": "Ji3", "覃": "Qin2", "缪": "Miao4", "翟": "Zhai2", "折": "She2", "种": "Chong2",
    "员": "Yun4", "繁": "Po2", "黑": "He4", "能": "Nai4", "召": "Shao4", "隗": "Wei3", "郗": "Xi1", "阚": "Kan4",
    "乜": "Nie4", "佴": "Nai4", "晁": "Chao2", "逄": "Pang2", "谌": "Chen2", "过": "Guo1", "哈": "Ha3", "那": "Na1",
    "令狐": "Ling2 hu2", "尉迟": "Yu4 chi2", "万俟": "Mo4 qi2", "澹台": "Tan2 tai2", "长孙": "Zhang3 sun1",
    "单于": "Chan2 yu2", "鲜于": "Xian1 yu2", "宿": "Su4", "都": "Du1", "盛": "Sheng4", "曲": "Qu1", "卜": "Bu3",
    "贾": "Jia3", "沈": "Shen3", "相": "Xiang4", "车": "Che1", "重": "Chong2", "薄": "Bo2", "柏": "Bai3", "石": "Shi2",
    "卫": "Wei4", "仉": "Zhang3", "行": "Xing2", "朝": "Chao2", "占": "Zhan1", "降": "Jiang4", "强": "Qiang2", "藏": "Zang1",
    "褚": "Chu3", "洛": "Luo4", "尹": "Yin3", "沙": "Sha1", "冯": "Feng2", "白": "Bai2", "谢": "Xie4",
}  # fmt: skip
"""Readings that a surname has of its own; all others are read as usual."""

TITLES_AFTER_NAMES = frozenset(
    "先生 女士 小姐 太太 老师 教授 医生 大夫 博士 经理 总理 主席 总统 部长 市长 省长 局长 处长 科长 校长 院长 师傅 同志 "
    "同学 记者 律师 警官 队长 班长 董事长 总裁 总 工 导 老 夫人 将军 上校 少校 中尉 叔叔 阿姨 奶奶 爷爷 大爷 大妈 大哥 大姐 "
    "主任 书记 委员 省委 代表 大使 外长 首相 女王 国王 法官 检察官 护士 教练 站长 厂长 村长 乡长 镇长 县长 区长 老板 姑娘 "
    "掌柜 员外 太尉 教头 都头 提辖 押司 道长 师太 公主 王子 皇后 贵妃 丞相 太傅 管家 师父 前辈 学长 学姐 学弟 学妹 "
    "大叔 大娘 大婶 大伯 大嫂 伯伯 婶婶 姑姑 舅舅 老爷 少爷 师兄 师姐 师弟 师妹 公公 婆婆 嫂子 妈妈 爸爸 哥哥 姐姐 弟弟 妹妹 家".split()
) - {"家", "总", "工", "导", "老"}
BEFORE_PERSONS = frozenset("和与跟同对向给找问叫请让被是由")
"""What a person's name often follows."""
DOTS_AND_HYPHENS = frozenset("·・•‧-－—‐–")
