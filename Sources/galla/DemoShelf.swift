import LineMode

/// What a newcomer needs to sell something within a minute.
enum DemoShelf {
    /// A few products of the demo shop, and the words of a sale to try.
    static let rows: [Row] =
        [Row(.plain, "This is a demo: no hardware needed, nothing is kept. On the shelf:")]
        + products.map { code, note in
            Row(.plain, "    " + code + String(repeating: " ", count: 16 - code.count) + note)
        }
        + [Row(.heading, "Try, with Enter after each:")]
        + ["8904512000508", "0.450*23", "discount bill 5%", "phone 98765 43210", "cash 100"].map {
            Row(.plain, "    " + $0)
        }

    /// Codes of `packaging/demo/products.csv`, each with what it is; names stand last.
    private static let products = [
        ("8904512000508", "₹10 a pack   Glucose Biscuits 100 g"),
        ("8904512000201", "two MRPs behind one code: 6 at ₹148, 24 at ₹156   Sunflower Oil 1 l"),
        ("8904512000300", "₹118   चाय पत्ती 250 ग्राम"),
        ("8904512000423", "₹48   சாம்பார் பொடி 100 கிராம்"),
        ("23", "₹40 a kg; 0.450*23 is 450 g   தக்காளி / Tomato"),
    ]
}
