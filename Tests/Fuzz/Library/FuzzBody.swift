/// What is fuzzed: a name, and what is done with the bytes; a broken promise ends the process.
///
/// A new one is a function in a file of its own and a line in `all`. It may keep nothing between
/// two inputs.
package struct FuzzBody: Sendable {
    /// The name, which is also that of the folder with its kept cases.
    package let name: String
    /// Takes one input.
    package let run: @Sendable ([UInt8]) -> Void

    /// Everything that is fuzzed.
    package static let all = [
        FuzzBody(name: "keys", run: fuzzKeys),
        FuzzBody(name: "bytes", run: fuzzBytes),
        FuzzBody(name: "codes", run: fuzzCodes),
        FuzzBody(name: "hid", run: fuzzHID),
        FuzzBody(name: "recordings", run: fuzzRecordings),
        FuzzBody(name: "dialogue", run: fuzzDialogue),
        FuzzBody(name: "replies", run: fuzzReplies),
        FuzzBody(name: "profiles", run: fuzzProfiles),
        FuzzBody(name: "shop", run: fuzzShop),
        FuzzBody(name: "json", run: fuzzJSON),
    ]
}

/// Ends the process with the promise that was broken.
func promise(_ holds: Bool, _ words: String) {
    precondition(holds, words)
}

extension FuzzBody {
    /// Breaks a promise, to see that it is noticed.
    package static func brokenPromise() {
        promise(false, "a promise that is broken on purpose")
    }
}
