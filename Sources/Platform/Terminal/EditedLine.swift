/// The line being typed: its characters and where the cursor stands among them.
struct EditedLine: Hashable {
    var scalars: [Unicode.Scalar] = []
    /// How many scalars stand before the cursor.
    var cursor = 0

    /// The text without the newline that ended it.
    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.last == "\n" ? scalars.dropLast() : scalars[...])
        return String(view)
    }
}
