#!/usr/bin/env python3
"""Makes tests/MusicFlow.Storage.Tests/Tracks/match-rate.csv: real songs, asked for the way people ask.

    bench/match-rate/make.py CATALOGUE.csv[.gz] > tests/MusicFlow.Storage.Tests/Tracks/match-rate.csv

Draws 30 tracks per mutation from a catalogue with the columns track and artist, seeded; the same input gives the same file.
Odd rows are the tune half (weights and thresholds of TrackFinder may be chosen on it), even rows are held out.
"""
import csv
import gzip
import random
import sys
import unicodedata

PER_MUTATION = 30
SEED = 42
KEYS = "abcdefghijklmnopqrstuvwxyz"
ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "n": "ñ", "c": "ç"}


def typo(text, draw):
    """One slip of the finger inside a word: a letter left out, doubled, swapped with the next, or hit beside."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i - 1].isalpha()]
    if not places:
        return text + draw.choice(KEYS)
    i = draw.choice(places)
    kind = draw.randrange(4)
    if kind == 0:
        return text[:i] + text[i + 1:]
    if kind == 1:
        return text[:i] + text[i] + text[i:]
    if kind == 2:
        return text[:i - 1] + text[i] + text[i - 1] + text[i + 1:]
    return text[:i] + draw.choice(KEYS) + text[i + 1:]


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def with_accents(text, draw):
    places = [i for i, c in enumerate(text) if c in ACCENTS]
    for i in draw.sample(places, min(2, len(places))):
        text = text[:i] + ACCENTS[text[i]] + text[i + 1:]
    return text


def bracketed(title):
    """'Song - Live' as 'Song (Live)'."""
    name, dash, addition = title.partition(" - ")
    return f"{name} ({addition})" if dash else f"{title} (Official Video)"


MUTATIONS = {
    "plain": lambda t, a, d: f"{t} - {a}",
    "swapped": lambda t, a, d: f"{a} - {t}",
    "lower": lambda t, a, d: f"{t} - {a}".lower(),
    "by": lambda t, a, d: f"{t} by {a}",
    "unseparated": lambda t, a, d: f"{a} {t}".lower() if d.random() < 0.5 else f"{t} {a}".lower(),
    "long dash": lambda t, a, d: f"{a} – {t}" if d.random() < 0.5 else f"{t} — {a}",
    "typo in title": lambda t, a, d: f"{typo(t, d)} - {a}",
    "typo in both": lambda t, a, d: f"{typo(a, d)} - {typo(t, d)}".lower(),
    "remaster": lambda t, a, d: f"{t} - {d.randrange(1995, 2022)} Remaster - {a}" if d.random() < 0.5 else f"{a} - {t} (Remastered)",
    "guest": lambda t, a, d: f"{t} (feat. {d.choice(['Nobody', 'DJ Example', 'The Others'])}) - {a}",
    "version": lambda t, a, d: f"{bracketed(t)} - {a}",
    "accents dropped": lambda t, a, d: without_accents(f"{t} - {a}"),
    "accents added": lambda t, a, d: with_accents(f"{t} - {a}", d),
    "quoted": lambda t, a, d: f'"{t}" {a}',
}


def main(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8", newline="") as file:
        tracks = [(row["track"].strip(), row["artist"].strip()) for row in csv.DictReader(file)]
    # What is longer than a query may be, or is quoted in itself, cannot be asked for in every way.
    tracks = [(t, a) for t, a in tracks if t and a and len(t) + len(a) <= 150 and '"' not in t + a]
    draw = random.Random(SEED)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["query", "title", "artist", "mutation", "half"])
    number = 0
    for mutation, ask in MUTATIONS.items():
        pool = tracks if mutation != "accents dropped" else [(t, a) for t, a in tracks if without_accents(t + a) != t + a]
        pool = pool if mutation != "version" else [(t, a) for t, a in pool if " - " in t]
        for title, artist in draw.sample(pool, PER_MUTATION):
            number += 1
            writer.writerow([ask(title, artist, draw), title, artist, mutation, "tune" if number % 2 else "held-out"])


if __name__ == "__main__":
    main(sys.argv[1])
