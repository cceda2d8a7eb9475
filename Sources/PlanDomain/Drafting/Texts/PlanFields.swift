import Foundation
import Workflow

/// The fields of a plan as a form shows them: texts by field, also those that are not what they should be yet.
public struct PlanFields: Equatable, Sendable {
    public var texts: [PlanField: String]

    public init(_ texts: [PlanField: String]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    public subscript(_ field: PlanField) -> String { texts[field] ?? "" }
}

/// As one text, so that fields are drafted and kept as any other text is.
extension PlanFields {
    /// Every field that is filled in, by name in order.
    public var encoded: String {
        let named = Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(named)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Throws `invalid` for a text that was not made by `encoded`.
    public init(encoded: String) throws(PlanError) {
        guard let named = try? JSONDecoder().decode([String: String].self, from: Data(encoded.utf8)) else {
            throw PlanError(.invalid, Reason("draft.fields-unreadable"))
        }
        self.init(Dictionary(uniqueKeysWithValues: named.map { (PlanField(rawValue: $0.key), $0.value) }))
    }
}

/// From and to the plan itself.
extension PlanFields {
    public init(of text: PlanText) {
        let (metadata, nota) = (text.metadata, text.metadata.nota)
        let plain: [PlanField: String?] = [
            .title: metadata.title, .period: metadata.period, .programme: metadata.programme, .team: metadata.team,
            .teamCode: metadata.teamCode, .portfolioHolder: metadata.portfolioHolder, .number: metadata.number,
            .date: nota.date?.iso8601, .meeting: nota.meeting,
            .attachments: nota.attachments.map(\.onOneLine).joined(separator: "\n"),
            .decisionPoints: nota.decisionPoints.joined(separator: "\n\n"),
            .councilPoints: metadata.decisionPoints(for: .raad).joined(separator: "\n\n"),
            .disclosure: nota.disclosure?.choice.rawValue, .disclosureCondition: nota.disclosure?.condition,
            .disclosureGround: nota.disclosure?.ground, .disclosureWording: nota.disclosure?.wording,
        ]
        let planning = metadata.planning.map { (PlanField.planning($0.key), $0.value.iso8601) }
        self.init(plain.compactMapValues { $0 }.merging(planning) { text, _ in text })
    }

    /// What is wrong with the fields, so that each message can stand at its field.
    public var faults: [PlanField: Reason] {
        var faults: [PlanField: Reason] = [:]
        if self[.title].onOneLine.isEmpty { faults[.title] = Reason("plan.title-empty") }
        for (field, text) in texts where field == .date || field.planningName != nil {
            if CalendarDate(iso8601: text.onOneLine) == nil { faults[field] = Reason("field.not-a-date") }
        }
        if texts[.disclosure] != nil, choice == nil { faults[.disclosure] = Reason("field.not-a-choice") }
        return faults
    }

    /// Writes the fields to a plan; those that are not named here become empty. What stays closed part by part is no field
    /// and stays as it is.
    func write(to text: inout PlanText) throws(PlanError) {
        if let fault = faults.min(by: { $0.key.rawValue < $1.key.rawValue }) {
            throw PlanError(
                .invalid, Reason("field.wrong", ["field": .phrase(fault.key.name), "why": .phrase(fault.value)]))
        }
        text.metadata.title = self[.title].onOneLine
        text.metadata.period = line(.period)
        text.metadata.programme = line(.programme)
        text.metadata.team = line(.team)
        text.metadata.teamCode = line(.teamCode)
        text.metadata.portfolioHolder = line(.portfolioHolder)
        text.metadata.number = line(.number)
        text.metadata.planning = planning
        let asked = self[.councilPoints].paragraphs
        text.metadata.raadsvoorstel = asked.isEmpty ? nil : Raadsvoorstel(decisionPoints: asked)
        let closed = text.metadata.nota.disclosure?.closedParts ?? []
        text.metadata.nota = NotaFields(
            date: line(.date).flatMap { CalendarDate(iso8601: $0) }, meeting: line(.meeting),
            attachments: self[.attachments].split(whereSeparator: \.isNewline).map(\.onOneLine).filter { !$0.isEmpty },
            decisionPoints: self[.decisionPoints].paragraphs,
            disclosure: choice.map {
                Disclosure(
                    $0, condition: line(.disclosureCondition), ground: line(.disclosureGround),
                    wording: line(.disclosureWording), closedParts: closed)
            })
    }

    private var choice: Disclosure.Choice? { line(.disclosure).flatMap(Disclosure.Choice.init(rawValue:)) }

    private var planning: [String: CalendarDate] {
        let dates = texts.compactMap { field, text in
            field.planningName.flatMap { name in CalendarDate(iso8601: text.onOneLine).map { (name, $0) } }
        }
        return Dictionary(uniqueKeysWithValues: dates)
    }

    /// A field of one line; nil when nothing is in it.
    private func line(_ field: PlanField) -> String? {
        let line = self[field].onOneLine
        return line.isEmpty ? nil : line
    }
}

extension StringProtocol {
    /// With single spaces in place of all white space, and none around it.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// What stands between empty lines.
    fileprivate var paragraphs: [String] {
        var paragraphs: [[String]] = [[]]
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = line.onOneLine
            if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(words) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
