import Prose
import Seeded
import Testing

/// Texts that belong together are found, and no others.
@Suite struct NearDuplicatesTests {
    private static let letter = """
        Ik maak mij grote zorgen over het verkeer in onze straat. Auto's rijden veel te hard en er is geen zebrapad bij de \
        school. Ik vraag de gemeente om drempels aan te leggen en vaker te controleren op snelheid.
        """

    @Test func lettersWithANameUnderThemBelongTogether() {
        let texts = [
            Self.letter + " Groet, Jan uit Noord.", "De prullenbakken in het park zijn altijd vol.",
            Self.letter.uppercased(), Self.letter.replacing("drempels", with: "hoge drempels") + " Piet.",
            "Het park is mooi, maar de prullenbakken zijn vol.", "", "",
        ]
        #expect(NearDuplicates(texts).groups == [[0, 2, 3]])
    }

    @Test func shortTextsAreAlikeOnlyWhereTheyAreTheSame() {
        #expect(NearDuplicates(["Meer licht!", "meer licht", "Meer groen"]).groups == [[0, 1]])
        #expect(NearDuplicates.likeness(of: "Meer licht", and: "Meer groen") == 0)
    }

    /// Against the slow way: every pair.
    @Test(arguments: 1...10)
    func theQuickWayFindsWhatTheSlowWayFinds(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var texts: [String] = []
        for letter in 0..<12 {
            let words = (0..<40).map { "l\(letter)w\($0)" }
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                var copy = words
                for _ in 0..<Int.random(in: 0...2, using: &chance) {
                    copy[Int.random(in: 0..<40, using: &chance)] = "anders\(Int.random(in: 0..<1_000, using: &chance))"
                }
                texts.append(copy.joined(separator: " "))
            }
        }
        texts.shuffle(using: &chance)
        let groups = NearDuplicates(texts).groups
        let together = Set(groups.flatMap { group in group.flatMap { one in group.map { [one, $0] } } })
        for one in texts.indices {
            for other in texts.indices where one < other {
                // Every text that is much like another is in its group; texts of other letters never are.
                if NearDuplicates.likeness(of: texts[one], and: texts[other]) >= 0.7 {
                    #expect(together.contains([one, other]), "seed \(seed): \(one) and \(other)")
                }
                if NearDuplicates.likeness(of: texts[one], and: texts[other]) < 0.05 {
                    #expect(!together.contains([one, other]), "seed \(seed): \(one) and \(other)")
                }
            }
        }
    }
}

/// Topics are proposed by words, and the words are shown.
@Suite struct TopicWordsTests {
    private static let topics = TopicWords(
        [
            .init(
                id: "verkeer", description: "Verkeer en snelheid",
                texts: ["Auto's rijden te hard", "Een drempel en een zebrapad"]),
            .init(id: "groen", description: "Groen, parken en bomen", texts: ["De bomen in het park zijn kaal"]),
            .init(id: "jeugd", description: "Jeugd en overlast", texts: ["Hangjongeren maken lawaai"]),
        ]
    ) { $0.count > 4 && $0.hasSuffix("en") ? String($0.dropLast(2)) : $0 }

    @Test func aTextGetsTheTopicOfItsWords() {
        let proposals = Self.topics.proposals(
            for: "Er moet een zebrapad komen, want auto's rijden hard langs het park.")
        #expect(proposals.first?.topic == "verkeer")
        let words = Set(proposals.first?.words ?? [])
        #expect(words.isSuperset(of: ["zebrapad", "hard"]))
    }

    @Test func wordsThatSayNothingProposeNothing() {
        #expect(Self.topics.proposals(for: "Dat is het voor ons en voor u.") == [])
        #expect(Self.topics.proposals(for: "") == [])
    }

    @Test func whatPeopleConfirmedTeaches() {
        let taught = TopicWords(
            [
                .init(id: "a", description: "Wonen", texts: ["Vuurwerk stoort mij", "Vuurwerk is gevaarlijk"]),
                .init(id: "b", description: "Werken"),
            ]
        ) { $0 }
        #expect(taught.proposals(for: "Minder vuurwerk graag").first?.topic == "a")
    }
}
