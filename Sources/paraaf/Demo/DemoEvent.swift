import PlanDomain
import PlanRepositories
import Workflow

/// Something that somebody did with a plan on a day of its story.
struct DemoEvent {
    let day: RelativeDay
    /// Minutes after midnight, where the story says.
    let time: Int?
    /// The short name of who did it.
    let actor: String
    /// In which role, where they hold several.
    let role: Role?
    /// Whether they acted for somebody whom they replace.
    let isDeputising: Bool
    let reason: String?
    let deed: DemoDeed
    let place: Place

    /// What every event may say, beside what its deed says.
    private static let commonKeys: Set = ["dag", "tijd", "door", "als", "namens", "reden", "doet"]

    init(_ fields: YAMLFields) throws(PlanError) {
        let place = fields.place
        let name = try fields.required("doet")
        guard let kind = DemoDeed.Kind(rawValue: name) else {
            let known = Reason.Argument.list(DemoDeed.Kind.allCases.map { .text($0.rawValue) })
            throw place.fault("demo.unknown-deed", ["deed": .text(name), "known": known])
        }
        try fields.allowOnly(Self.commonKeys.union(kind.keys))
        day = try fields.requiredDay("dag")
        time = try fields.value("tijd", Self.minutes)
        actor = try fields.required("door")
        role = try fields.value("als", Role.init(rawValue:))
        isDeputising = try fields.flag("namens")
        reason = try fields.text("reden")
        deed = try DemoDeed(kind, fields)
        self.place = place
        guard day.count <= 0 else { throw place.fault("demo.day-to-come", ["day": .number(day.count)]) }
    }

    /// `14.05` as minutes after midnight.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
