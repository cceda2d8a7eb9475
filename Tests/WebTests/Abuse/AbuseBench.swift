import Foundation
import PlanDomain
import Testing

@testable import Web

/// One form of a fresh scene, filled in rightly and ready to be sent in some way.
struct AbuseBench: Sendable {
    let post: ValidPost
    let scene: AbuseScene
    let site: RunningSite
    /// What a browser would send, without the token.
    let values: [(String, String)]
    let controls: [PostedForm.Control]
    var reader: Reader { scene.reader(post.sender) }

    static func with(_ post: ValidPost, _ body: @Sendable @escaping (AbuseBench) async throws -> Void) async throws {
        let scene = try await AbuseScene.fresh()
        if post.begins > 0 {
            scene.world.clock.advance(seconds: post.begins)
            // Everybody is still signed in when they come back to it.
            for secret in scene.readers.values.compactMap(\.secret) {
                try await scene.world.store.touch(secret.hash, at: scene.world.clock.now, hasSecondFactor: true)
            }
        }
        try await scene.open { site in
            let address = post.address(post.page, in: scene)
            let page = try await site.get(address, as: scene.reader(post.sender))
            try #require(page.status == 200, "\(address): \(page.status) \(page.headers["location"] ?? "")")
            let action = post.address(post.formAddress ?? post.route.template, in: scene)
            let form = try #require(
                PostedForm(in: page.body, to: action, mark: post.mark), "no form to \(action) on \(address)")
            let values = form.filled(post.answers(in: scene), ticks: post.ticks)
            try await body(
                AbuseBench(post: post, scene: scene, site: site, values: values, controls: form.controls))
        }
    }

    /// Names of the fields that say something: all but the seal and what this form does not read.
    var fields: [String] {
        let all = values.map(\.0) + controls.map(\.name)
        var seen: Set<String> = [FormSeal.tokenName, FormSeal.requestName]
        return all.filter { seen.insert($0).inserted && !post.unread.contains($0) }
    }

    func state() async throws -> KnownState { try await scene.state(without: post.keepsWords) }

    /// Sends these values.
    ///
    /// - Parameters:
    ///   - token: what the form bears in place of its own token; an empty one for none at all.
    ///   - file: in place of the right one.
    func send(
        _ values: [(String, String)], to target: String? = nil, token: String? = nil, as other: Reader? = nil,
        file: (String, String, [UInt8])? = nil, headers: [String: String] = [:]
    ) async throws -> WireResponse {
        let (reader, target) = (other ?? reader, target ?? post.target(in: scene))
        let token = token ?? reader.token
        let seal = token.isEmpty ? [] : [(FormSeal.tokenName, token)]
        if let file = file ?? post.file {
            let form = MultipartForm(seal + values, file: file, token: nil)
            let own = form.headers(at: site.port).merging(headers) { $1 }
            return try await site.send("POST", target, headers: own, body: form.bytes, as: reader)
        }
        let body = (seal + values).map { "\(RunningSite.encoded($0.0))=\(RunningSite.encoded($0.1))" }
            .joined(separator: "&")
        let own = ["Origin": "http://127.0.0.1:\(site.port)", "Content-Type": "application/x-www-form-urlencoded"]
        return try await site.send("POST", target, headers: own.merging(headers) { $1 }, body: body, as: reader)
    }

    /// Sends a wrong form and holds the answer and what the server knows against what they must be.
    func expectRefusal(
        _ name: String, before: inout KnownState, _ send: () async throws -> WireResponse
    ) async throws {
        let answer = try await send()
        #expect((400..<500).contains(answer.status), "\(post), \(name): \(answer.status)")
        #expect(Self.faults(of: answer) == [], "\(post), \(name)")
        let after = try await state()
        #expect(after.differences(from: before) == [], "\(post), \(name): \(answer.status)")
        before = after
    }

    /// What is not clear about an answer: one that tells nothing, or not in words, or that is no sound page.
    static func faults(of answer: WireResponse) -> [String] {
        if answer.status >= 500 { return ["\(answer.status)"] }
        if answer.status == 303 { return answer.headers["location"]?.isEmpty == false ? [] : ["leads nowhere"] }
        guard answer.headers["content-type"]?.hasPrefix("text/html") == true, answer.status >= 400 else {
            return answer.body.isEmpty ? ["says nothing"] : []
        }
        let body = answer.body
        let words = body.contains("<h1") && body.contains("</html>") && !body.contains("⟦")
        return (words ? [] : ["no page with words"]) + MarkupCheck(body).faults.map(String.init(describing:))
    }
}
