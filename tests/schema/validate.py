#!/usr/bin/env python3
"""Runs the program and validates everything that comes out against docs/schema/."""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
CASES = [
    ("evaluation", ["score", "examples/self-evaluation-2021", "--format", "json", "--exact"], False),
    ("evaluation", ["score", "examples/completed-2023", "--format", "json"], False),
    ("evaluation", ["score", "examples/budget-targets-2023", "--format", "json", "--detail", "projects"], False),
    ("evaluation", ["score", "examples/department-form-2021", "--format", "json", "--detail", "departments"], False),
    ("evaluation-line", ["score", "examples/completed-2023", "--format", "jsonl"], True),
    ("findings", ["check", "examples/budget-targets-2023/projects.csv", "--format", "json"], False),
    ("explanation", ["explain", "examples/completed-2023/completed.csv", "--project", "日常公用经费", "--format", "json", "--as-of", "6"], False),
    ("explanation", ["explain", "tests/data/tables/distances.csv", "--project", "演示", "--format", "json"], False),
    ("conversion", ["convert", "tests/data/extracts", "--to", "json", "--account"], False),
    ("conversion", ["convert", "examples/completed-2023/completed.csv", "--to", "json"], False),
    ("rules", ["rules", "list", "--format", "json"], False),
    ("pack-checks", ["rules", "check", "--format", "json"], False),
    ("pack-checks", ["rules", "check", "tests/malformed/packs/unknown-key.yaml", "--format", "json"], False),
    ("pack-tests", ["rules", "test", "--format", "json"], False),
    ("pack-coverage", ["rules", "coverage", "hubei", "india-rfd", "zhejiang", "tests/data/packs/failing-tests.yaml", "--format", "json"], False),
    ("pack-difference", ["rules", "diff", "mof-2020", "integrated-budget", "--over", "examples/completed-2023", "--format", "json"], False),
    ("pack-difference", ["rules", "diff", "base", "india-rfd", "--format", "json"], False),
    ("pack-mutation", ["rules", "mutate", "hubei", "integrated-budget", "tests/data/packs/failing-tests.yaml", "--format", "json"], False),
    ("evaluation", ["score", "examples/completed-2023", "--format", "json", "--as-of", "6"], False),
    ("rule-pack", ["rules", "show", "mof-2020", "--format", "json"], False),
    ("reading", ["parse", "target", "≥95%", "2023年12月底前", "20~100个", "5 个，每个给予 13 万元研究经费，共计 65 万元", ""], True),
    ("reading", ["parse", "actual", "完成", "控制在50万元以内", "3.6万余次", "--name", "完成时间1-12月", "--year", "2021"], True),
    ("number", ["parse", "number", "7万5千4百", "三分之一", "不是数"], True),
    ("vocabulary-report", ["parse", "--report", "tests/data/words", "tests/data/extracts", "--format", "json"], False),
    ("row", ["parse", "row", "产出指标 | 数量指标 | 科目调整次数 | ≤ | 5 | 次 | 20 | 反向指标"], True),
]

failed = 0
for name, arguments, lines in CASES:
    schema = json.loads((root / "docs/schema" / f"{name}.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    run = subprocess.run([program, *arguments], cwd=root, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    documents = run.stdout.splitlines() if lines else [run.stdout]
    refused = "malformed" in " ".join(arguments)
    if run.returncode not in ((3,) if refused else (0, 1)) or not documents:
        failed += 1
        print(f"jixiao {' '.join(arguments)}: status {run.returncode}, {len(documents)} documents\n{run.stderr}")
    for document in documents:
        for error in validator.iter_errors(json.loads(document)):
            failed += 1
            print(f"jixiao {' '.join(arguments)}: {error.json_path}: {error.message[:300]}")
# What authors write: the schema is for their editors, so it must accept whatever the program accepts.
FILES = [("rule-pack-file", "rules/packs/*.yaml"), ("rule-pack-file", "rules/templates/*.yaml"), ("rule-pack-file", "examples/rule-pack/*.yaml"),
         ("judgements", "examples/**/judgements*.yaml")]
checked = 0
for name, pattern in FILES:
    validator = jsonschema.Draft202012Validator(json.loads((root / "docs/schema" / f"{name}.schema.json").read_text()))
    for path in sorted(root.glob(pattern)):
        checked += 1
        for error in validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
            failed += 1
            print(f"{path}: {error.json_path}: {error.message[:300]}")
refused = yaml.load("{pack: p, title: t, score: [{id: a, shares: x}]}", Loader=yaml.BaseLoader)
validator = jsonschema.Draft202012Validator(json.loads((root / "docs/schema/rule-pack-file.schema.json").read_text()))
if validator.is_valid(refused):
    failed += 1
    print("rule-pack-file: accepts a rule with an unknown key")
if checked < 17:
    failed += 1
    print(f"only {checked} files were found to check")
print(f"{len(CASES)} outputs, {checked} files, {failed} violations")
sys.exit(1 if failed else 0)
