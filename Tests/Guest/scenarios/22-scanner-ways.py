"""A keyboard, a HID-POS and a serial scanner at one till, and a person's keyboard beside them."""

import json
import os
import pathlib
import select
import struct
import subprocess

from bench import (HIDPOS, Keyboard, SerialScanner, Till, check, equal, galla, matches, wait_for)
from bench.sample import A, B, stock_up

LIMIT = 180

# 67 characters behind the AIM identifier, two reports: product A, batch A2, a serial number, and an
# additional identification that only makes it longer.
DATA_MATRIX = f"010{A}10A2\x1d21ABCDEFGHIJ0123456789\x1d240ABCDEFGHIJKLMNOPQRST0123456789"
EVENT = struct.Struct("@llHHi")  # struct input_event


def run():
    stock_up()
    keyboard, hidpos = Keyboard(0).plug(), HIDPOS(1).plug()
    serial = SerialScanner(2)
    person = Keyboard(3, vendor=0x0416, product=0xC141, name="Keyboard").plug()
    equal(hidpos.driver, "usbhid", "who has the HID-POS interface before the till")
    rules(hidpos, serial)
    till = Till(printer="none:").start()
    till.expect_all(r"Scanner ready: Bench Scanner on port", r"Scanner ready: HID-POS on port",
                    r"Scanner ready: Serial on port")
    equal(hidpos.driver, "usbfs", "who has the HID-POS interface under the till")
    survey(keyboard, hidpos, serial, person)
    scans(till, keyboard, hidpos, serial)
    cut_off(till, hidpos, serial)
    person_types(till, person)
    serial_is_exclusive(serial)
    nothing_wakes(till)
    permitted_later(till, hidpos)
    killed(till, hidpos)
    till.stop()
    wait_for(lambda: hidpos.driver == "usbhid", "usbhid to have the interface again")


def rules(hidpos, serial):
    """Access and marks of the two ways that are no keyboard."""
    found = hidpos.properties()
    equal(found.get("ID_GALLA_SCANNER"), "1", "ID_GALLA_SCANNER of the HID-POS scanner")
    equal(group(hidpos.node), "galla", "the group of the HID-POS scanner's node")
    serial.plug()
    found = serial.tty_properties()
    equal((found.get("ID_GALLA_SCANNER"), found.get("ID_MM_DEVICE_IGNORE")), ("1", "1"),
          "the marks of the serial scanner's line")
    equal(serial.properties().get("ID_MM_DEVICE_IGNORE"), "1", "the mark of the serial scanner")
    equal(group(serial.tty_node), "galla", "the group of the serial scanner's line")


def group(node):
    return node.group()


def survey(keyboard, hidpos, serial, person):
    found = {(device["port"], device.get("way")): device["accepted"]
             for device in json.loads(galla("devices", "--json")) if "port" in device}
    equal(found, {(keyboard.port, "keyboard"): True, (hidpos.port, "hid-pos"): True,
                  (serial.port, "serial"): True, (person.port, "keyboard"): False},
          "what `galla devices --json` takes")


def scans(till, keyboard, hidpos, serial):
    keyboard.scan(A)
    till.expect(r"1 × ₹100\.00 .*Product A")
    hidpos.scan(A)
    till.expect(r"2 × ₹100\.00 .*Product A")
    serial.scan(A)
    till.expect(r"3 × ₹100\.00 .*Product A")
    serial.scan(A, terminator="\r\n")
    till.expect(r"4 × ₹100\.00 .*Product A")
    hidpos.scan(DATA_MATRIX, aim="]d2")
    till.expect(r"Product A.*\n?.*A2|A2.*\n?.*Product A|5 × .*Product A|1 × .*Product A")
    serial.scan("]C1" + f"010{A}10A2")
    serial.scan(B)
    till.expect(r"1 × ₹100\.00 .*Product B")


