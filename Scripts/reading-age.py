#!/usr/bin/env python3
"""Lists every patient text under Content/ that is harder to read than it may be.

    Scripts/reading-age.py              checks everything
    Scripts/reading-age.py --all        also prints the texts on the allow-list
    Scripts/reading-age.py ID...        prints the scores of single texts

A patient text is a mapping with `en` and `es`. Measures: English Flesch-Kincaid grade, Spanish INFLESZ
(Szigriszt-Pazos), words per sentence. What a frightened person must understand at once (danger items, reasons of urgent
rules, floors, safety nets of urgent levels, stop pages) has the narrower limits. Labels of fewer than four words are not
scored. Scripts/reading-allow-list.yaml holds the exceptions, each with its reason; entries that are not needed any more
are named. Needs textstat==0.7.8: other versions give other numbers.
"""

import pathlib
import re
import sys

import textstat
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONTENT = ROOT / "Content"
ALLOW_LIST = ROOT / "Scripts" / "reading-allow-list.yaml"

GRADE = {"danger": 6.0, "other": 8.0}
INFLESZ = {"danger": 65.0, "other": 60.0}
WORDS_PER_SENTENCE = 20
FEWEST_WORDS = 4
URGENT = {"emergency-now", "same-day-ed", "urgent-24-72h"}
DANGER_WORDS = re.compile(r"^words/(stop|help|error\.danger$|disposition\.(emergency-now|same-day-ed|urgent-24-72h))(\.|$)")
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2 booleans only, so that `no` stays a word."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader) or {}


def danger_items():
    """linkIds behind the findings that rules of level 1 to 3 read, and every item of the first page."""
    macros = {macro["name"]: macro["logic"] for macro in load(CONTENT / "redflags/macros.yaml")["macros"]}
    findings = {finding["id"]: finding for finding in load(CONTENT / "findings.yaml")["findings"]}

    def names(logic, seen=frozenset()):
        for name in IDENTIFIER.findall(logic):
            if name in macros and name not in seen:
                yield from names(macros[name], seen | {name})
            elif name in findings:
                yield name

    items = set()
    for path in sorted((CONTENT / "redflags").glob("*.yaml")):
        for rule in load(path).get("rules", []):
            if rule["level"] not in URGENT:
                continue
            for name in names(rule["logic"]):
                finding = findings[name]
                items.update(filter(None, [finding.get("item"), finding.get("fallbackItem")]))
                for value in finding.get("values", []):
                    items.update(re.findall(r"([a-z][a-z0-9-]*)(?=\s*(?:!?=|:|<|>|\bin\b))", value["when"]))
                    items.update(re.findall(r"(?:^|[\s(;])([a-z][a-z0-9-]*)(?=$|[\s);])", value["when"]))
    return items


def children(node):
    """Children with a name: ids where there are any, else keys and positions."""
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, list):
        for index, child in enumerate(node):
            name = index + 1
            if isinstance(child, dict):
                name = next((child[key] for key in ("linkId", "id", "code", "level", "name") if isinstance(child.get(key), str)), name)
            yield str(name), child


def texts(path, node, name, danger):
    """Every text below a node as (id, en, es, class)."""
    if isinstance(node, dict) and isinstance(node.get("en"), str) and isinstance(node.get("es"), str):
        yield name, node["en"], node["es"], "danger" if danger or DANGER_WORDS.match(name) else "other"
        return
    for key, child in children(node):
        inner = danger
        if isinstance(child, dict):
            inner = danger or child.get("linkId") in ITEMS or (is_about_danger(path) and child.get("level") in URGENT)
        yield from texts(path, child, f"{name}/{key}", inner)


def is_about_danger(path):
    return path.parent.name == "redflags" or path.name == "safety-nets.yaml"


def all_texts():
    for path in sorted(CONTENT.rglob("*.yaml")):
        folder = path.relative_to(CONTENT)
        if folder.parts[0] in ("cases", "vignettes") or "cases" in folder.parts:
            continue
        data = load(path)
        if folder.parts[0] == "words" or folder.name == "words.yaml":
            yield from texts(path, data.get("words", {}), "words" if folder.parts[0] == "words" else "plans/words", False)
            continue
        name = str(folder.with_suffix(""))
        yield from texts(path, data, name, folder.name == "00-gate.yaml")


