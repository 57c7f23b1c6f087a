/// The columns of a list of changes of tax rates.
enum RateColumn: Int, Column {
    case startsOn
    case hsn
    case oldRate
    case newRate

    var name: String {
        switch self {
        case .startsOn: "starts_on"
        case .hsn: "hsn"
        case .oldRate: "old_rate"
        case .newRate: "new_rate"
        }
    }

    var isOptional: Bool { self == .hsn || self == .oldRate }
}
