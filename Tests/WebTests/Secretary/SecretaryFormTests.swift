import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Every form of the desk, sent in every wrong way: a clear answer, and nothing that changed.
@Suite("Forms of the desk sent in wrong ways")
struct SecretaryFormTests {
    /// A form with answers that would do.
    struct Sample {
        let address: String
        let typed: [(String, String)]
        /// A field that takes text, to fill with too much of it.
        var text: String? = "reden"
        var isSignOff = false
    }

    private static let samples = [
        Sample(address: "poort/terugsturen?fase=decide", typed: [("secties", "doel"), ("reden", "Te vaag")]),
        Sample(address: "poort/aanhouden", typed: [("reden", "Reces")]),
        Sample(
            address: "poort/opzijzetten?fase=decide&voorwaarde=sign-offs-current",
            typed: [("reden", "Ziek"), ("gecontroleerd", "ja")]),
        Sample(address: "poort/advies", typed: [("gevraagd", "Adviseur financiën")], text: "vraag"),
        Sample(
            address: "paraaf/portfolio-holder", typed: [("oordeel", "akkoord"), ("opmerking", "Goed")],
            text: "opmerking", isSignOff: true),
        Sample(
            address: "besluiten/agenderen", typed: [("vergadering", "v1"), ("soort", "hamerstuk")],
            text: "toelichting"),
        Sample(
            address: "besluiten/openbaarheid", typed: [("keuze", "niet-openbaar"), ("grond", "5.1 lid 2")],
            text: "grond"),
    ]

    private static func with(_ body: @Sendable @escaping (Office) async throws -> Void) async throws {
        try await Office.with { office in
            try await office.world.bringToBoard(office.plan)
            try await office.world.store.save(
                Meeting(
                    id: MeetingID("v1")!, body: .college, day: office.world.clock.today.adding(days: 7)))
            try await body(office)
        }
    }

    private static func reader(of sample: Sample, _ office: Office) -> Reader {
        sample.isSignOff ? office.holder : office.secretary
    }

    @Test func emptyOverlongAndWrongAnswersChangeNothing() async throws {
        try await Self.with { office in
            let before = try await office.acts()
            for sample in Self.samples {
                let (target, reader) = ("\(office.path)/\(sample.address)", Self.reader(of: sample, office))
                let path = Office.path(of: target)
                let sound = try await office.fill(target, sample.typed, as: reader)
                let hidden = try await office.fill(target, [], as: reader)
                var wrong = [("empty", hidden)]
                if let text = sample.text {
                    wrong.append(("overlong", sound.with(text, String(repeating: "a", count: 5_001))))
                    wrong.append(("twice", sound.with(text, "een") + [(text, "twee")]))
                }
                wrong.append(("another's function", sound.with("functie", "0123456789abcdef")))
                for (name, values) in wrong {
                    let answer = try await office.site.post(path, values, as: reader)
                    #expect(answer.status == 422, "\(sample.address) \(name)")
                    #expect(answer.body.contains("Er is iets niet goed ingevuld"), "\(sample.address) \(name)")
                    #expect(MarkupCheck(answer.body).faults == [], "\(sample.address) \(name)")
                }
                let noText = try await office.site.post(path, sound.filter { $0.0 != "tekst" }, as: reader)
                let oddText = try await office.site.post(
                    path, sound.with("tekst", String(repeating: "a", count: 40)), as: reader)
                #expect(noText.status == 400 && oddText.status == 400, "\(sample.address)")
            }
            #expect(try await office.acts() == before)
        }
    }

    @Test func othersAndFormsWithoutTheirTokenGetNowhere() async throws {
        try await Self.with { office in
            let before = try await office.acts()
            for sample in Self.samples {
                let (target, reader) = ("\(office.path)/\(sample.address)", Self.reader(of: sample, office))
                let path = Office.path(of: target)
                let sound = try await office.fill(target, sample.typed, as: reader)
                #expect(try await office.site.post(path, sound, as: office.stranger).status == 404, "\(sample.address)")
                #expect(try await office.site.post(path, sound, as: office.drafter).status == 403, "\(sample.address)")
                let bare = try await office.site.send(
                    "POST", path, headers: ["Origin": "http://127.0.0.1:\(office.site.port)"], body: "reden=x",
                    as: reader)
                #expect(bare.status == 403, "\(sample.address)")
            }
            let elsewhere = try await office.fill(
                "\(office.path)/poort/terugsturen?fase=decide", [("secties", "van-een-ander"), ("reden", "Zo")],
                as: office.secretary)
            let answer = try await office.site.post(
                "\(office.path)/poort/terugsturen", elsewhere, as: office.secretary)
            #expect(answer.status == 422)
            #expect(try await office.acts() == before)
        }
    }

    @Test func sentTwiceItIsRecordedOnce() async throws {
        for sample in Self.samples {
            try await Self.with { office in
                let (target, reader) = ("\(office.path)/\(sample.address)", Self.reader(of: sample, office))
                let values = try await office.fill(target, sample.typed, as: reader)
                let count = try await office.acts().count
                async let first = office.site.post(Office.path(of: target), values, as: reader)
                async let second = office.site.post(Office.path(of: target), values, as: reader)
                let third = try await (first, second)
                #expect(third.0.status == 303 && third.1.status == 303, "\(sample.address)")
                let late = try await office.site.post(Office.path(of: target), values, as: reader)
                #expect(late.status == 303, "\(sample.address)")
                #expect(try await office.acts().count == count + 1, "\(sample.address)")
            }
        }
    }

    /// A form that stood open while somebody saved says what changed, and goes out again for the new text.
    @Test func whatWasWrittenMeanwhileIsShownBeforeAnythingIsRecorded() async throws {
        try await Office.with { office in
            let target = "\(office.path)/poort/aanhouden"
            let values = try await office.fill(target, [("reden", "Zomerreces")], as: office.secretary)
            let old = try await office.text()
            try await office.world.save(in: office.plan) { $0 = $0.with("doel", body: "Een heel ander doel.\n") }
            let count = try await office.acts().count
            let answer = try await office.site.post(target, values, as: office.secretary)
            #expect(answer.status == 409)
            #expect(answer.body.contains("De tekst is intussen veranderd"))
            #expect(answer.body.contains("/secties/doel/vergelijking?van=\(old)&amp;tot=\(try await office.text())"))
            #expect(answer.body.contains("Zomerreces</textarea>"), "nothing typed is lost")
            #expect(MarkupCheck(answer.body).faults == [])
            #expect(try await office.acts().count == count)
            let again = Office.hidden(in: answer.body) + [("reden", "Zomerreces")]
            #expect(try await office.site.post(target, again, as: office.secretary).status == 303)
            #expect(try await office.acts().last?.payload == .held)
        }
    }

    @Test func unknownActionsStagesAndStepsAreNotThere() async throws {
        try await Self.with { office in
            for address in [
                "poort/opheffen", "poort/verder", "poort/verder?fase=nergens", "poort/verder?fase=adopted",
                "poort/opzijzetten?fase=decide&voorwaarde=nergens", "poort/overslaan?stap=nergens",
                "paraaf/nergens", "paraaf/decision", "besluiten/nergens", "besluiten/voorwaarde?voorwaarde=x",
                "besluiten/besluit?orgaan=raad",
            ] {
                let reader = address.hasPrefix("paraaf") ? office.holder : office.secretary
                let answer = try await office.site.get("\(office.path)/\(address)", as: reader)
                #expect(answer.status == 404, "\(address)")
            }
        }
    }
}
