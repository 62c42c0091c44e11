"""Texts in pages, chapters, covers, tags, positions, and an index to search them all."""

import sqlalchemy as sa
from alembic import op

from webapp.store.paging import page_ends

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ARTICLE = "articles.id"


def _of_article(primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(
        "article_id",
        sa.Integer(),
        sa.ForeignKey(ARTICLE, ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def upgrade() -> None:
    """Move the texts into pages, and make the tables around them."""
    # SQLite changes a table by making it anew, and dropping the old one would take along whatever refers
    # to it. So articles change first, while nothing refers to them.
    op.execute("CREATE TABLE texts_before AS SELECT id, text FROM articles")
    with op.batch_alter_table("articles") as articles:
        articles.drop_column("text")
        articles.add_column(sa.Column("chars", sa.Integer(), nullable=False, server_default="0"))
        for name in ("archived_at", "deleted_at", "opened_at", "position_at"):
            articles.add_column(sa.Column(name, sa.DateTime(timezone=True)))
        articles.add_column(sa.Column("position", sa.Integer()))
        articles.add_column(sa.Column("level", sa.Integer()))
        articles.add_column(sa.Column("share_above", sa.Float()))
    _make_tables()
    _make_index()
    _fill_pages()
    op.drop_table("texts_before")


def _make_tables() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), primary_key=True),
        _of_article(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("is_indexed", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pages_article", "pages", ["article_id", "number"], unique=True)
    waiting = sa.text("NOT is_indexed")
    op.create_index("ix_pages_unindexed", "pages", ["id"], sqlite_where=waiting, postgresql_where=waiting)
    op.create_table(
        "chapters",
        _of_article(primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
    )
    op.create_table(
        "given_readings",
        _of_article(primary_key=True),
        sa.Column("start", sa.Integer(), primary_key=True),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("pinyin", sa.Text(), nullable=False),
    )
    op.create_table(
        "covers",
        _of_article(primary_key=True),
        sa.Column("media_type", sa.String(40), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table("tags", _of_article(primary_key=True), sa.Column("name", sa.String(40), primary_key=True))
    op.create_table(
        "facts", sa.Column("name", sa.String(40), primary_key=True), sa.Column("value", sa.Text(), nullable=False)
    )  # fmt: skip


def _make_index() -> None:
    """Make the index of ``store/search.py``: from terms to pages, without the pages themselves."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
    else:
        op.execute(
            "CREATE TABLE search (page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE,"
            " terms TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX search_terms ON search USING gin (terms)")


def _fill_pages() -> None:
    connection = op.get_bind()
    page = sa.text(
        "INSERT INTO pages (article_id, number, start, is_indexed, text)"
        " VALUES (:article_id, :number, :start, :is_indexed, :text)"
    )
    for (id_,) in connection.execute(sa.text("SELECT id FROM texts_before")).fetchall():
        text = connection.scalar(sa.text("SELECT text FROM texts_before WHERE id = :id"), {"id": id_})
        ends = page_ends(text)
        rows = [
            {
                "article_id": id_,
                "number": number,
                "start": start,
                "is_indexed": False,
                "text": text[start:end],
            }
            for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False), start=1)
        ]
        connection.execute(page, rows)
        connection.execute(
            sa.text("UPDATE articles SET chars = :chars WHERE id = :id"), {"id": id_, "chars": len(text)}
        )


def downgrade() -> None:
    """Put the texts back into one piece each; chapters, covers, tags and positions are lost."""
    connection = op.get_bind()
    op.execute("CREATE TABLE texts_before (id INTEGER, text TEXT)")
    for (id_,) in connection.execute(sa.text("SELECT id FROM articles")).fetchall():
        pages = connection.scalars(
            sa.text("SELECT text FROM pages WHERE article_id = :id ORDER BY number"), {"id": id_}
        )
        connection.execute(
            sa.text("INSERT INTO texts_before VALUES (:id, :text)"), {"id": id_, "text": "".join(pages)}
        )
    for name in ("search", "facts", "tags", "covers", "given_readings", "chapters", "pages"):
        op.drop_table(name)
    with op.batch_alter_table("articles") as articles:
        for name in (
            "chars", "archived_at", "deleted_at", "opened_at", "position_at", "position", "level", "share_above",
        ):  # fmt: skip
            articles.drop_column(name)
        articles.add_column(sa.Column("text", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE articles SET text = (SELECT t.text FROM texts_before t WHERE t.id = articles.id)")
    with op.batch_alter_table("articles") as articles:
        articles.alter_column("text", server_default=None)
    op.drop_table("texts_before")
