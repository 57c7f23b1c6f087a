import Glibc
import LineMode
import Linux
import Screens
import SystemPackage
import Testing

@Suite("A screen that is a pipe")
struct StreamScreenTests {
    @Test("Rows are plain lines whatever their tone, and no row can be two")
    func plainRows() throws {
        let ends = try FileDescriptor.pipe()
        let reading = OpenDescriptor(adopting: ends.readEnd)
        let writing = OpenDescriptor(adopting: ends.writeEnd)
        let screen = StreamScreen(output: writing.raw)
        screen.show([], prompt: "₹5 > ")
        screen.show([Row(.refusal, "No stock of दूध"), Row(.result, "Total\n₹5")])
        screen.show([])
        let bytes = try reading.read(atMost: 4096)
        #expect(String(decoding: bytes, as: UTF8.self) == "No stock of दूध\nTotal\u{FFFD}₹5\n")
    }

    @Test("A reader that has gone ends the output, not the program")
    func brokenPipe() async {
        await #expect(processExitsWith: .success) {
            // The program does the same at its start.
            signal(SIGPIPE, SIG_IGN)
            let ends = try FileDescriptor.pipe()
            try ends.readEnd.close()
            let screen = StreamScreen(output: ends.writeEnd)
            screen.show([Row(.plain, "one")])
            screen.show([Row(.plain, "two")])
        }
    }
}
