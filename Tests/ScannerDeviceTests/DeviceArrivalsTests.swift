import Testing

@testable import Hotplug

@Suite("When a device that has come is worth a look")
struct DeviceArrivalsTests {
    private static let device = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1.2"
    private static let interface = device + "/1-1.2:1.0"
    private static let node = interface + "/0003:0C2E:0B61.0001/input/input5/event3"

    private func usb(
        _ action: DeviceNews.Action, _ syspath: String = device, asked: Bool = false
    ) -> DeviceNews {
        DeviceNews(
            action: action, syspath: syspath, subsystem: "usb",
            deviceType: syspath == Self.interface ? "usb_interface" : "usb_device",
            isAskedFor: asked)
    }

    private func input(_ action: DeviceNews.Action = .add, _ path: String = node) -> DeviceNews {
        DeviceNews(action: action, syspath: path, subsystem: "input")
    }

    @Test("a USB device is not looked at before the kernel is done with all of it")
    func underWay() {
        var arrivals = DeviceArrivals()
        #expect(arrivals.take(usb(.add)) == nil)
        #expect(arrivals.take(usb(.add, Self.interface)) == nil)
        #expect(arrivals.take(usb(.bind, Self.interface)) == nil)
        #expect(arrivals.take(usb(.change)) == nil)
        #expect(arrivals.take(usb(.bind)) == Self.device)
        // From then on its interfaces for themselves.
        #expect(arrivals.take(usb(.bind, Self.interface)) == Self.device)
        #expect(arrivals.take(usb(.unbind, Self.interface)) == nil)
        #expect(arrivals.take(usb(.change)) == Self.device)
    }

    @Test("input devices, and USB devices that were there before, do not wait for it")
    func others() {
        var arrivals = DeviceArrivals()
        _ = arrivals.take(usb(.add))
        #expect(arrivals.take(input()) == Self.node)
        #expect(arrivals.take(input(.change)) == Self.node)
        // A hub stays usable while what is plugged into it is set up.
        let hub = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
        #expect(arrivals.take(usb(.change, hub)) == hub)
    }

    @Test("what is gone is forgotten")
    func gone() {
        var arrivals = DeviceArrivals()
        _ = arrivals.take(usb(.add))
        arrivals.forget(Self.device)
        #expect(arrivals == DeviceArrivals())
    }

    @Test("a person who asks is not kept waiting")
    func asked() {
        var arrivals = DeviceArrivals()
        _ = arrivals.take(usb(.add))
        #expect(arrivals.take(usb(.add, asked: true)) == Self.device)
        #expect(arrivals.take(usb(.add, Self.interface, asked: true)) == Self.device)
        #expect(arrivals.take(usb(.change)) == Self.device)
    }

    @Test(
        "a USB device is read off the path",
        arguments: [
            ("/sys/devices/usb1/1-1", "/sys/devices/usb1/1-1"),
            ("/sys/devices/usb1/1-1/1-1.2.3", "/sys/devices/usb1/1-1/1-1.2.3"),
            ("/sys/devices/usb1/1-1/1-1:1.0/tty/ttyACM0", "/sys/devices/usb1/1-1"),
            ("/sys/devices/usb1/10-14/10-14:2.1", "/sys/devices/usb1/10-14"),
            ("/sys/devices/usb1", nil),
            ("/sys/devices/platform/a-1/1-/-1/1-x/1-1./event0", nil),
            ("", nil),
        ] as [(String, String?)])
    func place(path: String, device: String?) {
        #expect(DeviceArrivals.usbDevice(of: path) == device)
    }
}
