"""What counts as the story on pages of outlets without a layout of ours and without an articleBody."""

from pathlib import Path

from vaarta.reading import read
from vaarta.records import Story

HEADLINE = "जल आयोग की बैठक में बाढ़ के आंकड़ों पर सहमति"
FIRST = "नई दिल्ली। दोनों देशों के जल आयोग की बैठक मंगलवार को यहां हुई, जिसमें बाढ़ के आंकड़े साझा करने पर सहमति बनी।"
SECOND = "अधिकारियों ने बताया कि अगली बैठक नवंबर में होगी और उसमें नए पुलों के नक्शे रखे जाएंगे। इसके लिए एक दल बना है।"
THIRD = "आयोग के अध्यक्ष ने कहा कि पिछले साल के आंकड़े समय पर मिले थे, इसलिए इस बार कम नुकसान हुआ।"
HEAD = f"<html><head><title>{HEADLINE}</title><meta property='og:title' content='{HEADLINE}'>"


def paragraphs(tmp_path: Path, body: str, head: str = HEAD) -> list[str]:
    page = tmp_path / "page.html"
    page.write_text(f"{head}</head><body>{body}</body></html>", encoding="utf-8")
    (story,) = read(page)
    assert isinstance(story, Story)
    return [story.text[start:end] for start, end in story.paragraphs]


def test_page_laid_out_with_tables_gives_the_fullest_cell(tmp_path: Path) -> None:
    menu = "".join(f"<td><a href='/s{n}'>विभाग {n}</a> |</td>" for n in range(30))
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    body = f"<table><tr>{menu}</tr><tr><td colspan=30><h1>{HEADLINE}</h1></td></tr><tr><td>{text}</td></tr></table>"
    assert paragraphs(tmp_path, body) == [HEADLINE, FIRST, SECOND, THIRD]


def test_lines_that_are_links_to_their_ends_are_other_stories(tmp_path: Path) -> None:
    others = "".join(
        f"<li><a href='/n{n}'><div>नदी पर पुल का काम {n} महीने में पूरा होगा, सरकार ने बताया</div><span>देश</span></a></li>"
        for n in range(3)
    )
    body = f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><ul>{others}</ul></article>"
    assert paragraphs(tmp_path, body) == [HEADLINE, FIRST, SECOND, THIRD]


def test_link_within_a_paragraph_stays(tmp_path: Path) -> None:
    linked = SECOND.replace("अगली बैठक", "<a href='/next'>अगली बैठक</a>")
    body = f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{linked}</p><p>{THIRD}</p></article>"
    assert paragraphs(tmp_path, body) == [HEADLINE, FIRST, SECOND, THIRD]


def test_description_over_the_time_is_no_paragraph_and_below_it_is_one(tmp_path: Path) -> None:
    standfirst = "दोनों देशों के जल आयोग ने बाढ़ के आंकड़े साझा करने का फैसला किया है।"
    time = "अपडेटेड: 14 फरवरी 2023, 1:55 PM IST"
    head = f"{HEAD}<meta name='description' content='{standfirst}'>"
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    over = f"<article><h1>{HEADLINE}</h1><p>{standfirst}</p><p>{time}</p>{text}</article>"
    below = f"<article><h1>{HEADLINE}</h1><p>{time}</p><p>{standfirst}</p>{text}</article>"
    assert paragraphs(tmp_path, over, head) == [HEADLINE, FIRST, SECOND, THIRD]
    assert paragraphs(tmp_path, below, head) == [HEADLINE, standfirst, FIRST, SECOND, THIRD]
