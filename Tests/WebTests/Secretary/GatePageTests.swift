import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What is done at a gate, by whom, on which text.
@Suite("The gate page")
struct GatePageTests {
    @Test func gateTellsWhatIsMissingAndWhoMayDoSomethingAboutIt() async throws {
        try await Office.with { office in
            let page = try await office.site.get("\(office.path)/poort", as: office.secretary)
            #expect(page.status == 200)
            #expect(page.body.contains("Ontbreekt") && page.body.contains("In orde"))
            #expect(page.body.contains("/poort/opzijzetten?fase=draft&amp;voorwaarde=advice-given"))
            #expect(page.body.contains("Wacht sinds 5 juni 2023."))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            try Golden.compare(Office.stable(page.body), with: "poort.html")
            let drafters = try await office.site.get("\(office.path)/poort", as: office.drafter)
            #expect(drafters.status == 200 && !drafters.body.contains("/poort/"))
        }
    }

    @Test func sectionsGoOnAndComeBackWithAReason() async throws {
        try await Office.with { office in
            try await office.world.record(
                .signedOff(step: "finance-advice", verdict: .agreed), in: office.plan, by: Cast.adviser)
            let on = try await office.send("\(office.path)/poort/verder?fase=draft", [], as: office.secretary)
            #expect(on.status == 303)
            #expect(try await office.acts().last?.payload == .stageMoved(from: "draft", to: "decide"))
            let back = try await office.send(
                "\(office.path)/poort/terugsturen?fase=decide", [("secties", "doel"), ("reden", "Te vaag")],
                as: office.secretary)
            #expect(back.status == 303)
            let act = try #require(try await office.acts().last)
            #expect(act.payload == .sentBack(from: "decide", to: "draft") && act.sections == [.named("doel")])
            #expect(act.author.function == "Gemeentesecretaris")
            #expect(try await office.world.store.reasons(for: [try #require(act.reasonHash)]).count == 1)
        }
    }

    @Test func conditionIsSetAsideAfterALastLook() async throws {
        try await Office.with { office in
            let address = "\(office.path)/poort/opzijzetten?fase=draft&voorwaarde=advice-given"
            let count = try await office.acts().count
            let check = try await office.send(address, [("reden", "De adviseur is ziek")], as: office.secretary)
            #expect(check.status == 200 && check.body.contains("Stap 2 van 2"))
            #expect(check.body.contains("De adviseur is ziek") && check.body.contains("class=\"grave\""))
            #expect(MarkupCheck(check.body).faults == [])
            #expect(try await office.acts().count == count)
            let values = Office.hidden(in: check.body)
            let again = try await office.site.post(
                Office.path(of: address), values + [("wijzig", "ja")], as: office.secretary)
            #expect(again.status == 200 && again.body.contains("De adviseur is ziek</textarea>"))
            #expect(try await office.acts().count == count)
            let done = try await office.site.post(Office.path(of: address), values, as: office.secretary)
            #expect(done.status == 303)
            #expect(
                try await office.acts().last?.payload == .gateOverridden(stage: "draft", condition: "advice-given"))
            let page = try await office.site.get("\(office.path)/poort", as: office.secretary)
            #expect(page.body.contains("Opzijgezet door Gemeentesecretaris op 5 juni 2023"))
        }
    }

    @Test func planIsHeldAndGoesOnAndAnAdviserIsAskedAndPassedOver() async throws {
        try await Office.with { office in
            let steps: [(String, [(String, String)], ActKind)] = [
                ("aanhouden", [("reden", "Zomerreces")], .held), ("hervatten", [], .resumed),
                ("advies", [("gevraagd", "Adviseur financiën"), ("vraag", "Mag dit?")], .adviserAsked),
                ("overslaan?stap=asked:4", [("reden", "Niet meer nodig")], .stepSkipped),
            ]
            for (action, typed, kind) in steps {
                let answer = try await office.send("\(office.path)/poort/\(action)", typed, as: office.secretary)
                #expect(answer.status == 303, "\(action)")
                #expect(try await office.acts().last?.payload.kind == kind, "\(action)")
            }
        }
    }

    @Test func whoReplacesAnotherChoosesInWhichFunction() async throws {
        try await Office.with { office in
            let world = office.world
            let person = try #require(office.drafter.account)
            let sien = try #require(office.secretary.account)
            let appointment = try #require(try await world.store.appointments(of: sien.id).first)
            try await world.store.save(
                Appointment(
                    id: AppointmentID("dirk-extra")!, person: person.id, role: .editor, function: "Projectleider"))
            try await world.store.save(
                Substitution(
                    id: SubstitutionID("v1")!, appointment: appointment.id, deputy: person.id,
                    period: try Period(from: world.clock.today, until: world.clock.today), ground: "Mandaat 2023"))
            let address = "\(office.path)/poort/aanhouden"
            let page = try await office.site.get(address, as: office.drafter)
            #expect(page.body.contains("namens Gemeentesecretaris (Mandaat 2023)"))
            let none = try await office.send(address, [("reden", "Reces")], as: office.drafter)
            #expect(none.status == 422 && none.body.contains("In welke functie doet u dit?"))
            let participant = try await world.participant(person.id)
            let capacity = try #require(participant.capacities(in: office.plan).last)
            let done = try await office.send(
                address, [("reden", "Reces"), ("functie", capacity.formValue)], as: office.drafter)
            #expect(done.status == 303)
            let act = try #require(try await office.acts().last)
            #expect(act.onBehalfOf == .init(function: "Gemeentesecretaris", ground: "Mandaat 2023"))
        }
    }

    @Test func whatIsMissingLeadsToWhereItIsPutInOrderForWhoMayDoIt() async throws {
        try await Office.with { office in
            try await office.world.save(in: office.plan) { text in
                text.documents[0].parts[0].body = ""
                text.metadata.nota.decisionPoints = []
            }
            func links(_ reader: Reader) async throws -> [String] {
                let page = try await office.site.get("\(office.path)/poort", as: reader)
                return page.body.matches(of: /<p><a href="([^"]*)">/).map { String($0.1) }
            }
            let drafter = try await links(office.drafter)
            #expect(drafter.contains("\(office.path)/stukken") && drafter.contains("\(office.path)/gegevens"))
            let signing = "\(office.path)/paraaf/finance-advice"
            #expect(
                try await links(office.adviser).filter { $0 == signing }.count == 2, "at the condition and the step")
            let holder = Set(try await links(office.holder))
            #expect(holder.isDisjoint(with: drafter.filter { $0 != "\(office.path)/voortgang" } + [signing]))
            for link in Set(drafter) { #expect(try await office.site.get(link, as: office.drafter).status == 200) }
        }
    }

    @Test func whoeverReadsTheGateOrTheBoardLearnsWhyItStandsStill() async throws {
        try await Office.with { office in
            _ = try await office.send(
                "\(office.path)/poort/aanhouden", [("reden", "Wacht op de <begroting>")], as: office.secretary)
            for page in ["poort", "voortgang"] {
                let body = try await office.site.get("\(office.path)/\(page)", as: office.drafter).body
                #expect(body.contains("Het hele plan staat stil sinds 5 juni 2023, door Gemeentesecretaris."))
                #expect(body.contains("Reden: Wacht op de &lt;begroting&gt;"), "\(page)")
                #expect(MarkupCheck(body).faults == [])
            }
        }
    }
}
