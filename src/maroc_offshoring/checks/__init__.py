"""What a reader must know before quoting the records: contradictions, sums that do not fit, promises told twice.

:func:`check` runs a rule per module over a dataset, and gathers what they find. `docs/findings.md` explains each code.
"""

from maroc_offshoring.checks.checking import check
from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.exhibit import Exhibit
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.findings import Findings

__all__ = ["Exhibit", "Finding", "FindingCode", "Findings", "Role", "Severity", "check"]
