"""Generated news: stories with figures, names and days, retold in other words and in other languages. All invented."""

from random import Random

_NAMES = {
    "Marek": ("Марек", "مارك"), "Dolgan": ("Долган", "دولغان"), "Hasrin": ("Хасрин", "هاسرين"), "Tolvan": ("Толван", "تولفان"),
    "Bekrit": ("Бекрит", "بكريت"), "Sandor": ("Сандор", "ساندور"), "Velkan": ("Велкан", "فلكان"), "Norbel": ("Норбел", "نوربل"),
    "Gurtan": ("Гуртан", "غورتان"), "Mirdal": ("Мирдал", "ميردال"), "Kostrin": ("Кострин", "كوسترين"), "Lendar": ("Лендар",
    "لندار"),
    "Barsek": ("Барсек", "بارسك"), "Tegmar": ("Тегмар", "تغمار"), "Rundal": ("Рундал", "روندال"), "Sermak": ("Сермак", "سرماك"),
}  # fmt: skip
_MONTHS = (
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
)
_RU = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_AR = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
#: For each language, sentences that carry the figures, in which the words around them are drawn anew for each telling.
_WHO = {
    "en": ("guards", "soldiers", "men in grey coats", "officers", "riders", "foremen", "wardens", "policemen", "watchmen",
    "drivers"),
    "ru": ("охранники", "солдаты", "люди в сером", "офицеры", "всадники", "мастера", "надзиратели", "полицейские", "сторожа",
    "водители"),
    "ar": ("الحراس", "الجنود", "رجال بمعاطف رمادية", "الضباط", "الفرسان", "المراقبون", "السجانون", "رجال الشرطة", "الخفراء",
    "السائقون"),
}  # fmt: skip
_DID = {
    "en": ("led away", "drove off", "marched out", "called out", "loaded onto carts", "counted and took", "sent down the road",
    "moved"),
    "ru": ("увели", "увезли", "вывели", "вызвали", "погрузили на телеги", "пересчитали и забрали", "отправили по дороге",
    "перевели"),
    "ar": ("اقتادوا", "نقلوا", "أخرجوا", "استدعوا", "حملوا على عربات", "عدوا وأخذوا", "أرسلوا على الطريق", "رحلوا"),
}  # fmt: skip
_WHERE = {
    "en": ("the old mill", "a hall", "the brick works", "the school", "a barn", "the station", "the market", "a store",
    "the yard", "a club"),
    "ru": ("старой мельницы", "зала", "кирпичного завода", "школы", "сарая", "станции", "рынка", "склада", "двора", "клуба"),
    "ar": ("الطاحونة القديمة", "القاعة", "معمل الطوب", "المدرسة", "الحظيرة", "المحطة", "السوق", "المخزن", "الساحة", "النادي"),
}  # fmt: skip
_TELLS = {
    "en": ("a clerk", "a nurse", "one baker", "two drivers", "a teacher", "the ferryman", "a cook", "one widow", "a tailor",
    "a porter"),
    "ru": ("служащий", "медсестра", "пекарь", "два водителя", "учитель", "паромщик", "повар", "вдова", "портной", "носильщик"),
    "ar": ("كاتب", "ممرضة", "خباز", "سائقان", "معلم", "صاحب العبارة", "طباخ", "أرملة", "خياط", "حمال"),
}  # fmt: skip
_AFTER = {
    "en": ("snow", "rain", "fog", "silence", "a fair", "a funeral", "the harvest", "a strike", "a flood", "a wedding",
    "the thaw", "a fire"),
    "ru": ("снега", "дождя", "тумана", "тишины", "ярмарки", "похорон", "жатвы", "забастовки", "паводка", "свадьбы", "оттепели",
    "пожара"),
    "ar": ("الثلج", "المطر", "الضباب", "الصمت", "المعرض", "الجنازة", "الحصاد", "الإضراب", "الفيضان", "العرس", "ذوبان الجليد",
    "الحريق"),
}  # fmt: skip
_FORMS = {
    "en": (
        ("On {d} {m} 2031 {who} {did} {x} people from {where} in {a}.",
        "In {a} {x} people left {where} on {d} {m} 2031 when {who} came."),
        ("{p} of them were women, said {tells} in {b}.", "There were {p} women, {tells} from {b} recalls.",
        "{tells} of {b} saw {p} women."),
        ("{q} came there before {after}.", "Since {after}, {q} had lived there.", "Another {q} had been brought before {after}."),
        ("A list in {c} holds {y} names.", "In {c} {tells} keeps {y} names in a book.", "{y} names stand on a wall in {c}."),
        ("For {z} days after {after} nobody worked.", "The works stood still for {z} days.", "{z} days passed without {after}."),
    ),
    "ru": (
        ("{d} {m} 2031 года {who} {did} {x} человек из {where} в посёлке {a}.",
        "В посёлке {a} {who} {d} {m} 2031 года {did} {x} человек."),
        ("Среди них было {p} женщин, говорит {tells} из города {b}.", "{tells} из города {b} видел {p} женщин."),
        ("{q} жили там до {after}.", "Ещё {q} привезли после {after}."),
        ("В списке в городе {c} {y} имён.", "В городе {c} {tells} хранит {y} имён."),
        ("После {after} {z} дней никто не работал.", "Работы стояли {z} дней."),
    ),
    "ar": (
        ("في {d} {m} 2031 {who} {did} {x} شخصا من {where} في {a}.", "في {a} {who} {did} {x} شخصا في {d} {m} 2031."),
        ("كان بينهم {p} امرأة، كما قال {tells} من {b}.", "رأى {tells} من {b} {p} امرأة."),
        ("وصل {q} قبل {after}.", "وكان {q} هناك منذ {after}."),
        ("في {c} قائمة فيها {y} اسما.", "يحفظ {tells} في {c} {y} اسما."),
        ("بعد {after} توقف العمل {z} يوما.", "توقف العمل {z} يوما."),
    ),
}  # fmt: skip


