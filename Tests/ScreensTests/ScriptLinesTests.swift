import LineMode
import Linux
import Screens
import Synchronization
import SystemPackage
import Terminal
import Testing

@Suite("Lines of a script")
struct ScriptLinesTests {
    /// A screen that keeps what it was shown.
    private final class Notebook: Screen {
        let rows = Mutex<[Row]>([])

        func show(_ rows: [Row]) { self.rows.withLock { $0 += rows } }
        func show(_ rows: [Row], prompt: String) { show(rows) }
    }

    /// Both ends of a pipe.
    private struct Pipe: ~Copyable {
        let reading: OpenDescriptor
        var writing: OpenDescriptor?

        init() throws {
            let ends = try FileDescriptor.pipe()
            reading = OpenDescriptor(adopting: ends.readEnd)
            writing = OpenDescriptor(adopting: ends.writeEnd)
        }
    }

    @Test("A piped script is read to its end, what is refused is said and skipped")
    func script() throws {
        var pipe = try Pipe()
        let text = "8901\r\n" + String(repeating: "9", count: 5000) + "\ncash 500"
        try pipe.writing?.writeAll(Array(text.utf8))
        pipe.writing = nil
        let screen = Notebook()
        var lines: [String] = []
        let end = ScriptLines(input: pipe.reading.raw).run(
            showing: screen, each: { lines.append($0) }, until: try EventFlag())
        #expect(end == .ended)
        #expect(lines == ["8901", "cash 500"])
        let rows = screen.rows.withLock { $0 }
        #expect(rows.map(\.tone) == [.refusal])
        #expect(rows.first?.text.hasPrefix("Line 2 is longer than 4096 bytes") == true)
    }

    @Test("A regular file is a script as well, and a folder is an answer")
    func files() throws {
        let file = try OpenDescriptor(path: "/proc/self/comm", .readOnly)
        var lines: [String] = []
        let stop = try EventFlag()
        let end = ScriptLines(input: file.raw).run(
            showing: Notebook(), each: { lines.append($0) }, until: stop)
        #expect(end == .ended)
        #expect(lines.count == 1)
        let folder = try OpenDescriptor(path: "/", .readOnly)
        let failed = ScriptLines(input: folder.raw).run(
            showing: Notebook(), each: { _ in }, until: stop)
        #expect(failed == .failed(.isDirectory))
    }

    @Test("The stop flag ends a script that waits for its next line")
    func stopWhileWaiting() throws {
        let pipe = try Pipe()
        let stop = try EventFlag()
        try pipe.writing?.writeAll(Array("one\n".utf8))
        let input = pipe.reading.raw
        let seen = try EventFlag()
        let end = Mutex<InputEnd?>(nil)
        try withWorker {
            let found = ScriptLines(input: input).run(
                showing: Notebook(), each: { _ in seen.raise() }, until: stop)
            end.withLock { $0 = found }
        } during: {
            #expect(seen.wait(milliseconds: 30_000))
            stop.raise()
        }
        #expect(end.withLock { $0 } == .stopped)
    }

    @Test("The stop flag raised by a line keeps the lines after it from being taken")
    func stopBetweenLines() throws {
        let pipe = try Pipe()
        try pipe.writing?.writeAll(Array("quit\n8901\n".utf8))
        let stop = try EventFlag()
        var lines: [String] = []
        let end = ScriptLines(input: pipe.reading.raw).run(
            showing: Notebook(),
            each: { line in
                lines.append(line)
                stop.raise()
            }, until: stop)
        #expect(end == .stopped)
        #expect(lines == ["quit"])
    }

    private func withWorker(
        _ work: @escaping @Sendable () -> Void, during body: () throws -> Void
    ) throws {
        let worker = try Worker(name: "script", work)
        defer { worker.join() }
        try body()
    }
}
