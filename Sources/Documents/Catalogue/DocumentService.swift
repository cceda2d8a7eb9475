import Foundation
import Phrases
import PlanDomain
import Workflow

/// Makes the documents of a plan from its dossier.
///
/// Nothing but the dossier, the language and the program decides what comes out: no clock, no randomness, no setting of
/// the machine. The same dossier gives the same bytes.
public struct DocumentService: DocumentProviding {
    private let reading: any PlanReading
    private let phrasebook: Phrasebook
    private let templates: DocumentTemplates
    private let gaps: GapPolicy

    public init(
        reading: any PlanReading, phrasebook: Phrasebook, templates: DocumentTemplates, gaps: GapPolicy = .refuse
    ) {
        self.reading = reading
        self.phrasebook = phrasebook
        self.templates = templates
        self.gaps = gaps
    }

    /// Titles in Dutch; the council notice is called what the house style calls it.
    public func documents(of plan: PlanID) async throws -> [DocumentListing] {
        let dossier = try await reading.dossier(of: plan, at: .present)
        let phrases = phrasebook.phrases(in: .nl)
        return DocumentCatalogue.documents(of: dossier).map { document in
            DocumentListing(
                name: document.name, title: document.title(in: phrases, houseStyle: dossier.houseStyle),
                summary: document.summary(in: phrases))
        }
    }

    /// Words in `language`, in Dutch where the program does not have it. With ``GapPolicy/refuse``, `conflict` for a
    /// document whose mandatory texts are not all filled in.
    public func document(
        _ name: String, of plan: PlanID, at moment: DossierMoment, language: String
    ) async throws -> ProducedDocument {
        guard let document = DocumentCatalogue(rawValue: name) else { throw Self.unknown(name) }
        let dossier = try await reading.dossier(of: plan, at: moment)
        guard DocumentCatalogue.documents(of: dossier).contains(document) else { throw Self.unknown(name) }
        return try produce(document, from: dossier, language: Language(rawValue: language) ?? .nl)
    }

    /// Makes a document from a dossier at hand.
    public func produce(
        _ document: DocumentCatalogue, from dossier: PlanDossier, language: Language
    ) throws(PlanError) -> ProducedDocument {
        let words = DocumentWords(
            phrases: phrasebook.phrases(in: language), fieldDates: dossier.houseStyle.fieldDates)
        let html = try html(of: document, from: dossier, words: words)
        return ProducedDocument(
            html: Data(html.utf8), title: document.title(in: words.phrases, houseStyle: dossier.houseStyle),
            fileName: document.fileName(for: dossier.id))
    }

    private func html(
        of document: DocumentCatalogue, from dossier: PlanDossier, words: DocumentWords
    ) throws(PlanError) -> String {
        let style = templates.style.coloured(by: dossier.houseStyle.colours)
        switch document {
        case .nota:
            let content = try NotaContent(dossier, gaps: gaps)
            return templates.render(NotaPage(content, words: words, style: style), with: document.name)
        case .councilNotice:
            let content = try CouncilNoticeContent(dossier, gaps: gaps)
            return templates.render(CouncilNoticePage(content, words: words, style: style), with: document.name)
        case .plan:
            let content = AnnotatedPlanContent(dossier)
            return templates.render(AnnotatedPlanPage(content, words: words, style: style), with: document.name)
        }
    }

    private static func unknown(_ name: String) -> PlanError {
        PlanError(.notFound, Reason("document.unknown", ["document": .text(name)]))
    }
}
