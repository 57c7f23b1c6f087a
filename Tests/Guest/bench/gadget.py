"""A USB device made of software: a folder in configfs, plugged into one of dummy_hcd's controllers.

`Gadget` is what the keyboard and the printer share. The names are the kernel's: see
Documentation/usb/gadget_configfs.rst in the kernel's sources.
"""

import functools
import pathlib

from .waiting import wait_for

CONFIGFS = pathlib.Path("/sys/kernel/config/usb_gadget")
UDEV_DATABASE = pathlib.Path("/run/udev/data")


class Gadget:
    """A device on the cable number `udc` (0 to 3), described but not yet plugged in."""

    def __init__(self, udc, vendor, product, serial, manufacturer, name):
        """`vendor` and `product` are numbers; an empty `serial` makes a device without one."""
        self.udc, self.name_on_label = udc, name
        self.folder = CONFIGFS / f"cable{udc}"
        self.folder.mkdir()
        self._write("idVendor", f"{vendor:#06x}")
        self._write("idProduct", f"{product:#06x}")
        self._write("bcdUSB", "0x0200")
        strings = self.folder / "strings/0x409"
        strings.mkdir()
        for file, text in (("manufacturer", manufacturer), ("product", name),
                           ("serialnumber", serial)):
            if text:
                (strings / file).write_text(text)
        self.configuration = self.folder / "configs/c.1"
        self.configuration.mkdir()
        self._write("configs/c.1/MaxPower", "100")

    def add_function(self, kind, **attributes):
        """Adds a function such as `hid.0` to the only configuration; gives its folder."""
        function = self.folder / "functions" / f"{kind}.cable{self.udc}"
        function.mkdir()
        for attribute, value in attributes.items():
            if isinstance(value, bytes):
                (function / attribute).write_bytes(value)
            else:
                (function / attribute).write_text(str(value))
        (self.configuration / function.name).symlink_to(function)
        return function

    def plug(self):
        """Puts the cable in and waits until udev has finished with the device."""
        self.put_in()
        wait_for(self._initialised, f"the device on cable {self.udc} to be enumerated")
        return self

    def put_in(self):
        """Puts the cable in and waits for nothing."""
        self._write("UDC", f"dummy_udc.{self.udc}")

    def unplug(self):
        """Pulls the cable and waits until the kernel has noticed."""
        self._write("UDC", "\n")
        wait_for(lambda: self.device is None, f"the device on cable {self.udc} to go away")

    def remove(self):
        """Pulls the cable and takes the gadget apart: another one can have the cable."""
        if self.device:
            self.unplug()
        for link in self.configuration.iterdir():
            if link.is_symlink():
                link.unlink()
        self.configuration.rmdir()
        for function in (self.folder / "functions").iterdir():
            function.rmdir()
        (self.folder / "strings/0x409").rmdir()
        self.folder.rmdir()

    @property
    def device(self):
        """The device's folder in sysfs as the host side sees it, or None without a cable."""
        folder = self.root / self.port
        return folder if folder.exists() else None

    @functools.cached_property
    def root(self):
        """The folder of the bus that the cable is on."""
        return next(pathlib.Path(f"/sys/devices/platform/dummy_hcd.{self.udc}").glob("usb*"))

    @property
    def port(self):
        """The port path such as `1-1`, as a device URI names it; it outlives an unplug."""
        return f"{self.root.name.removeprefix('usb')}-1"

    @property
    def node(self):
        """The node that libusb opens."""
        bus, number = (int(read(self.device / name)) for name in ("busnum", "devnum"))
        return pathlib.Path(f"/dev/bus/usb/{bus:03}/{number:03}")

    def properties(self, device=None):
        """What udev knows of the USB device, or of another folder in sysfs, as a dictionary."""
        return properties(device or self.device)

    def _initialised(self):
        device = self.device
        if device is None or not (device / "bConfigurationValue").exists():
            return False
        return read(device / "bConfigurationValue") != "" and known_to_udev(device)

    def _write(self, name, text):
        (self.folder / name).write_text(text)


def read(file):
    """The text of a kernel's file without its line feed; empty when what it tells of has just gone.

    A file that was opened before and is read after that fails with ENODEV."""
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def database_entry(device):
    """udev's own record of a device with a node: it is written when all rules have run."""
    kind = "b" if (device / "subsystem").resolve().name == "block" else "c"
    return UDEV_DATABASE / f"{kind}{read(device / 'dev')}"


def known_to_udev(device):
    """Whether udev has finished with a device."""
    return database_entry(device).exists()


def properties(device):
    """The properties in udev's record."""
    lines = read(database_entry(device)).splitlines()
    return dict(line[2:].split("=", 1) for line in lines if line.startswith("E:"))
