import Foundation
import PlanDomain
import Testing

extension StoreContract {
    static let imports: [Clause] = [
        Clause("a document that is being imported is kept whole, with its images and choices") { store in
            let pending = try await pending(1, in: store, images: [image("een.png", 1), image("twee.png", nil)])
            #expect(try await store.pendingImport(pending.id, of: pending.person) == pending)
            var chosen = pending
            chosen.choices = [0: .init(.section), 3: .init(.leftOut), 12: .init(.chapter, title: "Café \"een\"")]
            try await store.choose(chosen.choices, title: nil, type: nil, in: pending.id, of: pending.person)
            #expect(try await store.pendingImport(pending.id, of: pending.person) == chosen)
            chosen.title = "Park"
            chosen.type = "Park"
            for title in ["Park", nil] {
                try await store.choose(chosen.choices, title: title, type: title, in: pending.id, of: pending.person)
                #expect(try await store.pendingImport(pending.id, of: pending.person) == chosen)
            }
        },
        Clause("imports are listed with the latest first, and swept when they are old") { store in
            let first = try await pending(1, in: store)
            let second = try await pending(2, in: store, after: 60)
            #expect(try await store.pendingImports(of: first.person) == [second, first])
            try await store.sweepImports(before: SamplePeople.moment + 30)
            #expect(try await store.pendingImports(of: first.person) == [second])
            try await store.removeImport(second.id, of: second.person)
            #expect(try await store.pendingImports(of: first.person).isEmpty)
        },
        Clause("an import is there for who took it in alone") { store in
            let pending = try await pending(1, in: store)
            let other = try SamplePeople.person(2)
            try await store.save(other)
            #expect(try await store.pendingImport(pending.id, of: other.id) == nil)
            #expect(try await store.pendingImports(of: other.id).isEmpty)
            try await store.removeImport(pending.id, of: other.id)
            let refusal = try await refusal {
                try await store.choose([:], title: "x", type: nil, in: pending.id, of: other.id)
            }
            #expect(refusal?.code == .notFound)
            #expect(try await store.pendingImport(pending.id, of: pending.person) == pending)
        },
    ]

    private static func pending(
        _ number: Int, in store: any TownHallStore, images: [PendingImage] = [], after seconds: TimeInterval = 0
    ) async throws -> PendingImport {
        let person = try SamplePeople.person(1)
        try await store.save(person)
        let pending = PendingImport(
            id: try SamplePeople.required(ImportID("inlezen-\(number)")), person: person.id,
            fileName: "Plan \(number).docx", title: number == 1 ? nil : "Titel", markdown: "# Kop\n\nTekst.\n",
            images: images, madeAt: SamplePeople.moment + seconds)
        try await store.keep(pending)
        return pending
    }

    private static func image(_ name: String, _ pixels: Int?) -> PendingImage {
        let bytes = Data([0, 1, 2, 0xFF])
        let annex = Annex(
            name: name, kind: .png, description: "", digest: String(repeating: "a", count: 64), size: bytes.count,
            pixels: pixels.map { PixelSize(width: $0, height: $0) })
        return PendingImage(annex: annex, bytes: bytes)
    }
}
