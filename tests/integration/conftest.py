"""What the integration tests share."""

import pytest

FIVE_ARTICLES = (
    "le360-2019-3b6c47",
    "le360-le-360-francais-pr-nd-f15714",
    "journaleco-ma-nd-38971a",
    "orientalmarocain-com-nd-5e9a0e",
    "afrique-medias24-com-nd-f48260",
)


@pytest.fixture(scope="session")
def articles() -> tuple[str, ...]:
    """The ids of the five articles that the record began with."""
    return FIVE_ARTICLES
