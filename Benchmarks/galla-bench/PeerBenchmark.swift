import Foundation

/// python-escpos on the same receipt, in the same run: `Benchmarks/peer` measures it.
enum PeerBenchmark {
    /// What the peer makes of the receipt, and how often in a second of processor time.
    struct Figures {
        let bytes: Int
        let perSecond: Int
    }

    /// Runs the peer in the environment that `Benchmarks/peer-setup` made; nil where it is not.
    static func python() -> Figures? {
        let environment = ".build/bench-peer/bin/python"
        guard FileManager.default.isExecutableFile(atPath: environment) else { return nil }
        let peer = Process()
        peer.executableURL = URL(fileURLWithPath: environment)
        peer.arguments = ["Benchmarks/peer"]
        let pipe = Pipe()
        peer.standardOutput = pipe
        do { try peer.run() } catch {
            print("python-escpos cannot be run: \(error)")
            return nil
        }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        peer.waitUntilExit()
        let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let bytes = Int(words[0]), let perSecond = Int(words[1]) else {
            return nil
        }
        return Figures(bytes: bytes, perSecond: perSecond)
    }
}
