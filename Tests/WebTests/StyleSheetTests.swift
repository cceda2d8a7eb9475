import Foundation
import Testing

@testable import Web

/// The colours of the style sheet are legible, and its rules and the pages know each other's classes.
@Suite("The style sheet")
struct StyleSheetTests {
    let css: String

    init() throws {
        let file = try #require(try ProjectFiles.staticFiles().file(StaticFiles.styleSheet))
        css = String(decoding: file.bytes, as: UTF8.self)
    }

    /// Text on its background: 4.5 to 1 (WCAG 2.2, 1.4.3).
    @Test(arguments: [
        ("ink", "paper"), ("ink", "paper-soft"), ("ink-soft", "paper"), ("ink-soft", "paper-soft"), ("accent", "paper"),
        ("accent", "paper-soft"), ("accent", "accent-soft"), ("green", "green-soft"), ("red", "red-soft"),
        ("violet", "violet-soft"), ("amber", "amber-soft"), ("ink", "amber-soft"),
    ])
    func textIsLegibleByDayAndByNight(text: String, background: String) throws {
        for scheme in try schemes() {
            let pair = (try #require(scheme[text]), try #require(scheme[background]))
            #expect(Self.contrast(pair.0, pair.1) >= 4.5, "\(text) on \(background): \(pair)")
        }
    }

    @Test func whiteIsLegibleOnTheDarkBarsAndButtons() throws {
        for scheme in try schemes() {
            #expect(Self.contrast("#ffffff", try #require(scheme["accent-dark"])) >= 4.5)
        }
    }

    @Test func everyColourThatIsUsedIsNamedOnce() throws {
        let names = Set(try #require(schemes().first).keys)
        let used = Set(css.matches(of: /var\(--([a-z-]+)\)/).map { String($0.1) })
        #expect(used.subtracting(names).isSubset(of: ["measure", "page"]))
        #expect(names.subtracting(used) == [])
    }

    @Test func nothingIsFetchedFromElsewhere() {
        #expect(!css.contains("url(") && !css.contains("@import") && !css.contains("http://"))
    }

    @Test func everyClassInATemplateHasARule() throws {
        let rules = Set(css.matches(of: /\.([a-z][a-z-]+)/).map { String($0.1) })
        let sources = try ProjectFiles.templates().sources
        for (name, source) in sources {
            let values = source.matches(of: /class="([^"]*)"/).map { $0.1.replacing(/\{\{[^}]*\}\}/, with: " ") }
            let classes = values.flatMap { $0.split(separator: " ").map(String.init) }
            #expect(Set(classes).subtracting(rules) == [], "\(name)")
        }
    }

    @Test func printAndNarrowScreensAreSeenTo() {
        for rule in [
            "@media print", "@page { size: A4;", "prefers-reduced-motion", "prefers-color-scheme: dark",
            ":focus-visible",
        ] {
            #expect(css.contains(rule), "\(rule)")
        }
    }

    // MARK: Contrast

    /// The tokens by day, and by night with those of the day for what the night leaves alone.
    private func schemes() throws -> [[String: String]] {
        let blocks = css.split(separator: ":root {").dropFirst().prefix(2).map { block in
            Dictionary(
                block.prefix { $0 != "}" }.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/).map {
                    (String($0.1), String($0.2))
                }
            ) { $1 }
        }
        try #require(blocks.count == 2)
        return [blocks[0], blocks[0].merging(blocks[1]) { $1 }]
    }

    private static func contrast(_ first: String, _ second: String) -> Double {
        let values = [luminance(first), luminance(second)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    /// Relative luminance, as WCAG 2.2 defines it.
    private static func luminance(_ colour: String) -> Double {
        let number = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [number >> 16, number >> 8 & 255, number & 255].map { channel in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
