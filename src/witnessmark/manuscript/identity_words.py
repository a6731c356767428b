"""Words that are names and also something else: alone they tell nobody, beside a title or another part they do."""

from typing import Final

MONTHS: Final = frozenset({"january", "april", "may", "june", "july", "august", "march", "october", "mai", "mart"})
#: Words before a month that say it is one.
BEFORE_MONTHS: Final = frozenset(
    [
        "in", "of", "since", "by", "until", "during", "before", "after", "from", "to", "last", "next", "this", "early",
        "late", "mid", "every", "each", "and", "between", "for",
    ]
)  # fmt: skip
#: What stands before a letter or a number as the name of a place.
NUMBERED: Final = frozenset(
    ["block", "gate", "hall", "ward", "cell", "room", "court", "camp", "zone", "wing", "lane", "page", "rose", "field", "wall"]
)  # fmt: skip
#: Particles of names, and titles that were written down as a part of one.
PARTICLES: Final = frozenset(
    [
        "al", "el", "ad", "an", "ar", "as", "at", "ash", "bin", "ben", "ibn", "bint", "abu", "abd", "umm", "van", "von",
        "der", "den", "de", "da", "di", "du", "la", "le", "oglu", "ogly", "qizi", "kyzy", "uulu", "the", "of", "and",
        "mr", "mrs", "ms", "dr", "haji", "hajj", "sheikh", "general", "colonel", "major", "captain", "professor", "ال",
        "ابن", "بن", "بنت", "ابو", "ام", "عبد",
    ]
)  # fmt: skip
#: Words after which a capitalised word is a person's name.
TITLES: Final = frozenset(
    [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "lady", "lord", "judge", "justice", "colonel",
        "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "general", "gen", "corporal",
        "private", "officer", "inspector", "constable", "commander", "witness", "detainee", "prisoner", "brother",
        "sister", "uncle", "aunt", "father", "mother", "cousin", "wife", "husband", "son", "daughter", "called", "named",
        "nurse", "imam", "rev", "reverend", "г", "г-н", "г-жа", "господин", "госпожа", "доктор", "السيد", "السيده",
        "دكتور",
    ]
)  # fmt: skip
#: Titles that are written with a full stop.
ABBREVIATED: Final = frozenset(["mr", "mrs", "ms", "dr", "prof", "col", "maj", "capt", "lt", "sgt", "gen", "rev", "г"])
#: Given and family names that are ordinary words, of English and of Russian.
ORDINARY: Final = (
    MONTHS
    | NUMBERED
    | frozenset([
        "abbey", "able", "acres", "adam", "amber", "angel", "apple", "archer", "arrow", "ash", "autumn", "bailey",
        "baker", "ball", "banks", "barber", "barker", "baron", "barrow", "basil", "bass", "bay", "beach", "bean", "bear",
        "beck", "bee", "bell", "bench", "berry", "best", "bill", "bird", "bishop", "black", "blade", "blaze", "bliss",
        "bloom", "blue", "bolt", "bond", "booth", "bow", "bowl", "bowman", "box", "branch", "brand", "brave", "bridge",
        "bridges", "bright", "brook", "brooks", "brown", "buck", "bull", "burn", "burns", "bush", "butcher", "butler",
        "camp", "candy", "cannon", "carpenter", "carter", "case", "cash", "castle", "chance", "chase", "cherry",
        "christian", "church", "clay", "cliff", "close", "coal", "coffey", "cole", "coleman", "comfort", "constant",
        "cook", "cooper", "cotton", "counsel", "cox", "craft", "crane", "cross", "crow", "crown", "crystal", "curry",
        "curtis", "daisy", "dale", "dane", "dawn", "day", "dean", "deal", "dell", "diamond", "dick", "dike", "divine",
        "dove", "drake", "draper", "drew", "driver", "duck", "duke", "dyer", "eagle", "earl", "early", "earnest", "east",
        "easter", "eden", "elder", "ember", "english", "eve", "fair", "faith", "falcon", "fall", "farmer", "faulkner",
        "fawn", "fell", "fern", "ferry", "field", "fields", "finch", "fire", "fisher", "fish", "fletcher", "flint",
        "flood", "flora", "flower", "foot", "ford", "foreman", "forest", "forge", "forrest", "forth", "foster",
        "fountain", "fox", "frank", "free", "freedom", "freeman", "french", "friend", "frost", "fuller", "gale", "garden",
        "gardener", "garland", "garner", "gates", "gay", "gem", "gene", "gift", "gill", "ginger", "glass", "glen",
        "glover", "gold", "golden", "good", "goodman", "grace", "grand", "grant", "gray", "green", "grey", "groom",
        "grove", "guard", "gull", "gun", "hail", "hale", "hand", "happy", "harbour", "hardy", "harmony", "harper",
        "harry", "hart", "hatch", "haven", "hawk", "hay", "haywood", "hazel", "head", "heart", "heath", "heather", "herd",
        "heritage", "hero", "hick", "hicks", "high", "hill", "hills", "hogg", "holiday", "holly", "home", "honey", "hood",
        "hook", "hooker", "hope", "horn", "horne", "house", "hull", "hunt", "hunter", "hurst", "iris", "iron", "island",
        "ivory", "ivy", "jack", "jade", "jasmine", "jay", "jean", "jerk", "jet", "job", "jolly", "jordan", "joy", "judge",
        "juniper", "just", "justice", "keen", "kerr", "key", "king", "knight", "lace", "lake", "lamb", "lance", "land",
        "lark", "last", "laurel", "lavender", "law", "lawman", "lee", "light", "lily", "lion", "little", "lock", "lodge",
        "long", "lord", "love", "low", "lucky", "major", "mansion", "march", "mark", "marine", "marks", "marsh",
        "marshal", "marshall", "mason", "master", "masters", "mate", "may", "mayer", "mayor", "meadow", "mercer",
        "merchant", "mercy", "merit", "merry", "mild", "mill", "miller", "mills", "mine", "minister", "mint", "misty",
        "moon", "moor", "moore", "moral", "morning", "moss", "mount", "mountain", "myrtle", "nation", "neat", "new",
        "newman", "night", "noble", "noon", "norman", "north", "oak", "ocean", "olive", "opal", "orange", "owl", "pace",
        "page", "palace", "palm", "paradise", "park", "parish", "parson", "parsons", "patience", "patrol", "peace",
        "peach", "peak", "pear", "pearl", "pen", "penny", "pepper", "person", "pike", "pilgrim", "pine", "piper", "pitt",
        "plain", "player", "plum", "pole", "pool", "poor", "pope", "porter", "post", "potter", "pound", "power",
        "precious", "price", "pride", "priest", "prince", "prior", "promise", "prudence", "purple", "queen", "quick",
        "rain", "raven", "ray", "read", "reed", "reef", "reeves", "regent", "regina", "rice", "rich", "river", "rivers",
        "road", "rob", "robe", "robin", "rock", "roman", "root", "rose", "rosemary", "rosy", "round", "rover", "rowan",
        "royal", "ruby", "rule", "rush", "rusty", "sadler", "sage", "sailor", "saint", "sale", "salmon", "salt", "sand",
        "sands", "sandy", "savage", "savannah", "sawyer", "scarlet", "school", "sea", "seal", "season", "sergeant",
        "serene", "sexton", "sharp", "shaw", "sheep", "shepherd", "sheriff", "short", "shore", "silence", "silk",
        "silver", "singer", "single", "sky", "slate", "small", "smart", "smith", "snow", "soldier", "song", "south",
        "spark", "sparks", "sparrow", "spear", "speed", "spencer", "spring", "star", "stark", "steel", "stein", "stern",
        "stone", "storm", "story", "stout", "straw", "stream", "street", "strong", "summer", "summers", "sun", "sunday",
        "sunny", "swan", "sweet", "swift", "tailor", "tanner", "taylor", "teal", "temple", "tempest", "thorn", "tiger",
        "tiny", "todd", "topaz", "tower", "towers", "town", "trace", "tracy", "trade", "trapper", "travel", "treasure",
        "tree", "trinity", "troy", "true", "trust", "tucker", "turner", "tyler", "union", "unity", "vale", "valley",
        "victor", "victory", "viola", "violet", "virgin", "virtue", "wade", "wagner", "waite", "walker", "wall", "waller",
        "war", "ward", "warden", "ware", "warner", "warren", "water", "waters", "way", "weaver", "webb", "well", "wells",
        "west", "whale", "wheat", "wheeler", "white", "wild", "wilder", "will", "willow", "wills", "wind", "winds",
        "wine", "wing", "winner", "winter", "winters", "wire", "wise", "wish", "witness", "wolf", "wonder", "wood",
        "woods", "wool", "worth", "wren", "wright", "yard", "yates", "york", "young", "block", "western", "central",
        "надежда", "вера", "любовь", "мир", "роза", "слава", "лев", "май", "август", "март", "победа", "воля", "светлана",
        "лилия", "заря", "весна", "зима", "марта", "белый", "белая", "черный", "чистый", "новик", "король", "князь",
        "волк", "заяц", "ворон", "голубь", "сокол", "орел", "мороз",
    ])
)  # fmt: skip
