"""Two scanners of one model, without serial numbers, stay lane 1 and lane 2 whatever happens."""

import pathlib

from bench import Keyboard, Till, equal
from bench.sample import A, B, stock_up

LIMIT = 120

SETTINGS = pathlib.Path("/etc/galla/galla.toml")


def run():
    stock_up()
    left, right = Keyboard(0), Keyboard(1)
    SETTINGS.write_text(f'[scanner.lanes]\n"Lane 1" = "port={left.port}"\n'
                        f'"Lane 2" = "port={right.port}"\n')
    # The kernel's numbers go by who came first; the lanes do not.
    right.plug()
    left.plug()
    till = Till(printer="none:").start()
    till.expect_all(ready(1, left), ready(2, right))
    both_scan(till, left, right)
    for first, second in ((left, right), (right, left)):
        left.unplug()
        right.unplug()
        till.expect_all(r"Scanner unplugged: Lane 1", r"Scanner unplugged: Lane 2")
        first.plug()
        second.plug()
        till.expect_all(ready(1, left), ready(2, right))
    left.unplug()
    right.unplug()
    till.expect_all(r"Scanner unplugged: Lane 1", r"Scanner unplugged: Lane 2")
    till.stop()
    right.plug()
    left.plug()
    till.start()
    till.expect_all(ready(1, left), ready(2, right))
    left.scan(A[:6], terminator="none")
    left.unplug()
    till.expect_all(r"A scan of Lane 1 was lost", r"Scanner unplugged: Lane 1")
    right.scan(B)
    till.expect(r"2 × .*Product B")


def ready(lane, scanner):
    return rf"Scanner ready: Lane {lane} on port {scanner.port}"


def both_scan(till, left, right):
    left.scan(A)
    till.expect(r"1 × .*Product A")
    right.scan(B)
    till.expect(r"1 × .*Product B")
    equal(len([row for row in till.cart() if "Product" in row]), 2, "the bill's lines")
