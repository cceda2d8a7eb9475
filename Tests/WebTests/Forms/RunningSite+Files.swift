import Foundation

@testable import Web

/// A file that a form sends.
struct SentFile {
    let field: String
    let name: String
    let bytes: Data

    init(_ field: String, _ name: String, _ bytes: Data) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}

extension RunningSite {
    /// Sends a form with files, as browsers do.
    func send(_ form: PageForm, with files: [SentFile], as reader: Reader? = nil) async throws -> WireResponse {
        let boundary = "----grens7MA4"
        var body: [UInt8] = []
        for (name, value) in [("_token", (reader ?? self.reader).token)] + form.values {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
            body += Array(head.utf8) + Array(file.bytes) + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        let headers = [
            "Origin": "http://127.0.0.1:\(port)", "Content-Type": "multipart/form-data; boundary=\(boundary)",
        ]
        return try await send("POST", form.action, headers: headers, body: body, as: reader)
    }
}
