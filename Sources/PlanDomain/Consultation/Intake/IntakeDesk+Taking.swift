import Foundation
import Workflow

/// What somebody fills in about a document that came in.
public struct WrittenIntake: Sendable {
    public var round: RoundID
    public var kind: IntakeDocument.Kind
    public var arrivedOn: CalendarDate
    /// In whose name it speaks; nil for who wrote for themselves.
    public var organisation: Organisation?
    /// Of who wrote for themselves, as far as they said.
    public var name = ""
    public var mail: MailAddress?
    public var address = ""
    public var title = ""
    /// As it was keyed in; empty to read it from the file.
    public var text = ""
    public var file: ReadDocument.Enclosure?

    public init(round: RoundID, kind: IntakeDocument.Kind, arrivedOn: CalendarDate) {
        self.round = round
        self.kind = kind
        self.arrivedOn = arrivedOn
    }
}

/// Taking in.
extension IntakeDesk {
    /// Keeps what came in, with its words read from its file or as they were keyed in. The same request keeps it once.
    ///
    /// A mail is a mail, whatever it was said to be; where nothing else was filled in, it is from whom it says it is from.
    ///
    /// Throws `invalid` for a round that takes no such thing, a day to come, an unknown organisation, a file that cannot
    /// be read, and for one without words where none were keyed in; `conflict` for a list that was taken in before.
    public func take(
        _ written: WrittenIntake, in plan: PlanID, requestID: String, by participant: Participant
    ) async throws -> IntakeDocument {
        let person = try official(participant, in: plan)
        let id = try Self.id(requestID, person)
        if let known = try await store.intakeDocument(id, of: plan) { return known }
        var read: ReadDocument?
        if let file = written.file { read = try await reading.read(file.bytes, called: file.name) }
        let kind = try Self.kind(of: written, read)
        if kind == .sheet, let file = written.file { try Self.check(file.bytes) }
        let round = try await round(written.round, of: plan, taking: kind, on: written.arrivedOn)
        let sender = try await sender(of: written, read?.mail, kind: kind, in: plan, id)
        let typed = try WrittenText.text(written.text, limit: IntakeLimits.text)
        let text = kind == .sheet ? "" : typed.isEmpty ? String((read?.text ?? "").prefix(IntakeLimits.text)) : typed
        guard kind == .sheet || text.contains(where: { !$0.isWhitespace }) else {
            throw PlanError(.invalid, Reason(read == nil ? "intake.nothing" : "intake.no-words"))
        }
        let title = [written.title.onOneLine, read?.title?.onOneLine ?? ""].first { !$0.isEmpty } ?? ""
        let document = IntakeDocument(
            id: id, plan: plan, round: round.round.id, kind: kind, arrivedOn: written.arrivedOn,
            organisation: sender.organisation, correspondent: sender.correspondent?.id,
            title: String(title.prefix(IntakeLimits.title)), text: text,
            file: written.file.flatMap { file in read.map { keptFile(file, $0.type) } }, mail: read?.mail,
            enclosures: read?.enclosures.map { AttachmentName.clean($0.name, as: nil) } ?? [],
            takenInBy: person.id, takenInAt: office.time.now(),
            standing: kind != .sheet && written.arrivedOn > round.until ? .late : .inTime)
        try await store.keep(document, from: sender.correspondent, bytes: written.file?.bytes)
        return document
    }

