"""The ``pindu`` command, run as readers run it: a process of its own, in a plain C locale."""

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from webapp.config import VARIABLES

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_bfa1f241c2576418.txt"
README = Path(__file__).parent.parent / "README.md"
COMMANDS = (
    "read",
    "add",
    "list",
    "remove",
    "rename",
    "tag",
    "serve",
    "annotate",
    "lookup",
    "dictionary",
    "backup",
    "restore",
    "export",
    "import",
    "db",
)
STORY = "我在银行工作。她长得很高。"  # I work at a bank. She is tall.


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "故事.txt"  # story
    path.write_text(STORY, "utf-8")
    return path


def complains(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that says what to do; progress may stand above it."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.endswith("...")]
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("Error: ")
    return lines[0]


# Help


def test_help_names_every_command_setting_and_exit_code(pindu):
    done = pindu("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for word in (*COMMANDS, *(variable.name for variable in VARIABLES), "Exit status"):
        assert word in done.stdout


@pytest.mark.parametrize(
    "command", [*COMMANDS, "dictionary info", "dictionary update", "db upgrade", "db downgrade", "db check"]
)
def test_every_command_explains_itself_and_stands_in_the_readme(pindu, command):
    done = pindu(*command.split(), "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: pindu {command}")
    assert f"pindu {command}" in README.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments", [["sing"], ["annotate", "--format", "pdf"], ["annotate", "--fields", "text,colour"],
                  ["add"], ["remove"], ["rename", "a"], ["serve", "--port", "eighty"], ["serve", "--host", "a b"], ["lookup"]],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2(pindu, arguments):
    done = pindu(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: pindu" in done.stderr


# Annotate


def tokens_of(document: dict) -> Iterator[dict]:
    for block in document["blocks"]:
        for sentence in block["sentences"]:
            yield from sentence["tokens"]


def test_annotate_prints_the_document_of_the_contract(pindu):
    done = pindu("annotate", str(SAMPLE))
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    text = SAMPLE.read_text("utf-8")
    tokens = list(tokens_of(document))
    assert list(document) == ["title", "date", "script", "engine", "blocks"]
    assert (document["title"], document["date"], document["script"]) == (
        "数字基础设施持续夯实",
        "2025-12-27",
        "hans",
    )
    assert {block["kind"] for block in document["blocks"]} == {"heading", "paragraph", "credit"}
    assert "".join(token["text"] for token in tokens) == text
    assert all(text[token["start"] : token["end"]] == token["text"] for token in tokens)
    assert all("".join(base for base, _ in token["ruby"]) == token["text"] for token in tokens)


def test_annotate_reads_standard_input(pindu):
    document = json.loads(pindu("annotate", stdin=STORY).stdout)
    assert [t["text"] for t in tokens_of(document)][:3] == ["我", "在", "银行"]


def test_annotate_reads_the_older_encodings_too(pindu):
    document = json.loads(pindu("annotate", stdin=(STORY * 5).encode("gb18030")).stdout)
    assert "".join(t["text"] for t in tokens_of(document)) == STORY * 5


def test_what_can_be_read_in_two_ways_is_asked_about_and_the_answer_taken(pindu, tmp_path):
    (tmp_path / "menu.txt").write_bytes("菜单\n".encode("gbk"))  # a menu; in Big5 粕等
    asked = pindu("add", "menu.txt")
    assert asked.returncode == 1 and asked.stdout == "" and "菜单" in asked.stderr
    said = re.findall(r"--charset ([\w-]+)", asked.stderr)
    assert sorted(said) == ["big5", "gb18030"]
    assert "/articles/cai-dan" in pindu("add", "menu.txt", "--charset", "gb18030").stdout
    written = pindu("annotate", "menu.txt", "--charset", "big5", "--format", "jsonl", "--fields", "text")
    assert "".join(token["text"] for token in json.loads(written.stdout)["tokens"]).strip() == "粕等"
    wrong = pindu("add", "menu.txt", "--charset", "rot13")
    assert wrong.returncode == 1 and "choose one of" in wrong.stderr


def test_jsonl_has_an_object_a_sentence(pindu):
    lines = pindu("annotate", "--format", "jsonl", stdin=STORY).stdout.splitlines()
    sentences = [json.loads(line) for line in lines]
    assert [(s["block"], s["kind"], s["start"], s["end"]) for s in sentences] == [
        (0, "paragraph", 0, 7),
        (0, "paragraph", 7, 13),
    ]


def test_text_has_the_words_and_their_pinyin(pindu):
    lines = pindu("annotate", "--format", "text", stdin="我在银行工作。").stdout.splitlines()
    assert lines == ["我 在 银行 工作。", "wǒ zài yínháng gōngzuò。"]


def test_tsv_has_a_line_of_headings_and_a_token_a_row(pindu):
    lines = pindu(
        "annotate", "--format", "tsv", "--fields", "text,pinyin", stdin="我在银行。"
    ).stdout.splitlines()
    assert lines == ["text\tpinyin", "我\twǒ", "在\tzài", "银行\tyínháng", "。\t"]


ODD_LINES = [
    "",
    "我在银行。",
    "a\u2028b",
    "x\x0by\x0cz",
    "一\r二",
    "\r",
    "\u0085",
    " \t",
    "𠀀é👩‍🚀",
    "",
    "末",
]


@pytest.mark.parametrize("end", ["\n", ""], ids=["with a last line end", "without one"])
def test_each_line_is_a_text_of_its_own_and_is_spelled_back(pindu, end):
    done = pindu("annotate", "--lines", stdin="\n".join(ODD_LINES) + end)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["text"] for line in found] == ODD_LINES
    assert ["".join(token["text"] for token in line["tokens"]) for line in found] == ODD_LINES
    assert found[0] == {"text": "", "tokens": []}


def test_lines_are_independent_of_how_many_there_are(pindu):
    """A batch is no context: the same line says the same among a thousand others."""
    texts = [STORY, "还好。", "2025年"] * 400
    lines = pindu("annotate", "--lines", stdin="\n".join(texts)).stdout.splitlines()
    assert len(lines) == len(texts)
    assert len(set(lines)) == 3
    assert [pindu("annotate", "--lines", stdin=text).stdout.strip() for text in texts[:3]] == lines[:3]


def test_the_same_text_gives_the_same_bytes_in_every_process(pindu):
    text = SAMPLE.read_text("utf-8")
    first, *others = (pindu("annotate", "--lines", stdin=text, PYTHONHASHSEED=seed).stdout for seed in "0123")
    assert others == [first] * 3


def test_lines_come_as_a_json_list_as_rows_or_as_text_too(pindu):
    asked = ("annotate", "--lines", "--fields", "text")
    listed = json.loads(pindu(*asked, "--format", "json", stdin="你好\n\n再见").stdout)
    assert listed == [
        {"text": "你好", "tokens": [{"text": "你好"}]},
        {"text": "", "tokens": []},
        {"text": "再见", "tokens": [{"text": "再见"}]},
    ]
    assert json.loads(pindu(*asked, "--format", "json").stdout) == []
    assert pindu(*asked, "--format", "tsv", stdin="你好\n\n再见").stdout == "line\ttext\n1\t你好\n3\t再见\n"
    assert pindu(*asked, "--format", "text", stdin="你好\n").stdout == "你好\nnǐhǎo\n"


def test_fields_choose_what_a_token_tells(pindu):
    line = json.loads(pindu("annotate", "--lines", "--fields", "text,level,gloss", stdin="银行").stdout)
    assert [list(token) for token in line["tokens"]] == [["text", "level", "gloss"]]
    assert line["tokens"][0]["gloss"] == "bank"


def test_a_reader_of_the_output_may_leave_early(environment, tmp_path):
    (tmp_path / "lines").write_text(STORY * 20 + "\n" * 20_000, "utf-8")
    command = [sys.executable, "-m", "webapp", "annotate", "--lines", str(tmp_path / "lines")]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=SAMPLE.parent.parent
    )
    process.stdout.readline()
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (0, b"")
    process.stderr.close()


