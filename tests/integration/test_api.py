"""The example web service runs as a real server, answers a real client, and stands what schemathesis asks."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import maroc_offshoring as mo

FOLDER = Path(__file__).parents[2] / "examples" / "api"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a server process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), "--log-level", "warning"]
    with subprocess.Popen(command, cwd=FOLDER, env=os.environ) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.1):
                    break
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_it_serves_the_record(ds: mo.Dataset, address: str) -> None:
    """Regions, a company by any of its names, and promises as `to_dict` writes them."""
    with httpx.Client(base_url=address) as client:
        assert [region["id"] for region in client.get("/regions").json()] == list(ds.regions.ids)
        assert client.get("/operators/Webcad").json() == mo.to_dict(ds.operators["Webhelp"])
        assert client.get("/operators/nobody").status_code == 404
        found = client.get("/commitments", params={"place": "الشرق", "limit": 200}).json()
        assert found == [mo.to_dict(record) for record in ds.commitments.where(place="MA-02")]
        assert len(client.get("/commitments").json()) == 50


def test_its_totals_are_those_of_the_library(ds: mo.Dataset, address: str) -> None:
    """The figure, the lines, what was left out, and the working."""
    asked = ds.commitments.where(place="Oriental").total("jobs")
    answer = httpx.get(f"{address}/totals/jobs", params={"place": "Oriental"}).json()
    assert answer["text"] == str(asked)
    assert [line["commitment"] for line in answer["counted"]] == [line.record.id for line in asked.counted]
    assert [left["reason"] for left in answer["left_out"]] == [left.reason.value for left in asked.left_out]
    assert answer["working"] == asked.explain()


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/commitments?place=Casashoar", ["query", "place"]),
        ("/commitments?limit=0", ["query", "limit"]),
        ("/commitments?limit=100000", ["query", "limit"]),
        ("/commitments?due=soon", ["query", "due"]),
        ("/totals/jbs", ["path", "measure"]),
        ("/totals/investment?currency=XYZ", ["query", "currency"]),
        ("/totals/investment?currency=EUR&on=1900", ["query", "on"]),
        ("/totals/investment?currency=XYZ&on=2022", ["query", "currency"]),
        ("/totals/investment?on=2022", ["query", "on"]),
        ("/totals/jobs?currency=EUR", ["query", "currency"]),
        ("/totals/jbs?currency=EUR&on=2022", ["path", "measure"]),
        ("/totals/jobs_promised", ["path", "measure"]),
    ],
)
def test_a_wrong_question_is_a_422_that_names_the_field(address: str, path: str, where: list[str]) -> None:
    """The message is the library's own, with the nearest choice."""
    answer = httpx.get(address + path)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == where
    assert answer.json()["detail"][0]["msg"]


def test_its_openapi_describes_the_record(address: str) -> None:
    """The shapes are those of the classes, with what each field says."""
    described = httpx.get(f"{address}/openapi.json").json()
    schema = described["paths"]["/commitments"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema["items"]["properties"]["part_of"]["description"].startswith("The announcement whose figure")


def test_schemathesis_finds_no_fault(address: str, tmp_path: Path) -> None:
    """Questions made of the OpenAPI description never end in a server error or an answer of another shape."""
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/openapi.json", "--max-examples", "15",
        "--seed", "1", "--no-color", "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
    ]  # fmt: skip
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout[-4000:]