    /// Takes in what was sent along with a mail, as a document by itself: from the same sender, on the same day, in time
    /// or late as the mail is. Taking it in again gives the one that is there.
    ///
    /// - Parameter index: its place in the mail, from 0.
    public func takeEnclosure(
        _ index: Int, of id: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws -> IntakeDocument {
        let person = try official(participant, in: plan)
        guard let mail = try await store.intakeDocument(id, of: plan), let file = mail.file,
            mail.enclosures.indices.contains(index), let bytes = try await store.bytes(of: id, in: plan)
        else { throw PlanError.unknownDocument }
        guard let own = IntakeDocumentID("\(id.rawValue)-\(index + 1)") else { throw PlanError.unknownDocument }
        if let known = try await store.intakeDocument(own, of: plan) { return known }
        let whole = try await reading.read(bytes, called: file.name)
        guard whole.enclosures.indices.contains(index) else { throw PlanError.unknownDocument }
        let enclosure = whole.enclosures[index]
        let read = try await reading.read(enclosure.bytes, called: enclosure.name)
        guard read.type != .csv, read.text.contains(where: { !$0.isWhitespace }) else {
            throw PlanError(.invalid, Reason("intake.no-words"))
        }
        let document = IntakeDocument(
            id: own, plan: plan, round: mail.round, kind: mail.kind, arrivedOn: mail.arrivedOn,
            organisation: mail.organisation, correspondent: mail.correspondent, title: mail.enclosures[index],
            text: String(read.text.prefix(IntakeLimits.text)), file: keptFile(enclosure, read.type), partOf: id,
            takenInBy: person.id, takenInAt: office.time.now(), standing: mail.standing, lateReason: mail.lateReason)
        try await store.keep(document, from: nil, bytes: enclosure.bytes)
        return document
    }

    private func round(
        _ id: RoundID, of plan: PlanID, taking kind: IntakeDocument.Kind, on day: CalendarDate
    ) async throws -> RoundView {
        let view = try await store.roundViews(of: plan, at: office.time.now(), in: office).round(id)
        guard view.frozen != nil, view.round.channels.contains(kind.channel) else {
            throw PlanError(.invalid, Reason("intake.no-channel.\(kind.channel)", ["title": .text(view.round.title)]))
        }
        guard day <= office.time.today else { throw PlanError(.invalid, Reason("intake.day-to-come")) }
        return view
    }

    /// An organisation of the plan, or somebody who is written down as they signed.
    private func sender(
        of written: WrittenIntake, _ mail: MailOrigin?, kind: IntakeDocument.Kind, in plan: PlanID,
        _ id: IntakeDocumentID
    ) async throws -> (organisation: Organisation?, correspondent: Correspondent?) {
        if kind == .sheet { return (nil, nil) }
        if let organisation = written.organisation {
            guard try await office.store.organisations(of: plan).contains(organisation) else {
                throw PlanError(.invalid, Reason("intake.organisation-unknown"))
            }
            return (organisation, nil)
        }
        var writer = Correspondent(id: try Self.writer(of: id), plan: plan, name: written.name.onOneLine)
        writer.mail = written.mail
        writer.address = try WrittenText.text(written.address, limit: 500)
        if writer.name.isEmpty, writer.mail == nil, writer.address.isEmpty, let mail {
            writer.name = mail.name.onOneLine
            writer.mail = try? MailAddress(typed: mail.address)
        }
        writer.name = String(writer.name.prefix(IntakeLimits.title))
        return (nil, writer.name.isEmpty && !writer.canBeReached ? nil : writer)
    }

    private static func kind(of written: WrittenIntake, _ read: ReadDocument?) throws(PlanError) -> IntakeDocument.Kind
    {
        guard (written.kind == .sheet) == (read?.type == .csv) else {
            throw PlanError(.invalid, Reason(written.kind == .sheet ? "intake.sheet.not-csv" : "intake.is-sheet"))
        }
        return read?.mail != nil ? .mail : written.kind
    }

    private func keptFile(_ file: ReadDocument.Enclosure, _ type: SourceType) -> KeptFile {
        KeptFile(
            name: AttachmentName.clean(file.name, type), type: type, size: file.bytes.count,
            digest: seals.digest(file.bytes))
    }

    /// The same for the same form of the same person.
    static func id(_ requestID: String, _ person: Person) throws -> IntakeDocumentID {
        try RequestName.check(requestID)
        guard let id = IntakeDocumentID("\(person.id)/\(requestID)".fingerprint) else {
            throw PlanError.unknownDocument
        }
        return id
    }

    static func writer(of document: IntakeDocumentID, row: Int? = nil) throws(PlanError) -> CorrespondentID {
        let row = row.map { "-\($0)" } ?? ""
        guard let id = CorrespondentID(document.rawValue + row) else { throw PlanError.unknownDocument }
        return id
    }
}

/// How much is taken in at once; beyond what anybody reads.
enum IntakeLimits {
    /// In characters; some two hundred pages.
    static let text = 500_000
    static let title = 200
    static let rows = 5_000
}

extension AttachmentName {
    /// As ``clean(_:as:)``, for the files that documents come in as.
    static func clean(_ name: String, _ type: SourceType) -> String {
        var stem = clean(name, as: nil)
        let ending = "." + type.fileExtension
        if stem.lowercased().hasSuffix(ending) { stem.removeLast(ending.count) }
        return (stem.isEmpty || stem == "?" ? "stuk" : String(stem.prefix(100))) + ending
    }
}
