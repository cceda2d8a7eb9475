import Foundation
import Workflow

/// Where a plan is made of a document that exists already: taken in, looked at, corrected, started.
///
/// Until a plan is started nothing is made; what somebody takes in is theirs alone, and is forgotten when nobody finishes
/// it within thirty days.
public struct ImportDesk: Sendable {
    private let office: PlanOffice
    private let imports: any ImportStore
    private let people: any PeopleStore
    private let conversion: any DocumentConversion

    /// All images of a document together: fifty megabytes.
    private static let imageLimit = 50 << 20
    private static let imageCountLimit = 200
    private static let markdownNames = [".md", ".markdown", ".txt"]
    private static let memory: TimeInterval = 30 * 86_400

    public init(
        office: PlanOffice, imports: any ImportStore, people: any PeopleStore, conversion: any DocumentConversion
    ) {
        self.office = office
        self.imports = imports
        self.people = people
        self.conversion = conversion
    }

    /// Takes in a document: Word or ODT, told by its content, or Markdown, told by its name too. The same request takes it in once.
    ///
    /// Throws `invalid` for a file that is none of these or has no text, and `notFound` for who may not start a plan.
    public func take(
        _ bytes: Data, called fileName: String, requestID: String, by participant: Participant
    ) async throws -> ImportID {
        let person = try starter(participant)
        guard let id = ImportID("\(person.id)/\(requestID)".fingerprint) else { throw Self.gone }
        if try await imports.pendingImport(id, of: person.id) != nil { return id }
        let document = try await document(in: bytes, called: fileName)
        let (markdown, images) = try images(of: document)
        _ = try PlanImportPreview(markdown)
        let moment = office.time.now()
        try await imports.sweepImports(before: moment - Self.memory)
        try await imports.keep(
            PendingImport(
                id: id, person: person.id, fileName: String(fileName.onOneLine.prefix(200)), title: document.title,
                markdown: markdown, images: images, madeAt: moment))
        return id
    }

    /// What a participant took in and did not finish, the latest first.
    public func pending(by participant: Participant) async throws -> [PendingImport] {
        try await imports.pendingImports(of: try starter(participant).id)
    }

    /// How the document would be cut, with what was corrected so far.
    public func view(_ id: ImportID, by participant: Participant) async throws -> ImportView {
        let pending = try await pendingImport(id, by: participant)
        return try ImportView(pending, preview: PlanImportPreview(pending.markdown, title: pending.title))
    }

    /// Corrects the cut. Choices that cannot be carried out are kept too, and told by the view.
    ///
    /// - Parameters:
    ///   - title: what the plan will be called; nil leaves that as it is.
    ///   - type: of which type it will be; nil, or one that does not exist, leaves that as it is.
    public func correct(
        _ id: ImportID, _ choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice], title: String? = nil,
        type: String? = nil, by participant: Participant
    ) async throws -> ImportView {
        let pending = try await pendingImport(id, by: participant)
        let preview = try PlanImportPreview(pending.markdown, title: pending.title)
        let known = Set(preview.entries.map(\.id))
        let title = title.map { String($0.onOneLine.prefix(200)) }
        let type = type.flatMap { office.workflows.types.contains($0) ? $0 : nil }
        try await imports.choose(
            choices.filter { known.contains($0.key) }, title: title, type: type, in: id, of: pending.person)
        return try await view(id, by: participant)
    }

    public func discard(_ id: ImportID, by participant: Participant) async throws {
        try await imports.removeImport(id, of: try starter(participant).id)
    }

    /// Makes the plan. Asking again with the same request gives the plan that is there.
    ///
    /// Throws what ``PlanStarting`` throws, and `invalid` for a cut that cannot be carried out.
    public func start(
        _ id: ImportID, as type: String, title: String?, summary: String, requestID: String,
        by participant: Participant
    ) async throws -> PlanID {
        let person = try starter(participant)
        let starting = PlanStarting(office: office, people: people)
        guard let pending = try await imports.pendingImport(id, of: person.id) else {
            guard let plan = try await starting.plan(startedBy: requestID) else { throw Self.gone }
            return plan
        }
        let cut = try PlanImportPreview(pending.markdown, title: pending.title).cut(pending.choices)
        var text = try office.text(importing: cut, type: type, title: title)
        // An image of a passage that was left out stays behind.
        let images = pending.images.filter { image in text.sections.contains { $0.body.contains(image.annex.path) } }
        text.annexes = images.map(\.annex)
        let files = images.map { AnnexFile(name: $0.annex.name, bytes: $0.bytes) }
        let plan = try await starting.start(
            text, files: files, summary: summary, requestID: requestID, by: participant)
        try await imports.removeImport(id, of: person.id)
        return plan
    }
}

