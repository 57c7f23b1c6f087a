/// Names of products as a shop has them, and what people type to find them.
enum BenchNames {
    private static let words = [
        "Parle", "Biscuit", "Marie", "Gold", "Tata", "Salt", "Amul", "Butter", "Milk", "Fresh",
        "Tomato", "Basmati", "Rice", "Aashirvaad", "Atta", "Sunflower", "Oil", "Maggi", "Noodles",
        "Lux", "Soap", "Surf", "Excel", "Colgate", "Paste", "Dabur", "Honey", "Tea", "Bru",
        "Coffee", "Kissan", "Jam", "Ketchup", "Bhujia", "Chips", "Masala", "Cream", "Paneer",
    ]

    /// Three words, a size and a number of its own.
    static func name(_ number: Int) -> String {
        let mixed = number &* 2_654_435_761
        let three = [mixed >> 3, mixed >> 11, mixed >> 19].map { words[$0 % words.count] }
        return three.joined(separator: " ") + " \(50 + number % 9 * 50) g \(number)"
    }

    /// A word, a part of one, two words, a number, or what no name has, in turn.
    static func search(_ number: Int, of products: Int) -> String {
        let word = words[number % words.count]
        return switch number % 5 {
        case 0: word
        case 1: String(word.dropFirst().prefix(4))
        case 2: name(1 + number &* 7_919 % products)
        case 3: "g \(1 + number &* 7_919 % products)"
        default: word + "zz"
        }
    }
}
