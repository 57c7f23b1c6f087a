package import Billing
import Ledger

extension Shop {
    /// The hash of the PIN 4711, made by libcrypt with a lower cost than Galla's own.
    package static let pinHash =
        "$7$BU..../....k2XAnEHBqQ1Ct2aMXFKNa/$nEGAjLVedZCi.yf7WucRcwplyHhSqqD7E9bUXsSWrG4"

    /// Adds somebody with the PIN 4711; the till knows of the staff from its next start on.
    package func addStaff(_ name: String, _ rights: StaffRight...) throws {
        try ledger?.transaction {
            try $0.addStaff(name, pinHash: Self.pinHash, rights: Set(rights), at: 1)
        }
    }
}
