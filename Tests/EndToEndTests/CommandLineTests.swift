import Foundation
import Testing

/// Words, exit codes, help, languages: the command line as other programs and people call it.
struct CommandLineTests {
    private static let wrongWords: [[String]] = [
        ["plannen"], ["plan", "lijst"], ["plan", "list", "--color"], ["plan", "show"],
        ["plan", "create", "uitvoeringsplan"],
        ["serve", "--port", "poort"], ["serve", "--port", "70000"], ["document", "write", "plan"],
        ["document", "write", "plan", "nota", "--format", "pdf"], ["workflow", "draw"], ["backup"], ["restore"],
        ["replay"],
        ["replay", "een", "twee"],
    ]

    @Test(arguments: wrongWords)
    func wrongWordsExitWith64(words: [String]) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        let answer = try Paraaf.start(words, data: words[0] == "workflow" ? nil : data).end()
        #expect(answer.status == 64, "\(answer.complaint)")
        #expect(answer.text.isEmpty && answer.complaint.contains("Usage: paraaf"))
        #expect(!data.exists)
    }

    @Test(arguments: [["plan", "list"], ["serve"], ["reindex"], ["replay", "scripts/demo"], ["demo"]])
    func withoutAFolderTheProgramAsksForOne(words: [String]) throws {
        let answer = try Paraaf.start(words).end()
        #expect(answer.status == 64)
        #expect(answer.complaint.contains("--data") && answer.complaint.contains("PARAAF_DATA"))
    }

    @Test
    func theEnvironmentNamesTheFolderAndTheOptionGoesBeforeIt() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let named = try Paraaf.run("plan", "list", "--json", environment: ["PARAAF_DATA": data.plain])
        #expect(try named.output == Paraaf.run("plan", "list", "--json", data: data).output)
        let empty = try Paraaf.run(
            "plan", "list", "--json", data: scratch.vacancy(), environment: ["PARAAF_DATA": data.plain])
        #expect(try JSONDecoder().decode([PlanLine].self, from: empty.output).isEmpty)
    }

    @Test
    func theVersionIsAVersion() throws {
        let answer = try Paraaf.run("--version")
        #expect(answer.status == 0)
        #expect(answer.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test
    func helpTellsOfEveryCommand() throws {
        let commands = [
            "plan", "document", "register", "workflow", "serve", "replay", "reindex", "backup", "restore",
        ]
        let help = try Paraaf.run("--help")
        #expect(help.status == 0)
        for command in commands {
            #expect(help.text.contains("\n  \(command) "))
            let own = try Paraaf.run("help", command)
            #expect(own.status == 0 && own.text.contains("USAGE: paraaf \(command)"))
            #expect(try Paraaf.run(command, "--help").text == own.text)
        }
        #expect(
            try ["list", "show", "create", "import", "export"].allSatisfy(Paraaf.run("help", "plan").text.contains))
    }

    @Test
    func everyListingReadsAsJSONAndAsATable() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        for words in [
            ["plan", "list"], ["plan", "show", plan], ["document", "list", plan], ["register", "show", plan],
            ["register", "verify", plan],
        ] {
            let json = try Paraaf.start(words + ["--json"], data: list.data).end()
            #expect(json.status == 0 && json.complaint.isEmpty)
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json.output) }
            let table = try Paraaf.start(words, data: list.data).end()
            #expect(table.status == 0 && !table.text.isEmpty && !table.text.contains("⟦"))
        }
    }

    @Test
    func aRefusalIsInDutchUnlessEnglishIsAskedFor() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let dutch = try Paraaf.run("plan", "show", "nergens", data: data)
        expectRefusal(dutch, saying: "Er is geen plan met de naam nergens")
        for language in ["", "fr", "nl"] {
            let answer = try Paraaf.run(
                "plan", "show", "nergens", data: data, environment: ["PARAAF_LANGUAGE": language])
            #expect(answer.complaint == dutch.complaint)
        }
        let english = try Paraaf.run("plan", "show", "nergens", data: data, environment: ["PARAAF_LANGUAGE": "en"])
        expectRefusal(english, saying: "nergens", "There is no plan")
    }

    @Test
    func aProgramWithoutItsOwnFilesSaysWhatToSet() throws {
        let scratch = try Scratch()
        let binary = try #require(Paraaf.binary)
        let world = Command.plainWorld.merging(["PARAAF_HOME": scratch.url.plain]) { $1 }
        let answer = try Command(
            "sh", ["-c", "cd \(scratch.url.plain) && exec \(binary.plain) plan list --data x"], environment: world)
        #expect(answer.status == 1 && answer.text.isEmpty)
        expectHelp(answer.complaint, saying: ["PARAAF_HOME", scratch.url.plain])
        #expect(!scratch.place("x").exists)
    }

    @Test
    func aPlanGoesInAndComesOutTheSame() throws {
        let scratch = try Scratch()
        let list = Listing(data: scratch.vacancy())
        let document =
            "# Veilig samen {#veilig}\n\n## Op straat {#straat}\n\nEen zin. Nog een, met **nadruk**.\n\n# Tot slot\n\n"
            + "## Wie\n\n* Een\n* Twee\n"
        let file = try scratch.write(document, to: "samen.md")
        let answer = try Paraaf.run(
            "plan", "import", file.plain, "--type", "uitvoeringsplan", "--title", "Samen 2027", data: list.data)
        #expect(answer.status == 0)
        let plan = try #require(try list.plans().first)
        #expect(answer.text == plan.id + "\n" && plan.title == "Samen 2027" && plan.type == "uitvoeringsplan")
        #expect(try String(decoding: list.export(of: plan.id), as: UTF8.self) == document)
        let created = try Paraaf.run(
            "plan", "create", "voortgangsrapportage", "--title", "Voortgang 2027", data: list.data)
        #expect(created.status == 0 && created.lines.count == 1)
        #expect(try list.plans().map(\.type).sorted() == ["uitvoeringsplan", "voortgangsrapportage"])
    }
}
