"""The page in a browser, opened as a file: what a reader does with it, by keys too, and what it asks of the network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from proclogic.papers.document import Paper
from proclogic.papers.writers.files import Setting, written
from tests.papers import whole
from tests.papers.html import pages
from tests.programs import needs

pytestmark = needs("chromium")

ROW = ".table[data-table='0'] tbody tr:not(.opened)"
READS, KEEPS = "club 2/watch", "club 3"


class Opened:
    """A page of the browser, with what it asked for and what it complained of."""

    def __init__(self, browser: Page, path: Path) -> None:
        self.page, self.address = browser, path.as_uri()
        self.asked: list[str] = []
        self.faults: list[str] = []
        browser.on("request", lambda request: self.asked.append(request.url))
        browser.on("console", lambda message: self.faults.append(message.text))
        browser.on("pageerror", lambda fault: self.faults.append(str(fault)))
        browser.goto(self.address)

    def anew(self, hash: str = "") -> Page:
        """The page as one opens it."""
        self.page.emulate_media(media="screen")
        self.page.goto("about:blank")
        self.page.goto(self.address + hash)
        return self.page


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="module")
def opened(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    path = tmp_path_factory.mktemp("page") / "a page.html"
    path.write_bytes(written(pages.page(), ".html", Setting()))
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    found = Opened(browser.new_page(viewport={"width": 1280, "height": 900}), path)
    yield found
    assert found.faults == []
    assert {one.partition("#")[0] for one in found.asked} <= {found.address, "about:blank"}
    browser.close()


@pytest.fixture
def page(opened: Opened) -> Page:
    return opened.anew()


def rows(page: Page) -> set[str]:
    """The rows that are shown, as the engine's answers are told: "guest, vote, the assembly: by leave"."""
    read = """rows => rows.filter(row => !row.hidden).map(row => {
        const cells = Array.from(row.cells, cell => (cell.querySelector('.changed') || cell).textContent);
        return `${cells[0]}, ${cells[1]}, ${cells[2]}: ${cells[3]}`; })"""
    found: list[str] = page.locator(ROW).evaluate_all(read)
    return set(found)


def choose(page: Page, name: str, option: str) -> None:
    """Chooses an option by its words."""
    fields = page.locator(".choices fieldset").filter(has_text=name)
    fields.get_by_role("radio", name=option).check()


def spoken(found: set[str]) -> set[str]:
    """The rows of the page: those that are silent under all choices are none."""
    return {row for row in found if not row.startswith("member, watch")}


def counter(page: Page) -> str:
    return page.locator(".count[role=status]").first.inner_text()


def test_rows_are_found_by_each_column_and_by_words(page: Page) -> None:
    selects = page.locator(".controls").first.locator("select")
    assert counter(page) == "5 of 5 rows shown" and selects.count() == 5
    for column, value, left in ((0, "guest", 3), (1, "vote", 2), (2, "the assembly", 5), (3, "of right", 3)):
        selects.nth(column).select_option(value)
        assert counter(page) == f"{left} of 5 rows shown", value
        selects.nth(column).select_option("")
    selects.nth(4).select_option("open [ ]")
    assert rows(page) == {"guest, vote, the assembly: of right or prohibited"}
    page.get_by_role("button", name="Show all rows").first.click()
    page.locator("input[type=search]").first.fill("GUEST")
    assert counter(page) == "3 of 5 rows shown"
    assert "guest (3)" in selects.nth(0).inner_text()


def test_a_row_is_opened_and_closed_again(page: Page) -> None:
    button = page.locator(f"{ROW} button").first
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    told = page.locator("tr.opened").inner_text()
    assert "Who can stop it" in told and "nobody" in told
    button.click()
    assert page.locator("tr.opened").count() == 0


def test_what_the_page_says_under_each_combination_is_what_the_engine_says(page: Page) -> None:
    assert rows(page) == spoken(pages.answers())
    for reading in ("", "from the door", "from inside"):
        for kept in ("", "may", "may not"):
            page.goto(page.url.partition("#")[0] + "#choose")
            if reading:
                choose(page, "watch the assembly", reading)
            if kept:
                page.locator(f".choices input[value='={kept}']").check()
            readings = (("2/watch", reading),) if reading else ()
            brackets = (("3", kept),) if kept else ()
            assert rows(page) == spoken(pages.answers(readings, brackets)), (reading, kept)


