#!/usr/bin/env python3
"""Compares what `jixiao convert` reads from documents with what careful readers wrote down.

    tools/golden.py PROGRAM DOCUMENTS GOLDEN [--list N]

DOCUMENTS: a folder of documents, their names begin with a key ("002_....txt"). GOLDEN: a folder with <key>.jsonl, one
project or department table a line. Prints per document and field how many values are equal, missing (a value there,
none here), different, or extra (none there, a value here), then the differences. Status 1 when there are any.
"""
import argparse
import json
import pathlib
import subprocess
import sys

FIELDS = {  # ours -> theirs
    "level1": "l1", "level2": "l2", "name": "l3", "relation": "op", "target": "value", "measure": "unit",
    "weight": "weight", "direction": "direction", "target_text": "target_text", "actual": "actual_text",
}
# Facts of a project; a golden file that says nothing about one is not compared.
FACTS = ["unit_code", "unit", "project", "budget", "executed", "goal", "goal_actual", "total"]


def plain(text):
    """Line ends of the goal cells do not matter."""
    return None if text is None else str(text).strip() or None


def golden_tables(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        table = json.loads(line)
        rows = table.get("indicators") or table.get("items") or []
        budget = table.get("budget") or {}
        yield {
            "department": table.get("project") is None,
            "unit_code": table.get("unit_code"), "unit": table.get("unit"), "project": table.get("project"),
            "budget": budget.get("amount"), "executed": budget.get("executed"),
            "goal": table.get("annual_goal"), "goal_actual": table.get("annual_actual"),
            "total": table.get("total"), "rows": [golden_row(row) for row in rows],
        }


def golden_row(row):
    result = {ours: row.get(theirs) for ours, theirs in FIELDS.items()}
    result["weight"] = row.get("weight") or row.get("max")
    result["claimed"] = row.get("score")
    if result["target_text"] is not None:  # relation, value and unit share a cell there: compared as printed
        result["relation"] = result["target"] = result["measure"] = None
    # What the cell itself holds where a reader restored it: either is right.
    result["either"] = {"level1": row["l1_literal"]} if "l1_literal" in row else {}
    result["either"].update({"level2": row["l2_literal"]} if "l2_literal" in row else {})
    return result


def our_tables(program, document):
    run = subprocess.run([program, "convert", str(document), "--to", "json"], stdout=subprocess.PIPE, check=False)
    conversion = json.loads(run.stdout)
    totals = {}
    for finding in conversion["findings"]:
        if finding["code"] == "total_agrees":
            totals[finding["where"]["row"]] = finding["arguments"][0]
    for project in conversion["projects"]:
        table = conversion["tables"][project["table"]]
        inside = [text for line, text in totals.items() if table["first_line"] <= line <= table["last_line"]]
        budget = project["budget"]
        yield {
            "form": project["form"], "department": project["form"].startswith("department"),
            "unit_code": project["unit_code"], "unit": project["unit"], "project": project["project"],
            "budget": budget["initial"] and budget["initial"]["text"],
            "executed": budget["executed"] and budget["executed"]["text"],
            "goal": project["goal"], "goal_actual": project["goal_actual"],
            "total": inside[-1] if inside else None,
            "rows": [our_row(row, project["fused_target"]) for row in project["rows"]],
        }


def our_row(row, fused):
    result = {ours: row.get(ours) for ours in FIELDS}
    result["target_text"] = row["target"] if fused else None
    result["target"] = None if fused else row["target"]
    result["claimed"] = row["claimed"]
    return result


def align(left, right):
    """Pairs the items of two lists by name, in order: longest common subsequence, the rest side by side."""
    count = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            count[i][j] = count[i + 1][j + 1] + 1 if left[i] == right[j] else max(count[i + 1][j], count[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif j == len(right) or (i < len(left) and count[i + 1][j] >= count[i][j + 1]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs


class Tally:
    def __init__(self):
        self.counts, self.differences = {}, []

    def compare(self, where, field, golden, ours, either=()):
        golden, ours = plain(golden), plain(ours)
        if golden == ours or (either and ours == plain(either[0])):
            kind = "equal"
        else:
            kind = "missing" if ours is None else "extra" if golden is None else "different"
            self.differences.append(f"{where}: {field}: {golden!r} there, {ours!r} here")
        self.counts.setdefault(field, dict.fromkeys(["equal", "missing", "different", "extra"], 0))[kind] += 1

    def project(self, golden, ours):
        name = golden["project"] or "(department)"
        for fact in FACTS:
            skip = (fact == "project" and golden["department"]) or (fact == "total" and not golden["department"])
            if not skip:
                self.compare(name, fact, golden[fact], ours[fact])
        pairs = align([row["name"] for row in golden["rows"]], [row["name"] for row in ours["rows"]])
        self.compare(name, "rows", len(golden["rows"]), len(ours["rows"]))
        for i, j in pairs:
            self.row(f"{name} row {(i if i is not None else j) + 1}", golden["rows"][i] if i is not None else None,
                     ours["rows"][j] if j is not None else None)

    def row(self, where, golden, ours):
        if golden is None or ours is None:
            self.differences.append(f"{where}: row only {'here' if golden is None else 'there'}: "
                                    f"{(golden or ours)['name']!r}")
        for field in [*FIELDS, "claimed"]:
            either = golden["either"] if golden else {}
            self.compare(where, field, golden and golden[field], ours and ours[field],
                         (either[field],) if field in either else ())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("documents", type=pathlib.Path)
    parser.add_argument("golden", type=pathlib.Path)
    parser.add_argument("--list", type=int, default=200, help="differences listed for a document")
    arguments = parser.parse_args()
    clean = True
    for path in sorted(arguments.golden.glob("*.jsonl")):
        documents = sorted(arguments.documents.glob(path.stem + "*"))
        if not documents:
            continue
        tally = Tally()
        golden, ours = list(golden_tables(path)), list(our_tables(arguments.program, documents[0]))
        key = lambda table: (table["department"], None if table["department"] else table["project"])
        for i, j in align([key(table) for table in golden], [key(table) for table in ours]):
            if i is not None and j is not None:
                tally.project(golden[i], ours[j])
            else:
                one = golden[i] if i is not None else ours[j]
                tally.compare("tables", "project", one["project"] if i is not None else None,
                              one["project"] if j is not None else None)
                tally.differences.append(f"project only {'there' if i is not None else 'here'}: {one['project']!r}, "
                                         f"{len(one['rows'])} rows")
        print(f"{documents[0].name}: {len(ours)} tables or projects of {len(golden)}, "
              f"{sum(len(table['rows']) for table in ours)} rows of {sum(len(table['rows']) for table in golden)}")
        print(f"  {'field':12} {'equal':>6} {'missing':>8} {'different':>10} {'extra':>6}")
        for field, counts in tally.counts.items():
            print(f"  {field:12} {counts['equal']:6} {counts['missing']:8} {counts['different']:10} {counts['extra']:6}")
        for text in tally.differences[:arguments.list]:
            print("    " + text)
        clean = clean and not tally.differences
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
