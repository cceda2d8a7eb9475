import Foundation
import Testing

/// `paraaf user`: the people who sign in, beside a server or before there is one.
struct UserCommandTests {
    private struct Line: Decodable, Equatable {
        let name: String
        let mail: String
        let state: String
        let hasOneTimeCodes: Bool
        let roles: [RoleLine]

        struct RoleLine: Decodable, Equatable {
            let role: String
            let function: String
            let plan: String?
        }
    }

    private static func people(_ data: URL) throws -> [Line] {
        try JSONDecoder().decode([Line].self, from: Paraaf.run("user", "list", "--json", data: data).output)
    }

    private static func add(
        _ name: String, _ mail: String, _ role: String = "admin", _ more: String..., data: URL
    ) throws -> Command {
        let words = ["user", "add", "--name", name, "--mail", mail, "--role", role, "--function", "Beheerder"]
        return try Paraaf.start(words + more, data: data).end()
    }

    @Test
    func theFirstAdministratorIsMadeInAnEmptyFolder() throws {
        let data = try Scratch().vacancy()
        let answer = try Self.add("Ada Smit", "Ada@Dorp.nl", data: data)
        #expect(answer.status == 0, "\(answer.complaint)")
        // The link alone on standard output, so that it can be piped on.
        #expect(answer.text.wholeMatch(of: #/http://127\.0\.0\.1:8080/wachtwoord/[A-Za-z0-9_-]{43}\n/#) != nil)
        #expect(answer.complaint.contains("Ada Smit"))
        let role = Line.RoleLine(role: "admin", function: "Beheerder", plan: nil)
        #expect(
            try Self.people(data)
                == [
                    Line(name: "Ada Smit", mail: "ada@dorp.nl", state: "invited", hasOneTimeCodes: false, roles: [role])
                ])
        let list = try Paraaf.run("user", "list", data: data).text
        #expect(list.contains("Beheerder (beheerder)") && list.contains("uitgenodigd"))
    }

    @Test
    func peopleAreLookedAfterBesideARunningServer() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let server = try RunningServer(data: list.data)
        #expect(try server.get("/plannen/\(plan)").status == 303)
        try server.signIn()
        #expect(try server.get("/plannen/\(plan)").status == 200)
        let reader = try #require(try Self.people(list.data).first)
        #expect(reader.state == "active" && reader.roles.map(\.role) == ["auditor"])
        #expect(try Paraaf.run("user", "disable", reader.mail, data: list.data).status == 0)
        #expect(try server.get("/plannen/\(plan)").status == 303, "out at once")
        #expect(try Self.people(list.data).first?.state == "disabled")
        #expect(try Paraaf.run("user", "enable", reader.mail, data: list.data).status == 0)
        let reset = try Paraaf.run(
            "user", "reset", reader.mail, "--address", "https://plannen.dorp.nl/", data: list.data)
        #expect(reset.text.hasPrefix("https://plannen.dorp.nl/wachtwoord/"))
        #expect(try Self.people(list.data).first?.state == "invited")
        let link = try #require(reset.text.firstMatch(of: #/(/wachtwoord/\S+)/#)).1
        #expect(try server.get(String(link)).heading == "Kies een wachtwoord")
    }

    @Test
    func whatCannotBeIsRefusedWithTheReasonAndLeavesNothing() throws {
        let data = try Scratch().vacancy()
        #expect(try Self.add("Ada Smit", "ada@dorp.nl", data: data).status == 0)
        expectRefusal(try Self.add("Bo Bos", "ADA@dorp.nl", data: data), saying: "al iemand met dit e-mailadres")
        expectRefusal(try Self.add("Bo Bos", "geen adres", data: data), saying: "geen e-mailadres")
        expectRefusal(try Self.add("", "bo@dorp.nl", data: data), saying: "naam")
        expectRefusal(try Self.add("Bo Bos", "bo@dorp.nl", "partner", data: data), saying: "partner")
        expectRefusal(
            try Self.add("Bo Bos", "bo@dorp.nl", "drafter", "--plan", "bestaat-niet", data: data),
            saying: "bestaat-niet")
        expectRefusal(try Paraaf.run("user", "disable", "bo@dorp.nl", data: data), saying: "persoon is er niet")
        #expect(try Self.add("Bo Bos", "bo@dorp.nl", "koning", data: data).status == 64)
        #expect(try Self.people(data).map(\.mail) == ["ada@dorp.nl"])
    }
}
