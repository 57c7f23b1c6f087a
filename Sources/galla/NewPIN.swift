import ArgumentParser
import Digest
import SystemPackage
import Terminal

/// A PIN that is typed for the first time: twice at a terminal, which shows nothing of it, or once
/// in a line of a script.
enum NewPIN {
    static func ask() throws -> PINHash {
        let pin = try typed()
        guard (4...12).contains(pin.utf8.count), pin.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw Failure(.failure, "A PIN has 4 to 12 digits. Nothing was changed.") }
        guard let hash = PINHash(of: pin) else {
            throw Failure(.failure, "There is no memory to hash the PIN. Nothing was changed.")
        }
        return hash
    }

    private static func typed() throws -> String {
        guard TerminalAbility.canEdit(input: .standardInput, output: .standardOutput) else {
            return readLine() ?? ""
        }
        let quiet = QuietInput(.standardInput)
        defer { withExtendedLifetime(quiet) {} }
        print("PIN, 4 to 12 digits (not shown): ", terminator: "\n")
        let first = readLine() ?? ""
        print("The same again:")
        guard readLine() == first else {
            throw Failure(.failure, "The two are not the same. Nothing was changed.")
        }
        return first
    }
}
