import Foundation
import PlanDomain
import Seeded
import Testing
import Workflow

@testable import Web

@Suite("What comes in with a form")
struct FormValuesTests {
    private func urlEncoded(_ text: String, limit: Int = 10) throws -> [String] {
        try URLEncodedForm(Array(text.utf8), limit: limit).fields.map { "\($0.name)=\($0.value)" }
    }

    @Test func valuesAreDecodedInTheirOrder() throws {
        #expect(try urlEncoded("a=1+2&b=%C3%A9%26&c&a=3&d=x%3Dy=z") == ["a=1 2", "b=é&", "c=", "a=3", "d=x=y=z"])
        #expect(try urlEncoded("") == [])
    }

    @Test(arguments: ["a=%FF", "a=%4", "a=%zz", "a=%C3", "%=1", "a&b&c&d&e&f&g&h&i&j&k"])
    func whatIsNoTextAndWhatIsTooMuchIsRefused(body: String) {
        #expect(throws: FormValues.unreadable) { try urlEncoded(body) }
    }

    @Test func whatIsAskedForOnceAndSentTwiceIsRefused() throws {
        let values = FormValues(["naam": ["a", "b"], "vak": ["x"]])
        #expect(values.all("naam") == ["a", "b"])
        #expect(try values.value("vak") == "x")
        #expect(try values.value("niets") == nil)
        let error = #expect(throws: PlanError.self) { try values.value("naam") }
        #expect(error?.reason.key == "web.form.twice")
    }

    // MARK: With files

    private func multipart(_ body: [UInt8], boundary: String = "grens", limit: Int = 10) throws -> [MultipartBody.Part]
    {
        try MultipartBody(body, contentType: "multipart/form-data; boundary=\(boundary)", limit: limit).parts
    }

    private func body(_ parts: [(head: String, bytes: [UInt8])], boundary: String = "grens") -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.bytes + Array("\r\n".utf8) }
            + Array("--\(boundary)--\r\n".utf8)
    }

    @Test func partsAreTakenApart() throws {
        let parts = try multipart(
            body([
                ("Content-Disposition: form-data; name=\"tekst\"", Array("één\r\ntwee".utf8)),
                (
                    "Content-Disposition: form-data; name=\"bijlage\"; filename=\"C:\\map\\plan %22a%22; é.pdf\"\r\n"
                        + "Content-Type: application/pdf", [0, 13, 10, 45, 45, 255]
                ),
                ("content-disposition: form-data; name=\"leeg\"", []),
            ]))
        #expect(parts.map(\.name) == ["tekst", "bijlage", "leeg"])
        #expect(parts.map { Array($0.bytes) } == [Array("één\r\ntwee".utf8), [0, 13, 10, 45, 45, 255], []])
        #expect(parts.map(\.fileName) == [nil, "C:\\map\\plan \"a\"; é.pdf", nil])
        #expect(parts[1].contentType == "application/pdf")
        let file = UploadedFile(name: "C:\\map\\plan.pdf", declaredType: "", bytes: [])
        #expect(file.name == "plan.pdf")
        #expect(UploadedFile(name: "../../etc/passwd", declaredType: "", bytes: []).name == "passwd")
    }

    @Test func anyBytesComeThroughAsTheyAre() throws {
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<200 {
            let parts = (0..<Int.random(in: 0...4, using: &generator)).map { index in
                let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                    [UInt8](arrayLiteral: 13, 10, 45, 103, 114, 0, 255).randomElement(using: &generator) ?? 0
                }
                return ("Content-Disposition: form-data; name=\"v\(index)\"; filename=\"f\"", bytes)
            }
            guard !parts.isEmpty else { continue }
            #expect(try multipart(body(parts)).map { Array($0.bytes) } == parts.map(\.1), "\(parts)")
        }
    }

    @Test(arguments: [
        "", "--grens", "--grens--", "--anders\r\n", "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--grens\r\n\r\nx\r\n--grens--", "--grens\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grens--",
        "--grens\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nx\r\n--grens--",
        "--grens\r\nzonder dubbele punt\r\n\r\nx\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--grens--",
    ])
    func aBodyThatIsNoFormIsRefused(text: String) throws {
        guard text != "--grens--" else {
            #expect(try multipart(Array(text.utf8)).isEmpty)
            return
        }
        #expect(throws: FormValues.unreadable) { try multipart(Array(text.utf8)) }
    }

    @Test func moreePartsThanAllowedAndAStrangeBoundaryAreRefused() throws {
        let many = body((0..<11).map { ("Content-Disposition: form-data; name=\"a\($0)\"", []) })
        #expect(throws: FormValues.unreadable) { try multipart(many) }
        #expect(throws: FormValues.unreadable) {
            try MultipartBody(many, contentType: "multipart/form-data", limit: 100)
        }
        #expect(throws: FormValues.unreadable) {
            try MultipartBody(
                many, contentType: "multipart/form-data; boundary=" + String(repeating: "a", count: 71), limit: 100)
        }
    }
}
