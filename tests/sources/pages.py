"""Chinese web pages of our own writing, to tell extractors apart: the build of the web's usual systems, our text.

Each layout follows what news sites, blogs, forums, encyclopaedias, novel sites and
offices of mainland China, Hong Kong and Taiwan put around an article: class names,
nesting, tables, ``<br>`` for paragraphs, and navigation, lists of links, excerpts,
comments and legal lines. :func:`all_pages` gives each with what a reader would call
its article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

from webapp.language.script import HAN

SEED = Path(__file__).parents[2] / "seeds" / "000_bfa1f241c2576418.txt"

SHORT = [  # a library opens again in the evening
    "本报讯（记者 林晓）市图书馆从下周一起恢复晚间开放，时间延长到晚上九点半。",
    "馆长介绍，过去三个月里，图书馆更换了阅览室的灯和桌椅，还增加了六十个座位。",
    "读者可以在手机上预约座位，也可以直接到馆。",
]
DIALOGUE = [  # short lines of talk
    "“你来了？”",
    "“来了。”",
    "他把伞放在门口，鞋子已经湿透了。",
    "“外面的雨还没停吗？”母亲从厨房里探出头来问。",
    "“没有，越下越大。”",
    "两个人都没有再说话。锅里的汤慢慢地开了，窗户上全是水汽。",
    "过了很久，母亲才说：“先吃饭吧，别的事明天再说。”",
    "他点点头，坐了下来。",
]
RECIPE = [  # tomatoes and eggs
    "番茄炒蛋是很多人学会的第一道菜，看起来简单，做得好吃却要注意几个地方。",
    "鸡蛋三个，番茄两个，葱一根",
    "盐半勺，糖一勺，油适量",
    "番茄先用开水烫一分钟，去皮以后切成小块。",
    "鸡蛋打散，加一点儿盐，油热了以后倒进锅里，凝固了马上盛出来。",
    "用剩下的油炒番茄，炒出汁水以后加糖，再把鸡蛋倒回去，翻几下就可以出锅了。",
    "如果喜欢汤汁多一些，可以加两勺水；如果想让颜色更红，可以加一点儿番茄酱。",
]
OTHERS = (  # headlines of other articles, for lists of links
    "台风明天登陆沿海地区|新地铁线路年底通车|专家谈如何保护视力|全国青年篮球赛昨晚开幕|古镇里的老手艺人|"
    "今年粮食产量再创新高|一张照片背后的故事|大学生返乡办起了农场|这座城市为什么没有红绿灯|冬天吃什么水果最好|"
    "科学家发现新的深海鱼类|电影节公布获奖名单|社区食堂受到老人欢迎|高铁票价将要调整|三个孩子和一条河"
).split("|")
EXCERPTS = [
    "记者走访了三家老店，发现不少手艺已经没有人愿意学，店主们说，年轻人更想去大城市找工作。",
    "医生提醒，长时间看手机会让眼睛疲劳，每隔四十分钟应该休息一会儿，看看远处的绿色植物。",
    "这条河流过三个村子，孩子们在河边长大，后来又一个一个离开，只有老人还记得河水的颜色。",
    "专家认为，票价调整以后，短途旅客会增加，长途旅客可能会选择飞机，影响还需要继续观察。",
]
COMMENTS = [
    "写得真好，我看了两遍，想起了自己小时候的事情。",
    "作者说的不全对，我们那里就不是这样的，希望能多调查一下再写。",
    "支持！这样的文章应该多一点。",
    "楼上的说得有道理，不过我还是同意作者的看法，毕竟每个人的经历不一样，不能一概而论。",
    "沙发",
    "请问在哪里可以买到这本书？找了很久都没有找到。",
]

Block = tuple[str, str]  # "p", "h", "li", "q" (quotation), "c" (caption), and the text


@dataclass(frozen=True)
class Page:
    """A page, what it is called, and the text of its article, line by line."""

    name: str
    title: str
    html: str
    lines: tuple[str, ...]


def _texts() -> dict[str, tuple[str, list[Block]]]:
    """Articles of different kinds: a title, and blocks."""
    data = files("webapp.reader") / "data"
    welcome = [
        [line for line in (data / name).read_text("utf-8").split("\n") if line]
        for name in ("2_nainai.txt", "3_xiubiao.txt")
    ]
    seed = [line.strip() for line in SEED.read_text("utf-8").split("\n") if line.strip()]
    news = [("h" if len(line) < 30 and line[-1] not in "。”】" else "p", line) for line in seed[3:]]
    return {
        "a story": (welcome[1][0], [("p", line) for line in welcome[1][1:]]),
        "an essay": (welcome[0][0], [("p", line) for line in welcome[0][1:]]),
        "a long report": (seed[0].removeprefix("标题：").removeprefix("title: "), news),
        "short news": ("市图书馆恢复晚间开放", [("p", line) for line in SHORT]),
        "talk": ("雨夜", [("p", line) for line in DIALOGUE]),
        "a recipe": (
            "番茄炒蛋怎么做才好吃",
            [("p", RECIPE[0]), ("h", "材料"), ("li", RECIPE[1]), ("li", RECIPE[2]), ("h", "做法"), ("li", RECIPE[3]),
             ("li", RECIPE[4]), ("li", RECIPE[5]), ("q", RECIPE[6])],
        ),
    }  # fmt: skip


def _links(count: int, tag: str = "li") -> str:
    made = "".join(
        f'<{tag}><a href="/n/{n}.html">{text}</a></{tag}>'
        for n, text in enumerate(islice(cycle(OTHERS), count))
    )
    return f"<ul>{made}</ul>" if tag == "li" else made


def _nav(*names: str) -> str:
    names = names or (
        "首页",
        "要闻",
        "国内",
        "国际",
        "财经",
        "体育",
        "娱乐",
        "科技",
        "健康",
        "教育",
        "视频",
        "图片",
    )
    return "".join(f'<a href="/{n}/">{name}</a> ' for n, name in enumerate(names))


def _excerpts(tag: str = "div", **_: str) -> str:
    return "".join(
        f'<{tag} class="item"><a href="/e/{n}"><b>{OTHERS[n]}</b></a><p>{text}</p></{tag}>'
        for n, text in enumerate(EXCERPTS)
    )


def _comments(holder: str = "div", count: int = 6) -> str:
    return "".join(
        f'<{holder} class="c-item"><span>网友{n}号</span> <i>2026-11-{n + 1:02} 10:2{n % 10}</i><p>{text}</p><a href="#">回复</a> <a href="#">赞</a></{holder}>'
        for n, text in enumerate(islice(cycle(COMMENTS), count))
    )


FOOT = (
    '<p>版权所有 © 某某传媒有限公司 未经书面授权不得转载</p><p>ICP备12345678号 增值电信业务经营许可证 举报电话：010-12345678</p>'
    '<a href="/about">关于我们</a> <a href="/job">招聘</a> <a href="/ad">广告服务</a>'
)  # fmt: skip


def _p(blocks: Sequence[Block], indent: str = "　　", **tags: str) -> str:
    """Write blocks as paragraphs, headings, lists, quotations and captions."""
    names = {"p": "p", "h": "h2", "li": "li", "q": "blockquote", "c": "figcaption"} | tags
    made, in_list = [], False
    for kind, text in blocks:
        if (kind == "li") != in_list:
            made.append("</ul>" if in_list else "<ul>")
            in_list = not in_list
        tag = names[kind]
        made.append(f"<{tag}>{indent if kind == 'p' else ''}{text}</{tag.split()[0]}>")
    return "\n".join(made) + ("</ul>" if in_list else "")


def _br(blocks: Sequence[Block], between: str = "<br><br>", indent: str = "&nbsp;&nbsp;&nbsp;&nbsp;") -> str:
    return between.join(f"{indent}{text}" for _, text in blocks)


def _whole(title: str, body: str, head: str = "", site: str = "某某网") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_{site}</title>{head}</head><body>{body}</body></html>'


Layout = Callable[[str, Sequence[Block]], str]


def state_news(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="header"><div class="nav">{_nav()}</div></div><div class="main clearfix"><div class="head-line"><h1><span class="title">{title}</span></h1>'
        f'<div class="source">来源：某社 2026年11月24日 字体：<a>小</a> <a>大</a> 分享到：<a>微信</a></div></div><div id="detail">{_p(blocks)}<div class="editor">【责任编辑：王某】</div></div>'
        f'<div class="columBox book"><h3>阅读下一篇：</h3>{_links(8)}</div></div><div class="foot">{FOOT}</div>')  # fmt: skip


def party_paper(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<table width="100%"><tr><td>{_nav()}</td></tr></table><div class="layout rm_txt cf"><div class="col col-1 fl"><h1>{title}</h1><div class="channel cf">2026年11月24日08:15 | 来源：<a href="#">某某日报</a></div>'
        f'<div class="rm_txt_con cf">{_p(blocks)}<div class="edit cf">(责编：张某、李某)</div></div><div class="share">分享让更多人看到 <a>微博</a></div></div>'
        f'<div class="col col-2 fr"><h2>推荐阅读</h2>{_excerpts("li")}<h2>热门排行</h2>{_links(12)}</div></div><div class="foot">{FOOT}</div>')  # fmt: skip


def portal(title: str, blocks: Sequence[Block]) -> str:
    half = len(blocks) // 2
    return _whole(title, f'<div class="top-banner">{_nav()}</div><div class="main-content w1240"><h1 class="main-title">{title}</h1><div class="top-bar"><span class="date">2026年11月24日 09:00</span></div>'
        f'<div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody">{_p(blocks[:half])}<div id="ad_44086" class="otherContent_01"><a href="/ad">广告：点击领取优惠</a></div>{_p(blocks[half:])}'
        f'<p class="show_author">责任编辑：刘某 </p></div><div class="article-bottom"><div class="keywords">关键字 : <a>新闻</a> <a>生活</a></div><div class="blk-comment">{_comments()}</div></div></div>'
        f'<div class="article-content-right"><div class="hot"><h4>点击排行</h4>{_links(15)}</div>{_excerpts()}</div></div></div><div class="footer">{FOOT}</div>')  # fmt: skip


def portal_two(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="N-nav-channel">{_nav()}</div><div id="content" class="post_content"><div class="post_main"><h1 class="post_title">{title}</h1><div class="post_info">2026-11-24 09:30 来源: <a>某报</a> 举报</div>'
        f'<div class="post_body">{_p(blocks, indent="")}</div><div class="post_statement"><p>特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。</p></div><div class="post_recommends">{_excerpts()}</div>'
        f'<div class="tie-area">{_comments(count=12)}</div></div><div class="post_side">{_links(10)}</div></div>')  # fmt: skip


def media_platform(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<header>{_nav()}</header><div class="wrapper-box"><div class="left sidebar"><div class="user-info"><h4>城市观察</h4><dl><dd>326 文章</dd></dl></div></div><div class="left main"><div class="text"><div class="text-title"><h1>{title}</h1></div>'
        f'<article class="article" id="mp-editor">{_p(blocks, indent="")}<p data-role="editor-name">责任编辑：<span></span></p><a href="//m">返回搜狐，查看更多</a></article></div><div class="statement">平台声明：该文观点仅代表作者本人。</div>'
        f'<div id="articleAllsee">{_excerpts()}</div></div><div class="right">{_links(12)}</div></div>')  # fmt: skip


def hashed_classes(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="__next"><div class="css-1a2b3c">{_nav()}</div><main role="main" class="css-9z8y"><div class="css-title"><h1 id="content">{title}</h1></div>'
        + "".join(f'<div dir="ltr" class="css-11ttjf6 e57qer20"><p dir="ltr" class="css-w2dw88">{text}</p></div>' for _, text in blocks)
        + f'<section data-e2e="recommendations-heading" class="css-rec"><h2>更多相关内容</h2>{_links(6)}</section></main><section class="css-most">热读 {_links(10)}</section><footer class="css-ft">{FOOT}</footer></div>')  # fmt: skip


def column(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="root"><div class="ColumnPageHeader">{_nav("首页", "会员", "发现", "等你来答")}</div><article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">{title}</h1><div class="Post-Author"><div class="AuthorInfo"><span>小城故事</span><div>喜欢写字的人，写过很多没有人看的文章，还会继续写下去。</div></div></div></header>'
        f'<div class="Post-RichTextContainer"><div class="RichText ztext Post-RichText">{_p(blocks, indent="")}</div></div><div class="ContentItem-time">编辑于 2026-11-24 10:00</div></article><div class="Post-topicsAndReviewer"><div class="TopicList"><a>生活</a><a>阅读</a></div></div>'
        f'<div class="Comments-container">{_comments(count=10)}</div><div class="Recommendations-Main"><h3>推荐阅读</h3>{_excerpts()}</div></div>')  # fmt: skip


def blog_static(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="container"><header class="header"><nav>{_nav("首页", "归档", "标签", "关于")}</nav></header><main class="main"><article class="post-block" itemscope><header class="post-header"><h1 class="post-title" itemprop="name headline">{title}</h1><div class="post-meta">发表于 <time>2026-11-24</time> 本文字数： 1.2k 阅读时长 ≈ 4 分钟</div></header>'
        f'<div class="post-body" itemprop="articleBody">{_p(blocks, indent="")}</div><footer class="post-footer"><div class="post-copyright"><ul><li>本文作者： 小林</li><li>版权声明： 本博客所有文章除特别声明外，均采用许可协议。转载请注明出处！</li></ul></div><div class="post-nav"><a rel="prev" href="/a">上一篇：{OTHERS[3]}</a><a rel="next" href="/b">下一篇：{OTHERS[4]}</a></div></footer></article></main>'
        f'<aside class="sidebar"><div class="toc">{_links(5)}</div></aside><footer class="footer">© 2026 小林 由 Hexo 强力驱动</footer></div>', site="小林的博客")  # fmt: skip


def blog_engine(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="page" class="site"><header id="masthead">{_nav()}</header><div id="content" class="site-content"><div id="primary"><main id="main"><article id="post-12" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1></header>'
        f'<div class="entry-content">{_p(blocks, indent="")}<div class="sharedaddy">分享此文：<ul><li><a>微博</a></li><li><a>邮件</a></li></ul></div><div id="jp-relatedposts"><h3>相关文章</h3>{_links(3)}</div></div></article><div id="comments" class="comments-area"><h2>6 条评论</h2><ol class="comment-list">{_comments("li")}</ol><form><textarea></textarea></form></div></main></div>'
        f'<aside id="secondary" class="widget-area"><section class="widget"><h2>近期文章</h2>{_links(5)}</section></aside></div><footer id="colophon">{FOOT}</footer></div>')  # fmt: skip


def wiki(title: str, blocks: Sequence[Block]) -> str:
    noted = [
        (kind, text.replace("。", '。<sup class="reference"><a href="#1">[1]</a></sup>', 1))
        for kind, text in blocks
    ]
    return _whole(title, f'<div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading">{title}</h1><div id="bodyContent"><div id="siteSub">维基百科，自由的百科全书</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th>类型</th><td>文章</td></tr><tr><th>年份</th><td>2026年</td></tr></table>'
        f'{_p(noted, indent="")}<div class="reflist"><ol class="references"><li><cite><a href="#">某报：{OTHERS[2]}</a></cite></li></ol></div><div class="navbox"><table><tr><td>{_links(9, "span")}</td></tr></table></div></div></div><div id="catlinks">分类：<a>散文</a> <a>生活</a></div></div></div>'
        f'<div id="mw-navigation">{_nav("首页", "分类索引", "特色内容", "新闻动态", "最近更改", "随机条目")}</div><div id="footer">{FOOT}</div>', site="维基百科")  # fmt: skip


def encyclopaedia(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="header-wrapper">{_nav()}</div><div class="body-wrapper"><div class="content-wrapper"><div class="content"><div class="main-content"><dl class="lemmaWgt-lemmaTitle"><dd><h1>{title}</h1><a href="/edit">编辑</a> <a href="/lock">锁定</a></dd></dl>'
        + "".join(f'<div class="para-title"><h3>{text}</h3></div>' if kind == "h" else f'<div class="para" label-module="para">{text}</div>' for kind, text in blocks)
        + f'</div><div class="side-content"><div class="right-ad"></div><dl class="side-box"><dt>词条统计</dt><dd>浏览次数：1234次</dd><dd>编辑次数：56次</dd></dl>{_links(5)}</div></div></div></div><div class="wgt-footer-main">{FOOT}</div>', site="百科")  # fmt: skip


def office(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<table width="1000" align="center"><tr><td>{_nav("首页", "政务公开", "办事服务", "互动交流")}</td></tr><tr><td><table width="100%"><tr><td class="title" align="center"><font size="5"><b>{title}</b></font></td></tr><tr><td align="center">发布时间：2026-11-24　来源：市政府办公室　浏览次数：88</td></tr>'
        f'<tr><td class="content"><font style="font-size:14pt">　　{_br(blocks, "<br>　　", "")}</font></td></tr><tr><td align="right">【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</td></tr></table></td></tr><tr><td>{FOOT}</td></tr></table>')  # fmt: skip


def novel_br(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="wrapper"><div class="nav"><ul>{_nav("玄幻小说", "都市小说", "历史小说", "完本小说")}</ul></div><div class="content_read"><div class="box_con"><div class="con_top">某某书屋 &gt; 目录 &gt; {title}</div><div class="bookname"><h1>{title}</h1><div class="bottem1"><a href="1">上一章</a> <a href="./">章节目录</a> <a href="2">下一章</a></div></div>'
        f'<div id="content">{_br(blocks)}</div><div class="bottem2"><a href="1">上一章</a> <a href="./">章节目录</a> <a href="2">下一章</a></div></div></div><div class="footer"><p>本站所有小说为转载作品，所有章节均由网友上传。</p></div></div>', site="某某书屋")  # fmt: skip


def novel_p(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="read-header">{_nav("书架", "书库", "排行")}</div><div class="read-container"><div class="read-main-wrap"><div class="text-wrap"><h3 class="j_chapterName">{title}</h3><div class="text-info"><a>作者某</a> 字数：2100 更新时间：2026-11-24</div>'
        f'<div class="read-content j_readContent">{_p(blocks)}</div></div><div class="chapter-control"><a>上一章</a> | <a>目录</a> | <a>下一章</a></div></div><div class="guide-btn">投推荐票</div><ul class="rank">{_links(6)}</ul></div>')  # fmt: skip


def forum(title: str, blocks: Sequence[Block]) -> str:
    replies = "".join(
        f'<div id="post_{n}"><table class="plhin"><tr><td class="pls"><div class="pi"><a>会员{n}</a></div><p>积分 {n}00</p></td><td class="plc"><div class="pi">发表于 2026-11-24</div><div class="t_fsz"><table><tr><td class="t_f">{text}</td></tr></table></div></td></tr></table></div>'
        for n, text in enumerate(COMMENTS, 1)
    )
    return _whole(title, f'<div id="hd">{_nav("论坛", "导读", "相册", "排行榜")}</div><div id="ct"><h1 class="ts">{title}</h1><div id="postlist" class="pl bm"><div id="post_0"><table class="plhin"><tr><td class="pls"><div class="pi"><a>楼主某</a></div><p>主题 12 | 帖子 340 | 积分 5600</p></td><td class="plc"><div class="pi">发表于 2026-11-23 | 只看该作者</div><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_1">{_br(blocks, "<br>", "")}</td></tr></table></div></td></tr></table></div>{replies}</div></div><div id="ft">{FOOT}</div>')  # fmt: skip


def taiwan_paper(title: str, blocks: Sequence[Block]) -> str:
    half = max(1, len(blocks) // 2)
    return _whole(title, f'<div class="header"><ul class="menu">{_nav("即時", "熱門", "政治", "社會", "生活", "國際")}</ul></div><div class="content"><section><div class="whitecon"><div class="breadcrumbs"><a>首頁</a> &gt; <a>生活</a></div><h1>{title}</h1><div class="text boxTitle boxText"><span class="time">2026/11/24 10:11</span>{_p(blocks[:half], indent="")}<p class="before_ir">請繼續往下閱讀...</p><div class="related boxTitle">{_links(3)}</div>{_p(blocks[half:], indent="")}'
        f'<p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a>點我下載APP</a></p></div></div><div class="whitecon hot"><h2>熱門推播</h2>{_links(10)}</div></section></div><div class="footer">{FOOT}</div>', site="某某時報")  # fmt: skip


def hong_kong_paper(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<nav>{_nav("新聞", "港聞", "國際", "觀點")}</nav><div class="article-page"><article class="article" itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1><div class="article__info">撰文：陳某 出版：2026-11-24</div><div class="article-content-section" itemprop="articleBody"><div>'
        + "".join(f'<div class="sc-hKFyIo"><div class="html-block"><p>{text}</p></div></div>' for _, text in blocks)
        + f'</div></div></article><div class="section__list"><h2>其他人也看</h2>{_excerpts()}</div></div><footer>{FOOT}</footer>')  # fmt: skip


def broadcaster(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="hdr">{_nav()}</div><div id="page"><div class="body-container"><div class="wsw__wrap"><h1 class="title pg-title">{title}</h1><div class="published"><time>2026年11月24日</time></div><div class="col-multimedia"><figure class="media-image"><img src="a.jpg"><figcaption><span class="caption">图书馆的阅览室，摄于二〇二六年十一月。</span></figcaption></figure></div><div class="body-container"><div class="wsw">{_p(blocks, indent="")}<div class="wsw__embed"><a href="/x">{OTHERS[1]}</a></div></div></div></div></div><div class="media-block-wrap"><h3>相关内容</h3>{_links(6)}</div></div><footer>{FOOT}</footer>')  # fmt: skip


def review(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="db-global-nav">{_nav("读书", "电影", "音乐", "同城", "小组")}</div><div id="wrapper"><div id="content"><div class="article"><div class="main"><h1><span property="v:summary">{title}</span></h1><header class="main-hd"><a>某人</a> 评论 <a>《旧书》</a></header><div class="main-bd"><div id="link-report"><div class="main-panel-useful"></div><div class="review-content clearfix" data-author="某人">{_p(blocks, indent="")}</div></div><div class="copyright">© 本文版权归作者 某人 所有，任何形式转载请联系作者。</div><div class="main-useful">有用 12 没用 3</div></div></div><div id="comments">{_comments()}</div></div><div class="aside"><h2>某人的其他书评</h2>{_links(6)}</div></div></div>')  # fmt: skip


def nested_editor(title: str, blocks: Sequence[Block]) -> str:
    inner = "".join(
        f'<section data-role="outer"><section style="margin:10px"><section><p style="line-height:2em"><span style="font-size:15px"><span>{text}</span></span></p></section></section></section>'
        for _, text in blocks
    )
    return _whole(title, f'<div class="top">{_nav()}</div><div class="con"><h2>{title}</h2><div class="info">时间：2026-11-24 作者：admin 点击：123次</div><div class="nr">{inner}</div><div class="page"><p>上一篇：<a>{OTHERS[5]}</a></p><p>下一篇：<a>{OTHERS[6]}</a></p></div></div><div class="rightlist">{_links(8)}</div><div class="bottom">{FOOT}</div>')  # fmt: skip


def plain_divs(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div>{_nav()}</div><div><div>{title}</div>' + "".join(f"<div>{text}</div>" for _, text in blocks) + f"</div><div>{_links(8)}</div><div>{FOOT}</div>")  # fmt: skip


def mobile(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<header class="m-nav">{_nav("首页", "推荐", "视频")}</header><section id="article"><h1 class="art_tit_h1">{title}</h1><time>11-24 09:00</time>{_p(blocks, indent="", p="p class=art_p")}</section><section class="callApp"><a>打开APP阅读全文</a></section><section class="comment-area">{_comments()}</section><section class="rec">{"".join(f"<a href=/r/{n}><h2>{t}</h2><em>{n}评</em></a>" for n, t in enumerate(OTHERS[:8]))}</section>')  # fmt: skip


def school(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="wp_nav">{_nav("学校概况", "院系设置", "师资队伍", "招生就业")}</div><div class="infobox"><div class="article" frag="窗口3"><h1 class="arti_title">{title}</h1><p class="arti_metas"><span>发布者：宣传部</span><span>发布时间：2026-11-24</span><span>浏览次数：205</span></p><div class="entry"><div class="read"><div class="wp_articlecontent">{_p(blocks, p="p style=text-indent:2em")}</div></div></div></div></div><div class="footer">{FOOT}</div>')  # fmt: skip


def comments_longer(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="site-top">{_nav()}</div><div class="box"><h1>{title}</h1><div class="body">{_p(blocks, indent="")}</div></div><div class="box pl"><h3>全部评论</h3>{_comments(count=40)}</div><div class="box">{FOOT}</div>')  # fmt: skip


def excerpts_around(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="t">{_nav()}</div><div class="l"><h1>{title}</h1><div class="txt">{_p(blocks)}</div></div><div class="r"><div class="list">{_excerpts()}{_excerpts()}{_excerpts()}</div></div>')  # fmt: skip


def magazine(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="topbar">{_nav()}</div><div id="the_content"><div id="conTit"><h1>{title}</h1><div class="artInfo">来源于 《某某周刊》 2026年第44期</div></div><div id="subhead"><p>【本刊导读】{blocks[0][1][:18]}……</p></div><div id="Main_Content_Val" class="text">{_p(blocks)}</div><div class="content-tag">标签：<a>城市</a></div><div class="moreReport"><h4>相关报道</h4>{_links(5)}</div></div><div class="pip_rel"><p>[《某某周刊》印刷版，<a>按此优惠订阅</a>，随时起刊，免费快递。]</p></div><div class="comConBox">{_comments()}</div>')  # fmt: skip


# The pages from here on were written after the extractor, and it was not changed for them.


def finance(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="headArea">{_nav()}</div><div class="yc_main wrap"><div class="yc_tit"><h1>{title}</h1><p class="clearfix"><span>2026年11月24日 14:20:05</span><br>来源：<a>某财经</a></p></div><div class="yc_con clearfix"><div class="yc_con_l"><div id="main_content" class="yc_con_txt" itemprop="articleBody">{_p(blocks, indent="")}<p>[责任编辑：赵某 PF012]</p><p>责任编辑：赵某 PF012</p></div><div class="yc_tui"><h4>网友评论</h4><div class="m_pl">{_comments("li")}</div></div></div><div class="yc_con_r"><div class="yc_jc"><h3>今日要闻</h3>{_links(9)}</div></div></div></div><div id="footer">{FOOT}</div>')  # fmt: skip


def tech_blog(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="csdn-toolbar">{_nav("博客", "下载", "问答", "社区")}</div><div class="main_father clearfix"><div class="container" id="mainBox"><main><div class="blog-content-box"><div class="article-header-box"><div class="article-title-box"><h1 class="title-article">{title}</h1></div><div class="article-info-box"><span class="time">2026-11-24 11:00:00</span> <span class="read-count">阅读量1.2k</span> 收藏 8</div></div><article class="baidu_pl"><div id="article_content" class="article_content clearfix"><div id="content_views" class="markdown_views">{_p(blocks, indent="")}</div></div></article></div><div class="more-toolbox-new"><ul><li>点赞</li><li>评论</li></ul></div><div class="recommend-box">{_excerpts()}</div></main><aside class="blog_container_aside"><div class="aside-box"><h3>最新文章</h3>{_links(6)}</div></aside></div></div>')  # fmt: skip


def diary(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="home"><div id="header"><div id="navigator">{_nav("首页", "新随笔", "联系", "管理")}</div></div><div id="main"><div id="mainContent"><div class="forFlow"><div class="post"><h1 class="postTitle"><a href="#">{title}</a></h1><div id="cnblogs_post_body" class="blogpost-body">{_p(blocks, indent="")}</div><div id="blog_post_info"><div id="green_channel">好文要顶 关注我 收藏该文</div></div><p class="postDesc">posted @ 2026-11-24 11:02 小林 阅读(230) 评论(2)</p></div><div id="blog-comments-placeholder">{_comments()}</div></div></div><div id="sideBar"><div id="blog-news">昵称：小林 园龄：3年</div><div class="catListEssay">{_links(10)}</div></div></div></div>')  # fmt: skip


def site_kit(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="header_top"><div class="w960 center"><span>本站为测试站</span></div></div><div class="header"><div class="module blue mT10"><ul>{_nav()}</ul></div></div><div class="w960 center clear mt1"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a>主页</a> &gt; <a>生活</a> &gt;</div><div class="viewbox"><div class="title"><h2>{title}</h2></div><div class="info"><small>时间:</small>2026-11-24 10:00<small>来源:</small>未知 <small>作者:</small>admin <small>点击:</small>次</div><div class="content"><table width="100%"><tr><td>{_p(blocks)}</td></tr></table></div><div class="handle"><div class="context"><ul><li>上一篇：<a>{OTHERS[0]}</a></li><li>下一篇：没有了</li></ul></div></div></div></div><div class="pright"><dl class="tbox"><dt><strong>热点内容</strong></dt><dd>{_links(10)}</dd></dl></div></div><div class="footer w960">{FOOT}</div>')  # fmt: skip


def ministry(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="gd-top">{_nav("首页", "机构", "新闻", "政务")}</div><div class="BreadcrumbNav">当前位置：首页 &gt; 新闻</div><div class="article oneColumn pub_border"><h1>{title}</h1><div class="pages-date">2026-11-24 09:15 <span class="font">来源： 某部网站</span><span class="font">字号：<a>默认</a> <a>大</a> <a>超大</a></span>|<span>打印</span></div><div class="pages_content" id="UCAP-CONTENT">{_p(blocks, p="p style=text-indent:2em")}</div><div class="editor"><span>责任编辑：孙某</span></div></div><div class="related1"><h2>相关稿件</h2>{_links(4)}</div><div class="footer">{FOOT}</div>')  # fmt: skip


def question(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div class="AppHeader">{_nav("首页", "会员", "发现")}</div><main class="App-main"><div class="QuestionHeader"><h1 class="QuestionHeader-title">{title}</h1><div class="NumberBoard">关注者 120 被浏览 4,567</div></div><div class="Question-main"><div class="Question-mainColumn"><div class="Card AnswerCard"><div class="ContentItem AnswerItem"><div class="AuthorInfo"><a>某人</a> 文字工作者</div><span class="RichText ztext CopyrightRichText-richText">{_p(blocks, indent="")}</span><div class="ContentItem-actions">赞同 56 · 12 条评论 · 分享 · 收藏</div></div></div></div><div class="Question-sideColumn"><div class="Card"><h3>相关问题</h3>{_links(5)}</div></div></div></main>')  # fmt: skip


def feed(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="app"><div class="bar">{_nav("关注", "热榜", "视频")}</div><div class="page-wrap"><div class="detail-box"><div class="tt">{title}</div><div class="from">城市早知道 · 3小时前</div><div class="rich">' + "".join(f'<div><span>{text}</span></div><div class="gap"></div>' for _, text in blocks) + f'</div><div class="ops"><a>赞 23</a><a>踩</a></div></div><div class="feed"><h4>大家都在看</h4>{"".join(f"<div class=card><a href=/f/{n}>{t}</a><span>{n}0评论</span></div>" for n, t in enumerate(OTHERS))}</div></div></div>')  # fmt: skip


def taiwan_blog(title: str, blocks: Sequence[Block]) -> str:
    return _whole(title, f'<div id="container"><div id="header"><h1><a href="/">小城日記 :: 隨意窩</a></h1></div><div id="main"><div id="content"><div class="article" id="article-1"><ul class="article-head"><li class="publish"><span class="month">Nov</span> <span class="date">24</span></li><li class="title"><h2><a>{title}</a></h2></li></ul><div class="article-body"><div class="article-content" id="article-content-inner">{_br(blocks, "<br /><br />", "")}</div><p class="article-keyword">文章標籤 <a>生活</a></p><div class="forward">創作者介紹 小城 發表在 留言(2) 人氣(88)</div></div></div></div><div id="comment">{_comments()}</div><div id="links"><div class="box"><h4>熱門文章</h4>{_links(8)}</div></div></div></div>', site="小城日記")  # fmt: skip


LAYOUTS: tuple[Layout, ...] = (
    state_news, party_paper, portal, portal_two, media_platform, hashed_classes, column, blog_static, blog_engine, wiki,
    encyclopaedia, office, novel_br, novel_p, forum, taiwan_paper, hong_kong_paper, broadcaster, review, nested_editor,
    plain_divs, mobile, school, comments_longer, excerpts_around, magazine,
)  # fmt: skip


LATER: tuple[Layout, ...] = (finance, tech_blog, diary, site_kit, ministry, question, feed, taiwan_blog)


def all_pages(layouts: Sequence[Layout] = LAYOUTS) -> Iterator[Page]:
    """Yield every layout with three of the texts: each text stands in half of them, long and short in all."""
    texts = list(_texts().items())
    for number, layout in enumerate(layouts):
        for kind, (title, blocks) in (texts[(number + step) % len(texts)] for step in (0, 2, 3)):
            name = f"{layout.__name__.replace('_', ' ')}, {kind}"
            yield Page(name, title, layout(title, blocks), tuple(text for _, text in blocks))


def f1(found: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the harmonic mean of precision and recall over runs of four Chinese characters, 0 to 1."""
    have, want = _runs(found), _runs(wanted)
    return 2 * (have & want).total() / max(1, have.total() + want.total())


def _runs(lines: Sequence[str]) -> Counter[str]:
    text = "".join(re.findall(f"[{HAN}]", "".join(lines)))
    return Counter(text[at : at + 4] for at in range(len(text) - 3))
