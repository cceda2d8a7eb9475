import PlanDomain
import Testing
import Workflow

@testable import Documents

@Suite struct DocumentServiceTests {
    @Test func aPlanListsItsDocumentsInOrder() async throws {
        let dossier = try SamplePlan.started().dossier()
        let listings = try await dossier.service().documents(of: dossier.id)
        #expect(listings.map(\.name) == ["nota", "raadsmededeling", "plan"])
        #expect(
            listings.map(\.title) == [
                "Nota voor Burgemeester en Wethouders", "Raadsmededeling", "Plan met totstandkoming",
            ])
        #expect(listings.allSatisfy { $0.summary?.isEmpty == false })
    }

    @Test func aDocumentIsMadeByItsName() async throws {
        let dossier = try SamplePlan.released().dossier()
        let made = try await dossier.service().document("nota", of: dossier.id, at: .present, language: "en")
        #expect(made.title == "Nota for the board of mayor and aldermen")
        #expect(made.html == (try dossier.produced(.nota, in: .en).html))
    }

    @Test func anUnknownLanguageIsReadInDutch() async throws {
        let dossier = try SamplePlan.released().dossier()
        let made = try await dossier.service().document("plan", of: dossier.id, at: .present, language: "fy")
        #expect(made.html == (try dossier.produced(.plan).html))
    }

    @Test func anUnknownNameIsNotFound() async throws {
        let dossier = try SamplePlan.started().dossier()
        let service = try dossier.service()
        await #expect(throws: PlanError(.notFound, Reason("document.unknown", ["document": .text("begroting")]))) {
            try await service.document("begroting", of: dossier.id, at: .present, language: "nl")
        }
    }

    @Test func aDocumentThatThePlanDoesNotHaveIsNotFound() async throws {
        var builder = try SamplePlan.started()
        builder.text.documents.removeLast()
        let dossier = try builder.dossier()
        let service = try dossier.service()
        #expect(try await service.documents(of: dossier.id).map(\.name) == ["nota", "plan"])
        await #expect(throws: PlanError(.notFound, Reason("document.unknown", ["document": .text("raadsmededeling")])))
        {
            try await service.document("raadsmededeling", of: dossier.id, at: .present, language: "nl")
        }
    }

    @Test func anUnknownPlanIsNotFound() async throws {
        let service = try SamplePlan.started().dossier().service()
        let other = try #require(PlanID("elders"))
        await #expect(throws: PlanError.self) {
            try await service.document("nota", of: other, at: .present, language: "nl")
        }
    }
}
