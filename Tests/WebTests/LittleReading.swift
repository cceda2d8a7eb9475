import Foundation
import PlanDomain
import TestSupport
import Workflow

/// Answers the pages out of the little world, without git or a database.
struct LittleReading: PlanReading {
    let world: LittleWorld

    func plans() async throws -> [PlanSummary] {
        [summary(LittleWorld.plan, world.title), summary(PlanID("uitvoeringsplan-2025")!, "Uitvoeringsplan 2025")]
    }

    private func summary(_ id: PlanID, _ title: String) -> PlanSummary {
        PlanSummary(
            id: id, title: title, type: "plan-van-aanpak", typeLabel: world.definition.label,
            stage: world.projected.stage, stageLabel: world.projected.stageLabel, municipality: "Deventer",
            period: "2024-2027", sectionCount: 4, changedAt: LittleWorld.day(4),
            follows: id == LittleWorld.plan ? nil : LittleWorld.plan)
    }

    private func check(_ plan: PlanID) throws {
        if plan.rawValue == "kapot" { throw Breakage(secret: "wachtwoord=geheim") }
        guard plan == LittleWorld.plan else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
    }

    func plan(_ plan: PlanID) async throws -> PlanView {
        try check(plan)
        let engine = WorkflowEngine(world.definition)
        let summaries = try await plans()
        return PlanView(
            projected: world.projected, definition: world.definition, standing: world.standing,
            gate: engine.gate(leaving: world.projected.stage, of: world.facts, on: world.today),
            organisations: ["Politie", "Openbaar Ministerie", "Horeca & ondernemers", "Wijkteams"].map(
                Organisation.init),
            predecessor: nil, successors: [summaries[1]])
    }

    func section(_ section: SectionID, of plan: PlanID, at commit: CommitID?) async throws -> SectionView {
        try check(plan)
        let commit = commit ?? LittleWorld.commit(4)
        let projected = world.projected
        guard var content = world.text.section(section), let version = LittleWorld.versions.firstIndex(of: commit),
            let index = projected.sections.firstIndex(where: { $0.id == section })
        else { throw PlanError(.notFound, Reason("section.unknown", ["section": .text(section.rawValue)])) }
        if version < 3, index == 0 { content.body = LittleWorld.bodies[version] }
        return SectionView(
            plan: projected, section: content, place: projected.sections[index], commit: commit,
            isCurrent: version == 3, changes: changes(of: section).reversed(), stage: projected.sections[index].stage,
            stageLabel: projected.stageLabel, previous: index > 0 ? projected.sections[index - 1] : nil,
            next: index + 1 < projected.sections.count ? projected.sections[index + 1] : nil)
    }

    private func changes(of section: SectionID) -> [Change] {
        world.changes.filter { $0.sections.contains { $0.section == section } }
    }

    func comparison(
        of section: SectionID, in plan: PlanID, from old: CommitID, to new: CommitID
    ) async throws -> SectionComparison {
        let before = try await self.section(section, of: plan, at: old)
        let after = try await self.section(section, of: plan, at: new)
        return SectionComparison(
            plan: world.projected, section: section, title: world.sectionTitle,
            old: version(before, called: "Aanleiding en doel"),
            new: version(after, called: world.sectionTitle), changes: changes(of: section))
    }

    private func version(_ view: SectionView, called title: String) -> SectionComparison.Version {
        let change = world.changes.first { $0.id == view.commit }
        return SectionComparison.Version(
            commit: view.commit, madeAt: change?.madeAt ?? LittleWorld.now, function: change?.author.function ?? "",
            body: view.section.body, title: title)
    }

    func metadata(of plan: PlanID, at commit: CommitID) async throws -> PlanMetadata {
        try check(plan)
        return world.projected.metadata
    }

    func register(of plan: PlanID) async throws -> RegisterView {
        try check(plan)
        return RegisterView(plan: world.projected, definition: world.definition, entries: world.entries)
    }

    func dossier(of plan: PlanID, at moment: DossierMoment) async throws -> PlanDossier {
        try check(plan)
        return PlanDossier(
            id: plan, text: world.text, commit: LittleWorld.commit(4), entries: world.entries,
            registerHead: world.projected.heads.register, changes: world.changes, definition: world.definition,
            organisations: [], houseStyle: HouseStyle(municipality: "Deventer"), reference: "8",
            keyFingerprint: "SHA256:test")
    }
}

/// An error that no reader may see.
struct Breakage: Error {
    let secret: String
}

/// Two documents, made of what was asked for.
struct LittleDocuments: DocumentProviding {
    static let style = "body { color: #123; }"

    func documents(of plan: PlanID) async throws -> [DocumentListing] {
        [
            DocumentListing(
                name: "nota", title: "Nota voor B&W", summary: "Wat het college wordt gevraagd te besluiten."),
            DocumentListing(name: "raadsmededeling", title: "Raadsmededeling"),
        ]
    }

    func document(
        _ name: String, of plan: PlanID, at moment: DossierMoment, language: String
    ) async throws -> ProducedDocument {
        guard name == "nota" else {
            throw PlanError(.notFound, Reason("document.unknown", ["document": .text(name)]))
        }
        let html =
            "<!DOCTYPE html><html lang=\"nl\"><head><title>Nota</title><style>\(Self.style)</style></head>"
            + "<body><p>\(moment)</p></body></html>"
        return ProducedDocument(html: Data(html.utf8), title: "Nota", fileName: "nota \"x\".html")
    }
}

/// Reads every Word or ODT document as the same short text with one image.
struct LittleConversion: DocumentConversion {
    static let markdown = """
        # Waarom

        Het moet beter. ![](./media/a.png)

        ## Doel

        Rust op straat.

        # Hoe

        Met licht.

        """

    func markdown(of document: Data, _ kind: FileKind) async throws -> ConvertedDocument {
        ConvertedDocument(
            title: "Plan voor rust", markdown: Self.markdown,
            images: [AnnexFile(name: "./media/a.png", bytes: FileSamples.png())])
    }
}