# Sources that cannot be taken


def bad_sources(folder: Path) -> dict[str, tuple[str, str]]:
    """A name, and what the error must mention, of files that are no text to read."""
    (folder / "binary").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_text(" \n\u3000\n", "utf-8")
    (folder / "english.txt").write_text("Nothing to read here.", "utf-8")
    (folder / "huge.txt").write_text("大" * 7_000_000, "utf-8")  # 21 MB
    return {
        "a missing file": ("missing.txt", "missing.txt"),
        "a folder": (".", "folder"),
        "a binary": ("binary", "text"),
        "an empty file": ("empty.txt", "empty"),
        "white space": ("blank.txt", "empty"),
        "no Chinese": ("english.txt", "Chinese"),
        "more than 20 MB": ("huge.txt", "20 MB"),
    }


@pytest.mark.parametrize("command", ["annotate", "add", "read"])
def test_a_source_that_cannot_be_taken_gets_one_sentence(pindu, command, tmp_path):
    for kind, (source, mention) in bad_sources(tmp_path).items():
        options = ["--port", str(free_port())] if command == "read" else []
        said = complains(pindu(command, *options, source))
        assert mention.lower() in said.lower(), (kind, said)


def test_nothing_is_kept_of_a_source_that_was_refused(pindu, story, tmp_path):
    pindu("add", story.name)
    before = pindu("list").stdout
    for source, _ in bad_sources(tmp_path).values():
        pindu("add", source)
    assert pindu("list").stdout == before


