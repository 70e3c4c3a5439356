"""Schemathesis against the API in process: whatever is sent, what comes back is as the OpenAPI document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from schemathesis import Case

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    unsupported_method,
]
"""Not among them: positive_data_acceptance, since a name that fits the schema need not be on record."""

_REFUSED = [*map(str, (400, 404, 405, 413, 414, 415, 422))]
_CONFIG = schemathesis.Config.from_dict({
    "checks": {"negative_data_rejection": {"expected-statuses": _REFUSED}},
    "generation": {"max-examples": 4, "deterministic": True},
})  # fmt: skip


@schemathesis.serializer("application/pdf")
def serialized(_ctx: object, value: object) -> bytes:
    """Whatever is made up, as the bytes of a file."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(Settings()), config=_CONFIG)


@schema.parametrize()
@settings(
    max_examples=4,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_sent_is_answered_as_documented(case: Case) -> None:
    case.call_and_validate(checks=CHECKS)
