import Prose
import Workflow

/// Works out a plan's projection from its text, its changes and its acts.
struct Projector {
    let plan: PlanID
    let heads: PlanHeads
    let text: PlanText
    let definition: WorkflowDefinition

    /// The day does not matter to the stages, so the projection does not change when the calendar does.
    func projected(changes: [Change], acts: [Act], versions: [VersionTag], zone: OfficeTime) -> ProjectedPlan {
        let blank = projected(stages: [:], stage: definition.firstStage.id, versions: versions)
        let facts = PlanFacts(of: blank, changes: changes, acts: acts, zone: zone)
        let day = acts.last.map { zone.day(of: $0.recordedAt) } ?? zone.today
        let standing = WorkflowEngine(definition).standing(of: facts, on: day)
        let stages = Dictionary(standing.sections.map { ($0.id, $0.stage) }) { first, _ in first }
        return projected(stages: stages, stage: standing.stage, versions: versions)
    }

    private func projected(stages: [String: StageID], stage: StageID, versions: [VersionTag]) -> ProjectedPlan {
        let numbers = text.numbers()
        return ProjectedPlan(
            id: plan, heads: heads, metadata: text.metadata, stage: stage,
            stageLabel: definition.stage(stage)?.label ?? LocalizedText(nl: stage.rawValue),
            typeLabel: definition.label,
            sections: text.chapters.flatMap { chapter in
                chapter.sections.map { section in
                    self.section(
                        section, in: chapter, numbers, stage: stages[section.id.rawValue] ?? definition.firstStage.id)
                }
            },
            texts: text.textFacts, versions: versions)
    }

    private func section(
        _ section: Section, in chapter: Chapter, _ numbers: OutlineNumbers, stage: StageID
    ) -> ProjectedSection {
        let prose = try? MarkdownDocument(parsing: DraftText.withoutGuidance(section.body))
        return ProjectedSection(
            id: section.id, chapter: chapter.id, chapterTitle: chapter.heading?.plainTitle,
            chapterNumber: numbers.chapters[chapter.id],
            title: section.heading?.plainTitle ?? chapter.heading?.plainTitle ?? text.metadata.title,
            number: numbers.sections[section.id], owner: section.owner, hasText: DraftText.isFilled(section.body),
            words: prose.map(WordCount.words(in:)) ?? 0, stage: stage)
    }
}
