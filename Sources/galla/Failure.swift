import ArgumentParser
import Linux

/// The end of a command that could not do what it was asked: an exit code and one sentence.
struct Failure: Error {
    let code: ExitCode
    let sentence: String

    /// Ends with a code of the command line's table.
    init(_ code: ExitCode, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    /// It failed: exit code 1.
    static func failed(_ reason: any Error) -> Failure { Failure(.failure, "\(reason)") }

    /// There is no such thing: exit code 3.
    static func notFound(_ sentence: String) -> Failure { Failure(ExitCode(3), sentence) }

    /// Says the sentence on stderr and ends the process.
    func end() -> Never {
        StandardError.say("galla: " + sentence)
        Galla.exit(withError: code)
    }
}
