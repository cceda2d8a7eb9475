import PlanDomain
import Testing
import Workflow

@testable import Web

/// Every page of a plan is read by everybody from outside the office; none may hold a word that is not theirs.
@Suite("Nothing that is not public reaches the public")
struct ReadingLeakTests {
    private static let elsewhere = PlanID("ander-plan")!

    private static func outsiders(_ site: RunningSite, _ plan: CouncilPlan) async throws -> [(String, Reader)] {
        [
            ("visitor", .visitor),
            ("councillor", try await site.person("Raadslid", .councillor, for: plan.id)),
            ("editor of another plan", try await site.person("Leider elders", .editor, for: elsewhere)),
            ("councillor of another plan", try await site.person("Raadslid elders", .councillor, for: elsewhere)),
            ("administrator", try await site.person("Beheerder", .admin, for: elsewhere)),
            ("contact of another plan", try await site.contact("Contact elders", for: elsewhere)),
        ]
    }

    @Test func noPageHoldsAWordThatIsNotTheReaders() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            for (name, reader) in try await Self.outsiders(site, plan) {
                var read = 0
                for target in plan.pages + plan.innerPages + ["/", "/besluiten"] {
                    let answer = try await site.get(target, as: reader)
                    #expect([200, 303, 404].contains(answer.status), "\(target) as \(name): \(answer.status)")
                    read += answer.status == 200 ? 1 : 0
                    #expect(!answer.body.lowercased().contains(CouncilPlan.canary), "\(target) as \(name)")
                }
                #expect(read > 40, "\(name) reads pages at all: \(read)")
            }
        }
    }

    /// Who works on the plan sees what others see, and no more, when they read along.
    @Test func readingAlongShowsWhatOthersSee() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let drafter = try await site.person("Steller", .drafter, for: plan.id)
            for target in plan.pages where target.contains("als=publiek") || target.contains("als=raad") {
                let answer = try await site.get(target, as: drafter)
                #expect([200, 404].contains(answer.status), "\(target): \(answer.status)")
                #expect(!answer.body.lowercased().contains(CouncilPlan.canary), "\(target)")
            }
        }
    }

    /// A partner was asked about a text in which nothing was closed yet but what is closed by name.
    @Test func aContactReadsTheTextOfTheRoundAndNothingBesideIt() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            let contact = try await site.contact("Contact Politie", for: plan.id)
            let text = try await site.get(plan.path + "/lezen", as: contact)
            #expect(text.status == 200)
            #expect(text.body.contains("De aanleiding is de wens") && text.body.contains("De consultatie is gesloten"))
            for word in ["kanarie-nota", "kanarie-werktekst", "kanarie-reden", "kanarie-team", "kanarie-aanwijzing"] {
                #expect(!text.body.lowercased().contains(word), "\(word)")
            }
            for part in ["/totstandkoming", "/bijgevoegd/nota", "/bijgevoegd/raadsmededeling"] {
                #expect(try await site.get(plan.path + part, as: contact).status == 404, "\(part)")
            }
            #expect(try await site.get(plan.path + "/lezen?als=raad", as: contact).status == 404)
            #expect(try await site.get(plan.path + "/lezen?als=publiek", as: contact).status == 200)
            let unasked = try await Reader.contact(
                "Contact Horeca", of: "Horeca", for: plan.id, in: site.store, at: site.services.clock())
            #expect(try await site.get(plan.path + "/lezen?als=partners", as: unasked).status == 404)
            #expect(try await site.get(plan.path + "/lezen", as: unasked).body.contains("Vastgesteld door de raad"))
        }
    }

    @Test func aSearchDoesNotLookIntoWhatIsClosed() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            for words in ["kanarie", "werktekst", "gesloten", "reden"] {
                let page = try await site.get(plan.path + "/zoeken?q=\(words)", as: .visitor).body
                #expect(page.contains("Er is niets gevonden met ‘\(words)’"), "\(words)")
            }
        }
    }

    // MARK: What is not theirs answers like what is not there

    private static let parts = [
        "", "/lezen", "/lezen/doel", "/zoeken?q=doel", "/totstandkoming", "/bijgevoegd/nota",
        "/lezen/doel/vergelijking",
    ]

    @Test func nobodyLearnsOfAPlanThatIsNotTheirs() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let plan = try await site.world.deepenedPlan().rawValue
            let other = try await site.person("Leider elders", .editor, for: Self.elsewhere)
            let contact = try await site.contact("Contact elders", for: Self.elsewhere)
            for part in Self.parts {
                for (name, reader) in [("person", other), ("contact", contact)] {
                    let here = try await site.get("/plannen/\(plan)\(part)", as: reader)
                    let nowhere = try await site.get("/plannen/bestaat-niet\(part)", as: reader)
                    #expect(here.status == 404 && nowhere.status == 404, "\(part) as \(name)")
                    #expect(here.body.replacing(plan, with: "bestaat-niet") == nowhere.body, "\(part) as \(name)")
                }
                let here = try await site.get("/plannen/\(plan)\(part)", as: .visitor)
                let nowhere = try await site.get("/plannen/bestaat-niet\(part)", as: .visitor)
                #expect(here.status == 303 && nowhere.status == 303, "\(part)")
                let place = here.headers["location"]
                #expect(place?.hasPrefix("/inloggen?terug=") == true)
                #expect(place?.replacing(plan, with: "bestaat-niet") == nowhere.headers["location"], "\(part)")
            }
            let list = try await site.get("/", as: .visitor).body
            #expect(!list.contains(plan))
        }
    }

    @Test func aVersionThatIsNotPublicLeadsAVisitorToSignInLikeOneThatIsNot() async throws {
        try await RunningSite.withCouncilPlan { site, plan in
            for version in [plan.working.rawValue, plan.consulted.rawValue, String(repeating: "a", count: 40)] {
                let target = plan.path + "/lezen?versie=" + version
                let answer = try await site.get(target, as: .visitor)
                #expect(answer.status == 303 && answer.headers["location"]?.hasPrefix("/inloggen") == true)
            }
            let councillor = try await site.person("Raadslid", .councillor, for: plan.id)
            let answer = try await site.get(plan.path + "/lezen?versie=\(plan.working)", as: councillor)
            #expect(answer.status == 404)
        }
    }
}
