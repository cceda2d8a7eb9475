/// Answers that were sent in, with how much they count for.
public struct Respondent: Equatable, Sendable {
    public let sheet: AnswerSheet
    /// 1 where nothing is weighted.
    public let weight: Double

    public init(_ sheet: AnswerSheet, weight: Double = 1) {
        self.sheet = sheet
        self.weight = weight
    }
}
