import Foundation
import Workflow

/// A file that somebody adds to a plan.
public struct NewAnnex: Sendable {
    public let plan: PlanID
    /// As the file was called; its name in the plan is made of it.
    public let fileName: String
    public let bytes: Data
    /// What an image shows, for who does not see it; what a document is called.
    public let description: String
    /// An image that says nothing needs no description.
    public let isDecorative: Bool
    public let summary: String
    public let requestID: String

    public init(
        plan: PlanID, fileName: String, bytes: Data, description: String, isDecorative: Bool = false, summary: String,
        requestID: String
    ) {
        self.plan = plan
        self.fileName = fileName
        self.bytes = bytes
        self.description = description
        self.isDecorative = isDecorative
        self.summary = summary
        self.requestID = requestID
    }
}

/// Images and annexes.
extension DraftingDesk {
    /// Adds a file to the plan, so that its texts can show or name it. A file that is there already, to the byte, is not
    /// added again.
    ///
    /// Throws `invalid` for a file of a kind that is not accepted (see ``FileKind``), for an empty description of anything but
    /// a decorative image, and for a document that is said to be decorative.
    public func attach(_ new: NewAnnex, by participant: Participant) async throws -> Annex {
        let author = try await author(participant, in: new.plan)
        let (draft, bytes) = try AnnexDraft(new.bytes, called: new.fileName).prepared
        let description = try Self.checkedDescription(
            new.description, isDecorative: new.isDecorative, isImage: draft.isImage)
        let digest = office.repositories.digest(of: bytes)
        return try await office.withText(of: new.plan) { present in
            if let known = present.text.annexes.first(where: { $0.digest == digest }) { return known }
            let annex = draft.annex(
                description: description, isDecorative: new.isDecorative, digest: digest,
                taken: Set(present.text.annexes.map(\.name)))
            var text = present.text
            text.annexes.append(annex)
            let cause = TextCause(author: author, summary: new.summary, inputs: [], requestID: new.requestID)
            let file = AnnexFile(name: annex.name, bytes: bytes)
            _ = try await write(text, as: .substantive, because: cause, over: present, files: [file])
            return annex
        }
    }

    /// Says better what an image shows or a document is, or that an image says nothing.
    public func describe(
        _ name: String, of plan: PlanID, as description: String, isDecorative: Bool = false, summary: String,
        requestID: String, by participant: Participant
    ) async throws {
        let isImage = Annex.kind(ofName: name)?.isImage == true
        let description = try Self.checkedDescription(description, isDecorative: isDecorative, isImage: isImage)
        try await changeAnnexes(of: plan, summary, requestID, by: participant) { (text) throws(PlanError) in
            guard let index = text.annexes.firstIndex(where: { $0.name == name }) else { throw Self.unknown(name) }
            text.annexes[index].description = description
            text.annexes[index].isDecorative = isDecorative
        }
    }

    /// Takes a file out of the plan; earlier versions keep it. Throws `conflict` while a text still shows or names it.
    public func detach(
        _ name: String, from plan: PlanID, summary: String, requestID: String, by participant: Participant
    ) async throws {
        try await changeAnnexes(of: plan, summary, requestID, by: participant) { (text) throws(PlanError) in
            guard let annex = text.annex(name) else { throw Self.unknown(name) }
            let titles = text.places(of: annex).map { text.title(of: $0) }
            guard titles.isEmpty else {
                throw PlanError(.conflict, Reason("annex.in-use", ["places": .list(titles.map(Reason.Argument.text))]))
            }
            text.annexes.removeAll { $0.name == name }
        }
    }

    /// The bytes of an annex as a text has it, with what is known of it. Whoever may read that text may read it: the
    /// caller asks that rule.
    public func annex(_ name: String, of plan: PlanID, at commit: CommitID) async throws -> (Annex, Data) {
        let repository = try await office.repositories.repository(of: plan)
        guard let annex = try await repository.text(at: commit).annex(name) else { throw Self.unknown(name) }
        return (annex, try await repository.annex(name, at: commit))
    }

    private func changeAnnexes(
        of plan: PlanID, _ summary: String, _ requestID: String, by participant: Participant,
        _ change: @Sendable (inout PlanText) throws(PlanError) -> Void
    ) async throws {
        let author = try await author(participant, in: plan)
        try await office.withText(of: plan) { present in
            let cause = TextCause(author: author, summary: summary, inputs: [], requestID: requestID)
            guard try await answered(cause, in: present.plan) == nil else { return }
            var text = present.text
            try change(&text)
            guard text != present.text else { return }
            _ = try await write(text, as: .substantive, because: cause, over: present)
        }
    }

    private static func checkedDescription(
        _ description: String, isDecorative: Bool, isImage: Bool
    ) throws(PlanError) -> String {
        guard isImage || !isDecorative else { throw PlanError(.invalid, Reason("annex.not-decorative")) }
        let line = description.onOneLine
        guard !line.isEmpty || isDecorative else { throw PlanError(.invalid, Reason("annex.no-description")) }
        guard line.count <= 500 else {
            throw PlanError(.invalid, Reason("annex.description-long", ["limit": .number(500)]))
        }
        return line
    }

    private static func unknown(_ name: String) -> PlanError {
        PlanError(.notFound, Reason("annex.unknown", ["name": .text(name)]))
    }
}

/// A file that was checked and cleaned, before it has a name in a plan.
struct AnnexDraft {
    private let kind: FileKind
    private let fileName: String
    private let bytes: Data
    private let pixels: PixelSize?

    /// Throws `invalid` for a file that is not accepted.
    init(_ bytes: Data, called fileName: String) throws(PlanError) {
        kind = try FileKind(of: bytes)
        self.fileName = fileName
        self.bytes = ImageCleaning.cleaned(bytes, kind)
        pixels = kind.isImage ? try PixelSize(of: bytes, kind) : nil
    }

    var isImage: Bool { kind.isImage }

    /// Itself with the bytes to keep.
    var prepared: (AnnexDraft, Data) { (self, bytes) }

    func annex(
        description: String, isDecorative: Bool = false, digest: String, taken: Set<String>
    ) -> Annex {
        Annex(
            name: Annex.name(from: fileName, kind, taken: taken), kind: kind, description: description,
            isDecorative: isDecorative, digest: digest, size: bytes.count, pixels: pixels)
    }
}

extension PlanText {
    /// What a reader calls a subject.
    public func title(of subject: DraftSubject) -> String {
        switch subject {
        case .section(let id): section(id)?.heading?.plainTitle ?? id.rawValue
        case .part(_, let heading): heading
        case .fields: metadata.title
        }
    }
}
