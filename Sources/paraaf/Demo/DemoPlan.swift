import PlanDomain
import PlanRepositories
import Workflow

/// One plan of the demo: its first text, its facts and its story (`plannen/<key>/`).
struct DemoPlan {
    /// The short name that the rest of the demo calls it: that of its folder.
    let key: String
    let metadata: PlanMetadata
    /// The short name of the plan that this one continues.
    let follows: String?
    let document: PlanImport
    /// The function that writes what nobody else was named for.
    let owner: String?
    /// Sections by the function that writes them, by title.
    let owners: [(name: String, items: [String])]
    let unowned: [String]
    let partners: [Organisation]
    /// The drafters' texts of the documents, as the story brings them in.
    let documents: [String: DemoDocument]
    let story: [DemoEvent]
    /// What people sent in, in the order of the file.
    let inputs: [DemoInput]
    /// Questionnaires, by the name that the story calls them.
    let surveys: [String: DemoSurvey]
    let place: Place

    init(_ key: String, in folder: DemoFolder, partners: DemoPartners) throws {
        self.key = key
        let path = "plannen/\(key)/"
        let fields = try folder.fields(path + "feiten.yml")
        try fields.allowOnly([
            "plan", "nota", "planning", "stellers", "zonder_steller", "themas", "indicatoren", "partners", "verloop",
        ])
        let plan = try fields.requiredFields("plan")
        metadata = try Self.metadata(plan, in: fields, folder.calendar)
        follows = try plan.text("volgt_op")
        owner = try plan.text("steller")
        owners = try fields.lists("stellers")
        unowned = try fields.texts("zonder_steller")
        document = try PlanImport(try folder.text(path + "plan.md"))
        self.partners = try fields.texts("partners").map { name in
            try partners.organisation(name, at: fields.place)
        }
        story = try fields.list("verloop").map(DemoEvent.init)
        inputs = try Self.inputs(in: folder, path + DemoInput.file)
        surveys = try story.compactMap(\.deed.survey).reduce(into: [:]) { surveys, name in
            surveys[name] = try DemoSurvey(path + name + ".yml", in: folder)
        }
        place = fields.place
        let names = Set(story.compactMap(\.deed.document))
        documents = try names.reduce(into: [:]) { $0[$1] = try DemoDocument($1, in: path, of: folder) }
    }

    private static func inputs(in folder: DemoFolder, _ file: String) throws -> [DemoInput] {
        guard folder.has(file) else { return [] }
        let fields = try folder.fields(file)
        try fields.allowOnly(["inbreng"])
        return try fields.list("inbreng").map(DemoInput.init)
    }

    private static func metadata(
        _ plan: YAMLFields, in fields: YAMLFields, _ calendar: DemoCalendar
    ) throws(PlanError) -> PlanMetadata {
        try plan.allowOnly([
            "type", "titel", "periode", "programma", "team", "teamcode", "portefeuillehouder", "nummer", "volgt_op",
            "steller",
        ])
        var metadata = PlanMetadata(type: try plan.required("type"), title: try plan.required("titel"))
        metadata.municipality = Demo.municipality
        metadata.period = try plan.text("periode")
        metadata.programme = try plan.text("programma")
        metadata.team = try plan.text("team")
        metadata.teamCode = try plan.text("teamcode")
        metadata.portfolioHolder = try plan.text("portefeuillehouder")
        metadata.number = try plan.text("nummer")
        metadata.themes = try fields.lists("themas").map { ThemeGroup(name: $0.name, themes: $0.items) }
        metadata.indicators = try fields.lists("indicatoren").map {
            IndicatorGroup(goal: $0.name, indicators: $0.items)
        }
        if let planning = try fields.fields("planning") {
            try planning.allowOnly(["college", "raad"])
            metadata.planning["board-meeting"] = try planning.day("college").map(calendar.date)
            metadata.planning["council-meeting"] = try planning.day("raad").map(calendar.date)
        }
        if let nota = try fields.fields("nota") { metadata.nota = try self.nota(nota, calendar) }
        return metadata
    }

    private static func nota(_ fields: YAMLFields, _ calendar: DemoCalendar) throws(PlanError) -> NotaFields {
        try fields.allowOnly(["datum", "bestuursorgaan", "bijlagen", "besluit", "openbaarmaking"])
        var nota = NotaFields(
            date: try fields.day("datum").map(calendar.date), meeting: try fields.text("bestuursorgaan"),
            attachments: try fields.texts("bijlagen"), decisionPoints: try fields.texts("besluit"))
        if let disclosure = try fields.fields("openbaarmaking") {
            try disclosure.allowOnly(["keuze", "voorwaarde", "grond", "zin"])
            nota.disclosure = Disclosure(
                try disclosure.requiredValue("keuze", Disclosure.Choice.init(rawValue:)),
                condition: try disclosure.text("voorwaarde"), ground: try disclosure.text("grond"),
                wording: try disclosure.text("zin"))
        }
        return nota
    }
}

/// The drafters' text of a nota or raadsmededeling: a piece of Markdown under each of its headings.
struct DemoDocument {
    let file: String
    let pieces: [MarkdownCut.Piece]

    init(_ name: String, in path: String, of folder: DemoFolder) throws {
        file = path + name + ".md"
        pieces = try MarkdownCut(try folder.text(file), at: 2).pieces
    }
}
