"""What a scenario of the virtual USB bench is written with; see Tests/Guest/README.md."""

import os

from .checks import check, equal, matches, unchanged
from .gadget import properties
from .hidpos import HIDPOS
from .keyboard import Keyboard
from .paper import keep_receipts, receipts, rows, wait_for_receipts
from .printer import Printer
from .serialscanner import SerialScanner
from .shop import (DATA, clean_data, database_files, fingerprint, galla, import_csv, query,
                   value)
from .till import Till
from .waiting import TooLate, settle, wait_for

CAMPAIGN = os.environ.get("BENCH_CAMPAIGN") == "1"


def count_of(short, large):
    """How often a scenario does what it proves; in a campaign GALLA_COUNT does another count."""
    return int(os.environ.get("BENCH_COUNT", large)) if CAMPAIGN else short


__all__ = [
    "CAMPAIGN", "DATA", "HIDPOS", "Keyboard", "Printer", "SerialScanner", "Till", "TooLate", "check",
    "clean_data", "count_of", "database_files", "equal", "fingerprint", "galla", "import_csv", "keep_receipts", "matches",
    "properties", "query", "receipts", "rows", "settle", "unchanged", "value", "wait_for",
    "wait_for_receipts",
]
