"""Dated exchange rates, price indices, and what is done with them: convert, deflate, restate.

Nothing is read before it is asked for: the tables that we ship are opened at the first rate or index, and neither pint
nor numpy is imported for a caller who uses neither.
"""

from maroc_offshoring.money.conversion import convert, deflate, restate
from maroc_offshoring.money.origins import Origin
from maroc_offshoring.money.prices import PriceIndex, Prices
from maroc_offshoring.money.rate import Rate
from maroc_offshoring.money.rates import Rates

__all__ = ["Origin", "PriceIndex", "Prices", "Rate", "Rates", "convert", "deflate", "restate"]
