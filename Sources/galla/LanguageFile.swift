import ArgumentParser
import Foundation
import Settings

/// The file with the words of one language: one that comes with Galla, or the shop's own.
struct LanguageFile {
    /// Where it is.
    let path: String
    /// What is in it.
    let bytes: [UInt8]

    /// Finds and reads the file of a language; nil for English, which is built in.
    ///
    /// `folder` is the shipped files' place in `packaging/`, `subject` what they have words of,
    /// `key` the setting that chose the language. Names without a folder are files beside `home`.
    init?(
        _ language: String, in folder: String, of subject: String, key: String, beside home: URL
    ) throws(Failure) {
        // Most shops have English: no file is opened for it.
        guard language != "en" else { return nil }
        path =
            language.hasSuffix(".toml")
            ? URL(fileURLWithPath: language, relativeTo: home).path
            : try Self.shippedPath(language, in: folder, of: subject)
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(
                .failure,
                "The words of \(subject) cannot be read from \(path): "
                    + "\(error.localizedDescription) Correct \(key).")
        }
    }

    /// The file of a language that comes with Galla.
    private static func shippedPath(
        _ language: String, in folder: String, of subject: String
    ) throws(Failure) -> String {
        let folder = try SharedFiles.path(of: folder)
        let path = folder + "/\(language).toml"
        guard !FileManager.default.isReadableFile(atPath: path) else { return path }
        // A folder that cannot be listed only shortens the sentence.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let known = names.filter { $0.hasSuffix(".toml") }.map { $0.dropLast(5) }.sorted()
        throw Failure(
            .failure,
            "There are no words for \(subject) in “\(language)”. There are "
                + "\(known.joined(separator: ", ")); for another language name a file of your own, "
                + "like \(language).toml.")
    }
}
