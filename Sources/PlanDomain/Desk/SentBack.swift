import Workflow

/// That a section came back to be changed, by whom and why (*terugsturen*).
public struct SentBack: Equatable, Sendable {
    /// The function that sent it.
    public let function: String
    public let day: CalendarDate
    /// Nil where the store no longer holds it.
    public let reason: String?
}

extension PlanOffice {
    /// Sections that stand where they were sent back to.
    func sentBack(in view: PlanView) async throws -> [SectionID: SentBack] {
        let places = view.standing.sections.filter(\.wasSentBack)
        guard !places.isEmpty else { return [:] }
        let acts = try await store.acts(of: view.projected.id)
        let reasons = try await store.reasons(for: acts.compactMap(\.reasonHash))
        var found: [SectionID: SentBack] = [:]
        for place in places {
            guard let section = SectionID(place.id), let act = acts.first(where: { $0.sequence == place.sequence })
            else { continue }
            found[section] = SentBack(
                function: act.author.function, day: act.date ?? time.day(of: act.recordedAt),
                reason: act.reasonHash.flatMap { reasons[$0]?.text })
        }
        return found
    }
}

extension WorkTask {
    /// Whether it is to change what was sent back.
    var isRewriting: Bool { what.key == "work.rewrite" }

    /// The same task with why the section came back, for who must change it.
    func explained(by sentBack: [SectionID: SentBack]) -> WorkTask {
        guard isRewriting, case .section(let section) = place, let back = sentBack[section],
            let reason = back.reason
        else { return self }
        var task = self
        task.reasons.append(
            Reason("work.sent-back", ["function": .text(back.function), "reason": .text(reason)]))
        return task
    }
}
