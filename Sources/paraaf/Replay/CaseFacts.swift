import Foundation
import PlanDomain
import PlanRepositories
import Workflow

/// The facts of a case (`feiten.yml`): what a municipality published beside its texts.
struct CaseFacts {
    static let file = "feiten.yml"

    let municipality: String
    let metadata: PlanMetadata
    /// The plan that the first one starts; nil where there is none.
    let successorTitle: String?
    let notaHeadings: [String]
    let noticeHeadings: [String]
    let events: [CaseEvent]
    let partners: [Organisation]
    let themes: [ThemeGroup]
    let indicators: [IndicatorGroup]

    init(parsing yaml: String) throws(PlanError) {
        let fields = try YAMLFields(parsing: yaml, file: Self.file)
        let municipality = try fields.requiredFields("gemeente").required("naam")
        let nota = try fields.requiredFields("nota")
        self.municipality = municipality
        metadata = try Self.metadata(from: fields, nota: nota, municipality: municipality)
        successorTitle = try fields.requiredFields("plan").text("volgt_hierna")
        notaHeadings = try nota.texts("kopjes")
        noticeHeadings = try fields.requiredFields("raadsmededeling").texts("kopjes")
        events = try fields.list("handelingen").map(CaseEvent.init)
        partners = try fields.texts("partners").map(Organisation.init(name:))
        themes = try fields.lists("themas").map { ThemeGroup(name: $0.name.capitalisedFirst, themes: $0.items) }
        indicators = try fields.lists("indicatoren").map { IndicatorGroup(goal: $0.name, indicators: $0.items) }
    }

    private static func metadata(
        from fields: YAMLFields, nota: YAMLFields, municipality: String
    ) throws(PlanError) -> PlanMetadata {
        let plan = try fields.requiredFields("plan")
        var metadata = PlanMetadata(type: "plan-van-aanpak", title: try plan.required("titel"))
        metadata.municipality = municipality
        metadata.period = try plan.text("periode")
        metadata.programme = try plan.text("programma")
        metadata.team = try plan.text("team")
        metadata.teamCode = try plan.text("teamcode")
        metadata.portfolioHolder = try plan.text("portefeuillehouder")
        metadata.number = try nota.text("nummer")
        metadata.nota = NotaFields(
            date: try nota.date("datum"), meeting: try nota.text("bestuursorgaan"),
            attachments: try nota.texts("bijlagen"))
        let (points, disclosure) = try decision(in: fields, nota: nota)
        metadata.nota.decisionPoints = points
        metadata.nota.disclosure = disclosure
        return metadata
    }

    /// The sentence of the decision that makes it public is not a point that is decided: it says what becomes of the
    /// nota itself. It is told by the condition that it ends with, or by its own words.
    private static func decision(
        in fields: YAMLFields, nota: YAMLFields
    ) throws(PlanError) -> ([String], Disclosure?) {
        let sentences = try nota.texts("besluit")
        guard let publication = try fields.fields("openbaarmaking") else { return (sentences, nil) }
        let condition = try publication.text("voorwaarde")
        let choice = try publication.value("nota_en_besluit", Disclosure.Choice.init(rawValue:)) ?? .open
        let wording = sentences.first { sentence in
            condition.map(sentence.contains) ?? sentence.contains("openbaar te maken")
        }
        let disclosure = Disclosure(
            choice == .open && condition != nil ? .openAfterCondition : choice, condition: condition,
            wording: wording)
        return (sentences.filter { $0 != wording }, disclosure)
    }
}

/// One official act as the source gives it.
struct CaseEvent {
    enum Kind: String, CaseIterable {
        case scheduled = "agendering"
        case signedOff = "parafering"
        case decided = "besluit"
        case finalReleased = "definitief akkoord"
        case conditionFulfilled = "voorwaarde vervuld"
        case published = "openbaarmaking"
    }

    let kind: Kind
    let date: CalendarDate
    /// The function that the source names; nil where it names nobody.
    let function: String?
    let outcome: PointOutcome?

    init(_ fields: YAMLFields) throws(PlanError) {
        let name = try fields.required("handeling")
        guard let kind = Kind(rawValue: name) else {
            throw PlanError(
                .invalid,
                Reason(
                    "case.unknown-act",
                    [
                        "file": .text(CaseFacts.file), "line": .number(fields.line), "act": .text(name),
                        "known": .list(Kind.allCases.map { .text($0.rawValue) }),
                    ]))
        }
        self.kind = kind
        date = try fields.requiredDate("datum")
        function = try fields.text("door")
        outcome = try fields.value("uitkomst") { PointOutcome(rawValue: $0.replacing(" ", with: "-")) }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
