"""Changing sound inputs at random, always alike for the same seed: for the short run, which needs no package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random


def inputs(seeds: Sequence[bytes], words: Sequence[str], seed: int) -> Iterator[bytes]:
    """Change sound inputs without end.

    Args:
        seeds: Sound inputs; each comes first as it is.
        words: What stands in such inputs, to be put in.
        seed: What the changes depend on.

    Yields:
        The inputs.
    """
    yield from (b"", *seeds)
    random = Random(seed)
    tokens = [word.encode("utf-8", "surrogatepass") for word in words] or [b"\0", b"\xff", b"0"]
    while True:
        data = bytearray(random.choice(seeds))
        for _ in range(1 + min(int(random.expovariate(0.6)), 12)):
            _change(data, seeds, tokens, random)
        yield bytes(data)


def _change(data: bytearray, seeds: Sequence[bytes], tokens: Sequence[bytes], random: Random) -> None:
    start = random.randrange(len(data) + 1)
    end = min(len(data), start + 1 + int(random.expovariate(0.15)))
    match random.randrange(8):
        case 0 if start < len(data):
            data[start] ^= 1 << random.randrange(8)
        case 1:
            del data[start:end]
        case 2:
            data[start:end] = random.choice(tokens)
        case 3:
            data[start:start] = data[start:end] * random.choice((1, 1, 2, 40))
        case 4:
            other = random.choice(seeds)
            at = random.randrange(len(other) + 1)
            data[start:end] = other[at : at + 60]
        case 5:
            del data[start:]
        case 6:
            data[start:start] = random.randbytes(random.randrange(1, 5))
        case _:
            data[start:start] = random.choice(tokens) * random.choice((1, 1, 1, 2, 30))
