import PlanDomain
import Workflow

/// Numbers of inputs as a form carries them out of sight: `1-40,57`, so that thousands take little room and what is done is
/// done with those that were shown.
enum NumberRanges {
    /// More than a plan ever had.
    static let limit = 20_000

    static func text(of numbers: [InputNumber]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in Set(numbers.map(\.rawValue)).sorted() {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }

    /// Throws `invalid` for what is written in another way, or is too much.
    static func numbers(in text: String) throws(PlanError) -> [InputNumber] {
        var numbers: [InputNumber] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first > 0,
                first <= last, last - first < limit, numbers.count + last - first < limit
            else { throw PlanError(.invalid, Reason("web.form.unreadable")) }
            numbers += (first...last).compactMap(InputNumber.init(rawValue:))
        }
        return numbers
    }
}
