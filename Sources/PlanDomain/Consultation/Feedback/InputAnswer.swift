import Foundation
import Workflow

/// One input as who sent it in follows it: what they wrote, how far it is, what was decided and why, and what the text was
/// and became.
///
/// Of dispositions only the one that was adopted is in it, never what is merely proposed. What they wrote they read as
/// others do, without what is left out of it.
public struct InputAnswer: Equatable, Sendable {
    public let plan: PlanID
    public let number: InputNumber
    public let receivedAt: Date
    public let round: RoundID
    public let content: InputContent
    public let state: InputStanding.State
    /// Why it does not take part; nil where it does, or may yet.
    public let whyNot: String?
    /// What was decided; nil while nothing was.
    public let adopted: AdoptedDisposition?
    /// What the text was and became by the changes that carry it out; empty where they were not asked for.
    public let changes: [CarriedOutChange]
    /// The section in which it was carried out last, or that it is about.
    public let section: SectionID?
    /// Its title, with its number, as the last change left it; nil where it is closed to who sent it in, and where texts
    /// were not asked for.
    public let title: String?
    /// The title of the section that it is about, with its number, in the text that people reacted to; nil as above.
    public let aboutTitle: String?
    /// The last change that carries it out.
    public let lastChange: CommitID?
    /// Of the disposition that was adopted.
    public let feedback: Feedback?
    public let isErased: Bool

    /// Of the disposition that feedback on it tells; 0 where it tells that it does not take part.
    public var ordinal: Int { adopted?.disposition.ordinal ?? 0 }

    /// Whether there is a final answer to tell.
    public var isSettled: Bool { state == .carriedOut || state == .answered }

    /// Whether they can say whether they are satisfied with it.
    public var mayReply: Bool { !isErased && (isSettled || state == .disputed) }
}

/// Reads how far the inputs of a plan are and what was told of each; made once for many inputs.
struct AnswerBook {
    private let office: PlanOffice
    private let plan: PlanID
    private let traces: InputTraces
    private let lines: [InputNumber: InputLine]
    private let feedback: [InputNumber: [Feedback]]
    private let frozen: [RoundID: CommitID]
    private var carriers: Carriers

    init(
        of plan: PlanID, in office: PlanOffice, _ store: any ConsultationStore & FeedbackStore
    ) async throws {
        try await office.followText(of: plan)
        self.office = office
        self.plan = plan
        let acts = try await office.store.acts(of: plan)
        let changes = Array(try await office.store.changes(of: plan, section: nil).reversed())
        let broken = try await office.store.following(of: plan).broken
        traces = InputTraces(acts: acts, changes: changes, broken: broken)
        lines = Dictionary(try await store.inputLines(of: plan).map { ($0.number, $0) }) { first, _ in first }
        feedback = Dictionary(grouping: try await store.feedback(of: plan), by: \.input)
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        frozen = Dictionary(rounds.compactMap { view in view.frozen.map { (view.round.id, $0) } }) { first, _ in first }
        carriers = Carriers(
            try await office.repositories.repository(of: plan), chosen: acts.compactMap(\.chosenDisclosure).last)
    }

    /// - Parameter withChanges: whether the texts of the changes are read, which takes longer.
    mutating func answer(to input: Input, withChanges: Bool) async throws -> InputAnswer? {
        guard let line = lines[input.number] else { return nil }
        let standing = traces.standing(of: line)
        let needsChange = standing.adopted?.disposition.outcome.needsChange == true
        let isCarriedOut = needsChange && (standing.state == .carriedOut || standing.state == .disputed)
        let carrying = isCarriedOut ? standing.changes : []
        let whyNot: String? = if case .inadmissible(let why) = input.admission { why } else { nil }
        let ordinal = standing.adopted?.disposition.ordinal ?? 0
        var changes: [CarriedOutChange] = []
        if withChanges { changes = try await carriers.carriedOut(by: carrying, seesAll: false) }
        let section = changes.last?.section ?? input.content.section
        var (title, about): (String?, String?) = (nil, nil)
        if withChanges, let own = input.content.section, let text = frozen[input.round] {
            about = try await carriers.title(of: own, at: text)
            title = about
        }
        if let last = changes.last { title = try await carriers.title(of: last.section, at: last.commit) }
        return InputAnswer(
            plan: plan, number: input.number, receivedAt: input.receivedAt, round: input.round,
            content: input.content.leavingOut(input.redactions), state: standing.state, whyNot: whyNot,
            adopted: standing.state == .withdrawn ? nil : standing.adopted, changes: changes,
            section: section, title: title, aboutTitle: about, lastChange: carrying.last?.id,
            feedback: feedback[input.number]?.first { $0.ordinal == ordinal }, isErased: input.isErased)
    }
}

/// What sections were and became by changes; each text is read once.
struct Carriers {
    private let repository: any PlanRepository
    private let chosen: Disclosure?
    private var texts: [CommitID: PlanText] = [:]

    /// - Parameter chosen: what was decided on who may read the plan; nil where nothing was.
    init(_ repository: any PlanRepository, chosen: Disclosure?) {
        self.repository = repository
        self.chosen = chosen
    }

    /// In their order. What is closed by name is not among them for who does not see all.
    mutating func carriedOut(by changes: [Change], seesAll: Bool) async throws -> [CarriedOutChange] {
        var carriedOut: [CarriedOutChange] = []
        for change in changes {
            let after = try await text(at: change.id)
            var before: PlanText?
            if let parent = change.parent { before = try await text(at: parent) }
            let closure = Closure.ofConsultation(chosen ?? after.metadata.nota.disclosure)
            carriedOut += change.sections.filter { seesAll || closure.closing(of: $0.section) == nil }
                .map { CarriedOutChange($0.section, change, before, after) }
        }
        return carriedOut
    }

    /// Nil where it is not there, or closed.
    mutating func title(of section: SectionID, at commit: CommitID) async throws -> String? {
        let text = try await text(at: commit)
        let closure = Closure.ofConsultation(chosen ?? text.metadata.nota.disclosure)
        guard closure.closing(of: section) == nil, let title = text.section(section)?.heading?.plainTitle else {
            return nil
        }
        return [text.numbers().sections[section], title].compactMap { $0 }.joined(separator: " ")
    }

    private mutating func text(at commit: CommitID) async throws -> PlanText {
        if let known = texts[commit] { return known }
        let text = try await repository.text(at: commit)
        texts[commit] = text
        return text
    }
}
