"""A capture that may hold nothing is told, and a story is not taken for one."""

import pytest

from witnessmark.reading.lines import label_lines
from witnessmark.reading.suspect import suspect_reason

STORY = "Police said on Monday that three men had been held for a week in the old school near the river. " * 12


def reason(text: str, **options: str) -> str:
    return suspect_reason(text, label_lines(text), **options)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("Log in\nEmail\nPassword\nForgot your password?", "login wall"),
        ("Войдите\nЛогин\nПароль", "login wall"),
        ("请登录\n用户名\n密码", "login wall"),
        ("تسجيل الدخول\nكلمة المرور", "login wall"),
        ("Three men held\nThis article is for subscribers only.\nSubscribe to continue reading", "paywall"),
        ("Trois hommes détenus\nCet article est réservé aux abonnés.\nPour lire la suite, connectez-vous", "paywall"),
        ("Before you continue\nWe use cookies\nAccept all", "consent page"),
        ("Checking your browser before accessing the site", "captcha"),
        ("404\nPage not found", "error page"),
        ("Страница не найдена", "error page"),
        ("页面不存在", "error page"),
        ("Home\nWorld\nPolitics", "empty"),
    ],
)
def test_pages_that_hold_nothing_are_told(text, kind):
    assert reason(text).startswith(kind)


@pytest.mark.parametrize(
    "also", ["", "\nLog in\nSubscribe to continue reading", "\nWe use cookies\nAccept all", "\nPage not found"]
)
def test_a_page_with_a_story_is_not_suspect(also):
    assert reason(STORY + also) == ""


def test_a_short_notice_is_not_suspect():
    assert reason("The ministry denies the report of 2 May.") == ""


def test_an_address_of_a_login_page_is_told():
    assert reason("Welcome to the portal", address="https://e.org/login?next=/story").startswith("wrong page")
