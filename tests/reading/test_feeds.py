"""Feeds and sitemaps: what they hold of stories, and that nothing in them is fetched or expanded."""

import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaarta.reading import read
from vaarta.reading.feeds import Item, items_of
from vaarta.reading.sitemaps import Listed, listed
from vaarta.records import Passed, Story

PROSE = "The panel on rivers met in Delhi on Monday and will meet again in May, the ministry said."
HINDI = "नदी आयोग की बैठक सोमवार को दिल्ली में हुई और इसमें बाढ़ के आंकड़ों पर सहमति बनी।"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Harbour Times</title>
<item><title>Rivers panel meets</title><link>https://paper.example/rivers?utm_source=rss</link><guid>r-1</guid>
<pubDate>Tue, 14 May 2024 13:55:00 +0530</pubDate><dc:creator>Asha Rao</dc:creator><category>World</category>
<media:content url="https://paper.example/r.jpg"/><description>Short.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><p>Also read: Bridge is ready</p><p>{PROSE}</p>]]></content:encoded></item>
<item><title>नदी आयोग की बैठक</title><link>https://paper.example/nadi</link>
<description>&lt;p&gt;{HINDI}&lt;/p&gt;</description></item>
<item><title>Only a title here</title><link>https://paper.example/title</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>Rivers panel meets</title>
<link href="https://paper.example/rivers"/><id>tag:1</id><updated>2024-05-14T13:55:00+05:30</updated>
<author><name>Asha Rao</name></author><summary>{PROSE}</summary></entry></feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel><title>Notes</title></channel><item><title>Rivers panel meets</title>
<link>https://paper.example/rivers</link><description>{PROSE}</description></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notes",
        "items": [
            {
                "id": "1", "url": "https://paper.example/rivers", "title": "Rivers panel meets",
                "content_html": f"<p>{PROSE}</p>",
                "date_published": "2024-05-14T13:55:00+05:30", "authors": [{"name": "Asha Rao"}], "tags": ["World"],
            }
        ],
    }
)  # fmt: skip
NEWS = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://paper.example/rivers </loc><lastmod>2024-05-15</lastmod>
<news:news><news:publication><news:name>Paper</news:name><news:language>hi</news:language></news:publication>
<news:publication_date>2024-05-14T13:55:00+05:30</news:publication_date>
<news:title>Rivers panel</news:title></news:news>
<image:image><image:loc>https://paper.example/r.jpg</image:loc><image:title>A river</image:title></image:image></url>
<url><loc>https://paper.example/bridge</loc></url><url><loc>ftp://paper.example/x</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://paper.example/news.xml.gz</loc><lastmod>2024-05-15T10:00:00Z</lastmod></sitemap></sitemapindex>"""


def of(data: bytes) -> list[Story | Passed]:
    return list(read("-", stdin=io.BytesIO(data)))


def test_feed_gives_a_story_for_each_item_with_a_text() -> None:
    first, second, third = of(RSS.encode())
    assert isinstance(first, Story)
    assert isinstance(second, Story)
    assert (first.headline, first.byline, first.section, first.publisher, first.reader) == (
        "Rivers panel meets", "Asha Rao", "World", "The Harbour Times", "feed",
    )  # fmt: skip
    assert (first.published, first.image) == ("2024-05-14T13:55:00+05:30", "https://paper.example/r.jpg")
    assert first.text == f"Rivers panel meets\n\n{PROSE}\n\n{PROSE}"
    assert (second.lang, second.text) == ("hi", f"नदी आयोग की बैठक\n\n{HINDI}")
    assert third == Passed(
        source="standard input",
        reason="only a title; `vaarta watch` fetches the stories of feeds",
        record="item 3",
    )


@pytest.mark.parametrize("feed", [ATOM, RDF, JSON], ids=["Atom", "RDF", "JSON Feed"])
def test_every_kind_of_feed_is_read(feed: str) -> None:
    for data in (feed.encode(), gzip.compress(feed.encode())):
        (story,) = of(data)
        assert isinstance(story, Story)
        assert (story.url, story.text) == ("https://paper.example/rivers", f"Rivers panel meets\n\n{PROSE}")


def test_item_says_when_it_was_published() -> None:
    for feed in (ATOM, JSON):
        items = items_of(feed.encode())
        assert isinstance(items, list)
        assert [(item.published, item.byline) for item in items] == [("2024-05-14T13:55:00+05:30", "Asha Rao")]


ENTITIES = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
REFUSED = [
    pytest.param(ENTITIES + RSS.partition("?>")[2], "a feed that declares entities", id="entities"),
    pytest.param("<rss><channel><title>x</title></channel></rss>", "a feed without items", id="empty"),
    pytest.param('{"version": "https://jsonfeed.org/version/1", "items": 4}', "a feed without items", id="no list"),
    pytest.param('{"version": "https://jsonfeed.org/version/1", "items": [', "not JSON: ", id="broken JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("feed", "reason"), REFUSED)
def test_feed_that_cannot_be_read_is_passed_over(feed: str, reason: str) -> None:
    (passed,) = of(feed.encode())
    assert isinstance(passed, Passed)
    assert passed.reason.startswith(reason)


def test_feed_cut_off_gives_what_came_before() -> None:
    results = of(RSS[:1300].encode())
    assert isinstance(results[0], Story)


def test_sitemap_lists_addresses_with_their_times() -> None:
    assert list(listed(io.BytesIO(NEWS.encode()))) == [
        Listed("https://paper.example/rivers", "2024-05-14T13:55:00+05:30", "Rivers panel", "hi"),
        Listed("https://paper.example/bridge"),
    ]
    assert list(listed(io.BytesIO(INDEX.encode()))) == [
        Listed("https://paper.example/news.xml.gz", "2024-05-15T10:00:00+00:00", is_sitemap=True)
    ]


def test_reading_a_sitemap_tells_its_addresses_and_fetches_none() -> None:
    passed = of(gzip.compress(NEWS.encode()))
    assert [one.reason for one in passed if isinstance(one, Passed)] == [
        "only an address; `vaarta watch` fetches the stories of sitemaps"
    ] * 2


def test_entities_of_a_sitemap_are_not_expanded() -> None:
    hostile = NEWS.replace("<urlset", f"{ENTITIES.replace('rss', 'urlset')}<urlset", 1).replace(
        "Rivers panel", "&f;&b;"
    )
    assert [one.title for one in listed(io.BytesIO(hostile.encode()))] == ["", ""]


def test_sitemap_cut_off_lists_what_came_before() -> None:
    assert [one.url for one in listed(io.BytesIO(NEWS[:-30].encode()))][:1] == ["https://paper.example/rivers"]
    assert of(b"<urlset><url>") == [Passed(source="standard input", reason="a sitemap without addresses")]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([RSS, ATOM, RDF, JSON, NEWS, INDEX]), st.integers(0, 1500), st.text(max_size=12), st.integers(0, 9)
)
def test_no_damage_makes_it_fail(feed: str, at: int, put: str, gone: int) -> None:
    for result in of((feed[:at] + put + feed[at + gone :]).encode("utf-8", "replace")):
        assert isinstance(result, Story | Passed)


def test_items_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.reading.feeds.ITEMS", 1)
    items = items_of(RSS.encode())
    assert isinstance(items, list)
    assert len(items) == 1
    assert isinstance(items[0], Item)
