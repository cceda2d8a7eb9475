import PlanDomain
import Workflow

extension AnnotatedPlanContent {
    public static let name = "plan"

    /// The plan as of the dossier's text and act. Sections that nobody wrote yet are no reason to refuse it: that a plan
    /// is still being written is what its history shows.
    public init(_ dossier: PlanDossier) {
        let metadata = dossier.text.metadata
        let register = RegisterReading(dossier)
        let history = SectionHistory(dossier, register)
        title = metadata.title
        municipality = dossier.municipality
        typeLabel = dossier.definition.label
        details = Details(metadata)
        version = Version(
            stage: register.stageLabel, text: dossier.commit,
            changedAt: dossier.changes.last?.madeAt, lastAct: dossier.registerHead.sequence)
        organisations = dossier.organisations.map(\.name)
        chapters = Self.chapters(of: dossier.text, with: history, register)
        removedSections = history.sectionsOutside(dossier.text).map { id in
            RemovedSection(id: id, changes: history.changes(of: id), acts: history.acts(about: id))
        }
        otherChanges = history.changesOutsideSections
        acts = history.acts
        stageLabels = Dictionary(dossier.definition.stages.map { ($0.id, $0.label) }, uniquingKeysWith: { $1 })
        let steps = dossier.definition.tracks.flatMap(\.steps)
        stepLabels = Dictionary(steps.map { ($0.id, $0.label) }, uniquingKeysWith: { $1 })
        roundAudiences = register.roundAudiences
        provenance = Provenance(of: Self.name, in: dossier, using: Self.extract(of: dossier))
    }

    private static func chapters(
        of text: PlanText, with history: SectionHistory, _ register: RegisterReading
    ) -> [ChapterContent] {
        let numbers = text.numbers()
        return text.chapters.map { chapter in
            ChapterContent(
                id: chapter.id,
                heading: chapter.heading.map { NumberedHeading($0, number: numbers.chapters[chapter.id]) },
                sections: chapter.sections.map { section in
                    SectionContent(
                        id: section.id,
                        heading: section.heading.map { NumberedHeading($0, number: numbers.sections[section.id]) },
                        owner: section.owner.ifFilled, stage: register.stageLabel(of: section.id),
                        passage: Passage(markdown: section.body), changes: history.changes(of: section.id),
                        acts: history.acts(about: section.id))
                })
        }
    }

    private static func extract(of dossier: PlanDossier) -> StoreExtract {
        let reasons = dossier.entries.compactMap { entry in entry.reason.map { (entry.act.sequence, $0) } }
        return StoreExtract(
            reasons: Dictionary(reasons, uniquingKeysWith: { $1 }), organisations: dossier.organisations.map(\.name))
    }
}

extension AnnotatedPlanContent.Details {
    fileprivate init(_ metadata: PlanMetadata) {
        period = metadata.period.ifFilled
        programme = metadata.programme.ifFilled
        team = metadata.team.ifFilled
        portfolioHolder = metadata.portfolioHolder.ifFilled
        number = metadata.number.ifFilled
        follows = metadata.follows
    }
}
