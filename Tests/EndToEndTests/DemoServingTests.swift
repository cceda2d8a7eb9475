import Foundation
import Testing

/// A demo lets anybody be anybody: it is served where only this machine reaches it, or where that was asked for, and a
/// folder that is no demo never offers it.
struct DemoServingTests {
    @Test(arguments: [
        [], ["--demo"], ["--host", "localhost"], ["--host", "127.0.0.2"], ["--host", "0.0.0.0", "--demo"],
    ])
    func aDemoIsServedAsOne(options: [String]) throws {
        let scratch = try Scratch()
        let child = try serve(options, try DemoContent.built(in: scratch))
        try waitUntilServed(child)
        #expect(child.complaint.contains("Dit is een demo"))
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "127.0.0.1.example", "demo.example"])
    func aDemoInTheOpenMustBeAskedFor(host: String) throws {
        let scratch = try Scratch()
        let answer = try serve(["--host", host], try DemoContent.built(in: scratch)).end()
        expectRefusal(answer, saying: host, "--demo")
    }

    @Test(arguments: [["--demo"], ["--demo", "--host", "0.0.0.0"]])
    func aFolderThatIsNoDemoIsNotServedAsOne(options: [String]) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        expectRefusal(try serve(options, data).end(), saying: data.plain, "geen demo")
        expectRefusal(try serve(options, scratch.vacancy()).end(), saying: "geen demo")
    }

    @Test
    func aFolderThatIsNoDemoIsServedWithoutAWordOfIt() throws {
        let scratch = try Scratch()
        let child = try serve([], try PublishedCase.example.replayed(in: scratch))
        try waitUntilServed(child)
        #expect(!child.complaint.contains("demo"))
    }

    @Test
    func onlyTheDemoSaysOnItsPagesThatItIsOne() throws {
        let scratch = try Scratch()
        let demo = try RunningServer(data: try DemoContent.built(in: scratch))
        #expect(try demo.get("/").text.contains("Dit is een demo."))
        let town = try RunningServer(data: try PublishedCase.example.replayed(in: scratch))
        #expect(try !town.get("/").text.contains("demo"))
    }

    /// A mark that nobody but the builder of demos writes is not taken for one.
    @Test(arguments: ["{\"format\":1,\"demo\":true}\n", "{\"format\":1,\"demo\":\"ja\"}\n"])
    func aMarkThatIsNoneIsRefused(format: String) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        try Data(format.utf8).write(to: data.appending(path: "paraaf.json"))
        expectRefusal(try serve([], data).end(), saying: data.plain)
    }

    private func serve(_ options: [String], _ data: URL) throws -> Child {
        try Paraaf.start(["serve", "--port", "0"] + options, data: data)
    }

    private func waitUntilServed(_ child: Child) throws {
        let deadline = Date.now.addingTimeInterval(60)
        while child.isRunning, Date.now < deadline, !child.output.contains("draait op") { usleep(20_000) }
        try #require(child.isRunning && child.output.contains("draait op"), "\(child.complaint)")
    }
}
