#!/usr/bin/env python3
"""What a careful person would write instead: csv and fractions from the standard library.

python_fraction.py FILE > projects.csv

Scores every indicator of a generated table by the rules of mof-2020 (met, actual/target, target/actual, tier intervals
for levels, [0, weight] for what cannot be read), rounds half up at the indicator, adds the execution score, rolls
departments up by budget, and writes one line a project: unit, project, low, high.
"""
import csv
import sys
from fractions import Fraction

TIERS = {"高": (Fraction(4, 5), Fraction(1)), "中": (Fraction(3, 5), Fraction(4, 5)), "低": (Fraction(0), Fraction(3, 5))}


def round2(value):
    """Half up to hundredths."""
    scaled = value * 100
    whole = scaled.numerator // scaled.denominator
    return Fraction(whole + (1 if scaled - whole >= Fraction(1, 2) else 0), 100)


def hundredths(value):
    """A sum of rounded scores as text, without going through floating point."""
    cents = int(value * 100)
    return f"{cents // 100}.{cents % 100:02d}"


def number(text):
    text = text.rstrip("%")
    whole, point, decimals = text.partition(".")
    if not (whole.isascii() and whole.isdigit() and (not point or (decimals.isascii() and decimals.isdigit()))):
        return None
    return Fraction(text)


def share(row):
    if row["指标性质"] == "定性":
        return TIERS.get(row["实际完成值"], (Fraction(0), Fraction(1)))
    target, actual = number(row["指标值"]), number(row["实际完成值"])
    if target is None or actual is None:
        return Fraction(0), Fraction(1)
    if row["指标性质"] == "≥":
        ratio = Fraction(1) if actual >= target else actual / target
    else:
        ratio = Fraction(1) if actual <= target else target / actual
    return ratio, ratio


def main():
    departments = {}
    projects = {}
    order = []
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = row["项目编码"]
            project = projects.get(key)
            if project is None:
                budget = Fraction(row["年初预算数（万元）"])
                execution = round2(10 * min(Fraction(1), Fraction(row["预算执行数（万元）"]) / budget))
                project = projects[key] = [row["单位代码"], key, budget, execution, execution, Fraction(10)]
                order.append(project)
            weight = Fraction(row["权重"])
            low, high = share(row)
            project[3] += round2(low * weight)
            project[4] += round2(high * weight)
            project[5] += weight
    out = csv.writer(sys.stdout, lineterminator="\n")
    for unit, key, budget, low, high, points in order:
        if points != 100:  # the last project of a table may be cut off: re-based
            low, high = round2(low * 100 / points), round2(high * 100 / points)
        out.writerow([unit, key, hundredths(low), hundredths(high)])
        total = departments.setdefault(unit, [Fraction(0), Fraction(0), Fraction(0)])
        total[0] += budget
        total[1] += low * budget
        total[2] += high * budget
    for unit, (budget, low, high) in departments.items():
        print(unit, round2(low / budget), round2(high / budget), file=sys.stderr)


main()
