"""What holds of every name: folding is stable, and a look-up finds what is there and nothing else."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maroc_offshoring.errors import AmbiguousName, UnknownName
from maroc_offshoring.names import NameIndex, fold, words

LETTERS = "abcéèêïôçœæ'’- \u00a0\u2011ABCÉŒ019أإآاىيةـَُِّّفسشورñßİıøđ"
names = st.text(alphabet=LETTERS, max_size=12) | st.text(max_size=12)


class Thing:
    """Something with one name and some aliases."""

    def __init__(self, number: int, name: str, others: list[str]) -> None:
        self.id = f"thing{number}"
        self.name, self.others = name, tuple(others)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (self.name,), self.others


@given(names)
@example("™")
def test_folding_twice_is_folding_once(name: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(name)) == fold(name)


@given(names)
def test_folded_text_has_letters_and_digits_only(name: str) -> None:
    """No sign, space or mark is left."""
    assert fold(name) == "".join(letter for letter in fold(name) if letter.isalnum())


@given(names)
def test_how_a_name_is_composed_does_not_matter(name: str) -> None:
    """Composed and decomposed letters, and any case, fold alike."""
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name)) == fold(name)


@given(st.text(alphabet="abcéèêïôçœ -'ABCÉŒ019", max_size=12))
def test_case_does_not_matter(name: str) -> None:
    """Capitals fold as small letters do."""
    assert fold(name.upper()) == fold(name.lower()) == fold(name)


@given(st.lists(st.text(alphabet="abcéŒأفسـَ019", min_size=1, max_size=6), max_size=4))
def test_the_words_of_a_name_fold_to_the_name(parts: list[str]) -> None:
    """Splitting loses nothing: the words joined are the folded name."""
    assert "".join(words(" ".join(parts))) == fold(" ".join(parts))


@given(st.lists(st.tuples(names, st.lists(names, max_size=3)), max_size=6), names)
def test_what_is_found_has_that_name(things: list[tuple[str, list[str]]], asked: str) -> None:
    """A look-up returns a thing that is spelled so up to folding, says which several are, or refuses."""
    index = NameIndex("thing", [Thing(number, *thing) for number, thing in enumerate(things)])
    meant = {
        f"thing{number}"
        for number, (name, others) in enumerate(things)
        if asked in (name, *others, f"thing{number}")
        or (fold(asked) and fold(asked) in map(fold, (name, *others, f"thing{number}")))
    }
    found = {thing.id for thing in index.matches(asked)}
    assert found <= meant
    assert bool(found) == bool(meant)
    if len(found) == 1:
        assert {index.find(asked).id} == found
    else:
        with pytest.raises(AmbiguousName if found else UnknownName):
            index.find(asked)


@given(st.lists(names.filter(bool), min_size=1, max_size=6, unique_by=fold))
def test_every_name_of_its_own_is_found(several: list[str]) -> None:
    """Things whose names fold apart are each found by their name."""
    index = NameIndex("thing", [Thing(number, name, []) for number, name in enumerate(several)])
    for number, name in enumerate(several):
        if fold(name) not in {f"thing{other}" for other in range(len(several))}:
            assert index.find(name).id == f"thing{number}"
