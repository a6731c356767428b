# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""Captures that may hold nothing: a page that answers 200 may be a login wall, a consent page, a captcha or an error."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from witnessmark.evidence.reading import STORY_LABELS, Line
from witnessmark.reading.suspect_address import wrong_page

#: A page with this many characters of story holds something, whatever else stands on it.
_STORY: Final = 700
#: Where a page holds more story than a notice does, only its opening and its furniture may tell that it is none.
_NOTICE: Final = 250
_OPENING: Final = 60
_PAGES: Final = (
    ("login wall", re.compile(
        r"\b(?:log|sign) ?in\b|\bpassword\b|\balready (?:a|have an?)\b|\bsubscribers? only\b|\bto (?:continue|keep) reading\b|connectez-vous|mot de passe|r[eé]serv[eé]e? (?:aux|à nos) abonn|"
        r"inici(?:ar|e|a) sesi[oó]n|contrase[nñ]a|para (?:seguir|continuar) leyendo|تسجيل (?:ال)?دخول|كلمة (?:ال)?(?:مرور|سر)|للمشتركين|войдите|войти|парол|для подписчиков|авториз|登[录錄入]|密码|密碼|会员专享|订阅后|كىرىش|پارول|giri[sş] yap|oturum a[cç]|[sş]ifre(?:mi|niz)?\b|abonelere [oö]zel|[uü]yelere [oö]zel|ئەزالارغا|anmelden|passwort|ورود|گذرواژه")),
    ("captcha", re.compile(
        r"captcha|are you (?:a )?(?:human|robot)|not a robot|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|unusual traffic|ddos protection|enable javascript and cookies|"
        r"je ne suis pas un robot|v[eé]rification que vous [eê]tes|no soy un robot|не робот|вы человек|لست (?:برنامج )?روبوت|验证码|驗證碼|人机验证|安全验证|robot olmad[ıi][gğ][ıi]n|bot olmad|no eres un robot|eres humano|just a moment|one more step|нажмите и удерживайте|لست روبوت|ماشىنا ئادەم ئەمەس")),
    ("consent page", re.compile(
        r"before you continue|we (?:and our partners )?(?:use|value)\b.{0,60}(?:cookies|privacy)|accept all|avant de continuer|tout accepter|antes de continuar|aceptar tod[ao]|قبول الكل|قبول الجميع|принять все|全部接受|接受所有|同意并继续|t[uü]m(?:[uü]n)?[uü] (?:kabul|reddet)|[cç]erezleri? (?:kullan|kabul)|ھەممىنى قوبۇل|cookie ئىشلىت|alle akzeptieren|пр[ие]нимаю все|согласен(?: и продолжить)?$|consent to (?:the use|processing)|your privacy choices")),
    ("error page", re.compile(
        r"\b(?:404|403|410|500|502|503)\b|page (?:not|cannot be|could not be) found|not found|access denied|forbidden|no longer (?:available|exists)|page doesn['’]t exist|temporarily unavailable|service unavailable|bad gateway|internal server error|"
        r"page (?:introuvable|non trouv[eé]e|n['’]existe)|acc[eè]s (?:refus|interdit)|p[aá]gina no (?:encontrada|existe|disponible)|acceso denegado|страница не (?:найдена|существует)|доступ (?:запрещ|закрыт|огранич)|الصفحة (?:غير موجودة|المطلوبة)|لم يتم العثور|غير متاح|"
        r"页面(?:不存在|未找到|找不到)|頁面不存在|无法访问|無法訪問|拒绝访问|您访问的页面|(?:内容|文章|页面|視頻|视频)(?:不存在|已(?:被)?(?:删除|下线|刪除))|网络错误|出错了|بەت تېپىلمىدى|بەت مەۋجۇت ئەمەس|خاتالىق كۆرۈلدى|sayfa (?:bulunamad|mevcut de[gğ]il|kald[ıi]r[ıi]l)|eri[sş]im (?:engellen|yasak|reddedil)|bulunamad[ıi]|kullan[ıi]lam[ıi]yor|(?:can['’]?t|cannot|couldn['’]t|could not) (?:find|be (?:found|reached)|reach|load|display)|isn['’]t available|is not available|has (?:been|now been) (?:removed|deleted|taken down)|has expired|something went wrong|too many requests|unavailable (?:in your|for legal)|such page|(?:страница|статья|материал|публикация)[^.]{0,30}(?:удал[её]н|не существует|недоступн|не найден)|такой страницы|ошибка (?:404|403|5\d\d|сервера)|сервер не отвечает|(?:لم تعد|غير) (?:متوفر|متاح|موجود)|حدث خطأ|تم حذف|الوصول (?:مرفوض|محظور|غير مسموح)|algo sali[oó] mal|no (?:pudimos|se pudo|se puede) (?:encontrar|cargar|acceder)|ya no (?:est[aá] disponible|existe)|n['’]est plus disponible|une erreur|seite nicht gefunden|صفحه یافت نشد")),
)  # fmt: skip
_ADDRESS: Final = re.compile(
    r"(?:^|[/._])(?:log-?in|sign-?in|auth|sso|consent|captcha|subscribe|paywall|error|404)(?:$|[/._])"
)
_WALL: Final = re.compile(
    r"(?:subscribe|sign up|register|log ?in|sign in|create (?:a |an )?(?:free )?account)\b.{0,40}\b(?:to|and) (?:continue|keep|read|access|unlock)|to (?:continue|keep) reading|(?:article|content|story) is (?:only |reserved |exclusive )*(?:for|to|available to) (?:our )?(?:paying )?(?:subscribers|members)|"
    r"pour (?:lire|continuer|acc[eé]der)|r[eé]serv[eé]e? (?:aux|à nos) abonn|para (?:seguir|continuar) leyendo|exclusivo para suscriptores|чтобы (?:продолжить|читать|прочитать)|только для подписчиков|لمتابعة القراءة|لمواصلة القراءة|للمشتركين فقط|(?:登录|订阅|注册|开通会员)(?:后|以|即可|才能).{0,10}(?:阅读|查看|继续)|(?:仅限|仅供)?(?:会员|订户)(?:专享|可见|阅读)"
)  # fmt: skip


