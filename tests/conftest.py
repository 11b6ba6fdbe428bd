"""What the tests share."""

import pytest

import maroc_offshoring as mo


@pytest.fixture(scope="session")
def ds() -> mo.Dataset:
    """The reference dataset, loaded once."""
    return mo.load()
