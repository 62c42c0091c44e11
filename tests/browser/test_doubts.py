"""A file that can be read in two ways: both are shown, one is chosen, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MENU, STAFF = "菜单", "老师"  # a menu, a teacher: in GBK their bytes are as good in Big5
FILES = [
    {"name": "one.txt", "mimeType": "text/plain", "buffer": f"{MENU}\n".encode("gbk")},
    {"name": "two.txt", "mimeType": "text/plain", "buffer": f"{STAFF}\n".encode("gbk")},
    {
        "name": "three.txt",
        "mimeType": "text/plain",
        "buffer": "茶馆里没有客人。\n".encode(),
    },  # nobody in the tea-house
]


def shelf(page: Page) -> list[str]:
    return page.locator(".shelf .book-title").all_inner_texts()


def test_each_doubtful_file_offers_its_first_line_both_ways(open_page, server):
    page = open_page(address=server, expected="status of 422")
    page.locator("#add-files").set_input_files(FILES)
    asked = page.locator('.upload[data-state="asked"]')
    expect(asked).to_have_count(2)
    expect(page.locator('.upload[data-state="added"]')).to_have_count(1)
    first = page.locator(".upload", has_text="one.txt")
    expect(first.locator(".reading")).to_have_count(2)
    first.get_by_role("button", name=MENU).focus()
    page.keyboard.press("Enter")  # as good as a click
    expect(page.locator('.upload[data-state="added"]')).to_have_count(2)
    expect(asked).to_have_count(1)  # the other still waits: nobody is sent away from it
    page.locator(".upload", has_text="two.txt").get_by_role("button", name=STAFF).click()
    expect(page.locator("#uploads li")).to_have_count(0)  # all are in: the shelf is shown anew
    assert {MENU, STAFF} <= set(shelf(page))


def test_without_scripts_the_page_asks_and_nothing_is_lost(open_page, server):
    page = open_page(address=server, expected="status of 422", java_script_enabled=False)
    page.locator("#add-files").set_input_files(FILES[:2])
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".doubts fieldset")).to_have_count(2)
    page.locator(".doubts").get_by_role("button", name=STAFF).click()
    expect(page.locator(".doubts fieldset")).to_have_count(1)
    expect(page.locator(".added")).to_contain_text(STAFF)
    page.locator(".doubts").get_by_role("button", name=MENU).click()
    expect(page.locator("h1")).to_contain_text(MENU)
