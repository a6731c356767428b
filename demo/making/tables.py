"""The lawyer's mail with its table of petitions, and the workbook of the Statistics Committee."""

import csv
import datetime as dt
import io
import random
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import openpyxl

from making.documents import fixed_zip

HERE = Path(__file__).resolve().parent
_MARK = "Учебное упражнение — вымысел (TRAINING EXERCISE — invented)"
#: Petitions that the District Court answered, by number; the other 27 of the 31 were not.
_ANSWERED = {3: "2031-04-14", 9: "2031-04-14", 17: "2031-05-05", 22: "2031-05-19"}
#: Enrolments by quarter: quarter, all, Ulqari. The yearly sums are those of the published page.
_QUARTERS = (
    ("2029 IV", 3412, 3105), ("2030 I", 1288, 1170), ("2030 II", 1403, 1281), ("2030 III", 1534, 1392),
    ("2030 IV", 1645, 1498), ("2031 I", 2946, 2681),
)  # fmt: skip


def petitions_mail(out: Path) -> None:
    """Write the lawyer's letter as a mail with a CSV attachment, quoted-printable and with a fixed boundary."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Ilse Marrenko <i.marrenko@advocates-merizan.example>"
    message["To"] = "Office of the Ulqar Basin Inquiry <registry@ulqar-inquiry.example>"
    message["Date"] = "Wed, 18 Jun 2031 17:22:41 +0500"
    message["Message-ID"] = "<20310618.1722.a31@advocates-merizan.example>"
    message["Subject"] = "Petitions to the District Court of Varqent – list (TRAINING EXERCISE — invented)"
    message["X-Training-Exercise"] = "invented"
    message.set_content((HERE / "mail_body.txt").read_text(encoding="utf-8"), cte="quoted-printable")
    message.add_attachment(_petitions(), maintype="text", subtype="csv", filename="petitions-2031.csv")
    message.set_boundary("=_invented_0618")
    out.write_bytes(message.as_bytes())


def _petitions() -> bytes:
    held, days = io.StringIO(), random.Random(31)  # noqa: S311 -- filing days, no secret
    rows = csv.writer(held)
    rows.writerow(["petition", "village", "filed", "answered", "answer"])
    first = dt.date(2031, 3, 24)
    offsets = [0, *sorted(days.randrange(1, 67) for _ in range(29)), 67]
    for number, offset in enumerate(offsets, start=1):
        filed = first + dt.timedelta(days=offset // 3 if number in _ANSWERED else offset)
        village = "Oymaghat" if number % 5 == 0 else "Tewrash"
        answered = _ANSWERED.get(number, "")
        rows.writerow([number, village, filed, answered, "no competence" if answered else ""])
    rows.writerow(["TRAINING EXERCISE - invented", "", "", "", ""])
    return held.getvalue().encode()


def statistics_workbook(out: Path) -> None:
    """Write the annex of the Statistics Committee: enrolments by quarter, with a sum that holds."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Слушатели"
    sheet.append(["Квартал", "Слушателей", "из них улкарцев"])
    for row in _QUARTERS:
        sheet.append(row)
    sheet.append(["Всего", sum(row[1] for row in _QUARTERS), sum(row[2] for row in _QUARTERS)])
    sheet.append([_MARK])
    book.properties.title = _MARK
    book.properties.creator = "Комитет по статистике (вымысел)"
    book.properties.created = dt.datetime(2031, 4, 30, 9, 0, tzinfo=dt.UTC).replace(tzinfo=None)
    held = io.BytesIO()
    book.save(held)
    out.write_bytes(fixed_zip(held.getvalue()))
