"""The example web service bounds what anyone may ask of it."""

import asyncio
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

APP = Path(__file__).parents[2] / "examples" / "api" / "app.py"
Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Ask the application something, without a server."""
    spec = importlib.util.spec_from_file_location("example_app", APP)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    async def answer(method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=module.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://example") as client:
            return await client.request(method, path, **more)

    return lambda *given, **more: asyncio.run(answer(*given, **more))


LONG = "a" * 101


@pytest.mark.parametrize(
    "path",
    [
        "/commitments?limit=201",
        "/commitments?limit=0",
        "/commitments?offset=100001",
        "/operators?limit=100000000000000000000",
        f"/commitments?place={LONG}",
        f"/commitments?due={LONG}",
        f"/operators/{LONG}",
        f"/totals/{LONG}",
        f"/totals/jobs?currency={LONG}",
        f"/totals/jobs?on={LONG}",
    ],
)
def test_what_is_asked_is_bounded(ask: Ask, path: str) -> None:
    """Pages have at most 200 records, and words at most 100 signs; the field is named."""
    answer = ask("GET", path)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"][0] in {"query", "path"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent(ask: Ask, method: str) -> None:
    """The service only answers: a body of any size is not for it."""
    for path in ("/regions", "/operators", "/commitments", "/totals/jobs"):
        assert ask(method.upper(), path, content=b"x" * 1_000_000).status_code == 405


def test_no_page_is_without_end(ask: Ask) -> None:
    """What lists without a limit is short by its nature."""
    assert len(ask("GET", "/regions").json()) == 12
    assert len(ask("GET", "/commitments").json()) == 50
    assert ask("GET", "/commitments?limit=200&offset=100000").json() == []
