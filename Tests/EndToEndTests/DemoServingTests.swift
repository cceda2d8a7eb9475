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

    @Test
    func everybodyOfTheDemoCanBeTakenAndSeesAPage() throws {
        let scratch = try Scratch()
        let server = try RunningServer(data: try DemoContent.built(in: scratch))
        let choice = try server.get("/demo")
        let values = choice.text.matches(of: #/name="wie" value="([^"]+)"/#).map { String($0.1) }
        let people = try DemoContent.values(of: "naam", in: "mensen.yml").filter { $0 != "Willem Scholten" }
        let contacts = try DemoContent.values(of: "naam", in: "partners.yml")
        #expect(values.filter { !$0.contains(" ") }.count == people.count, "who left cannot come in")
        for name in people + contacts { #expect(choice.text.contains("<h3>\(name)</h3>"), "\(name)") }
        #expect(!choice.text.contains("Willem Scholten") && !choice.text.contains("⟦"))
        for value in values {
            let (answer, page) = try server.become(value)
            #expect(answer.status == 303, "\(value)")
            #expect(page?.status == 200 && page?.text.contains("action=\"/uitloggen\"") == true, "\(value)")
            #expect((people + contacts).contains { page?.text.contains("U bent nu \($0).") == true }, "\(value)")
        }
    }

    @Test
    func aFolderThatIsNoDemoHasNoSuchWayIn() throws {
        let scratch = try Scratch()
        let server = try RunningServer(data: try PublishedCase.example.replayed(in: scratch))
        #expect(try server.get("/demo").status == 404)
        for token in ["", String(repeating: "A", count: 43)] {
            let answer = try server.send("POST", "/demo", body: "_token=\(token)&wie=iemand")
            #expect(answer.status == 404 && !answer.head.lowercased().contains("set-cookie: paraaf="))
        }
    }

    @Test
    func aDemoBehindAProxyMustBeAskedFor() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        expectRefusal(try serve(["--tls"], data).end(), saying: "--demo")
        try waitUntilServed(try serve(["--tls", "--demo"], data))
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
