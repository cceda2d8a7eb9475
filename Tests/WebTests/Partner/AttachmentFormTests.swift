import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Files that go with a reaction: taken by what is in them, given back only to be saved.
@Suite("Attachments of a reaction")
struct AttachmentFormTests {
    private static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    @Test func aFileIsKeptAndGivenBackAsADownload() async throws {
        try await HeardSite.with { heard in
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Zie bijlage")], as: heard.police)
            let answer = try await heard.attach(Self.pdf, named: "notitie \"wijk\".pdf")
            #expect(answer.status == 303)
            let page = try await heard.get("/reactie/1", as: heard.police).body
            let path = try #require(
                page.firstMatch(of: /href="(\/plannen[^"?]*\/bijlagen\/[a-z0-9-]+)[?"]/)
            ).1
            let file = try await heard.site.get(String(path), as: heard.police)
            #expect(file.status == 200 && file.body == "%PDF-1.7\n%%EOF\n")
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment; filename=\"") == true)
            #expect(file.headers["x-content-type-options"] == "nosniff")
            #expect(file.headers["content-security-policy"] == "default-src 'none'; sandbox")
            #expect(try await heard.site.get(String(path), as: heard.fireBrigade).status == 404)
            #expect(try await heard.site.post(String(path) + "/weg", [], as: heard.police).status == 303)
            #expect(try await heard.site.get(String(path), as: heard.police).status == 404)
        }
    }

    @Test func whatIsRefusedIsNamedWithItsReasonAndNothingIsKept() async throws {
        try await HeardSite.with { heard in
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Zie bijlage")], as: heard.police)
            let before = try await heard.state()
            let refused: [([UInt8], String, String)] = [
                (Array("<svg onload=alert(1)>".utf8), "plaatje.png", "is geen PDF"),
                (Array("MZ".utf8), "notitie.pdf", "is geen PDF"),
                ([], "leeg.pdf", "kies één bestand"),
                (Array("PK\u{3}\u{4}kapot".utf8), "brief.docx", "beschadigd"),
                (Self.pdf + [UInt8](repeating: 32, count: 10 * 1_024 * 1_024), "groot.pdf", "te groot"),
            ]
            for (bytes, name, reason) in refused {
                let answer = try await heard.attach(bytes, named: name)
                #expect(answer.status == 422 && answer.body.lowercased().contains(reason.lowercased()), "\(name)")
            }
            #expect(try await heard.state() == before)
        }
    }
}

extension HeardSite {
    /// Adds a file to the first item of the police.
    func attach(_ bytes: [UInt8], named name: String) async throws -> WireResponse {
        let boundary = "grens"
        let quoted = name.replacing("\"", with: "%22")
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n\(police.token)\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"bijlage\"; filename=\"\(quoted)\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n"
        return try await site.send(
            "POST", base + "/reactie/1/bijlagen",
            headers: [
                "Origin": "http://127.0.0.1:\(site.port)",
                "Content-Type": "multipart/form-data; boundary=\(boundary)",
            ], body: Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8), as: police)
    }
}
