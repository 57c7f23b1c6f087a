package import Billing

extension Command {
    /// The right that it needs; nil for what everybody at the till may do.
    package var right: StaffRight? {
        switch self {
        case .price: .price
        case .discount: .discount
        case .returned, .paying(.refund), .paying(.correct): .refund
        case .drawer, .cashMoved: .drawer
        case .void: .void
        case .add: .add
        case .shift(.report), .shift(.lastReport): .reports
        case .shift(.look), .shift(.open), .shift(.close), .scan, .quantity, .batch, .item, .gstin,
            .buyer, .address, .delete, .phone, .name, .email, .bills, .find, .hold, .held,
            .resume, .reprint, .status, .queue, .cash, .paying, .total, .clock, .help, .quit,
            .login, .override:
            nil
        }
    }

    /// Whether it can be asked before anybody has logged in: it shows or ends, and sells nothing.
    package var isForAnybody: Bool {
        switch self {
        case .login, .help, .quit, .status, .held, .find: true
        case .override, .scan, .quantity, .price, .discount, .batch, .item, .add, .gstin, .buyer,
            .address, .delete, .phone, .name, .email, .bills, .hold, .resume, .reprint, .drawer,
            .cashMoved, .shift, .queue, .cash, .returned, .paying, .total, .void, .clock:
            false
        }
    }

    static func person(_ rest: Substring, usage: String) throws(CommandError) -> Text {
        do throws(Text.Refusal) {
            return try Text(rest, limit: 40)
        } catch {
            throw CommandError("type it as \(usage)")
        }
    }
}
