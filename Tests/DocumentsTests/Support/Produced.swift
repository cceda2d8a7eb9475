import Foundation
import Phrases
import PlanDomain
import Workflow

@testable import Documents

/// The plans of a test, read as the program reads them.
struct OneDossier: PlanReading {
    let dossier: PlanDossier

    func dossier(of plan: PlanID, at moment: DossierMoment) async throws -> PlanDossier {
        guard plan == dossier.id else { throw PlanError(.notFound, .init("plan.unknown")) }
        return dossier
    }

    func plans() async throws -> [PlanSummary] { [] }
    func plan(_ plan: PlanID) async throws -> PlanView { throw PlanError(.notFound, .init("plan.unknown")) }
    func section(_ section: SectionID, of plan: PlanID, at commit: CommitID?) async throws -> SectionView {
        throw PlanError(.notFound, .init("plan.unknown"))
    }
    func comparison(
        of section: SectionID, in plan: PlanID, from old: CommitID, to new: CommitID
    ) async throws -> SectionComparison { throw PlanError(.notFound, .init("plan.unknown")) }
    func metadata(of plan: PlanID, at commit: CommitID) async throws -> PlanMetadata { dossier.text.metadata }
    func register(of plan: PlanID) async throws -> RegisterView { throw PlanError(.notFound, .init("plan.unknown")) }
}

extension PlanDossier {
    func service(gaps: GapPolicy = .refuse) throws -> DocumentService {
        DocumentService(
            reading: OneDossier(dossier: self), phrasebook: try ProjectFiles.phrasebook(),
            templates: try ProjectFiles.templates(), gaps: gaps)
    }

    func produced(
        _ document: DocumentCatalogue, in language: Language = .nl, gaps: GapPolicy = .refuse
    ) throws -> ProducedDocument {
        try service(gaps: gaps).produce(document, from: self, language: language)
    }

    func html(_ document: DocumentCatalogue, in language: Language = .nl, gaps: GapPolicy = .refuse) throws -> String {
        String(decoding: try produced(document, in: language, gaps: gaps).html, as: UTF8.self)
    }

    func read(
        _ document: DocumentCatalogue, in language: Language = .nl, gaps: GapPolicy = .refuse
    ) throws -> ReadableText {
        ReadableText(try html(document, in: language, gaps: gaps))
    }
}
