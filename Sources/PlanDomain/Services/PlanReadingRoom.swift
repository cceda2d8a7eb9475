import Foundation
import Workflow

/// Answers readers from the projection, and from git only for words.
public struct PlanReadingRoom: PlanReading {
    private let office: PlanOffice
    private let keyFingerprint: String

    /// `keyFingerprint` is printed in documents, so that a reader knows which key to trust.
    public init(_ office: PlanOffice, keyFingerprint: String) {
        self.office = office
        self.keyFingerprint = keyFingerprint
    }

    public func plans() async throws -> [PlanSummary] {
        try await office.store.summaries()
    }

    public func plan(_ plan: PlanID) async throws -> PlanView {
        try await office.view(of: plan)
    }

    public func section(_ section: SectionID, of plan: PlanID, at commit: CommitID?) async throws -> SectionView {
        let projected = try await office.projectedPlan(plan)
        let commit = commit ?? projected.heads.text
        let text = try await office.repositories.repository(of: plan).text(at: commit)
        guard let content = text.section(section) else {
            throw PlanError(.notFound, Reason("section.unknown", ["section": .text(section.rawValue)]))
        }
        let index = projected.sections.firstIndex { $0.id == section }
        let stage = index.map { projected.sections[$0].stage } ?? projected.stage
        let workflow = try await definition(of: projected)
        return SectionView(
            plan: projected, section: content, place: index.map { projected.sections[$0] }, commit: commit,
            isCurrent: commit == projected.heads.text,
            changes: try await office.store.changes(of: plan, section: section), stage: stage,
            stageLabel: workflow.stage(stage)?.label ?? projected.stageLabel,
            previous: index.flatMap { $0 > 0 ? projected.sections[$0 - 1] : nil },
            next: index.flatMap { $0 + 1 < projected.sections.count ? projected.sections[$0 + 1] : nil },
            annexes: text.annexes, kin: try await kin(of: section, in: projected))
    }

    public func comparison(
        of section: SectionID, in plan: PlanID, from old: CommitID, to new: CommitID
    ) async throws -> SectionComparison {
        let projected = try await office.projectedPlan(plan)
        let changes = try await office.store.changes(of: plan, section: section)
        guard !changes.isEmpty else {
            throw PlanError(.notFound, Reason("section.unknown", ["section": .text(section.rawValue)]))
        }
        let all = try await office.store.changes(of: plan, section: nil)
        let before = try await version(of: section, in: plan, at: old, among: all)
        let after = try await version(of: section, in: plan, at: new, among: all)
        return SectionComparison(
            plan: projected, section: section, title: after.title ?? before.title ?? section.rawValue, old: before,
            new: after, changes: changes)
    }

    public func metadata(of plan: PlanID, at commit: CommitID) async throws -> PlanMetadata {
        _ = try await office.projectedPlan(plan)
        return try await office.repositories.repository(of: plan).text(at: commit).metadata
    }

    public func register(of plan: PlanID) async throws -> RegisterView {
        let projected = try await office.projectedPlan(plan)
        return RegisterView(
            plan: projected, definition: try await definition(of: projected),
            entries: try await entries(of: plan, titles: projected))
    }

    public func dossier(of plan: PlanID, at moment: DossierMoment) async throws -> PlanDossier {
        let projected = try await office.projectedPlan(plan)
        let all = try await entries(of: plan, titles: projected)
        let (sequence, text) = try resolve(moment, in: projected, entries: all)
        guard let last = all.first(where: { $0.act.sequence == sequence }) else {
            throw PlanError(.notFound, Reason("document.unknown-act", ["act": .number(sequence)]))
        }
        let commit = text ?? last.act.text
        let repository = try await office.repositories.repository(of: plan)
        let present = projected.heads
        let closed = try await office.store.inputLines(of: plan).filter(\.isClosed).map(\.number.description)
        return PlanDossier(
            id: plan, text: try await repository.text(at: commit), commit: commit,
            entries: all.filter { $0.act.sequence <= sequence },
            registerHead: RegisterHead(commit: last.act.id, sequence: sequence),
            changes: commit == present.text
                ? try await office.store.changes(of: plan, section: nil).reversed()
                : try await repository.changes(after: nil, upTo: commit),
            definition: try await office.definition(of: repository, at: commit).definition,
            organisations: try await office.store.organisations(of: plan),
            houseStyle: try await office.store.houseStyle(),
            reference: commit == last.act.text ? String(sequence) : "\(sequence):\(commit.rawValue)",
            keyFingerprint: keyFingerprint, closedInputs: Set(closed))
    }

