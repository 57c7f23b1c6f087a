"""Receipts read a second time by the project's strict reader: `swift build --product paper-reader`.

The bench's own reader was written from the printers' manuals, the strict one knows what Galla's
profile allows: where both see the same rows, the rows are on the paper.
"""

import subprocess

COLUMNS = 48
# What either reader writes for things that are no text: cut, drawer, barcode, picture.
NO_TEXT = ("[cut", "[drawer", "[barcode", "[picture", "||||", "- - -")


def kept(leftovers):
    """The receipts that a scenario kept, in the order of their names."""
    return sorted(leftovers.glob("receipt-*.bin"))


def objection(reader, leftovers):
    """What is wrong with the receipts that a scenario kept, or None."""
    for receipt in kept(leftovers):
        done = subprocess.run([reader, "--columns", str(COLUMNS), receipt],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"the strict reader refuses {receipt.name}: {done.stderr.strip()}"
        ours, theirs = text(receipt.with_suffix(".txt").read_text()), text(done.stdout)
        if ours != theirs:
            differing = next(pair for pair in zip([*ours, "nothing"], [*theirs, "nothing"])
                             if pair[0] != pair[1])
            return (f"the two readers differ on {receipt.name}: {differing[0]!r} here, "
                    f"{differing[1]!r} to the strict one")
    return None


def text(rows):
    """The rows that are text, with single spaces."""
    rows = [" ".join(row.split()) for row in rows.splitlines()]
    return [row for row in rows if row and not row.startswith(NO_TEXT)]
