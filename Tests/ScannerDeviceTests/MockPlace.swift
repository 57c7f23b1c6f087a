import Synchronization

/// Where a mock keyboard is plugged in and what udev says of it.
struct MockPlace {
    /// USB port path.
    var port = "1-1"
    /// Which of the device's interfaces the keyboard is.
    var interface = 0
    /// The kernel's running number: another one each time something is plugged in.
    var number = MockPlace.lastNumber.add(1, ordering: .relaxed).newValue
    var name = "Honeywell Voyager 1450g"
    var serial: String? = "19B1"
    /// Whether our udev rule has marked it.
    var isTagged = true
    /// The keys it has, as sysfs shows them: by default those of a full keyboard.
    var keys = "1000000000007 ff980000000007ff febeffdff3cfffff fffffffffffffffe"
    var link = "usb-Honeywell_Voyager_19B1-event-kbd"

    private static let lastNumber = Atomic(100)

    var node: String { "/dev/input/event\(number)" }
    var device: String { "/devices/pci0000:00/0000:00:14.0/usb1/\(port)" }
    var input: String {
        "\(device)/\(port):1.\(interface)/0003:0C2E:0B61.0001/input/input\(number)"
    }
    var syspath: String { "/sys\(input)/event\(number)" }

    /// Its folders under /sys, innermost first.
    ///
    /// A second interface has none of its own on USB: the first one has brought it.
    var folders: [String] {
        [syspath, "/sys" + input] + (interface == 0 ? ["/sys" + device] : [])
    }

    /// Its devices in umockdev's text form, outermost first.
    var description: String {
        (interface == 0 ? usbDescription : "") + inputDescription
    }

    private var usbDescription: String {
        """
        P: \(device)
        E: SUBSYSTEM=usb
        E: DEVTYPE=usb_device
        A: idVendor=0c2e
        A: idProduct=0b61
        A: product=Voyager
        \(serial.map { "A: serial=\($0)" } ?? "A: authorized=1")


        """
    }

    private var inputDescription: String {
        """
        P: \(input)
        E: SUBSYSTEM=input
        A: name=\(name)
        A: capabilities/key=\(keys)

        P: \(input)/event\(number)
        N: input/event\(number)
        E: SUBSYSTEM=input
        E: DEVNAME=\(node)
        E: MAJOR=13
        E: MINOR=\(64 + number)
        E: DEVLINKS=/dev/input/by-id/\(link) /dev/input/by-path/\(port)
        E: ID_GALLA_SCANNER=\(isTagged ? 1 : 0)

        """
    }
}
