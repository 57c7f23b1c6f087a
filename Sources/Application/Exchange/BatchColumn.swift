/// The columns of a delivery.
enum BatchColumn: Int, Column {
    case barcode
    case batch
    case receivedAt
    case expiresOn
    case quantity
    case cost
    case price
    case mrp

    var name: String {
        switch self {
        case .barcode: "barcode"
        case .batch: "batch"
        case .receivedAt: "received_at"
        case .expiresOn: "expires_on"
        case .quantity: "quantity"
        case .cost: "cost"
        case .price: "price"
        case .mrp: "mrp"
        }
    }

    var isOptional: Bool { self == .expiresOn || self == .mrp }
}