def cut_off(till, hidpos, serial):
    """Half a code of each way, then the cable: nothing is sold, and that is said."""
    before = till.cart()
    until_read(till, lambda: hidpos.start_scan(B))
    hidpos.unplug()
    till.expect_all(r"A scan of HID-POS was lost", r"Scanner unplugged: HID-POS")
    until_read(till, lambda: serial.send(B[:7].encode()))
    serial.unplug()
    till.expect_all(r"A scan of Serial was lost", r"Scanner unplugged: Serial")
    hidpos.plug()
    serial.plug()
    till.expect_all(r"Scanner ready: HID-POS", r"Scanner ready: Serial")
    equal(till.cart(), before, "the bill after two halves of a scan")
    hidpos.scan(B)
    till.expect(r"2 × ₹100\.00 .*Product B")
    serial.scan(B)
    till.expect(r"3 × ₹100\.00 .*Product B")


def until_read(till, send):
    """Sends, and waits until the scanners' thread woke up for it and sleeps again: what the kernel
    still has of a line or a device that is pulled, nobody gets to see."""
    wait_for(lambda: is_asleep(till), "the scanners' thread to sleep")
    before = wake_ups(till)
    send()
    wait_for(lambda: wake_ups(till)[0] != before[0], "the till to read half a code")


def is_asleep(till):
    before = wake_ups(till)
    select.select([], [], [], 0.3)
    return wake_ups(till) == before


def person_types(till, person):
    """What a person types on the keyboard beside them arrives where it should, and only there."""
    mark = till.mark()
    node = os.open(person.event_node, os.O_RDONLY | os.O_NONBLOCK)
    try:
        person.scan("12")
        pressed = []
        while len(pressed) < 3 and select.select([node], [], [], 10)[0]:
            data = os.read(node, EVENT.size * 64)
            pressed += [code for *_, kind, code, value in EVENT.iter_unpack(data)
                        if kind == 1 and value == 1]
    finally:
        os.close(node)
    equal(pressed, [2, 3, 28], "the keys that a person pressed")
    till.answer("total", r"^total ")
    check(not any("12" == row.strip() for row in till.rows_since(mark)), "a person's keys were read")


def serial_is_exclusive(serial):
    program = f"import os; os.open('{serial.tty_node}', os.O_RDWR | os.O_NOCTTY)"
    done = subprocess.run(["python3", "-c", program], capture_output=True, text=True, user="galla",
                          group="galla", extra_groups=[], check=False)
    matches(done.stderr, "Device or resource busy", "a second program that opens the serial line")


def nothing_wakes(till):
    """Ten seconds in which no scanner of any way sends anything: their thread sleeps through them."""
    before = wake_ups(till)
    select.select([], [], [], 10)
    equal(wake_ups(till), before, "how often the scanners' thread woke up while nothing happened")


def wake_ups(till):
    for task in pathlib.Path(f"/proc/{till.process}/task").iterdir():
        if (task / "comm").read_text().strip() == "galla-scanner":
            return [line for line in (task / "status").read_text().splitlines()
                    if "ctxt_switches" in line]
    raise AssertionError("the till has no thread galla-scanner")


def permitted_later(till, hidpos):
    """A scanner that the till may not open is taken when the rules have run again, as README says."""
    till.stop()
    os.chown(hidpos.node, 0, 0)
    till.start()
    till.expect_all(r"No permission to read /dev/bus/usb/", r"Scanner ready: Serial on port")
    subprocess.run(["udevadm", "trigger", "--action=add"], check=True)
    till.expect(r"Scanner ready: HID-POS on port")
    hidpos.scan(B)
    till.expect(r"4 × ₹100\.00 .*Product B")


def killed(till, hidpos):
    """After a kill nobody has the interface, and the next start asks the device itself."""
    till.kill9()
    till.expect(r"Scanner ready: HID-POS on port")
    hidpos.scan(B)
    till.expect(r"5 × ₹100\.00 .*Product B")
