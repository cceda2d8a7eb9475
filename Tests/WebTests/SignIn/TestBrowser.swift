import Foundation

@testable import Web

/// A browser that keeps cookies, follows nothing, and sends forms with the token of the page that it saw last.
final class TestBrowser {
    let site: RunningSite
    private(set) var cookies: [String: String] = [:]
    private var token = ""

    init(_ site: RunningSite) { self.site = site }

    /// As it stands in the cookie; nil for somebody who is not signed in.
    var session: String? { cookies["paraaf"] }

    func get(_ target: String) async throws -> WireResponse {
        taken(try await site.get(target, headers: header, as: .visitor))
    }

    func post(
        _ target: String, _ values: [(String, String)], headers: [String: String] = [:]
    ) async throws -> WireResponse {
        let pairs = [("_token", token)] + values
        let body = pairs.map { "\(RunningSite.encoded($0.0))=\(RunningSite.encoded($0.1))" }.joined(separator: "&")
        let own = [
            "Origin": "http://127.0.0.1:\(site.port)", "Content-Type": "application/x-www-form-urlencoded",
        ].merging(header) { $1 }.merging(headers) { $1 }
        return taken(try await site.send("POST", target, headers: own, body: body, as: .visitor))
    }

    private var header: [String: String] {
        cookies.isEmpty ? [:] : ["Cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
    }

    private func taken(_ answer: WireResponse) -> WireResponse {
        for match in (answer.headers["set-cookie"] ?? "").matches(of: /(?:^|, )([\w-]+)=([^;,]*)/) {
            cookies[String(match.1)] = match.2.isEmpty ? nil : String(match.2)
        }
        if let match = answer.body.firstMatch(of: /name="_token" value="([^"]+)"/) { token = String(match.1) }
        return answer
    }
}
