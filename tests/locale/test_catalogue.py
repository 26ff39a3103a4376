"""Every word of the interface is in both catalogues, every key is used, and nothing is hard-coded."""

from __future__ import annotations

import ast
import json
import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

import kgtui
from kgtui.keys import BY_ID
from kgtui.locale import LANGUAGES, catalogue, current_language, plural_form, t, use_language

PACKAGE = Path(kgtui.__file__).parent
CATALOGUES = PACKAGE / "locale"
FACES = sorted(path.stem for path in (CATALOGUES / "ru").glob("*.json"))
FORMS = {"ru": {"one", "few", "many"}, "en": {"one", "other"}}
KEY = re.compile(rf"({'|'.join(FACES)})\.[a-z0-9_]+([.-][a-z0-9_]+)*")
SPEAKING_ROOMS = ("cli", "dossier", "export", "tui")


@dataclass(frozen=True)
class Call:
    """One ``t(…)``: where, a pattern that its key matches, and the values given (None: not to be known)."""

    where: str
    key: re.Pattern[str]
    literal: str | None
    values: frozenset[str] | None


@cache
def modules() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def calls() -> tuple[Call, ...]:
    return tuple(
        _call(name, node)
        for name, module in modules().items()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t" and node.args
    )


def _call(name: str, node: ast.Call) -> Call:
    key = node.args[0]
    values = {keyword.arg for keyword in node.keywords}
    known = None if None in values else frozenset(value for value in values if value)
    literal = str(key.value) if isinstance(key, ast.Constant) else None
    return Call(f"{name}:{node.lineno}", re.compile(_pattern(key)), literal, known)


def _pattern(key: ast.expr) -> str:
    """A pattern of the keys that an expression can give; one that says nothing matches nothing."""
    if isinstance(key, ast.Constant):
        return re.escape(str(key.value))
    if isinstance(key, ast.JoinedStr):
        return "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[A-Za-z0-9_.-]+" for part in key.values
        )
    if isinstance(key, ast.IfExp):
        return f"(?:{_pattern(key.body)}|{_pattern(key.orelse)})"
    return r"(?!)"


def mentioned() -> set[str]:
    """String constants that look like keys: tables of keys, which are looked up elsewhere."""
    return {
        node.value
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    }


def messages(language: str) -> dict[str, object]:
    return {key: message for face in FACES for key, message in catalogue(language, face).items()}


def forms_of(message: object) -> dict[str, str]:
    return {"": message} if isinstance(message, str) else dict(message)  # type: ignore[call-overload]


