"""The library in a real browser: files dropped, progress kept, pages turned, a tab that sends its page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

SENTENCES = "".join(f"这是第{n}个句子，我们慢慢地读。\n" for n in range(1, 400))  # sentence n; we read slowly


@pytest.fixture
def book(added) -> str:
    return added(SENTENCES)


def drop(page: Page, *files: tuple[str, str]) -> None:
    """Drop files of these names and contents onto the page."""
    page.evaluate(
        """files => {
            const data = new DataTransfer();
            for (const [name, text] of files) data.items.add(new File([text], name));
            for (const type of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        [list(file) for file in files],
    )


def test_a_dropped_file_is_opened(open_page, server):
    page = open_page(address=server)
    drop(page, ("kafei.txt", "咖啡\n\n我喜欢喝咖啡。"))  # coffee
    page.wait_for_url("**/articles/ka-fei")
    expect(page.locator("h1")).to_contain_text("咖啡")


def test_a_file_dropped_on_what_was_found_is_opened_too(open_page, server, article):
    page = open_page(address=f"{server}/?q=数字")
    drop(page, ("niunai.txt", "牛奶\n\n我喜欢喝牛奶。"))  # milk
    page.wait_for_url("**/articles/niu-nai")


def test_of_several_files_each_fails_alone_with_its_reason(open_page, server):
    page = open_page(address=server, expected="status of 422")
    drop(page, ("cha.txt", "茶\n\n我喜欢喝茶。"), ("empty.txt", ""), ("english.txt", "Hello"))  # tea
    lines = page.locator(".upload")
    expect(lines).to_have_count(3)
    expect(page.locator('.upload[data-state="added"] a')).to_have_text("茶")
    expect(page.locator('.upload[data-state="refused"]')).to_have_count(2)
    expect(lines.nth(1)).to_contain_text("empty")


def test_reading_goes_on_where_it_stopped(open_page, book):
    page = open_page(address=f"{book}?page=2")
    page.wait_for_timeout(4200)
    page.mouse.wheel(0, 2500)
    with page.expect_response("**/position") as told:
        pass
    assert told.value.status == 204
    first_in_sight = page.evaluate(
        "[...document.querySelectorAll('.sentence')].find(each => each.getBoundingClientRect().bottom > 0).innerText"
    )
    other = open_page(address=book)  # another device
    assert other.locator("#article").get_attribute("data-page") == "2"
    arrived = other.locator(".sentence[data-arrived]")
    assert arrived.inner_text() == first_in_sight
    box = arrived.bounding_box()
    assert box is not None and 0 <= box["y"] < 860 / 2


def test_a_hit_opens_at_its_sentence(open_page, server, book):
    page = open_page(address=f"{server}/?q=第377个句子")
    page.locator(".hits a").first.click()
    expect(page.locator(".sentence[data-arrived]")).to_contain_text("377")


def test_the_next_page_is_fetched_ahead(open_page, book):
    page = open_page(address=f"{book}?page=1")
    expect(page.locator('link[rel="prefetch"]')).to_have_count(1)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator("#article")).to_have_attribute("data-page", "2")


def test_a_deleted_text_comes_back(open_page, server, added):
    address = added("再见\n\n我们明天见。")  # goodbye; see you tomorrow
    page = open_page(address=server)
    line = page.locator(".book", has=page.locator(f'a[href="{address.removeprefix(server)}"]'))
    line.locator("summary").click()
    line.get_by_role("button", name="Delete").click()
    expect(page.locator("#toast")).to_contain_text("再见")
    assert page.url == f"{server}/"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(f'a[href="{address.removeprefix(server)}"]').first).to_be_visible()


def test_menus_close_when_something_else_is_wanted(open_page, server, article):
    page = open_page(address=server)
    page.locator("summary").first.click()
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("details.menu[open]")).to_have_count(0)


def test_a_choice_of_order_is_followed_at_once(open_page, server, article):
    page = open_page(address=server)
    page.get_by_label("Order").select_option("title")
    page.wait_for_url("**/?sort=title")


def test_the_bookmarklet_sends_the_page_as_it_is_seen(open_page, server):
    page = open_page(address=f"{server}/add")
    code = page.get_by_role("link", name="Read with pindu").get_attribute("href")
    assert code is not None
    paragraphs = "<p>这一页只有我看得见，上面写着很多有意思的话。</p>" * 12  # only I can see this page
    site = "http://site.example/page"
    body = f"<link rel=icon href='data:,'><title>秘密</title><article>{paragraphs}</article>"
    page.context.route(site, lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=body))
    page.goto(site)
    with page.expect_popup() as opened:
        page.evaluate(f"eval({json.dumps(code.removeprefix('javascript:'))})")
    popup = opened.value
    expect(popup.locator("#arrived-said")).to_contain_text("As you see it there")
    expect(popup.locator(".arrived-address")).to_have_text(site)
    popup.get_by_role("button", name="Read").click()
    popup.wait_for_url("**/articles/**")
    expect(popup.locator("#article")).to_contain_text("看得见")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_out_of_the_page(open_page, server, article, width: int):
    page = open_page({"width": width, "height": 800}, server)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
