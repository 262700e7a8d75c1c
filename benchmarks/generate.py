"""Writes a ruleset of about N provisions, in chapters that each have a committee, a status and rules on them.

    python benchmarks/generate.py 1000 > big.rules

Every fourth chapter refers back to the one before it, so that cones cross chapters without growing with the ruleset.
"""

from __future__ import annotations

import sys

_HEAD = """Ruleset: generated-{n}.
Language: 1.
Title: "A generated ruleset of {n} provisions".
Layer: rules.
Certainty: verbatim.
Silence: not conferred.

Actor: State.
Actor: member, a kind of State.
Actor: organization.
Actor: association, a kind of organization.
Actor: agency, plural agencies, a kind of organization.
Actor: expert.
Disjoint: State, organization, expert.
Body: the Assembly, of members.
Officer: the President, of the Assembly.
Act: attend, a body.
Act: speak, in a body.
Act: vote, in a body.
Act: submit papers, to a body.
Quality: is registered, of an organization.
Judgement: relevant, of an organization.
Event: apply for a place, by the actor.
Event: give notice, by the actor.
"""

_VOCABULARY = """Body: Committee {k}, under the Assembly, of members.
Meeting: closed meeting of Committee {k}, plural closed meetings of Committee {k}, held by Committee {k}.
Officer: the chair of Committee {k}, of Committee {k}.
Status: standing in Committee {k}.
Event: object to its standing in Committee {k}, by a member.
Event: decide otherwise on its standing in Committee {k}, by Committee {k}, by a majority of the members present and voting.
Event: decide to admit it to Committee {k}, by Committee {k}, by a majority of the members present and voting.
Event: invite it to Committee {k}, by the chair of Committee {k}.
"""

_CHAPTER = """
{k}.1  A relevant association that is registered should be accorded standing in Committee {k} if it applies for a place,
       unless Committee {k} decides otherwise on its standing in Committee {k}.
{k}.2  A relevant association that is not registered should be accorded standing in Committee {k} if it applies for a place
       and no member objects to its standing in Committee {k}, unless Committee {k} decides otherwise on its standing in Committee {k}.
{k}.3  An association that is not registered is accorded standing in Committee {k} if a member objects to its standing in Committee {k}
       and Committee {k} decides to admit it to Committee {k}.
{k}.4  An agency is entitled to attend Committee {k} if it gives notice.
{k}.5  An association with standing in Committee {k}:
       (a) may attend Committee {k};
       (b) may speak in Committee {k}, if the chair of Committee {k} invites it to Committee {k}; and
       (c) may submit papers to Committee {k}.
{k}.6  A member may attend and speak in Committee {k}.
{k}.7  Only a member may vote in Committee {k}.
{k}.8  Notwithstanding rule {k}.5, an association may not attend closed meetings of Committee {k}{back}.
{k}.9  An expert may speak in Committee {k}, if the chair of Committee {k} invites it to Committee {k}.
{k}.10 Notwithstanding rule {k}.8, an association with standing in Committee {k} may attend closed meetings of Committee {k},
       if the chair of Committee {k} invites it to Committee {k}.
"""


def ruleset(provisions: int) -> str:
    """The text of a ruleset with about this many provisions (ten a chapter)."""
    chapters = max(1, provisions // 10)
    parts = [_HEAD.format(n=provisions)]
    parts += [_VOCABULARY.format(k=k) for k in range(1, chapters + 1)]
    for k in range(1, chapters + 1):
        back = f", unless it has standing in Committee {k - 1}" if k % 4 == 0 else ""
        parts.append(_CHAPTER.format(k=k, back=back).replace(f"{k}.10 ", f"{k}.10  "))
    return "\n".join(parts)


if __name__ == "__main__":
    print(ruleset(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
