package import Billing
package import Printing
package import Receipts
package import Scanning

/// What a shop has set in `galla.toml`, checked: every value can be used as it is.
package struct ShopSettings: Hashable, Sendable {
    /// What the shop says about itself.
    package let shop: Shop
    /// What one till of it is called.
    package let till: Till
    /// Which taxes are collected.
    package let tax: Tax
    /// What bills may hold.
    package let billing: Billing
    /// What counts as a phone number.
    package let phone: Phone.Rule
    /// How money is taken.
    package let payment: Payment
    /// What receipts look like.
    package let receipt: Receipt
    /// Where receipts go.
    package let printer: Printer
    /// Who may reach the till over the network.
    package let api: API
    /// Where scans come from.
    package let scanner: Scanner
    /// What holds where nobody attends the till.
    package let kiosk: UnattendedTill
    /// Which backups the shop makes by itself.
    package let backup: Backup

    /// The section `[shop]`.
    package struct Shop: Hashable, Sendable {
        /// The name on top of each receipt.
        package let name: String
        /// The address, a line each.
        package let address: [String]
        /// The shop's phone as it is to be read; nil when none is printed.
        package let phone: String?
        /// The tax number, 15 characters; nil when the shop has none.
        package let gstin: String?
        /// The text under each receipt, a line each.
        package let footer: [String]
        /// The sign in front of amounts.
        package let currency: String
        /// The name of the zone in which the shop's days begin and end.
        package let timeZone: String
        /// The month in which the financial year starts, 1 to 12.
        package let yearStartMonth: Int
    }

    /// The section `[till]`.
    package struct Till: Hashable, Sendable {
        /// The till's number within the shop, 1 to 99; it is part of its bills' numbers.
        package let number: Int
        /// Who sells when nobody else is named.
        package let cashier: String
        /// Whether the word `drawer` opens the drawer.
        package let opensDrawer: Bool
    }

    /// The section `[tax]`.
    package struct Tax: Hashable, Sendable {
        /// The regime that is set; nil follows from whether the shop has a tax number.
        package let regime: TaxRegime?
        /// Whether the costs of batches have the tax in them, as prices do.
        package let costsIncludeGST: Bool
        /// The total from which a tax invoice names the buyer; nil for never.
        package let buyerFrom: Money?
    }

    /// The section `[billing]`.
    package struct Billing: Hashable, Sendable {
        /// What totals are rounded to.
        package let rounding: BillRounding
        /// What happens where the packs behind one code have different MRPs.
        package let mrp: MRPPolicy
        /// The largest discount on a line or a bill, in percent.
        package let discountLimitPercent: Int
        /// Whether goods in hand that the books do not have are sold.
        package let sellsBelowZero: Bool
        /// Whether an unknown code becomes a product at the till.
        package let addsProducts: Bool
    }

    /// The rules that bills are reckoned by.
    package var terms: BillTerms {
        BillTerms(
            regime: tax.regime ?? (shop.gstin == nil ? .unregistered : .regular),
            rounding: billing.rounding, costsIncludeTax: tax.costsIncludeGST,
            discountLimit: billing.discountLimitPercent * 100, buyerNeededFrom: tax.buyerFrom)
    }

    /// The section `[payment]`.
    package struct Payment: Hashable, Sendable {
        /// Whom UPI codes pay; nil where the shop's own sticker is used.
        package let upiPayee: UPIPayee?
        /// What the law and the purse say of cash.
        package let cash: CashRules
        /// How far a customer's account may go whose own limit is not set.
        package let creditLimit: Money
    }

    /// The section `[printer]`.
    package struct Printer: Hashable, Sendable {
        /// The printer's address (`usb:`); the drivers read it.
        package let uri: String
        /// The word of the printer's profile; nil when it is told by its USB id and its name.
        package let profile: String?
        /// How many characters stand on a line of the paper; nil when the profile knows.
        package let columns: Int?
        /// Whether the printer is asked to confirm that a receipt is on paper.
        package let confirm: Confirm
        /// What becomes of receipts that had to wait.
        package let queue: QueueRules
        /// How the drawer is opened where it is not as the profile says.
        package let drawer: Drawer
        /// How many tones come behind each paper, where the printer has a beeper.
        package let beeps: Int
        /// Whether the logo is put into the memory of a printer that has one.
        package let logoMemory: LogoMemory
        /// Whether each parked bill gets a slip.
        package let printsHeldBills: Bool
        /// Whether each UPI payment that is asked for has its code printed.
        package let printsUPICodes: Bool

        /// The drawer's impulse; nil is what the printer's profile says.
        package struct Drawer: Hashable, Sendable {
            /// The pin that it listens on.
            package let pin: DrawerPin?
            /// How long the impulse lasts, in milliseconds, 2 to 510.
            package let onMilliseconds: Int?
            /// How long the printer waits before another one, in milliseconds, 2 to 510.
            package let offMilliseconds: Int?

            /// Gathers what is set; without arguments nothing is.
            package init(
                pin: DrawerPin? = nil, onMilliseconds: Int? = nil, offMilliseconds: Int? = nil
            ) {
                self.pin = pin
                self.onMilliseconds = onMilliseconds
                self.offMilliseconds = offMilliseconds
            }
        }

        /// Where a printer takes the logo from.
        package enum LogoMemory: String, Hashable, Sendable, CaseIterable {
            /// From its own memory, where the model has one and says what is in it.
            case auto
            /// From each receipt.
            case never
        }

        /// Whether a printer is asked to confirm receipts.
        package enum Confirm: String, Hashable, Sendable, CaseIterable {
            /// By whatever the model has.
            case auto
            /// Not at all: for a printer that prints the question.
            case none
        }
    }

    /// The section `[api]`.
    package struct API: Hashable, Sendable {
        /// The address to listen on, such as `127.0.0.1:8080`; nil for the Unix socket alone.
        package let listen: String?
        /// Further values of `Host` that clients may send.
        package let hosts: [String]
        /// The origins of web pages that may ask.
        package let origins: [String]
        /// The file of the certificates, in PEM; nil without TLS.
        package let certificate: String?
        /// The file of the certificate's key, in PEM.
        package let key: String?
        /// Whether a sale prints a receipt that does not say so itself.
        package let prints: Bool
    }

    /// The section `[backup]`.
    package struct Backup: Hashable, Sendable {
        /// Whether the till makes a backup a day.
        package let isDaily: Bool
        /// How many backups are kept in each folder.
        package let keep: Int
        /// Further folders that get each day's backup, on other disks.
        package let copies: [String]
    }

    /// The section `[scanner]`.
    package struct Scanner: Hashable, Sendable {
        /// The scanners' addresses (`auto`); empty when the till is used without one.
        package let uris: [String]
        /// How scanners are set, for every one of them.
        package let scans: ScanSettings
        /// What codes mean that can be read in two ways.
        package let codes: CodeRules
        /// What the shop calls its scanners.
        package let lanes: [Lane]
        /// Speed and framing of serial lines whose address does not say another: `9600 8N1`.
        package let serialLine: String
    }

    /// The shop's name for one scanner.
    package struct Lane: Hashable, Sendable {
        /// What rows on the screen say.
        package let name: String
        /// `port=` and the USB port, or `serial=` and the serial number.
        package let place: String
    }
}
