import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The signer's page, alone and for several plans.
@Suite("Signing off")
struct SignOffPageTests {
    private static let step = "paraaf/finance-advice"

    @Test func signerReadsTheTextAndGivesAParaafOnIt() async throws {
        try await Office.with { office in
            let target = "\(office.path)/\(Self.step)"
            let page = try await office.site.get(target, as: office.adviser)
            #expect(
                page.body.contains("De wijk vraagt om toezicht.") && page.body.contains("Het plan vast te stellen."))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            try Golden.compare(Office.stable(page.body), with: "paraaf.html")
            let answer = try await office.send(
                target, [("oordeel", "akkoord-met-opmerking"), ("opmerking", "Let op het geld")], as: office.adviser)
            #expect(answer.status == 303)
            #expect(
                try await office.acts().last?.payload
                    == .signedOff(step: "finance-advice", verdict: .agreedWithRemark))
        }
    }

    @Test func remarksThatAVerdictNeedsAreAskedFor() async throws {
        try await Office.with { office in
            let count = try await office.acts().count
            for verdict in ["akkoord-met-opmerking", "niet-akkoord"] {
                let answer = try await office.send(
                    "\(office.path)/\(Self.step)", [("oordeel", verdict), ("opmerking", " ")], as: office.adviser)
                #expect(answer.status == 422 && answer.body.contains("href=\"#veld-opmerking\""), "\(verdict)")
                #expect(answer.body.contains("De wijk vraagt om toezicht."), "the text stays in sight")
            }
            #expect(try await office.acts().count == count)
        }
    }

    @Test func afterAChangeOfSubstanceOnlyTheDifferenceIsRead() async throws {
        try await Office.with { office in
            let target = "\(office.path)/\(Self.step)"
            _ = try await office.send(target, [("oordeel", "akkoord")], as: office.adviser)
            try await office.world.save(in: office.plan, summary: "Bedrag aangepast") {
                $0 = $0.with("doel", body: "Het doel is een wijk met 4 agenten.\nDe gemeente werkt niet alleen.\n")
                $0.metadata.nota.decisionPoints.append("Een krediet te verlenen.")
            }
            let page = try await office.site.get(target, as: office.adviser)
            #expect(page.body.contains("Daarna is de inhoud 1 keer veranderd."))
            #expect(page.body.contains("Bedrag aangepast") && page.body.contains("<ins>"))
            #expect(!page.body.contains("De wijk vraagt om toezicht."), "what did not change is left out")
            #expect(MarkupCheck(page.body).faults == [])
            try Golden.compare(Office.stable(page.body), with: "paraaf-gewijzigd.html")
            let whole = try await office.site.get(target + "?weergave=alles", as: office.adviser)
            #expect(whole.body.contains("De wijk vraagt om toezicht.") && !whole.body.contains("<ins>"))
        }
    }

    @Test func whoChangedTheTextIsToldThatAnotherSigns() async throws {
        try await Office.with { office in
            let person = try #require(office.adviser.account)
            let pseudonym = try await office.world.store.pseudonym(of: person.id, in: office.plan)
            let author = Author(function: "Adviseur financiën", role: .drafter, pseudonym: pseudonym)
            try await office.world.save(in: office.plan, by: author) { $0 = $0.with("doel", body: "Anders.\n") }
            let page = try await office.site.get("\(office.path)/\(Self.step)", as: office.adviser)
            #expect(page.body.contains("iemand anders geeft deze paraaf"))
            #expect(!page.body.contains("name=\"oordeel\""), "there is no form")
            let values = [("oordeel", "akkoord"), ("tekst", try await office.text())]
            let participant = try await office.world.participant(person.id)
            let capacity = try #require(participant.capacities(in: office.plan).first)
            let answer = try await office.site.post(
                "\(office.path)/\(Self.step)", values + [("functie", capacity.formValue)], as: office.adviser)
            #expect(answer.status == 403 && answer.body.contains("iemand anders geeft deze paraaf"))
        }
    }

    @Test func adviserWhoWasAskedReadsTheQuestion() async throws {
        try await Office.with { office in
            _ = try await office.send(
                "\(office.path)/poort/advies",
                [("gevraagd", "Adviseur financiën"), ("vraag", "Past dit in de begroting?")],
                as: office.secretary)
            let target = "\(office.path)/paraaf/asked%3A2"
            let page = try await office.site.get(target, as: office.adviser)
            #expect(page.status == 200 && page.body.contains("Past dit in de begroting?"))
            #expect(try await office.send(target, [("oordeel", "geen-bezwaar")], as: office.adviser).status == 303)
        }
    }

    @Test func deputyIsNotToldThatTheySignedWhatTheMayorSigned() async throws {
        try await Office.with { office in
            try await office.world.bringToBoard(office.plan)
            let (store, today) = (office.world.store, office.world.clock.today)
            let mayor = try #require(office.holder.account)
            try await store.save(
                Substitution(
                    id: SubstitutionID("v1")!,
                    appointment: try #require(try await store.appointments(of: mayor.id).first).id,
                    deputy: try #require(office.stranger.account).id,
                    period: try Period(from: today, until: today), ground: "Mandaat 2023"))
            let address = "\(office.path)/paraaf/portfolio-holder"
            func reads(_ reader: Reader) async throws -> String? {
                let page = try await office.site.get(address, as: reader).body
                return page.firstMatch(of: /<p class="narrow">([^:]*):/).map { String($0.1) }
            }
            #expect(try await office.send(address, [("oordeel", "akkoord")], as: office.holder).status == 303)
            #expect(try await reads(office.holder) == "U gaf uw paraaf op 5 juni 2023")
            #expect(try await reads(office.stranger) == "De paraaf van Burgemeester is gegeven op 5 juni 2023")
            #expect(try await office.send(address, [("oordeel", "akkoord")], as: office.stranger).status == 303)
            #expect(try await reads(office.stranger) == "U gaf namens Burgemeester de paraaf op 5 juni 2023")
            let deputy = Cast.secretary.function
            #expect(try await reads(office.holder) == "Namens u gaf \(deputy) de paraaf op 5 juni 2023")
        }
    }

    // MARK: Several at once

    @Test(arguments: [(-3, 0, true), (0, 3, true), (-3, -1, false), (1, 3, false)])
    func deputyIsOfferedTheParaafWithinTheirPeriodAlone(from: Int, until: Int, isOffered: Bool) async throws {
        try await Office.with { office in
            try await office.world.bringToBoard(office.plan)
            let (store, today) = (office.world.store, office.world.clock.today)
            let mayor = try #require(office.holder.account)
            let appointment = try #require(try await store.appointments(of: mayor.id).first)
            try await store.save(
                Substitution(
                    id: SubstitutionID("v1")!, appointment: appointment.id,
                    deputy: try #require(office.stranger.account).id,
                    period: try Period(from: today.adding(days: from), until: today.adding(days: until)),
                    ground: "Mandaat 2023"))
            let address = "\(office.path)/paraaf/portfolio-holder"
            let work = try await office.site.get("/mijn-werk", as: office.stranger)
            #expect(work.body.contains(address) == isOffered)
            let page = try await office.site.get(address, as: office.stranger)
            #expect(page.status == (isOffered ? 200 : 404))
            guard isOffered else { return }
            #expect(page.body.contains("namens Burgemeester (Mandaat 2023)"))
            let answer = try await office.send(address, [("oordeel", "akkoord")], as: office.stranger)
            #expect(answer.status == 303)
            let act = try #require(try await office.acts().last)
            #expect(act.onBehalfOf == .init(function: "Burgemeester", ground: "Mandaat 2023"))
        }
    }

    @Test func severalParafenAreGivenAtOnceAndEachIsAnswered() async throws {
        try await Office.with { office in
            let second = try await office.world.startPlan(.sample(title: "Plan B"))
            let page = try await office.site.get("/paraferen", as: office.adviser)
            let boxes = page.body.matches(of: /name="parafen" type="checkbox" value="([^"]*)"/).map { String($0.1) }
            #expect(boxes.count == 2 && MarkupCheck(page.body).faults == [])
            try await office.world.save(in: second) { $0 = $0.with("doel", body: "Anders.\n") }
            let values =
                Office.hidden(in: page.body) + [("oordeel", "akkoord")] + boxes.map { ("parafen", $0) }
            let answer = try await office.site.post("/paraferen", values, as: office.adviser)
            #expect(answer.status == 409)
            #expect(answer.body.contains("De paraaf is gegeven.") && answer.body.contains("intussen veranderd"))
            #expect(MarkupCheck(answer.body).faults == [])
            #expect(try await office.acts().count == 2)
            #expect(try await office.world.store.acts(of: second).count == 1)
            _ = try await office.site.post("/paraferen", values, as: office.adviser)
            #expect(try await office.acts().count == 2, "twice is once")
        }
    }

    @Test func wrongBoxesAndVerdictsAreRefused() async throws {
        try await Office.with { office in
            let page = try await office.site.get("/paraferen", as: office.adviser)
            let box = try #require(page.body.firstMatch(of: /value="([a-z0-9-]+\/[^"]*)"/)).1
            for values in [
                [], [("oordeel", "akkoord")], [("parafen", String(box))],
                [("oordeel", "niet-akkoord"), ("parafen", String(box))],
                [("oordeel", "akkoord"), ("parafen", "onzin")],
                [
                    ("oordeel", "akkoord"),
                    ("parafen", String(box.replacing(/\/[0-9a-f]{16}\//, with: "/0000000000000000/"))),
                ],
            ] {
                let answer = try await office.site.post("/paraferen", values, as: office.adviser)
                #expect(answer.status == 422, "\(values)")
            }
            let other = try await office.site.post(
                "/paraferen", [("oordeel", "akkoord"), ("parafen", String(box))], as: office.stranger)
            #expect(other.status == 422)
            #expect(try await office.acts().count == 1)
        }
    }
}
