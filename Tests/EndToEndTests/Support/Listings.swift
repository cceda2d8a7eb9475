import Foundation

/// What the program prints with `--json`, as far as other programs count on it.
struct PlanLine: Decodable, Equatable, Sendable {
    let id: String
    let title: String
    let type: String
    let stage: String
}

struct ActLine: Decodable, Equatable {
    let sequence: Int
    let kind: String
    let date: String?
    let function: String
    let sentence: String
    let text: String
    let commit: String
}

struct DocumentLine: Decodable {
    let name: String
    let title: String
}

struct PlanReport: Decodable {
    let id: String
    let stage: String
    let acts: Int
    let versions: [String]
    let follows: String?
    let organisations: Int
    let sections: [SectionLine]

    struct SectionLine: Decodable {
        let id: String
        let title: String
        let stage: String
    }
}

struct RegisterResult: Decodable {
    let sound: Bool
    let acts: Int
    let act: Int?
    let fault: String?
}

/// A data folder seen through the commands that list.
struct Listing {
    let data: URL

    func plans() throws -> [PlanLine] { try decoded(Paraaf.run("plan", "list", "--json", data: data)) }

    /// The one plan of a type. Every test asks for it, so it is read from the repositories, which takes a tenth of the
    /// time of a listing.
    func plan(_ type: String) throws -> String {
        let names = data.appending(path: "plans").names.map { String($0.dropLast(4)) }
        let name = try names.first { name in
            try StockGit(plan: name, in: data).run("show", "main:plan.yml").lines.contains("type: \(type)")
        }
        guard let name else { throw Command.Failure("no \(type) in \(data.plain)") }
        return name
    }

    func report(_ plan: String) throws -> PlanReport {
        try decoded(Paraaf.run("plan", "show", plan, "--json", data: data))
    }

    func acts(of plan: String) throws -> [ActLine] {
        try decoded(Paraaf.run("register", "show", plan, "--json", data: data))
    }

    func documents(of plan: String) throws -> [DocumentLine] {
        try decoded(Paraaf.run("document", "list", plan, "--json", data: data))
    }

    func verification(of plan: String) throws -> RegisterResult {
        try JSONDecoder().decode(
            RegisterResult.self, from: Paraaf.run("register", "verify", plan, "--json", data: data).output)
    }

    func export(of plan: String) throws -> Data { try Paraaf.run("plan", "export", plan, data: data).output }

    private func decoded<Value: Decodable>(_ answer: Command) throws -> Value {
        guard answer.status == 0 else { throw Command.Failure(answer.complaint) }
        return try JSONDecoder().decode(Value.self, from: answer.output)
    }
}
