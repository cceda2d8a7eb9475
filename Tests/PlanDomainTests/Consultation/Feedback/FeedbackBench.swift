import Foundation
import PlanDomain
import Synchronization
import TestSupport
import Testing
import Workflow

/// A hearing of which people are told what became of their inputs.
struct FeedbackBench: Sendable {
    let mailroom: Mailroom
    let office: FeedbackDesk
    let room: FeedbackRoom

    init() async throws {
        mailroom = try await Mailroom()
        let (world, count) = (mailroom.hearing.world, Counter())
        office = FeedbackDesk(world.office, store: world.store) {
            let number = count.next()
            return NewFollowCode(text: "CODE-\(number)", hash: Self.hash("CODE-\(number)"))
        }
        room = FeedbackRoom(world.office, store: world.store)
    }

    var hearing: Hearing { mailroom.hearing }
    var plan: PlanID { hearing.plan }
    var round: RoundID { mailroom.round }
    var store: any TownHallStore { hearing.world.store }

    static func hash(_ code: String) -> TokenHash {
        let digits = code.utf8.map { String($0, radix: 16) }.joined()
        return TokenHash(rawValue: String((digits + String(repeating: "0", count: 64)).prefix(64)))
    }

    private final class Counter: Sendable {
        private let last = Mutex(0)
        func next() -> Int {
            last.withLock {
                $0 += 1
                return $0
            }
        }
    }

    /// Settled with nothing to change.
    func settle(_ number: InputNumber, reason: String = "Dank.") async throws {
        try await hearing.adopt(
            try await hearing.propose(WrittenDisposition(outcome: .noted, reason: reason), for: number))
    }

    /// From a letter of somebody with this address, judged and settled unless it is to wait.
    func letter(
        from name: String = "", mail: String? = nil, address: String = "", isSettled: Bool = true
    ) async throws -> (IntakeDocument, InputNumber) {
        var written = mailroom.written()
        (written.name, written.mail, written.address) = (name, mail.flatMap { MailAddress($0) }, address)
        let document = try await mailroom.take(written)
        let number = try await mailroom.cut("wat is een veilige wijk?", from: document)
        try await hearing.judge(number)
        if isSettled { try await settle(number) }
        return (document, number)
    }

    func sheet(for participant: Participant? = nil) async throws -> FeedbackSheet {
        try await office.sheet(of: round, in: plan, for: participant ?? hearing.editor)
    }

    @discardableResult
    func send(partial: Bool = false, by participant: Participant? = nil) async throws -> Int {
        try await office.send(
            of: round, in: plan, includingPartial: partial, by: participant ?? hearing.editor
        ) { parcel, code in
            guard let mail = parcel.recipient.mail else { throw PlanError(.invalid, Reason("no mail")) }
            let numbers = parcel.answers.map(\.number.description).joined(separator: ",")
            return NewMail(
                to: mail, name: parcel.recipient.name, subject: numbers, text: code ?? "-", urgency: .atOnce)
        }
    }

    /// Whom, about which inputs, with which code.
    func sent() async throws -> [String] {
        try await store.outbox(nil, before: nil, limit: 99).reversed().map {
            "\($0.name): \($0.subject) \($0.text ?? "")"
        }
    }

    /// Hands who wrote a document a code.
    @discardableResult
    func give(_ code: String, for document: IntakeDocument, by participant: Participant? = nil) async throws
        -> TokenHash
    {
        try await office.keep(
            Self.hash(code), for: document.id, in: plan, by: participant ?? hearing.handler)
        return Self.hash(code)
    }

    func answers(for participant: Participant) async throws -> [InputAnswer] {
        try await room.answers(in: plan, for: participant)
    }

    func reply(
        _ written: WrittenReply, to number: InputNumber, ordinal: Int = 1, by participant: Participant? = nil
    ) async throws {
        try await room.reply(
            written, to: number, ordinal: ordinal, in: plan, by: participant ?? hearing.police)
    }
}