    private func resolve(
        _ moment: DossierMoment, in plan: ProjectedPlan, entries: [RegisterView.Entry]
    ) throws(PlanError) -> (Int, CommitID?) {
        switch moment {
        case .present: return (plan.heads.register.sequence, plan.heads.text)
        case .act(let sequence): return (sequence, nil)
        case .actAndText(let sequence, let commit): return (sequence, commit)
        case .tag(let name):
            guard let version = plan.versions.first(where: { $0.tag == name }) else {
                throw PlanError(.notFound, Reason("document.unknown-tag", ["tag": .text(name)]))
            }
            return (version.act, version.text)
        }
    }

    private func version(
        of section: SectionID, in plan: PlanID, at commit: CommitID, among changes: [Change]
    ) async throws -> SectionComparison.Version {
        let repository = try await office.repositories.repository(of: plan)
        let content = try await repository.text(at: commit).section(section)
        let change = changes.first { $0.id == commit }
        return SectionComparison.Version(
            commit: commit, madeAt: change?.madeAt ?? Date(timeIntervalSince1970: 0),
            function: change?.author.function ?? "", body: content?.body ?? "", title: content?.heading?.plainTitle)
    }

    /// By the lineage of the present text, which forgets nothing.
    private func kin(of section: SectionID, in plan: ProjectedPlan) async throws -> [SectionKin] {
        let repository = try await office.repositories.repository(of: plan.id)
        let present = try await repository.text(at: plan.heads.text)
        var found: [SectionKin] = []
        for (relation, other) in present.lineage.kin(of: section) {
            if let content = present.section(other) {
                let title = plan.sections.first { $0.id == other }?.printedTitle ?? content.heading?.plainTitle
                found.append(
                    SectionKin(relation: relation, section: other, title: title ?? other.rawValue, commit: nil))
            } else if let last = try await lastVersion(of: other, in: plan.id) {
                let title = try await repository.text(at: last).section(other)?.heading?.plainTitle
                found.append(
                    SectionKin(relation: relation, section: other, title: title ?? other.rawValue, commit: last))
            }
        }
        return found
    }

    /// The last version in which a section stood that is gone.
    private func lastVersion(of section: SectionID, in plan: PlanID) async throws -> CommitID? {
        try await office.store.changes(of: plan, section: section).first { change in
            change.sections.contains { $0.section == section && $0.kind != .removed }
        }?.id
    }

    private func entries(of plan: PlanID, titles: ProjectedPlan) async throws -> [RegisterView.Entry] {
        let acts = try await office.store.acts(of: plan)
        let reasons = try await office.store.reasons(for: acts.compactMap(\.reasonHash))
        let sections = Dictionary(titles.sections.map { ($0.id, $0.printedTitle) }) { first, _ in first }
        return acts.map { act in
            RegisterView.Entry(
                act: act, reason: act.reasonHash.map { reasons[$0].map { .text($0.text) } ?? .withheld },
                sectionTitles: act.sections.map { sections[$0] ?? $0.rawValue })
        }
    }

    private func definition(of plan: ProjectedPlan) async throws -> WorkflowDefinition {
        let repository = try await office.repositories.repository(of: plan.id)
        return try await office.definition(of: repository, at: plan.heads.text).definition
    }
}
