import PlanDomain
import Testing

@testable import Documents

@Suite struct ProvenanceTests {
    private func origin(of document: DocumentCatalogue, _ builder: DossierBuilder) throws -> Provenance {
        let dossier = try builder.dossier()
        return switch document {
        case .nota: try NotaContent(dossier, gaps: .refuse).provenance
        case .councilNotice: try CouncilNoticeContent(dossier, gaps: .refuse).provenance
        case .plan: AnnotatedPlanContent(dossier).provenance
        }
    }

    @Test func anOrganisationCountsOnlyWhereItIsPrinted() throws {
        let before = try SamplePlan.eventful()
        var after = before
        after.organisations.append(Organisation(name: "Fietsersbond"))
        #expect(try origin(of: .plan, before).storeDigest != origin(of: .plan, after).storeDigest)
        #expect(try origin(of: .nota, before).storeDigest == origin(of: .nota, after).storeDigest)
        #expect(try origin(of: .councilNotice, before).storeDigest == origin(of: .councilNotice, after).storeDigest)
    }

    @Test func aReasonThatIsWithheldChangesTheDigestOfWhatShowedIt() throws {
        var shown = try SamplePlan.started()
        var withheld = shown
        shown.act(.gateOverridden(stage: "draft", condition: "x"), on: "2025-02-01", reason: .text("Haast."))
        withheld.act(.gateOverridden(stage: "draft", condition: "x"), on: "2025-02-01", reason: .withheld)
        #expect(try origin(of: .nota, shown).storeDigest != origin(of: .nota, withheld).storeDigest)
        #expect(try origin(of: .plan, shown).storeDigest != origin(of: .plan, withheld).storeDigest)
    }

    @Test func aRemarkWithAParaafIsNoPartOfTheNota() throws {
        let builder = try SamplePlan.eventful()
        #expect(!(try builder.dossier().html(.nota).contains("Let op de planning")))
        #expect(try builder.dossier().html(.plan).contains("Let op de planning"))
    }

    @Test func theHouseStyleHasADigestOfItsOwn() throws {
        let before = try SamplePlan.started()
        var after = before
        after.houseStyle.fieldDates = .written
        #expect(try origin(of: .nota, before).houseStyleDigest != origin(of: .nota, after).houseStyleDigest)
        #expect(try origin(of: .nota, before).storeDigest == origin(of: .nota, after).storeDigest)
    }

    @Test func canonicalJSONHasOneSpelling() {
        let json = CanonicalJSON.object([
            "b": .array([.number(-1), .null]), "a": .string("\"\\\n\u{01}é\u{2028}/"), "\u{20AC}": .string(""),
        ])
        #expect(json.text == #"{"a":"\"\\\n\u0001é"# + "\u{2028}" + #"/","b":[-1,null],"€":""}"#)
    }

    @Test func theDigestOfAKnownTextIsTheKnownOne() {
        #expect(
            CanonicalJSON.object([:]).digest == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    }
}
