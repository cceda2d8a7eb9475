import PlanDomain

@testable import Web

/// The wrong ways in which a form can be filled in, made from the right one.
struct WrongAnswers {
    typealias Attempt = (name: String, values: [(String, String)], file: (String, String, [UInt8])?)

    private let bench: AbuseBench
    private var post: ValidPost { bench.post }
    private var values: [(String, String)] { bench.values }

    init(of bench: AbuseBench) { self.bench = bench }

    var all: [Attempt] { empty + overlong + unknown + doubled + files }

    /// With every answer left out, and with every answer empty. A mere button is a right form without answers.
    private var empty: [Attempt] {
        guard !post.asksNothing else { return [] }
        let seal = values.filter { $0.0 == FormSeal.requestName }
        return [
            ("nothing", seal, emptyFile), ("empty", seal + bench.fields.map { ($0, "") }, emptyFile),
        ]
    }

    private var emptyFile: (String, String, [UInt8])? { post.file.map { ($0.0, "", []) } }

    /// One text at a time, as long as the site takes a form at all.
    private var overlong: [Attempt] {
        let texts = Set(bench.controls.filter { $0.kind == .text || $0.kind == .hidden }.map(\.name))
        let length = post.overlong ?? (post.route.limits.bytes > FormLimits.fields.bytes ? 210_001 : 100_001)
        return bench.fields.filter(texts.contains).map { name in
            ("overlong \(name)", with(name, [String(repeating: "a", count: length)]), nil)
        }
    }

    /// Answers that were never offered, and in the place of what a form carries out of sight that of somebody else.
    private var unknown: [Attempt] {
        let kinds = Dictionary(bench.controls.map { ($0.name, $0.kind) }) { first, _ in first }
        return bench.fields.flatMap { name -> [Attempt] in
            guard let kind = kinds[name], ![.text, .file].contains(kind), !post.free.contains(name) else { return [] }
            let isVersion = values.contains { $0.0 == name && CommitID($0.1) != nil }
            let others = ["van-een-ander"] + (isVersion ? [bench.scene.foreignNames["commit"] ?? ""] : [])
            return others.map { ("\(name) of another (\($0))", with(name, [$0]), nil) }
        }
    }

    /// Every field twice, the seal twice, and each single answer with another one beside it.
    private var doubled: [Attempt] {
        let seal = values.filter { $0.0 == FormSeal.requestName }
        let ticks = Set(bench.controls.filter { $0.kind == .tick }.map(\.name))
        let single = bench.fields.filter { !ticks.contains($0) && post.file?.0 != $0 }
        let own = values.filter { single.contains($0.0) }
        var attempts: [Attempt] = own.isEmpty ? [] : [("all twice", values + own, nil)]
        if !seal.isEmpty { attempts.append(("seal twice", values + seal, nil)) }
        attempts += single.map { name in
            ("\(name) twice", with(name, [values.first { $0.0 == name }?.1 ?? "", "anders"]), nil)
        }
        return attempts
    }

    private var files: [Attempt] {
        post.file.map { file in
            [
                ("a page", values, (file.0, "kaart.pdf", Array("<script>alert(1)</script>".utf8))),
                ("no bytes", values, (file.0, "a.pdf", [])),
            ]
        } ?? []
    }

    private func with(_ name: String, _ answers: [String]) -> [(String, String)] {
        values.filter { $0.0 != name } + answers.map { (name, $0) }
    }
}

extension AbuseBench {
    func state(without table: String) async throws -> KnownState {
        try await scene.state(without: post.keepsWords.union([table]))
    }

    /// Addresses of things that are not there, cannot be there, or are somebody else's.
    var othersAddresses: [(String, String)] {
        post.parameters.flatMap { name -> [(String, String)] in
            let others = ["bestaat-niet", "0", "-1", "%00", "%2e%2e%2fx", String(repeating: "a", count: 300)]
            return (others + [scene.foreignNames[name]].compactMap { $0 }).map { other in
                ("\(name) \(other.prefix(20))", post.target(in: scene, [name: other]))
            }
        }
    }

    /// Who may not send this form.
    var others: [Sender] {
        switch post.route.access {
        case .everyone: []
        case .signedIn: [.visitor, .police]
        case .administrators: [.visitor, .nobody, .stranger, .secretary, .police]
        case .holders: [.visitor, .nobody, .police]
        case .plan, .planReader: [.visitor, .nobody, .stranger, .clerk, .police].filter { mayNot($0) }
        case .contributor: [.visitor, .nobody, .stranger, .drafter, .outsider]
        }
    }

    /// The clerk works on every plan, and may do some of this.
    private func mayNot(_ sender: Sender) -> Bool {
        guard case .plan(let right) = post.route.access else { return true }
        return sender != .clerk || !right.roles.contains(.clerk)
    }
}
