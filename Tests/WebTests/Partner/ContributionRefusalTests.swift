import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Every form of the partner, posted as it should not be: a clear answer, and nothing has changed.
@Suite("Taking part, the wrong way")
struct ContributionRefusalTests {
    struct Attempt: Sendable {
        let path: String
        let values: [(String, String)]
        let status: Int
        var says: String?
    }

    private static let long = String(repeating: "lang ", count: 4_100)

    static let attempts: [Attempt] = [
        Attempt(path: "/tekst/doel", values: [], status: 422, says: "maak een keuze"),
        Attempt(path: "/tekst/doel", values: [("soort", "general"), ("tekst", "x")], status: 422),
        Attempt(path: "/tekst/doel", values: [("soort", "remark"), ("tekst", long)], status: 422, says: "te lang"),
        Attempt(path: "/tekst/doel", values: [("soort", "remark"), ("soort", "question")], status: 422),
        Attempt(
            path: "/tekst/doel", values: [("soort", "remark"), ("passage", "staat er niet"), ("tekst", "Hallo")],
            status: 422, says: "Hallo</textarea>"),
        Attempt(
            path: "/tekst/doel", values: [("soort", "remark"), ("passage", "e")], status: 422, says: "meer dan eens"),
        Attempt(path: "/tekst/geheim", values: HeardSite.remark, status: 404),
        Attempt(path: "/tekst/doel?ronde=anders", values: HeardSite.remark, status: 404),
        Attempt(path: "/reactie", values: [], status: 422, says: "maak een keuze"),
        Attempt(path: "/reactie", values: [("soort", "remark"), ("tekst", "x")], status: 422),
        Attempt(path: "/reactie", values: [("soort", "general"), ("tekst", long)], status: 422),
        Attempt(path: "/reactie/7", values: [("soort", "general"), ("tekst", "x")], status: 404),
        Attempt(path: "/reactie/x", values: [("soort", "general"), ("tekst", "x")], status: 404),
        Attempt(path: "/reactie/1", values: [], status: 422, says: "maak een keuze"),
        Attempt(path: "/reactie/7/weg", values: [], status: 404),
        Attempt(path: "/reactie/1/bijlagen", values: [], status: 422, says: "kies een bestand"),
        Attempt(path: "/reactie/7/bijlagen", values: [], status: 404),
        Attempt(path: "/controle", values: [], status: 409, says: "intussen gewijzigd"),
        Attempt(path: "/controle", values: [("versie", "99")], status: 409),
        Attempt(path: "/controle", values: [("versie", "x")], status: 409),
        Attempt(path: "/inbreng/INB-0099/wijzigen", values: [("soort", "general")], status: 404),
        Attempt(path: "/inbreng/99/wijzigen", values: [("soort", "general")], status: 404),
        Attempt(path: "/inbreng/INB-0001/wijzigen", values: [("versie", "1")], status: 422),
        Attempt(
            path: "/inbreng/INB-0001/wijzigen", values: [("soort", "remark"), ("tekst", "Zonder versie")], status: 409,
            says: "Zonder versie</textarea>"),
        Attempt(path: "/inbreng/INB-0099/intrekken", values: [], status: 404),
    ]

    @Test func aFormThatIsNotRightChangesNothing() async throws {
        try await HeardSite.with { heard in
            try await heard.send(as: heard.police, request: "een")
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Concept")], as: heard.police)
            _ = try await heard.post("/tekst/doel", HeardSite.remark, as: heard.police)
            let item = try await heard.firstItem()
            let before = try await heard.state()
            for attempt in Self.attempts {
                let path = attempt.path.replacing("/reactie/1", with: "/reactie/\(item)")
                let answer = try await heard.post(path, attempt.values, as: heard.police)
                #expect(answer.status == attempt.status, "\(path)")
                if let words = attempt.says {
                    #expect(answer.body.lowercased().contains(words.lowercased()), "\(path)")
                }
                #expect(MarkupCheck(answer.body).faults == [], "\(path)")
                #expect(!answer.body.contains("⟦"), "\(path)")
            }
            #expect(try await heard.state() == before)
        }
    }

