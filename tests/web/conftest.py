"""The whole application on a real engine and a library of its own, and a client that speaks to it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.config import Settings
from webapp.reader.library import open_library
from webapp.reader.reading_room import ReadingRoom
from webapp.web.app import create_app
from webapp.web.parts import Parts

TEXT = "标题：银行行长\n日期：2025-12-27\n\n他在银行工作。我们都喜欢他。\n"  # the manager of a bank


def make_app(settings: Settings, engine) -> Flask:
    """Return an application with an empty library; the engine is shared with all tests."""
    library = open_library(settings)
    return create_app(settings, Parts(settings, engine, library, ReadingRoom(library, engine)))


@pytest.fixture
def settings(cache_folder, tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", cache_folder=cache_folder, max_text_bytes=200_000)


@pytest.fixture
def app(settings, engine) -> Flask:
    return make_app(settings, engine)


@pytest.fixture
def client(app) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def shared_client(cache_folder, engine, tmp_path_factory) -> FlaskClient:
    """A client for tests that only look at what they put in themselves."""
    return make_app(
        Settings(home=tmp_path_factory.mktemp("home"), cache_folder=cache_folder), engine
    ).test_client()


@pytest.fixture
def article(client) -> str:
    """The path of an article in the library."""
    return client.post("/articles", data={"text": TEXT}).headers["Location"]
