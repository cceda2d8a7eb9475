import Phrases
import PlanDomain
import Workflow

/// The form of a deed as somebody fills it in: the questions of the deed, the function in which they act, and out of
/// sight the text that they were shown.
struct DeedForm: Sendable {
    static let text = "tekst"
    static let capacity = "functie"
    static let confirmation = "gecontroleerd"

    let deed: PlanDeed
    let capacities: [Capacity]
    var form: SiteForm

    /// - Parameters:
    ///   - typed: what was sent; nil for a form that is shown for the first time.
    ///   - shown: the text that goes out with the form.
    init(_ deed: PlanDeed, capacities: [Capacity], typed: FormValues?, shown: CommitID, phrases: Phrases) {
        self.deed = deed
        self.capacities = capacities
        let fields = deed.questions + [Self.field(of: capacities, phrases), FormField(Self.text, "", .hidden)]
        let known = deed.known.merging([Self.capacity: capacities.prefix(1).map(\.formValue)]) { own, _ in own }
        let values = typed ?? FormValues(capacities.count == 1 ? known : deed.known)
        form = SiteForm(fields, typed: values.replacing(Self.text, with: shown.rawValue))
    }

    private static func field(of capacities: [Capacity], _ phrases: Phrases) -> FormField {
        .oneOf(
            capacity, phrases.text("secretary.form.capacity"),
            capacities.map { FormChoice($0.formValue, phrases.text($0)) },
            hint: phrases.text("secretary.form.capacity-hint"))
    }

    /// The function that was chosen; notes at its field where none of them was.
    mutating func chosenCapacity() -> Capacity? {
        form.one(of: capacities.map { FormChoice($0.formValue, "") }, Self.capacity).flatMap { value in
            capacities.first { $0.formValue == value }
        }
    }
}

extension Capacity {
    /// Names it in a form; only what is offered is ever taken.
    var formValue: String {
        let parts = [role.rawValue, function, onBehalfOf?.function ?? "", onBehalfOf?.ground ?? ""]
        return Digest.hexadecimal(of: parts.joined(separator: "\u{1F}").utf8, bytes: 8)
    }
}

extension SiteForm {
    /// The answer to a question that stands out of sight where there is but one answer; see ``FormField/oneOf(_:_:_:hint:)``.
    mutating func one(of choices: [FormChoice], _ name: String) -> String? {
        guard choices.count == 1, let only = choices.first?.value else { return choice(name) }
        if values.all(name) == [only] { return only }
        refuse("", Reason("web.form.choice"))
        return nil
    }
}
