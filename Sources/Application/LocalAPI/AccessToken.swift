#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One bearer token: whose it is, what it allows, the secret.
package struct AccessToken: Hashable, Sendable {
    /// The name under which its sales are made.
    package let name: String
    /// What it allows.
    package let scopes: Set<Scope>
    /// The secret: `galla_` and 43 characters of base64url.
    package let secret: String

    /// A new token from 256 bits of the system's randomness.
    static func new(name: String, scopes: Set<Scope>) -> AccessToken {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let letters = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return AccessToken(name: name, scopes: scopes, secret: "galla_" + letters)
    }

    private init(name: String, scopes: Set<Scope>, secret: String) {
        self.name = name
        self.scopes = scopes
        self.secret = secret
    }

    /// Reads a line of the file: `NAME SCOPE,SCOPE SECRET`.
    init?(line: some StringProtocol) {
        let words = line.split(separator: " ")
        guard words.count == 3, Self.isName(words[0]), words[2].utf8.count >= 32 else {
            return nil
        }
        let scopes = words[1].split(separator: ",").map { Scope(rawValue: String($0)) }
        guard !scopes.contains(nil) else { return nil }
        self.init(
            name: String(words[0]), scopes: Set(scopes.compactMap(\.self)),
            secret: String(words[2]))
    }

    /// The line of the file.
    var line: String {
        let allowed = Scope.allCases.filter(scopes.contains).map(\.rawValue)
        return "\(name) \(allowed.joined(separator: ",")) \(secret)"
    }

    /// Whether a token may be called this: it stands on bills as the cashier.
    static func isName(_ name: some StringProtocol) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
                default: false
                }
            }
    }
}
