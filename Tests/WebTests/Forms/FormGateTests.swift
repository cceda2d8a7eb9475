import Hummingbird
import Testing

@testable import Web

/// What a form meets before its handler: origin, size, token, and what becomes of the words in it.
@Suite("Forms at the door")
struct FormGateTests {
    private let signOut = "/uitloggen"

    @Test func aFormWithItsTokenGoesThroughAndOneWithoutIsKept() async throws {
        let signOut = signOut
        try await RunningSite.with(LittleWorld(), replacement: RunningSite.reached) { site in
            #expect(try await site.post(signOut, [("reden", "Omdat")]).status == 200)
            for token in ["", "x", Reader.visitorWithForm.token] {
                let answer = try await site.send(
                    "POST", signOut, headers: ["Origin": "http://127.0.0.1:\(site.port)"],
                    body: "_token=\(token)&reden=Een+%3Cb%3Elange%3C%2Fb%3E+reden&wachtwoord=geheim")
                #expect(answer.status == 403)
                #expect(answer.body.contains("Een &lt;b&gt;lange&lt;/b&gt; reden</textarea>"))
                #expect(answer.body.contains("value=\"\(site.reader.token)\""), "it can be sent again")
                #expect(!answer.body.contains("geheim"))
                #expect(MarkupCheck(answer.body).faults == [])
            }
        }
    }

    /// Without the browser's word for it, nothing that was sent is shown: it could be another site's.
    @Test func aFormThatMayComeFromElsewhereIsRefusedFlatly() async throws {
        let signOut = signOut
        try await RunningSite.with(LittleWorld(), replacement: RunningSite.reached) { site in
            for headers in [
                [:], ["Origin": "https://evil.example"], ["Sec-Fetch-Site": "cross-site"],
                ["Sec-Fetch-Site": "same-site"],
            ] {
                let answer = try await site.send("POST", signOut, headers: headers, body: "reden=Omdat")
                #expect(answer.status == 403)
                #expect(!answer.body.contains("Omdat"))
            }
            let foreign = ["Origin": "https://evil.example"]
            #expect(try await site.post(signOut, [], headers: foreign).status == 403, "a token does not help")
        }
    }

    @Test func whoWasSignedOutMeanwhileLosesNoWord() async throws {
        let route = SiteRoute(.post, "/plannen/:plan/proef", access: .plan(.write), limits: .text)
        try await RunningSite.with(LittleWorld(), extra: [(route, RunningSite.reached)]) {
            site in
            let text = String(repeating: "woord ", count: 5_000)
            let answer = try await site.post("/plannen/a/proef", [("tekst", text)], as: .visitor)
            #expect(answer.status == 403)
            #expect(answer.body.contains("U bent niet meer ingelogd") && answer.body.contains(text))
            #expect(
                answer.headers["set-cookie"]?.contains("paraaf-bezoek=") == true, "its form is bound to this browser")
            // Signed in again, the old token is no good, and the words are still there.
            let plan = LittleWorld.plan
            let again = try await site.send(
                "POST", "/plannen/\(plan)/proef", headers: ["Origin": "http://127.0.0.1:\(site.port)"],
                body: "_token=oud&tekst=Omdat")
            #expect(again.status == 403 && again.body.contains("Omdat</textarea>"))
            #expect(try await site.post("/plannen/\(plan)/proef", [("tekst", text)]).status == 200)
        }
    }

    @Test func aFormOverItsLimitsIsRefused() async throws {
        let signOut = signOut
        try await RunningSite.with(LittleWorld(), replacement: RunningSite.reached) { site in
            let long = ("a", String(repeating: "a", count: FormLimits.fields.bytes))
            let many = (0...FormLimits.fields.count).map { ("v\($0)", "") }
            let oddName = (String(repeating: "n", count: 101), "")
            for (values, status) in [([long], 413), (many, 400), ([oddName], 400)] {
                let answer = try await site.post(signOut, values)
                #expect(answer.status == status)
            }
        }
    }

    @Test func everySendingHasANameAndTwiceTheSameIsTheSame() async throws {
        let seen = LogLines()
        let signOut = signOut
        let note: SiteRouter.Handler = { _, context in
            seen.add(context.form.requestID)
            return Response(status: .ok)
        }
        try await RunningSite.with(LittleWorld(), replacement: note) { site in
            let name = Secret.make(SystemRandom.bytes).text
            let again = [("_request", name), ("reden", "Omdat")]
            for values in [[("_request", name)], again, [], [], [("_request", "te kort")]] {
                _ = try await site.post(signOut, values)
            }
            #expect(seen.all.prefix(2).allSatisfy { $0 == name })
            #expect(Set(seen.all).count == 4)
            #expect(seen.all.allSatisfy { Secret($0) != nil })
        }
    }
}
