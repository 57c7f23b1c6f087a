import Linux
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The tokens of a data folder: `DIR/api-tokens`, mode 0600, a line each: `NAME SCOPE,… SECRET`.
package struct AccessTokens: Sendable {
    /// The tokens, in the order of the file.
    package private(set) var tokens: [AccessToken]

    /// The file's name in the data folder.
    package static let fileName = "api-tokens"

    /// Why the tokens cannot be used; nobody gets in then.
    package enum Trouble: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file cannot be read or written; the system's reason.
        case unusable(path: String, reason: String)
        /// Others can read the file.
        case open(path: String)
        /// A line is no token.
        case badLine(path: String, Int)
        /// A name that is there already, or none.
        case name(String)

        package var description: String {
            switch self {
            case .unusable(let path, let reason):
                "The API's tokens in \(path) cannot be used: \(reason)."
            case .open(let path):
                "Others can read the API's tokens: chmod 600 \(path), then make new ones."
            case .badLine(let path, let line):
                "\(path), line \(line), is no token: NAME SCOPE,… SECRET."
            case .name(let name):
                "A token cannot be called \"\(name)\": 1 to 32 letters, digits, - and _, each "
                    + "name once."
            }
        }
    }

    /// No tokens.
    package init() {
        tokens = []
    }

    /// Reads the tokens of a folder; makes the file, with a token that may do everything, if
    /// there is none.
    package static func inFolder(_ folder: String) throws(Trouble) -> AccessTokens {
        let path = "\(folder)/\(fileName)"
        guard FileManager.default.fileExists(atPath: path) else {
            var tokens = AccessTokens()
            try tokens.add("owner", scopes: Set(Scope.allCases))
            try tokens.save(to: folder)
            return tokens
        }
        return try read(path)
    }

    private static func read(_ path: String) throws(Trouble) -> AccessTokens {
        let text: String
        let mode: Int
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            mode = attributes[.posixPermissions] as? Int ?? 0o777
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw .unusable(path: path, reason: "it cannot be read")
        }
        guard mode & 0o077 == 0 else { throw .open(path: path) }
        var tokens = AccessTokens()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated() where !line.isEmpty && line.first != "#"
        {
            guard let token = AccessToken(line: line) else {
                throw .badLine(path: path, index + 1)
            }
            tokens.tokens.append(token)
        }
        return tokens
    }

    /// Adds a new token; throws when its name is taken or none.
    @discardableResult
    package mutating func add(
        _ name: String, scopes: Set<Scope>
    ) throws(Trouble) -> AccessToken {
        guard AccessToken.isName(name), !tokens.contains(where: { $0.name == name }) else {
            throw .name(name)
        }
        let token = AccessToken.new(name: name, scopes: scopes)
        tokens.append(token)
        return token
    }

    /// Takes a token away; tells whether there was one.
    package mutating func remove(_ name: String) -> Bool {
        let count = tokens.count
        tokens.removeAll { $0.name == name }
        return tokens.count < count
    }

    /// Replaces the file of a folder as a whole.
    package func save(to folder: String) throws(Trouble) {
        let path = "\(folder)/\(Self.fileName)"
        let text = tokens.map { $0.line + "\n" }.joined()
        do throws(Errno) {
            try ReplacedFile.write(
                Array(text.utf8), to: path, permissions: [.ownerReadWrite])
        } catch {
            throw .unusable(path: path, reason: error.description)
        }
    }

    /// Whose secret this is; takes as long for a wrong one as for a right one.
    package func caller(bearing secret: String) -> Caller? {
        var found: AccessToken?
        for token in tokens where Self.areEqual(token.secret, secret) { found = token }
        return found.map { Caller(name: $0.name, scopes: $0.scopes) }
    }

    /// Compares all bytes, so that the time tells nothing but the length, which everybody knows.
    private static func areEqual(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
