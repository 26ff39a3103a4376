"""What was not read, and why, in words and as a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.reading import Skipped


def skipped_text(skipped: Skipped) -> str:
    detail = t("cli.skipped_detail", detail=skipped.detail) if skipped.detail else ""
    return t("cli.skipped", origin=skipped.origin, reason=_reason(skipped), detail=detail)


def skipped_record(skipped: Skipped) -> dict[str, object]:
    return {"origin": skipped.origin, "reason": skipped.reason.value, "detail": skipped.detail}


def _reason(skipped: Skipped) -> str:
    return t(f"reading.reason.{skipped.reason.value}")
