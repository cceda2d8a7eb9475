import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The pages of the drafter's desk, byte for byte and in both languages.
@Suite("Pages of the drafter's desk")
struct DraftingPageTests {
    private static func pages(of desk: DraftingSite) -> [(name: String, target: String)] {
        let plan = "/plannen/\(desk.plan)"
        return [
            ("bewerken", plan + "/secties/doel/bewerken"), ("stukteksten", plan + "/stukken/nota/bewerken"),
            ("bewerken-nota", plan + "/stukken/nota/bewerken/kader"), ("gegevens", plan + "/gegevens"),
            ("indeling", plan + "/indeling"), ("indeling-sectie", plan + "/indeling/secties/doel"),
            ("indeling-hoofdstuk", plan + "/indeling/hoofdstukken/aanpak"), ("nieuw-plan", "/plannen/nieuw"),
        ]
    }

    @Test func everyPageIsAsItWas() async throws {
        try await DraftingSite.with { desk in
            for page in Self.pages(of: desk) {
                let response = try await desk.site.get(page.target)
                #expect(response.status == 200, "\(page.name)")
                try Golden.compare(Self.stable(response.body), with: "\(page.name).html")
            }
            let mine = try await desk.form(desk.saving("Het doel is rust.\n"), as: desk.noor)
            let theirs = try await desk.form(desk.saving("Het doel is orde.\n"), as: desk.bas)
            #expect(try await desk.site.send(theirs, as: desk.bas).status == 303)
            try Golden.compare(
                Self.stable(try await desk.site.send(mine, as: desk.noor).body), with: "bewerken-twee.html")
        }
    }

    @Test func everyPageIsWellFormedSmallAndInEitherLanguage() async throws {
        try await DraftingSite.with { desk in
            for language in ["nl", "en"] {
                for page in Self.pages(of: desk) {
                    let body = try await desk.site.get(page.target, headers: ["Cookie": "taal=\(language)"]).body
                    #expect(MarkupCheck(body).faults == [], "\(page.name) in \(language)")
                    #expect(!body.contains("⟦"), "\(page.name) in \(language)")
                    #expect(body.utf8.count < 100_000, "\(page.name) in \(language)")
                }
            }
        }
    }

    @Test func aDrafterFindsTheWayFromTheSectionAndNobodyElseIsShownIt() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let section = "/plannen/\(LittleWorld.plan)/secties/aanleiding"
            let adviser = try await Reader.person(
                "Ali Demir", [(.adviser, "Adviseur")], in: site.store, at: LittleWorld.now)
            #expect(try await site.get(section).body.contains(section + "/bewerken"))
            #expect(try await !site.get(section, as: adviser).body.contains(section + "/bewerken"))
            let old = section + "?versie=\(LittleWorld.versions[1])"
            #expect(try await site.get(old).body.contains(section + "/terughalen"))
            #expect(try await !site.get(section).body.contains(section + "/terughalen"))
        }
    }

    /// Names by chance, and versions of a plan that was started just now.
    private static func stable(_ html: String) -> String {
        html.replacing(/name="(venster|basis|versie|hunne)" value="[^"]*"/) { "name=\"\($0.1)\" value=\"\"" }
    }
}
