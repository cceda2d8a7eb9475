/// Divides a width over columns so that the tallest is as low as can be.
struct DiagramColumns {
    let total: Double
    let gap: Double
    /// The least width of each column; what is left over is divided.
    let least: [Double]

    private static let step = 4.0

    /// - Parameter height: of the column with this index at this width.
    func widths(height: (Int, Double) -> Double) -> [Double] {
        let spare = max(0, total - least.reduce(0, +) - Double(least.count - 1) * gap)
        var widths = least.map { $0 + spare / Double(least.count) }
        var heights = widths.enumerated().map { height($0.offset, $0.element) }
        for _ in 0..<400 {
            guard let tallest = heights.indices.max(by: { heights[$0] < heights[$1] }),
                let giver = bestGiver(widths, heights, to: tallest, height)
            else { break }
            widths[tallest] += Self.step
            widths[giver] -= Self.step
            heights[tallest] = height(tallest, widths[tallest])
            heights[giver] = height(giver, widths[giver])
        }
        return widths
    }

    /// The column that stays lowest when it gives some of its width away; nil when all would become as tall.
    private func bestGiver(
        _ widths: [Double], _ heights: [Double], to tallest: Int, _ height: (Int, Double) -> Double
    ) -> Int? {
        widths.indices
            .filter { $0 != tallest && widths[$0] - Self.step >= least[$0] }
            .map { (index: $0, after: height($0, widths[$0] - Self.step)) }
            .filter { $0.after < heights[tallest] }
            .min { $0.after < $1.after }?.index
    }
}
