"""Two vocabularies to read with: one of an international conference, one of a university senate."""

from __future__ import annotations

from functools import cache

from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source
from proclogic.syntax.parse import parse_file

CONFERENCE = """\
Ruleset: conference.
Language: 1.

Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: organization.
Actor: NGO, also non-governmental organization, a kind of organization.
Actor: academic institution, a kind of organization.
Actor: natural person.
Actor: the secretariat, one only.
Actor: United Nations body.
Actor: UNDP, a kind of United Nations body, one only.
Actor: member of a delegation.
Disjoint: State, organization, natural person.
Body: the Conference, of States Parties.
Body: subsidiary body.
Body: working group, a kind of subsidiary body, under the Conference, of States Parties.
Meeting: plenary meeting of the Conference, also plenary meeting, held by the Conference.
Officer: the President, of the Conference.
Officer: the chair of the working group, of a working group.
Object: document.
Object: written statement, a kind of document.
Object: topic.
Act: attend, a body.
Act: speak, in a body, on a topic.
Act: submit, a written statement, to a body.
Act: receive, a document.
Act: vote.
Act: break consensus.
Act: take part in the adoption of decisions, in a body, includes vote, includes break consensus.
Quality: is in consultative status, of an NGO.
Quality: is on the Roster, of an NGO.
Quality: signed the Convention, negative did not sign the Convention, of a State.
Quality: young, as an adjective.
Status: observer status.
Status: public, as an adjective, of a meeting.
Judgement: relevant, of an organization.
Judgement: relating to its activities, of a topic.
Judgement: competent, of an NGO, judged by the secretariat.
Event: apply to the bureau for observer status, by the actor.
Event: object to it, by a State Party.
Event: decide otherwise on it, by the Conference, as a matter of procedure.
Event: decide to admit it, by the Conference, by two thirds of the States Parties present and voting.
Event: invite it to speak, by the President, by the chair of the working group.
Event: circulate its name, by the secretariat.
Event: approve it, by the Conference, by consensus, failing which by a majority of those present and voting.
Moment: the session.
Matter: procedure.
Limit: through a limited number of representatives.
Unit: word.
"""

SENATE = """\
Vocabulary: senate.
Language: 1.

Actor: member of the university.
Actor: professor, a kind of member of the university.
Actor: student, a kind of member of the university.
Actor: student representative, a kind of student.
Actor: alumnus, plural alumni, also former student.
Actor: Group A, one only.
Body: the Senate, of professors.
Body: board, under the Senate, of professors.
Meeting: ordinary meeting of the Senate, held by the Senate.
Meeting: hearing.
Officer: the Rector, of the Senate.
Officer: the registrar.
Object: motion.
Object: motion of censure, plural motions of censure, a kind of motion.
Object: paper.
Object: agenda item.
Act: attend, a body.
Act: speak, in a body, on an agenda item.
Act: table, a motion, at a body.
Act: inspect, a paper, also read.
Act: vote, in a body.
Act: address, a body.
Act: be heard.
Act: call for a vote on, a motion.
Quality: is in good standing, of a student.
Quality: has tenure, of a professor.
Quality: paid the fees, negative did not pay the fees.
Quality: retired, as an adjective.
Quality: urgent, as an adjective, of a motion.
Status: speaking rights.
Status: open, as an adjective, of a meeting.
Status: confidential, as an adjective, of a paper.
Status: is under suspension, of a student.
Judgement: fit, judged by the Rector.
Judgement: directly affected, of a student.
Event: enrol, past enrolled, by the actor.
Event: notify the registrar, by the actor, by a professor.
Event: veto it, by the Rector.
Event: second it, by a professor.
Event: take a decision on it, by the Senate, by more than half of all members.
Event: admit a student, by the Rector, by the Senate.
Event: keep the register, by the registrar.
Moment: the hearing date.
Moment: term.
Matter: urgency.
Limit: for one term only.
Unit: minute.
Unit: page.
"""


def no_vocabulary(name: str) -> Vocabulary | None:
    """The vocabulary of a ruleset that is never there."""
    return None


@cache
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary that a text declares, which must be free of mistakes."""
    document, found = parse_file(Source("vocabulary", text), no_vocabulary)
    assert not found, [(d.code, d.message, d.at) for d in found]
    return document.vocabulary
