import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let intake: [Clause] = [
        Clause("a document is kept whole, with its file and who wrote it, once") { store in
            let scene = try await IntakeScene(store)
            let (document, writer) = (try scene.document("brief", from: 1), try scene.writer(1))
            for _ in 1...2 { try await store.keep(document, from: writer, bytes: Data([1, 2])) }
            #expect(try await store.intakeDocument(document.id, of: scene.plan) == document)
            #expect(try await store.intakeDocuments(of: scene.plan) == [document])
            #expect(try await store.bytes(of: document.id, in: scene.plan) == Data([1, 2]))
            #expect(try await store.correspondents(of: scene.plan) == [writer])
            #expect(try await store.correspondent(writer.id, of: scene.plan) == writer)
            let elsewhere = try SampleHistory("elders").plan
            #expect(try await store.intakeDocument(document.id, of: elsewhere) == nil)
            #expect(try await store.bytes(of: document.id, in: elsewhere) == nil)
            #expect(try await store.correspondent(writer.id, of: elsewhere) == nil)
        },
        Clause("the latest document comes first, and one of no round is refused") { store in
            let scene = try await IntakeScene(store)
            let first = try scene.document("een")
            let second = try scene.document("twee", after: 60)
            for document in [first, second] { try await store.keep(document, from: nil, bytes: nil) }
            #expect(try await store.intakeDocuments(of: scene.plan) == [second, first])
            let lost = try scene.document("drie", round: "nergens")
            #expect(try await refusal { try await store.keep(lost, from: nil, bytes: nil) }?.code == .notFound)
            #expect(try await store.intakeDocument(lost.id, of: scene.plan) == nil)
        },
        Clause("the very same list is taken in once, the very same letter by many") { store in
            let scene = try await IntakeScene(store)
            for name in ["een", "twee"] {
                try await store.keep(try scene.document(name), from: nil, bytes: Data([1, 2]))
            }
            try await store.keep(try scene.document("lijst", .sheet), from: nil, bytes: Data([1, 2]))
            let again = try scene.document("lijst-2", .sheet)
            let refusal = try await refusal { try await store.keep(again, from: nil, bytes: Data([1, 2])) }
            #expect(refusal == PlanError(.conflict, Reason("intake.sheet.known")))
        },
        Clause("a document changes where it stands, from the version that was seen") { store in
            let scene = try await IntakeScene(store)
            var document = try scene.document("brief")
            try await store.keep(document, from: nil, bytes: nil)
            document.standing = .lateAccepted
            document.lateReason = "De post was traag."
            document.finishedAt = SampleInputs.moment + 600
            document.version = 2
            try await store.change(document)
            #expect(try await store.intakeDocument(document.id, of: scene.plan) == document)
            #expect(try await refusal { try await store.change(document) }?.code == .conflict)
        },
        Clause("inputs are cut from a document all together or not at all, and once") { store in
            let scene = try await IntakeScene(store)
            let document = try scene.document("brief")
            try await store.keep(document, from: nil, bytes: nil)
            let parts = [try scene.part("a", of: document, 3..<9), try scene.part("b", of: document, nil, from: 2)]
            let receipts = try await store.receive(parts, of: document, finishing: SampleInputs.moment + 90)
            #expect(receipts.flatMap(\.numbers).map(\.rawValue) == [1, 2])
            let cuts = try await store.cuts(of: scene.plan)[document.id]
            #expect(cuts == receipts.enumerated().map { IntakeCut(input: $1.numbers[0], place: $0 == 0 ? 3..<9 : nil) })
            let present = try #require(try await store.intakeDocument(document.id, of: scene.plan))
            #expect(present.finishedAt == SampleInputs.moment + 90 && present.version == 2)
            let again = try await store.receive(parts, of: document, finishing: SampleInputs.moment + 99)
            #expect(again == receipts)
            let stale = [try scene.part("c", of: document, nil)]
            let refusal = try await refusal { _ = try await store.receive(stale, of: document, finishing: nil) }
            #expect(refusal?.code == .conflict)
            let inputs = try await store.inputs(of: scene.plan)
            #expect(inputs.map(\.source) == [.document("brief"), .document("brief")])
            #expect(inputs.map(\.submitter.correspondent) == [nil, try scene.writer(2).id])
            #expect(inputs.map(\.channel) == [.letter, .letter])
        },
    ]
}

/// A round to which letters come, and somebody who takes them in.
private struct IntakeScene {
    let plan: PlanID

    init(_ store: any TownHallStore) async throws {
        plan = try SampleHistory().plan
        try await store.save(try SampleInputs.round(of: plan))
        try await store.save(try SamplePeople.person(1))
    }

    func writer(_ number: Int) throws -> Correspondent {
        Correspondent(
            id: try SamplePeople.required(CorrespondentID("schrijver-\(number)")), plan: plan, name: "Jo \(number)",
            mail: MailAddress("jo\(number)@voorbeeld.nl"), address: "Kade 1\n1234 AB Waterkerke")
    }

    func document(
        _ id: String, _ kind: IntakeDocument.Kind = .letter, from writer: Int? = nil, round: String = "ronde",
        after seconds: TimeInterval = 0
    ) throws -> IntakeDocument {
        IntakeDocument(
            id: try SamplePeople.required(IntakeDocumentID(id)), plan: plan,
            round: try SamplePeople.required(RoundID(round)), kind: kind, arrivedOn: CalendarDate(dayNumber: 19_505),
            correspondent: try writer.map { try self.writer($0).id }, title: "Over \"de kade\"",
            text: "Eerste regel.\n\nTweede regel.",
            file: KeptFile(name: "brief.pdf", type: .pdf, size: 2, digest: String(repeating: "b", count: 64)),
            mail: MailOrigin(name: "Jo", address: "jo@voorbeeld.nl", replyTo: "x@y.nl", sentAt: SampleInputs.moment),
            enclosures: ["kaart.pdf"], takenInBy: try SamplePeople.person(1).id,
            takenInAt: SampleInputs.moment + seconds, standing: .late)
    }

    func part(
        _ request: String, of document: IntakeDocument, _ place: Range<Int>?, from writer: Int? = nil
    ) throws -> IntakePart {
        let writer = try writer.map { try self.writer($0) }
        let key = InputKey(rawValue: SampleInputs.key(1))
        return IntakePart(
            Submission(
                of: [.init(content: SampleInputs.general("Tekst \(request)"), key: key)], in: document.round,
                of: plan, from: writer.map { Submitter($0.id) } ?? .unknown, by: .letter,
                source: .document(document.id.rawValue), takenInBy: document.takenInBy, requestID: request,
                receivedAt: SampleInputs.moment), from: writer, place: place)
    }
}
