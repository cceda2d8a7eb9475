/// Makes groups count for as much as they are of the population, where too many or too few of them answered.
///
/// By iterative proportional fitting (raking; Deming and Stephan, 1940): the margins of one question after another are made
/// right until all are. Whoever passed over such a question counts for 1 in it. Weights are kept between a fifth and five,
/// so that no single sheet decides anything; the mean stays 1.
public struct Weighting: Equatable, Codable, Sendable {
    public static let bounds = 0.2...5.0

    /// By question, the share of each choice in the population; shares of a question add up to 1.
    public let margins: [Question.ID: [Choice.ID: Double]]

    /// Nil for a question without shares, and shares that are no shares.
    public init?(_ margins: [Question.ID: [Choice.ID: Double]]) {
        let areShares = margins.values.allSatisfy { shares in
            shares.values.allSatisfy { $0 > 0 && $0 <= 1 } && abs(shares.values.reduce(0, +) - 1) < 0.005
        }
        guard areShares else { return nil }
        self.margins = margins
    }

    /// How much each sheet counts for.
    public func weights(of sheets: [AnswerSheet]) -> [Double] {
        var weights = [Double](repeating: 1, count: sheets.count)
        let groups = margins.sorted { $0.key < $1.key }.map { question, shares in
            (sheets.map { $0[question]?.tokens.first { shares[$0] != nil } }, shares)
        }
        guard !groups.isEmpty, !sheets.isEmpty else { return weights }
        for _ in 0..<50 {
            var widest = 0.0
            for (group, shares) in groups {
                widest = max(widest, Self.fit(&weights, group, shares))
            }
            if widest < 1e-6 { break }
        }
        weights = weights.map { min(max($0, Self.bounds.lowerBound), Self.bounds.upperBound) }
        let mean = weights.reduce(0, +) / Double(weights.count)
        return weights.map { $0 / mean }
    }

    /// Makes the margins of one question right, and gives how far off they were.
    private static func fit(_ weights: inout [Double], _ group: [Choice.ID?], _ shares: [Choice.ID: Double]) -> Double {
        var sums: [Choice.ID: Double] = [:]
        for (index, choice) in group.enumerated() { if let choice { sums[choice, default: 0] += weights[index] } }
        let whole = sums.values.reduce(0, +)
        // What nobody chose can't be made to count; the others share what is left.
        let reached = sums.keys.reduce(0) { $0 + (shares[$1] ?? 0) }
        guard whole > 0, reached > 0 else { return 0 }
        var widest = 0.0
        for (index, choice) in group.enumerated() {
            guard let choice, let sum = sums[choice], let share = shares[choice] else { continue }
            let factor = share / reached * whole / sum
            weights[index] *= factor
            widest = max(widest, abs(factor - 1))
        }
        return widest
    }
}
