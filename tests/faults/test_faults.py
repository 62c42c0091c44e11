"""Whatever happens to a process, what the library has acknowledged is there; and many may add at once."""

import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from deeds import BACKUPS, SHARED, number_in, text_of, version_of

from webapp.config import Settings
from webapp.reader import carrying, upkeep
from webapp.reader.backup import back_up, restore
from webapp.reader.library import Library, open_library

ROUNDS = 13  # of each of the four deeds
LONGEST_SECONDS = 0.15  # from its first acknowledgement until a deed is killed

Order = Callable[..., list[dict[str, object]]]


@pytest.fixture
def order(settings: Settings, library: Library) -> Iterator[Order]:
    """Order deeds, which are killed after ``seconds``; gives what was acknowledged."""
    command = [
        sys.executable,
        str(Path(__file__).with_name("deeds.py")),
        str(settings.home),
        settings.database_url or "",
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert process.stdin is not None and process.stdout is not None

    def ordered(*deeds: dict[str, object], **more: float) -> list[dict[str, object]]:
        process.stdin.write(json.dumps({"deeds": deeds, **more}) + "\n")
        process.stdin.flush()
        said = []
        while "over" not in (line := json.loads(process.stdout.readline())):
            said.append(line)
        assert line["over"], "a deed failed by itself; stderr has more"
        return said

    yield ordered
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def moments(seed: int) -> list[float]:
    chance = random.Random(seed)
    return [chance.uniform(0, LONGEST_SECONDS) for _ in range(ROUNDS)]


def test_killed_while_it_adds_all_that_was_acknowledged_is_there(
    order: Order, library: Library, settings: Settings
):
    acknowledged: dict[str, str] = {}
    for seed, seconds in enumerate(moments(1), start=1):
        for said in order({"deed": "adding", "with": {"seed": seed}}, seconds=seconds):
            acknowledged[str(said["slug"])] = str(said["text"])
        found = upkeep.check(settings).count
        assert (
            len(acknowledged) <= found <= len(acknowledged) + seed
        )  # one more a kill: kept, and not yet said
    assert len(acknowledged) >= ROUNDS
    assert all(library.article(slug).text == text for slug, text in acknowledged.items())


def test_killed_while_it_edits_the_last_acknowledged_change_is_there(
    order: Order, library: Library, settings: Settings
):
    slug = library.add_text(version_of(0)).slug
    known, changes = 0, 0
    for seconds in moments(2):
        said = order({"deed": "editing", "with": {"slug": slug}}, seconds=seconds)
        changes += len(said)
        known = max([known, *(int(str(each["number"])) for each in said)])
        upkeep.check(settings)
        text = library.article(slug).text
        assert number_in(text) in (known, known + 1)
        known = number_in(text)
        assert text == version_of(known)
    assert changes >= ROUNDS


def test_killed_while_it_corrects_both_halves_of_each_correction_are_there(
    order: Order, library: Library, settings: Settings
):
    known, made = 0, 0
    for seconds in moments(5):
        said = order({"deed": "correcting", "with": {"after": known}}, seconds=seconds)
        made += len(said)
        known = max([known, *(int(str(each["number"])) for each in said)])
        upkeep.check(settings)
        with library.database.reading() as session:
            found = carrying.everywhere(session)
        assert [each["kind"] for each in found] == ["cut", "gloss"] * (len(found) // 2)
        assert len(found) // 2 in (known, known + 1)  # one more: kept, and not yet said
        known = len(found) // 2
    assert made >= ROUNDS


def test_killed_while_it_restores_one_backup_or_the_other_is_there_whole(
    order: Order, library: Library, settings: Settings, tmp_path: Path
):
    for number in range(BACKUPS):
        library.add_text(text_of(7, number))
        back_up(library.database, tmp_path / str(number))
    contents = []
    for number in range(BACKUPS):
        restore(library.database, tmp_path / str(number), replace=True)
        contents.append(library.list())
    now, restored = BACKUPS - 1, 0
    for seconds in moments(3):
        said = order({"deed": "restoring", "with": {"folder": str(tmp_path), "after": now}}, seconds=seconds)
        restored += len(said)
        last = int(str(said[-1]["number"])) if said else now
        upkeep.check(settings)
        assert library.list() in (contents[last], contents[(last + 1) % BACKUPS])
        now = contents.index(library.list())
    assert restored >= ROUNDS


def test_killed_while_it_migrates_all_texts_are_there(order: Order, library: Library, settings: Settings):
    texts = {library.add_text(text_of(9, number)).slug: text_of(9, number) for number in range(20)}
    migrated = 0
    for seconds in moments(4):
        migrated += len(order({"deed": "migrating", "with": {}}, seconds=2 * seconds))
        upkeep.bring_up_to_date(settings)
        assert upkeep.check(settings).count == len(texts)
        assert {slug: library.article(slug).text for slug in texts} == texts
    assert migrated >= ROUNDS


def test_texts_that_many_processes_add_at_once_are_neither_lost_nor_doubled(
    order: Order, library: Library, settings: Settings
):
    each, crowd = 25, 8
    said = order(*({"deed": "adding", "with": {"seed": seed, "most": each}} for seed in range(1, crowd + 1)))
    assert len(said) == each * crowd
    assert upkeep.check(settings).count == (each - SHARED) * crowd + SHARED
    assert len({line["slug"] for line in said}) == (each - SHARED) * crowd + SHARED
    assert all(library.article(str(line["slug"])).text == line["text"] for line in said)


def small_files() -> None:
    """Let no file grow beyond 100 kB, as if the disk were full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_on_a_full_disk_commands_say_so_and_reading_goes_on(tmp_path: Path):
    library = open_library(Settings(home=tmp_path / "home", cache_folder=tmp_path / "cache"))
    slug = library.add_text(text_of(1, 1)).slug
    noise = "".join(map(chr, random.Random(6).choices(range(0x4E00, 0x9FA0), k=300_000)))
    library.add_text(noise)
    back_up(library.database, tmp_path / "whole")
    library.close()
    (tmp_path / "long.txt").write_text(noise[::-1], "utf-8")
    environment = {**os.environ, "PINDU_HOME": str(tmp_path / "home"), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "webapp", *arguments],
            env=environment, preexec_fn=small_files, capture_output=True, text=True, check=False,
            cwd=Path(__file__).parents[2], timeout=60,
        )  # fmt: skip

    for refused in (
        ["add", str(tmp_path / "long.txt")],
        ["backup", str(tmp_path / "copy")],
        ["restore", "--replace", str(tmp_path / "whole")],
    ):
        done = run(*refused)
        assert (done.returncode, done.stdout) == (1, ""), refused
        assert done.stderr.startswith("Error: ") and len(done.stderr.splitlines()) == 1, done.stderr
        assert "full" in done.stderr or "space" in done.stderr
        assert len(run("list").stdout.splitlines()) == 2
    assert {file.name for file in tmp_path.iterdir()} <= {"home", "cache", "whole", "long.txt"}
    library = open_library(Settings(home=tmp_path / "home", cache_folder=tmp_path / "cache"))
    assert library.article(slug).text == text_of(1, 1)
    library.close()