def suspect_reason(content: str, lines: Iterable[Line], *, address: str = "", title: str = "") -> str:
    """Return why a capture may hold nothing of what it was made for, or "" when nothing points to that.

    `lines` are the labels of `content`; `address` is where the page was got from. The reason begins with the kind (empty,
    login wall, paywall, captcha, consent page, error page, wrong page). Methodology: an archive capture can exist and hold nothing.
    """
    labelled = list(lines)
    story = sum(line.end - line.start for line in labelled if line.label in STORY_LABELS)
    if not content.strip():
        return "empty: the page holds no text"
    if story >= _STORY:
        return wrong_page(content, labelled, address=address)
    folded = f"{title}\n{_telling(content, labelled, story)}".casefold()
    for kind, pattern in _PAGES:
        found = pattern.search(folded)
        if found:
            return (
                f"{_kind(kind, folded)}: the page says “{found[0].strip()}” and holds only {story} characters of story"
            )
    if address and _ADDRESS.search(urlsplit(address).path.lower()) and story < _STORY // 2:
        return f"wrong page: its address is that of a log-in, consent or error page ({address})"
    return _thin(story, labelled)


def _telling(content: str, lines: list[Line], story: int) -> str:
    """Return what may tell the kind of page: all of a short one, else its furniture and its first lines."""
    if story < _NOTICE:
        return content[:20_000]
    furniture = (content[line.start : line.end] for line in lines if line.label not in STORY_LABELS)
    return "\n".join([content[:_OPENING], *furniture])[:20_000]


def _kind(kind: str, folded: str) -> str:
    return "paywall" if kind == "login wall" and _WALL.search(folded) else kind


def _thin(story: int, lines: list[Line]) -> str:
    furniture = sum(line.end - line.start for line in lines if line.label not in STORY_LABELS)
    if story == 0 and furniture:
        return "empty: the page holds furniture only, no line of a story"
    return ""
