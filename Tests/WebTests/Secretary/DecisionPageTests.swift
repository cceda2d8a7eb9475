import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Scheduling, deciding, releasing and publishing in the browser.
@Suite("Decisions of the bodies")
struct DecisionPageTests {
    /// A plan that is signed off and stands on the agenda of a meeting today.
    private static func with(
        disclosure: Disclosure = Disclosure(.open), _ body: @Sendable @escaping (Office) async throws -> Void
    ) async throws {
        try await Office.with { office in
            try await office.world.bringToBoard(office.plan)
            try await office.world.record(
                .signedOff(step: "portfolio-holder", verdict: .agreed), in: office.plan, by: Cast.portfolioHolder)
            try await office.world.store.save(
                Meeting(
                    id: MeetingID("v1")!, body: .college, day: office.world.clock.today,
                    startsAt: TimeOfDay("09:30"), place: "Collegekamer"))
            let answer = try await office.send(
                "\(office.path)/besluiten/agenderen", [("vergadering", "v1"), ("soort", "bespreekstuk")],
                as: office.secretary)
            #expect(answer.status == 303)
            try await body(office)
        }
    }

    private static func decide(_ office: Office, _ outcome: PointOutcome) async throws -> WireResponse {
        try await office.send(
            "\(office.path)/besluiten/besluit",
            [
                ("dag-dag", "5"), ("dag-maand", "6"), ("dag-jaar", "2023"), ("punt-1", outcome.rawValue),
                ("punt-2", "vastgesteld"), ("toelichting", "Zonder debat"),
            ], as: office.secretary)
    }

