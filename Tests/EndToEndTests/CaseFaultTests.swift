import Foundation
import Testing

/// Cases with a fault in them: the file and the line are named, and nothing half is left.
struct CaseFaultTests {
    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        let fragments: [String]
    }

    private static let schedule =
        "  - { datum: 2026-09-15, handeling: agendering, door: Gemeentesecretaris/algemeen directeur }\n"
    private static let again =
        "  - { datum: 2026-09-17, handeling: agendering, door: Gemeentesecretaris/algemeen directeur }\n"
    private static let paraaf = "  - { datum: 2026-09-17, handeling: parafering, door: Burgemeester }\n"
    private static let decision =
        "  - { datum: 2026-09-22, handeling: besluit, door: College van burgemeester en wethouders, uitkomst: vastgesteld }\n"

    /// What is wrong in a file is told before anything is made.
    private static let readingFaults = [
        fault("a missing key", "  titel: Plan van aanpak", "  naam: Plan van aanpak", ["regel 5", "titel"]),
        fault("a missing group", "gemeente: {", "stad: {", ["gemeente"]),
        fault("a date of another form", "datum: 2026-09-15", "datum: 15-09-2026", ["regel 28", "datum"]),
        fault("a day that no month has", "datum: 2026-09-15", "datum: 2026-09-31", ["regel 28", "datum"]),
        fault("no date", "datum: 2026-09-15, ", "", ["regel 28", "datum"]),
        fault(
            "an unknown act", "handeling: parafering", "handeling: parafeering",
            ["regel 29", "parafeering", "parafering"]),
        fault("an unknown outcome", "uitkomst: vastgesteld", "uitkomst: goedgekeurd", ["regel 31", "uitkomst"]),
        fault("no list where one belongs", "  bijlagen: [", "  bijlagen: Geen # [", ["regel", "bijlagen"]),
        fault("no YAML", "nota:\n", "nota: [\n", ["regel"]),
        fault(
            "a tab for a space", "  nummer: 2026-418\n  datum: 2026-09-22\n  best",
            "\tnummer: 2026-418\n  datum: 2026-09-22\n  best", ["regel 13"]),
        fault("a heading missing", "## Kader\n", "## Kaders\n", ["nota.md", "Kader"], in: "nota.md"),
        fault(
            "a heading missing from the notice", "## Kern van de boodschap\n", "## Kern\n",
            ["raadsmededeling.md", "Kern van"], in: "raadsmededeling.md"),
        fault(
            "a level skipped in the plan", "## 1.1 Aanleiding", "### 1.1 Aanleiding", ["egel 3", "Aanleiding"],
            in: "plan.md"),
    ]

    @Test(arguments: readingFaults)
    func aFaultInAFileIsToldBeforeAnythingIsMade(fault: Fault) throws {
        let scratch = try Scratch()
        let folder = try PublishedCase.example.altered(in: scratch) {
            try $0.appending(path: fault.file).replace(fault.old, with: fault.new)
        }
        let data = scratch.vacancy()
        let answer = try Paraaf.run("replay", folder.plain, data: data)
        expectRefusal(answer)
        expectHelp(answer.complaint, saying: fault.fragments + (fault.file == "plan.md" ? [] : [fault.file]))
        #expect(!data.exists)
    }

    /// Acts that the workflow does not allow, told with their number in the file and the reason.
    private static let actFaults = [
        fault("a decision that was never scheduled", schedule, "", ["besluit"], alsoRemoving: again),
        fault("a decision without the paraaf", paraaf, "", ["besluit", "22 september 2026"]),
        fault(
            "a paraaf by another function", "handeling: parafering, door: Burgemeester",
            "handeling: parafering, door: Wethouder", ["besluit", "Paraaf portefeuillehouder"]),
        fault(
            "acts out of the order of their dates", schedule, again.replacingOccurrences(of: "09-17", with: "09-20"),
            ["andeling 2", "parafering"]),
        fault(
            "a date in the future", "datum: 2026-09-24, handeling: definitief",
            "datum: 2999-09-24, handeling: definitief", ["andeling 5", "24 september 2999"]),
        fault("a release before the decision", decision, "", ["definitief akkoord"]),
    ]

    @Test(arguments: actFaults)
    func anActThatMayNotBeIsRefusedWithItsNumberAndReason(fault: Fault) throws {
        let scratch = try Scratch()
        let folder = try PublishedCase.example.altered(in: scratch) {
            let facts = $0.appending(path: fault.file)
            for old in fault.old.split(separator: "|") { try facts.replace(String(old), with: fault.new) }
        }
        let data = scratch.vacancy()
        let answer = try Paraaf.run("replay", folder.plain, data: data)
        expectRefusal(answer)
        expectHelp(answer.complaint, saying: fault.fragments)
        // Nothing of it was made, so that the mended case starts in the same folder.
        #expect(try Listing(data: data).plans().isEmpty)
        #expect(data.appending(path: "plans").names.isEmpty)
    }

    @Test(arguments: ["plan.md", "nota.md", "raadsmededeling.md", "feiten.yml"])
    func aFileThatIsMissingIsNamed(file: String) throws {
        let scratch = try Scratch()
        let folder = try PublishedCase.example.altered(in: scratch) {
            try FileManager.default.removeItem(at: $0.appending(path: file))
        }
        let data = scratch.vacancy()
        expectRefusal(try Paraaf.run("replay", folder.plain, data: data), saying: file)
        #expect(!data.exists)
    }

    @Test
    func aFolderThatIsMissingIsNamed() throws {
        let scratch = try Scratch()
        let absent = scratch.place("geen-casus")
        expectRefusal(try Paraaf.run("replay", absent.plain, data: scratch.vacancy()), saying: "geen-casus")
    }

    @Test(arguments: ["feiten.yml", "plan.md", "nota.md"])
    func aFileThatIsNotUTF8IsNamed(file: String) throws {
        let scratch = try Scratch()
        let folder = try PublishedCase.example.altered(in: scratch) {
            try Data([0x6E, 0xFC, 0x0A]).write(to: $0.appending(path: file))
        }
        expectRefusal(try Paraaf.run("replay", folder.plain, data: scratch.vacancy()), saying: file, "UTF-8")
    }

    private static func fault(
        _ name: String, _ old: String, _ new: String, _ fragments: [String], in file: String = "feiten.yml",
        alsoRemoving other: String? = nil
    ) -> Fault {
        Fault(
            testDescription: name, file: file, old: [old, other].compactMap(\.self).joined(separator: "|"), new: new,
            fragments: fragments)
    }
}
