import Foundation
import Phrases
import PlanDomain
import Seeded
import Testing

@testable import Web

@Suite("Texts made to break a page")
struct HostileTextTests {
    /// Printed with each failure, to repeat it.
    static let seed: UInt64 = 20_230_612

    @Test func noTextGetsOutOfItsPlace() {
        var generator = SeededGenerator(seed: Self.seed)
        for round in 0..<2_000 {
            let text = generator.hostileText()
            let escaped = PageText(text).renderText
            let bytes = Set(escaped.utf8)
            #expect(bytes.isDisjoint(with: "<>\"'".utf8), "seed \(Self.seed), round \(round)")
            #expect(!bytes.contains(1) && !bytes.contains(0), "seed \(Self.seed), round \(round)")
            #expect(Self.unescaped(escaped) == Self.visible(text), "seed \(Self.seed), round \(round)")
        }
    }

    @Test func everyPageStaysWellFormedWhateverAnybodyWrites() async throws {
        var generator = SeededGenerator(seed: Self.seed)
        let shelf = try ProjectFiles.templates()
        let phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
        for round in 0..<40 {
            var world = try LittleWorld()
            world.title = generator.hostileText()
            world.sectionTitle = generator.hostileText() + "x"
            world.body = (0..<6).map { _ in generator.hostileText() }.joined(separator: "\n\n") + "\ntekst"
            let reading = LittleReading(world: world)
            let section = LittleWorld.section("aanleiding")
            let view = try await reading.section(section, of: LittleWorld.plan, at: nil)
            let comparison = try await reading.comparison(
                of: section, in: LittleWorld.plan, from: LittleWorld.commit(2), to: LittleWorld.commit(4))
            let passages = SectionPassages(cache: ByteCache(limit: 0), phrases: phrases)
            let pages: [any SitePage] = [
                SectionPage(
                    view,
                    body: passages.markup(
                        of: view.section, in: view.plan.id, at: view.commit, asPart: false, annexes: []),
                    headings: SectionMarkup(view.section.body, topLevel: 2, prefix: "", phrases: phrases).headings,
                    phrases: phrases),
                ComparisonPage(comparison, phrases: phrases),
                RegisterPage(try await reading.register(of: LittleWorld.plan), phrases: phrases),
            ]
            for page in pages {
                let html = String(decoding: try shelf.render(page, in: .nl), as: UTF8.self)
                let faults = MarkupCheck("<!DOCTYPE html>" + html).faults.filter { !$0.hasPrefix("h") }
                #expect(faults == [], "seed \(Self.seed), round \(round), \(type(of: page).template)")
            }
        }
    }

    @Test func takingOutMarksNeverMakesATextLongerAndKeepsPlainWords() {
        var generator = SeededGenerator(seed: Self.seed)
        for round in 0..<2_000 {
            let text = generator.hostileText()
            let plain = MarkdownMarks.removed(from: text)
            #expect(plain.unicodeScalars.count <= text.unicodeScalars.count, "seed \(Self.seed), round \(round)")
        }
        #expect(MarkdownMarks.removed(from: "Gewone tekst, 12 juni (2023).") == "Gewone tekst, 12 juni (2023).")
    }

    @Test func anyBytesInAQueryAreReadOrRefused() {
        var generator = SeededGenerator(seed: Self.seed)
        let pieces = ["versie", "=", "&", "%", "%2", "%41", "%FF", "+", "a", "0", ";", "é", "==", "&&"]
        for _ in 0..<2_000 {
            let query = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            do throws(PlanError) {
                let values = try QueryValues(query)
                _ = try values.commit("versie")
            } catch {
                #expect(error.code == .invalid)
            }
        }
    }

    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.value < 32 && ![9, 10, 13].contains(scalar.value) || scalar.value == 127
                    return isControl || (0x202A...0x202E).contains(scalar.value) ? "\u{FFFD}" : scalar
                }))
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }
}