def placeholders(text: str, key: str) -> set[str]:
    if ".argparse." in key and "%(" in text:
        return set(re.findall(r"%\((\w+)\)[rsd]", text))
    return {name.partition("[")[0] for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_files() -> None:
    assert [sorted(path.stem for path in (CATALOGUES / language).glob("*.json")) for language in LANGUAGES] == [
        FACES,
        FACES,
    ]


@pytest.mark.parametrize("face", FACES)
def test_both_languages_have_the_same_keys_and_placeholders(face: str) -> None:
    russian, english = (catalogue(language, face) for language in ("ru", "en"))
    assert sorted(russian) == sorted(english)
    for key, message in russian.items():
        wanted = {name for text in forms_of(message).values() for name in placeholders(text, key)}
        given = {name for text in forms_of(english[key]).values() for name in placeholders(text, key)}
        assert wanted == given, key
        assert isinstance(message, dict) == isinstance(english[key], dict), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_messages_have_all_forms_of_their_language(language: str) -> None:
    for key, message in messages(language).items():
        if isinstance(message, dict):
            assert set(message) == FORMS[language], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", FACES)
def test_no_key_stands_twice_in_a_file(language: str, face: str) -> None:
    pairs: list[str] = []
    raw = (CATALOGUES / language / f"{face}.json").read_text(encoding="utf-8")
    json.loads(raw, object_pairs_hook=lambda found: pairs.extend(key for key, _value in found))
    plural = FORMS["ru"] | FORMS["en"]
    keys = [key for key in pairs if key not in plural]
    assert len(keys) == len(set(keys))


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    known = messages("ru")
    assert [call.where for call in calls() if call.literal and call.literal not in known] == []


def test_every_pattern_of_keys_in_the_code_finds_some() -> None:
    known = messages("ru")
    built = [call for call in calls() if call.literal is None and call.key.pattern != "(?!)"]
    assert [call.where for call in built if not any(call.key.fullmatch(key) for key in known)] == []


def test_every_call_gives_the_values_of_its_message() -> None:
    known = messages("ru")
    for call in calls():
        if call.literal is None or call.values is None:
            continue
        message = known[call.literal]
        wanted = {name for text in forms_of(message).values() for name in placeholders(text, call.literal)}
        wanted |= {"count"} if isinstance(message, dict) else set()
        assert wanted <= call.values or not (call.values or "keys" in wanted), (
            f"{call.where}: {call.literal} needs {wanted}"
        )
        assert call.values <= wanted, f"{call.where}: {call.literal} does not use {call.values - wanted}"


NAMED_KEY = re.compile(r"\b(Enter|Esc|Tab|Backspace|Ctrl|PgUp|PgDn)\b")
SIGN_OF_KEY = re.compile(r"(нажмите|клавиш[аиу]|press|the key) [a-z/=!?\\](\W|$)", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_take_the_names_of_keys_from_the_table(language: str) -> None:
    """A reader may give an action another key: no message of the screen names one by itself."""
    for key, message in catalogue(language, "screen").items():
        for text in forms_of(message).values() if not key.startswith("screen.key.") else ():
            assert set(re.findall(r"{keys\[(\w+)\]}", text)) <= BY_ID.keys(), key
            words = re.sub(r"{[^}]*}", "", text)
            assert not NAMED_KEY.search(words), key
            assert not SIGN_OF_KEY.search(words), key


def test_every_key_is_used() -> None:
    by_table = mentioned()
    patterns = [call.key for call in calls()]
    unused = [
        key for key in messages("ru") if key not in by_table and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def test_russian_is_russian_and_english_is_english() -> None:
    """No message was left in the other language; examples are commands and queries, and these are Russian."""
    russian, english = messages("ru"), messages("en")
    for key in russian:
        if key.endswith((".example", ".examples")):
            continue
        for text in forms_of(russian[key]).values():
            words = re.findall(r"[A-Za-z]{4,}", re.sub(r"{.*?}|%\(\w+\)", "", text))
            assert re.search("[а-яё]", text, re.IGNORECASE) or len(words) < 2, key
        for text in forms_of(english[key]).values():
            assert not re.search("[а-яё]{2}", text, re.IGNORECASE) or re.search("[a-z]{4}", text), key


def strings(room: str) -> Iterator[tuple[str, str]]:
    """Where and what: all string constants of a room but docstrings."""
    for name, module in modules().items():
        if not name.startswith(room):
            continue
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(module)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield f"{name}:{node.lineno}", node.value


@pytest.mark.parametrize("room", SPEAKING_ROOMS)
def test_no_russian_word_is_hard_coded(room: str) -> None:
    """Single letters and tables of letters (a keyboard layout) are no words."""
    found = [
        (where, text)
        for where, text in strings(room)
        if re.search("[а-яё]{3,}", text, re.IGNORECASE) and not is_keyboard_row(text)
    ]
    assert found == []


def is_keyboard_row(text: str) -> bool:
    """Ten letters and more, no two alike: the keys of a layout, not words."""
    letters = re.sub(r"[^а-яёА-ЯЁ]", "", text)
    return len(letters) >= 10 and len(set(letters)) == len(letters) and " " not in text


SPEAKING = frozenset(
    {"print", "write", "talk", "line", "notify", "Failure", "Static", "Label", "Button", "ArgumentTypeError", "update"}
)
SPEAKING_KEYWORDS = frozenset(
    {"help", "description", "epilog", "metavar", "title", "sub_title", "placeholder", "tooltip", "label", "message"}
)
NO_WORDS = frozenset({"kgtui", "ID"})


def spoken() -> Iterator[tuple[str, str]]:
    """String constants that are given to what speaks to a person, as they are or in an f-string."""
    for name, module in modules().items():
        if not name.startswith(SPEAKING_ROOMS):
            continue
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = list(node.args) if called in SPEAKING else []
            given += [keyword.value for keyword in node.keywords if keyword.arg in SPEAKING_KEYWORDS]
            for value in given:
                parts = value.values if isinstance(value, ast.JoinedStr) else [value]
                for part in parts:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield f"{name}:{node.lineno}", part.value


def test_no_word_is_spoken_that_is_not_in_the_catalogue() -> None:
    found = [
        (where, text)
        for where, text in spoken()
        for word in re.findall(r"[^\W\d_]{2,}", re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", text))
        if word not in NO_WORDS
    ]
    assert found == []


def test_the_current_language_is_spoken() -> None:
    before = current_language()
    try:
        use_language("en")
        assert t("common.articles", count=1) == "1 article"
        use_language("xx")
        assert current_language() == "ru"
        assert [t("common.articles", count=count).split()[1] for count in (1, 3, 11, 21)] == [
            "статья",
            "статьи",
            "статей",
            "статья",
        ]
        with pytest.raises(KeyError):
            t("common.no_such_key")
    finally:
        use_language(before)


def test_english_plurals() -> None:
    assert [plural_form("en", count) for count in (0, 1, 2, 21)] == ["other", "one", "other", "other"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_hold_no_signs_that_terminals_disagree_on(language: str) -> None:
    """One cell each, no emoji, nothing of private fonts, nothing that joins or changes what stands before it."""
    for face in ("screen", "cli", "common"):
        for key, message in catalogue(language, face).items():
            for character in set("".join(forms_of(message).values())):
                assert cell_len(character) == 1 or character in "\n\t", (key, character)
                assert unicodedata.category(character) not in ("Co", "Cn", "Cf", "Mn"), (key, hex(ord(character)))
                assert ord(character) < 0x2700, (key, character)  # dingbats and emoji begin there


def test_thousands_are_parted_from_five_digits_on() -> None:
    use_language("ru")
    assert t("common.articles", count=9999) == "9999 статей"
    assert t("common.articles", count=10_001) == "10\u00a0001 статья"