def test_lines_that_are_not_utf8_are_named(pindu):
    said = pindu("annotate", "--lines", stdin="好\n".encode() + "银行".encode("gb18030"))
    assert said.returncode == 1
    assert "Line 2 is not UTF-8" in said.stderr
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [["list"], ["add", "故事.txt"], ["serve"]], ids=lambda words: words[0])
def test_a_data_folder_that_cannot_be_written_gets_one_sentence(pindu, story, command, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    said = complains(pindu(*command, PINDU_HOME=str(tmp_path / "file" / "home"), PINDU_PORT=str(free_port())))
    assert str(tmp_path / "file") in said


def test_a_setting_that_cannot_be_used_gets_one_sentence(pindu):
    assert "PINDU_PORT" in complains(pindu("list", PINDU_PORT="eighty"))


# The library


def test_the_same_text_twice_is_one_article(pindu, story):
    first, second = pindu("add", story.name), pindu("add", "-", stdin=STORY)
    assert first.stdout == second.stdout
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/articles/\S+\n", first.stdout)
    assert len(pindu("list").stdout.splitlines()) == 1


def test_list_shows_slug_date_and_title(pindu):
    address = pindu("add", str(SAMPLE)).stdout.strip()
    slug, date, title = pindu("list").stdout.rstrip("\n").split("\t")
    assert (address.rpartition("/")[2], date, title) == (slug, "2025-12-27", "数字基础设施持续夯实")


def test_a_backup_brings_the_library_back(pindu, story, tmp_path):
    pindu("add", story.name)
    before = pindu("list").stdout
    assert pindu("backup", "library.pindu").stdout == "1 texts are in library.pindu\n"
    elsewhere = str(tmp_path / "elsewhere")
    assert pindu("restore", "library.pindu", PINDU_HOME=elsewhere).returncode == 0
    assert pindu("list", PINDU_HOME=elsewhere).stdout == before
    assert "--replace" in complains(pindu("restore", "library.pindu"))
    assert "no backup" in complains(pindu("restore", "--replace", story.name))
    assert "no backup" in complains(pindu("backup", story.name))
    assert story.read_text("utf-8") == STORY


def test_the_database_is_checked_taken_back_and_brought_up_again(pindu, story):
    pindu("add", story.name)
    assert "1 texts, no faults" in pindu("db", "check").stdout
    assert pindu("db", "downgrade", "0001").returncode == 1  # asked, and not answered
    assert pindu("db", "downgrade", "0001", "--yes").stdout == "The library is at revision 0001\n"
    assert "pindu db upgrade" in complains(pindu("db", "check"))
    assert pindu("db", "upgrade").returncode == 0
    assert "no faults" in pindu("db", "check").stdout
    assert "no revision" in complains(pindu("db", "downgrade", "0099", "--yes"))


def test_of_several_sources_each_fails_alone(pindu, story, tmp_path):
    (tmp_path / "english.txt").write_text("Nothing to read here.", "utf-8")
    done = pindu("add", "missing.txt", story.name, "english.txt", "-", stdin="春天来了。")  # spring has come
    assert done.returncode == 1 and len(done.stdout.splitlines()) == 2
    said = done.stderr.splitlines()
    assert len(said) == 2 and all(line.startswith("Error: ") for line in said)
    assert "missing.txt" in said[0] and "english.txt" in said[1]
    assert len(pindu("list").stdout.splitlines()) == 2
    assert len(complains_each(pindu("read", "missing.txt", "english.txt", "--port", str(free_port())))) == 2


def complains_each(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert (done.returncode, done.stdout) == (1, "")
    return [line for line in done.stderr.splitlines() if line.startswith("Error: ")]


def test_the_help_of_add_and_read_names_what_they_take(pindu):
    for command in ("add", "read"):
        said = pindu(command, "--help").stdout
        assert [
            kind for kind in ("GB18030", "Markdown", "EPUB", ".docx", "PDF", ".srt") if kind not in said
        ] == []


def test_texts_are_removed_brought_back_renamed_and_tagged_by_name_address_or_title(pindu, story):
    address = pindu("add", story.name).stdout.strip()
    slug, _, title = pindu("list").stdout.rstrip("\n").split("\t")
    removed = pindu("remove", title)
    assert (removed.returncode, pindu("list").stdout) == (0, "")
    assert f"pindu remove --undo {slug}" in removed.stderr
    assert "in the library" in complains(pindu("remove", slug))
    assert pindu("remove", "--undo", slug).returncode == 0
    assert pindu("rename", address, "  我的故事 ").stdout == "我的故事\n"  # my story
    assert pindu("list").stdout == f"{slug}\t\t我的故事\n"
    assert pindu("tag", "我的故事", "novels", "旧").stdout == "novels\n旧\n"  # old
    assert pindu("tag", slug, "new", "--drop", "旧").stdout == "new\nnovels\n"
    assert pindu("tag", slug).stdout == "new\nnovels\n"
    assert "title" in complains(pindu("rename", slug, " "))


def test_a_title_that_several_texts_have_is_asked_about(pindu, tmp_path):
    for number in "一二":
        pindu("add", "-", stdin=f"标题：春天\n\n春天来了。第{number}次。")
    slugs = [line.split("\t")[0] for line in pindu("list").stdout.splitlines()]
    said = complains(pindu("remove", "春天"))
    assert all(slug in said for slug in slugs) and len(pindu("list").stdout.splitlines()) == 2


def test_texts_go_out_as_lines_and_come_in_again_once(pindu, story, tmp_path):
    pindu("add", story.name, str(SAMPLE))
    lines = pindu("export").stdout
    assert pindu("export", "out.jsonl").returncode == 0
    assert (tmp_path / "out.jsonl").read_text("utf-8") == lines
    elsewhere = str(tmp_path / "elsewhere")
    first = pindu("import", "out.jsonl", PINDU_HOME=elsewhere)
    assert (first.returncode, len(first.stdout.splitlines())) == (0, 2)
    assert pindu("export", PINDU_HOME=elsewhere).stdout == lines
    again = pindu("import", stdin=lines + "{}\n", PINDU_HOME=elsewhere)
    assert again.returncode == 1 and "Line 3" in again.stderr and "0 added, 2 there already" in again.stderr
    assert again.stdout == first.stdout


def test_corrections_come_in_as_lines_and_are_asked_for_by_name(pindu, tmp_path):
    everywhere = [{"kind": "reading", "text": "行长", "reading": "xíng zhǎng"}]  # a bank's manager, misread
    here = [{"kind": "cut", "text": "银行", "cut": ["银", "行"], "at": 2}]  # the bank, cut in two
    lines = [{"text": "他在银行。", "corrections": here}, {"corrections": everywhere}]  # he is at the bank
    done = pindu("import", stdin="\n".join(map(json.dumps, lines)))
    assert done.returncode == 0 and "1 added" in done.stderr and "2 corrections added" in done.stderr
    assert "0 added, 1 there already, 0 not taken.\n" in pindu("import", stdin=json.dumps(lines[0])).stderr
    (tmp_path / "bank.txt").write_text("他在银行。", "utf-8")
    pure = pindu("annotate", "bank.txt", "--format", "text").stdout
    own = pindu("annotate", "bank.txt", "--format", "text", "--own").stdout
    assert "他 在 银行。" in pure and "他 在 银 行。" in own
    both = [
        pindu("annotate", "--lines", "--fields", "pinyin", *more, stdin="行长\n").stdout
        for more in ([], ["--own"])
    ]
    assert "hángzhǎng" in both[0] and "xíngzhǎng" in both[1]


# Serving


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def serving(
    environment: dict[str, str], *arguments: str
) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Run a command that serves; gives what it printed once it was ready."""
    command = [sys.executable, "-m", "webapp", *arguments]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        cwd=SAMPLE.parent.parent,
    )  # fmt: skip
    try:
        yield process, [process.stdout.readline().rstrip() for _ in range(3)]
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_read_serves_the_article_and_says_where_it_is_and_how_to_stop(environment):
    port = free_port()
    with serving(environment, "read", str(SAMPLE), "--port", str(port)) as (process, (address, home, stop)):
        address = address.removeprefix("Reading at").strip()
        assert address.startswith(f"http://127.0.0.1:{port}/articles/")
        assert environment["PINDU_HOME"] in home
        assert "Ctrl-C" in stop
        with urllib.request.urlopen(address) as answer:
            assert "数字基础设施持续夯实" in re.sub(r"<rt.*?</rt>|<[^>]*>", "", answer.read().decode("utf-8"))
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert "Traceback" not in process.stderr.read()


def test_the_port_may_come_from_the_environment(environment):
    port = free_port()
    with serving(environment | {"PINDU_PORT": str(port)}, "serve") as (_, (address, *_)):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, json.load(answer)["status"]) == (200, "ok")
        assert address.endswith(f":{port}/")


def test_a_busy_port_gets_the_command_that_works(pindu, environment, story):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        for given in (["--port", port], [f"--port={port}"]):
            said = complains(pindu("read", story.name, *given, "--no-browser"))
            command = re.search(r"Try: (.*) --port (\d+)$", said)
            assert port in said
            assert command.group(1).endswith(
                f"read {story.name} --no-browser"
            ) or story.name in command.group(1)
    assert pindu("list").stdout == ""  # nothing was kept
    with serving(environment, "read", str(story), "--no-browser", "--port", command.group(2)) as (
        _,
        (address, *_),
    ):
        assert f":{command.group(2)}/articles/" in address


# The dictionary


def test_lookup_shows_forms_reading_senses_and_measure_words(pindu):
    lines = pindu("lookup", "银行").stdout.splitlines()
    assert lines[0] == "银行 / 銀行  yínháng"
    assert "  1. bank" in lines
    assert any("家 jiā" in line for line in lines if "measure words" in line)
    assert any(line.startswith("HSK level") for line in lines)
    assert pindu("lookup", "銀行").stdout.splitlines()[0] == lines[0]


def test_lookup_takes_apart_what_is_no_headword(pindu):
    lines = [line.strip() for line in pindu("lookup", "银行行长").stdout.splitlines()]  # manager of a bank
    assert "银行  yínháng  bank" in lines
    assert "行长  hángzhǎng  bank president" in lines


def test_lookup_of_what_is_no_word_at_all_says_so(pindu):
    assert "zzz" in complains(pindu("lookup", "zzz"))


def test_dictionary_info_tells_source_date_size_and_licence(pindu):
    said = pindu("dictionary", "info").stdout
    assert re.search(r"^date +\d{4}-\d\d-\d\d$", said, re.M)
    assert re.search(r"^entries +1\d\d,\d{3}$", said, re.M)
    assert "CC-CEDICT" in said
    assert "by-sa" in said


NEW_EXPORT = """# CC-CEDICT
#! entries=2
#! date=2026-05-20T00:00:00Z
#! license=https://creativecommons.org/licenses/by-sa/4.0/
銀行 银行 [[yin2hang2]] /bank (CL:家[jia1])/
新詞 新词 [xin1 ci2] /a word that is new/
"""


def test_dictionary_update_takes_a_newer_export_into_use(pindu, tmp_path):
    (tmp_path / "cedict.u8").write_text(NEW_EXPORT, "utf-8")
    own_cache = str(tmp_path / "cache")
    done = pindu("dictionary", "update", "cedict.u8", PINDU_CACHE=own_cache)
    assert done.returncode == 0, done.stderr
    assert "2026-05-20" in done.stdout
    assert "a word that is new" in pindu("lookup", "新词", PINDU_CACHE=own_cache).stdout


@pytest.mark.parametrize(
    ("content", "mention"),
    [
        (NEW_EXPORT + "no entry at all\n", "line 7"),
        (NEW_EXPORT.replace("entries=2", "entries=3"), "incomplete"),
        ("# nothing\n", "no dictionary entry"),
        ("银行".encode("gb18030"), "UTF-8"),
        (b"\x1f\x8b\x08\x00broken", "cannot be read"),
    ],
    ids=["a broken line", "too few entries", "no entries", "not UTF-8", "a broken archive"],
)
def test_a_dictionary_that_is_not_whole_changes_nothing(pindu, tmp_path, content, mention):
    before = pindu("dictionary", "info").stdout
    (tmp_path / "cedict.u8").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert mention in complains(pindu("dictionary", "update", "cedict.u8"))
    assert pindu("dictionary", "info").stdout == before


def test_dictionary_update_without_a_file_says_where_to_get_one(pindu):
    assert "mdbg.net" in complains(pindu("dictionary", "update"))
