import Foundation
import Workflow

/// What the engine is told of a plan, gathered from its projection: one place, so that every gate sees the same facts.
extension PlanFacts {
    /// What a body decides on stands in the metadata too: the decision points. So it counts as one of the documents.
    private static let metadata = "plan"

    /// `acts` may come in any order, `changes` come oldest first.
    init(of plan: ProjectedPlan, changes: [Change], acts: [Act], zone: OfficeTime) {
        self.init(
            sections: plan.sections.map { section in
                SectionFact(
                    id: section.id.rawValue, title: section.printedTitle, owner: section.owner,
                    hasText: section.hasText)
            },
            texts: plan.texts,
            decisionPoints: plan.metadata.nota.decisionPoints.enumerated().map { index, text in
                DecisionPointFact(number: index + 1, text: text)
            },
            proposedDisclosure: plan.metadata.nota.disclosure,
            changes: changes.map { change in
                ChangeFact(
                    id: change.id.rawValue, nature: change.nature, sections: change.sections.map(\.section.rawValue),
                    documents: change.documents + (change.touchesMetadata ? [Self.metadata] : []),
                    date: zone.day(of: change.madeAt))
            },
            acts: acts.sorted { $0.sequence < $1.sequence }.map { $0.fact(zone: zone) },
            planning: plan.metadata.planning)
    }
}

extension Act {
    func fact(zone: OfficeTime) -> ActFact {
        ActFact(
            sequence: sequence, payload: payload, sections: sections.map(\.rawValue), text: text.rawValue,
            role: author.role, function: author.function, date: date, recordedOn: zone.day(of: recordedAt))
    }
}

extension ProjectedSection {
    /// Number and title, as a list of contents prints them.
    public var printedTitle: String { [number, title].compactMap { $0 }.joined(separator: " ") }
}
