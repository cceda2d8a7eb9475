import PlanDomain
import Testing
import Workflow

@testable import Web

/// The planning as a picture with its table, and what shifts with other days.
@Suite("The planning as a page")
struct PlanningPageTests {
    @Test func showsWhatIsPlannedAndWhatWouldShift() async throws {
        try await HeardSite.with { heard in
            let path = "/plannen/\(heard.plan)/planning"
            let page = try await heard.site.get(path, as: heard.editor)
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"))
            #expect(page.body.contains("<svg") && page.body.contains("Ronde: Ronde partners"))
            #expect(page.body.contains("loopt nu"))
            let dates = ValidPost.date("council-meeting", "30", "8", "2023").map { "\($0.0)=\($0.1)" }
            let tried = try await heard.site.get(path + "?" + dates.joined(separator: "&"), as: heard.editor)
            #expect(tried.status == 200 && tried.body.contains("Dit verschuift") && tried.body.contains("nog geen dag"))
            #expect(tried.body.contains("30 augustus 2023") && MarkupCheck(tried.body).faults == [])
            let wrong = try await heard.site.get(
                path + "?council-meeting-dag=31&council-meeting-maand=2", as: heard.editor)
            #expect(wrong.status == 422 && !wrong.body.contains("Dit verschuift"))
        }
    }

    @Test func isForWhoWorksOnThePlan() async throws {
        try await HeardSite.with { heard in
            let path = "/plannen/\(heard.plan)/planning"
            let drafters = try await heard.site.get(path, as: heard.drafter)
            #expect(drafters.status == 200)
            for reader in [heard.police, heard.councillor, .visitor] {
                let answer = try await heard.site.get(path, as: reader)
                #expect(answer.status != 200)
            }
        }
    }
}
