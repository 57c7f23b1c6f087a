/// The dark and light modules of a two-dimensional symbol, without white around it.
package struct ModuleGrid: Hashable, Sendable {
    /// How many modules stand side by side.
    package let width: Int
    /// How many rows of modules there are.
    package let height: Int
    /// Row after row; true is dark.
    private(set) var modules: [Bool]

    /// Makes a grid without a dark module.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
        modules = [Bool](repeating: false, count: width * height)
    }

    /// Whether a module is dark.
    package subscript(x: Int, y: Int) -> Bool {
        get { modules[y * width + x] }
        set { modules[y * width + x] = newValue }
    }
}
