"""Other keys for actions, as the reader's configuration file gives them: ``[keys]``, an action's id = its keys.

``next_hit = "n"``, ``next_hit = ["n", "ctrl+n"]``, and ``[]`` to take the keys away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from kgtui.keys.actions import ACTIONS, BY_ID, Action, InForce
from kgtui.keys.areas import FIELDS, Area
from kgtui.keys.names import both_layouts, canonical, is_typed, key_name, likely, sent_as
from kgtui.locale import t

_NEVER_WITHOUT = ("open", "back", "palette", "quit")  # whoever has these can reach all else by name


class KeyMistake(Exception):  # noqa: N818 - named for what it is
    """The reader's keys cannot be used. ``entry`` is the action's id as written, ``reason`` says what is wrong with it
    and what to do."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry}: {reason}")
        self.entry = entry
        self.reason = reason


def use_keys(wanted: Mapping[str, Sequence[str]]) -> None:
    """From now on these actions have these keys, and all others their own. Raises KeyMistake."""
    InForce.keys = {}
    if wanted:
        InForce.keys = checked(wanted)


def checked(wanted: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """The keys as the table writes them, by action. Raises KeyMistake."""
    keys = {_known(entry): tuple(dict.fromkeys(_key(entry, each) for each in keys)) for entry, keys in wanted.items()}
    for action_id, own in keys.items():
        _refuse_out_of_reach(BY_ID[action_id], own)
    for area in Area:
        _refuse_shared(area, keys)
    return keys


def _known(entry: str) -> str:
    if entry in BY_ID:
        return entry
    near = get_close_matches(entry, BY_ID, n=3, cutoff=0.5)
    hint = t("keys.near", known=", ".join(near)) if near else t("keys.all")
    raise KeyMistake(entry, t("keys.unknown_action", hint=hint))


def _key(entry: str, written: str) -> str:
    key = canonical(written)
    if key is not None:
        return key
    if (other := sent_as(written)) is not None:
        raise KeyMistake(entry, t("keys.sent_as", pressed=written, other=key_name(other)))
    near = likely(written)
    hint = t("keys.near", known=", ".join(near)) if near else t("keys.names")
    raise KeyMistake(entry, t("keys.unknown_key", pressed=written, hint=hint))


def _refuse_out_of_reach(action: Action, keys: tuple[str, ...]) -> None:
    """What could not be done any more, or would do something while one types."""
    typed = [key_name(key) for key in keys if is_typed(key)]
    if not keys and action.id in _NEVER_WITHOUT:
        raise KeyMistake(action.id, t("keys.never_without", name=action.name))
    if typed and action.always:
        raise KeyMistake(action.id, t("keys.typed_always", pressed=typed[0], name=action.name))
    if keys and len(typed) == len(keys) and any(area in FIELDS for area in action.where):
        raise KeyMistake(action.id, t("keys.only_typed", pressed=typed[0], name=action.name))


def _refuse_shared(area: Area, keys: Mapping[str, tuple[str, ...]]) -> None:
    """One key that is to do two things in one place, under either layout."""
    owners: dict[str, Action] = {}
    there = [action for action in ACTIONS if area in action.where or action.always]
    for action in sorted(there, key=lambda action: action.id in keys):
        mine = keys.get(action.id, action.default)
        for key in both_layouts(tuple(key for key in mine if not (area in FIELDS and is_typed(key)))):
            other = owners.setdefault(key, action)
            if other is not action:
                raise KeyMistake(action.id, _shared(area, key, other))


def _shared(area: Area, key: str, other: Action) -> str:
    where = t(f"screen.area.{area.value}")
    return t("keys.shared", pressed=key_name(key), where=where, other=other.id, name=other.name)


class _KeyNames(Mapping[str, str]):
    """What words call the key of an action, ``{keys[search]}`` in the catalogue; without one it is in the palette."""

    def __getitem__(self, action_id: str) -> str:
        action = BY_ID[action_id]
        return action.shown_key() or t("keys.by_name", palette=BY_ID["palette"].shown_key(), name=action.name)

    def __iter__(self) -> Iterator[str]:
        return iter(BY_ID)

    def __len__(self) -> int:
        return len(BY_ID)


KEY_NAMES: Mapping[str, str] = _KeyNames()
