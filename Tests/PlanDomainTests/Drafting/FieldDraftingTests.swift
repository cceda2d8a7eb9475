import PlanDomain
import Prose
import TestSupport
import Testing
import Workflow

/// The fields of the nota are drafted, merged and saved as texts are, field by field.
@Suite struct FieldDraftingTests {
    private func fields(_ change: (inout PlanFields) -> Void) -> String {
        var fields = PlanFields(of: .sample())
        change(&fields)
        return fields.encoded
    }

    @Test func fieldsComeBackAsTheyWereWritten() async throws {
        let world = try await DeskWorld()
        let text = fields {
            $0.texts[.title] = " Plan  Veilig "
            $0.texts[.number] = "2024-17"
            $0.texts[.date] = "2024-06-12"
            $0.texts[.meeting] = "B-en-W 12-06-2024"
            $0.texts[.attachments] = "Plan\n\n Begroting \n"
            $0.texts[.decisionPoints] = "Het plan vast te stellen\nmet bijlage.\n \nDe raad te informeren.\n"
            $0.texts[.councilPoints] = "Het plan vast te stellen.\n\n\nHet krediet te verlenen."
            $0.texts[.disclosure] = Disclosure.Choice.openAfterCondition.rawValue
            $0.texts[.disclosureCondition] = "nadat de bijlage is toegevoegd"
            $0.texts[.planning("council-meeting")] = "2024-07-03"
        }
        _ = try await world.desk.save(try await world.work(text, of: .fields), by: world.noor)
        let metadata = try await world.world.text(of: world.plan).metadata
        #expect(metadata.title == "Plan Veilig")
        #expect(metadata.number == "2024-17")
        #expect(metadata.nota.date == CalendarDate(iso8601: "2024-06-12"))
        #expect(metadata.nota.attachments == ["Plan", "Begroting"])
        #expect(metadata.nota.decisionPoints == ["Het plan vast te stellen\nmet bijlage.", "De raad te informeren."])
        #expect(metadata.decisionPoints(for: .raad) == ["Het plan vast te stellen.", "Het krediet te verlenen."])
        #expect(metadata.decisionPoints(for: .college) == metadata.nota.decisionPoints)
        #expect(metadata.nota.disclosure?.condition == "nadat de bijlage is toegevoegd")
        #expect(metadata.planning == ["council-meeting": CalendarDate(iso8601: "2024-07-03")].compactMapValues { $0 })
        #expect(metadata.municipality == "Gemeente Voorbeeld")
    }

    @Test func twoFieldsOfTwoPeopleComeTogether() async throws {
        let world = try await DeskWorld()
        let mine = try await world.work(fields { $0.texts[.number] = "2024-17" }, of: .fields)
        let theirs = try await world.work(fields { $0.texts[.team] = "Veiligheid" }, of: .fields)
        _ = try await world.desk.save(theirs, by: world.bas)
        #expect(try await world.desk.save(mine, by: world.noor).incoming == ["Veiligheid\n"])
        let metadata = try await world.world.text(of: world.plan).metadata
        #expect(metadata.number == "2024-17")
        #expect(metadata.team == "Veiligheid")
    }

    @Test func oneFieldOfTwoPeopleIsAChoice() async throws {
        let world = try await DeskWorld()
        let mine = try await world.work(fields { $0.texts[.team] = "Zorg" }, of: .fields)
        let theirs = try await world.work(fields { $0.texts[.team] = "Veiligheid" }, of: .fields)
        _ = try await world.desk.save(theirs, by: world.bas)
        let conflict = try #require(try await world.desk.save(mine, by: world.noor).conflict)
        #expect(conflict.conflicts.map(\.field) == [.team])
        #expect(conflict.pieces.contains { $0.field == .title })
        _ = try await world.desk.resolve(mine, with: conflict.theirs, [.own("Zorg en veiligheid")], by: world.noor)
        #expect(try await world.world.text(of: world.plan).metadata.team == "Zorg en veiligheid")
    }

    @Test func aFieldThatIsWrongIsNamedAndKept() async throws {
        let world = try await DeskWorld()
        let wrong = fields {
            $0.texts[.date] = "12 juni"
            $0.texts[.title] = " "
            $0.texts[.disclosure] = "misschien"
        }
        let faults = try PlanFields(encoded: wrong).faults
        #expect(Set(faults.keys) == [.date, .title, .disclosure])
        let error = try await refusal {
            try await world.desk.save(try await world.work(wrong, of: .fields), by: world.noor)
        }
        #expect(error?.reason.key == "field.wrong")
        #expect(try await world.drafts(of: world.noor) == [wrong])
    }

    @Test func whatStaysClosedPartByPartIsLeftAlone() async throws {
        var text = PlanText.sample()
        let parts = [ClosedPart(.section("doel"), ground: "5.1")]
        text.metadata.nota.disclosure = Disclosure(.openInPart, closedParts: parts)
        let world = try await DeskWorld(text)
        var fields = PlanFields(of: text)
        fields.texts[.disclosureWording] = "Deels openbaar."
        _ = try await world.desk.save(try await world.work(fields.encoded, of: .fields), by: world.noor)
        let saved = try await world.world.text(of: world.plan).metadata.nota.disclosure
        #expect(saved == Disclosure(.openInPart, wording: "Deels openbaar.", closedParts: parts))
    }

    @Test func aTextThatIsNoFieldsIsRefused() async throws {
        let world = try await DeskWorld()
        for text in ["", "[]", "{\"title\": 3}", "Zomaar."] {
            let error = try await refusal {
                try await world.desk.save(try await world.work(text, of: .fields), by: world.noor)
            }
            #expect(error?.reason.key == "draft.fields-unreadable")
        }
    }
}
