import Foundation
import Testing

/// Documents that cannot be read in, and names that stand for nothing: a sentence that helps, and nothing changed.
struct ImportFaultTests {
    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: Data
        let fragments: [String]

        init(_ name: String, _ bytes: Data, saying fragments: String...) {
            (testDescription, self.bytes, self.fragments) = (name, bytes, fragments)
        }

        init(_ name: String, _ text: String, saying fragments: String...) {
            (testDescription, bytes, self.fragments) = (name, Data(text.utf8), fragments)
        }
    }

    private static let faults = [
        Fault("not UTF-8", Data([0x23, 0x20, 0xE9, 0x0A]), saying: "plan.md", "UTF-8"),
        Fault("UTF-16", Data([0xFF, 0xFE, 0x23, 0x00, 0x20, 0x00]), saying: "UTF-8"),
        Fault("empty", "", saying: "leeg"),
        Fault("white space alone", "\n \n\t\n", saying: "leeg"),
        Fault("binary", "# Kop\n\nTekst\u{0}\u{1}.\n", saying: "Markdown"),
        Fault(
            "10 MB", String(repeating: "Een zin van het plan.\n\n", count: 450_000), saying: "kB", "splits het document"
        ),
        Fault("a skipped level", "# Een\n\n## Twee\n\n#### Vier\n", saying: "Regel 5", "Vier", "niveau"),
        Fault(
            "an id twice", "# A {#x}\n\n## B {#b}\n\nTekst.\n\n## C {#b}\n\nTekst.\n", saying: "Regel 7", "id b",
            "regel 3"),
        Fault(
            "a list without end", "# A\n\n## B\n\n" + String(repeating: "- ", count: 2_000) + "x\n", saying: "Regel 5"),
    ]

    @Test(arguments: faults)
    func aFaultyDocumentIsRefused(fault: Fault) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let before = try FolderState(data)
        let file = try scratch.write(fault.bytes, to: "plan.md")
        let answer = try Paraaf.run("plan", "import", file.plain, data: data)
        expectRefusal(answer)
        expectHelp(answer.complaint, saying: fault.fragments)
        #expect(try FolderState(data) == before)
    }

    @Test
    func aFileThatIsNotThereOrNoFileIsNamed() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let before = try FolderState(data)
        let absent = scratch.vacancy()
        expectRefusal(try Paraaf.run("plan", "import", absent.plain, data: data), saying: absent.lastPathComponent)
        expectRefusal(
            try Paraaf.run("plan", "import", scratch.url.plain, data: data), saying: scratch.url.lastPathComponent)
        expectRefusal(try Paraaf.run("plan", "import", "/dev/zero", data: data), saying: "zero")
        #expect(try FolderState(data) == before)
    }

    /// Commands that name something which is not there, and what the answer must say.
    private static let strangers: [([String], [String])] = [
        (
            ["plan", "create", "beleidsnota", "--title", "Een plan"],
            ["beleidsnota", "meerjarenbeleidsplan", "uitvoeringsplan"]
        ),
        (["plan", "create", "uitvoeringsplan", "--title", ""], ["titel"]),
        (["plan", "create", "uitvoeringsplan", "--title", String(repeating: "lang ", count: 200)], ["titel"]),
        (["plan", "import", "PLAN.md", "--type", "beleidsnota"], ["beleidsnota", "plan-van-aanpak"]),
        (["plan", "show", "geen-plan"], ["geen-plan", "paraaf plan list"]),
        (["plan", "show", "../keys"], ["../keys", "paraaf plan list"]),
        (["plan", "export", "geen-plan"], ["geen-plan"]),
        (["register", "show", "geen-plan"], ["geen-plan"]),
        (["register", "verify", "geen-plan"], ["geen-plan"]),
        (["document", "list", "geen-plan"], ["geen-plan"]),
        (["document", "write", "geen-plan", "nota"], ["geen-plan"]),
        (["document", "write", "PLAN", "reactienota"], ["reactienota"]),
        (["document", "write", "PLAN", "nota", "--at", "99"], ["99", "register"]),
        (["document", "write", "PLAN", "nota", "--at", "0"], ["0"]),
        (["document", "write", "PLAN", "nota", "--at=-1"], ["-1"]),
        (["document", "write", "PLAN", "nota", "--at", "versie/99"], ["versie/99"]),
        (["document", "write", "PLAN", "nota", "--at", "refs/heads/main"], ["refs/heads/main"]),
        (["document", "write", "PLAN", "nota", "--at", ""], []),
        (["document", "write", "PLAN", "nota", "--out", "/geen/map/nota.html"], ["/geen/map"]),
        (["plan", "export", "PLAN", "--out", "/geen/map/plan.md"], ["/geen/map"]),
        (["backup", "--to", "/geen/map/kopie.tar"], ["/geen/map"]),
    ]

    @Test(arguments: strangers)
    func whatIsNotThereIsNamed(words: [String], fragments: [String]) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let plan = try Listing(data: data).plan("plan-van-aanpak")
        let document = try scratch.write("# Een\n\n## Twee\n\nTekst.\n", to: "plan.md").plain
        let before = try FolderState(data)
        let arguments = words.map { $0 == "PLAN" ? plan : $0 == "PLAN.md" ? document : $0 }
        let answer = try Paraaf.start(arguments, data: data).end()
        expectRefusal(answer)
        expectHelp(answer.complaint, saying: fragments)
        #expect(try FolderState(data) == before)
    }
}
