import Foundation
import PlanDomain
import PlanRepositories
import TestSupport
import Workflow

/// A plan that is being consulted on, with everybody who has something to do with its inputs.
struct Hearing: Sendable {
    let world: World
    let plan: PlanID
    let desk: ConsultationDesk
    let room: ContributionRoom
    let inputs: InputRoom
    let dispositions: DispositionDesk
    let people: PeopleDesk

    let handler: Participant
    let editor: Participant
    let secretary: Participant
    let drafter: Participant
    let auditor: Participant
    let councillor: Participant
    let adviser: Participant
    /// Editor of another plan, so at home in the house and a stranger here.
    let stranger: Participant
    /// Two contacts of one organisation, and one of another.
    let police: Participant
    let colleague: Participant
    let fireBrigade: Participant

    static let organisations = [Organisation(name: "Politie Oost"), Organisation(name: "Brandweer")]

    init(_ type: String = "meerjarenbeleidsplan") async throws {
        let world = try World()
        let plan = try await world.startPlan(.sample(type: type), by: Cast.editor)
        let people = PeopleDesk(store: world.store, time: world.clock.office)
        let reception = Reception(store: world.store, time: world.clock.office)
        func official(_ name: String, _ role: Role, of plan: PlanID) async throws -> Participant {
            let person = try await people.add(name: name, mail: "\(name.lowercased())@voorbeeld.example", by: .keeper)
            try await people.appoint(person.id, as: role, function: "Functie \(name)", for: plan, by: .keeper)
            return try await reception.participant(for: .person(person.id))
        }
        func contact(_ name: String, of organisation: Organisation) async throws -> Participant {
            let contact = try await people.addContact(
                of: organisation.name, name: name, mail: "\(name.lowercased())@partner.example", function: nil,
                by: .keeper)
            try await world.store.save(Invitation(plan: plan, contact: contact.id, invitedAt: world.clock.now))
            return try await reception.participant(for: .contact(contact.id, plan: plan))
        }
        handler = try await official("Hanna", .handler, of: plan)
        editor = try await official("Edo", .editor, of: plan)
        secretary = try await official("Sara", .secretary, of: plan)
        drafter = try await official("Dirk", .drafter, of: plan)
        auditor = try await official("Ada", .auditor, of: plan)
        councillor = try await official("Roos", .councillor, of: plan)
        adviser = try await official("Arie", .adviser, of: plan)
        stranger = try await official("Vera", .editor, of: .named("een-ander-plan"))
        police = try await contact("Pim", of: Self.organisations[0])
        colleague = try await contact("Carla", of: Self.organisations[0])
        fireBrigade = try await contact("Frits", of: Self.organisations[1])
        self.world = world
        self.plan = plan
        self.people = people
        desk = ConsultationDesk(world.office, store: world.store)
        room = ContributionRoom(world.office, store: world.store, seals: .hmac)
        inputs = InputRoom(world.office, store: world.store)
        dispositions = DispositionDesk(world.office, store: world.store, seals: .hmac)
    }
}

extension Hearing {
    static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(iso8601: text) else { preconditionFailure("\(text) is not a day") }
        return day
    }

    static func preparation(
        _ title: String = "Ronde partners", audience: ConsultationRound.Audience = .partners,
        from: CalendarDate = day("2023-06-05"), until: CalendarDate = day("2023-06-16"), closingTime: TimeOfDay? = nil
    ) -> RoundPreparation {
        RoundPreparation(
            title: title, audience: audience, asked: "partners in veiligheid",
            organisations: audience == .partners ? organisations : [], questions: ["Wat mist u?"],
            explanation: "Wij horen graag van u.", privacy: "Wij bewaren uw naam tot het plan er is.", from: from,
            until: until, closingTime: closingTime)
    }

    /// A round that was prepared and opened on the text of now.
    func openRound(_ preparation: RoundPreparation = preparation()) async throws -> RoundID {
        let round = try await desk.prepare(preparation, in: plan, by: handler)
        try await desk.open(
            round.id, of: plan, shown: try await world.office.heads(of: plan).text, requestID: UUID().uuidString,
            by: handler)
        return round.id
    }

    static let remark = WrittenInput(
        kind: .remark, section: .named("doel"), passage: Passage(quote: "een veilige wijk"), text: "Welke wijk?")

    /// Writes items down and sends them in.
    @discardableResult
    func send(
        _ written: [WrittenInput] = [remark], in round: RoundID, by participant: Participant,
        request: String = UUID().uuidString
    ) async throws -> [InputNumber] {
        for item in written { _ = try await room.add(item, in: round, of: plan, by: participant) }
        let draft = try await room.draft(in: round, of: plan, for: participant)
        let receipt = try await room.send(
            in: round, of: plan, version: draft.version, requestID: request, by: participant)
        return receipt.numbers
    }

    @discardableResult
    func propose(
        _ written: WrittenDisposition = WrittenDisposition(outcome: .takenOver), for number: InputNumber,
        by participant: Participant? = nil
    ) async throws -> Disposition {
        let seen = try await inputs.input(number, of: plan, for: handler)
        let line = try await world.store.inputLines(of: plan).first { $0.number == number }
        return try await dispositions.propose(
            written, for: number, in: plan, version: seen.input.version, after: line?.dispositions.last?.ordinal ?? 0,
            by: participant ?? handler)
    }

    @discardableResult
    func adopt(
        _ disposition: Disposition, by participant: Participant? = nil, request: String = UUID().uuidString
    ) async throws -> Act {
        try await dispositions.adopt(
            disposition.ordinal, of: disposition.input, in: plan, requestID: request, by: participant ?? editor)
    }

    func state(of number: InputNumber) async throws -> InputStanding.State {
        try await inputs.input(number, of: plan, for: handler).standing.state
    }

    /// Past the last day of the sample round.
    func close(_ round: RoundID) async throws {
        world.clock.set(world.clock.office.moment(on: Self.day("2023-06-17"), hour: 0, minute: 0))
        try await desk.close(round, of: plan, requestID: UUID().uuidString, by: handler)
    }
}
