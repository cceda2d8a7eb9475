import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Sessions by the pages of the site: planned, held, reported on by several, approved by another, made into inputs.
@Suite("Sessions at which people are heard")
struct SittingPageTests {
    private struct Hall: Sendable {
        let heard: HeardSite
        let round: RoundID
        var base: String { "/plannen/\(heard.plan)/sessies" }

        func plan(isClosed: Bool = false, day: [(String, String)] = ValidPost.date("dag", "5", "6", "2023"))
            async throws
            -> String
        {
            let closed = isClosed ? [("besloten", "ja")] : []
            let answer = try await heard.post(
                base + "/nieuw",
                [
                    ("ronde", round.rawValue), ("soort", "partners"), ("titel", "Kanarie-avond"), ("tijd", "19:30"),
                    ("plaats", "Kanarie-zaal"), ("organisaties", "Politie Oost"),
                ] + closed + day, as: heard.handler)
            try #require(answer.status == 303, "\(answer.body)")
            return try #require(answer.headers["location"])
        }

        func report(isClosed: Bool = false) async throws -> String {
            let place = try await plan(isClosed: isClosed)
            let held = try await heard.post(
                place + "/gehouden", [("aanwezig", "Politie Oost"), ("anderen", "Wijkraad")], as: heard.handler)
            try #require(held.status == 303, "\(held.body)")
            let written = try await heard.post(
                place + "/verslag", [("verslag", "Kanarie-verslag"), ("versie", "0")], as: heard.handler)
            try #require(written.status == 303, "\(written.body)")
            return place
        }
    }

    private static func withHall(_ body: @Sendable @escaping (Hall) async throws -> Void) async throws {
        try await HeardSite.with(opened: false) { heard in
            let official = try await HeardSite.participant(heard.handler, in: heard.world)
            let desk = ConsultationDesk(heard.world.office, store: heard.store)
            var preparation = try HeardSite.preparation
            preparation.channels = [.form, .session]
            let round = try await desk.prepare(preparation, in: heard.plan, by: official)
            let text = try await heard.world.office.heads(of: heard.plan).text
            try await desk.open(round.id, of: heard.plan, shown: text, requestID: "hal", by: official)
            try await body(Hall(heard: heard, round: round.id))
        }
    }

    @Test func anInvitationBringsAFileForTheDiaryThatLaterOnesChange() async throws {
        try await Self.withHall { hall in
            let place = try await hall.plan(day: ValidPost.date("dag", "12", "6", "2023"))
            let cancelled = try await hall.heard.post(place + "/afzeggen", [("versie", "1")], as: hall.heard.handler)
            #expect(cancelled.status == 303)
            let mail = try await hall.heard.store.outbox(nil, before: nil, limit: 20)
            #expect(mail.count == 4, "two contacts of the police, told twice")
            #expect(mail.contains { $0.subject.hasPrefix("Uitnodiging: Kanarie-avond") })
            #expect(mail.contains { $0.subject.hasPrefix("Gaat niet door: Kanarie-avond") })
            #expect(mail.allSatisfy { $0.calendar?.contains("BEGIN:VEVENT") == true })
            #expect(mail.contains { $0.calendar?.contains("STATUS:CANCELLED") == true })
        }
    }

    @Test func theMailAboutAClosedSessionSaysNothingOfWhatItIsAbout() async throws {
        try await Self.withHall { hall in
            _ = try await hall.plan(isClosed: true)
            let mail = try await hall.heard.store.outbox(nil, before: nil, limit: 20)
            #expect(!mail.isEmpty)
            #expect(mail.allSatisfy { !"\($0.subject)\($0.text ?? "")\($0.calendar ?? "")".contains("Kanarie-avond") })
        }
    }

    @Test func whoWritesOverSomebodyElsesReportSeesBothAndLosesNothing() async throws {
        try await Self.withHall { hall in
            let place = try await hall.report()
            let answer = try await hall.heard.post(
                place + "/verslag", [("verslag", "Mijn eigen tekst"), ("versie", "0")], as: hall.heard.editor)
            #expect(answer.status == 409)
            #expect(answer.body.contains("Kanarie-verslag") && answer.body.contains("Mijn eigen tekst"))
            let version = answer.body.matches(of: /name="versie" value="([0-9]+)"/).map { String($0.1) }
            #expect(version.contains("1"), "sent again it is taken")
        }
    }

    @Test func anApprovedReportGivesInputsAndItsWriterDoesNotApproveIt() async throws {
        try await Self.withHall { hall in
            let heard = hall.heard
            let place = try await hall.report()
            #expect(try await heard.post(place + "/goedkeuren", [("versie", "1")], as: heard.handler).status == 403)
            #expect(!(try await heard.get(place, as: heard.handler)).body.contains("/goedkeuren"))
            #expect((try await heard.get(place, as: heard.editor)).body.contains("/goedkeuren"))
            #expect(try await heard.post(place + "/goedkeuren", [("versie", "1")], as: heard.editor).status == 303)
            let statement = [("wie", "Wijkraad"), ("tekst", "Meer licht"), ("soort", "remark"), ("sectie", "doel")]
            #expect(try await heard.post(place + "/inbreng", statement, as: heard.handler).status == 303)
            let page = try await heard.get(place, as: heard.handler).body
            #expect(page.contains("INB-0001") && page.contains("Meer licht"))
        }
    }

    @Test func aClosedSessionLeavesNothingOutsideTheHouse() async throws {
        try await Self.withHall { hall in
            let heard = hall.heard
            let place = try await hall.report(isClosed: true)
            _ = try await heard.post(place + "/goedkeuren", [("versie", "1")], as: heard.editor)
            let said = [
                ("wie", "Politie Oost"), ("tekst", "Kanarie-uitspraak"), ("soort", "remark"), ("sectie", "doel"),
            ]
            #expect(try await heard.post(place + "/inbreng", said, as: heard.handler).status == 303)
            let plan = "/plannen/\(heard.plan)"
            let targets = [
                hall.base, place, plan, plan + "/inbreng", plan + "/inbreng/INB-0001", plan + "/meedoen",
                plan + "/meedoen/inbreng/INB-0001", plan + "/lezen", plan + "/totstandkoming", plan + "/handelingen",
                "/mijn-werk", "/",
            ]
            for reader in [
                heard.police, heard.colleague, heard.fireBrigade, heard.councillor, heard.outsider, .visitor,
            ] {
                for target in targets {
                    #expect(!(try await heard.get(target, as: reader)).body.contains("Kanarie"), "\(target)")
                }
            }
            let acts = try await heard.get(plan + "/handelingen", as: heard.drafter).body
            #expect(acts.contains("Besloten bijeenkomst") && !acts.contains("Kanarie"))
            #expect((try await heard.get(place, as: heard.drafter)).body.contains("Kanarie-verslag"))
        }
    }
}
