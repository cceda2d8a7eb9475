import Foundation
import Phrases
import PlanDomain
import Workflow

/// What one body is asked to decide, a box for every point.
struct PointBoxes: Sendable {
    let field: PlanField
    /// What a box is called, as a key.
    let label: String
    /// What the names of its boxes begin with.
    let prefix: String
    /// What the button that asks for one more box sends.
    let more: String

    static let board = PointBoxes(
        field: .decisionPoints, label: "editor.fields.point", prefix: "beslispunt-", more: "erbij")
    static let council = PointBoxes(
        field: .councilPoints, label: "editor.fields.council-point", prefix: "raadspunt-", more: "raad-erbij")

    private static let limit = 60

    /// Those of the bodies that decide on plans of this type.
    static func all(in workflow: WorkflowDefinition) -> [PointBoxes] {
        let decides = workflow.tracks.flatMap(\.steps).contains { $0.act == .decided && $0.body == .raad }
        return decides ? [board, council] : [board]
    }

    func name(_ number: Int) -> String { prefix + String(number) }

    /// As many boxes as were sent, one more where that was asked, three at least.
    func fields(_ values: FormValues, _ phrases: Phrases) -> [FormField] {
        let sent = values.fields.compactMap { field in
            field.name.hasPrefix(prefix) ? Int(field.name.dropFirst(prefix.count)) : nil
        }
        let extra = values.all("actie").contains(more) ? 1 : 0
        let count = min(max(3, (sent.max() ?? 0) + extra), Self.limit)
        return (1...count).map { number in
            FormField(
                name(number), phrases.text(label, ["number": .number(number)]),
                .textarea(rows: 3), isRequired: false, limit: 5_000)
        }
    }

    /// The boxes of points that stand in one text, with an empty line between two.
    func values(of text: String) -> [String: [String]] {
        let points = text.split(separator: "\n\n", omittingEmptySubsequences: true).enumerated()
        return Dictionary(
            uniqueKeysWithValues: points.map { index, point in
                (name(index + 1), [point.trimmingCharacters(in: .whitespacesAndNewlines)])
            })
    }

    /// Within a point an empty line would part it in two.
    func text(in values: FormValues) -> String {
        (1...Self.limit).compactMap { values.all(name($0)).first.map(Self.plain) }.map { point in
            point.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
        }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Browsers send CR LF for the end of a line.
    static func plain(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
