/// Nothing in the project knows the machine it was written on.
enum PlaceRules {
    /// Hosts that any reader can open.
    static let hosts: Set<String> = [
        "cairographics.org", "deb.debian.org", "docs.kernel.org", "download.swift.org",
        "github.com",
        "json-schema.org", "libusb.info", "semver.org", "spdx.org", "swift.org", "toml.io",
        "www.apache.org", "www.debian.org", "www.gs1.org", "www.kernel.org", "www.pango.org",
        "www.rfc-editor.org", "www.sqlite.org", "www.swift.org", "www.usb.org",
    ]

    // Written in two halves, so that this file does not break its own rule.
    private static let places = [
        "/" + "work/", "/" + "home/", "/" + "opt/", "/" + "root/", "/" + "Users/",
        "/" + "tmp/brief", "/" + "tmp/dev",
    ]

    /// No path of a person's or a builder's machine.
    static func paths(_ file: TreeFile) -> [Violation] {
        file.lines.enumerated().compactMap { index, line in
            places.first { isPath($0, in: line) }.map {
                file.violation(index + 1, "\($0) is a place on one machine")
            }
        }
    }

    /// No address of a mirror or a private host: every link is one that any reader can open.
    static func links(_ file: TreeFile) -> [Violation] {
        file.lines.enumerated().flatMap { index, line in
            linkedHosts(line).filter { !isOpen($0) }.map {
                file.violation(index + 1, "\($0) is not among the hosts that PlaceRules names")
            }
        }
    }

    /// Names of examples and of the machine itself lead nowhere and are fine.
    private static func isOpen(_ host: String) -> Bool {
        hosts.contains(host) || host == "localhost" || host == "127.0.0.1"
            || host.hasSuffix(".example") || host == "example.com" || host.hasSuffix(".example.com")
    }

    /// A place begins where no name goes before it: `a/work/b` is a path of the project.
    private static func isPath(_ place: String, in line: String) -> Bool {
        var rest = line[...]
        while let found = rest.firstRange(of: place) {
            let before =
                found.lowerBound == line.startIndex
                ? nil : line[line.index(before: found.lowerBound)]
            let continues = before.map { $0.isLetter || $0.isNumber || "._-~*}".contains($0) }
            if continues != true { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }

    private static func linkedHosts(_ line: String) -> [String] {
        var hosts: [String] = []
        var rest = line[...]
        while let scheme = rest.firstRange(of: "://") {
            let before = rest[..<scheme.lowerBound]
            rest = rest[scheme.upperBound...]
            guard before.hasSuffix("http") || before.hasSuffix("https") || before.hasSuffix("ssh")
            else { continue }
            let authority = rest.prefix {
                $0.isLetter || $0.isNumber || ".-@_".contains($0)
            }
            let host = authority.split(separator: "@").last ?? ""
            // `http://` in a sentence, or before an interpolation, names no host.
            if host.contains(".") { hosts.append(host.trimmingSuffix(".")) }
        }
        return hosts
    }
}

extension Substring {
    /// The text without one character at its end, where it stands there.
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        String(last == character ? dropLast() : self)
    }
}
