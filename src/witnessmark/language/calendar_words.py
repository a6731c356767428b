"""Names of months, weekdays, units and parts of time in the languages we read, as numbers."""

from typing import Final


def _numbered(rows: str, first: int) -> dict[str, int]:
    return {
        word.replace("_", " "): number
        for number, row in enumerate(rows.strip().splitlines(), start=first)
        for word in row.split()
    }


#: English months; abbreviations stand without their full stop.
MONTHS: Final = _numbered(
    """
    january jan
    february feb
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
    """,
    1,
)
WEEKDAYS: Final = _numbered(
    """
    monday mon
    tuesday tue tues
    wednesday wed
    thursday thu thur thurs
    friday fri
    saturday sat
    sunday sun
    """,
    0,
)
#: Russian months by the stem that all their cases share.
MONTHS_RU: Final = _numbered(
    "январ янв\nфеврал февр фев\nмарт мар\nапрел апр\nма\nиюн\nиюл\nавгуст авг\nсентябр сент сен\nоктябр "
    "окт\nноябр нояб\nдекабр дек",
    1,
)
WEEKDAYS_RU: Final = _numbered("понедельник\nвторник\nсред\nчетверг\nпятниц\nсуббот\nвоскресень", 0)
#: Arabic months: the Syriac names of the Levant and Iraq, the Latin ones of Egypt and the Gulf, the French of the
#: Maghreb.
MONTHS_AR: Final = _numbered(
    """
    يناير كانون_الثاني جانفي
    فبراير شباط فيفري
    مارس آذار اذار
    أبريل إبريل ابريل نيسان أفريل
    مايو أيار ايار ماي
    يونيو يونيه حزيران جوان
    يوليو يوليه تموز جويلية
    أغسطس اغسطس آب أوت غشت
    سبتمبر أيلول ايلول شتنبر
    أكتوبر اكتوبر تشرين_الأول تشرين_الاول
    نوفمبر تشرين_الثاني نونبر
    ديسمبر كانون_الأول كانون_الاول دجنبر
    """,
    1,
)
WEEKDAYS_AR: Final = _numbered("الاثنين الإثنين\nالثلاثاء\nالأربعاء الاربعاء\nالخميس\nالجمعة\nالسبت\nالأحد الاحد", 0)
MONTHS_FA: Final = _numbered(
    "ژانویه\nفوریه\nمارس\nآوریل\nمه\nژوئن\nژوئیه جولای\nاوت آگوست\nسپتامبر\nاکتبر\nنوامبر\nدسامبر", 1
)
MONTHS_TR: Final = _numbered("ocak\nşubat\nmart\nnisan\nmayıs\nhaziran\ntemmuz\nağustos\neylül\nekim\nkasım\naralık", 1)
WEEKDAYS_ZH: Final = {char: number for number, char in enumerate("一二三四五六")} | {"日": 6, "天": 6}
WEEKDAYS_UG: Final = _numbered("دۈشەنبە\nسەيشەنبە\nچارشەنبە\nپەيشەنبە\nجۈمە\nشەنبە\nيەكشەنبە", 0)

MONTH_NAMES: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY_NAMES: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
#: Unit of time → ISO 8601 duration designator ("T" parts marked so); weekend and fortnight have none of their own.
UNITS: Final = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "D",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
