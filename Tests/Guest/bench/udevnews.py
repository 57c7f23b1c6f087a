"""When udev told of the devices on a cable, by its own clock."""

import re
import subprocess
import threading

from .waiting import wait_for

# UDEV  [123.456789] add      /devices/platform/dummy_hcd.0/usb1/1-1 (usb)
LINE = re.compile(r"UDEV +\[([\d.]+)\] (\w+) +\S*/dummy_hcd\.(\d)(/\S*) ")


KINDS = [f"--subsystem-match={kind}" for kind in ("input", "tty", "usb")]


class UdevNews:
    """Listens from its making on, in a process of its own that nothing here can hold up."""

    def __init__(self):
        self.times = {}
        self.lock = threading.Lock()
        self.monitor = subprocess.Popen(["udevadm", "monitor", "--udev", *KINDS],
                                        stdout=subprocess.PIPE, text=True)
        started = threading.Event()
        threading.Thread(target=self._listen, args=(started,), daemon=True).start()
        wait_for(started.is_set, "udevadm monitor to listen")

    def forget(self, scanner):
        """Forgets what was told of a scanner's cable."""
        with self.lock:
            self.times[scanner.udc] = []

    def first(self, scanner, word):
        """The monotonic time at which udev first told something like `add /…/event5` of it."""
        def found():
            with self.lock:
                return [at for at, told in self.times.get(scanner.udc, ()) if re.search(word, told)]
        return wait_for(found, f"udev to tell {word} of cable {scanner.udc}")[0]

    def _listen(self, started):
        for line in self.monitor.stdout:
            # It prints what it is going to print when it listens.
            started.set()
            if told := LINE.match(line):
                with self.lock:
                    self.times.setdefault(int(told[3]), []).append(
                        (float(told[1]), f"{told[2]} {told[4]}"))
