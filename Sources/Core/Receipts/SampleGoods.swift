import Billing

/// A line of a sample bill.
struct SampleGoods {
    let name: String
    let hsn: String
    let rate: Int
    let price: Int64
    let mrp: Int64?
    let thousandths: Int64
    let unit: String
    let discount: Discount?

    init(
        _ name: String, hsn: String, rate: Int, price: Int64, mrp: Int64? = nil,
        _ thousandths: Int64 = 1_000, unit: String = "pc", discount: Discount? = nil
    ) {
        self.name = name
        self.hsn = hsn
        self.rate = rate
        self.price = price
        self.mrp = mrp
        self.thousandths = thousandths
        self.unit = unit
        self.discount = discount
    }

    var cartLine: CartLine {
        CartLine(
            product: Product(
                id: ProductID(1), barcode: "8901234567894", name: name, unit: Product.Unit(unit),
                hsn: hsn, rate: TaxRate(hundredths: rate)),
            parts: [
                LinePart(
                    batch: BatchID(1), label: "A", quantity: Quantity(thousandths: thousandths),
                    cost: .zero, price: Money(minorUnits: price),
                    mrp: mrp.map(Money.init(minorUnits:)))
            ], discount: discount)
    }
}

extension SampleBill {
    static let basket = [
        SampleGoods("Toor Dal 1 kg", hsn: "0713", rate: 0, price: 165_00, mrp: 180_00, 2_000),
        SampleGoods("Tea 250 g", hsn: "0902", rate: 5_00, price: 140_00),
        SampleGoods(
            "Bath Soap 125 g", hsn: "3401", rate: 5_00, price: 45_50, mrp: 50_00, 3_000,
            discount: .percent(hundredths: 10_00)),
        SampleGoods("Tomatoes", hsn: "0702", rate: 0, price: 38_00, 750, unit: "kg"),
        SampleGoods("Cola 750 ml", hsn: "2202", rate: 40_00, price: 40_00),
    ]

    static let hindiBasket = [
        SampleGoods("टाटा नमक 1 किग्रा", hsn: "2501", rate: 0, price: 28_00, mrp: 30_00, 2_000),
        SampleGoods("आशीर्वाद आटा 5 किग्रा", hsn: "1101", rate: 5_00, price: 260_50),
        SampleGoods("सरसों का तेल 1 ली", hsn: "1514", rate: 5_00, price: 185_00, mrp: 199_00),
        SampleGoods("नहाने का साबुन", hsn: "3401", rate: 5_00, price: 45_00, 3_000),
    ]

    static let tamilBasket = [
        SampleGoods("பொன்னி அரிசி", hsn: "1006", rate: 0, price: 64_00, 3_000, unit: "kg"),
        SampleGoods(
            "தேங்காய் எண்ணெய் 500 மிலி", hsn: "1513", rate: 5_00, price: 185_00, mrp: 199_00),
        SampleGoods("மஞ்சள் தூள் 100 கி", hsn: "0910", rate: 5_00, price: 32_00, 2_000),
    ]

    static let arabicBasket = [
        SampleGoods("شاي أخضر 250 غ", hsn: "0902", rate: 0, price: 99_00, 2_000),
        SampleGoods("تمر المدينة", hsn: "0804", rate: 0, price: 340_00, 500, unit: "kg"),
        SampleGoods("Basmati Rice أرز 5 kg", hsn: "1006", rate: 0, price: 620_00),
    ]

    static let longBasket = [
        SampleGoods(
            "Himalaya Purifying Neem Face Wash with Turmeric, 150 ml tube, pack of two",
            hsn: "3401", rate: 18_00, price: 1_250_00, mrp: 1_399_00, 12_000),
        SampleGoods(
            "हिमालय प्योरीफाइंग नीम फेस वॉश हल्दी के साथ 150 मिली ट्यूब", hsn: "3401", rate: 18_00,
            price: 145_00, 2_000),
        SampleGoods(
            "Supercalifragilisticexpialidocious-Extrafeinstkaffee", hsn: "0901", rate: 5_00,
            price: 99_999_00),
    ]
}
