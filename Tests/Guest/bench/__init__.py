"""What a scenario of the virtual USB bench is written with; see Tests/Guest/README.md."""

import os

from .checks import check, equal, matches, unchanged
from .gadget import properties
from .keyboard import Keyboard
from .printer import Printer
from .shop import DATA, clean_data, fingerprint, galla, import_csv, query, value
from .till import Till
from .waiting import TooLate, wait_for

CAMPAIGN = os.environ.get("BENCH_CAMPAIGN") == "1"

__all__ = [
    "CAMPAIGN", "DATA", "Keyboard", "Printer", "Till", "TooLate", "check", "clean_data", "equal",
    "fingerprint", "galla", "import_csv", "matches", "properties", "query", "unchanged", "value",
    "wait_for",
]
