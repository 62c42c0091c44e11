"""``make quality``: our figures beside four baselines', measured in one run.

python -m tests.quality.report                    the table
python -m tests.quality.report --errors 20        and what was wrong
python -m tests.quality.report --only senses,CPP  some sections
python -m tests.quality.report --raise            raise the floors to what was reached
python -m tests.quality.report --lower            set them, also downwards: say why in the commit
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.quality import floors, ours
from tests.quality.baselines import BASELINES
from tests.quality.scoring import SECTIONS, Annotator, Section
from webapp.config import Settings
from webapp.reader.engine import open_engine

README = Path(__file__).parents[2] / "README.md"
MARKS = ("<!-- make quality -->", "<!-- end -->")
ONLY_OURS = ("Han tokens beyond doubt", "wrong ones marked doubtful")  # baselines never doubt


def main() -> None:
    asked = arguments()
    names = asked.only.split(",") if asked.only else list(SECTIONS)
    annotators = {"pindu": ours.annotator(open_engine(Settings.from_environment(os.environ)))}
    if not (asked.alone or asked.raise_floors or asked.lower):
        annotators |= BASELINES
    found = {name: measured(name, annotators) for name in names}
    lines = table(found, list(annotators))
    print("\n".join(lines))
    if asked.readme:
        put_into_readme(lines)
    for name in names:
        for error in found[name]["pindu"].errors[: asked.errors]:
            print(f"{name}: {error}")
    if asked.raise_floors or asked.lower:
        mine = {name: sections["pindu"] for name, sections in found.items()}
        floors.write(floors.moved(floors.read(), mine, asked.lower))


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--errors", type=int, default=0, metavar="N")
    options.add_argument("--only", default="", metavar="A,B")
    options.add_argument("--alone", action="store_true", help="leave the baselines out")
    options.add_argument("--raise", dest="raise_floors", action="store_true")
    options.add_argument("--lower", action="store_true")
    options.add_argument("--readme", action="store_true")
    return options.parse_args()


def measured(name: str, annotators: dict[str, Annotator]) -> dict[str, Section]:
    sections = {}
    for who, annotator in annotators.items():
        print(f"{name}: {who} ...", file=sys.stderr)
        sections[who] = SECTIONS[name](annotator)
    return sections


def table(found: dict[str, dict[str, Section]], columns: Sequence[str]) -> list[str]:
    """Return the lines of a Markdown table, a figure a line."""
    head = ["data", "figure", *columns]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for name, sections in found.items():
        for figure in sections["pindu"].figures:
            cells = [shown(sections[who], figure, who == "pindu") for who in columns]
            lines.append("| " + " | ".join([name, figure, *cells]) + " |")
    return lines


def put_into_readme(lines: Sequence[str]) -> None:
    """Replace what stands between the README's two marks."""
    before, _, rest = README.read_text("utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    README.write_text("\n".join([before + MARKS[0], "", *lines, "", MARKS[1] + after]), "utf-8")


def shown(section: Section, figure: str, is_ours: bool) -> str:
    if figure in ONLY_OURS and not is_ours:
        return ""
    return f"{section.share(figure):.1%}" if section.figures[figure][1] else "none"


if __name__ == "__main__":
    main()
