import Workflow

/// What readers outside the office may read of one plan: computed from its acts, never stored.
///
/// Text that stands in the repository is nobody's but the office's until an act says otherwise: a round that is opened,
/// an offer to the council, a publication, an adoption by the council (Gemeentewet 60 and 169, Woo 3.1 and 3.3).
public struct Publicity: Equatable, Sendable {
    /// What became public, oldest first; a later one took the place of those before it.
    public let published: [ReadableVersion]
    /// What the council was offered, oldest first.
    public let offered: [ReadableVersion]
    /// The texts that rounds are about, in the order in which the rounds were opened.
    public let consulted: [ReadableVersion]
    /// Decisions of which it must be told that they stay closed (Woo 3.3, paragraph 8).
    public let withheld: [WithheldDecision]

    /// - Parameters:
    ///   - acts: in the order of the register.
    ///   - proposals: what the nota proposed to make public, by the commit of its text; see ``texts(in:)``.
    public init(
        acts: [Act], definition: WorkflowDefinition, proposals: [CommitID: Disclosure], time: OfficeTime
    ) {
        var chronicle = VersionChronicle(definition: definition, proposals: proposals)
        for act in acts { chronicle.add(act) }
        let tags = VersionTag.all(of: acts, in: definition)
        let lives = chronicle.finished()
        let hasCouncil = definition.stages.contains { $0.isCouncils(in: definition) }
        published = lives.compactMap { $0.published(tags: tags, hasCouncil: hasCouncil, time) }.inSuccession()
        offered = lives.compactMap { $0.offered(tags: tags, time) }.inSuccession()
        consulted = Self.rounds(in: acts, proposals: proposals, time)
        withheld = lives.compactMap { $0.withheld(time) }
    }

    /// The texts of which the proposed disclosure must be known.
    public static func texts(in acts: [Act]) -> Set<CommitID> {
        Set(acts.filter { [.stageMoved, .published, .roundOpened].contains($0.payload.kind) }.map(\.text))
    }

    private static func rounds(
        in acts: [Act], proposals: [CommitID: Disclosure], _ time: OfficeTime
    ) -> [ReadableVersion] {
        let latest = acts.compactMap(\.chosenDisclosure).last
        var chosen: Disclosure?
        return acts.compactMap { act in
            if let disclosure = act.chosenDisclosure { chosen = disclosure }
            guard case .roundOpened(let id, let audience, let from, let until, _) = act.payload else { return nil }
            let later = acts.filter { $0.sequence > act.sequence }
            let extensions = later.compactMap { later -> CalendarDate? in
                if case .roundExtended(id, let until) = later.payload { until } else { nil }
            }
            let last = extensions.last ?? until
            let closing = later.first { $0.payload == .roundClosed(round: id) }
            let round = ReadableVersion.Round(
                id: id, audience: audience, from: from, until: closing?.date.map { min($0, last) } ?? last,
                isClosed: closing != nil)
            return ReadableVersion(
                text: act.text, kind: .consultation(round), tag: nil, act: act.sequence, since: from,
                lastAct: act.sequence, decisions: [],
                // A part that is closed by name later is closed from then on in what was consulted on, too.
                closure: Closure.ofConsultation(chosen ?? proposals[act.text])
                    .closing(alsoPartsOf: .ofConsultation(latest)))
        }
    }
}

/// A decision whose text stays closed: that it was taken, by whom and on what ground is told all the same.
public struct WithheldDecision: Equatable, Sendable {
    public let body: GoverningBody
    public let date: CalendarDate
    /// In the Woo, such as "5.1 lid 2 e".
    public let ground: String?
    /// The act of decision.
    public let act: Int

    public init(body: GoverningBody, date: CalendarDate, ground: String?, act: Int) {
        self.body = body
        self.date = date
        self.ground = ground
        self.act = act
    }
}

extension Act {
    var chosenDisclosure: Disclosure? {
        if case .disclosureChosen(let disclosure) = payload { disclosure } else { nil }
    }

    /// The date that it bears, or where the source gives none the day on which it was recorded.
    func day(_ time: OfficeTime) -> CalendarDate { date ?? time.day(of: recordedAt) }
}

extension StageDefinition {
    /// Whether it is here that the council decides.
    func isCouncils(in definition: WorkflowDefinition) -> Bool {
        definition.tracks.contains { track in
            track.stage == id && track.steps.contains { $0.act == .decided && $0.body == .raad }
        }
    }
}
