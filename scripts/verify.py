#!/usr/bin/env python3
"""Recounts the export of a closed Placet vote and says whether all of it fits.

    python3 scripts/verify.py FILE [--receipt CODE] [--head SEQUENCE:HASH] [--digest HASH]

A second verifier, apart from the one in TypeScript: written from the descriptions of the format
(app/voting/export/export-format.ts, app/jury/export/decision-format.ts) and of the count (app/voting/standings.ts, favour.ts, raw-standings.ts,
audited-standings.ts; for duels bradley-terry.ts, duel-standings.ts), with nothing but Python's standard library.
Python 3.9 or later.

Several files may be named; the exit code is 0 when all fit, 1 when one does not, 2 when nothing could be checked.
"""

import argparse
import hashlib
import math
import re
import sys

FORMAT = 1
RULES = 3

# Constants of the count, in the order of the rules.
GATE_SCORES, GATE_PER_CENT = 8, 30
LEANING_PULL, SPREAD_PULL, REACH, PRIOR_SCORES, ROUNDS = 3, 5, 1, 3, 6
FULL_GATES, Z_SQUARED, SPREAD_SCORES = 2, 16425, 10
TRUST_PULL, AUDIT_ROUNDS = 3, 2
PRIOR_DUELS, PRIOR_ANSWERS, SIDE_PRIOR, EVENNESS_PRIOR = 2, 10, 10_000, 5000
DUEL_ROUNDS, SIDE_EVERY, LEAST_WORTH, MOST_WORTH = 160, 4, 1000, 1_000_000_000
DUEL_TRUST_PULL, DUEL_AUDIT_ROUNDS = 3, 2
CONSTANTS = {
    "scores": [
        ("gate-scores", GATE_SCORES), ("gate-per-cent", GATE_PER_CENT), ("leaning-pull", LEANING_PULL),
        ("spread-pull", SPREAD_PULL), ("reach", REACH), ("prior-scores", PRIOR_SCORES), ("rounds", ROUNDS),
        ("full-gates", FULL_GATES), ("z-squared", Z_SQUARED), ("spread-scores", SPREAD_SCORES),
        ("trust-pull", TRUST_PULL), ("audit-rounds", AUDIT_ROUNDS),
    ],
    "duels": [
        ("gate-scores", GATE_SCORES), ("gate-per-cent", GATE_PER_CENT), ("full-gates", FULL_GATES),
        ("z-squared", Z_SQUARED), ("prior-duels", PRIOR_DUELS), ("prior-answers", PRIOR_ANSWERS),
        ("side-prior", SIDE_PRIOR), ("evenness-prior", EVENNESS_PRIOR), ("duel-rounds", DUEL_ROUNDS),
        ("side-every", SIDE_EVERY), ("least-worth", LEAST_WORTH), ("most-worth", MOST_WORTH),
        ("duel-trust-pull", DUEL_TRUST_PULL), ("duel-audit-rounds", DUEL_AUDIT_ROUNDS),
    ],
}

UNIT, THOUSAND, MILLION = 10_000, 1000, 1_000_000

N = r"(0|[1-9][0-9]{0,14})"
H = r"([0-9a-f]{64})"
NAME = r"([0-9a-f]{32})"
ENTRY = r"([0-9A-Za-z_-]{1,64})"
WORD = r"([0-9a-z-]{1,100})"
TIME = r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)"
MINUTE = r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z)"
POINTS = r"([0-5]\.[0-9]{2})"

# Every kind of line in its order, with its words; all but events and the digest end in a check.
KINDS = [
    ("placet-export", [N]), ("rules", [N]), ("contest", [ENTRY, WORD]), ("method", ["(scores|duels)"]),
    ("closed", [TIME]), ("frozen", [TIME, N, H]), ("record", [N, H]), ("holds", [N, N, N]), ("nonce", [H]), ("constant", [WORD, N]),
    ("entry", [ENTRY, TIME, N]), ("receipt", [NAME]), ("head", [N, H, TIME]), ("event", None),
    ("standing", ["(official|raw|audited)", N, ENTRY, POINTS, POINTS, POINTS, N, N, N]), ("digest", [H]),
]
ORDER = {kind: number for number, (kind, _) in enumerate(KINDS)}
SHAPES = {kind: re.compile(" ".join([kind, *words])) for kind, words in KINDS if words}
BALLOT = f"{NAME}"
EVENTS = [
    re.compile(f"{N} {MINUTE} {tail}")
    for tail in (
        rf"(score|change) {BALLOT} {ENTRY} (-) ([0-5])",
        rf"(duel) {BALLOT} {ENTRY} {ENTRY} ([0-2])",
        rf"(withdrawal) (-) {ENTRY} (-) (-)",
        rf"(handed) {BALLOT} (-) (-) {N}",
        rf"(staff|quarantine|release|exclusion) {BALLOT} (-) (-) (-)",
    )
]