def stories(count: int, *, seed: int = 11) -> list[tuple[str, str, str]]:
    """Return (story, language, text): each story in one to five tellings; two stories may share places, never their figures."""
    random = Random(seed)
    rows = []
    for number in range(count):
        names = random.sample(sorted(_NAMES), 3)
        figures = {
            "d": random.randrange(1, 28), "x": random.randrange(40, 900), "p": random.randrange(11, 39),
            "q": random.randrange(40, 99),
            "y": random.randrange(100, 999), "z": random.randrange(12, 60),
        }  # fmt: skip
        month = random.randrange(12)
        first = _telling(random, "en", names, figures, month)
        told = [("en", first)]
        told += [("en", first + " It was told in the street.")] if random.random() < 0.3 else []
        for language in ("en", "en", "ru", "ar"):
            told += [(language, _telling(random, language, names, figures, month))] if random.random() < 0.4 else []
        rows += [(f"story {number}", language, text) for language, text in told]
    random.shuffle(rows)
    return rows


def _telling(random: Random, language: str, names: list[str], figures: dict[str, int], month: int) -> str:
    """One telling of a story: its figures, names and day, every other word drawn."""
    place = {"en": 0, "ru": 0, "ar": 1}[language]
    called = names if language == "en" else [_NAMES[name][place] for name in names]
    months = {"en": _MONTHS, "ru": _RU, "ar": _AR}[language]
    lines = []
    for forms in _FORMS[language]:
        drawn = {
            name: random.choice(words[language])
            for name, words in (("who", _WHO), ("did", _DID), ("where", _WHERE), ("tells", _TELLS), ("after", _AFTER))
        }
        line = random.choice(forms).format(**dict(zip("abc", called, strict=True)), **figures, **drawn, m=months[month])
        lines.append(line[:1].upper() + line[1:])
    return " ".join(lines)
