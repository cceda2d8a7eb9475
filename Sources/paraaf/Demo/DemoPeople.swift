import PlanDomain
import PlanRepositories
import Workflow

/// The people of the imaginary town hall (`mensen.yml`), by the short names that the rest of the demo calls them.
struct DemoPeople {
    static let file = "mensen.yml"

    let people: [DemoPerson]
    let substitutions: [DemoSubstitution]

    init(in folder: DemoFolder) throws {
        let fields = try folder.fields(Self.file)
        try fields.allowOnly(["mensen", "vervangingen"])
        people = try fields.list("mensen").map(DemoPerson.init)
        substitutions = try fields.list("vervangingen").map(DemoSubstitution.init)
        let names = Set(people.map(\.key))
        for substitution in substitutions {
            for name in [substitution.absent, substitution.deputy] where !names.contains(name) {
                throw substitution.place.fault("demo.unknown-person", ["person": .text(name)])
            }
        }
    }

    func person(_ key: String, at place: Place) throws(PlanError) -> DemoPerson {
        guard let person = people.first(where: { $0.key == key }) else {
            throw place.fault("demo.unknown-person", ["person": .text(key)])
        }
        return person
    }
}

/// Somebody of the town hall, with what they are appointed to.
struct DemoPerson {
    let key: String
    let name: String
    let mail: String
    /// Whether they left: their name stays in the records, they can no longer sign in.
    let hasLeft: Bool
    let functions: [DemoFunction]
    let place: Place

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["sleutel", "naam", "mail", "uit_dienst", "functies"])
        key = try fields.required("sleutel")
        name = try fields.required("naam")
        mail = try fields.required("mail")
        hasLeft = try fields.flag("uit_dienst")
        functions = try fields.list("functies").map(DemoFunction.init)
        place = fields.place
    }

    /// The functions that count for a plan, by the short name of the plan.
    func functions(in plan: String) -> [DemoFunction] { functions.filter { $0.plans?.contains(plan) ?? true } }
}

struct DemoFunction {
    let function: String
    let role: Role
    /// Short names of plans; nil for all of them.
    let plans: [String]?
    let from: RelativeDay?
    let until: RelativeDay?
    let place: Place

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["functie", "rol", "plannen", "vanaf", "tot"])
        function = try fields.required("functie")
        role = try fields.requiredValue("rol", Role.init(rawValue:))
        let plans = try fields.texts("plannen")
        self.plans = plans.isEmpty ? nil : plans
        from = try fields.day("vanaf")
        until = try fields.day("tot")
        place = fields.place
    }

    func period(in calendar: DemoCalendar) throws(PlanError) -> Period {
        try Period(from: from.map(calendar.date), until: until.map(calendar.date))
    }
}

/// Somebody stands in for all appointments that another has in one role.
struct DemoSubstitution {
    let absent: String
    let role: Role
    let deputy: String
    let from: RelativeDay
    let until: RelativeDay
    let ground: String
    let place: Place

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["voor", "rol", "door", "vanaf", "tot", "grond"])
        absent = try fields.required("voor")
        role = try fields.requiredValue("rol", Role.init(rawValue:))
        deputy = try fields.required("door")
        from = try fields.requiredDay("vanaf")
        until = try fields.requiredDay("tot")
        ground = try fields.required("grond")
        place = fields.place
    }
}
