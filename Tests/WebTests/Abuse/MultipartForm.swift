import Foundation

@testable import Web

/// A form with a file, as browsers send it (RFC 7578).
struct MultipartForm {
    let bytes: [UInt8]
    private static let boundary = "grens-van-de-proef"

    /// - Parameter file: the name of its field, its own name, and what is in it.
    init(_ values: [(String, String)], file: (String, String, String)?, token: String?) {
        let all = (token.map { [(FormSeal.tokenName, $0)] } ?? []) + values
        var text = all.map { Self.part("name=\"\($0.0)\"", $0.1) }.joined()
        if let file { text += Self.part("name=\"\(file.0)\"; filename=\"\(file.1)\"", file.2) }
        bytes = Array((text + "--\(Self.boundary)--\r\n").utf8)
    }

    func headers(at port: Int) -> [String: String] {
        [
            "Origin": "http://127.0.0.1:\(port)",
            "Content-Type": "multipart/form-data; boundary=\(Self.boundary)",
        ]
    }

    private static func part(_ head: String, _ body: String) -> String {
        "--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n"
    }
}
