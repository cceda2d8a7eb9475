import PlanDomain
import Workflow

/// `plan.yml`: the metadata of a plan and the order of its chapters and sections.
struct MetadataFile {
    static let path = "plan.yml"
    /// Of the layout of the whole repository. A higher one was written by a later program.
    static let format = 1

    var metadata: PlanMetadata
    var chapters: [ChapterEntry]
    var retired: [SectionID]
    var outline: OutlineStyle
    var lineage: SectionLineage
    var annexes: [Annex]

    /// A chapter with its sections by id; their text stands in files of their own.
    struct ChapterEntry: Equatable {
        var id: String
        var heading: Heading?
        var sections: [SectionID]
    }
}

extension MetadataFile {
    init(parsing yaml: String) throws(PlanError) {
        let fields = try YAMLFields(parsing: yaml, file: Self.path)
        guard try fields.number("format") ?? Self.format <= Self.format else {
            throw PlanError(.unavailable, Reason("repository.format-newer"))
        }
        try fields.allowOnly([
            "format", "type", "title", "municipality", "period", "programme", "team", "team-code", "portfolio-holder",
            "number", "follows", "themes", "indicators", "planning", "nota", "raadsvoorstel", "outline", "chapters",
            "retired", "merged",
            "split", "annexes",
        ])
        metadata = try Self.metadata(from: fields)
        chapters = try fields.list("chapters").map(ChapterEntry.init)
        retired = try Self.sectionIDs("retired", in: fields)
        lineage = SectionLineage(
            mergedInto: try Self.sectionPairs("merged", in: fields),
            splitFrom: try Self.sectionPairs("split", in: fields))
        annexes = try fields.list("annexes").map(Annex.init(from:))
        outline = OutlineStyle()
        if let style = try fields.fields("outline") {
            try style.allowOnly(["shows-title", "title", "chapter-level"])
            outline = OutlineStyle(
                showsTitle: try style.flag("shows-title"), title: try style.text("title"),
                chapterLevel: try style.number("chapter-level") ?? 1)
        }
    }

    private static func metadata(from fields: YAMLFields) throws(PlanError) -> PlanMetadata {
        var metadata = PlanMetadata(type: try fields.required("type"), title: try fields.required("title"))
        metadata.municipality = try fields.text("municipality")
        metadata.period = try fields.text("period")
        metadata.programme = try fields.text("programme")
        metadata.team = try fields.text("team")
        metadata.teamCode = try fields.text("team-code")
        metadata.portfolioHolder = try fields.text("portfolio-holder")
        metadata.number = try fields.text("number")
        metadata.follows = try fields.value("follows", PlanID.init(_:))
        metadata.themes = try fields.list("themes").map { (group) throws(PlanError) in
            ThemeGroup(name: try group.required("name"), themes: try group.texts("themes"))
        }
        metadata.indicators = try fields.list("indicators").map { (group) throws(PlanError) in
            IndicatorGroup(goal: try group.required("goal"), indicators: try group.texts("indicators"))
        }
        metadata.planning = try fields.dates("planning")
        if let nota = try fields.fields("nota") { metadata.nota = try Self.nota(from: nota) }
        if let council = try fields.fields("raadsvoorstel") {
            try council.allowOnly(["decision-points"])
            metadata.raadsvoorstel = Raadsvoorstel(decisionPoints: try council.texts("decision-points"))
        }
        return metadata
    }

    private static func nota(from fields: YAMLFields) throws(PlanError) -> NotaFields {
        try fields.allowOnly(["date", "meeting", "attachments", "decision-points", "disclosure"])
        var nota = NotaFields(
            date: try fields.date("date"), meeting: try fields.text("meeting"),
            attachments: try fields.texts("attachments"), decisionPoints: try fields.texts("decision-points"))
        nota.disclosure = try fields.fields("disclosure").flatMap(Disclosure.init(from:))
        return nota
    }

    fileprivate static func sectionIDs(_ key: String, in fields: YAMLFields) throws(PlanError) -> [SectionID] {
        try fields.texts(key).map { (text) throws(PlanError) in try sectionID(text) }
    }

    private static func sectionPairs(
        _ key: String, in fields: YAMLFields
    ) throws(PlanError) -> [SectionID: SectionID] {
        var pairs: [SectionID: SectionID] = [:]
        for (id, other) in try fields.namedTexts(key) { pairs[try sectionID(id)] = try sectionID(other) }
        return pairs
    }