    /// Of who has no part in it, nothing is told: not even that it is there.
    @Test func otherOrganisationsOtherPlansAndVisitorsGetNowhere() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Concept")], as: heard.police)
            let item = try await heard.firstItem()
            let before = try await heard.state()
            let own = [
                "/reactie/\(item)", "/inbreng/\(number)", "/inbreng/\(number)/wijzigen", "/inbreng/\(number)/intrekken",
                "/ontvangst/\(HeardSite.request("een"))", "/inbreng/\(number)/bijlagen/abc",
            ]
            for path in own {
                for reader in [heard.fireBrigade, heard.outsider, heard.councillor] {
                    #expect(try await heard.get(path, as: reader).status == 404, "\(path)")
                }
                #expect(try await heard.get(path, as: .visitorWithForm).status == 303, "\(path)")
                #expect(try await heard.get(path, as: heard.editor).status == 403, "\(path)")
            }
            let forms = [
                "/reactie/\(item)", "/reactie/\(item)/weg", "/reactie/\(item)/bijlagen", "/inbreng/\(number)/wijzigen",
                "/inbreng/\(number)/intrekken",
            ]
            let values = [("versie", "1"), ("soort", "general"), ("tekst", "Van een ander")]
            for path in forms {
                for reader in [heard.fireBrigade, heard.outsider] {
                    #expect(try await heard.post(path, values, as: reader).status == 404, "\(path)")
                }
                #expect(try await heard.post(path, values, as: heard.editor).status == 403, "\(path)")
                let untold = try await heard.post(path, values + [("_token", "x")], as: .visitor)
                #expect(untold.status == 403, "\(path)")
            }
            #expect(try await heard.state() == before)
        }
    }

    @Test func aFormWithoutItsTokenIsKeptAndNotTaken() async throws {
        try await HeardSite.with { heard in
            let before = try await heard.state()
            let answer = try await heard.site.send(
                "POST", heard.base + "/tekst/doel",
                headers: [
                    "Origin": "http://127.0.0.1:\(heard.site.port)",
                    "Content-Type": "application/x-www-form-urlencoded",
                ], body: "_token=oud&soort=remark&tekst=Bewaar+dit", as: heard.police)
            #expect(answer.status == 403 && answer.body.contains("Bewaar dit</textarea>"))
            #expect(try await heard.state() == before)
        }
    }

    @Test func sendingTwiceAndTwiceAtOnceGivesTheSameNumbers() async throws {
        try await HeardSite.with { heard in
            _ = try await heard.post("/tekst/doel", HeardSite.remark, as: heard.police)
            let version = String(try await heard.draftVersion(of: heard.police))
            let values = [("versie", version), ("_request", HeardSite.request("een"))]
            let places = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await heard.post("/controle", values, as: heard.police).headers["location"]
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(places == ["\(heard.base)/ontvangst/\(HeardSite.request("een"))"])
            #expect(try await heard.store.inputs(of: heard.plan).map(\.number.description) == ["INB-0001"])
            #expect(try await heard.store.outbox(nil, before: nil, limit: 9).count == 1, "one receipt is mailed")
            let another = try await heard.post(
                "/controle", [("versie", version), ("_request", HeardSite.request("twee"))], as: heard.police)
            #expect(another.status == 422 && another.body.contains("nog niets om in te sturen"))
        }
    }

    @Test func whoseInvitationWasWithdrawnIsOutAtOnce() async throws {
        try await HeardSite.with { heard in
            let contact = try #require(try await heard.store.contacts(of: HeardSite.organisations[1]).first)
            try await heard.store.save(
                Invitation(
                    plan: heard.plan, contact: contact.id, invitedAt: heard.world.clock.now,
                    withdrawnAt: heard.world.clock.now))
            let before = try await heard.state()
            // Nobody by now, who is led to sign in.
            let page = try await heard.get("", as: heard.fireBrigade)
            #expect(page.headers["location"]?.hasPrefix("/inloggen") == true)
            _ = try await heard.post("/tekst/doel", HeardSite.remark, as: heard.fireBrigade)
            #expect(try await heard.state() == before)
            #expect(try await heard.get("", as: heard.police).status == 200)
        }
    }
}

extension HeardSite {
    /// The id of the first item in the draft of the police.
    func firstItem() async throws -> Int {
        let page = try await get("", as: police).body
        return try #require(page.firstMatch(of: /meedoen\/reactie\/([0-9]+)[?"]/).flatMap { Int($0.1) })
    }
}
