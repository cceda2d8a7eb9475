import PlanDomain
import Prose

/// What somebody chose between two texts, passage by passage, as the form of a conflict sends it.
struct ConflictChoices {
    enum Side: String, CaseIterable {
        case mine = "mijn"
        case theirs = "ander"
        case both = "beide"
        case own = "eigen"
    }

    private let form: FormValues

    init(_ form: FormValues) { self.form = form }

    static func choiceName(_ number: Int) -> String { "keuze-\(number)" }
    static func ownName(_ number: Int) -> String { "eigen-\(number)" }

    func side(_ number: Int) -> Side? { form.all(Self.choiceName(number)).first.flatMap(Side.init(rawValue:)) }

    func own(_ number: Int) -> String? {
        form.all(Self.ownName(number)).first?.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// One for each passage that the form asked about; nil when one is missing.
    var choices: [PassageMerge.Choice]? {
        let count = form.all("passages").first.flatMap { Int($0) } ?? 0
        guard (1...10_000).contains(count) else { return nil }
        var choices: [PassageMerge.Choice] = []
        for number in 1...count {
            switch side(number) {
            case nil: return nil
            case .mine: choices.append(.mine)
            case .theirs: choices.append(.theirs)
            case .both: choices.append(.own(form.all("samen-\(number)").first?.replacing("\r\n", with: "\n") ?? ""))
            case .own: choices.append(.own(own(number) ?? ""))
            }
        }
        return choices
    }
}
