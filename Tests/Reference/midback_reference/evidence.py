"""Reads the evidence files (Markdown) into plain data, so that the content can be compared with them."""

import re
from pathlib import Path

CODE = re.compile(r"`([^`]+)`")


class Evidence:
    """Everything that the comparison needs, read once."""

    def __init__(self, folder):
        folder = Path(folder)
        self.red_flags = (folder / "red-flags.md").read_text(encoding="utf-8")
        self.serious = (folder / "serious-causes.md").read_text(encoding="utf-8")
        self.benign = (folder / "musculoskeletal-causes.md").read_text(encoding="utf-8")
        self.survey = (folder / "survey.md").read_text(encoding="utf-8")

    # Rules

    def macros(self):
        """{NAME: definition}."""
        return {name: code(cells[1]) for name, cells in
                ((row[0], row) for row in rows(section(self.red_flags, "## 3.", "## 4.")))
                if re.match(r"^[A-Z0-9_]+$", name)}

    def rules(self):
        """{RF-id: {name, level, logic}}."""
        found = {}
        for row in rows(section(self.red_flags, "## 4.", "## 5.")):
            match = re.match(r"^(RF-\d+) `([^`]+)`$", row[0])
            if match:
                found[match.group(1)] = {"name": match.group(2), "logic": code(row[2]), "level": code(row[3])}
        return found

    def backstops(self):
        """[(causes, is_sum, threshold, level)]."""
        found, previous = [], []
        for row in rows(section(self.red_flags, "### 5.3", "### 5.4")):
            if "%" not in row[1]:
                continue
            causes = re.findall(r"[a-z][a-z0-9-]+", re.sub(r"^any one of", "", row[0]))
            if row[0].startswith("the s"):
                causes = previous
            previous = causes
            levels = CODE.findall(row[2])
            percents = [float(value) for value in re.findall(r"(\d+)%", row[1])]
            for percent, level in zip(percents, levels):
                found.append((tuple(causes), row[0].startswith("the sum"), percent / 100, level))
        return found

    def finding_cases(self):
        """[(id, {finding: value}, level, must fire or None)]; the answers as written."""
        found = []
        for row in rows(section(self.red_flags, "## 9.", "## 10.")):
            if re.match(r"^V\d+$", row[0]):
                fires = None if row[4] == "none" else row[4]
                found.append((row[0], given(row[2]), code(row[3]), fires))
        return found

    # Stage 1

    def baseline(self):
        """{atom: (p, p from 65)}."""
        found = {}
        text = section(self.serious, "### 2.1", "## 3.")
        multi = {name for name in re.findall(r"`([a-z-]+):", self.serious)}
        for row in rows(text):
            name = code(row[0])
            if name is None:
                continue
            for part in row[1].split(";"):
                match = re.match(r"^\s*(\S+) ([0-9.]+)(?: \(65\+ ([0-9.]+)\))?\s*$", part)
                value, p, older = match.group(1), float(match.group(2)), match.group(3)
                sign = ":" if name in multi else "="
                atom = name if value == "yes" else f"{name}{sign}{value}"
                found[atom] = (p, float(older) if older else p)
        for threshold, p in re.findall(r"P\((>=\d)\) = (\d\.\d+)", text):
            found[f"pain-severity-now{threshold}"] = (float(p), float(p))
        return found

    def groups(self):
        """{group: [members]}."""
        text = section(self.serious, "## 2. Model", "### 2.1")
        return {row[0]: CODE.findall(row[1]) for row in rows(text) if CODE.findall(row[1])}

    def serious_priors(self):
        """{cause: ([five percents], female, male)}."""
        found = {}
        for row in rows(section(self.serious, "## 3. Priors", "## 4.")):
            name = code(row[0])
            if name and name != "musculoskeletal":
                numbers = [float(value) for value in row[1:8]]
                found[name] = (numbers[:5], numbers[5], numbers[6])
        return found

    def serious_likelihoods(self):
        """{cause: {atom: (p, p0, p0 from 65)}}."""
        found, cause = {}, None
        for line in section(self.serious, "## 4. Conditions", "## 5.").splitlines():
            heading = re.match(r"^### 4\.\d+ `([^`]+)`", line)
            if heading:
                cause = heading.group(1)
                found[cause] = {}
            elif line.startswith("| `"):
                row = cells(line)
                p0 = [float(value) for value in row[2].split("/")]
                atom = code(row[0]).split(" (")[0]
                found[cause][atom] = (float(row[1]), p0[0], p0[-1])
        return found

    def worked_examples(self):
        """[(case, cause, percent)] as printed in section 6."""
        found = []
        for row in rows(section(self.serious, "## 6. Worked", "## 7.")):
            case = re.match(r"^(V\d+) ", row[0])
            if case:
                found += [(case.group(1), cause, float(percent))
                          for cause, percent in re.findall(r"([a-z-]+) ([0-9.]+)%", row[1])]
        return found

    # Stage 2

    def benign_priors(self):
        """{cause: [ten percents]}."""
        found = {}
        for row in rows(section(self.benign, "## 5.", "## 6.")):
            if re.match(r"^[a-z][a-z0-9-]+$", row[0]) and len(row) == 11 and row[0] != "cause":
                found[row[0]] = [float(value) for value in row[1:]]
        return found

    def benign_columns(self):
        """{column code: cause}."""
        return {column: cause for cause, column in
                re.findall(r"^### \d+\. .*`([^`]+)` \(col ([A-Z0-9]+)\)", self.benign, re.M)}

    def benign_likelihoods(self):
        """({(feature, value): p for a cause that says nothing}, {(cause, feature, value): p})."""
        otherwise, found, columns = {}, {}, self.benign_columns()
        head = None
        for row in rows(section(self.benign, "## 6.", "## 7.")):
            if row[0] in ("finding", "finding = value"):
                head = row
                continue
            if head is None or len(row) != len(head) or not re.match(r"^[a-z]", row[0]):
                continue
            feature, _, value = row[0].partition(" = ")
            key = (feature, value or "yes")
            otherwise[key] = float(row[1])
            for column, cell in zip(head[2:], row[2:]):
                if cell:
                    found[(columns[column], *key)] = float(cell)
        return otherwise, found

    def feature_groups(self):
        """{feature: evidence group}."""
        text = section(self.benign, "## 1.", "## 2.")
        return {row[0]: row[3] for row in rows(text) if len(row) == 6 and row[1] in ("B", "C", "M", "N")}

    def group_weights(self):
        """{group: weight}."""
        text = section(self.benign, "## 4.", "## 5.")
        line = re.search(r"Group weights G: (.*?)\. All", text).group(1)
        return {name: float(weight) for name, weight in re.findall(r"([a-z]+) ([0-9.]+)", line)}

    def benign_cases(self):
        """[(number, who, yes features, {choice: value}, [(cause, share)])]."""
        found = []
        for row in rows(section(self.benign, "## 7.", "## 8.")):
            if row[0].isdigit():
                yes = [part.strip() for part in row[3].split(",")]
                choices = dict(part.strip().split("=") for part in row[4].split(","))
                top = [(name, float(share)) for name, share in re.findall(r"([a-z0-9-]+) (0\.\d+)", row[5])]
                found.append((row[0], row[2], yes, choices, top))
        return found

    # Survey

    def items(self):
        """{linkId: {step, type, requirement, flags, when, options}} in the order of the table."""
        found = {}
        for row in rows(section(self.survey, "## 2. Items", "## 3.")):
            name = code(row[0])
            if name is None or len(row) != 7 or name == "<list>-unsure":
                continue
            options, _, implicit = row[6].partition(" + ")
            found[name] = {"step": int(row[1]), "type": row[2], "requirement": row[3], "flags": row[4],
                           "when": code(row[5]),
                           "options": [part.strip() for part in options.split(",")],
                           "implicit": [part.strip() for part in implicit.split(",") if part.strip()]}
        return found

    def unsure_lists(self):
        """The lists that have a generated "which one are you not sure about?" item."""
        line = re.search(r"^\| `<list>-unsure`.*$", self.survey, re.M).group(0)
        return CODE.findall(line.split("lists:")[1])

    def findings(self):
        """{finding: {kind, derivation, notes}}."""
        found = {}
        for row in rows(section(self.survey, "## 3. Findings", "## 4.")):
            name = code(row[0])
            if name and len(row) == 6 and row[1] in ("bool", "single", "multi", "number"):
                found[name] = {"kind": row[1], **derivation(row[1], code(row[2])), "notes": row[5]}
        return found


