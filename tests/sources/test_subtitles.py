"""SubRip and WebVTT to lines of dialogue."""

import pytest

from webapp.errors import SourceFormatError
from webapp.sources.source import read_bytes

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>你好，</i>
{\\an8}小明。

2
00:00:02,600 --> 00:00:04,000
- 你去哪儿？
- 我回家。

3
00:00:20,000 --> 00:00:21,000
<font color="#ff0000">再见！</font>

4
00:00:21,000 --> 00:00:22,000
再见！
"""  # Hello, Xiaoming. - Where are you going? - Home. / Goodbye! (twice: a cue that fades)
VTT = """WEBVTT - 字幕
Kind: captions

NOTE 这是注释
两行

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start position:0%
<v 小明>你好<00:00:01.500><c>世界</c> &amp; 大家

00:03.000 --> 00:04.000
早上好
"""  # a comment of two lines; Hello world & everybody; good morning


def test_cues_are_lines_and_a_silence_is_a_paragraph():
    assert (
        read_bytes(SRT.encode(), name="film.srt").text == "你好，小明。\n- 你去哪儿？\n- 我回家。\n\n再见！\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_they_are_read_in_each_encoding_and_under_any_name(encoding: str):
    text = read_bytes(SRT.replace("\n", "\r\n").encode(encoding), name="film.srt").text
    assert text.startswith("你好，小明。\n- 你去哪儿？")
    assert read_bytes(SRT.encode(), name="film.txt").text.startswith("你好，小明。\n")


def test_notes_styles_and_tags_of_webvtt_are_no_text():
    assert read_bytes(VTT.encode(), name="film.vtt").text == "你好世界 & 大家\n早上好\n"


def test_of_bilingual_subtitles_the_chinese_is_kept():
    cues = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n你好{n}\nHello {n}\n\n" for n in range(1, 9))
    assert read_bytes(cues.encode(), name="film.srt").text == "".join(f"你好{n}\n" for n in range(1, 9))


def test_cues_without_blank_lines_between_are_told_apart():
    tight = "1\n00:00:01,000 --> 00:00:02,000\n你好\n2\n00:00:03,000 --> 00:00:04,000\n再见\n"
    assert read_bytes(tight.encode(), name="film.srt").text == "你好\n再见\n"


def test_a_file_name_in_chinese_is_the_title():
    assert read_bytes(SRT.encode(), name="我的电影.srt").title == "我的电影"  # my film


@pytest.mark.parametrize("text", ["你好\n世界", "WEBVTT\n\n你好", "1\n00:00 --> 你好"])
def test_what_has_no_times_is_refused(text: str):
    with pytest.raises(SourceFormatError, match=r"^film\.srt holds no subtitles"):
        read_bytes(text.encode(), name="film.srt")
