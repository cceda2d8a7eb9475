import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What waits for somebody, and how the plan stands.
@Suite("The desk and the board")
struct DeskPageTests {
    @Test func whatWaitsIsListedWithItsPlaceAndEverythingThatLedToIt() async throws {
        try await Office.with { office in
            let page = try await office.site.get("/mijn-werk", as: office.adviser)
            #expect(page.status == 200)
            #expect(page.body.contains("Geef uw paraaf: Advies financiën"))
            #expect(page.body.contains("href=\"\(office.path)/paraaf/finance-advice\""))
            #expect(page.body.contains("als Adviseur financiën"))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            #expect(page.headers["cache-control"]?.contains("no-store") == true)
            try Golden.compare(Office.stable(page.body), with: "mijn-werk.html")
        }
    }

    @Test func whoHasNothingToDoIsToldSo() async throws {
        try await Office.with { office in
            let page = try await office.site.get("/mijn-werk", as: office.stranger)
            #expect(page.body.contains("Er ligt nu niets bij u."))
            #expect(MarkupCheck(page.body).faults == [])
        }
    }

    @Test func everyTaskLeadsToAPageThatOpens() async throws {
        try await Office.with { office in
            try await office.world.bringToBoard(office.plan)
            try await office.world.record(
                .sentBack(from: "decide", to: "draft"), in: office.plan, by: Cast.secretary, sections: [.named("doel")],
                reason: "Te vaag")
            let second = try await office.world.startPlan(.sample(title: "Plan B"))
            try await office.world.bringToBoard(second)
            for reader in [office.secretary, office.holder, office.drafter] {
                let page = try await office.site.get("/mijn-werk", as: reader)
                let links = page.body.matches(of: /class="task"><a href="([^"#]*)/).map { String($0.1) }
                #expect(!links.isEmpty)
                for link in links {
                    #expect(try await office.site.get(link, as: reader).status == 200, "\(link)")
                }
            }
        }
    }

    @Test func boardSaysWhoHasEverySectionAndHowLong() async throws {
        try await Office.with(days: 3) { office in
            let visit = try await office.world.employ("sjoerd", as: Cast.secretary)
            try await office.world.desk.hold(
                try await office.world.visit(visit, as: .secretary, to: office.plan), sections: [.named("doel")],
                reason: "Wacht op de raad")
            let page = try await office.site.get("\(office.path)/voortgang", as: office.drafter)
            #expect(page.status == 200)
            #expect(page.body.contains("3 dagen") && page.body.contains("Steller veiligheid"))
            #expect(page.body.contains("staat stil"))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            try Golden.compare(Office.stable(page.body), with: "voortgang.html")
        }
    }
}
