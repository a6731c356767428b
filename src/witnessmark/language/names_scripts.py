"""Names in Chinese, Arabic, Russian and Uyghur, only where a list, a title or a verb of speech makes them sure."""

import re
from collections.abc import Iterator
from typing import Final

_ZH_SURNAMES: Final = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习温"
_ZH_TITLES: Final = "发言人|大使|部长|主席|总统|总理|书记|局长|先生|女士|专员|秘书长|外长|主任|教授|律师|记者|省长|市长"
_ZH_SAYS: Final = "表示|说|指出|称|强调|认为|告诉|回应|宣布|否认"
_ZH_PERSON: Final = re.compile(
    rf"(?:(?:{_ZH_TITLES})(?P<a>[{_ZH_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:{_ZH_SAYS}|在|，|。|、|于|对|周|星期|\d|和))"
    rf"|(?<![\u4e00-\u9fff])(?P<b>[{_ZH_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:{_ZH_SAYS})))"
)
#: Kind → names known in these scripts; a longer name wins over one inside it.
_KNOWN: Final = {
    "place": "中国 新疆 新疆维吾尔自治区 北京 上海 喀什 和田 乌鲁木齐 阿克苏 伊犁 吐鲁番 西藏 香港 台湾 日内瓦 纽约 美国 英国 法国 德国 俄罗斯 土耳其 哈萨克斯坦 日本 "
    "乌克兰 叙利亚 伊朗 智利 加拿大 澳大利亚 الصين شينجيانغ تركستان_الشرقية بكين جنيف نيويورك الولايات_المتحدة بريطانيا فرنسا ألمانيا روسيا تركيا سوريا "
    "العراق إيران فلسطين غزة مصر السودان ليبيا اليمن لبنان الأردن كازاخستان أوكرانيا القاهرة بغداد دمشق بيروت Китай Китае Китая Синьцзян Синьцзяне Пекин "
    "Пекине Пекина Женева Женеве Нью-Йорк Нью-Йорке Россия России Москва Москве Украина Украине Украины США Турция Казахстан Казахстане Сирия Иран "
    "جۇڭگو خىتاي شىنجاڭ شەرقىي_تۈركىستان ئۈرۈمچى قەشقەر خوتەن ئاقسۇ غۇلجا تۇرپان بېيجىڭ جەنۋە ئامېرىكا تۈركىيە قازاقىستان نيۇ-يورك",
    "organisation": "联合国 联合国人权事务高级专员办事处 人权高专办 联合国人权办 外交部 国务院 公安部 安理会 安全理事会 人权理事会 中国共产党 人权观察 国际特赦组织 新华社 "
    "路透社 欧盟 世界维吾尔代表大会 الأمم_المتحدة مجلس_الأمن مجلس_حقوق_الإنسان منظمة_العفو_الدولية هيومن_رايتس_ووتش وزارة_الخارجية "
    "وزارة_الداخلية الاتحاد_الأوروبي مفوضية_الأمم_المتحدة_لحقوق_الإنسان رويترز الجزيرة ООН УВКПЧ МИД Совет_Безопасности Совет_по_правам_человека "
    "Организация_Объединенных_Наций Организации_Объединенных_Наций Хьюман_Райтс_Вотч Евросоюз Рейтер "
    "بىرلەشكەن_دۆلەتلەر_تەشكىلاتى ب_د_ت دۇنيا_ئۇيغۇر_قۇرۇلتىيى كىشىلىك_ھوقۇق_كېڭىشى تاشقى_ئىشلار_مىنىستىرلىكى خەلقئارا_كەچۈرۈم_تەشكىلاتى",
    "group": "维吾尔族 维吾尔人 维吾尔 哈萨克族 哈萨克人 回族 汉族 穆斯林 藏族 الإيغور الأويغور الأيغور الكازاخ المسلمون المسلمين уйгуры уйгуров уйгурам казахи казахов "
    "мусульмане мусульман ئۇيغۇر ئۇيغۇرلار ئۇيغۇرلارنىڭ قازاق قازاقلار مۇسۇلمان مۇسۇلمانلار تىبەت",
}
_KIND_OF: Final = {name.replace("_", " "): kind for kind, names in _KNOWN.items() for name in names.split()}
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def _listed() -> re.Pattern[str]:
    names = sorted(_KIND_OF, key=len, reverse=True)
    han = "|".join(name for name in names if _HAN.match(name))
    other = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names if not _HAN.match(name))
    return re.compile(rf"(?:{han})|(?<!\w)(?:و|ب|ل|في\s)?(?P<name>{other})(?!\w)")


_LISTED: Final = _listed()
_AR_PERSON: Final = re.compile(
    r"(?:الرئيس|الوزير|وزير الخارجية|السفير|السفيرة|السيد|السيدة|الدكتور|الدكتورة|الأمين العام|المفوض السامي|المفوضة السامية|المتحدث|المتحدثة|المحامي|الصحفي)"
    r"\s+(?P<name>(?!ال)[\u0621-\u064a]{2,}(?:\s(?!ال|في|من|على|إن|أن|قال|عن|إلى|مع)[\u0621-\u064a]{2,}|\s(?:بن|عبد)\s[\u0621-\u064a]{2,}|\sال[\u0621-\u064a]{3,}){1,2})"
)
_RU_NAME: Final = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_RU_PERSON: Final = re.compile(
    rf"(?<!\w)(?P<name>(?:[А-ЯЁ]\.\s?){{1,2}}{_RU_NAME}|{_RU_NAME}\s+(?:{_RU_NAME}\s+)?[А-ЯЁ][а-яё]+(?:ов|ова|овой|ев|ева|евой|ёв|ин|ина|иной|ский|ская|ского|ской|ым|ко|ян|швили|дзе|юк|ук|ич))(?!\w)"
    rf"|(?:господин|госпожа|президент|министр|посол|представитель|пресс-секретарь|адвокат)\w{{0,3}}\s+(?P<titled>{_RU_NAME}(?:\s{_RU_NAME})?)"
)
_UG_PERSON: Final = re.compile(
    r"(?P<name>[\u0621-\u06d5]{3,}(?:\s[\u0621-\u06d5]{3,})?)\s(?:ئەپەندى|ئەپەندىم|خانىم)(?:نىڭ|غا|دىن|نى)?(?!\w)"
)


def find_names_by_script(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of names in these scripts, in no order and perhaps overlapping."""
    if text.isascii():
        return
    if _HAN.search(text):
        yield from _people(_ZH_PERSON, text)
    if re.search("[\u0600-\u06ff]", text):
        yield from _people(_AR_PERSON, text)
        yield from _people(_UG_PERSON, text)
    if re.search("[\u0400-\u04ff]", text):
        yield from _people(_RU_PERSON, text)
    if re.search("[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]", text):
        for match in _LISTED.finditer(text):
            group = "name" if match["name"] else 0
            yield match.start(group), match.end(group), _KIND_OF[re.sub(r"\s", " ", match[group])]


def _people(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(text):
        group = str(match.lastgroup)
        yield match.start(group), match.end(group), "person"
