package import Linux
package import SystemPackage
package import Terminal

/// The lines of a script: from a pipe, a file, or a terminal that cannot edit.
package struct ScriptLines {
    private let input: FileDescriptor

    /// Reads from `input`, which stays the caller's and must outlive this.
    package init(input: FileDescriptor) {
        self.input = input
    }

    /// Hands each line to `deliver` on the calling thread, which it blocks; says why it ended.
    ///
    /// A line over 4096 bytes or that is not UTF-8 is refused with a row on `screen`, and the next
    /// one is read. The last line counts without a newline too; CR LF ends a line like LF.
    /// Between two lines the stop flag is looked at; while waiting, it is waited for.
    package func run(
        showing screen: any Screen, each deliver: (String) -> Void, until stop: EventFlag
    ) -> InputEnd {
        var splitter = LineSplitter()
        do throws(Errno) {
            while true {
                let ready = try Readiness.wait([(stop.raw, .input), (input, .input)])
                if ready[0] { return .stopped }
                let bytes = try Readiness.read(input, atMost: 16 * 1024)
                let pieces = bytes.isEmpty ? splitter.finish().map { [$0] } : splitter.feed(bytes)
                for piece in pieces ?? [] {
                    if stop.isRaised { return .stopped }
                    hand(piece, to: deliver, or: screen)
                }
                if bytes.isEmpty { return .ended }
            }
        } catch {
            return .failed(error)
        }
    }

    private func hand(
        _ piece: LineSplitter.Piece, to deliver: (String) -> Void, or screen: any Screen
    ) {
        switch piece {
        case .line(let text): deliver(text)
        case .tooLong(let number): screen.show([LineLimit.tooLong("Line \(number)")])
        case .notText(let number): screen.show([LineLimit.notText("Line \(number)")])
        }
    }
}
