import Hummingbird
import Testing

@testable import Web

/// The same form sent twice is taken in once.
@Suite("Forms that come twice")
struct SentFormsTests {
    private static let route = SiteRoute(.post, "/proef", access: .signedIn)
    private static let name = Secret.make(SystemRandom.bytes).text

    /// Sends forms to a handler that answers as `status` says, and counts how often it was asked.
    private func count(
        _ status: HTTPResponse.Status, _ forms: [[(String, String)]], route: SiteRoute = route
    ) async throws -> Int {
        let seen = LogLines()
        let handler: SiteRouter.Handler = { _, context in
            seen.add(context.form.requestID)
            try await Task.sleep(for: .milliseconds(20))
            return Response(status: status, headers: [.location: "/over"])
        }
        try await RunningSite.with(LittleWorld(), extra: [(route, handler)]) { site in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for form in forms {
                    group.addTask { try await site.post("/proef", form).status }
                }
                for try await answer in group { #expect(answer == Int(status.code)) }
            }
        }
        return seen.all.count
    }

    @Test func fiveAtOnceAreOne() async throws {
        let form = [("_request", Self.name), ("tekst", "Een")]
        #expect(try await count(.seeOther, Array(repeating: form, count: 5)) == 1)
        #expect(try await count(.ok, Array(repeating: form, count: 5)) == 1)
    }

    /// Whoever goes back, writes on and sends again, sends something else.
    @Test func anotherWordIsAnotherForm() async throws {
        let forms = ["Een", "Twee", "Een"].map { [("_request", Self.name), ("tekst", $0)] }
        #expect(try await count(.seeOther, forms) == 2)
        #expect(try await count(.seeOther, [[("a", "b")], [("a", "b")]]) == 2, "each without a name is one of its own")
    }

    @Test func whatWasRefusedMayBeTriedAgain() async throws {
        let form = [("_request", Self.name)]
        for status in [HTTPResponse.Status.unprocessableContent, .conflict, .badRequest] {
            #expect(try await count(status, [form, form, form]) == 3)
        }
    }

    @Test func whatAPageSendsOverAndOverIsTakenInEachTime() async throws {
        let route = SiteRoute(.post, "/proef", access: .signedIn, isTakenOnce: false)
        #expect(try await count(.ok, [[("_request", Self.name)], [("_request", Self.name)]], route: route) == 2)
    }

    /// Words with their borders: what stands in one field is not taken for what stands in two.
    @Test func keysTellFormsApart() {
        func key(_ fields: [(String, String)], to address: String = "/a") -> SentForms.Key {
            SentForms.Key(fields.reduce(FormValues()) { $0.replacing($1.0, with: $1.1) }, to: address)
        }
        let forms = [
            key([]), key([("a", "b")]), key([("ab", "")]), key([("a", ""), ("b", "")]), key([("a", "b")], to: "/ab"),
        ]
        #expect(Set(forms).count == forms.count)
        #expect(key([("a", "b")]) == key([("a", "b")]))
    }
}
