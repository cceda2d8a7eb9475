import Foundation
import Workflow

/// What the engine is told of a plan, gathered from its projection: one place, so that every gate sees the same facts.
extension PlanFacts {
    /// What a body decides on stands in the metadata too: the decision points. So it counts as one of the documents.
    fileprivate static let metadata = "plan"

    /// Says nothing of inputs, which git does not know: where a plan stands does not depend on them, and a register that
    /// is checked later is not held against the inputs of today. The office adds them for the gates.
    ///
    /// `acts` may come in any order, `changes` come oldest first.
    init(of plan: ProjectedPlan, changes: [Change], acts: [Act], zone: OfficeTime) {
        self.init(
            sections: plan.sections.map { section in
                SectionFact(
                    id: section.id.rawValue, title: section.printedTitle, owner: section.owner,
                    hasText: section.hasText)
            },
            texts: plan.texts, metadata: plan.metadata, changes: changes, acts: acts, zone: zone)
    }

    fileprivate init(
        sections: [SectionFact], texts: [TextFact], metadata: PlanMetadata, changes: [Change], acts: [Act],
        zone: OfficeTime
    ) {
        self.init(
            sections: sections, texts: texts,
            decisionPoints: GoverningBody.allCases.flatMap { body in
                metadata.decisionPoints(for: body).enumerated().map { index, text in
                    DecisionPointFact(number: index + 1, text: text, body: body)
                }
            },
            proposedDisclosure: metadata.nota.disclosure, changes: changes.map { $0.fact(zone: zone) },
            acts: acts.sorted { $0.sequence < $1.sequence }.map { $0.fact(zone: zone) }, planning: metadata.planning)
    }
}

extension PlanDossier {
    /// What the engine is told of the plan as of the dossier's act and text; nothing of it depends on the day of asking.
    public var facts: PlanFacts {
        PlanFacts(
            sections: text.sections.map { section in
                SectionFact(
                    id: section.id.rawValue, title: section.heading?.plainTitle ?? section.id.rawValue,
                    owner: section.owner, hasText: DraftText.isFilled(section.body))
            },
            texts: text.textFacts, metadata: text.metadata, changes: changes, acts: entries.map(\.act),
            zone: OfficeTime())
    }
}

extension PlanText {
    /// The mandatory texts of its documents, in order.
    var textFacts: [TextFact] {
        documents.flatMap { document in
            document.parts.map { TextFact(document: document.name, heading: $0.heading, isFilled: $0.isFilled) }
        }
    }
}

extension Change {
    fileprivate func fact(zone: OfficeTime) -> ChangeFact {
        ChangeFact(
            id: id.rawValue, nature: nature, sections: sections.map(\.section.rawValue),
            documents: documents + (touchesMetadata ? [PlanFacts.metadata] : []), date: zone.day(of: madeAt))
    }
}

extension Act {
    func fact(zone: OfficeTime) -> ActFact {
        ActFact(
            sequence: sequence, payload: payload, sections: sections.map(\.rawValue), text: text.rawValue,
            role: author.role, function: author.function, onBehalfOf: onBehalfOf?.function, date: date,
            recordedOn: zone.day(of: recordedAt))
    }
}

extension ProjectedSection {
    /// Number and title, as a list of contents prints them.
    public var printedTitle: String { [number, title].compactMap { $0 }.joined(separator: " ") }
}
