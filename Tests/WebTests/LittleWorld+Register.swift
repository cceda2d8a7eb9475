import Foundation
import PlanDomain
import Workflow

/// The acts of the little world, in the order of the real case: scheduling twice, the release after the meeting.
extension LittleWorld {
    var acts: [Act] {
        let secretary = Author(function: "Gemeentesecretaris/algemeen directeur", role: .secretary, pseudonym: "p-3")
        let office = Author(function: "Bestuurssecretariaat", role: .boardOffice, pseudonym: "p-4")
        let mayor = Author(function: "Burgemeester", role: .portfolioHolder, pseudonym: "p-5")
        return [
            act(
                1, .planStarted(workflow: definition.id, version: definition.version), by: secretary, on: "2023-06-01",
                text: 1),
            act(
                2, .gateOverridden(stage: "draft", condition: "sections-have-owner"), by: secretary, on: "2023-06-05",
                hasReason: true),
            act(3, .stageMoved(from: "draft", to: "decide"), by: secretary, on: "2023-06-05"),
            act(
                4, .scheduled(body: .college, meeting: CalendarDate(iso8601: "2023-06-12")), by: secretary,
                on: "2023-06-06"),
            act(
                5, .signedOff(step: "portfolio-holder", verdict: .agreedWithRemark), by: mayor, on: "2023-06-08",
                hasReason: true, onBehalfOf: Act.Substitution(function: "Wethouder", ground: "vervangingsregeling 2023")
            ),
            act(6, .scheduled(body: .college, meeting: nil), by: secretary, on: "2023-06-08"),
            act(
                7,
                .disclosureChosen(
                    Disclosure(.openAfterCondition, condition: "nadat het opgemaakte plan van aanpak is toegevoegd")),
                by: office, on: nil),
            act(
                8,
                .decided(
                    body: .college,
                    points: [
                        PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .adoptedAsAmended),
                    ]),
                by: office, on: "2023-06-12"),
        ]
    }

    private func act(
        _ sequence: Int, _ payload: ActPayload, by author: Author, on date: String?, text: Int = 4,
        hasReason: Bool = false, onBehalfOf: Act.Substitution? = nil
    ) -> Act {
        Act(
            id: Self.commit(900 + sequence), sequence: sequence, payload: payload,
            sections: sequence == 3 ? self.text.sections.map(\.id) : [], text: Self.commit(text),
            textTree: Self.commit(800).rawValue, author: author, onBehalfOf: onBehalfOf,
            date: date.flatMap(CalendarDate.init(iso8601:)), recordedAt: Self.day(sequence + 5),
            reasonHash: hasReason ? ReasonHash(rawValue: "hash-\(sequence)") : nil, workflowDigest: "", requestID: "")
    }

    var entries: [RegisterView.Entry] {
        let titles = Dictionary(uniqueKeysWithValues: projected.sections.map { ($0.id, $0.printedTitle) })
        return acts.map { act in
            let reason: RecordedReason? =
                act.sequence == 2 ? .text("De laatste sectie krijgt volgende week een steller.") : .withheld
            return RegisterView.Entry(
                act: act, reason: act.reasonHash == nil ? nil : reason,
                sectionTitles: act.sections.map { titles[$0] ?? "" })
        }
    }

    // MARK: Where the plan stands

    var facts: PlanFacts {
        PlanFacts(
            sections: text.sections.map { section in
                SectionFact(
                    id: section.id.rawValue, title: section.heading?.plainTitle ?? "", owner: section.owner,
                    hasText: DraftText.isFilled(section.body))
            },
            decisionPoints: text.metadata.nota.decisionPoints.enumerated().map {
                DecisionPointFact(number: $0 + 1, text: $1)
            },
            changes: changes.map { change in
                ChangeFact(
                    id: change.id.rawValue, nature: change.nature, sections: change.sections.map(\.section.rawValue),
                    date: CalendarDate(change.madeAt, secondsFromUTC: 7_200))
            },
            acts: acts.map { act in
                ActFact(
                    sequence: act.sequence, payload: act.payload, sections: act.sections.map(\.rawValue),
                    text: act.text.rawValue, role: act.author.role, function: act.author.function, date: act.date,
                    recordedOn: CalendarDate(act.recordedAt, secondsFromUTC: 7_200))
            },
            planning: text.metadata.planning)
    }

    var today: CalendarDate { CalendarDate(Self.now, secondsFromUTC: 7_200) }

    var standing: PlanStanding { WorkflowEngine(definition).standing(of: facts, on: today) }

    var projected: ProjectedPlan {
        let numbers = text.numbers()
        let standing = WorkflowEngine(definition).standing(of: facts, on: today)
        return ProjectedPlan(
            id: Self.plan,
            heads: PlanHeads(
                text: Self.commit(4), register: RegisterHead(commit: Self.commit(908), sequence: 8)),
            metadata: text.metadata, stage: standing.stage,
            stageLabel: definition.stage(standing.stage)?.label ?? LocalizedText(nl: ""), typeLabel: definition.label,
            sections: text.chapters.flatMap { chapter in
                chapter.sections.map { section in
                    ProjectedSection(
                        id: section.id, chapter: chapter.id, chapterTitle: chapter.heading?.plainTitle,
                        chapterNumber: numbers.chapters[chapter.id], title: section.heading?.plainTitle ?? "",
                        number: numbers.sections[section.id], owner: section.owner,
                        hasText: DraftText.isFilled(section.body), words: 10,
                        stage: standing.section(section.id.rawValue)?.stage ?? standing.stage)
                }
            }, texts: [], versions: [VersionTag(tag: "besluitversie/1", text: Self.commit(4), act: 3)])
    }
}