    private static func sectionID(_ text: String) throws(PlanError) -> SectionID {
        guard let id = SectionID(text) else {
            throw PlanError(.invalid, Reason("repository.section-id", ["file": .text(path), "id": .text(text)]))
        }
        return id
    }
}

extension MetadataFile.ChapterEntry {
    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["id", "title", "number", "shows-id", "sections"])
        id = try fields.required("id")
        heading = try Heading(from: fields)
        sections = try MetadataFile.sectionIDs("sections", in: fields)
    }
}

extension MetadataFile {
    func yaml() throws -> String {
        var text = YAMLText()
        text.add("format", number: Self.format)
        text.add("type", metadata.type)
        text.add("title", metadata.title)
        text.add("municipality", metadata.municipality)
        text.add("period", metadata.period)
        text.add("programme", metadata.programme)
        text.add("team", metadata.team)
        text.add("team-code", metadata.teamCode)
        text.add("portfolio-holder", metadata.portfolioHolder)
        text.add("number", metadata.number)
        text.add("follows", metadata.follows?.rawValue)
        text.add("themes", list: metadata.themes.map { Self.group("name", $0.name, "themes", $0.themes) })
        text.add(
            "indicators", list: metadata.indicators.map { Self.group("goal", $0.goal, "indicators", $0.indicators) })
        var planning = YAMLText()
        for (name, date) in metadata.planning.sorted(by: { $0.key < $1.key }) { planning.add(name, date.iso8601) }
        text.add("planning", fields: planning)
        text.add("nota", fields: Self.fields(of: metadata.nota))
        var council = YAMLText()
        council.add("decision-points", texts: metadata.decisionPoints(for: .raad))
        text.add("raadsvoorstel", fields: council)
        var style = YAMLText()
        style.add("shows-title", flag: outline.showsTitle)
        style.add("title", outline.title)
        if outline.chapterLevel != 1 { style.add("chapter-level", number: outline.chapterLevel) }
        text.add("outline", fields: style)
        text.add("chapters", list: chapters.map(\.fields))
        text.add("retired", texts: retired.map(\.rawValue))
        text.add("merged", fields: Self.fields(of: lineage.mergedInto))
        text.add("split", fields: Self.fields(of: lineage.splitFrom))
        text.add("annexes", list: annexes.map(\.fields))
        return try text.text()
    }

    private static func fields(of pairs: [SectionID: SectionID]) -> YAMLText {
        var fields = YAMLText()
        for (id, other) in pairs.sorted(by: { $0.key < $1.key }) { fields.add(id.rawValue, other.rawValue) }
        return fields
    }

    private static func group(_ name: String, _ value: String, _ key: String, _ items: [String]) -> YAMLText {
        var group = YAMLText()
        group.add(name, value)
        group.add(key, texts: items)
        return group
    }

    private static func fields(of nota: NotaFields) -> YAMLText {
        var fields = YAMLText()
        fields.add("date", nota.date?.iso8601)
        fields.add("meeting", nota.meeting)
        fields.add("attachments", texts: nota.attachments)
        fields.add("decision-points", texts: nota.decisionPoints)
        if let disclosure = nota.disclosure { fields.add("disclosure", fields: disclosure.fields) }
        return fields
    }
}

extension MetadataFile.ChapterEntry {
    fileprivate var fields: YAMLText {
        var fields = YAMLText()
        fields.add("id", id)
        heading?.write(to: &fields)
        fields.add("sections", texts: sections.map(\.rawValue))
        return fields
    }
}

extension Heading {
    /// Nil where there is no title: such a chapter or section stands without a heading.
    init?(from fields: YAMLFields) throws(PlanError) {
        guard let title = try fields.text("title") else { return nil }
        let numbering: Numbering =
            switch try fields.text("number") {
            case nil: .automatic
            case "": .none
            case let number?: .fixed(number)
            }
        self.init(title, numbering: numbering, showsID: try fields.flag("shows-id"))
    }

    func write(to fields: inout YAMLText) {
        fields.add("title", title)
        switch numbering {
        case .automatic: break
        case .none: fields.add("number", "")
        case .fixed(let number): fields.add("number", number)
        }
        fields.add("shows-id", flag: showsID)
    }
}
