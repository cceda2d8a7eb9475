import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `paraaf workflow`: the shipped files are in order and can be drawn, and a slip of the pen is told with its line.
struct WorkflowCommandTests {
    private static let folder = Paraaf.home.appending(path: "workflows")
    private static let shipped = folder.names.filter { $0.hasSuffix(".yml") }

    @Test
    func everyShippedFileIsInOrder() throws {
        #expect(Self.shipped.count >= 4)
        let files = Self.shipped.map { Self.folder.appending(path: $0).plain }
        let answer = try Paraaf.start(["workflow", "check"] + files).end()
        #expect(answer.status == 0 && answer.complaint.isEmpty)
        #expect(answer.lines.count == files.count)
        for (line, file) in zip(answer.lines, files) { #expect(line.hasPrefix("\(file): in orde (")) }
    }

    @Test(arguments: shipped)
    func aPictureIsWellFormedAndSaysWhatItShows(file: String) throws {
        let scratch = try Scratch()
        let picture = scratch.place("werkwijze.svg")
        let source = Self.folder.appending(path: file).plain
        let answer = try Paraaf.run("workflow", "draw", source, "--out", picture.plain)
        #expect(answer.status == 0 && answer.output.isEmpty && answer.complaint.isEmpty)
        let bytes = try Data(contentsOf: picture)
        let reading = PictureReading()
        let parser = XMLParser(data: bytes)
        parser.delegate = reading
        #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
        #expect(reading.root == "svg" && !reading.title.isEmpty && !reading.explanation.isEmpty)
        #expect(try Paraaf.run("workflow", "draw", source).output == bytes)
    }

    private static let faults: [(old: String, new: String, fragment: String)] = [
        ("stages:", "stagess:", "stagess"),
        ("next: decide", "next: deside", "deside"),
        ("condition: texts-filled", "condition: text-filled", "texts-filled"),
        ("\nversion: 2", "\nversion: een", "version"),
        ("stages:", "stages: [", "YAML"),
    ]

    @Test(arguments: faults.indices)
    func aFaultIsToldWithFileAndLine(index: Int) throws {
        let fault = Self.faults[index]
        let scratch = try Scratch()
        let text = try String(contentsOf: Self.folder.appending(path: "plan-van-aanpak.yml"), encoding: .utf8)
        let place = try #require(text.firstRange(of: fault.old), "\(fault.old)")
        let file = try scratch.write(text.replacingCharacters(in: place, with: fault.new), to: "werkwijze.yml")
        let answer = try Paraaf.run("workflow", "check", file.plain)
        #expect(answer.status == 1)
        #expect(!answer.lines.isEmpty)
        for line in answer.lines { #expect(line.prefixMatch(of: #/.*werkwijze\.yml:\d+: \S/#) != nil, "\(line)") }
        #expect(answer.text.contains(fault.fragment) && !answer.text.contains("⟦"))
        let drawn = try Paraaf.run("workflow", "draw", file.plain)
        #expect(drawn.status == 1 && drawn.text.isEmpty && drawn.complaint.contains("werkwijze.yml:"))
    }

    @Test
    func oneFaultyFileAmongSoundOnesIsTold() throws {
        let scratch = try Scratch()
        let sound = Self.folder.appending(path: "plan-van-aanpak.yml").plain
        let empty = try scratch.write("", to: "leeg.yml").plain
        let binary = try scratch.write(Data([0xFF, 0xFE, 0x00]), to: "binair.yml").plain
        let answer = try Paraaf.run("workflow", "check", empty, sound, binary)
        #expect(answer.status == 1)
        #expect(answer.lines.contains { $0.hasPrefix("\(sound): in orde") })
        #expect(answer.lines.contains { $0.contains("leeg.yml:1: ") })
        #expect(answer.lines.contains { $0.contains("binair.yml:1: ") && $0.contains("UTF-8") })
        expectRefusal(try Paraaf.run("workflow", "check", scratch.vacancy().plain), saying: "bestaat niet")
    }
}

/// Title and description of a picture, as a screen reader finds them.
private final class PictureReading: NSObject, XMLParserDelegate {
    private(set) var root: String?
    private(set) var title = ""
    private(set) var explanation = ""
    private var path: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        root = root ?? name
        path.append(name)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if path == ["svg", "title"] { title += text }
        if path == ["svg", "desc"] { explanation += text }
    }
}
