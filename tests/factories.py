"""Stories and claims made by hand, for the tests of what comes after coding. Sentences are ours."""

from vaarta.records import (
    Claims,
    Engagement,
    Event,
    Evidence,
    Party,
    Place,
    Statement,
    Story,
    Tenure,
    When,
    content_id,
)

__all__ = ["english", "evidence", "hindi", "make_event", "make_story", "told_again", "visit"]

HINDI = (
    "विदेश मंत्री ने काठमांडू में नेपाल के राष्ट्रपति से मुलाक़ात की। "
    "हिन्दी दिवस पर प्रवक्ता ने कहा, “वार्ता का दूसरा दौर मार्च में होगा।” "
    "सेना प्रमुख जनरल रमेश थापा पोखरा गए।"
)
ENGLISH = "France condemned the attack. Germany and France will hold talks in Paris on 3 May 2024."


def make_story(text: str = "India and Nepal met.", **fields: str) -> Story:
    """A story with an id made of its text."""
    return Story(**{"id": content_id("story", text), "lang": "en", "text": text, **fields})  # type: ignore[arg-type]


def evidence(story: Story, words: str, sentence: str | None = None) -> Evidence:
    """Where a story says the words: the sentence is all of the text if none is named."""
    start = story.text.index(words)
    around = sentence or story.text
    at = story.text.index(around)
    return Evidence(story=story.id, sentence=(at, at + len(around)), span=(start, start + len(words)), quote=words)


def make_event(story: Story, words: str, type_: str = "CONSULT", **fields: object) -> Event:
    """An event told by the words."""
    told = fields.pop("evidence", None) or evidence(story, words)
    base = {"id": content_id("event", story.id, words, type_), "story": story.id, "evidence": told, "by": "test#hand"}
    return Event(**{**base, "type": type_, **fields})  # type: ignore[arg-type]


def hindi() -> tuple[Story, Claims]:
    """A Hindi story with one claim of each kind."""
    story = make_story(
        HINDI, lang="hi", headline="विदेश मंत्री नेपाल में", publisher="नमूना समाचार", published="2024-02-06T10:00:00+05:30"
    )
    first = HINDI[: HINDI.index("।") + 1]
    minister = Party(text="विदेश मंत्री", country="IND", sector="GOV", office="विदेश मंत्री")
    president = Party(text="नेपाल के राष्ट्रपति", country="NPL", sector="GOV")
    visit = make_event(
        story,
        "मुलाक़ात की",
        evidence=evidence(story, "मुलाक़ात की", first),
        mode="visit",
        actors=(minister,),
        recipients=(president,),
        where=Place(text="काठमांडू", country="NPL"),
        when=When(first="2024-02-05", last="2024-02-05", said="सोमवार"),
        cameo="042",
        goldstein=1.9,
        contexts=("diplomatic",),
    )
    statement, engagements, tenure = _rest(story)
    return story, Claims(
        story=story.id,
        lang="hi",
        events=(visit,),
        statements=(statement,),
        engagements=engagements,
        tenures=(tenure,),
    )


def _rest(story: Story) -> tuple[Statement, tuple[Engagement, Engagement], Tenure]:
    saying = evidence(story, "कहा", story.text[story.text.index("हिन्दी") : story.text.index(" सेना")])
    content = evidence(story, "वार्ता का दूसरा दौर मार्च में होगा।", story.text[slice(*saying.sentence)])
    statement = Statement(
        id="statement-1", story=story.id, evidence=saying, by="test#hand", content=content, cue="कहा", direct=True,
        speaker=Party(text="प्रवक्ता", country="IND", sector="GOV"),
    )  # fmt: skip
    tour = Engagement(
        id="engagement-1", story=story.id, evidence=evidence(story, "वार्ता"), by="test#hand", kind="visit",
        parties=("IND", "NPL"),
    )  # fmt: skip
    talks = Engagement(
        id="engagement-2", story=story.id, evidence=evidence(story, "दूसरा दौर"), by="test#hand", kind="dialogue-round",
        parties=("IND", "NPL"), round=2, standing="planned", part_of="engagement-1",
        when=When(first="2024-03-01", last="2024-03-31", said="मार्च"),
    )  # fmt: skip
    tenure = Tenure(
        id="tenure-1", story=story.id, evidence=evidence(story, "सेना प्रमुख"), by="test#hand", office="सेना प्रमुख",
        holder="रमेश थापा", of="NPL MIL",
    )  # fmt: skip
    return statement, (tour, talks), tenure


def english() -> tuple[Story, Claims]:
    """An English story with two events, the second to come."""
    story = make_story(ENGLISH, headline="Paris talks", published="2024-04-30", url="https://news.example/paris")
    france, germany = (
        Party(text=name, country=code, sector="GOV") for name, code in (("France", "FRA"), ("Germany", "DEU"))
    )
    accuse = make_event(story, "condemned", "ACCUSE", mode="disapprove", actors=(france,))
    talks = make_event(
        story,
        "hold talks",
        "AGREE",
        actors=(germany, france),
        standing="planned",
        when=When(first="2024-05-03", last="2024-05-03", said="on 3 May 2024"),
        where=Place(text="Paris", country="FRA"),
    )
    return story, Claims(story=story.id, lang="en", events=(accuse, talks))


AGAIN = (
    "India's minister in Nepal\n\nKathmandu: Officials were busy. The foreign minister met the president of Nepal.\n"
    'He left on Tuesday. A paper called the "visit"\tuseful.'
)


def told_again() -> tuple[Story, Claims]:
    """An English story of the visit that the Hindi one tells of, with two sentences that tell of it."""
    story = make_story(
        AGAIN,
        headline="India's minister in Nepal",
        publisher="Example Times",
        published="2024-02-06T23:50:00+05:30",
        url="https://times.example/visit?a=1&b=नेपाल",
    )
    sentence = "The foreign minister met the president of Nepal."
    minister = Party(
        text="foreign minister", country="IND", sector="GOV", evidence=evidence(story, "foreign minister", sentence)
    )
    event = make_event(
        story,
        "met",
        evidence=evidence(story, "met", sentence),
        mode="visit",
        cameo="042",
        goldstein=1.9,
        plover_score=2.5,
        score=0.8,
        actors=(minister,),
        recipients=(Party(text="president of Nepal", country="NPL", sector="GOV"),),
        when=When(first="2024-02-05", last="2024-02-05"),
        where=Place(text="Kathmandu", country="NPL", place_id="gn:1283240"),
        again=(evidence(story, "left", "He left on Tuesday."),),
    )
    return story, Claims(story=story.id, lang="en", events=(event,))


def visit() -> tuple[Event, Event]:
    """The two claims that tell the visit: the English one, and the Hindi one."""
    return told_again()[1].events[0], hindi()[1].events[0]
