import PlanDomain
import Seeded
import TestSupport
import Workflow

/// Plans with every kind of value that YAML could take for something else, the same for the same seed.
struct GeneratedPlanText {
    private var random: SeededGenerator
    private var count = 0

    static func text(seed: UInt64) -> PlanText {
        var writer = GeneratedPlanText(random: SeededGenerator(seed: seed))
        return writer.text()
    }

    private mutating func text() -> PlanText {
        var text = PlanText(metadata: metadata())
        text.chapters = some(5) { $0.chapter() }
        text.documents = ["nota", "raadsmededeling"].filter { _ in chance(2) }.map { document($0) }
        text.retired = some(3) { $0.sectionID() }
        text.lineage = SectionLineage(mergedInto: pairs(), splitFrom: pairs())
        text.annexes = some(3) { $0.annex() }
        text.outline = OutlineStyle(
            showsTitle: chance(2), title: chance(3) ? words() : nil, chapterLevel: Int.random(in: 1...3, using: &random)
        )
        return text
    }

    private mutating func metadata() -> PlanMetadata {
        var metadata = PlanMetadata(type: "uitvoeringsplan", title: words())
        metadata.municipality = perhaps()
        metadata.period = perhaps()
        metadata.programme = perhaps()
        metadata.team = perhaps()
        metadata.teamCode = perhaps()
        metadata.portfolioHolder = perhaps()
        metadata.number = perhaps()
        metadata.follows = chance(3) ? PlanID("plan-\(Int.random(in: 1...99, using: &random))") : nil
        metadata.themes = some(2) { ThemeGroup(name: $0.words(), themes: $0.some(3) { $0.words() }) }
        metadata.indicators = some(2) { IndicatorGroup(goal: $0.words(), indicators: $0.some(3) { $0.words() }) }
        if chance(2) { metadata.planning = ["board-meeting": CalendarDate(dayNumber: 19_500), "x": date()] }
        metadata.nota = NotaFields(
            date: chance(2) ? date() : nil, meeting: perhaps(), attachments: some(3) { $0.words() },
            decisionPoints: some(3) { $0.chance(2) ? $0.words() + "\n" + $0.words() : $0.words() })
        if chance(2) { metadata.raadsvoorstel = Raadsvoorstel(decisionPoints: [words(), words() + "\n" + words()]) }
        if chance(2) {
            metadata.nota.disclosure = Disclosure(
                pick(Disclosure.Choice.allCases), condition: perhaps(), ground: perhaps(), wording: perhaps(),
                closedParts: some(2) { maker in
                    ClosedPart(
                        maker.chance(2) ? .section(maker.words()) : .document("nota"), ground: maker.perhaps(),
                        hidesTitle: maker.chance(2))
                })
        }
        return metadata
    }

    private mutating func chapter() -> Chapter {
        count += 1
        return Chapter(
            id: "hoofdstuk-\(count)", heading: chance(4) ? nil : heading(),
            sections: some(4) {
                Section(
                    id: $0.sectionID(), heading: $0.chance(4) ? nil : $0.heading(), owner: $0.perhaps(), body: $0.body()
                )
            })
    }

    /// A line above dashes would be a heading of its own, which a document's part may not have.
    private mutating func document(_ name: String) -> DocumentText {
        let bodies = Self.bodies.filter { !$0.hasPrefix("---\ntitle") }
        return DocumentText(
            name: name,
            parts: some(3) { .init(heading: $0.pick(["Kader", "Inleiding", "C#", "Één"]), body: $0.pick(bodies)) })
    }

    private mutating func heading() -> Heading {
        let numbering = pick([Heading.Numbering.automatic, .none, .fixed("II."), .fixed("2"), .fixed("null")])
        return Heading(words(), numbering: numbering, showsID: chance(3))
    }

    private mutating func sectionID() -> SectionID {
        count += 1
        return .named("\(pick(["sectie", "true", "null", "2024", "0x1"]))-\(count)")
    }

    private mutating func annex() -> Annex {
        count += 1
        let kind = pick(FileKind.allCases)
        return Annex(
            name: "\(pick(["true", "null", "2024", "kaart"]))-\(count).\(kind.fileExtension)", kind: kind,
            description: chance(3) ? "" : pick(Self.words), isDecorative: chance(3),
            digest: pick(["0123", "1e5", "abc"]),
            size: Int.random(in: 0...9_999_999, using: &random),
            pixels: chance(2) ? PixelSize(width: 640, height: 480) : nil)
    }

    private mutating func pairs() -> [SectionID: SectionID] {
        var ids: [SectionID: SectionID] = [:]
        for id in some(3, { $0.chance(4) ? .named($0.pick(["true", "null", "2024", "0x1"])) : $0.sectionID() }) {
            ids[id] = sectionID()
        }
        return ids
    }

    private mutating func body() -> String { pick(Self.bodies) }
    private mutating func date() -> CalendarDate {
        CalendarDate(dayNumber: Int.random(in: 10_000...30_000, using: &random))
    }
    private mutating func words() -> String { pick(Self.words) }
    private mutating func perhaps() -> String? { chance(2) ? words() : nil }
    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func some<Value>(_ limit: Int, _ make: (inout Self) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<Int.random(in: 0...limit, using: &random) { values.append(make(&self)) }
        return values
    }

    static let words = [
        "Veiligheid", "Doel: middelen", "#veilig", "Kop # teken", "'s-Hertogenbosch", "Zij zei \"ja\"", "a: b: c",
        "true",
        "null", "~", "2024", "12-06-2023", "2023-06-12", "1_000", "0x1F", "1e3", ".inf", "- streep", "? vraag",
        "! let op",
        "& ampersand", "*ster*", "{a: b}", "[a, b]", "%procent", "@aan", "`code`", "|", ">", "yes", "No", "on", "=",
        "<<",
        " voorop", "achteraan ", "مرحبا بالعالم", "😀👩‍👩‍👧", "e\u{301}én", "tab\tin", "terug\\slash", "\u{200F}rtl", "—",
        "Een heel lange titel die over meer dan tachtig tekens loopt zodat een schrijver haar zou willen afbreken, maar dat niet mag",
        "\"geheel aangehaald\"", "'enkel'", "--- streepjes", "...", "a#b", "sleutel:", "",
    ]

    static let bodies = [
        "", "Een zin.\n", "Een.\nTwee.\n\nDrie.\n", "---\ntitle: geen\n---\n", "---\n", "- a\n- b\n", "    code\n",
        "```\n---\n\n## kop\n```\n", "<!-- invullen -->\n", "| a |\n|---|\n| b |\n", "مرحبا\n", "### Kop\n\nTekst.\n",
        "title: dit is tekst\n", "\u{FEFF}\n", "Regel met spatie achteraan  \nverder.\n",
    ]
}
