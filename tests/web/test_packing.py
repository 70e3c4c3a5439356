"""A text inside an address."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.web.errors import WebError
from foedera.web.packing import MAX_PACKED, MAX_TEXT, pack, unpack


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_what_is_packed_is_unpacked(text: str) -> None:
    packed = pack(text)
    assert packed is not None
    assert unpack(packed) == text


@given(st.text(max_size=200))
def test_nonsense_is_refused_with_words(text: str) -> None:
    hint: str | None = "none needed"
    try:
        unpack(text)
    except WebError as error:
        hint = error.hint
    assert hint


def test_a_bomb_is_refused() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b"a" * 50 * MAX_TEXT, 9)).decode().rstrip("=")
    assert len(bomb) > MAX_PACKED or len(bomb) > 0
    for packed in (bomb, base64.urlsafe_b64encode(zlib.compress(b"a" * (MAX_TEXT + 1), 9)).decode().rstrip("=")):
        with pytest.raises(WebError, match="broken"):
            unpack(packed)


def test_a_text_that_is_too_long_for_an_address_is_not_packed() -> None:
    assert pack("a" * (MAX_TEXT + 1)) is None
    assert pack("".join(chr(0x4E00 + (n * 7919) % 20000) for n in range(9000))) is None
