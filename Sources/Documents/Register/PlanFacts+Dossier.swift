import Foundation
import Phrases
import PlanDomain
import Workflow

extension PlanFacts {
    /// What the engine needs to know of a dossier to say what stands: nothing of it depends on the day of asking.
    init(_ dossier: PlanDossier) {
        let metadata = dossier.text.metadata
        self.init(
            sections: dossier.text.sections.map { section in
                SectionFact(
                    id: section.id.rawValue, title: section.heading?.plainTitle ?? section.id.rawValue,
                    owner: section.owner, hasText: DraftText.isFilled(section.body))
            },
            texts: dossier.text.documents.flatMap { document in
                document.parts.map {
                    TextFact(document: document.name, heading: $0.heading, isFilled: $0.isFilled)
                }
            },
            decisionPoints: metadata.nota.decisionPoints.enumerated().map { index, text in
                DecisionPointFact(number: index + 1, text: text)
            },
            proposedDisclosure: metadata.nota.disclosure, changes: dossier.changes.map(ChangeFact.init),
            acts: dossier.entries.map { ActFact($0.act) }, planning: metadata.planning)
    }
}

extension ChangeFact {
    fileprivate init(_ change: Change) {
        self.init(
            id: change.id.rawValue, nature: change.nature, sections: change.sections.map(\.section.rawValue),
            documents: change.documents, date: CalendarDate(inTheNetherlandsAt: change.madeAt))
    }
}

extension ActFact {
    fileprivate init(_ act: Act) {
        self.init(
            sequence: act.sequence, payload: act.payload, sections: act.sections.map(\.rawValue),
            text: act.text.rawValue, role: act.author.role, function: act.author.function, date: act.date,
            recordedOn: CalendarDate(inTheNetherlandsAt: act.recordedAt))
    }
}

extension CalendarDate {
    /// The day by the clock of the Netherlands, by rule and not by the machine's time zone files.
    fileprivate init(inTheNetherlandsAt moment: Date) {
        self.init(moment, secondsFromUTC: DutchMoment(moment).secondsFromUTC)
    }
}
