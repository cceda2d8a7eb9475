import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Starting a plan in the browser.
@Suite("A new plan")
struct NewPlanTests {
    @Test(arguments: [Role.drafter, .editor, .secretary, .boardOffice, .admin])
    func whoMayStartsOnePlanAndCanWriteIt(role: Role) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let maker = try await Reader.person(
                "Mina Maker", [(role, "Functie")], for: role == .admin ? nil : .named("oud-plan"), in: site.store,
                at: LittleWorld.now)
            let page = try await site.get("/plannen/nieuw", as: maker)
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"))
            let form = try #require(PageForm(page.body, with: "soort"))
                .with(["soort": "uitvoeringsplan", "titel": "Plan voor het park"])
            for _ in 0..<2 {
                let answer = try await site.send(form, as: maker)
                #expect(answer.status == 303)
                #expect(answer.headers["location"] == "/plannen/plan-voor-het-park/indeling")
            }
            #expect(try await site.store.projectedPlans() == [.named("plan-voor-het-park")])
            let plan = PlanID.named("plan-voor-het-park")
            #expect(try await site.get("/plannen/\(plan)/indeling", as: maker).status == 200)
            let act = try #require(try await site.store.acts(of: plan).first)
            let person = try #require(maker.account)
            #expect(try await site.store.person(behind: act.author.pseudonym, in: plan) == person.id)
            // The same title again is another plan, with its own pseudonym.
            let other = form.with(["_request": Secret.make(SystemRandom.bytes).text])
            #expect(
                try await site.send(other, as: maker).headers["location"] == "/plannen/plan-voor-het-park-2/indeling")
        }
    }

    @Test(
        arguments: [
            (["titel": ""], "veld-titel-fout"), (["soort": nil], "veld-soort-fout"),
            (["soort": "begroting"], "veld-soort-fout"),
            (["titel": String(repeating: "t", count: 201)], "veld-titel-fout"), (["titel": "Nieuw"], "veld-titel-fout"),
        ] as [([String: String?], String)])
    func aWrongAnswerMakesNothing(answers: [String: String?], place: String) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let page = try await site.get("/plannen/nieuw")
            let form = try #require(PageForm(page.body, with: "soort"))
                .with(["soort": "uitvoeringsplan", "titel": "Plan"]).with(answers)
            let answer = try await site.send(form)
            #expect(answer.status == 422 && answer.body.contains(place))
            #expect(try await site.store.projectedPlans() == [])
        }
    }

    @Test func whoHoldsNoSuchRoleIsToldSo() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let adviser = try await Reader.person(
                "Ali Demir", [(.adviser, "Adviseur")], in: site.store, at: LittleWorld.now)
            for (reader, status) in [(adviser, 403), (Reader.visitorWithForm, 403)] {
                let answer = try await site.post(
                    "/plannen/nieuw", [("soort", "uitvoeringsplan"), ("titel", "Plan")], as: reader)
                #expect(answer.status == status)
            }
            #expect(try await site.store.projectedPlans() == [])
        }
    }
}
