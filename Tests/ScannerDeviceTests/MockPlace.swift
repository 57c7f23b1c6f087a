/// Where a mock keyboard is plugged in and what udev says of it.
struct MockPlace {
    /// USB port path.
    var port = "1-1"
    var number = 5
    var name = "Honeywell Voyager 1450g"
    var serial: String? = "19B1"
    /// Whether our udev rule has marked it.
    var isTagged = true
    /// The keys it has, as sysfs shows them: by default those of a full keyboard.
    var keys = "1000000000007 ff980000000007ff febeffdff3cfffff fffffffffffffffe"
    var link = "usb-Honeywell_Voyager_19B1-event-kbd"

    var node: String { "/dev/input/event\(number)" }
    var device: String { "/devices/pci0000:00/0000:00:14.0/usb1/\(port)" }
    var input: String { "\(device)/\(port):1.0/0003:0C2E:0B61.0001/input/input\(number)" }
    var syspath: String { "/sys\(input)/event\(number)" }

    /// The three devices in umockdev's text form: on USB, as an input, and its event node.
    var description: String {
        """
        P: \(device)
        E: SUBSYSTEM=usb
        E: DEVTYPE=usb_device
        A: idVendor=0c2e
        A: idProduct=0b61
        A: product=Voyager
        \(serial.map { "A: serial=\($0)" } ?? "A: authorized=1")

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
