"""The little English the language needs: plurals, verb forms, articles, numbers in words."""

from __future__ import annotations

ARTICLES = frozenset({"a", "an", "the"})

ENDINGS = ("alt", "bis", "ter", "quater", "quinquies")  # of the numbers of provisions: 17 bis, 17 alt
ENDING = "|".join(ENDINGS)  # for a regular expression

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS_OF_NUMBERS = {number: word for word, number in NUMBERS.items()}

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
PART_NAMES = {n: word for word, n in reversed(PARTS.items())}

# base: (third person, past, participle); a form left out is regular
_IRREGULAR = """
be is was been|have has had had|do does did done|go goes went gone|say - said said|make - made made|take - took taken|
give - gave given|get - got got|come - came come|become - became become|begin - began begun|bring - brought brought|
build - built built|buy - bought bought|choose - chose chosen|draw - drew drawn|find - found found|
forbid - forbade forbidden|
hear - heard heard|hold - held held|keep - kept kept|know - knew known|lay - laid laid|lead - led led|leave - left left|
let - let let|lose - lost lost|meet - met met|pay - paid paid|put - put put|read - read read|rise - rose risen|
see - saw seen|seek - sought sought|sell - sold sold|send - sent sent|set - set set|sit - sat sat|speak - spoke spoken|
spend - spent spent|stand - stood stood|teach - taught taught|tell - told told|think - thought thought|
understand - understood understood|uphold - upheld upheld|withdraw - withdrew withdrawn|withhold - withheld withheld|
write - wrote written|rewrite - rewrote rewritten|undertake - undertook undertaken|overrule - overruled overruled|
refer - referred referred|submit - submitted submitted|admit - admitted admitted|permit - permitted permitted|
transmit - transmitted transmitted|confer - conferred conferred|commit - committed committed|occur - occurred occurred|
plan - planned planned|ban - banned banned|bar - barred barred|defer - deferred deferred|stop - stopped stopped|
drop - dropped dropped|omit - omitted omitted|veto vetoes vetoed vetoed|quit - quit quit|cut - cut cut|
break - broke broken|override - overrode overridden|forgo forgoes forwent forgone|undo undoes undid undone|
grow - grew grown|show - showed shown|throw - threw thrown|win - won won|strike - struck struck|swear - swore sworn|
bind - bound bound|feel - felt felt|deal - dealt dealt|mean - meant meant|fall - fell fallen|fill - filled filled
"""
_VERBS = {
    line.split()[0]: tuple("" if form == "-" else form for form in line.split()[1:])
    for line in _IRREGULAR.replace("\n", "").split("|")
    if line.strip()
}
_VOWELS = "aeiou"
_PREPOSITIONS = frozenset(["of", "to", "in", "on", "at", "by", "for", "from", "with", "under", "before", "without"])


def _s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1].lower() not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def plural(phrase: str) -> str:
    """The regular plural of a phrase. The noun takes the s: the last word, or the last before a preposition."""
    words = phrase.split(" ")
    noun = next((k for k, word in enumerate(words) if k and word.lower() in _PREPOSITIONS), len(words)) - 1
    words[noun] = _s(words[noun])
    return " ".join(words)


def singular(word: str) -> str:
    """The singular of a regular plural: "words" gives "word"; any other word as it is."""
    stems = [word[: -len(end)] + more for end, more in (("ies", "y"), ("es", ""), ("s", "")) if word.endswith(end)]
    return next((stem for stem in stems if stem and _s(stem) == word), word)


def _with_verb(phrase: str, form: str) -> str:
    _, space, rest = phrase.partition(" ")
    return form + space + rest


def third(phrase: str) -> str:
    """The third person of a phrase that begins with a verb: "decide otherwise" gives "decides otherwise"."""
    verb = phrase.partition(" ")[0]
    irregular = _VERBS.get(verb.lower(), ("",))[0]
    return _with_verb(phrase, irregular or (verb + "es" if verb.endswith("o") else _s(verb)))


def past(phrase: str) -> str:
    """The past of a phrase that begins with a verb: "notify the secretariat" gives "notified the secretariat"."""
    verb = phrase.partition(" ")[0]
    forms = _VERBS.get(verb.lower())
    if forms and len(forms) > 1:
        return _with_verb(phrase, forms[1])
    if verb.endswith("e"):
        return _with_verb(phrase, verb + "d")
    if verb.endswith("y") and verb[-2:-1].lower() not in _VOWELS:
        return _with_verb(phrase, verb[:-1] + "ied")
    return _with_verb(phrase, verb + "ed")


def participle(phrase: str, past_phrase: str) -> str:
    """The past participle ("taken part"): the past, but for the verbs that have a form of their own."""
    forms = _VERBS.get(phrase.partition(" ")[0].lower())
    if forms and len(forms) > 2 and past_phrase == past(phrase):
        return _with_verb(phrase, forms[2])
    return past_phrase


def article(phrase: str) -> str:
    """ "a" or "an", by the sound of the first word ("an NGO", "a university", "an hour"); none before "its own"."""
    first = phrase.partition(" ")[0].partition("-")[0]
    low = first.lower()
    if low in ("its", "their", "his", "her"):
        return ""
    if first.isupper() and (len(first) <= 3 or first[1] not in "AEIOU"):  # read letter by letter
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    if low.startswith(("uni", "eu", "one", "once", "use", "usu")) and not low.startswith(("unin", "unim", "unide")):
        return "a"
    if low.startswith(("hour", "honest", "honour", "honor", "heir")):
        return "an"
    return "an" if low[:1] in _VOWELS and low else "a"


def bare(phrase: str) -> str:
    """A phrase without the article it begins with."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in ARTICLES else phrase


def norm(phrase: str) -> str:
    """The id of a declared phrase: lower case, one space between words, no article at the beginning."""
    return bare(" ".join(phrase.split())).lower().replace("’", "'")


def number(value: int) -> str:
    """A number as it stands in a sentence: in words up to ten, else in figures with commas."""
    return WORDS_OF_NUMBERS[value] if 0 < value <= 10 else f"{value:,}"
