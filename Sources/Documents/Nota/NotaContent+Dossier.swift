import PlanDomain
import Workflow

extension NotaContent {
    public static let name = "nota"

    /// The nota as of the dossier's act. `conflict` when a mandatory text is empty and `gaps` refuses that.
    public init(_ dossier: PlanDossier, gaps: GapPolicy) throws(PlanError) {
        let metadata = dossier.text.metadata
        let register = RegisterReading(dossier)
        let decided = register.decision(of: .college)
        subject = metadata.title
        team = metadata.team.ifFilled
        fields = Fields(metadata)
        signOffs = register.standingSignOffs
        awaitedSignOffs = register.awaitedSignOffs
        scheduling = register.schedulings(of: .college).map(FunctionLine.init)
        decision = ActDay(of: register.act(decided?.sequence))
        finalRelease = ActDay(of: register.finalRelease(of: .college))
        points = Self.points(asked: metadata.nota.decisionPoints, decided: decided?.points ?? [])
        disclosure = register.disclosure
        overrides = register.overrides
        texts = try dossier.headedPassages(of: Self.name, gaps: gaps)
        fieldDates = dossier.houseStyle.fieldDates
        municipality = dossier.municipality
        provenance = Provenance(of: Self.name, in: dossier, using: StoreExtract(reasons: register.overrideReasons))
    }

    /// Headings of the mandatory texts that are still empty.
    public var emptyHeadings: [String] { texts.filter { !$0.passage.isFilled }.map(\.heading) }

    /// Points in the order of the nota; results without a point follow, so that no decision is lost from sight.
    private static func points(asked: [String], decided: [PointResult]) -> [DecisionPointLine] {
        let outcomes = Dictionary(decided.map { ($0.point, $0.outcome) }, uniquingKeysWith: { $1 })
        let lines = asked.enumerated().map { index, text in
            DecisionPointLine(number: index + 1, text: text, outcome: outcomes[index + 1])
        }
        let strays = outcomes.keys.filter { !asked.indices.contains($0 - 1) }.sorted()
        return lines + strays.map { DecisionPointLine(number: $0, text: nil, outcome: outcomes[$0]) }
    }
}

extension NotaContent.Fields {
    fileprivate init(_ metadata: PlanMetadata) {
        meeting = metadata.nota.meeting.ifFilled
        number = metadata.number.ifFilled
        date = metadata.nota.date
        programme = metadata.programme.ifFilled
        portfolioHolder = metadata.portfolioHolder.ifFilled
        attachments = metadata.nota.attachments
    }
}