class Misfit(Exception):
    """The first thing that does not fit: a sentence, and the event concerned, if one is."""

    def __init__(self, what, event=None):
        super().__init__(what)
        self.event = event


def sha256(text):
    return hashlib.sha256(text.encode("ascii")).hexdigest()


# --- the arithmetic of the count -----------------------------------------------------------------


def divide(dividend, divisor):
    """The nearest whole number; half goes up, below zero too."""
    return (2 * dividend + divisor) // (2 * divisor)


def points_of(units):
    return max(0, min(500, divide(units, 100)))


def gate_for(entries):
    return min(GATE_SCORES, -(-entries * GATE_PER_CENT // 100))


def cut(stray):
    return max(-REACH * UNIT, min(REACH * UNIT, stray))


def favour(entries, ballots, trusts):
    """What favour.ts says: middle, favour and say of each entry, number of scores, strays of each ballot."""
    full = FULL_GATES * gate_for(len(entries))
    number = sum(len(scores) for scores, _ in ballots)
    middle = divide(UNIT * sum(sum(scores.values()) for scores, _ in ballots), number) if number else 25_000
    likings, strays = [], []
    for scores, _ in ballots:
        liking = {entry: value * UNIT - middle for entry, value in scores.items()}
        leaning = divide(sum(liking.values()), len(liking) + LEANING_PULL)
        likings.append(liking)
        strays.append(sum((far - leaning) ** 2 for far in liking.values()))
    usual = divide(sum(strays), number) if number else 0
    stretched, says = [], []
    for (scores, handed), liking, stray, trust in zip(ballots, likings, strays, trusts):
        square = divide(stray + SPREAD_PULL * usual, len(scores) + SPREAD_PULL)
        stretch = math.isqrt(divide(usual * 1_000_000, square)) if square else THOUSAND
        stretched.append({entry: divide(far * stretch, THOUSAND) for entry, far in liking.items()})
        share = min(THOUSAND, divide(THOUSAND * full, max(1, handed, len(scores))))
        says.append(divide(share * trust, THOUSAND))
    said = dict.fromkeys(entries, 0)
    scored = dict.fromkeys(entries, 0)
    for (scores, _), say in zip(ballots, says):
        for entry in scores:
            said[entry] += say
            scored[entry] += 1
    favours = dict.fromkeys(entries, 0)

    def severity(far):
        return divide(sum(value - favours[entry] for entry, value in far.items()), len(far) + LEANING_PULL)

    for _ in range(ROUNDS):
        sums = dict.fromkeys(entries, 0)
        for far, say in zip(stretched, says):
            hard = severity(far)
            for entry, value in far.items():
                sums[entry] += say * (favours[entry] + cut(value - hard - favours[entry]))
        favours = {entry: divide(sums[entry], said[entry] + THOUSAND * PRIOR_SCORES) for entry in entries}
    ends = []
    for far in stretched:
        hard = severity(far)
        ends.append([value - hard - favours[entry] for entry, value in far.items()])
    return middle, favours, said, scored, ends


def official(entries, ballots, trusts=None):
    telling = [ballot for ballot in ballots if len(ballot[0]) == 1 or len(set(ballot[0].values())) > 1]
    middle, favours, said, scored, ends = favour(entries, telling, trusts or [THOUSAND] * len(telling))
    strays = [stray for end in ends for stray in end]
    squares = sum(cut(stray) ** 2 for stray in strays) + SPREAD_SCORES * UNIT * UNIT
    known = sum(1 for number in scored.values() if number) + len(telling)
    variance = divide(squares, max(SPREAD_SCORES, len(strays) + SPREAD_SCORES - known))
    near = sum(1 for stray in strays if abs(stray) < REACH * UNIT) + SPREAD_SCORES
    within = divide(THOUSAND * near, len(strays) + SPREAD_SCORES)
    square = divide(variance * 1_000_000, within * within)
    lines = []
    for entry in entries:
        reach = math.isqrt(divide(Z_SQUARED * square, 10 * (said[entry] + THOUSAND * PRIOR_SCORES)))
        lines.append((entry, middle + favours[entry], reach, scored[entry]))
    return lines, ends


def audited(entries, ballots):
    telling = [ballot for ballot in ballots if len(ballot[0]) == 1 or len(set(ballot[0].values())) > 1]
    trusts = [THOUSAND] * len(telling)
    for _ in range(AUDIT_ROUNDS):
        *_, ends = favour(entries, telling, trusts)
        squares = [sum(stray * stray for stray in end) for end in ends]
        number = sum(len(end) for end in ends)
        usual = divide(sum(squares), number) if number else 0
        trusts = []
        for end, square in zip(ends, squares):
            divisor = TRUST_PULL * usual + square
            ratio = THOUSAND
            if divisor:
                ratio = min(THOUSAND, divide(THOUSAND * (TRUST_PULL + len(end)) * usual, divisor))
            trusts.append(divide(ratio ** 3, 1_000_000))
    return official(entries, telling, trusts)[0]


def raw(entries, ballots):
    given = {entry: [] for entry in entries}
    for scores, _ in ballots:
        for entry, value in scores.items():
            given[entry].append(value * UNIT)
    lines = []
    for entry, values in given.items():
        if not values:
            lines.append((entry, 0, 50_000, 0))
            continue
        mean = divide(sum(values), len(values))
        variance = 25_000 ** 2
        if len(values) > 1:
            variance = divide(sum((value - mean) ** 2 for value in values), len(values) - 1)
        lines.append((entry, mean, math.isqrt(divide(Z_SQUARED * variance, UNIT * len(values))), len(values)))
    return lines


# --- duels ---------------------------------------------------------------------------------------


def chances_of(fit, first, second):
    """How a duel is expected to end, in millionths: the first is better, the second, neither."""
    worths, roots, side, evenness = fit
    strong = divide(side * worths[first], UNIT)
    even = divide(evenness * divide(roots[first] * roots[second], MILLION), UNIT)
    everything = strong + worths[second] + even
    return (
        divide(MILLION * strong, everything), divide(MILLION * worths[second], everything),
        divide(MILLION * even, everything),
    )


def told_by(fit, order, says):
    """What each answer tells: less, the more unlike the two designs are. And how alike they are, in millionths."""
    worths, roots, _, _ = fit
    one, other = order
    mean = divide(roots[one] * roots[other], MILLION)
    closeness = divide(2 * MILLION * mean, worths[one] + worths[other])
    return [divide(say * closeness, MILLION) for say in says], closeness


def alone_of(worth):
    return divide(MILLION * worth, worth + MILLION)


def within_worths(worth):
    return max(LEAST_WORTH, min(MOST_WORTH, worth))


def with_roots(worths, side, evenness):
    return worths, {entry: math.isqrt(worth * MILLION) for entry, worth in worths.items()}, side, evenness


def stepped(factor, seen, expected):
    return max(UNIT // 4, min(4 * UNIT, divide(factor * seen, max(1, divide(expected, MILLION)))))


def orders_of(entries, ballots, trusts):
    """What was answered to each two designs in each order they were shown in: (first, second) -> says of 0, 1, 2."""
    full, orders = FULL_GATES * gate_for(len(entries)), {}
    for (duels, handed), trust in zip(ballots, trusts):
        share = min(THOUSAND, divide(THOUSAND * 2 * full, max(1, handed, 2 * len(duels))))
        for first, second, value in duels:
            orders.setdefault((first, second), [0, 0, 0])[value] += divide(share * trust, THOUSAND)
    return orders


def strengths(entries, ballots, trusts):
    """What bradley-terry.ts says: the worths with side and evenness, and what is known of each entry."""
    orders = orders_of(entries, ballots, trusts)
    fit = with_roots(dict.fromkeys(entries, MILLION), SIDE_PRIOR, EVENNESS_PRIOR)
    for number in range(1, DUEL_ROUNDS + 1):
        worths, _, side, evenness = fit
        if number % SIDE_EVERY == 0:
            alone = sum(map(alone_of, worths.values()))
            lift = divide(MILLION * MILLION * len(entries), max(1, 2 * alone))
            lift = max(MILLION // 2, min(2 * MILLION, lift))
            moved = {entry: within_worths(divide(worth * lift, MILLION)) for entry, worth in worths.items()}
            fit = with_roots(moved, side, evenness)
            even = chances_of(with_roots({"a": MILLION, "b": MILLION}, side, evenness), "a", "b")
            prior = THOUSAND * PRIOR_ANSWERS
            seen = [2 * prior // 5, prior // 5]
            expected = [prior * even[0], prior * even[2]]
            for order, says in orders.items():
                chances = chances_of(fit, *order)
                for at, answer in enumerate((0, 2)):
                    seen[at] += says[answer]
                    expected[at] += sum(says) * chances[answer]
            fit = with_roots(moved, stepped(side, seen[0], expected[0]), stepped(evenness, seen[1], expected[1]))
            continue
        weights = dict.fromkeys(entries, THOUSAND * PRIOR_DUELS)
        points = dict(weights)
        sums = {entry: THOUSAND * PRIOR_DUELS * 2 * alone_of(worth) for entry, worth in worths.items()}
        for order, says in orders.items():
            (won, lost, even), _ = told_by(fit, order, says)
            first, second, neither = chances_of(fit, *order)
            for entry, half_points, chance in (
                (order[0], 2 * won + even, 2 * first + neither), (order[1], 2 * lost + even, 2 * second + neither),
            ):
                weights[entry] += won + lost + even
                points[entry] += half_points
                sums[entry] += (won + lost + even) * chance
        moved = {}
        for entry, worth in worths.items():
            earned = divide(MILLION * points[entry], 2 * weights[entry])
            moved[entry] = within_worths(divide(worth * earned, max(1, divide(sums[entry], 2 * weights[entry]))))
        fit = with_roots(moved, side, evenness)
    return fit, knowledge_of(fit, orders)


def knowledge_of(fit, orders):
    sums, alike = {}, {}
    for order, says in orders.items():
        first, _, neither = chances_of(fit, *order)
        variance = divide(4 * MILLION * first + MILLION * neither - (2 * first + neither) ** 2, 4 * MILLION)
        pair = tuple(sorted(order))
        told, alike[pair] = told_by(fit, order, says)
        sums[pair] = sums.get(pair, 0) + sum(told) * variance
    knowledge = {}
    for entry, worth in fit[0].items():
        alone = alone_of(worth)
        own = divide(alone * (MILLION - alone), MILLION)
        knowledge[entry] = divide(THOUSAND * PRIOR_DUELS * own, MILLION)
    inner, swayed = dict(knowledge), dict(knowledge)
    known = {pair: divide(total, MILLION) for pair, total in sums.items()}
    for pair, told in known.items():
        for entry in pair:
            inner[entry] += told
            swayed[entry] += divide(told * alike[pair], MILLION)
    for (one, other), told in known.items():
        if told:
            knowledge[one] += divide(told * (inner[other] - told), inner[other])
            knowledge[other] += divide(told * (inner[one] - told), inner[one])
    return {
        entry: max(1, divide(told * inner[entry], max(1, swayed[entry]))) for entry, told in knowledge.items()
    }


def telling_duels(ballots):
    return [ballot for ballot in ballots if len(ballot[0]) == 1 or any(value != 2 for *_, value in ballot[0])]


def official_duels(entries, ballots, trusts=None):
    telling = telling_duels(ballots)
    (worths, *_), knowledge = strengths(entries, telling, trusts or [THOUSAND] * len(telling))
    lines = []
    for entry in entries:
        alone = alone_of(worths[entry])
        slope = divide(5 * UNIT * divide(alone * (MILLION - alone), MILLION), MILLION)
        reach = math.isqrt(divide(Z_SQUARED * slope ** 2, 10 * knowledge[entry]))
        named = sum(entry in duel[:2] for duels, _ in telling for duel in duels)
        lines.append((entry, divide(5 * UNIT * alone, MILLION), reach, named))
    return lines


def audited_duels(entries, ballots):
    telling = telling_duels(ballots)
    trusts = [THOUSAND] * len(telling)
    for _ in range(DUEL_AUDIT_ROUNDS):
        fit, _ = strengths(entries, telling, trusts)
        squares = []
        for duels, _ in telling:
            square = 0
            for first, second, value in duels:
                won, _, even = chances_of(fit, first, second)
                square += divide(MILLION * (2, 0, 1)[value] - 2 * won - even, 2 * THOUSAND) ** 2
            squares.append(square)
        number = sum(len(duels) for duels, _ in telling)
        usual = divide(sum(squares), number) if number else 0
        trusts = []
        for (duels, _), square in zip(telling, squares):
            divisor = DUEL_TRUST_PULL * usual + square
            ratio = THOUSAND
            if divisor:
                ratio = min(THOUSAND, divide(THOUSAND * (DUEL_TRUST_PULL + len(duels)) * usual, divisor))
            trusts.append(divide(ratio ** 3, MILLION))
    return official_duels(entries, telling, trusts)


def raw_duels(entries, ballots):
    taken = {entry: [] for entry in entries}
    for duels, _ in ballots:
        for first, second, value in duels:
            half_points = (2, 0, 1)[value]
            taken[first].append(half_points)
            taken[second].append(2 - half_points)
    lines = []
    for entry, halves in taken.items():
        if not halves:
            lines.append((entry, 0, 50_000, 0))
            continue
        share = divide(5 * UNIT * sum(halves), 2 * len(halves))
        variance = 25_000 ** 2
        if len(halves) > 1:
            variance = divide(sum((25_000 * half - share) ** 2 for half in halves), len(halves) - 1)
        lines.append((entry, share, math.isqrt(divide(Z_SQUARED * variance, UNIT * len(halves))), len(halves)))
    return lines


def placed(lines, entries):
    """Points, then marks, number of scores, earliest, id; who cannot reach the first of a group opens the next."""
    rows = []
    for entry, centre, reach, scores in lines:
        submitted, marks = entries[entry]
        points, low, high = points_of(centre), points_of(centre - reach), points_of(centre + reach)
        rows.append((-points, -marks, -scores, submitted, entry, low, high))
    words, group, leader = [], 0, None
    for place, (points, marks, scores, _, entry, low, high) in enumerate(sorted(rows), 1):
        if leader is None or high < leader:
            group, leader = group + 1, low
        numbers = " ".join(f"{number // 100}.{number % 100:02d}" for number in (-points, low, high))
        words.append(f"{place} {entry} {numbers} {-scores} {-marks} {group}")
    return words


# --- the record ----------------------------------------------------------------------------------


class Record:
    """Takes events in their order and remembers what they leave standing."""

    def __init__(self, contest, method, frozen, last, entries, heads, kept_head):
        self.method = method
        self.frozen, self.last, self.heads = frozen, last, heads
        self.entries = entries
        self.hash = sha256(f"placet-record 1 {contest}")
        self.sequence, self.minute = 0, ""
        self.scores, self.duels, self.handed = {}, {}, {}
        self.withdrawn, self.staff, self.quarantine, self.excluded = set(), set(), set(), set()
        self.kept_head = kept_head
        self.kept_head_fits = None if kept_head is None else kept_head == (0, self.hash)

    def take(self, line):
        due = self.sequence + 1
        text, said = line[len("event "):-65], line[-64:]
        found = next((match for shape in EVENTS if (match := shape.fullmatch(text))), None)
        if not found or line[-65] != " " or not re.fullmatch(H, said):
            raise Misfit("the line is not written as the format says", due)
        sequence, minute, kind, ballot, entry, against, value = found.groups()
        if entry == against and entry != "-":
            raise Misfit("a duel of an entry with itself", due)
        if int(sequence) != due:
            raise Misfit(f"event {sequence} stands in its place", due)
        if sha256(f"{self.hash}\n{text}") != said:
            raise Misfit("its hash is not that of the hash before it and what it says", due)
        if minute < self.minute:
            raise Misfit("it lies before the event that it follows", due)
        if due > self.last[0] or (due == self.last[0] and said != self.last[1]):
            raise Misfit("the record does not end where its header says", due)
        if due == self.frozen[0] and said != self.frozen[1]:
            raise Misfit("the record has another hash here than when it was frozen", due)
        if self.heads.get(due, said) != said:
            raise Misfit("the record has another hash here than the head that was published", due)
        self.happen(due, kind, ballot, entry, against, value)
        self.sequence, self.minute, self.hash = due, minute, said
        if self.kept_head and self.kept_head[0] == due:
            self.kept_head_fits = self.kept_head[1] == said

    def happen(self, due, kind, ballot, entry, against, value):
        for named in (entry, against):
            if named != "-" and named not in self.entries:
                raise Misfit("it speaks of an entry that is not in the vote", due)
        if kind in ("score", "change", "duel"):
            if due > self.frozen[0]:
                raise Misfit("it was cast after the ballots were frozen", due)
            if kind != "duel" and (entry in self.scores.get(ballot, {})) != (kind == "change"):
                raise Misfit("a first score where there is one, or a change of none", due)
            scores = self.scores.setdefault(ballot, {})
            if kind == "duel":
                # Of several answers of a ballot on the same two, whichever was shown first, the last stands.
                self.duels.setdefault(ballot, {})[frozenset((entry, against))] = (entry, against, int(value))
            else:
                scores[entry] = int(value)
            return
        if kind == "withdrawal":
            self.withdrawn.add(entry)
            return
        if ballot not in self.scores:
            raise Misfit("it speaks of a ballot on which nothing was ever cast", due)
        if kind == "handed":
            self.handed[ballot] = int(value)
        elif kind == "staff":
            self.staff.add(ballot)
        elif kind == "quarantine":
            self.quarantine.add(ballot)
        elif kind == "release":
            self.quarantine.discard(ballot)
        elif kind == "exclusion":
            self.excluded.add(ballot)

    def standings(self):
        entries = {entry: facts for entry, facts in self.entries.items() if entry not in self.withdrawn}
        full, trusted = [], []
        for ballot in self.scores:
            said = self.said_on(ballot, entries)
            if not said or len(said) < gate_for(len(entries)):
                continue
            if ballot in self.staff or ballot in self.excluded:
                continue
            full.append((said, self.handed.get(ballot, 0)))
            if ballot not in self.quarantine:
                trusted.append(full[-1])
        ids = sorted(entries)
        if self.method == "duels":
            views = {
                "official": official_duels(ids, full), "raw": raw_duels(ids, full),
                "audited": audited_duels(ids, trusted),
            }
        else:
            views = {"official": official(ids, full)[0], "raw": raw(ids, full), "audited": audited(ids, trusted)}
        return [f"standing {view} {words}" for view, lines in views.items() for words in placed(lines, entries)]

    def said_on(self, ballot, entries):
        """What stands of a ballot: scores by entry, or answers on two that both stand."""
        if self.method == "duels":
            duels = self.duels.get(ballot, {}).values()
            return [duel for duel in duels if duel[0] in entries and duel[1] in entries]
        return {entry: value for entry, value in self.scores[ballot].items() if entry in entries}


# --- the decision --------------------------------------------------------------------------------


class Decision:
    """Takes the lines after the digest and climbs the jury's ladder again."""

    KINDS = ("decision", "promised", "juror", "recused", "gone", "verdict", "rung", "outcome", "decided")
    SHAPES = {
        kind: re.compile(f"{kind} {words}")
        for kind, words in (
            ("decision", " ".join([TIME, N, N, N, N, N])), ("promised", f"{N} {N} {TIME}"), ("juror", f"{N} (seated|left)"),
            ("recused", f"{N} {ENTRY}"), ("gone", ENTRY),
            ("verdict", f"{N} {ENTRY} ((?:approve|approve-with-changes|abstain) -|veto [a-z-]{{1,40}})"),
            ("rung", f"{N} {ENTRY} (wins|vetoed|short-of-quorum|not-reached) {N} {N}"),
            ("outcome", f"(winner) {ENTRY}|outcome (no-production) -"), ("decided", H),
        )
    }

    def __init__(self, digest, entries, official):
        self.entries, self.official = entries, official
        self.hash, self.check = hashlib.sha256(f"digest {digest}\n".encode("ascii")), digest[:16]
        self.due = dict.fromkeys(self.KINDS, 0) | {"decision": 1, "promised": 1, "outcome": 1, "decided": 1}
        self.begun, self.signed, self.promised, self.seated = False, "", None, []
        self.recused, self.gone, self.verdicts = set(), set(), {}
        self.before, self.expected, self.rungs, self.decided = None, None, 0, None

    def ended(self):
        return self.due["decided"] == 0

    def take(self, bytes_):
        kind_due = next((kind for kind in self.KINDS if self.due[kind]), None)
        if kind_due is None:
            raise Misfit("something comes after the end")
        try:
            line = bytes_.decode("ascii")
        except UnicodeDecodeError:
            line = ""
        line, feed = line[:-1], line[-1:]
        kind = line.split(" ", 1)[0]
        text = line if kind == "decided" else line[:-17]
        found = self.SHAPES[kind].fullmatch(text) if kind in self.SHAPES and feed == "\n" else None
        if not found or (kind != "decided" and not re.fullmatch(" [0-9a-f]{16}", line[-17:])):
            raise Misfit("the line is not written as the format says" if self.begun else "something comes after the digest")
        if kind != kind_due:
            raise Misfit("the line does not belong here")
        if kind == "decided":
            if self.hash.hexdigest() != found[1]:
                raise Misfit(f"the hash of the lines before is {self.hash.hexdigest()}")
            self.decided = found[1]
        else:
            self.check = sha256(f"{self.check}\n{text}")[:16]
            if line[-16:] != self.check:
                raise Misfit("the line does not fit its check: it was changed, or a line before it was taken out")
            self.say(kind, text, found.groups())
        self.hash.update(bytes_)
        self.due[kind] -= 1
        self.begun = True

    def say(self, kind, text, words):
        if kind == "decision":
            self.signed = words[0]
            self.due.update(zip(("juror", "recused", "gone", "verdict", "rung"), map(int, words[1:])))
        elif kind == "promised":
            self.promised = int(words[0]), int(words[1]), words[2]
        elif kind == "juror":
            self.seated.append(words[1] == "seated")
            if int(words[0]) != len(self.seated):
                raise Misfit("the jurors are not in order")
        elif kind in ("rung", "outcome"):
            self.expected = self.expected or self.climb()
            due = self.expected[self.rungs] if self.rungs < len(self.expected) else "nothing more"
            if text != due:
                raise Misfit(f"climbed again it is “{due}”")
            self.rungs += 1
        else:
            juror, entry = (0, words[0]) if kind == "gone" else (int(words[0]), words[1])
            if entry not in self.entries:
                raise Misfit("it speaks of an entry that is not in the vote")
            if kind != "gone" and not 1 <= juror <= len(self.seated):
                raise Misfit("it speaks of a juror who is not on the panel")
            if self.before and self.before[0] == kind and self.before[1:] >= (juror, entry):
                raise Misfit("the lines are not in order")
            self.before = kind, juror, entry
            if kind == "gone":
                self.gone.add(entry)
            elif kind == "recused":
                self.recused.add((juror, entry))
            else:
                self.verdicts[juror, entry] = words[2].split(" ")[0]

    def climb(self):
        """The lines of the ladder, its outcome last."""
        candidates, promised, due_at = self.promised
        panel = range(1, len(self.seated) + 1)
        tried = [(place, entry) for place, entry in self.official if entry not in self.gone][:candidates]
        lines, settled, winner = [], None, None
        for place, entry in tried:
            may = [juror for juror in panel if (juror, entry) not in self.recused]
            may = [juror for juror in may if self.seated[juror - 1] or (juror, entry) in self.verdicts]
            said = [self.verdicts.get((juror, entry)) for juror in may]
            away = sum(1 for juror in panel if (juror, entry) in self.recused)
            quorum = max(1, min(promised, max(promised, len(self.seated)) - away))
            approvals = sum(1 for word in said if word in ("approve", "approve-with-changes"))
            vetoes = said.count("veto")
            if vetoes:
                finding = "vetoed"
            elif self.signed < due_at and (None in said or len(may) < quorum):
                finding = "awaiting"
            else:
                finding = "wins" if approvals >= quorum else "short-of-quorum"
            if settled == "wins" or (settled == "awaiting" and finding == "wins"):
                shown = "not-reached"
            else:
                shown = finding
            if settled is None and finding in ("wins", "awaiting"):
                settled = finding
                winner = entry if finding == "wins" else None
            lines.append(f"rung {place} {entry} {shown} {approvals} {vetoes}")
        if settled == "awaiting":
            return [*lines, "undecided"]
        return [*lines, f"outcome winner {winner}" if winner else "outcome no-production -"]


# --- the file ------------------------------------------------------------------------------------


def check_lines(lines, kept):
    """Raises the first Misfit, with the number of its line; returns what was checked."""
    header, constants, entries, heads, receipts = {}, [], {}, {}, []
    record, expected, check, rank = None, None, "0" * 16, -1
    digest, ended, decision = hashlib.sha256(), None, None
    standings, number = 0, 0

    def all_before():
        held = tuple(map(int, header["holds"])) == (len(entries), len(receipts), len(heads))
        return held and len(constants) == len(CONSTANTS[header["method"][0]])

    def begin():
        if rank < ORDER["nonce"] or not all_before():
            raise Misfit("lines are missing before it, or are too many", 1 if kind == "event" else None)
        frozen, last = header["frozen"], header["record"]
        return Record(
            header["contest"][0], header["method"][0], (int(frozen[1]), frozen[2]), (int(last[0]), last[1]),
            entries, heads, kept.head,
        )

    def finish():
        if record.sequence != record.last[0] or record.hash != record.last[1]:
            raise Misfit("the record does not end where its header says", record.sequence + 1)
        if len(record.scores) != len(receipts):
            raise Misfit(f"there are {len(receipts)} receipts for {len(record.scores)} ballots")
        return record.standings()

    try:
        for bytes_ in lines:
            number += 1
            if ended and bytes_.startswith(b"event "):
                raise Misfit("something comes after the digest", record.sequence + 1)
            if ended:
                decision.take(bytes_)
                continue
            next_event = record.sequence + 1 if record else 1
            in_events = ORDER["nonce"] <= rank <= ORDER["event"] and all_before() and next_event <= int(header["record"][0])
            try:
                line = bytes_.decode("ascii")
            except UnicodeDecodeError:
                line = ""
            if not line.endswith("\n"):
                raise Misfit("the line is not written as the format says", next_event if in_events else None)
            line = line[:-1]
            kind = line.split(" ", 1)[0]
            if kind == "event":
                if rank > ORDER["event"]:
                    raise Misfit("the line does not belong here", next_event)
                record = record or begin()
                record.take(line)
                rank = ORDER["event"]
                digest.update(bytes_)
                continue
            text = line if kind == "digest" else line[:-17]
            found = SHAPES[kind].fullmatch(text) if kind in SHAPES else None
            if number == 1 and (kind != "placet-export" or not found):
                raise Misfit("this is not an export of a vote")
            if not found or (kind != "digest" and not re.fullmatch(" [0-9a-f]{16}", line[-17:])):
                raise Misfit("the line is not written as the format says", next_event if in_events else None)
            words, place = found.groups(), ORDER[kind]
            if in_events:
                raise Misfit("the record goes on, but here is no event", next_event)
            if place != rank + 1 if rank < ORDER["nonce"] else place < max(rank, ORDER["constant"]):
                raise Misfit("the line does not belong here")
            if place > ORDER["event"] >= rank:
                record = record or begin()
                expected = finish()
            rank = place
            if kind == "digest":
                if standings < len(expected):
                    raise Misfit(f"a standing is missing: {expected[standings]}")
                if digest.hexdigest() != words[0]:
                    raise Misfit(f"the digest of the lines before is {digest.hexdigest()}")
                ended = words[0]
                places = (line.split(" ") for line in expected if line.startswith("standing official "))
                decision = Decision(ended, entries, [(int(words[2]), words[3]) for words in places])
                continue
            due = sha256(f"{check}\n{text}")[:16]
            if line[-16:] != due:
                raise Misfit("the line does not fit its check: it was changed, or a line before it was taken out")
            check = due
            digest.update(bytes_)
            if kind == "placet-export" and int(words[0]) != FORMAT:
                raise Misfit(f"this is format {words[0]}, which this check does not know")
            if kind == "rules" and int(words[0]) != RULES:
                raise Misfit(f"it was counted by rules {words[0]}, which this check does not know")
            if kind == "method" and words[0] not in CONSTANTS:
                raise Misfit("this check does not know this method")
            if kind == "record" and int(header["frozen"][1]) > int(words[0]):
                raise Misfit("the record ends before it was frozen")
            if kind == "constant":
                known = CONSTANTS[header["method"][0]]
                if len(constants) >= len(known) or (words[0], int(words[1])) != known[len(constants)]:
                    raise Misfit("the rules have another constant here")
                constants.append(words)
            elif kind == "entry":
                if entries and words[0] <= max(entries):
                    raise Misfit("the entries are not in order")
                entries[words[0]] = (words[1], int(words[2]))
            elif kind == "receipt":
                if receipts and words[0] <= receipts[-1]:
                    raise Misfit("the receipts are not in order")
                receipts.append(words[0])
            elif kind == "head":
                sequence = int(words[0])
                if sequence <= max(heads, default=0) or sequence > int(header["record"][0]):
                    raise Misfit("the published heads are not in order, or beyond the record")
                heads[sequence] = words[1]
            elif kind == "standing":
                if standings >= len(expected) or text != expected[standings]:
                    due = expected[standings] if standings < len(expected) else "nothing more"
                    raise Misfit(f"counted anew it is “{due}”")
                standings += 1
            else:
                header[kind] = words
        if not ended:
            number += 1
            due = record.sequence + 1 if record else 1
            in_events = ORDER["nonce"] <= rank <= ORDER["event"] and all_before() and due <= int(header["record"][0])
            what = "the file ends before its digest" if rank >= 0 else "this is not an export of a vote"
            raise Misfit(what, due if in_events else None)
        if decision.begun and not decision.ended():
            number += 1
            raise Misfit("the file ends before its last line")
    except Misfit as misfit:
        misfit.line = number
        raise
    facts = {"entries": len(entries), "receipts": len(receipts), "heads": len(heads), "standings": standings}
    if decision.ended():
        facts |= {"verdicts": len(decision.verdicts), "rungs": decision.rungs - 1}
    complaints = []
    if kept.receipt and kept.receipt not in receipts:
        complaints.append("YOUR RECEIPT IS NOT AMONG THE RECEIPTS")
    if kept.head and not record.kept_head_fits:
        complaints.append("THE HEAD YOU KEPT DOES NOT LIE ON THE CHAIN")
    if kept.digest and kept.digest != ended:
        complaints.append("THE DIGEST IS NOT THE ONE YOU KEPT")
    if kept.decision and kept.decision != decision.decided:
        complaints.append("THE DECISION IS NOT THE ONE WHOSE HASH YOU KEPT")
    hashes = f"digest {ended}" + (f"; decision {decision.decided}" if decision.decided else "")
    return {"events": record.sequence, **facts}, hashes, complaints


def head_of(words):
    found = re.fullmatch(f"{N}:{H}", words)
    if not found:
        raise argparse.ArgumentTypeError("a head is SEQUENCE:HASH")
    return int(found[1]), found[2]


def main():
    parser = argparse.ArgumentParser(description="Recounts the export of a closed vote.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--receipt", help="the code of your receipt")
    parser.add_argument("--head", type=head_of, help="a head you kept, SEQUENCE:HASH")
    parser.add_argument("--digest", help="the digest that was published at the count")
    parser.add_argument("--decision", help="the hash that was published when the decision was signed")
    kept = parser.parse_args()
    all_fit = True
    for name in kept.files:
        before = f"{name}: " if len(kept.files) > 1 else ""
        try:
            with open(name, "rb") as file:
                checked, hashes, complaints = check_lines(file, kept)
        except OSError as error:
            print(f"{before}cannot be read ({error.strerror}).", file=sys.stderr)
            return 2
        except Misfit as misfit:
            where = f"line {misfit.line}" if misfit.event is None else f"event {misfit.event} (line {misfit.line})"
            print(f"{before}NOT EVERYTHING FITS. {where}: {misfit}.")
            all_fit = False
            continue
        counts = ", ".join(f"{number} {what}" for what, number in checked.items())
        for complaint in complaints:
            print(f"{before}{complaint}.")
        print(f"{before}{'NOT EVERYTHING FITS' if complaints else 'Everything fits'}: {counts}; {hashes}.")
        all_fit = all_fit and not complaints
    return 0 if all_fit else 1


if __name__ == "__main__":
    sys.exit(main())
