"""Words next to which a quotation must not be cut unseen: negations, conditions, hedges, bounds, contrasts."""

from typing import Final, Literal

CueKind = Literal["negation", "hedge", "condition", "bound", "contrast"]

#: Cues of languages that put spaces between words, lower case, apostrophes plain. One table for all languages: a cue is
#: asked for only beside a cut, and a word of one of these languages that is a cue in another is rare there.
_SPACED: Final[dict[CueKind, tuple[str, ...]]] = {
    "negation": (
        "not no never nor neither without cannot hardly nobody nothing none non-existent false denied deny denies",
        "denying doubt doubts doubted refused rejects rejected fails failed minus negative",
        "ne pas jamais sans aucun aucune ni nie dément",
        "nunca jamás sin ningún ninguna tampoco niega negó",
        "değil yok hiç asla olmadan",
        "не ни нет без никогда никто ничего нельзя отрицает отрицал отрицают минус",
        "لا لم لن ليس ليست ليسوا لست غير بدون دون بلا عدم نفى نفت ينفي تنفي سالب",
        "نه نیست نیستند بدون هرگز هیچ تکذیب",
        "ئەمەس يوق ھەرگىز ھېچ ھېچقانداق ياق",
    ),
    "hedge": (
        "may might could would should perhaps possibly probably maybe allegedly alleged reportedly purportedly",
        "purported supposedly supposed apparently likely unlikely potentially potential presumably seemingly so-called",
        "suspected claimed claims rumoured rumored unconfirmed unverified appears appeared seems seemed suggests suggested",
        "peut peuvent pourrait pourraient peut-être présumé présumée présumés présumées prétendu prétendue soi-disant",
        "puede pueden podría podrían quizá quizás presunto presunta presuntos presuntas",
        "supuesto supuesta supuestamente",
        "belki sözde olabilir muhtemelen güya",
        "может могут мог могли возможно вероятно якобы предположительно кажется видимо бы мол дескать подозрению",
        "قد ربما يزعم تزعم زعم زعمت مزعوم مزعومة المزعوم المزعومة مزاعم يحتمل محتمل محتملة يبدو مفترض المفترض يقال",
        "شاید ممکن گویا ظاهرا ظاهراً احتمالا احتمالاً مدعی ادعا ادعایی",
        "بەلكىم مۇمكىن ئاتالمىش ئېھتىمال گويا ئىمىش",
    ),
    "condition": (
        "if unless provided providing only until whether except excepting excluding assuming pending barring",
        "conditional conditionally contingent depending insofar theoretically nominally",
        "si s'il s'ils sauf sinon pourvu hormis excepté théoriquement",
        "salvo excepto mientras pendiente teóricamente",
        "eğer yoksa hariç sürece şartıyla koşuluyla kaydıyla haricinde takdirde",
        "если кроме помимо лишь только разве исключая теоретически формально условно",
        "إذا لو إلا سوى شريطة شرط بشرط باستثناء عدا خلا رهنا رهن طالما بانتظار مبدئيا نظريا",
        "اگر مگر مشروط منوط جز بجز اصولا",
        "ئەگەر پەقەت شەرتى شەرت باشقا مۇستەسنا تەقدىردە ئەھۋالدا پرىنسىپتا",
    ),
    "bound": (
        "about around approximately nearly almost over under roughly fewer less more up",
        "environ presque",
        "unos unas cerca casi aproximadamente",
        "yaklaşık",
        "около примерно почти более менее свыше до",
        "حوالي نحو قرابة زهاء",
        "حدود تقریبا تقریباً حداقل حداکثر",
        "تەخمىنەن",
    ),
    "contrast": (
        "but however although though despite yet whereas nevertheless alone",
        "mais cependant toutefois pourtant",
        "pero aunque sino",
        "ama ancak fakat lakin",
        "но однако хотя зато",
        "لكن ولكن لكنه لكنها لكنهم ولكنه ولكنها بيد رغم",
        "اما ولی لیکن هرچند",
        "لېكىن بىراق ئەمما ھالبۇكى",
    ),
}
#: Cues of several words; `_SPACED` cannot hold them.
_PHRASES: Final[dict[CueKind, tuple[str, ...]]] = {
    "negation": (
        "not the case that", "no longer", "far from", "anything but", "rather than", "instead of", "no evidence", "in no way",
    ),
    "hedge": (
        "in the context of", "in context of", "it is said", "is said to", "are said to", "was said to", "were said to",
        "on suspicion of", "accused of", "en el contexto de", "dans le contexte de", "в контексте", "так называемый",
        "так называемая", "так называемые", "так называемых", "ما يسمى", "ما يسمون", "ما تسمى", "في سياق", "من المحتمل",
        "به اصطلاح", "iddiaya göre", "iddia edilen",
    ),
    "condition": (
        "only if", "as long as", "so long as", "in case", "provided that", "on condition", "on the condition",
        "other than", "apart from", "aside from", "save for", "with the exception", "in principle", "in theory",
        "in the event", "to the extent", "in so far as", "as far as", "in certain cases", "in some cases",
        "when possible", "where possible", "depends on", "but for", "but only", "subject to",
        "à condition", "sous réserve", "sous condition", "à moins", "à l'exception", "à l'exclusion", "en principe",
        "en théorie", "tant que", "au cas où", "en cas", "dans la mesure", "dans certains cas", "en attendant",
        "dans l'attente", "autre que", "autres que",
        "a menos que", "sujeto a", "sujeta a", "sujetos a", "sujetas a", "con sujeción", "siempre que", "siempre y cuando",
        "a condición", "con la condición", "a reserva", "a excepción", "con excepción", "con la excepción",
        "en principio", "en teoría", "a la espera", "hasta que", "aparte de", "en caso", "con tal",
        "при условии", "в случае", "за исключением", "в принципе", "в зависимости", "до тех пор", "впредь до", "в ожидании",
        "при наличии", "с оговоркой", "с согласия", "с разрешения", "при согласии", "на бумаге",
        "ما لم", "ما عدا", "في حال", "في حالة", "من حيث المبدأ", "حتى إشعار", "في انتظار", "ما دام", "ما دامت",
        "به شرط", "به استثنای", "به جز", "تا زمانی", "در صورتی", "در صورت", "ilke olarak",
        "شەرتى بىلەن", "پرىنسىپ جەھەتتىن",
    ),
    "bound": (
        "up to", "at least", "at most", "more than", "less than", "fewer than", "as many as", "as few as",
        "no more than",
        "no fewer than", "or more", "or less", "or fewer", "some of", "au moins", "au plus", "plus de", "moins de",
        "jusqu'à", "près de", "al menos",
        "más de", "menos de", "cerca de", "en az", "en fazla", "не менее", "не более", "как минимум", "по меньшей мере",
        "более чем", "على الأقل", "على الاقل", "ما لا يقل عن", "ما يصل إلى", "أكثر من", "أقل من", "ما يقرب من",
        "دست کم", "بیش از", "كەم دېگەندە", "ئاز دېگەندە",
    ),
    "contrast": (
        "even though", "on the other hand", "at the same time", "sin embargo", "غير أن", "إلا أن", "مع ذلك",
        "با این حال",
    ),
}  # fmt: skip
#: Cues of Chinese, which stand without spaces.
_CHINESE: Final[dict[CueKind, tuple[str, ...]]] = {
    "negation": ("不 没 沒 未 无 無 非 否 勿 别 并未 并非 从未 从不 没有 沒有 否认 否認 绝不 不是 拒绝 负",),
    "hedge": (
        "可能 也许 也許 或许 或許 据称 據稱 据说 據說 据报 涉嫌 疑似 所谓 所謂 似乎 恐怕 大概 传闻 声称 聲稱 指称 指控",
        "被指 会否 是否",
    ),
    "condition": (
        "如果 假如 若 倘若 除非 只有 只要 要是 除 除了 除外 例外 前提 条件是 條件是 原则上 原則上 理论上 理論上",
        "有待 尚待 取决于 取決於 视乎 視乎 视情况 直至 直到 仅限 僅限 的话 的話",
    ),
    "bound": (
        "至少 最多 多达 多達 高达 大约 大約 约 約 近 将近 超过 超過 逾 不到 不足 最少 上下 左右 以上 以下",
    ),
    "contrast": ("但 但是 然而 不过 不過 可是 尽管 儘管 虽然 雖然 却 卻",),
}  # fmt: skip
#: Signs before a number that change it although a space stands between.
NUMBER_CUES: Final = frozenset("−+±~≈<>≤≥$€£¥₽")


def _kinds() -> dict[str, CueKind]:
    """Return cue → kind for languages with spaces; the first kind that names a cue holds."""
    table: dict[str, CueKind] = {}
    for kind, groups in _SPACED.items():
        for group in groups:
            for word in group.split():
                table.setdefault(word, kind)
    for kind, phrases in _PHRASES.items():
        for phrase in phrases:
            table.setdefault(phrase, kind)
    return table


#: Cue (lower case, words parted by one space) → kind.
SPACED_CUES: Final = _kinds()
#: The most words in a cue.
LONGEST_CUE: Final = max(cue.count(" ") for cue in SPACED_CUES) + 1
#: Chinese cue → kind, the longest first.
CHINESE_CUES: Final = tuple(
    sorted(
        ((cue, kind) for kind, lines in _CHINESE.items() for line in lines for cue in line.split()),
        key=lambda pair: -len(pair[0]),
    )
)


def kind_of_word(word: str) -> CueKind | None:
    """Return the kind of cue a single lower-case word is, None for no cue; `didn't` and `n'est` are negations."""
    if word.endswith("n't") or word.startswith("n'"):
        return "negation"
    return SPACED_CUES.get(word)
