"""The pages around reading: library, contents, edit, add. For everyone, at every width, by keys, and without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WIDTHS = (390, 820, 1280)
PARAGRAPH = "春天来了，花都开了，我们一起去公园看花，大家都很高兴。" * 6  # spring; we go to see the flowers
NOVEL = "\n\n".join(f"第{number}回 公园里的花\n\n" + f"{PARAGRAPH}\n\n" * 9 for number in "一二三四五")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]


@pytest.fixture(scope="module")
def novel(browser, server) -> str:
    """The path of a book with chapters, begun and tagged."""
    context = browser.new_context()
    send = context.request.post
    file = {"name": "花.txt", "mimeType": "text/plain", "buffer": NOVEL.encode()}
    answer = send(f"{server}/articles", multipart={"file": file}, headers={"Accept": "application/json"})
    path = answer.json()["address"]
    send(f"{server}{path}/position", form={"page": "2", "sentence": "p0s0"})
    send(f"{server}{path}/edit", form={"tags": "HSK 3, 小说"})
    context.close()
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_stands_out(open_page, server, article, novel, width: int, scheme: str):
    page = open_page(
        {"width": width, "height": 850}, server, expected="422", bypass_csp=True, color_scheme=scheme
    )

    def judge() -> None:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
        assert violations(page) == [], page.url

    judge()
    page.locator("#add-files").set_input_files([
        {"name": "menu.txt", "mimeType": "text/plain", "buffer": "菜单".encode("gbk")},
        {"name": "a-" * 60 + "picture.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(90)},
    ])  # fmt: skip
    expect(page.locator('.upload[data-state="asked"]')).to_have_count(1)
    expect(page.locator('.upload[data-state="refused"]')).to_have_count(1)
    page.locator(".shelf summary").first.click()
    judge()
    for path in (f"{novel}/contents", f"{novel}/edit?page=2", "/?q=公园", "/?q=x", "/add", "/add?url=https://a.example/" + "b" * 99):  # fmt: skip
        page.goto(server + path)
        judge()


def test_a_sentence_about_a_file_says_its_name_once(open_page, server):
    page = open_page(address=server, expected="422")
    page.locator("#add-files").set_input_files([{"name": "x.txt", "mimeType": "text/plain", "buffer": b""}])
    line = page.locator(".upload")
    expect(line).to_contain_text("is empty")
    assert line.inner_text().count("x.txt") == 1
    expect(line.locator("progress")).to_be_hidden()


def test_the_library_is_walked_with_keys(open_page, server, novel):
    page = open_page(address=server)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.insert_text("公园")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")
    seen = []
    for _ in range(6):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid" or page.evaluate("document.activeElement.id") == "search"
    assert "All texts" in seen
    page.goto(server)
    menu = page.locator(".shelf summary").first
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Edit, rename, tag"
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()


def test_contents_show_where_one_is(open_page, server, novel):
    page = open_page(address=f"{server}{novel}/contents")
    expect(page.locator(".contents li")).to_have_count(5)
    expect(page.locator(".contents [aria-current]")).to_have_count(1)
    here = page.locator(".contents [aria-current] a")
    page.locator('a[href="#now"]').click()  # its name stands at the top, and leads to its line
    expect(here).to_be_in_viewport()
    link = page.locator(".contents").get_by_role("link", name="第四回")  # the fourth chapter
    leads_to = str(link.get_attribute("href"))
    link.click()
    assert page.url == server + leads_to and not leads_to.endswith("page=1")
    expect(page.locator("#article .token", has_text="第四").first).to_be_visible()


def test_what_was_written_is_not_left_behind_unasked(open_page, server, added):
    address = added("早上\n\n早上我喝茶。")  # in the morning I drink tea
    page = open_page(address=f"{address}/edit")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    box = page.locator("#edit-text")
    box.fill("早上\n\n早上我喝咖啡。")  # coffee
    page.get_by_role("link", name="Cancel").click()
    page.wait_for_timeout(200)
    assert asked == ["beforeunload"] and page.url.endswith("/edit")
    expect(box).to_have_value("早上\n\n早上我喝咖啡。")
    box.press("Control+Enter")
    page.wait_for_url("**/articles/zao-shang?page=1")
    assert asked == ["beforeunload"]  # what is kept needs no question
    expect(page.locator("#article")).to_contain_text("咖啡")


def test_every_form_works_without_scripts(open_page, server, novel):
    page = open_page(address=server, java_script_enabled=False)
    page.locator("#add-text").fill("没有脚本\n\n这个页面没有脚本。")  # this page has no scripts
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("h1")).to_contain_text("脚本")
    page.goto(server)
    page.get_by_label("Order").select_option("title")
    page.get_by_role("button", name="Sort").click()
    page.wait_for_url("**/?sort=title")
    row = page.locator(".book", has=page.get_by_role("link", name="没有脚本"))
    row.locator("summary").click()
    row.get_by_role("link", name="Edit, rename, tag").click()
    page.get_by_label("Title").fill("改过的题目")  # a changed title
    page.get_by_label("Tags").fill("脚本")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{server}/?tag=脚本")
    row = page.locator(".book", has=page.get_by_role("link", name="改过的题目"))
    row.locator("summary").click()
    row.get_by_role("button", name="Archive").click()
    page.goto(f"{server}/?archived=1")
    row = page.locator(".book", has=page.get_by_role("link", name="改过的题目"))
    row.locator("summary").click()
    row.get_by_role("button", name="Delete").click()
    expect(page.locator("#toast")).to_contain_text("改过的题目")
    page.get_by_role("button", name="Undo").click()
    page.locator("#search").fill("脚本")
    page.locator("#search").press("Enter")
    expect(page.locator("#found-title")).to_contain_text("1 text")
