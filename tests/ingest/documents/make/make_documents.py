#!/usr/bin/env python3
"""Makes the documents in tests/data/documents/ from the tables beside them, with the programs people use.

Needs python-docx, openpyxl, LibreOffice (soffice), Chromium and poppler-utils (pdftotext). The made files are
committed: run this only to add one or to see how they came about. Cells of the tables say "<" when the cell to
the left reaches over them and "^" when the one above does.

  make_documents.py            everything
  make_documents.py NAME...    only the files whose names begin so
"""
import csv
import datetime
import html
import os
import shutil
import subprocess
import sys
import tempfile

import docx
import openpyxl
from docx.shared import Cm
from openpyxl.styles import Alignment, Border, Side

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.normpath(os.path.join(HERE, "../../../data/documents"))
TABLES = ["self-evaluation", "targets"]


def read(name):
    with open(os.path.join(DATA, name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def spans(rows):
    """(row, column, rows, columns, text) of every cell that no other covers."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in "<^" and text:
                continue
            wide = 1
            while c + wide < len(row) and row[c + wide] == "<":
                wide += 1
            high = 1
            while r + high < len(rows) and rows[r + high][c] == "^":
                high += 1
            yield r, c, high, wide, text


def make_xlsx(name, path):
    rows = read(name)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评表"
    thin = Side(style="thin")
    for r, c, high, wide, text in spans(rows):
        cell = sheet.cell(r + 1, c + 1, text or None)
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if high > 1 or wide > 1:
            sheet.merge_cells(start_row=r + 1, start_column=c + 1, end_row=r + high, end_column=c + wide)
    for row in sheet.iter_rows(1, len(rows), 1, len(rows[0])):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for column in range(len(rows[0])):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].width = 18
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    book.save(path)


def make_values(path):
    """Numbers, percentages and dates as people format them, and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "数值"
    values = [
        ("出动次数", 5, "General"), ("合格率", 0.985, "0.0%"), ("完成率", 1, "0%"),
        ("支出", 1992.21, "#,##0.00"), ("完成时间", datetime.date(2023, 12, 31), "yyyy-mm-dd"),
        ("开工", datetime.date(2023, 3, 1), 'yyyy"年"m"月"'), ("设备", 12, '0"台"'), ("面积", 0.58, "General"),
        ("很小", 0.00012, "General"), ("验收", datetime.datetime(2023, 6, 1, 8, 30), "yyyy-mm-dd hh:mm"),
        ("编号", "007", "@"), ("前后", " 甲  乙 ", "@"), ("换行", "甲\n乙", "@"),
    ]
    for i, (name, value, form) in enumerate(values):
        sheet.cell(i + 1, 1, name)
        cell = sheet.cell(i + 1, 2, value)
        cell.number_format = form
    hidden = book.create_sheet("草稿")
    hidden["A1"] = "不要读取"
    hidden.sheet_state = "hidden"
    second = book.create_sheet("第二张")
    second["C3"] = "末尾"
    book.save(path)


def make_docx(name, path):
    rows = read(name)
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(1.5))
    document.add_heading("绩效目标自评表", level=1)
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    cells = [row.cells for row in table.rows]
    for r, c, high, wide, text in spans(rows):
        cell = cells[r][c]
        if high > 1 or wide > 1:
            cell = cell.merge(cells[r + high - 1][c + wide - 1])
        lines = text.split("\n")
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    for row in table.rows:  # a row that a page cuts is two in print
        row._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:cantSplit"))
    document.add_paragraph("填表说明：无")
    document.save(path)


def make_html(name, path, encoding="utf-8", declared="utf-8"):
    rows = read(name)
    cells = {(r, c): (high, wide, text) for r, c, high, wide, text in spans(rows)}
    out = [f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}">',
           "<title>绩效</title><style>table{border-collapse:collapse;font:8pt 'WenQuanYi Zen Hei'}"
           "td{border:1px solid black;padding:2pt;vertical-align:top}tr{page-break-inside:avoid}"
           "@page{size:A4 landscape;margin:15mm}</style></head>",
           "<body><h1>绩效目标自评表</h1><table>"]
    for r, row in enumerate(rows):
        out.append("<tr>")
        for c in range(len(row)):
            if (r, c) in cells:
                high, wide, text = cells[r, c]
                span = (f' rowspan="{high}"' if high > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
                out.append(f"<td{span}>{html.escape(text).replace(chr(10), '<br>')}</td>")
        out.append("</tr>")
    out.append("</table><p>填表说明：无</p></body></html>")
    with open(path, "w", encoding=encoding, newline="\n") as file:
        file.write("\n".join(out))


def soffice(source, target_format, path):
    """Converts `source` with LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                        target_format, "--outdir", folder, source], check=True, capture_output=True)
        made = [name for name in os.listdir(folder) if name != "profile"]
        shutil.copyfile(os.path.join(folder, made[0]), path)


def chromium(source, path, dump=False):
    """Prints a page to PDF, or writes the page as the browser understood it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"]
        action = ["--dump-dom"] if dump else ["--no-pdf-header-footer", "--print-to-pdf=" + path]
        done = subprocess.run(command + action + ["file://" + source], check=True, capture_output=True)
        if dump:
            with open(path, "wb") as file:
                file.write(done.stdout)


def flat(name):
    """The table without cells merged downwards, as a table of its own."""
    rows = read(name)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "^":
                row[c] = rows[r - 1][c] if rows[r - 1][c] != "<" else "<"
    flat_csv = os.path.join(DATA, name + "-flat.csv")
    with open(flat_csv, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main():
    wanted = sys.argv[1:]
    work = tempfile.mkdtemp()

    def make(file, how, *arguments):
        if not wanted or any(file.startswith(each) for each in wanted):
            path = os.path.join(DATA, file)
            how(*arguments, path)
            print(file, os.path.getsize(path))

    def at(file):
        return os.path.join(DATA, file)

    for name in TABLES:
        make(f"{name}-openpyxl.xlsx", make_xlsx, name)
        make(f"{name}-python.docx", make_docx, name)
        make(f"{name}-libreoffice.ods", soffice, at(f"{name}-openpyxl.xlsx"), "ods")
        make(f"{name}-libreoffice.docx", soffice, at(f"{name}-python.docx"), "docx:MS Word 2007 XML")
        make(f"{name}-libreoffice.odt", soffice, at(f"{name}-python.docx"), "odt")
        make(f"{name}-libreoffice.html", soffice, at(f"{name}-openpyxl.xlsx"), "html")
        page = os.path.join(work, name + ".html")
        make_html(name, page)
        make(f"{name}-chromium.html", lambda source, path: chromium(source, path, dump=True), page)
    name = "self-evaluation"
    page = os.path.join(work, name + ".html")
    make_html(name, page)
    make(f"{name}-chromium.pdf", chromium, page)
    make(f"{name}-libreoffice.pdf", soffice, at(f"{name}-python.docx"), "pdf")
    page = os.path.join(work, "targets.html")
    make_html("targets", page)
    make("targets-chromium.pdf", chromium, page)
    # Where pages cut merged cells anywhere, it takes a table without them to know what must come out.
    flat("targets")
    document = os.path.join(work, "flat.docx")
    make_docx("targets-flat", document)
    make("targets-flat-libreoffice.pdf", soffice, document, "pdf")
    # Chinese governments declare gb2312 and write characters that only GBK has.
    make("self-evaluation-gbk.html",
         lambda path: make_html("self-evaluation", path, encoding="gbk", declared="gb2312"))
    make("values-openpyxl.xlsx", make_values)
    make("values-libreoffice.ods", soffice, at("values-openpyxl.xlsx"), "ods")
    make("self-evaluation-libreoffice.xls", soffice, at("self-evaluation-openpyxl.xlsx"), "xls")
    make("self-evaluation-libreoffice.doc", soffice, at("self-evaluation-python.docx"), "doc")


if __name__ == "__main__":
    main()
