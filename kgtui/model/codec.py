"""The frozen values of the model as plain JSON values, and back: one way for the record and for what readers mend.

A value is an object of its fields, without those that are as usual; a code stands for its enum, a list for a tuple. So
a field that a later program adds does not make an earlier one's values unreadable.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Convert = Callable[[Any], Any]


def plain(value: object) -> Any:
    """
    >>> from kgtui.model import Amount, Period
    >>> plain(Period("2024", "2024")), plain((Amount("USD", 5.0), None))
    ({'start': '2024', 'end': '2024'}, [{'unit': 'USD', 'value': 5.0}, None])
    """
    return _maker(cast("Hashable", type(value)))(value)


def revived(kind: type[Value], value: Any) -> Value:
    """The value of a type that `plain` gave; fields that the type does not have are left out.

    Raises ValueError, TypeError or KeyError, and says which part it is, where it is no such value.
    """
    return cast("Value", _reviver(cast("Hashable", kind))(value))


def revived_field(kind: type, name: str, value: Any) -> Any:
    """The value of one field of a type. Raises as `revived`, KeyError where there is no such field."""
    return _field_revivers(kind)[name](value)


@cache
def _maker(kind: Any) -> _Convert:
    """What makes plain values of a type's."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, tuple):
        return lambda value: [plain(each) for each in value]
    if not is_dataclass(kind):
        return lambda value: value
    usual = [(field.name, field.default) for field in fields(kind)]

    def make(value: Any) -> dict[str, Any]:
        held = ((name, getattr(value, name), default) for name, default in usual)
        return {name: plain(each) for name, each, default in held if each != default}

    return make


@cache
def _reviver(hint: Any) -> _Convert:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (_reviver(each) for each in get_args(hint) if each is not NoneType)
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _tuple_of(_reviver(get_args(hint)[0]))
    if get_origin(hint) is Mapping:
        return _scalar_of(dict)
    if is_dataclass(hint):
        return _dataclass_of(cast("type", hint))
    if issubclass(hint, Enum):
        return cast("_Convert", hint)
    return _scalar_of((int, float) if hint is float else hint)


@cache
def _field_revivers(kind: type) -> Mapping[str, _Convert]:
    hints = get_type_hints(kind)
    return {field.name: _reviver(hints[field.name]) for field in fields(kind)}


def _tuple_of(item: _Convert) -> _Convert:
    def revive(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"no list: {value!r}")
        return tuple(map(item, value))

    return revive


def _dataclass_of(kind: type) -> _Convert:
    needed = {field.name for field in fields(kind) if field.default is MISSING}

    def revive(value: Any) -> Any:
        if not isinstance(value, dict) or not needed <= value.keys():
            raise TypeError(f"no {kind.__name__}: {value!r}")
        revivers = _field_revivers(kind) if value else {}  # finding out the types of fields takes milliseconds
        return kind(**{name: revivers[name](each) for name, each in value.items() if name in revivers})

    return revive


def _scalar_of(kind: type | tuple[type, ...]) -> _Convert:
    def revive(value: Any) -> Any:
        if not isinstance(value, kind):
            raise TypeError(f"no {kind}: {value!r}")
        return value

    return revive
