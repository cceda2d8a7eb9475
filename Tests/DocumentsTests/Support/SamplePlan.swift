import PlanDomain
import Workflow

/// A made-up plan with everything in it that documents print.
enum SamplePlan {
    /// Nothing but the first act: a plan in the making.
    static func started() throws -> DossierBuilder {
        var builder = DossierBuilder(text(), definition: try SampleWorkflow.definition())
        builder.change(
            "Eerste opzet", on: "2025-01-10", documents: ["nota", "raadsmededeling"], kind: .added, added: 40,
            removed: 0)
        builder.act(
            .planStarted(workflow: "wijkplan", version: 2), by: "Projectleider", on: "2025-01-10", role: .editor)
        return builder
    }

    /// Frozen for the board, scheduled twice and signed off.
    static func ready() throws -> DossierBuilder {
        var builder = try started()
        builder.act(
            .stageMoved(from: "draft", to: "decide"), by: "Projectleider", on: "2025-03-01", role: .editor,
            about: ["aanleiding", "kaart", "maatregelen"])
        builder.act(
            .scheduled(body: .college, meeting: day("2025-03-11")), by: "Gemeentesecretaris", on: "2025-03-04",
            role: .secretary)
        builder.act(
            .signedOff(step: "holder", verdict: .agreed), by: "Wethouder water", on: "2025-03-06",
            role: .portfolioHolder)
        builder.act(
            .scheduled(body: .college, meeting: day("2025-03-11")), by: "Gemeentesecretaris", on: "2025-03-06",
            role: .secretary)
        return builder
    }

    /// Everything up to and with the final release.
    static func released() throws -> DossierBuilder {
        var builder = try ready()
        builder.act(
            .decided(
                body: .college,
                points: [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .noted)]),
            on: "2025-03-11")
        builder.act(.finalReleased, on: "2025-03-14")
        return builder
    }

    /// A long way with everything on it: rounds, a meeting, an override, a substitute, a reason that is gone.
    static func eventful() throws -> DossierBuilder {
        var builder = try started()
        builder.organisations = [
            Organisation(name: "Waterschap Delta & Rijn"), Organisation(name: "Buurtraad Zandhoek"),
        ]
        builder.houseStyle.municipality = "Rijnwoude"
        builder.act(
            .roundOpened(
                round: "r1", audience: LocalizedText(nl: "bewoners", en: "residents"), from: day("2025-01-15"),
                until: day("2025-02-15")),
            by: "Projectleider", on: "2025-01-15", role: .editor)
        builder.act(.roundClosed(round: "r1"), by: "Projectleider", on: "2025-02-16", role: .editor)
        builder.change(
            "Wadi toegevoegd op verzoek van de buurt", on: "2025-02-20", sections: ["maatregelen"], added: 21,
            removed: 4, inputs: ["INB-0003", "INB-0011"])
        builder.change(
            "Tikfout", by: "Redacteur", on: "2025-02-21", nature: .typographic, sections: ["kaart"], added: 1,
            removed: 1)
        builder.change("Proef geschrapt", on: "2025-02-22", sections: ["proef"], kind: .removed, added: 0, removed: 9)
        builder.change("Nota aangevuld", on: "2025-02-23", sections: [], documents: ["nota"])
        builder.act(
            .gateOverridden(stage: "draft", condition: "sections-have-owner"), by: "Gemeentesecretaris",
            on: "2025-02-28", role: .secretary, reason: .text("De schrijver is met verlof.\nHet team neemt waar."))
        builder.act(
            .stageMoved(from: "draft", to: "decide"), by: "Projectleider", on: "2025-03-01", role: .editor,
            about: ["aanleiding", "kaart", "maatregelen"])
        builder.act(
            .signedOff(step: "holder", verdict: .notAgreed), by: "Wethouder water", on: "2025-03-02",
            role: .portfolioHolder, reason: .withheld)
        builder.act(
            .signedOff(step: "holder", verdict: .agreedWithRemark), by: "Wethouder water", on: "2025-03-03",
            role: .portfolioHolder, reason: .text("Let op de planning."))
        builder.act(
            .signedOff(step: "adviser", verdict: .noObjection), by: "Plaatsvervangend adviseur financiën",
            on: "2025-03-04", role: .adviser,
            onBehalfOf: Act.Substitution(function: "Adviseur financiën", ground: "vervangingsregeling 2024"))
        builder.act(.scheduled(body: .college, meeting: nil), by: "Gemeentesecretaris", on: nil, role: .secretary)
        builder.act(
            .disclosureChosen(Disclosure(.openAfterCondition, condition: "nadat de kaart is toegevoegd.")),
            on: "2025-03-05")
        return builder
    }

    static func text() -> PlanText {
        var metadata = PlanMetadata(type: "wijkplan", title: "Wijkwaterplan Zandhoek 2025-2029")
        metadata.period = "2025-2029"
        metadata.programme = "07 - Water en klimaat"
        metadata.team = "Leefomgeving"
        metadata.teamCode = "RW-LO"
        metadata.portfolioHolder = "Wethouder water"
        metadata.number = "2025-104"
        metadata.nota = NotaFields(
            date: day("2025-03-11"), meeting: "College 11-03-2025", attachments: ["Wijkwaterplan.pdf"],
            decisionPoints: ["Het wijkwaterplan vast te stellen", "De raad met een mededeling te informeren"],
            disclosure: Disclosure(.open))
        return PlanText(metadata: metadata, chapters: chapters, documents: documents)
    }

    private static var chapters: [Chapter] {
        [
            Chapter(
                id: "waarom", heading: Heading("Waarom dit plan"),
                sections: [
                    section(
                        "aanleiding", "Aanleiding",
                        "In Zandhoek staat na een *fikse* bui water op straat.\nDat willen we niet meer.\n\n#### Cijfers\n\n"
                            + "| Jaar | Meldingen |\n|---|--:|\n| 2023 | 14 |\n| 2024 | 31 |\n"),
                    section(
                        "kaart", "De kaart", "Zie ![de kaart](bijlagen/kaart.png) en [het web](https://example.org).\n"),
                ]),
            Chapter(
                id: "hoe", heading: Heading("Hoe we het doen"),
                sections: [section("maatregelen", "Maatregelen", "<!-- Noem er drie. -->\n\n1. Wadi\n2. Groen dak\n")]),
        ]
    }

    private static func section(_ id: String, _ title: String, _ body: String) -> Section {
        guard let id = SectionID(id) else { preconditionFailure("not an id: \(id)") }
        return Section(id: id, heading: Heading(title), owner: "Beleidsadviseur water", body: body)
    }

    private static var documents: [DocumentText] {
        [
            DocumentText(
                name: "nota",
                parts: [
                    .init(heading: "Inleiding", body: "Dit plan maakt Zandhoek **waterklaar**.\n"),
                    .init(heading: "Argumenten", body: "<!-- Voor en tegen. -->\nNiet van toepassing.\n"),
                ]),
            DocumentText(
                name: "raadsmededeling",
                parts: [.init(heading: "Kern van de boodschap", body: "De raad krijgt het plan.\n")]),
        ]
    }

    static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(iso8601: text) else { preconditionFailure("not a day: \(text)") }
        return day
    }
}

