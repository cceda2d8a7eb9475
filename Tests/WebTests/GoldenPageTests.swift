import Foundation
import Testing

@testable import Web

/// Every page of the little world, byte for byte. `PARAAF_GOLDEN=rewrite` writes the files anew; read the difference
/// before you keep it.
@Suite("Pages as readers get them")
struct GoldenPageTests {
    static let pages: [(name: String, target: String, status: Int)] = {
        let plan = "/plannen/veiligheid-2024-2027"
        let versions = LittleWorld.versions.map(\.rawValue)
        return [
            ("plannen", "/", 200), ("plan", plan, 200), ("tekst", plan + "/tekst", 200),
            ("sectie", plan + "/secties/aanleiding", 200),
            ("sectie-oud", plan + "/secties/aanleiding?versie=\(versions[1])", 200),
            ("sectie-leeg", plan + "/secties/missie", 200),
            ("vergelijking", plan + "/secties/aanleiding/vergelijking?van=\(versions[1])&tot=\(versions[3])", 200),
            ("handelingen", plan + "/handelingen", 200), ("stukken", plan + "/stukken", 200),
            ("werkwijze", plan + "/werkwijze", 200), ("over", "/over", 200),
            ("fout-404", "/plannen/bestaat-niet", 404),
            ("fout-400", plan + "/secties/aanleiding?versie=morgen", 400),
        ]
    }()

    @Test func everyPageIsAsItWas() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            for page in Self.pages {
                let response = try await site.get(page.target)
                #expect(response.status == page.status, "\(page.name)")
                try Golden.compare(response.body, with: "\(page.name).html")
            }
        }
    }

    @Test func everyPageIsWellFormedSmallAndWithoutUnknownPhrases() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            for language in ["nl", "en"] {
                for page in Self.pages {
                    let body = try await site.get(page.target, headers: ["Cookie": "taal=\(language)"]).body
                    #expect(MarkupCheck(body).faults == [], "\(page.name) in \(language)")
                    #expect(!body.contains("⟦"), "\(page.name) in \(language)")
                    #expect(body.utf8.count < 100_000, "\(page.name) in \(language)")
                    #expect(body.contains("<html lang=\"\(language)\">"))
                }
            }
        }
    }

    @Test func everyLinkWithinTheSiteLeadsSomewhere() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            var seen: Set<String> = []
            for page in Self.pages where page.status == 200 {
                for link in Self.links(in: try await site.get(page.target).body) where seen.insert(link).inserted {
                    guard !link.contains("uitvoeringsplan-2025"), !link.contains("raadsmededeling") else { continue }
                    // The drafter's desk and the planning work on real plans and have tests of their own.
                    let desk = ["/bewerken", "/planning"]
                    guard !desk.contains(where: link.hasSuffix), !link.contains("/indeling"),
                        !link.contains("/passages?")
                    else { continue }
                    #expect(try await site.get(link).status == 200, "\(link) on \(page.name)")
                }
            }
            #expect(seen.count > 20)
        }
    }

    private static func links(in html: String) -> [String] {
        html.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacingOccurrences(of: "&amp;", with: "&") }
    }
}

/// Files that a result must equal.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    static func compare(_ text: String, with name: String) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["PARAAF_GOLDEN"] == "rewrite" {
            try Data(stable(text).utf8).write(to: file)
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let lines = stable(text).split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
        if let (line, (found, wanted)) = place {
            Issue.record("\(name):\(line + 1): \(found) instead of \(wanted)")
        } else if lines.count != expected.count {
            Issue.record("\(name) has \(lines.count) lines instead of \(expected.count)")
        }
    }

    /// The address of the style sheet holds its hash, and the navigation what each area adds to it: neither is the
    /// business of the pages.
    private static func stable(_ html: String) -> String {
        html.replacing(/\/static\/[0-9a-f]{16}\//, with: "/static/HASH/")
            .replacing(/<div class="bar reader">(?s:.*?)<\/div>/, with: "<!-- reader -->")
            .replacing(/<nav class="plan-nav"(?s:.*?)<\/nav>/, with: "<!-- plan -->")
            .replacing(/name="_(?:token|request)" value="[^"]*"/, with: "name=\"seal\" value=\"\"")
    }
}
