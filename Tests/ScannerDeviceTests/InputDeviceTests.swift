import Evdev
import Hotplug
import Scanning
import SystemPackage
import Testing

extension ScannerDeviceTests {
    @Suite("What the kernel and udev say of a device")
    struct InputDeviceTests {
        private let bench = Bench()

        @Test("a device is listed with its node, mark, links, keys and USB device")
        func listed() throws {
            let place = bench.make().place
            let found = try DeviceList.devices(subsystem: "input")
            let record = try #require(found.first { $0.syspath == place.syspath })
            #expect(record.node == place.node && record.subsystem == "input")
            #expect(record.properties["ID_GALLA_SCANNER"] == "1")
            #expect(record.links.first == "/dev/input/by-id/" + place.link)
            #expect(record.inputName == place.name && record.inputKeys == place.keys)
            #expect(
                record.usb
                    == USBParent(
                        port: "1-1", vendor: 0x0C2E, product: 0x0B61, serial: "19B1",
                        manufacturer: nil, productName: "Voyager"))
        }

        @Test("only devices of the asked type are listed, a USB device as its own parent")
        func listedByType() throws {
            _ = bench.make()
            let found = try DeviceList.devices(subsystem: "usb", deviceType: "usb_device")
            #expect(found.map { $0.usb?.port } == ["1-1"])
            #expect(try DeviceList.devices(subsystem: "usb", deviceType: "usb_interface") == [])
        }

        @Test("the monitor tells of its subsystems only, in order, and then has no more")
        func monitor() throws {
            let keyboard = bench.make()
            let monitor = try DeviceMonitor(subsystems: [Subsystem(name: "input")])
            #expect(monitor.next() == nil)
            Testbed.shared.tell("add", "/sys" + keyboard.place.device)
            for action in ["add", "change", "remove", "move"] { bench.tell(action, keyboard) }
            let actions: [DeviceNews.Action] = [.add, .change, .remove, .other("move")]
            for action in actions {
                let news = try #require(monitor.next())
                #expect(news.action == action && news.syspath == keyboard.place.syspath)
                #expect(news.subsystem == "input" && news.deviceType == nil && !news.isAskedFor)
            }
            let place = keyboard.place.syspath
            let device = try #require(DeviceList.device(toldOf: place))
            #expect(device.syspath == place && device.isInitialised && device.usb?.port == "1-1")
            #expect(DeviceList.device(toldOf: place + "9") == nil)
            #expect(monitor.next() == nil && !monitor.takeLoss())
        }

        @Test("an input device tells its name, make, keys and those that are down")
        func described() throws {
            let keyboard = bench.make()
            keyboard.with { $0.keysDown = [30, 42] }
            let device = try InputDevice(node: keyboard.place.node)
            #expect(try device.name() == keyboard.place.name)
            let make = try device.identifiers()
            #expect(make.bus == 3 && make.version == 0x110)
            #expect(make.vendor == 0x0C2E && make.product == 0x0B61)
            #expect(try device.keys().contains(28) && !device.keys().contains(200))
            let down = try device.keysDown()
            #expect(down.contains(30) && down.contains(42) && !down.contains(31))
        }

        @Test("a grab waits for keys to be up, and can be given back")
        func grab() throws {
            let keyboard = bench.make()
            keyboard.with { $0.keysDown = [30] }
            let device = try InputDevice(node: keyboard.place.node)
            #expect(try !device.grabIfIdle() && !keyboard.with { $0.isGrabbed })
            keyboard.with { $0.keysDown = [] }
            #expect(try device.grabIfIdle() && keyboard.with { $0.isGrabbed })
            try device.release()
            #expect(!keyboard.with { $0.isGrabbed })
        }

        @Test("a refused grab says that another program has the device")
        func refusedGrab() throws {
            let keyboard = bench.make()
            keyboard.with { $0.isTaken = true }
            let device = try InputDevice(node: keyboard.place.node)
            do throws(EvdevError) {
                _ = try device.grabIfIdle()
                Issue.record("the grab must be refused")
            } catch {
                #expect(error.isTaken && !error.isGone && !error.isForbidden)
                #expect(error.request == .grab && error.node == keyboard.place.node)
            }
        }

        @Test("more events than one read takes come in order, then the pulled cable")
        func read() throws {
            let keyboard = bench.make()
            var device = try InputDevice(node: keyboard.place.node)
            let sent = (0..<50).flatMap { _ in Keys.scan("1") }
            keyboard.send(sent)
            var received: [InputEvent] = []
            try device.read { received.append($0) }
            #expect(received.map(\.code) == sent.map(\.code))
            #expect(received.map(\.value) == sent.map(\.value))
            keyboard.unplug()
            do throws(EvdevError) {
                try device.read { _ in Issue.record("nothing can come any more") }
                Issue.record("reading must fail")
            } catch {
                #expect(error.isGone && error.request == .read)
            }
        }

        @Test("raw scan codes are hidden where the kernel can hide them")
        func scanCodes() throws {
            let keyboard = bench.make()
            var device = try InputDevice(node: keyboard.place.node)
            let isHiding = device.hideScanCodes()
            #expect(isHiding)
            keyboard.send(Keys.tap(30))
            var received: [InputEvent] = []
            try device.read { received.append($0) }
            #expect(received.map(\.type) == [1, 0, 1, 0])
        }

        @Test("a node that is not there is gone")
        func missing() {
            do throws(EvdevError) {
                _ = try InputDevice(node: "/dev/input/event9999")
                Issue.record("there is no such node")
            } catch {
                #expect(error.isGone && error.request == .open)
            }
        }
    }
}