/// A workflow of the tests' own, so that a change of the shipped ones changes no golden document.
enum SampleWorkflow {
    static func definition() throws -> WorkflowDefinition {
        try WorkflowDefinition.read(yaml: yaml, file: "wijkplan.yml")
    }

    private static let yaml = """
        id: wijkplan
        version: 2
        label: { nl: Wijkplan, en: District plan }
        documents:
          - id: nota
            label: { nl: nota }
        acts:
          plan-started: [editor]
          disclosure-chosen: [boardOffice]
        stages:
          - id: draft
            label: { nl: Schrijven, en: Writing }
            description: { nl: Er wordt geschreven. }
            about: sections
            next: decide
            moved-by: [editor]
            gate:
              - condition: sections-have-owner
                override: [secretary]
          - id: decide
            label: { nl: Besluiten, en: Deciding }
            description: { nl: Er wordt besloten. }
            about: version
            next: adopted
            moved-by: [secretary]
            send-back:
              to: draft
              by: [secretary]
          - id: adopted
            label: { nl: Vastgesteld, en: Adopted }
            description: { nl: Klaar. }
            about: version
        tracks:
          - id: sign-off
            label: { nl: Parafering }
            stage: decide
            order: parallel
            steps:
              - id: adviser
                label: { nl: Paraaf adviseur, en: Sign-off by the adviser }
                act: signed-off
                by: [adviser]
                required: false
              - id: holder
                label: { nl: Paraaf wethouder, en: Sign-off by the alderman }
                act: signed-off
                by: [portfolioHolder]
          - id: board
            label: { nl: College }
            stage: decide
            steps:
              - id: agenda
                label: { nl: Agenda }
                act: scheduled
                by: [secretary]
                body: college
                repeatable: true
              - id: decision
                label: { nl: Besluit }
                act: decided
                by: [boardOffice]
                body: college
                gate:
                  - condition: sign-offs-current
                    track: sign-off
                    override: [secretary]
              - id: release
                label: { nl: Definitief akkoord }
                act: final-released
                by: [boardOffice]
                body: college
        """
}
