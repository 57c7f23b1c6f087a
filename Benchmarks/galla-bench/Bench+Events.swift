import ArgumentParser
import Foundation
import Scanning

extension Bench {
    /// The decoding benchmark's events as the kernel writes them, for other programs to decode.
    struct MakeEvents: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "make-events")

        @Argument(help: "The file.")
        var file: String

        func run() throws {
            var data = Data()
            for event in DecodeBenchmark.events() {
                // struct input_event on a 64-bit kernel: seconds, microseconds, type, code, value.
                append(Int64(event.time / 1_000_000_000), to: &data)
                append(Int64(event.time / 1_000 % 1_000_000), to: &data)
                append(event.type, to: &data)
                append(event.code, to: &data)
                append(event.value, to: &data)
            }
            try data.write(to: URL(fileURLWithPath: file))
        }

        private func append(_ value: some FixedWidthInteger, to data: inout Data) {
            for shift in stride(from: 0, to: value.bitWidth, by: 8) {
                data.append(UInt8(truncatingIfNeeded: value >> shift))
            }
        }
    }
}