    @Test func planGoesFromAgendaToPublicationInTheBrowser() async throws {
        try await Self.with { office in
            #expect(try await Self.decide(office, .adopted).status == 303)
            let page = try await office.site.get("\(office.path)/besluiten", as: office.secretary)
            #expect(page.body.contains("Beslispunt 1: Het plan vast te stellen. <strong>vastgesteld</strong>"))
            #expect(page.body.contains("Zonder debat"))
            #expect(page.body.contains("Het college, 5 juni 2023 om 09.30 uur"))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            try Golden.compare(Office.stable(page.body), with: "besluiten.html")
            let day = [("dag-dag", "5"), ("dag-maand", "6"), ("dag-jaar", "2023")]
            #expect(
                try await office.send("\(office.path)/besluiten/akkoord", day, as: office.secretary).status == 303)
            #expect(
                try await office.send("\(office.path)/poort/verder?fase=decide", [], as: office.secretary).status
                    == 303)
            #expect(
                try await office.send("\(office.path)/besluiten/openbaar-maken", [], as: office.secretary).status
                    == 303)
            #expect(try await office.acts().last?.payload == .published)
            let list = try await office.site.get("/vergaderingen/v1/besluitenlijst", as: .visitor)
            #expect(list.status == 200)
            #expect(list.body.contains("Het plan vast te stellen.") && list.body.contains("vastgesteld"))
            #expect(MarkupCheck(list.body).faults == [])
            try Golden.compare(Office.stable(list.body), with: "besluitenlijst.html")
        }
    }

    @Test func meetingThatIsYetToDecideSaysSo() async throws {
        try await Self.with { office in
            let list = try await office.site.get("/vergaderingen/v1/besluitenlijst", as: office.secretary).body
            #expect(list.contains("Hierover moet deze vergadering nog besluiten."))
            let form = try await office.site.get("\(office.path)/besluiten/besluit", as: office.secretary).body
            #expect(form.contains("Het plan staat op deze agenda: Het college, 5 juni 2023 om 09.30 uur."))
            var meeting = try #require(try await office.world.store.meeting(MeetingID("v1")!))
            meeting.day = office.world.clock.today.adding(days: 3)
            try await office.world.store.save(meeting)
            let early = try await office.site.get("\(office.path)/besluiten/besluit", as: office.secretary).body
            #expect(early.contains("Let op: het plan staat op de agenda van een vergadering die nog niet is geweest"))
        }
    }

    @Test func drafterReadsWhyASectionCameBack() async throws {
        try await Self.with { office in
            _ = try await office.send(
                "\(office.path)/poort/terugsturen?fase=decide",
                [("secties", "doel"), ("reden", "Het bedrag <klopt> niet")], as: office.secretary)
            let work = try await office.site.get("/mijn-werk", as: office.drafter).body
            #expect(work.contains("Gemeentesecretaris schreef erbij: Het bedrag &lt;klopt&gt; niet."))
            let editor = try await office.site.get("\(office.path)/secties/doel/bewerken", as: office.drafter).body
            #expect(editor.contains("Deze sectie is op 5 juni 2023 teruggestuurd door Gemeentesecretaris."))
            #expect(editor.contains("<p class=\"reason\">Het bedrag &lt;klopt&gt; niet</p>"))
            #expect(MarkupCheck(editor).faults == [])
            let other = try await office.site.get(
                "\(office.path)/secties/aanleiding/bewerken", as: office.drafter
            ).body
            #expect(!other.contains("teruggestuurd"))
        }
    }

    @Test func pointsKeepTheWordsThatWereDecidedOn() async throws {
        try await Self.with { office in
            _ = try await Self.decide(office, .adoptedAsAmended)
            _ = try await office.send(
                "\(office.path)/poort/terugsturen?fase=decide", [("secties", "doel"), ("reden", "Amendement")],
                as: office.secretary)
            try await office.world.save(in: office.plan) { $0.metadata.nota.decisionPoints = ["Iets heel anders."] }
            let page = try await office.site.get("\(office.path)/besluiten", as: office.secretary).body
            #expect(page.contains("Beslispunt 1: Het plan vast te stellen. <strong>gewijzigd vastgesteld</strong>"))
            #expect(!page.contains("Iets heel anders."))
        }
    }

    @Test func whatCannotBeRecordedYetSaysWhyAndHasNoForm() async throws {
        try await Self.with { office in
            for (action, reason) in [
                ("akkoord", "Eerst moet deze stap klaar zijn: Besluit van het college."),
                ("openbaar-maken", "Eerst moet dit klaar zijn: Besluit college."),
            ] {
                let page = try await office.site.get("\(office.path)/besluiten/\(action)", as: office.secretary)
                #expect(page.status == 200 && page.body.contains(reason), "\(action)")
                #expect(!page.body.contains("<form class=\"form\"") && MarkupCheck(page.body).faults == [])
            }
            let next = try await office.site.get("\(office.path)/poort/verder?fase=decide", as: office.secretary)
            #expect(next.body.contains("Het college heeft nog niet besloten."))
            #expect(!next.body.contains("<form class=\"form\""))
        }
    }

    @Test func publicReadsNothingOfADecisionThatHasNotLeftTheHouse() async throws {
        try await Self.with { office in
            _ = try await Self.decide(office, .adopted)
            let list = try await office.site.get("/vergaderingen/v1/besluitenlijst", as: .visitor)
            #expect(list.status == 200 && list.body.contains("Hierover is nog niets openbaar."))
            #expect(!list.body.contains("Uitvoeringsplan") && !list.body.contains("Het plan vast te stellen"))
        }
    }

    @Test func everyPointNeedsAResult() async throws {
        try await Self.with { office in
            let count = try await office.acts().count
            let answer = try await office.send(
                "\(office.path)/besluiten/besluit", [("dag-dag", "31"), ("dag-maand", "2"), ("dag-jaar", "2023")],
                as: office.secretary)
            #expect(answer.status == 422)
            for field in ["veld-dag-dag", "veld-punt-1", "veld-punt-2"] {
                #expect(answer.body.contains("href=\"#\(field)\""), "\(field)")
            }
            #expect(answer.body.contains(">Beslispunt 1: Het plan vast te stellen. Maak een keuze.</a>"))
            #expect(try await office.acts().count == count)
        }
    }

    @Test func amendedDecisionSaysWhatComesNextUntilItIsDone() async throws {
        try await Self.with { office in
            #expect(try await Self.decide(office, .adoptedAsAmended).status == 303)
            func open() async throws -> String? {
                let page = try await office.site.get("\(office.path)/besluiten", as: office.secretary)
                #expect(MarkupCheck(page.body).faults == [])
                return page.body.firstMatch(of: /<li class="open">.*?<a href="([^"]*)"/).map { String($0.1) }
            }
            #expect(try await open() == "\(office.path)/poort/terugsturen?fase=decide")
            _ = try await office.send(
                "\(office.path)/poort/terugsturen?fase=decide", [("secties", "doel"), ("reden", "Amendement")],
                as: office.secretary)
            #expect(try await open()?.hasPrefix("\(office.path)/secties/") == true)
            try await office.world.save(in: office.plan) { $0 = $0.with("doel", body: "Het doel is 5 agenten.\n") }
            #expect(try await open() == "\(office.path)/poort/verder?fase=draft")
            try await office.world.record(
                .signedOff(step: "finance-advice", verdict: .agreed), in: office.plan, by: Cast.adviser)
            _ = try await office.send("\(office.path)/poort/verder?fase=draft", [], as: office.secretary)
            #expect(try await open() == "\(office.path)/paraaf/portfolio-holder")
            #expect(
                try await office.send(
                    "\(office.path)/paraaf/portfolio-holder", [("oordeel", "akkoord")], as: office.holder
                ).status == 303)
            #expect(try await open() == nil)
        }
    }

    @Test(arguments: [
        ("openbaar-na-voorwaarde", "voorwaarde"), ("deels-openbaar", "delen-1"), ("besluit-openbaar", "grond"),
        ("niet-openbaar", "grond"),
    ])
    func everyOptionAsksForWhatItRequires(option: String, field: String) async throws {
        try await Self.with { office in
            let count = try await office.acts().count
            let answer = try await office.send(
                "\(office.path)/besluiten/openbaarheid", [("keuze", option)], as: office.secretary)
            #expect(answer.status == 422 && answer.body.contains("href=\"#veld-\(field)\""))
            #expect(try await office.acts().count == count)
        }
    }

    @Test func aSentenceOfAnotherChoiceIsNotLeftStanding() async throws {
        try await Self.with { office in
            let wording = ("tekst-besluit", "Deze nota openbaar te maken.")
            func choose(_ option: String, _ more: [(String, String)] = []) async throws -> Disclosure? {
                let answer = try await office.send(
                    "\(office.path)/besluiten/openbaarheid", [("keuze", option), wording] + more,
                    as: office.secretary)
                #expect(answer.status == 303)
                guard case .disclosureChosen(let chosen) = try await office.acts().last?.payload else { return nil }
                return chosen
            }
            let open = try await choose("openbaar")
            #expect(open?.wording == wording.1)
            let closed = try await choose("niet-openbaar", [("grond", "5.1 lid 2 e")])
            #expect(closed?.choice == .closed && closed?.wording == nil)
            let again = try await choose("openbaar")
            #expect(again?.wording == wording.1)
        }
    }

    @Test func closedPartsAreNamedAndAConditionIsFulfilled() async throws {
        try await Self.with { office in
            let partly = try await office.send(
                "\(office.path)/besluiten/openbaarheid",
                [
                    ("keuze", "deels-openbaar"), ("delen", "sectie:doel"), ("delen", "stuk:nota"), ("titels", "ja"),
                    ("grond", "5.1 lid 2 e"),
                ], as: office.secretary)
            #expect(partly.status == 303)
            let wanted = Disclosure(
                .openInPart, ground: "5.1 lid 2 e",
                closedParts: [
                    ClosedPart(.section("doel"), hidesTitle: true), ClosedPart(.document("nota"), hidesTitle: true),
                ])
            #expect(try await office.acts().last?.payload == .disclosureChosen(wanted))
            _ = try await office.send(
                "\(office.path)/besluiten/openbaarheid",
                [("keuze", "openbaar-na-voorwaarde"), ("voorwaarde", "nadat de bijlage is toegevoegd")],
                as: office.secretary)
            let page = try await office.site.get("\(office.path)/besluiten", as: office.secretary)
            #expect(page.body.contains("De voorwaarde: nadat de bijlage is toegevoegd"))
            let met = try await office.send(
                "\(office.path)/besluiten/voorwaarde?voorwaarde=publication", [], as: office.secretary)
            #expect(met.status == 303)
            #expect(try await office.acts().last?.payload == .conditionFulfilled(condition: "publication"))
        }
    }
}
