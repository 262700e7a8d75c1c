"""A change of a text as `conflicts` tells it, made in the text itself, as a drafter would who has only the words."""

from __future__ import annotations

import re

_BLOCK = r"(?m)^{number}(?=\s)(?P<space>\s+)(?P<body>.*(?:\n[ \t]+.*)*)"
_WHERE = r"rule (?P<number>\S+?)(?:, (?P<nth>\w+) sentence)?"
_NTH = ("first", "second", "third", "fourth", "fifth")
_BESIDE = re.compile(r"\n\s+(?:Layer|Accepted|Certainty|Note|Dispute|Reading)\b", re.ASCII)


def changed(text: str, told: str) -> str:
    """The text with a change that is told in words."""
    told = told.removeprefix("for example, ")
    if found := re.fullmatch(r"at the top: “(.+)” becomes “(.+)”", told):
        assert text.count(found[1]) == 1, (told, text)
        return text.replace(found[1], found[2])
    if found := re.fullmatch(r"add a rule: “(.+)”", told):
        return f"{text.rstrip()}\n9999   {found[1]}\n"
    if found := re.fullmatch(_WHERE + r": add “(?P<words>.+)”", told):
        return _with(text, found["number"], found["nth"], lambda s: f"{s.rstrip('.')}, {found['words']}.")
    if found := re.fullmatch(_WHERE + r": delete “(?P<words>.+)”", told):
        return _with(text, found["number"], found["nth"], lambda s: _without(s, found["words"]))
    if found := re.fullmatch(_WHERE + r": “(?P<words>.+)” becomes “(?P<new>.+)”", told):
        return _with(text, found["number"], found["nth"], lambda s: _instead(s, found["words"], found["new"]))
    if found := re.fullmatch(_WHERE + r": delete", told):
        return _with(text, found["number"], found["nth"], lambda s: "")
    raise AssertionError(f"no drafter can read this: {told}")


def _with(text: str, number: str, nth: str | None, change) -> str:  # type: ignore[no-untyped-def]
    blocks = list(re.finditer(_BLOCK.format(number=re.escape(number)), text))
    assert len(blocks) == 1, (number, text)
    body = blocks[0]["body"]
    cut = _BESIDE.search(body)
    said, beside = (body[: cut.start()], body[cut.start() :]) if cut else (body, "")
    sentences = re.split(r"(?<=\.)\s+", " ".join(said.split()))
    if nth is None:
        assert len(sentences) == 1 or change("x") == "", sentences
        sentences = [change(sentences[0])] if len(sentences) == 1 else []
    else:
        sentences[_NTH.index(nth)] = change(sentences[_NTH.index(nth)])
    left = [s for s in sentences if s]
    made = f"{number}{blocks[0]['space']}{' '.join(left)}{beside}" if left else ""
    return text[: blocks[0].start()] + made + text[blocks[0].end() :]


def _without(sentence: str, words: str) -> str:
    assert sentence.count(words) == 1, (sentence, words)
    left = " ".join(sentence.replace(words, "").split()).replace(" .", ".").replace(" ,", ",")
    left = left.replace(",.", ".").lstrip(" ,")
    return left[:1].upper() + left[1:]


def _instead(sentence: str, words: str, new: str) -> str:
    assert sentence.count(words) == 1, (sentence, words)
    return sentence.replace(words, new)