def derivation(kind, text):
    """The parts of one derivation: `item`, `when`, or `values` with `otherwise`."""
    if text.startswith("= "):
        return {"item": text[2:].strip()}
    if kind == "bool":
        return {"when": text}
    values, otherwise = [], None
    for part in split_top(text):
        if part.startswith("else "):
            otherwise = part[5:]
            continue
        value, _, expression = part.partition(": ")
        expression, _, rest = expression.partition(" else ")
        values.append((value, expression))
        otherwise = rest or otherwise
    return {"values": values, "otherwise": otherwise}


def split_top(text):
    """Splits at semicolons outside of brackets."""
    parts, depth, current = [], 0, ""
    for sign in text:
        depth += (sign in "({") - (sign in ")}")
        if sign == ";" and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += sign
    return [*parts, current.strip()]


def given(text):
    """Key answers of a case: {finding: value | [values] | True}."""
    answers = {}
    for word in text.replace(";", " ").split():
        if ":" in word:
            name, value = word.split(":")
            answers.setdefault(name, []).append(value)
        elif "=" in word:
            name, value = word.split("=")
            answers[name] = int(value) if value.isdigit() else value
        else:
            answers[word] = True
    return answers


def section(text, start, end):
    """The part of `text` from the line that begins with `start` up to the one that begins with `end`."""
    begin = text.index("\n" + start)
    return text[begin:text.index("\n" + end, begin + 1)]


def cells(line):
    """The cells of one table row."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows(text):
    """The rows of every table in `text`, without the rulers."""
    return [cells(line) for line in text.splitlines()
            if line.startswith("|") and not re.match(r"^\|[-| ]+\|$", line)]


def code(cell):
    """The first piece of code in a cell."""
    match = CODE.search(cell)
    return match.group(1) if match else None
