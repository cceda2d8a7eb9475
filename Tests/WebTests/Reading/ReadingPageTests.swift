import Phrases
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Reading a version")
struct ReadingPageTests {
    @Test func everyPageIsAsItWasWellFormedAndSmall() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let pages = [
                ("bezoek-plannen", "/"), ("lezen-plan", plan.path), ("lezen-tekst", plan.path + "/lezen"),
                ("lezen-sectie", plan.path + "/lezen/aanleiding?versie=\(plan.offered)"),
                ("lezen-vergelijking", plan.path + "/lezen/doel/vergelijking?van=\(plan.offered)&tot=\(plan.adopted)"),
                ("lezen-zoeken", plan.path + "/zoeken?q=wijk"),
                ("lezen-totstandkoming", plan.path + "/totstandkoming"),
                ("lezen-stuk", plan.path + "/bijgevoegd/raadsmededeling"), ("lezen-besluiten", "/besluiten"),
            ]
            for (name, target) in pages {
                let answer = try await site.get(target, as: .visitor)
                #expect(answer.status == 200, "\(name)")
                #expect(MarkupCheck(answer.body).faults == [], "\(name)")
                try Golden.compare(plan.named(answer.body), with: "\(name).html")
                let english = try await site.get(target, headers: ["Cookie": "taal=en"], as: .visitor).body
                #expect(MarkupCheck(english).faults == [] && !english.contains("⟦"), "\(name) in English")
                #expect(english.utf8.count < 100_000)
            }
        }
    }

    @Test func everyLinkLeadsSomewhereForWhoIsShownIt() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let councillor = try await site.person("Raadslid", .councillor, for: plan.id)
            let contact = try await site.contact("Contact Politie", for: plan.id)
            let drafter = try await site.person("Steller", .drafter, for: plan.id)
            let starts = [
                (Reader.visitor, "visitor", plan.path), (councillor, "councillor", plan.path),
                (contact, "contact", plan.path), (drafter, "drafter", plan.path + "?als=raad"),
            ]
            for (reader, name, start) in starts {
                var seen: Set<String> = [start]
                var open = [start]
                while let target = open.popLast() {
                    let answer = try await site.get(target, as: reader)
                    #expect(answer.status == 200, "\(target) as \(name)")
                    for link in Self.links(in: answer.body, of: plan) where seen.insert(link).inserted {
                        open.append(link)
                    }
                }
                #expect(seen.count > 5, "\(name) came somewhere: \(seen.count)")
            }
        }
    }

    /// Those of the reading pages.
    private static func links(in html: String, of plan: CouncilPlan) -> [String] {
        html.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacing("&amp;", with: "&") }.filter { link in
            link.hasPrefix(plan.path)
                && (link == plan.path || link.hasPrefix(plan.path + "?")
                    || ["/lezen", "/zoeken", "/totstandkoming", "/bijgevoegd"].contains { part in
                        link.hasPrefix(plan.path + part)
                    })
        }
    }

    @Test func aReplacedVersionStaysWhereItWasAndSaysByWhatItWasReplaced() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            for part in ["", "/lezen", "/lezen/doel", "/totstandkoming"] {
                let page = try await site.get(plan.path + part + "?versie=\(plan.offered)", as: .visitor)
                #expect(page.status == 200)
                #expect(page.body.contains("Deze versie is vervangen."), "\(part)")
                #expect(page.body.contains("Vervangen door: Vastgesteld door de raad"), "\(part)")
            }
            let newest = try await site.get(plan.path + "/lezen", as: .visitor).body
            #expect(!newest.contains("Deze versie is vervangen") && newest.contains("veilige en groene wijk"))
            let old = try await site.get(plan.path + "/lezen/doel?versie=\(plan.offered)", as: .visitor).body
            #expect(old.contains("Het doel van nu is een veilige wijk"))
        }
    }

    @Test func aClosedPartShowsItsGroundAndNothingElse() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let text = try await site.get(plan.path + "/lezen", as: .visitor).body
            #expect(text.contains("Dit deel is niet openbaar. Grond: Wet open overheid, artikel 5.1 lid 2 e."))
            #expect(!text.contains("sectie-acties"))
            let plans = try await site.get(plan.path, as: .visitor).body
            #expect(plans.contains("artikel 5.1 lid 2 i") && plans.contains("/bijgevoegd/raadsmededeling"))
            #expect(!plans.contains("/bijgevoegd/nota"))
            #expect(try await site.get(plan.path + "/lezen/acties", as: .visitor).status == 404)
            #expect(try await site.get(plan.path + "/bijgevoegd/nota", as: .visitor).status == 404)
        }
    }

    @Test func whoWorksOnThePlanComesToTheWorkingPageAndMayReadAlong() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let drafter = try await site.person("Steller", .drafter, for: plan.id)
            let working = try await site.get(plan.path, as: drafter).body
            #expect(working.contains("Hoe ver is elke sectie?"))
            #expect(working.contains("href=\"\(plan.path)?als=raad\">zoals de raad"))
            #expect(working.contains("href=\"\(plan.path)?als=publiek\">zoals het publiek"))
            let along = try await site.get(plan.path + "?als=raad", as: drafter).body
            #expect(along.contains("U leest mee: zoals de raad."))
            #expect(along.contains("href=\"\(plan.path)\">Terug naar de werktekst"))
            #expect(along.contains("\(plan.path)/lezen?als=raad"))
        }
    }

    @Test(arguments: [("?als=burgemeester", 400), ("?versie=HEAD", 400), ("?als=raad&als=raad", 400), ("?utm=x", 200)])
    func anAddressThatMakesNoSenseIsRefused(query: String, status: Int) async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let answer = try await site.get(plan.path + "/lezen" + query, as: .visitor)
            #expect(answer.status == status)
        }
    }

    @Test func theListShowsEachReaderWhatIsTheirs() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let hidden = try await site.world.startPlan(.sample(title: "Verborgen plan"))
            let visitor = try await site.get("/", as: .visitor).body
            #expect(visitor.contains("de plannen die openbaar zijn") && visitor.contains("href=\"\(plan.path)\""))
            #expect(visitor.contains("Vastgesteld door de raad") && !visitor.contains(hidden.rawValue))
            let drafter = try await site.person("Steller", .drafter, for: plan.id)
            let working = try await site.get("/", as: drafter).body
            #expect(!working.contains("Vastgesteld door de raad") && working.contains("Besluit B&amp;W"))
            let both = try await site.person("Andere steller", .drafter, for: PlanID("uitvoeringsplan-2025")!)
            let page = try await site.get("/", as: both).body
            #expect(page.contains("Plannen waaraan u werkt") && page.contains("Plannen die u kunt lezen"))
        }
    }
}
