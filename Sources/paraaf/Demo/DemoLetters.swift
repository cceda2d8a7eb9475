import Foundation
import PlanDomain
import PlanRepositories
import Workflow

/// Letters of residents that wait to be judged (`brieven.yml`): put together from sentences, so that a desk can be filled
/// with as many as somebody wants to try.
struct DemoLetters {
    static let file = "brieven.yml"

    /// The short name of the plan that they are about.
    let plan: String
    let count: Int
    let place: Place
    private let parts: [[String]]

    /// Nil for a demo without letters.
    init?(in folder: DemoFolder) throws {
        guard folder.has(Self.file) else { return nil }
        let fields = try folder.fields(Self.file)
        let names = ["begin", "wens", "reden", "groet"]
        try fields.allowOnly(Set(["plan", "aantal"] + names))
        plan = try fields.required("plan")
        count = try fields.requiredValue("aantal") { Int($0) }
        parts = try names.map { try fields.texts($0) }
        place = fields.place
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw fields.place.fault("demo.letters-empty") }
    }

    /// One after the other, each of a sentence of every list. The lists turn at a pace of their own, so that it takes long
    /// before a letter comes back; from then on it is one that somebody sent in twice.
    func text(_ number: Int) -> String {
        var rest = number
        return parts.map { sentences in
            let sentence = sentences[(rest + number) % sentences.count]
            rest /= sentences.count
            return sentence
        }.joined(separator: " ")
    }
}
