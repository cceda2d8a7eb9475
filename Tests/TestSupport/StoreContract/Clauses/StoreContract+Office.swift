import PlanDomain
import Testing

extension StoreContract {
    static let reasons: [Clause] = [
        Clause("a reason is found by its hash, byte for byte") { store in
            for (index, text) in SampleText.odd.enumerated() { try await store.keep(reason(index, text)) }
            let hashes = SampleText.odd.indices.map { reason($0, "").hash }
            let kept = try await store.reasons(for: hashes)
            #expect(kept.count == hashes.count)
            for (index, text) in SampleText.odd.enumerated() {
                let found = try #require(kept[hashes[index]])
                #expect(found == reason(index, text))
                #expect(Array(found.text.utf8) == Array(text.utf8))
            }
        },
        Clause("hashes without a reason are absent, and asking twice answers once") { store in
            try await store.keep(reason(1, "omdat"))
            let hashes = [reason(1, "").hash, reason(2, "").hash, reason(1, "").hash]
            #expect(try await store.reasons(for: hashes) == [hashes[0]: reason(1, "omdat")])
            #expect(try await store.reasons(for: []).isEmpty)
        },
        Clause("a reason may be kept again, but not changed") { store in
            try await store.keep(reason(1, "omdat"))
            try await store.keep(reason(1, "omdat"))
            let refusal = try await refusal { try await store.keep(reason(1, "daarom")) }
            #expect(refusal?.code == .conflict)
            #expect(try await store.reasons(for: [reason(1, "").hash]).values.map(\.text) == ["omdat"])
        },
        Clause("any number of reasons can be asked for at once") { store in
            for number in 0..<10 { try await store.keep(reason(number * 7_000, "omdat \(number)")) }
            let hashes = (0..<70_000).map { reason($0, "").hash }
            #expect(try await store.reasons(for: hashes).count == 10)
        },
    ]

    static let organisations: [Clause] = [
        Clause("organisations are in the order in which they were added, each plan its own") { store in
            let one = try SampleHistory("een").plan
            let other = try SampleHistory("twee").plan
            try await store.add(named(["Politie", "Brandweer"]), to: one)
            try await store.add(named(["Halt"]), to: other)
            try await store.add(named(["Aanpak Wijken"]), to: one)
            #expect(try await store.organisations(of: one) == named(["Politie", "Brandweer", "Aanpak Wijken"]))
            #expect(try await store.organisations(of: other) == named(["Halt"]))
        },
        Clause("an organisation takes part once, however its name is written in Unicode") { store in
            let plan = try SampleHistory().plan
            try await store.add(named(["Café", "Halt", "Halt"]), to: plan)
            try await store.add(named(["Halt", "Cafe\u{301}", "Politie"]), to: plan)
            try await store.add([], to: plan)
            #expect(try await store.organisations(of: plan) == named(["Café", "Halt", "Politie"]))
        },
        Clause("reasons, organisations and settings outlive the projection") { store in
            let history = try SampleHistory()
            try await store.add(named(["Politie"]), to: history.plan)
            try await store.keep(reason(1, "omdat"))
            try await store.save(HouseStyle(municipality: "Deventer"))
            try await store.apply(history.update())
            try await store.clearProjection(of: history.plan)
            #expect(try await store.organisations(of: history.plan) == named(["Politie"]))
            #expect(try await store.reasons(for: [reason(1, "").hash]).count == 1)
            #expect(try await store.houseStyle().municipality == "Deventer")
        },
    ]

    static let settings: [Clause] = [
        Clause("a house style that was never saved is the default") { store in
            let style = try await store.houseStyle()
            #expect(style == HouseStyle())
        },
        Clause("colours are kept and taken away with the style that they belong to") { store in
            let colours = try HouseColours(main: .black, bar: HouseColours.usualMain)
            for style in [HouseStyle(colours: colours), HouseStyle()] {
                try await store.save(style)
                #expect(try await store.houseStyle() == style)
            }
        },
        Clause("there is one logo, and it can be taken away") { store in
            #expect(try await store.houseLogo() == nil)
            let logo = try HouseLogo(SampleImage.png)
            for _ in 1...2 { try await store.save(logo) }
            #expect(try await store.houseLogo() == logo)
            try await store.save(nil as HouseLogo?)
            #expect(try await store.houseLogo() == nil)
        },
        Clause("the house style is the one that was saved last") { store in
            for dates in HouseStyle.FieldDates.allCases {
                for text in SampleText.odd {
                    let style = HouseStyle(municipality: text, fieldDates: dates, councilNoticeLabel: "Brief \(text)")
                    try await store.save(style)
                    #expect(try await store.houseStyle() == style)
                }
            }
        },
    ]

    private static func reason(_ number: Int, _ text: String) -> KeptReason {
        KeptReason(hash: ReasonHash(rawValue: "hash-\(number)"), salt: String(repeating: "0f", count: 32), text: text)
    }

    private static func named(_ names: [String]) -> [Organisation] { names.map(Organisation.init(name:)) }
}
