import Foundation
import PlanDomain
import Prose
import Seeded
import TestSupport
import Testing

/// However a plan is changed, every passage stands somewhere, or a person is asked.
@Suite struct AnchorRandomTests {
    private static let sections = ["aanleiding", "doel", "acties"]

    @Test(arguments: 1...6)
    func noPassageIsLostAndNoneLandsElsewhereUnmarked(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let hearing = try await Hearing()
        var bodies = Dictionary(uniqueKeysWithValues: Self.sections.map { ($0, Self.sentences(12, &chance)) })
        func save() async throws {
            let now = bodies
            try await hearing.world.save(in: hearing.plan) { text in
                for (section, sentences) in now {
                    text = text.with(section, body: sentences.joined(separator: "\n") + "\n")
                }
            }
        }
        try await save()
        let round = try await hearing.openRound()
        let written = Self.sections.flatMap { section in
            bodies[section, default: []].shuffled(using: &chance).prefix(4).map { sentence in
                WrittenInput(
                    kind: .remark, section: .named(section), passage: Passage(quote: sentence), text: "Waarom?")
            }
        }
        let numbers = try await hearing.send(written, in: round, by: hearing.police)
        _ = try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler)
        var before = try await hearing.world.store.followed(of: hearing.plan).anchors
        for step in 1...12 {
            Self.change(&bodies, &chance)
            bodies["doel", default: []].append("Stap \(step) van \(seed).")
            try await save()
            let places = try await hearing.world.store.followed(of: hearing.plan).anchors
            #expect(Set(places.keys) == Set(numbers), "seed \(seed), step \(step)")
            for (number, place) in places where place.state != .orphaned {
                let section = bodies[place.section.rawValue, default: []].joined(separator: " ")
                #expect(section.contains(place.quote.exact), "seed \(seed), step \(step): \(place)")
                guard let old = before[number], old.state != .orphaned, !place.isAdrift else { continue }
                let shared = Self.shared(old.quote.exact, place.quote.exact)
                #expect(shared >= 0.35, "seed \(seed), step \(step): \(old.quote.exact) is \(place)")
            }
            before = places
        }
        try await hearing.world.office.reindex()
        _ = try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler)
        #expect(try await hearing.world.store.followed(of: hearing.plan).anchors == before, "seed \(seed)")
    }

    private static func sentences(_ count: Int, _ chance: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in sentence(&chance) }
    }

    private static let words =
        "wijk politie boa jongeren overlast toezicht scholen avond centrum horeca ondernemers gemeente samen veilig rustig"
        .split(separator: " ").map(String.init)

    private static func sentence(_ chance: inout SeededGenerator) -> String {
        let body = (0..<Int.random(in: 6...12, using: &chance)).map { _ in
            Bool.random(using: &chance)
                ? words.randomElement(using: &chance) ?? "" : "w\(Int.random(in: 0..<900, using: &chance))"
        }
        return "Zin\(Int.random(in: 0..<1_000_000, using: &chance)) " + body.joined(separator: " ") + "."
    }

    private static func change(_ bodies: inout [String: [String]], _ chance: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...3, using: &chance) {
            let section = sections.randomElement(using: &chance) ?? "doel"
            var sentences = bodies[section, default: []]
            guard !sentences.isEmpty else { continue }
            let index = Int.random(in: 0..<sentences.count, using: &chance)
            switch Int.random(in: 0..<5, using: &chance) {
            case 0: sentences.remove(at: index)
            case 1: sentences.insert(sentence(&chance), at: index)
            case 2:
                sentences.insert(sentences.remove(at: index), at: Int.random(in: 0..<sentences.count, using: &chance))
            case 3:
                let other = sections.filter { $0 != section }.randomElement(using: &chance) ?? "acties"
                bodies[other, default: []].append(sentences.remove(at: index))
            default:
                var words = sentences[index].split(separator: " ").map(String.init)
                for _ in 0..<Int.random(in: 1...words.count, using: &chance) {
                    words[Int.random(in: 0..<words.count, using: &chance)] =
                        "nieuw\(Int.random(in: 0..<900, using: &chance))"
                }
                sentences[index] = words.joined(separator: " ").trimmingCharacters(in: ["."]) + "."
            }
            bodies[section] = sentences.isEmpty ? [sentence(&chance)] : sentences
        }
    }

    /// The share of words that two passages have in common (Dice).
    private static func shared(_ one: String, _ other: String) -> Double {
        func words(_ text: String) -> [String] {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        var left = Dictionary(words(other).map { ($0, 1) }, uniquingKeysWith: +)
        let common = words(one).count { word in
            guard let count = left[word], count > 0 else { return false }
            left[word] = count - 1
            return true
        }
        return 2 * Double(common) / Double(words(one).count + words(other).count)
    }
}
