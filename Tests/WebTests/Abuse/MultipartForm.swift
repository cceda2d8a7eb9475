import Foundation

@testable import Web

/// A form with a file, as browsers send it (RFC 7578).
struct MultipartForm {
    let bytes: [UInt8]
    private static let boundary = "grens-van-de-proef"

    /// - Parameter file: the name of its field, its own name, and what is in it.
    init(_ values: [(String, String)], file: (String, String, [UInt8])?, token: String?) {
        let all = (token.map { [(FormSeal.tokenName, $0)] } ?? []) + values
        var bytes = all.flatMap { Self.part("name=\"\($0.0)\"", Array($0.1.utf8)) }
        if let file { bytes += Self.part("name=\"\(file.0)\"; filename=\"\(file.1)\"", file.2) }
        self.bytes = bytes + Array("--\(Self.boundary)--\r\n".utf8)
    }

    func headers(at port: Int) -> [String: String] {
        [
            "Origin": "http://127.0.0.1:\(port)",
            "Content-Type": "multipart/form-data; boundary=\(Self.boundary)",
        ]
    }

    private static func part(_ head: String, _ body: [UInt8]) -> [UInt8] {
        Array("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + body + [13, 10]
    }
}
