import PlanDomain
import PlanRepositories
import Workflow

/// What partners write, and what the town hall does with it.
extension DemoBuilder {
    /// Lives a step of an input, in the place where the file speaks of it.
    mutating func live(_ step: DemoDiary.Step, of input: DemoInput, in plan: DemoPlan) async throws {
        do {
            guard let id = plans[plan.key] else { throw input.place.fault("demo.not-started") }
            switch step {
            case .proposal: try await propose(input, in: plan, id)
            case .adoption: try await adopt(input, in: plan, id)
            case .reply: try await answer(input, in: plan, id)
            case .event, .contribution: try await contribute(input, in: plan, id)
            }
        } catch let error as PlanError {
            let arguments: [String: Reason.Argument] = [
                "deed": .text(step.words(for: plan)), "why": .phrase(error.reason),
            ]
            throw input.place.fault("demo.deed-refused", arguments)
        }
    }

    /// Writes it down in the round and sends it in, unless it stays a draft.
    private mutating func contribute(_ input: DemoInput, in plan: DemoPlan, _ id: PlanID) async throws {
        guard let round = rounds[name(input.round, in: plan)], let contact = contacts[input.contact] else {
            throw input.place.fault("demo.unknown-round", ["round": .text(input.round)])
        }
        let participant = try await reception.participant(for: .contact(contact, plan: id))
        let room = ContributionRoom(hall.office, store: hall.store, seals: .hmac)
        let text = try await room.text(of: round, in: id, for: participant)
        let written = WrittenInput(
            kind: input.kind, section: try input.section.map { try text.section(titled: $0) },
            passage: input.quote.map { Passage(quote: $0) }, text: input.text, proposal: input.proposal)
        let draft = try await room.add(written, in: round, of: id, by: participant).draft
        guard !input.isDraft else { return }
        let receipt = try await room.send(
            in: round, of: id, version: draft.version, requestID: request(input, "sent", in: plan), by: participant)
        inputs[name(input.key, in: plan)] = receipt.numbers.last
    }

    private func propose(_ input: DemoInput, in plan: DemoPlan, _ id: PlanID) async throws {
        guard let proposal = input.proposed else { return }
        try await dispositions.propose(
            proposal.disposition, for: try number(of: input.key, in: plan), in: id, version: 1, after: 0,
            by: try await participant(proposal.actor, at: input.place))
    }

    private func adopt(_ input: DemoInput, in plan: DemoPlan, _ id: PlanID) async throws {
        guard let adoption = input.adopted else { return }
        try await dispositions.adopt(
            1, of: try number(of: input.key, in: plan), in: id, requestID: request(input, "adopted", in: plan),
            by: try await participant(adoption.actor, at: input.place))
    }

    private func answer(_ input: DemoInput, in plan: DemoPlan, _ id: PlanID) async throws {
        guard let reply = input.reply, let contact = contacts[input.contact] else { return }
        try await FeedbackRoom(hall.office, store: hall.store).reply(
            reply.written, to: try number(of: input.key, in: plan), ordinal: 1, in: id,
            by: try await reception.participant(for: .contact(contact, plan: id)))
    }

    /// The number that an input was given when it came in.
    func number(of key: String, in plan: DemoPlan) throws(PlanError) -> InputNumber {
        guard let number = inputs[name(key, in: plan)] else {
            throw PlanError(.invalid, Reason("demo.unknown-input", ["input": .text(key)]))
        }
        return number
    }

    private var dispositions: DispositionDesk { DispositionDesk(hall.office, store: hall.store, seals: .hmac) }

    private func participant(_ actor: String, at place: Place) async throws -> Participant {
        try await reception.participant(for: .person(try person(actor, at: place)))
    }

    private func request(_ input: DemoInput, _ step: String, in plan: DemoPlan) -> String {
        "demo:\(plan.key):\(input.key):\(step)"
    }
}

extension PlanEdition {
    /// An open section by its title.
    fileprivate func section(titled title: String) throws(PlanError) -> SectionID {
        guard let section = openSections.first(where: { $0.title == title }) else {
            throw PlanError(.invalid, Reason("demo.no-section", ["section": .text(title)]))
        }
        return section.id
    }
}