def test_choices_are_said_counted_kept_in_the_address_and_taken_back(page: Page, opened: Opened) -> None:
    choose(page, "watch the assembly", "from inside")
    page.locator(".choices input[value='=may not']").check()
    status = page.locator(".made [role=status]").inner_text()
    assert "from inside" in status and "may not" in status and "2 places have changed" in status
    assert page.locator(".changed-word").first.inner_text().strip() == "changed by your choices"
    assert page.locator(".sums").first.inner_text() == "Answer: of right 3; by leave 1; prohibited 1"
    page.locator(".controls select").nth(3).select_option("prohibited")
    assert rows(page) == {"guest, vote, the assembly: prohibited"}
    again = opened.anew("#" + page.url.partition("#")[2])
    assert rows(again) == spoken(pages.answers((("2/watch", "from inside"),), (("3", "may not"),)))
    again.get_by_role("button", name="Take all choices back").click()
    assert rows(again) == spoken(pages.answers())
    assert "none" in again.locator(".made [role=status]").inner_text()


def test_a_link_leads_to_its_place_and_the_choices_stay_in_the_address(page: Page) -> None:
    choose(page, "watch the assembly", "from inside")
    page.locator("sup a[role=doc-noteref]").first.click()
    assert "from%20inside" in page.url
    assert page.evaluate("document.activeElement.id").startswith("n")
    page.locator("nav a").first.click()
    assert "from%20inside" in page.url and page.evaluate("document.activeElement.tagName") == "SECTION"


def test_an_address_that_names_what_is_not_there_says_so(opened: Opened) -> None:
    page = opened.anew("#choose&club%203=may&nothing=such&%E0%A4%A")
    assert "2 that are not known here" in page.locator(".made [role=status]").inner_text()
    assert "guest, vote, the assembly: of right" in rows(page)


def test_keys_alone_lead_through_the_page(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("vote")
    assert counter(page) == "2 of 5 rows shown"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused = "document.activeElement.cells[0].textContent"
    assert page.evaluate(focused) == "guest"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "member"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.locator("tr.opened").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()


def test_on_paper_everything_is_open_and_what_is_only_for_a_screen_is_gone(page: Page) -> None:
    inner = page.get_by_text("The inner sentence [of the text] is here")
    on_paper, on_screen = (page.get_by_text(f"The on {where} [of the text] is here") for where in ("paper", "a screen"))
    page.locator("details.section", has=inner).first.locator("summary").first.click()
    assert on_screen.is_visible() and not on_paper.is_visible()
    page.locator("details.section", has=inner).first.locator("summary").first.click()
    assert not inner.is_visible()
    page.emulate_media(media="print")
    expect(page.locator("details:not([open])")).to_have_count(0)
    assert inner.is_visible() and on_paper.is_visible() and not on_screen.is_visible()
    assert page.locator(".reasons-of-rows").first.is_visible()
    for gone in (".controls", ".choices", "nav", ".skip", "td button"):
        assert not page.locator(gone).first.is_visible(), gone
    page.emulate_media(media="screen")
    expect(page.locator("details:not([open])")).not_to_have_count(0)


def test_axe_finds_nothing_in_the_page_as_it_opens_and_in_use(page: Page) -> None:
    axe = next(one for one in (files("axe_playwright_python")).rglob("axe.min.js"))  # type: ignore[attr-defined]
    page.evaluate(axe.read_text(encoding="utf-8"))

    def violations() -> list[str]:
        found = page.evaluate("axe.run()")
        assert any(one["id"] == "color-contrast" for one in found["passes"])
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]

    assert violations() == []
    choose(page, "watch the assembly", "from inside")
    page.locator(f"{ROW} button").first.click()
    page.locator(".controls select").first.select_option("member")
    for folded in page.locator("details").all():
        folded.evaluate("one => { one.open = true; }")
    assert violations() == []


def test_without_its_script_the_page_is_read_whole(playwright: Playwright, opened: Opened) -> None:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(java_script_enabled=False)
    page.goto(opened.address)
    assert page.locator(".controls").count() == 0 and page.locator("aside").count() == 0
    page.locator("a.reasons").first.click()
    assert page.get_by_text("Reasons for the rows").first.is_visible()
    assert page.locator(f"{ROW}").count() == 5
    browser.close()


def test_a_narrow_window_scrolls_tables_and_never_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.locator(f"{ROW} button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.set_viewport_size({"width": 1280, "height": 900})


def test_what_many_rows_of_a_large_page_share_stands_in_it_once() -> None:
    assert len(written(big(), ".html", Setting())) < 3_000_000


def big() -> Paper:
    """A paper with two tables of 600 rows, each with reasons that some share, and variants."""
    (first,) = (block for block in pages.page().blocks[:2] if hasattr(block, "rows"))
    details = tuple(first.details[n % 5][:1] + whole.paper().blocks[1:4] for n in range(200))
    rows = tuple(first.rows[n % 5] for n in range(600))
    tables = tuple(
        first.replace(caption=f"Table {n}", rows=rows, details=tuple(details[k % 200] for k in range(600)))
        for n in (1, 2)
    )
    return pages.page().replace(blocks=tables)
