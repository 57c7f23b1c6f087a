"""The first sale as a script on a pipe, printed into a file."""

import pathlib
import re

from bench import check, equal, galla, keep_receipts, matches, receipts
from bench.sample import stock_up
from bench.walkthrough import LINES, SCANS, check_books, check_paper

LIMIT = 120

PAPER = pathlib.Path("/tmp/paper.bin")


def run():
    stock_up()
    steps = (*SCANS, *LINES)
    script = "".join(f"{line}\n" for line, _ in steps)
    said = galla("cashier", "--printer", f"file:{PAPER}", stdin=script)
    check("\x1b" not in said, f"control sequences on a pipe: {said!r}")
    place = 0
    for line, answer in steps:
        found = re.compile(answer).search(said, place)
        check(found, f"no answer to {line} like {answer!r} in {said[place:]!r}")
        place = found.end()
    number = matches(said, r"BILL-\d{10}", "the bill's number").group()
    data = PAPER.read_bytes()
    receipt, = receipts(data)
    check_paper(receipt, number)
    keep_receipts("file", data)
    check_books(number)
    equal(PAPER.read_bytes(), data, "the paper after `galla bill show`")
