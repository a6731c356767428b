import io

import pytest
from fontTools.ttLib import TTFont

from witnessmark.release.errors import MissingFontError
from witnessmark.release.fonts import SHIPPED, fonts_for

UYGHUR = "ئاپپاق تاغ ناھىيەسىدە، «ھېچكىم كۆرمىدى» دېدى ئۇ ڭ ژ چ گ ۈ ۋ ې"


def test_the_shipped_fonts_draw_the_languages_of_the_house():
    plan = fonts_for(f"Říčan Ελλάδα Привет Ќљ {UYGHUR} مرحبا ١٢٣ 中国人民报告 → ✓", system_dirs=())
    assert plan.families[:3] == ("Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC")
    assert all(path.parent == SHIPPED for path in plan.files)


def test_a_script_without_a_font_is_refused_with_characters_and_package():
    with pytest.raises(MissingFontError, match=r"THAI: ท \(U\+0E17\).*fonts-noto-core"):
        fonts_for("abc ท", system_dirs=())


def test_a_rare_chinese_character_names_the_package_of_the_full_face():
    with pytest.raises(MissingFontError, match=r"U\+9F98.*fonts-noto-cjk"):
        fonts_for("龘", system_dirs=())


def test_a_folder_given_supplies_what_is_missing(tmp_path):
    font = TTFont(io.BytesIO((SHIPPED / "NotoSerif-Regular.ttf").read_bytes()))
    for table in font["cmap"].tables:
        table.cmap = {0x9F98: "a"}
    font.save(tmp_path / "Own-Regular.ttf")
    plan = fonts_for("龘", extra_dirs=(tmp_path,), system_dirs=())
    assert tmp_path / "Own-Regular.ttf" in plan.files


def test_a_file_that_is_no_font_is_told_by_name(tmp_path):
    (tmp_path / "Bad-Regular.ttf").write_bytes(b"not a font")
    with pytest.raises(MissingFontError, match=r"Bad-Regular\.ttf"):
        fonts_for("龘", extra_dirs=(tmp_path,), system_dirs=())


def test_controls_joiners_and_the_redaction_bar_need_no_font():
    assert fonts_for("a\u2067b\u2069\u200d\ufe0f█\n", system_dirs=()).files


def test_arabic_subsets_keep_their_shaping_tables():
    font = TTFont(io.BytesIO((SHIPPED / "NotoNaskhArabic-Regular.ttf").read_bytes()))
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= features
