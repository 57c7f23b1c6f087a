"""The udev rules and the unit as installed, without the till: who may open what."""

import grp
import os
import pwd
import stat
import subprocess

from bench import DATA, Keyboard, Printer, check, equal, wait_for

NEEDS_GALLA = False


def run():
    account_and_folder()
    listed_scanner_is_gallas()
    other_keyboard_is_left_alone()
    local_rule_wins()
    printer_is_gallas()
    unit_is_well_formed()


def owner(path):
    found = os.stat(path)
    return f"{pwd.getpwuid(found.st_uid).pw_name}:{grp.getgrgid(found.st_gid).gr_name}"


def mode(path):
    return f"{stat.S_IMODE(os.stat(path).st_mode):04o}"


def account_and_folder():
    equal(pwd.getpwnam("galla").pw_shell, "/usr/sbin/nologin", "the service's shell")
    equal((owner(DATA), mode(DATA)), ("galla:galla", "2770"), f"owner and mode of {DATA}")
    equal((owner("/etc/galla"), mode("/etc/galla")), ("root:root", "0755"), "/etc/galla")


def listed_scanner_is_gallas():
    scanner = Keyboard(0, vendor=0x0C2E, product=0x0B61).plug()
    found = scanner.input_properties()
    equal(found.get("ID_GALLA_SCANNER"), "1", "ID_GALLA_SCANNER of a listed scanner")
    equal(found.get("LIBINPUT_IGNORE_DEVICE"), "1", "LIBINPUT_IGNORE_DEVICE of a listed scanner")
    equal((owner(scanner.event_node), mode(scanner.event_node)), ("root:galla", "0660"),
          "a listed scanner's node")


def other_keyboard_is_left_alone():
    keyboard = Keyboard(1, vendor=0x0416, product=0xC141, name="Keyboard").plug()
    found = keyboard.input_properties()
    equal(found.get("ID_GALLA_SCANNER"), None, "ID_GALLA_SCANNER of somebody's keyboard")
    equal(found.get("LIBINPUT_IGNORE_DEVICE"), None, "LIBINPUT_IGNORE_DEVICE of a keyboard")
    equal(owner(keyboard.event_node), "root:input", "the owner of somebody's keyboard")
    keyboard.remove()


def local_rule_wins():
    rules = "/etc/udev/rules.d/69-galla-local.rules"
    with open(rules, "w") as file:
        file.write('ENV{ID_VENDOR_ID}=="1234", ENV{ID_GALLA_SCANNER}="1"\n'
                   'ENV{ID_VENDOR_ID}=="05e0", ENV{ID_GALLA_SCANNER}="0"\n')
    subprocess.run(["udevadm", "control", "--reload"], check=True)
    added = Keyboard(2, vendor=0x1234, product=0x5678).plug()
    equal(owner(added.event_node), "root:galla", "the owner of a scanner that a local rule names")
    added.remove()
    refused = Keyboard(3, vendor=0x05E0, product=0x1200).plug()
    equal(owner(refused.event_node), "root:input", "the owner of a scanner a local rule takes out")
    refused.remove()


def printer_is_gallas():
    printer = Printer(1).plug()
    equal(printer.properties().get("ID_GALLA_PRINTER"), "1", "ID_GALLA_PRINTER")
    equal((owner(printer.node), mode(printer.node)), ("root:galla", "0660"), "the printer's node")
    equal((printer.device / "power/control").read_text().strip(), "on", "power/control")
    wait_for(lambda: os.path.exists("/dev/usb/lp0"), "/dev/usb/lp0")
    wait_for(lambda: owner("/dev/usb/lp0") == "root:galla", "/dev/usb/lp0 to belong to galla")


def unit_is_well_formed():
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", "galla-cashier@tty1.service"],
                          capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if "/usr/bin/galla" not in line]
    check(not complaints, f"systemd-analyze verify says {complaints}")
