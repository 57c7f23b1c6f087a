"""Waiting in the guest: for events where the kernel has one, with a deadline everywhere."""

import os
import select
import socket
import subprocess
import time

PATIENCE = float(os.environ.get("BENCH_PATIENCE", "1"))
DEFAULT_SECONDS = 20

NETLINK_KOBJECT_UEVENT = 15
UDEV_GROUP = 2  # the group udevd repeats an event to when its rules have run


class TooLate(AssertionError):
    """What was waited for did not come."""


def deadline(timeout=None):
    """The monotonic time at which a wait of so many seconds is over on this machine."""
    return time.monotonic() + (DEFAULT_SECONDS if timeout is None else timeout) * PATIENCE


def wait_for(condition, what, timeout=None):
    """Waits until `condition()` is truthy and gives its value; raises TooLate naming `what`.

    A udev event wakes it at once. For conditions without any event it looks again twenty times a
    second.
    """
    end = deadline(timeout)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_KOBJECT_UEVENT) as events:
        events.bind((0, UDEV_GROUP))
        events.setblocking(False)
        while not (value := condition()):
            left = end - time.monotonic()
            if left <= 0:
                raise TooLate(f"waited in vain for {what}")
            if select.select([events], [], [], min(left, 0.05))[0]:
                drain(events)
        return value


def settle():
    """Waits until udev has worked off every event that has happened so far."""
    subprocess.run(["udevadm", "settle", f"--timeout={DEFAULT_SECONDS * PATIENCE:.0f}"], check=True)


def drain(events):
    """Throws away what has arrived: that something happened is all that counts."""
    try:
        while events.recv(1 << 16):
            pass
    except (BlockingIOError, OSError):
        return  # empty, or it overflowed, which is an event as well
