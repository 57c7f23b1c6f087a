import ArgumentParser
import Devices
import Diagnostics
import Linux
import SystemPackage
import Terminal

/// The technician's command: every check with a verdict and what to do.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at everything a till needs: what is wrong, and what to do.",
        discussion: """
            Works with a till running or stopped, and changes nothing without --fix. The worst \
            stands first. Exit code 1 where something does not work, else 0.
            """)

    @OptionGroup var shop: ShopOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @Flag(name: .long, help: "Mend what can be mended safely, after asking.")
    var fix = false

    @Flag(name: .long, help: "With --fix: do not ask.")
    var yes = false

    func validate() throws {
        guard !yes || fix else { throw ValidationError("--yes goes with --fix.") }
        guard !fix || !json else { throw ValidationError("--fix and --json do not go together.") }
        guard !fix || yes || TerminalAbility.canEdit(input: .standardInput, output: .standardOutput)
        else { throw ValidationError("There is no terminal to ask on: add --yes to --fix.") }
    }

    func run() throws {
        let visit = DoctorVisit(shop)
        var diagnosis = try diagnose(visit)
        print(json ? try diagnosis.json() : diagnosis.text)
        if fix, try mend() {
            diagnosis = try diagnose(visit)
            print(diagnosis.text)
        }
        guard diagnosis.worst < .fault else { throw ExitCode.failure }
    }

    private func diagnose(_ visit: DoctorVisit) throws(Failure) -> Diagnosis {
        do {
            return Diagnosis(try visit.facts())
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(error)
        }
    }

    /// Gives stranded printers back to the kernel's driver; whether anything was changed.
    private func mend() throws -> Bool {
        let stranded = try StrandedPrinters.find()
        guard !stranded.isEmpty else {
            print("There is nothing that can be mended from here.")
            return false
        }
        let names = stranded.map(\.name).joined(separator: ", ")
        if !yes {
            let question = "Give \(names) back to the kernel's printer driver (usblp)? [y/N] "
            print(question, terminator: "")
            guard readLine(strippingNewline: true)?.lowercased() == "y" else { return false }
        }
        let mended = StrandedPrinters.giveBack()
        guard mended.isEmpty else {
            print("Given back: " + mended.map(\.name).joined(separator: ", ") + ".")
            return true
        }
        throw Failure(
            .failure,
            "\(names) could not be given back. Load the driver with `modprobe usblp`, and run this "
                + "as root or as a member of the group galla.")
    }
}
