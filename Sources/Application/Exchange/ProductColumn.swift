/// The columns of a product list.
enum ProductColumn: Int, Column {
    case barcode
    case name
    case unit
    case hsn
    case gstRate
    case category
    case taxOnMRP

    var name: String {
        switch self {
        case .barcode: "barcode"
        case .name: "name"
        case .unit: "unit"
        case .hsn: "hsn"
        case .gstRate: "gst_rate"
        case .category: "category"
        case .taxOnMRP: "tax_on_mrp"
        }
    }

    var isOptional: Bool { self == .hsn || self == .category || self == .taxOnMRP }
}
