import Foundation
import Testing

/// Where a demo may be made, what becomes of one that was cut off, and what is said of faults in its files.
struct DemoFolderTests {
    @Test(arguments: [1, 9, 60])
    func aDemoThatWasCutOffIsMadeAnew(events: Int) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        try DemoContent.cutOff(after: events, in: data)
        expectRefusal(try Paraaf.run("serve", "--port", "0", data: data), saying: "niet af", "--resume")
        expectRefusal(try Paraaf.run("demo", data: data), saying: "afgebroken", "--resume")
        let answer = try Paraaf.run("demo", "--resume", data: data)
        try #require(answer.status == 0, "\(answer.complaint)")
        let whole = Listing(data: try DemoContent.built(in: scratch))
        let made = Listing(data: data)
        #expect(try made.plans() == whole.plans())
        for plan in try whole.plans() {
            #expect(try made.acts(of: plan.id).map(\.sentence) == whole.acts(of: plan.id).map(\.sentence))
            #expect(try made.export(of: plan.id) == whole.export(of: plan.id))
        }
    }

    @Test
    func aDemoThatIsWholeStaysAsItIs() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let before = try FolderState(data)
        let again = try Paraaf.run("demo", "--resume", data: data)
        #expect(again.status == 0 && again.text.contains("staat de demo al"))
        expectRefusal(try Paraaf.run("demo", data: data), saying: data.plain, "staat al een demo")
        #expect(try FolderState(data) == before)
    }

    @Test(arguments: [[], ["--resume"]])
    func aFolderOfAMunicipalityNeverBecomesADemo(options: [String]) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let before = try FolderState(data)
        expectRefusal(try Paraaf.start(["demo"] + options, data: data).end(), saying: data.plain, "geen demo")
        #expect(try FolderState(data) == before)
        // Nor does one that lost the file that says what it is.
        try FileManager.default.removeItem(at: data.appending(path: "paraaf.json"))
        #expect(try Paraaf.start(["demo"] + options, data: data).end().status == 1)
        #expect(try FolderState(data).names(in: data) == before.names(in: data))
    }

    @Test
    func aFolderThatWasOpenedBeforeNeverBecomesADemo() throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        #expect(try Paraaf.run("plan", "list", data: data).status == 0)
        expectRefusal(try Paraaf.run("demo", data: data), saying: data.plain, "geen demo")
    }

    @Test
    func aBackupOfADemoIsADemo() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let file = scratch.place("demo.tar")
        #expect(try Paraaf.run("backup", "--to", file.plain, data: data).status == 0)
        let restored = scratch.vacancy()
        #expect(try Paraaf.run("restore", file.plain, data: restored).status == 0)
        #expect(try Paraaf.run("demo", "--resume", data: restored).text.contains("staat de demo al"))
    }

    @Test(arguments: Fault.all)
    func whatIsWrongInTheFilesIsSaidWithFileAndLine(fault: Fault) throws {
        let scratch = try Scratch()
        let content = try DemoContent.altered(in: scratch) { copy in
            try copy.appending(path: fault.file).replace(fault.old, with: fault.new)
        }
        let lines = try String(contentsOf: content.appending(path: fault.file), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains(fault.mark) }) + 1
        let answer = try Paraaf.run("demo", "--content", content.plain, data: scratch.vacancy())
        let last = answer.complaint.split(separator: "\n").last.map(String.init) ?? ""
        #expect(answer.status == 1)
        expectHelp(last, saying: ["\(fault.file), regel \(line)", fault.saying])
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        let file: String
        let old: String
        let new: String
        /// What stands on the line that is to be named.
        let mark: String
        let saying: String

        var testDescription: String { saying }

        private static let youth = "plannen/jeugd/feiten.yml"
        private static let sport = "plannen/sport/inbreng.yml"

        static let all: [Fault] = [
            Fault(
                file: "mensen.yml", old: "rol: auditor", new: "rol: lezer", mark: "rol: lezer", saying: "rol"),
            Fault(
                file: "mensen.yml", old: "mail: fg@waterkerke.example", new: "post: fg@waterkerke.example",
                mark: "post: fg", saying: "post is onbekend"),
            Fault(
                file: "partners.yml", old: "organisatie: GGD Rivierboog", new: "organisatie: GGD Zeeboog",
                mark: "GGD Zeeboog", saying: "GGD Zeeboog"),
            Fault(
                file: "plannen/sport/plan.md", old: "«dag -117»", new: "«dag ooit»", mark: "«dag ooit»",
                saying: "dag ooit"),
            Fault(
                file: youth, old: "dag: -84 donderdag, tijd", new: "dag: -84 dondag, tijd", mark: "-84 dondag",
                saying: "dag"),
            Fault(
                file: youth, old: "dag: -77, door: olaf", new: "dag: +7, door: olaf", mark: "dag: +7",
                saying: "nog niet geweest"),
            Fault(
                file: youth, old: "dag: -77, door: olaf", new: "dag: -177, door: olaf", mark: "dag: -177, door: olaf",
                saying: "eerder"),
            Fault(
                file: youth, old: "dag: -77, door: olaf", new: "dag: -77, door: otto", mark: "otto",
                saying: "otto staat niet in mensen.yml"),
            Fault(
                file: youth, old: "dag: -392, door: willem, doet: begint", new: "dag: -392, door: willem, doet: denkt",
                mark: "doet: denkt", saying: "bekend zijn begint"),
            Fault(
                file: youth, old: "waarom: Plek in de dorpen,", new: "waarom: \"\" # Plek in de dorpen,",
                mark: "dag: -270", saying: "waarom u dit wijzigt"),
            Fault(
                file: youth, old: "was: Een kind houdt bij", new: "was: Elk kind houdt bij", mark: "dag: -226",
                saying: "staat 0 keer"),
            Fault(
                file: youth, old: "dag: -155, door: samir", new: "dag: -155, door: cornelie", mark: "dag: -155",
                saying: "geen functie"),
            Fault(
                file: youth, old: "van: adopt, naar: adopted", new: "van: adopt, naar: draft", mark: "dag: -77",
                saying: "kan niet"),
            Fault(
                file: sport, old: "van: Koos Blankers", new: "van: Koos Blank", mark: "sleutel: pleinen-dorpen",
                saying: "Koos Blank staat niet"),
            Fault(
                file: sport, old: "bij: We beginnen met zes pleinen.", new: "bij: We beginnen met tien pleinen.",
                mark: "sleutel: pleinen-dorpen", saying: "\"stuurt inbreng in\" kan niet"),
            Fault(
                file: sport, old: "voorgesteld: { dag: -68, door: dewi", new: "voorgesteld: { dag: -68, door: sanne",
                mark: "sleutel: bestuur-samen", saying: "\"stelt afdoening vast\" kan niet"),
            Fault(
                file: "plannen/sport/feiten.yml", old: "inbreng: [pleinen-dorpen]", new: "inbreng: [pleinen]",
                mark: "dag: -38", saying: "geen inbreng \"pleinen\""),
        ]
    }
}

extension FolderState {
    /// Names of the plans: what must still be there.
    fileprivate func names(in data: URL) -> [String] { data.appending(path: "plans").names }
}
