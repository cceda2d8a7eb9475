import Foundation
import PlanDomain
import Testing
import Workflow

/// Builds a dossier act by act and change by change, with ids that are counted.
struct DossierBuilder {
    var text: PlanText
    var definition: WorkflowDefinition
    var organisations: [Organisation] = []
    var houseStyle = HouseStyle()
    var closedInputs: Set<String> = []
    var id = "zandhoek-2025-2029"
    private(set) var changes: [Change] = []
    private(set) var entries: [RegisterView.Entry] = []

    init(_ text: PlanText, definition: WorkflowDefinition) {
        self.text = text
        self.definition = definition
    }

    /// A change of every section and document as they stand.
    mutating func change(
        _ summary: String, by function: String = "Beleidsadviseur water", on day: String = "2025-01-10",
        nature: ChangeNature = .substantive, sections: [String]? = nil, documents: [String] = [],
        kind: SectionChange.Kind = .changed, added: Int = 12, removed: Int = 3, inputs: [String] = []
    ) {
        let touched = sections?.compactMap { SectionID($0) } ?? text.sections.map(\.id)
        changes.append(
            Change(
                id: Self.commit(changes.count + 1), parent: changes.last?.id,
                author: Author(function: function, role: .drafter, pseudonym: "pseudoniem-7"), madeAt: moment(day),
                summary: summary, nature: nature, inputs: inputs,
                sections: touched.map {
                    SectionChange(section: $0, kind: kind, wordsAdded: added, wordsRemoved: removed)
                },
                documents: documents, touchesMetadata: touched.isEmpty && documents.isEmpty))
    }

    mutating func act(
        _ payload: ActPayload, by function: String = "Bestuurssecretariaat", on day: String?,
        role: Role = .boardOffice, about sections: [String] = [], onBehalfOf: Act.Substitution? = nil,
        reason: RecordedReason? = nil
    ) {
        let act = Act(
            id: Self.commit(1000 + entries.count), sequence: entries.count + 1, payload: payload,
            sections: sections.compactMap { SectionID($0) }, text: changes.last?.id ?? Self.commit(1),
            textTree: Self.commit(5000).rawValue,
            author: Author(function: function, role: role, pseudonym: "pseudoniem-8"), onBehalfOf: onBehalfOf,
            date: day.flatMap(CalendarDate.init(iso8601:)), recordedAt: moment(day ?? "2025-06-30"),
            reasonHash: reason.map { _ in ReasonHash(rawValue: "00") }, workflowDigest: "w", requestID: "r")
        let titles = act.sections.compactMap { text.section($0)?.heading?.plainTitle }
        entries.append(RegisterView.Entry(act: act, reason: reason, sectionTitles: titles))
    }

    func dossier(upTo act: Int? = nil) throws -> PlanDossier {
        let chosen = Array(entries.prefix(act ?? entries.count))
        let last = try #require(chosen.last).act
        return PlanDossier(
            id: try #require(PlanID(id)), text: text, commit: changes.last?.id ?? Self.commit(1), entries: chosen,
            registerHead: RegisterHead(commit: last.id, sequence: last.sequence), changes: changes,
            definition: definition, organisations: organisations, houseStyle: houseStyle,
            reference: "\(last.sequence)@\((changes.last?.id ?? Self.commit(1)).short)",
            keyFingerprint: "SHA256:c2xldXRlbHZhbmhldHZvb3JiZWVsZA", closedInputs: closedInputs)
    }

    static func commit(_ number: Int) -> CommitID {
        let hex = String(number, radix: 16)
        let digits = String(repeating: "0", count: 40 - hex.count) + hex
        guard let commit = CommitID(String(digits.reversed())) else { preconditionFailure("not a commit: \(digits)") }
        return commit
    }

    /// Just before midnight in the Netherlands, where the day differs from that in Greenwich or Tokyo.
    private func moment(_ day: String) -> Date {
        let number = CalendarDate(iso8601: day)?.dayNumber ?? 0
        return Date(timeIntervalSince1970: Double(number) * 86_400 + 21 * 3_600 + 1_800)
    }
}
