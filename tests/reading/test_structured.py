import pytest
from selectolax.lexbor import LexborHTMLParser

from vaarta.reading.structured import Said, article, metas


def said(*scripts: str) -> Said:
    page = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return article(LexborHTMLParser(f"<html><head>{page}</head></html>"))


HEADLINES = [
    pytest.param('{"@type": "NewsArticle", "headline": "मंत्री मिले"}', id="plain"),
    pytest.param('[{"@type": "WebSite"}, {"@type": ["Article", "Thing"], "headline": "मंत्री मिले"}]', id="list"),
    pytest.param('{"@graph": [{"@type": "http://schema.org/NewsArticle", "headline": "मंत्री मिले"}]}', id="graph"),
    pytest.param('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "मंत्री मिले"}}', id="nested"),
    pytest.param('{"@type": "NewsArticle", "headline": "मंत्री मिले", "image": [1, 2,],}', id="commas too many"),
    pytest.param('{"@type": "NewsArticle", "headline": "मंत्री\nमिले"}', id="line end within a string"),
    pytest.param('<!-- {"@type": "NewsArticle", "headline": "मंत्री मिले"} -->', id="in a comment"),
    pytest.param('//<![CDATA[\n{"@type": "NewsArticle", "headline": "मंत्री मिले"}\n//]]>', id="in CDATA"),
    pytest.param('{"@type": "NewsArticle", "headline": "मंत्री मिले"}}}', id="brackets too many"),
    pytest.param('{"@type": "NewsArticle", "description": "a "quoted" word", "headline": "मंत्री मिले"', id="broken"),
]


@pytest.mark.parametrize("script", HEADLINES)
def test_headline_is_found(script: str) -> None:
    assert said(script).headline == "मंत्री मिले"


@pytest.mark.parametrize(
    "script", ["", "null", "[]", "{", '"x"', "[" * 5000, '{"@type": "Organization", "name": "x"}', '{"@type": {}}']
)
def test_what_is_no_story_says_nothing(script: str) -> None:
    assert said(script) == Said()


def test_fullest_story_of_several_is_taken() -> None:
    found = said(
        '{"@type": "Article", "headline": "a"}',
        '{"@type": "NewsArticle", "headline": "b"}',
        '{"@type": "NewsArticle", "articleBody": "c"}',
    )
    assert found.body == "c"


AUTHORS = [
    pytest.param('"Asha Rao"', "Asha Rao", id="words"),
    pytest.param('{"@type": "Person", "name": "Asha Rao"}', "Asha Rao", id="person"),
    pytest.param('[{"name": "Asha Rao"}, {"name": "रवि"}, {"name": "रवि"}]', "Asha Rao, रवि", id="several"),
    pytest.param('{"name": ["Asha Rao", "रवि"]}', "Asha Rao, रवि", id="several in one"),
    pytest.param('"https://paper.example/asha"', "", id="an address is no name"),
    pytest.param("[null, 5, {}]", "", id="nothing"),
]


@pytest.mark.parametrize(("author", "byline"), AUTHORS)
def test_writers(author: str, byline: str) -> None:
    assert said(f'{{"@type": "NewsArticle", "author": {author}}}').byline == byline


def test_publisher_may_be_named_elsewhere() -> None:
    found = said(
        '{"@type": "Organization", "@id": "#p", "name": "Paper"}',
        '{"@type": "NewsArticle", "publisher": {"@id": "#p"}}',
    )
    assert found.publisher == "Paper"


def test_section_may_be_a_breadcrumb() -> None:
    items = '[{"item": {"name": "Home"}}, {"name": "विश्व"}, {"name": "a story"}]'
    crumbs = f'{{"@type": "BreadcrumbList", "itemListElement": {items}}}'
    assert said(crumbs, '{"@type": "NewsArticle", "headline": "a"}').section == "विश्व"


def test_first_of_each_meta_element_counts() -> None:
    first, second = '<meta property="og:title" content=" A  b ">', '<meta name="OG:Title" content="c">'
    tree = LexborHTMLParser(f'{first}{second}<meta name="d"><meta itemprop="e" content="f">')
    assert metas(tree) == {"og:title": "A b", "e": "f"}
