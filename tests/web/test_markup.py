"""Text is only ever text: what a text holds comes back as it went in, and none of it is alive.

The hostile and the awkward texts were written for these tests.
"""

import io
import json
import unicodedata
from html.parser import HTMLParser

import pytest

from webapp.language.script import has_han

SCRIPTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</ScRiPt ><svg/onload=alert(1)>",
    "<!--<script>",
    "--><script>alert(1)</script><!--",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script href=//evil.example/x.js>",
    '"><script>alert(1)</script>',
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=alert(1) `",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>点</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">点</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=x>",
    "<object data=x.swf></object>",
    "<template><b></template>",
    "<plaintext>",
    "<textarea></textarea></textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</rt></ruby></span><script>alert(1)</script>",
    "<ruby><rt onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "&amp;lt;b&amp;gt;",
    "{{ 7 * 7 }}{% if 1 %}x{% endif %}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "]]><script>alert(1)</script>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "＜script＞alert(1)＜/script＞",
    "<scr\u200bipt>alert(1)</scr\u200bipt>",
    "\u2028alert(1)\u2029",
    "*/alert(1)/*",
)  # fmt: skip

NAUGHTY = (
    "undefined", "null", "NULL", "NaN", "-1", "0x0", "1e309", "true", "\\", "\\\\", "\\n", "\\u003c", "%00", "%s%n",
    "../../etc/passwd", "C:\\CON", "AUX", "/dev/null; touch x", "$(touch x)", "`touch x`", "'; DROP TABLE articles;--",
    "1' OR '1'='1", "=1+1", "@SUM(A1)", "+1", "ﬀ", "Å", "é", "e\u0301", "ñ", "İi", "ß", "ſ", "Ω≈ç√∫", "¯\\_(ツ)_/¯", "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈",
    "🇨🇳🇹🇼", "👍🏽", "𠀀𠮷𪚥", "㐀㐁", "〇〡〢", "ㄅㄆㄇ", "ひらがなカタカナ", "한국어", "العربية", "עברית", "\u202eabc\u202c", "\u2066x\u2069",
    "Z̸̡̛a̵l̷g̶o̴", "a\u0300\u0301\u0302\u0303\u0304", "\u00ad", "\u200d", "\u200b", "\u2060", "\ufeff中", "\u0001", "\u0007", "\u001b[31m",
    "\u0085", "\ufffe", "\U0001f9d1\u200d\U0001f680", "\U0010ffff", "\ue000", "①②③", "㈠㈡", "㍿", "ＡＢＣ１２３", "“‘’”", "——……", "《〈〉》",
)  # fmt: skip

OUR_SCRIPTS = {"application/json", "module", None}


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and the text of the article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text, self.words, self.title = "", "", ""
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag, "the elements do not nest: something broke out"

    def handle_data(self, data):
        where = self._open[-1] if self._open else ""
        if where == "script":
            self.words += data
        elif where == "title":
            self.title += data
        elif "article" in self._open and where not in ("rt", "rp") and "span" in self._open:
            self.text += data


OURS = [("details", {"class": "menu"}), ("template", {"id": "upload"})]  # on the library page


def alive(page: Page) -> list[str]:
    """Name whatever could run, load or send something that we did not put there."""
    found = []
    for tag, attributes in page.elements:
        if (tag, attributes) in OURS or (tag == "svg" and attributes.get("class", "").startswith("icon")):
            continue
        if tag in {
            "iframe",
            "object",
            "embed",
            "base",
            "style",
            "img",
            "svg",
            "math",
            "plaintext",
            "details",
            "template",
        }:
            found.append(tag)
        found += [
            f"{tag} {name}" for name in attributes if name.startswith("on") or name in ("style", "srcdoc")
        ]
        for name in ("src", "href", "action", "formaction", "xlink:href"):
            value = attributes.get(name) or "/"
            if not value.startswith(("/", "?", "#")) or value.startswith("//"):
                found.append(f"{tag} {name}={value}")
        if tag == "script" and (
            attributes.get("type") not in OUR_SCRIPTS or ("src" not in attributes and "id" not in attributes)
        ):
            found.append("script")
        if tag == "meta" and "http-equiv" in attributes:
            found.append("meta http-equiv")
    return found


@pytest.fixture(scope="module")
def client(shared_client):
    return shared_client


def squeezed(text: str) -> str:
    """Leave out white space: between blocks the page sets its own."""
    return "".join(text.split())


@pytest.mark.parametrize("payload", SCRIPTS)
def test_markup_in_a_text_stays_text(client, payload: str):
    text = f"{payload}\n\n他说{payload}在银行。\n"  # he says ... at the bank
    address = client.post("/articles", data={"text": text}).headers["Location"]
    page = Page(client.get(address).text)
    assert alive(page) == []
    assert squeezed(payload) in squeezed(page.text)
    assert "<" not in page.words and json.loads(page.words)["cards"]
    assert alive(Page(client.get("/").text)) == []


@pytest.mark.parametrize("payload", [payload for payload in SCRIPTS if not has_han(payload)])
def test_markup_in_a_refused_text_stays_text(client, payload: str):
    answer = client.post("/articles", data={"text": payload})
    assert answer.status_code == 422
    assert alive(Page(answer.text)) == []


@pytest.mark.parametrize("payload", SCRIPTS)
def test_markup_in_an_address_or_a_file_name_stays_text(client, payload: str):
    assert (
        alive(Page(client.get(f"/articles/{payload}", query_string={"page": payload, payload: "1"}).text))
        == []
    )
    answer = client.post("/articles", data={"file": (io.BytesIO(b"\x89PNG"), payload)})
    assert alive(Page(answer.text)) == []


@pytest.mark.parametrize("text", NAUGHTY)
def test_an_awkward_text_comes_back_as_it_went_in(client, text: str):
    answer = client.post("/articles", data={"text": f"银行{text}银行"})  # bank ... bank
    assert answer.status_code == 303
    page = Page(client.get(answer.headers["Location"]).text)
    assert unicodedata.normalize("NFC", f"银行{text}银行") in page.text
    assert client.get("/").status_code == 200