def plain(text, terms):
    """The text as it is read aloud: numbers for placeholders, a short word for a term that cannot be avoided."""
    text = re.sub(r"\{(emergency|advice-line|poison|crisis|domestic|maternity|number|[a-z]*[nN]umber)\}", "911", text)
    text = re.sub(r"\{[^}]*\}", "this", text)
    for term in terms:
        text = re.sub(rf"\b{re.escape(term)}\b", "back", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def count_words(text):
    return len([word for word in text.split() if any(character.isalnum() for character in word)])


def longest_sentence(text):
    return max(count_words(sentence) for sentence in re.split(r"(?<=[.!?])[\"”’)]*\s+", text))


def scores(english, spanish):
    textstat.set_lang("en")
    grade = textstat.flesch_kincaid_grade(english)
    textstat.set_lang("es")
    return grade, textstat.szigriszt_pazos(spanish)


def misses(english, spanish, kind):
    """What is wrong with one text; empty when nothing is."""
    found = []
    grade, inflesz = scores(english, spanish)
    if count_words(english) >= FEWEST_WORDS and grade > GRADE[kind]:
        found.append(f"en grade {grade:.1f} over {GRADE[kind]:.0f}")
    if count_words(spanish) >= FEWEST_WORDS and inflesz < INFLESZ[kind]:
        found.append(f"es INFLESZ {inflesz:.1f} under {INFLESZ[kind]:.0f}")
    for language, text in (("en", english), ("es", spanish)):
        if longest_sentence(text) > WORDS_PER_SENTENCE:
            found.append(f"{language} sentence of {longest_sentence(text)} words")
    return found


def main(arguments):
    allowed_file = load(ALLOW_LIST) if ALLOW_LIST.exists() else {}
    terms = {entry["term"]: entry["reason"] for entry in allowed_file.get("terms") or []}
    allowed = {entry["id"]: entry["reason"] for entry in allowed_file.get("texts") or []}
    wanted = [argument for argument in arguments if not argument.startswith("--")]
    counts = {"danger": 0, "other": 0}
    scored = used = bad = 0
    needed, seen_terms, ids = set(), set(), set()
    for name, english, spanish, kind in all_texts():
        if name in ids:
            print(f"{name}: two texts have this id")
            bad += 1
        ids.add(name)
        counts[kind] += 1
        both = f"{english}\n{spanish}".lower()
        seen_terms.update(term for term in terms if re.search(rf"\b{re.escape(term.lower())}\b", both))
        english, spanish = plain(english, terms), plain(spanish, terms)
        if wanted:
            if name in wanted:
                print(name, kind, *[f"{value:.1f}" for value in scores(english, spanish)], english, "|", spanish)
            continue
        if max(count_words(english), count_words(spanish)) >= FEWEST_WORDS:
            scored += 1
        found = misses(english, spanish, kind)
        if not found:
            continue
        if name in allowed:
            needed.add(name)
            used += 1
            if "--all" in arguments:
                print(f"allowed {name}: {'; '.join(found)}: {allowed[name]}")
        else:
            bad += 1
            print(f"{name} [{kind}]: {'; '.join(found)}\n    en: {english}\n    es: {spanish}")
    if wanted:
        return 0
    stale = [f"texts: {name}" for name in sorted(set(allowed) - needed)]
    stale += [f"terms: {term}" for term in sorted(set(terms) - seen_terms)]
    for entry in stale:
        print(f"{ALLOW_LIST.name}: note: not needed any more: {entry}")
    print(
        f"{sum(counts.values())} texts in two languages ({counts['danger']} about danger), {scored} scored, "
        f"{used} allowed with a reason, {len(terms)} unavoidable terms, {bad} misses, {len(stale)} stale entries")
    return 1 if bad or not scored else 0


ITEMS = danger_items()

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
