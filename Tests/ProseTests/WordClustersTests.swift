import Prose
import Seeded
import Testing

/// Words that many texts use together are found, and empty words are not.
@Suite struct WordClustersTests {
    private static func clusters(_ texts: [String], atMost limit: Int = 8) -> [WordClusters.Cluster] {
        WordClusters(texts, atMost: limit) { DutchStem.stems(in: $0).first ?? $0 }.clusters
    }

    @Test func twoSubjectsAreTwoClusters() {
        let traffic = (1...6).map { "Auto's rijden te hard door straat \($0), er moet een drempel komen" }
        let green = (1...4).map { "Het park heeft zieke bomen, zei buurman \($0)" }
        let clusters = Self.clusters(traffic + green + ["Iets heel anders over de bibliotheek"])
        #expect(clusters.map(\.texts) == [Array(0..<6), Array(6..<10)])
        #expect(clusters.first?.words.contains("straat") == true || clusters.first?.words.contains("drempel") == true)
    }

    @Test func whatHardlyAnybodySaysIsNoSubject() {
        #expect(Self.clusters(["Een boom", "Een fiets", "Een brug", ""]).isEmpty)
        #expect(Self.clusters([]).isEmpty)
        #expect(Self.clusters((1...9).map { _ in "graag meer van dit voor de gemeente" }).isEmpty)
    }

    /// Every text is in one cluster at most, every cluster has three at least, and the order of asking is all the same.
    @Test(arguments: 1...10)
    func whateverIsSaidNoTextIsCountedTwice(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let texts = (0..<80).map { _ in
            (0..<Int.random(in: 0...9, using: &chance)).map { _ in "woord\(Int.random(in: 0..<30, using: &chance))" }
                .joined(separator: " ")
        }
        let clusters = Self.clusters(texts)
        let all = clusters.flatMap(\.texts)
        #expect(Set(all).count == all.count, "seed \(seed)")
        #expect(clusters.allSatisfy { $0.texts.count >= 3 && $0.words.count > 1 }, "seed \(seed)")
        #expect(Self.clusters(texts) == clusters, "seed \(seed)")
        #expect(Self.clusters(texts, atMost: 2).count <= 2, "seed \(seed)")
    }

    @Test func aSignatureIsTheSameOnEveryMachine() {
        let signature = TextSignature("Meer licht in het park")
        #expect(signature.bands.count == TextSignature.bandCount)
        #expect(signature.bands == TextSignature("MEER licht, in het párk!").bands)
        // What is kept of it in a database must mean the same after an upgrade.
        #expect(signature.bands.first == 10_857_473_373_050_068_791)
        #expect(TextSignature("").bands.isEmpty)
    }
}
