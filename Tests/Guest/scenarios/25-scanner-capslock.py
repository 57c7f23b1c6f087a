"""CapsLock at the console: a scanner that makes up for it sells what was printed all the same."""

import os
import select

from bench import Keyboard, Till, check, equal, wait_for
from bench.sample import BATCHES, PRODUCTS
from bench.shop import import_csv

CAPS_LOCK, LAMP = 0x39, 2  # the key's usage; its lamp in the output report (HID 1.11, appendix B.1)
CODE = "Ab-12"


def run():
    head, batches = PRODUCTS.splitlines()[0], BATCHES.splitlines()[0]
    import_csv("products", f"{head}\n{CODE},Thing,pc,,5,\n")
    import_csv("batches", f"{batches}\n{CODE},1,2026-11-01,,50,0.50,1,1\n")
    gun = CarefulScanner(Keyboard(0).plug())
    person = Keyboard(1, vendor=0x0416, product=0xC141, name="Person").plug()
    press(person)
    gun.wait_for_lamp(True, "the console lights CapsLock on the scanner too")
    till = Till(printer="none:").start()
    till.expect("Scanner ready")
    gun.wait_for_lamp(False, "the till has put the scanner's lamp out")
    gun.scan(CODE)
    till.expect(r" 1 × ₹1\.00 .*Thing$")
    # While the till has the scanner, the console's CapsLock is not its business.
    press(person)
    press(person)
    gun.scan(CODE)
    till.expect(r" 2 × ₹1\.00 .*Thing$")
    check("exchanged" not in till.terminal.text, "a code arrived with its case exchanged")
    equal(gun.lit, False, "the scanner's lamp under the till")
    # A scanner that exchanges the case whatever the lamp: the catalogue knows the other code only.
    gun.exchanges = True
    gun.scan(CODE)
    till.expect(r" 3 × ₹1\.00 .*Thing$")
    till.expect(r"aB-12; Ab-12 was sold")
    till.stop()
    gun.wait_for_lamp(True, "the console has its lamp back")


def press(person):
    """A person presses CapsLock and lets go of it."""
    person.send([bytes((0, 0, CAPS_LOCK, 0, 0, 0, 0, 0)), bytes(8)])


class CarefulScanner:
    """A scanner that exchanges capitals and small letters while its CapsLock lamp is lit."""

    def __init__(self, keyboard):
        self.keyboard, self.node = keyboard, keyboard.opened()
        self.lit, self.exchanges = False, False

    def scan(self, text):
        self._look()
        self.keyboard.scan(text.swapcase() if self.lit or self.exchanges else text)

    def wait_for_lamp(self, lit, what):
        def is_so():
            self._look()
            return self.lit == lit
        wait_for(is_so, what)

    def _look(self):
        """Takes the output reports that the host has sent."""
        while select.select([self.node], [], [], 0)[0]:
            if report := os.read(self.node.fileno(), 8):
                self.lit = bool(report[0] & LAMP)
