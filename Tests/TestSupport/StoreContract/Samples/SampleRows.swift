import Foundation
import PlanDomain
import Seeded
import Testing
import Workflow

/// Random values of everything that a projection holds.
enum SampleRows {
    static func change(after parent: Change?, _ random: inout SeededGenerator) throws -> Change {
        Change(
            id: try #require(CommitID.random(&random)), parent: parent?.id,
            author: try author(&random), madeAt: moment(&random), summary: SampleText.some(&random),
            nature: try #require(ChangeNature.allCases.randomElement(using: &random)),
            inputs: (0..<Int.random(in: 0...3, using: &random)).map { "INB-000\($0)" }.shuffled(using: &random),
            sections: try sectionIDs(&random).map { section in
                SectionChange(
                    section: section, kind: [.added, .changed, .removed].randomElement(using: &random) ?? .changed,
                    wordsAdded: .random(in: 0...900, using: &random), wordsRemoved: .random(in: 0...900, using: &random)
                )
            },
            documents: ["nota", "raadsmededeling"].filter { _ in Bool.random(using: &random) },
            touchesMetadata: .random(using: &random))
    }

    static func act(number: Int, about changes: [Change], _ random: inout SeededGenerator) throws -> Act {
        let payload = number == 1 ? StoreContract.payloads.first : StoreContract.payloads.randomElement(using: &random)
        return Act(
            id: try #require(CommitID.random(&random)), sequence: number,
            payload: try #require(payload), sections: try sectionIDs(&random),
            text: try #require(changes.randomElement(using: &random)).id, textTree: "tree",
            author: try author(&random),
            onBehalfOf: Bool.random(using: &random)
                ? Act.Substitution(function: SampleText.some(&random), ground: SampleText.some(&random)) : nil,
            date: Bool.random(using: &random)
                ? CalendarDate(dayNumber: .random(in: -719_162...2_932_896, using: &random)) : nil,
            recordedAt: moment(&random),
            reasonHash: Bool.random(using: &random) ? ReasonHash(rawValue: "hash") : nil, workflowDigest: "digest",
            requestID: SampleText.some(&random))
    }

    static func projected(
        _ plan: PlanID, at heads: PlanHeads, _ acts: [Act], _ random: inout SeededGenerator
    ) throws -> ProjectedPlan {
        ProjectedPlan(
            id: plan, heads: heads, metadata: try metadata(&random), stage: "draft",
            stageLabel: LocalizedText(nl: SampleText.some(&random), en: SampleText.perhaps(&random)),
            typeLabel: LocalizedText(nl: SampleText.some(&random), en: SampleText.perhaps(&random)),
            sections: try sectionIDs(&random).map { section($0, &random) },
            texts: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                TextFact(document: "nota", heading: SampleText.some(&random), isFilled: .random(using: &random))
            },
            versions: acts.filter { $0.payload.kind == .stageMoved }.enumerated().map { index, act in
                VersionTag(tag: "versie/\(index + 1)", text: act.text, act: act.sequence)
            })
    }

    private static func section(_ id: SectionID, _ random: inout SeededGenerator) -> ProjectedSection {
        ProjectedSection(
            id: id, chapter: "hoofdstuk", chapterTitle: SampleText.perhaps(&random),
            chapterNumber: SampleText.perhaps(&random), title: SampleText.some(&random),
            number: SampleText.perhaps(&random), owner: SampleText.perhaps(&random), hasText: .random(using: &random),
            words: .random(in: 0...5_000, using: &random),
            stage: ["consult", "draft", "adopted"].randomElement(using: &random) ?? "consult")
    }

    private static func metadata(_ random: inout SeededGenerator) throws -> PlanMetadata {
        var metadata = PlanMetadata(type: "meerjarenbeleidsplan", title: SampleText.some(&random))
        metadata.municipality = SampleText.perhaps(&random)
        metadata.period = SampleText.perhaps(&random)
        metadata.programme = SampleText.perhaps(&random)
        metadata.team = SampleText.perhaps(&random)
        metadata.teamCode = SampleText.perhaps(&random)
        metadata.portfolioHolder = SampleText.perhaps(&random)
        metadata.number = SampleText.perhaps(&random)
        metadata.follows = Bool.random(using: &random) ? PlanID("plan-van-aanpak") : nil
        metadata.themes = [ThemeGroup(name: SampleText.some(&random), themes: [SampleText.some(&random)])]
        metadata.indicators = [IndicatorGroup(goal: SampleText.some(&random), indicators: SampleText.odd)]
        metadata.planning = ["raad": CalendarDate(dayNumber: 19_530), "college": CalendarDate(dayNumber: 19_500)]
        metadata.nota = NotaFields(
            date: CalendarDate(dayNumber: 19_520), meeting: SampleText.perhaps(&random),
            attachments: [SampleText.some(&random)], decisionPoints: SampleText.odd,
            disclosure: Disclosure(.openInPart, ground: SampleText.perhaps(&random)))
        return metadata
    }

    private static func author(_ random: inout SeededGenerator) throws -> Author {
        Author(
            function: SampleText.some(&random), role: try #require(Role.allCases.randomElement(using: &random)),
            pseudonym: SampleText.some(&random))
    }

    /// None to six, each once, in any order.
    private static func sectionIDs(_ random: inout SeededGenerator) throws -> [SectionID] {
        let ids = try (1...6).map { try #require(SectionID("s\($0)")) }.shuffled(using: &random)
        return Array(ids.prefix(.random(in: 0...6, using: &random)))
    }

    private static func moment(_ random: inout SeededGenerator) -> Date {
        Date(timeIntervalSince1970: Double(Int.random(in: 1_600_000_000...1_900_000_000, using: &random)))
    }
}
