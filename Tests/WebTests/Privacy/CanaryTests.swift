import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Looks in every artefact for what came in by every way, and finds nothing of it but where it belongs.
@Suite("Canaries in every artefact")
struct CanaryTests {
    /// Git holds none of it: no object of any kind, reachable or not, no name of a reference, no message.
    @Test func gitHoldsNothingOfAnybody() async throws {
        try await Canaries.with { canaries in
            let git = canaries.heard.world.git(canaries.heard.plan)
            let objects = try git.run(["cat-file", "--batch", "--batch-all-objects"])
            #expect(objects.succeeded && Canaries.found(in: objects.output) == [])
            // What is looked through is all of it: the words of the plan and of the register are there.
            #expect(objects.text.contains("een veilige wijk") && objects.text.contains("\"sequence\""))
            for arguments in [
                ["log", "-p", "--all", "--format=fuller"], ["show-ref"], ["for-each-ref"], ["notes", "list"],
            ] {
                #expect(Canaries.found(in: try git.run(arguments).output) == [], "\(arguments)")
            }
            #expect(try await canaries.heard.world.office.verifyRegister(of: canaries.heard.plan).finding == nil)
        }
    }

    /// Neither the database and its log, nor a backup, nor the log of the server: not a byte of it stands there as it was
    /// typed, in the index of words neither.
    @Test func noFileOnTheDiskHoldsItAsItWasTyped() async throws {
        try await Canaries.with { canaries in
            let (world, log) = (canaries.heard.world, canaries.heard.site.log)
            try await world.store.backup(to: world.folder.file("kopie.sqlite"))
            var seen: Set<String> = []
            for name in try FileManager.default.contentsOfDirectory(atPath: world.folder.url.path) {
                guard name.contains("sqlite") else { continue }
                let bytes = try Data(contentsOf: world.folder.file(name))
                #expect(Canaries.found(in: bytes) == [], "\(name)")
                if bytes.firstRange(of: Data("Politie Oost".utf8)) != nil { seen.insert(name) }
            }
            #expect(seen.contains("kopie.sqlite") && seen.count > 1)
            let lines = log.all.joined(separator: "\n")
            #expect(!lines.isEmpty && Canaries.found(in: lines) == [])
        }
    }

    /// The public, a councillor, another partner and who came in for another plan follow every link that they are shown, and
    /// search.
    @Test func nobodyElseReadsIt() async throws {
        try await Canaries.with { canaries in
            let heard = canaries.heard
            let readers = [Reader.visitor, heard.councillor, heard.fireBrigade, heard.outsider]
            for reader in readers {
                var waiting = ["/", "/plannen", "/plannen/\(heard.plan)/meedoen", "/plannen/\(heard.plan)/lezen"]
                waiting += Canaries.all.map { "/plannen/\(heard.plan)/zoeken?q=\($0)" }
                waiting += ["INB-0001", "INB-0002"].map { "/plannen/\(heard.plan)/meedoen/inbreng/\($0)" }
                waiting += ["", "/INB-0001", "/INB-0002"].map { "/plannen/\(heard.plan)/inbreng\($0)" }
                var seen: Set<String> = []
                while let page = waiting.popLast(), seen.count < 120 {
                    guard seen.insert(page).inserted else { continue }
                    let answer = try await heard.site.get(page, as: reader)
                    // A page may say back what was looked for.
                    let body = answer.body.replacing(/value="[^"]*"|‘[^’]*’|<title>[^<]*<\/title>/, with: "")
                    if !page.contains("?") { #expect(Canaries.found(in: body) == [], "\(page)") }
                    waiting += answer.body.matches(of: /href="(\/[^"#]*)"/).map { String($0.1) }
                        .filter { !$0.hasPrefix("/static") && !seen.contains($0) && !$0.contains("taal") }
                }
                #expect(seen.count > 10)
            }
        }
    }

    /// Who drafts finds inputs by their words and reads them without what was left out.
    @Test func whoDraftsReadsAndFindsOnlyWhatWasLeft() async throws {
        try await Canaries.with { canaries in
            let heard = canaries.heard
            for word in Canaries.all {
                let found = try await heard.get("/plannen/\(heard.plan)/inbreng?zoek=\(word)", as: heard.handler).body
                #expect(!found.contains("/inbreng/INB-"), "\(word)")
            }
            let light = try await heard.get("/plannen/\(heard.plan)/inbreng?zoek=licht", as: heard.drafter).body
            #expect(light.contains("INB-0001"), "the search can find something")
            for number in ["INB-0001", "INB-0002"] {
                let page = try await heard.get("/plannen/\(heard.plan)/inbreng/\(number)", as: heard.drafter)
                #expect(page.status == 200 && Canaries.found(in: page.body) == [], "\(number)")
            }
            let whole = try await heard.get("/plannen/\(heard.plan)/inbreng/INB-0001", as: heard.handler).body
            #expect(Canaries.found(in: whole) == Canaries.all, "who handles it reads it whole")
        }
    }

    /// Mail names somebody to themselves alone, and no subject holds what they wrote.
    @Test func mailNamesNobodyToAnother() async throws {
        try await Canaries.with { canaries in
            let mails = try await canaries.heard.store.outbox(nil, before: nil, limit: 200)
            #expect(mails.contains { $0.to.rawValue == Canaries.mail })
            for mail in mails {
                #expect(Canaries.found(in: mail.subject) == [])
                guard mail.to.rawValue != Canaries.mail else { continue }
                #expect(Canaries.found(in: "\(mail.name) \(mail.text ?? "") \(mail.calendar ?? "")") == [])
            }
        }
    }

    /// Once all of it was erased, who may read everything reads nothing of it either, and the register still verifies.
    @Test func onceErasedNobodyAtAllReadsIt() async throws {
        try await Canaries.with { canaries in
            let (heard, store) = (canaries.heard, canaries.heard.world.store)
            let desk = ErasureDesk(store, time: heard.world.clock.office)
            let contact = try #require(try await store.contacts(of: nil).first { $0.name == Canaries.name })
            var subjects: [Erasure.Subject] = [.contact(contact.id)]
            subjects += try await store.inputs(of: heard.plan).map { .input($0.number, heard.plan) }
            for subject in subjects {
                try await desk.erase(subject, on: .request, acceptingUnanswered: true, by: .keeper)
            }
            for document in try await store.intakeDocuments(of: heard.plan) where !document.text.isEmpty {
                let subject =
                    document.correspondent.map { Erasure.Subject.correspondent($0, heard.plan) }
                    ?? .document(document.id, heard.plan)
                try await desk.erase(subject, on: .request, by: .keeper)
            }
            for writer in try await store.correspondents(of: heard.plan) {
                try await desk.erase(.correspondent(writer.id, heard.plan), on: .request, by: .keeper)
            }
            for page in ["/inbreng", "/inbreng/INB-0001", "/inbreng/INB-0002", "/inname", "/rondes"] {
                let answer = try await heard.get("/plannen/\(heard.plan)\(page)", as: heard.handler)
                #expect(answer.status == 200 && Canaries.found(in: answer.body) == [], "\(page)")
            }
            let file = try await PersonalFileDesk(store, time: heard.world.clock.office)
                .file(of: try #require(MailAddress(Canaries.mail)), for: .keeper)
            #expect(file.isEmpty)
            #expect(try await heard.world.office.verifyRegister(of: heard.plan).finding == nil)
        }
    }
}
