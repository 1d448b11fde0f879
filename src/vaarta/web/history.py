"""Who did what: rulings with what they were on, and stories read in, the latest first."""

from starlette.requests import Request

from vaarta.gathering import told_in
from vaarta.records import ReadIn, Record, Ruling
from vaarta.store import Answer, Store, auditing
from vaarta.web.asked import LONGEST, read_page
from vaarta.web.refusals import Refused

__all__ = ["Done", "History", "history"]

PAGE = 50


class Done(Record, frozen=True, kw_only=True):
    """A ruling and the claim that it was on, as it is now; None if the record no longer holds it."""

    ruling: Ruling
    answer: Answer | None


class History(Record, frozen=True, kw_only=True):
    """A page of what people did, of all or of one of them, and whether there is more."""

    ruled_by: str
    page: int
    more: bool
    rulings: tuple[Done, ...]
    read_in: tuple[ReadIn, ...]


def history(store: Store, request: Request) -> History:
    """Who ruled what on which claim, and who read in which story; the latest first."""
    by, page = request.query_params.get("ruled_by", "").strip(), read_page(request.query_params)
    if len(by) > LONGEST:
        raise Refused(400, "too_many_words", field="ruled_by", most=str(LONGEST))
    skip = (page - 1) * PAGE
    ruled = store.survey(auditing.rulings(by, skip=skip, limit=PAGE + 1))
    sent = store.survey(auditing.read_in(by, skip=skip, limit=PAGE + 1))
    claims = tuple(dict.fromkeys(ruling.claim for ruling in ruled[:PAGE]))
    answers = {answer.claim.id: answer for answer in store.find((told_in(claims),))} if claims else {}
    return History(
        ruled_by=by,
        page=page,
        more=max(len(ruled), len(sent)) > PAGE,
        rulings=tuple(Done(ruling=one, answer=answers.get(one.claim)) for one in ruled[:PAGE]),
        read_in=sent[:PAGE],
    )
