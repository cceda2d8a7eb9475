import PlanDomain
import Workflow

/// How `plan.yml` holds what the nota proposes to make public.
extension Disclosure {
    /// Nil where no choice is written.
    init?(from fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["choice", "condition", "ground", "wording", "closed-parts"])
        guard let choice = try fields.value("choice", Choice.init(rawValue:)) else { return nil }
        self.init(
            choice, condition: try fields.text("condition"), ground: try fields.text("ground"),
            wording: try fields.text("wording"),
            closedParts: try fields.list("closed-parts").map(ClosedPart.init(from:))
        )
    }

    var fields: YAMLText {
        var fields = YAMLText()
        fields.add("choice", choice.rawValue)
        fields.add("condition", condition)
        fields.add("ground", ground)
        fields.add("wording", wording)
        fields.add("closed-parts", list: closedParts.map(\.fields))
        return fields
    }
}

extension ClosedPart {
    fileprivate init(from fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["section", "document", "ground", "hides-title"])
        let subject: Subject =
            if let section = try fields.text("section") {
                .section(section)
            } else {
                .document(try fields.required("document"))
            }
        self.init(subject, ground: try fields.text("ground"), hidesTitle: try fields.flag("hides-title"))
    }

    fileprivate var fields: YAMLText {
        var fields = YAMLText()
        switch subject {
        case .section(let id): fields.add("section", id)
        case .document(let name): fields.add("document", name)
        }
        fields.add("ground", ground)
        fields.add("hides-title", flag: hidesTitle)
        return fields
    }
}
