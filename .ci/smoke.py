"""Use the installed package, as its wheel has it: without extras, without the checkout."""

from pathlib import Path

import maroc_offshoring as mo

checkout = Path(__file__).resolve().parents[1]
assert not Path(mo.__file__).resolve().is_relative_to(checkout), f"not the installed package: {mo.__file__}"

dataset = mo.load()
memoranda = dataset.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
total = memoranda.total("jobs")
assert total.figure is not None
assert total.figure.value == 5050, total
print(f"{mo.__version__}: {len(dataset.commitments)} commitments, {total.figure} in the memoranda of 2022")