extension ImportDesk {
    private func document(in bytes: Data, called fileName: String) async throws -> ConvertedDocument {
        if bytes.starts(with: Array("PK".utf8)) {
            let kind = try FileKind(of: bytes)
            return try await conversion.markdown(of: bytes, kind)
        }
        guard bytes.count <= PlanImport.sizeLimit else {
            let sizes: [String: Reason.Argument] = [
                "size": .number(bytes.count >> 10), "limit": .number(PlanImport.sizeLimit >> 10),
            ]
            throw PlanError(.invalid, Reason("markdown.too-large", sizes))
        }
        // Any text could be Markdown, a web page too, so the name has to say it.
        let isMarkdown = Self.markdownNames.contains { fileName.lowercased().hasSuffix($0) }
        guard isMarkdown, let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix("%PDF-") else {
            throw PlanError(.invalid, Reason("import.unknown-kind"))
        }
        return ConvertedDocument(title: nil, markdown: text, images: [])
    }

    /// The images that may come in, each under a name of its own, and the text that shows them by it. One that may not,
    /// such as a drawing that only Windows can show, stays behind; its description stands in its place.
    private func images(of document: ConvertedDocument) throws -> (String, [PendingImage]) {
        var markdown = document.markdown
        var images: [PendingImage] = []
        guard document.images.count <= Self.imageCountLimit,
            document.images.reduce(0, { $0 + $1.bytes.count }) <= Self.imageLimit
        else { throw PlanError(.invalid, Reason("import.images-too-large")) }
        for file in document.images {
            guard let draft = try? AnnexDraft(file.bytes, called: "afbeelding \(images.count + 1)"), draft.isImage
            else {
                continue
            }
            let bytes = draft.prepared.1
            let annex = draft.annex(
                description: ImageText.description(of: file.name, in: markdown),
                digest: office.repositories.digest(of: bytes), taken: Set(images.map(\.annex.name)))
            markdown = markdown.replacing("](\(file.name))", with: "](\(annex.path))")
                .replacing("](\(file.name) ", with: "](\(annex.path) ")
            images.append(PendingImage(annex: annex, bytes: bytes))
        }
        return (markdown, images)
    }

    private func pendingImport(_ id: ImportID, by participant: Participant) async throws -> PendingImport {
        let person = try starter(participant)
        guard let pending = try await imports.pendingImport(id, of: person.id) else { throw Self.gone }
        return pending
    }

    private func starter(_ participant: Participant) throws(PlanError) -> Person {
        guard let person = participant.person, participant.holds(oneOf: PlanStarting.roles) else { throw Self.gone }
        return person
    }

    private static var gone: PlanError { PlanError(.notFound, Reason("import.gone")) }
}

/// A document as its cut is shown.
public struct ImportView: Sendable {
    public let pending: PendingImport
    public let preview: PlanImportPreview
    /// The plan as it would be; nil where the choices cannot be carried out.
    public let cut: PlanImport?
    /// Why they cannot.
    public let fault: Reason?

    init(_ pending: PendingImport, preview: PlanImportPreview) throws {
        self.pending = pending
        self.preview = preview
        do {
            cut = try preview.cut(pending.choices)
            fault = nil
        } catch {
            cut = nil
            fault = error.reason
        }
    }

    /// What is chosen for an entry, the proposal where nothing was.
    public func choice(for entry: PlanImportPreview.Entry) -> PlanImportPreview.Choice {
        pending.choices[entry.id] ?? PlanImportPreview.Choice(entry.proposed)
    }
}
