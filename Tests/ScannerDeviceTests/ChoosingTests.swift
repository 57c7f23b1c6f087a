import Devices
import Scanning
import Testing

extension ScannerDeviceTests {
    @Suite("Which keyboards are taken")
    struct ChoosingTests {
        private let bench = Bench()
        private let identity = Bench.identity

        @Test("a keyboard that nobody marked or named is never opened", .timeLimit(.minutes(1)))
        func leftAlone() async throws {
            let person = bench.make(MockPlace(port: "1-2", serial: nil, isTagged: false))
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", person)
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(person.with { $0.requests } == 0)
            #expect(await scanners.finish() == [])
        }

        @Test(
            "a scanner is found by name, port and node, marked or not", .timeLimit(.minutes(1)),
            arguments: ["name", "port", "node"])
        func named(_ way: String) async throws {
            let place = MockPlace(isTagged: false, link: "usb-Voyager_19B1-event-kbd")
            let match: ScannerMatch =
                switch way {
                case "name": .keyboard(.node("/dev/input/by-id/" + place.link))
                case "port": .keyboard(.port(place.port))
                default: .keyboard(.node(place.node))
                }
            let other = bench.make(MockPlace(port: "1-2"))
            let keyboard = bench.make(place)
            let scanners = try await RunningScanners([match])
            bench.tell("add", other)
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(other.with { $0.requests } == 0)
            #expect(await scanners.finish() == [])
        }

        @Test("buttons without digits are no scanner, marked or not", .timeLimit(.minutes(1)))
        func buttons() async throws {
            let buttons = bench.make(MockPlace(port: "1-2", keys: "c000 0 0 1000000000000000"))
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", buttons)
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(buttons.with { $0.requests } == 0)
            #expect(await scanners.finish() == [])
        }

        @Test("one scanner that the kernel shows twice is announced once", .timeLimit(.minutes(1)))
        func twoNodes() async throws {
            let keyboards = [bench.make(), bench.make(MockPlace(interface: 1))]
            let scanners = try await RunningScanners([.tagged])
            for keyboard in keyboards { bench.tell("add", keyboard) }
            #expect(try await scanners.next() == .connected(identity))
            keyboards[1].send(Keys.scan("42"))
            #expect(try await scanners.nextText() == "42")
            bench.tell("remove", keyboards[0])
            keyboards[1].send(Keys.scan("43"))
            #expect(try await scanners.nextText() == "43")
            bench.tell("remove", keyboards[1])
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("a scanner that is marked later is taken then", .timeLimit(.minutes(1)))
        func markedLater() async throws {
            let keyboard = bench.make(MockPlace(isTagged: false))
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            bench.mark(keyboard, "1")
            bench.mark(keyboard, "1")
            #expect(try await scanners.next() == .connected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("a scanner that loses its mark is given back", .timeLimit(.minutes(1)))
        func unmarked() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            bench.mark(keyboard, "0")
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("another program's scanner is refused once and taken later", .timeLimit(.minutes(1)))
        func taken() async throws {
            let keyboard = bench.make()
            let other = bench.make(MockPlace(port: "1-2", serial: nil))
            keyboard.with { $0.isTaken = true }
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            bench.tell("change", keyboard)
            // A scanner behind it shows that the second refusal has passed unsaid.
            bench.tell("add", other)
            let reason = try await scanners.nextRefusal()
            #expect(reason.contains(keyboard.place.node) && reason.contains("Another program"))
            guard case .connected(let second) = try await scanners.next() else {
                Issue.record("the same refusal was said again")
                return
            }
            #expect(second.port == "1-2")
            keyboard.with { $0.isTaken = false }
            bench.tell("change", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("a scanner is not grabbed while one of its keys is down", .timeLimit(.minutes(1)))
        func keyDown() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            keyboard.with { $0.keysDown = [30] }
            bench.tell("add", keyboard)
            #expect(try await scanners.nextRefusal().contains("held down"))
            #expect(!keyboard.with { $0.isGrabbed })
            keyboard.with { $0.keysDown = [] }
            // What was typed before the grab went elsewhere as well: it must not become a scan.
            keyboard.send(Keys.change(30, 0) + Keys.scan("21"))
            #expect(try await scanners.next() == .connected(identity))
            keyboard.send(Keys.scan("42"))
            #expect(try await scanners.nextText() == "42")
            #expect(await scanners.finish() == [])
        }

        @Test(
            "the console's CapsLock lamp is put out on a scanner that is ours, and on no other",
            .timeLimit(.minutes(1)))
        func capsLockLamp() async throws {
            let person = bench.make(MockPlace(port: "1-2", serial: nil, isTagged: false))
            let keyboard = bench.make()
            for lit in [person, keyboard] { lit.with { $0.isCapsLockLit = true } }
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", person)
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(!keyboard.with { $0.isCapsLockLit })
            #expect(person.with { $0.isCapsLockLit })
            keyboard.send(Keys.scan("42"))
            #expect(try await scanners.nextText() == "42")
            #expect(await scanners.finish() == [])
        }
    }
}
