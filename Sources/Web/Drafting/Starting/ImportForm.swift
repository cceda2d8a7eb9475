import Phrases
import PlanDomain
import Workflow

/// What becomes of each heading of a document, what kind of plan it makes and what that is called: one form, so that
/// nothing of it is lost when a part of it is sent.
struct ImportForm {
    private(set) var form: SiteForm
    let view: ImportView

    static let titleLimit = 200

    /// - Parameter values: what was typed; nil shows what was chosen so far.
    init(_ view: ImportView, types: [FormChoice], typed values: FormValues?, phrases: Phrases) {
        self.view = view
        let rows = view.preview.entries.flatMap { Self.fields(of: $0, phrases) }
        let plan = [
            FormField("soort", phrases.text("editor.new.type"), .radios(types)),
            FormField(
                "titel", phrases.text("editor.new.title"), hint: phrases.text("editor.new.title-hint"),
                limit: Self.titleLimit),
        ]
        form = SiteForm(rows + plan, typed: values ?? FormValues(Self.values(of: view)))
    }

    /// Reads what becomes of each heading; faults are noted at their fields.
    mutating func readChoices() -> [PlanImportPreview.Entry.ID: PlanImportPreview.Choice] {
        var choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice] = [:]
        for entry in view.preview.entries {
            let role = form.choice(Self.roleName(entry)).flatMap(PlanImportPreview.Role.init(rawValue:))
            let typed = entry.id > 0 ? form.text(Self.titleName(entry)) : ""
            guard let role else { continue }
            if typed.isEmpty, !entry.title.isEmpty, role != .leftOut {
                form.refuse(Self.titleName(entry), Reason("structure.title-empty"))
            }
            choices[entry.id] = PlanImportPreview.Choice(
                role, title: typed.isEmpty || typed == entry.title ? nil : typed)
        }
        return choices
    }

    /// Notes what is wrong with the title as it was typed; one that is still empty may wait until the plan begins.
    mutating func checkTitle() {
        guard !form.values.all("titel").allSatisfy(\.isEmpty) else { return }
        _ = form.text("titel")
    }

    /// Reads what the plan will be.
    mutating func readPlan() -> (type: String, title: String)? {
        let (type, title) = (form.choice("soort"), form.text("titel"))
        if NewPlanRoutes.isTaken(title) { form.refuse("titel", Reason("editor.new.title-taken")) }
        guard form.isSound, let type else { return nil }
        return (type, title)
    }

    mutating func refuse(_ field: String, _ reason: Reason) { form.refuse(field, reason) }

    /// The title of the plan as it was typed, to be kept; nil where nobody did: then it follows that of the document.
    var typedTitle: String? {
        guard let title = form.values.all("titel").first, title != view.pending.title ?? view.cut?.title ?? "" else {
            return nil
        }
        return title
    }

    /// The same answers for the document as it is cut now.
    func following(_ changed: ImportView, types: [FormChoice], phrases: Phrases) -> ImportForm {
        let title = changed.pending.title ?? changed.cut?.title ?? ""
        return ImportForm(changed, types: types, typed: form.values.replacing("titel", with: title), phrases: phrases)
    }

    static func roleName(_ entry: PlanImportPreview.Entry) -> String { "rol-\(entry.id)" }
    static func titleName(_ entry: PlanImportPreview.Entry) -> String { "kop-\(entry.id)" }

    private static func fields(of entry: PlanImportPreview.Entry, _ phrases: Phrases) -> [FormField] {
        let name = entry.id > 0 ? entry.title : phrases.text("starting.cut.before")
        let roles: [PlanImportPreview.Role] = entry.id > 0 ? PlanImportPreview.Role.allCases : [.section, .leftOut]
        let choices = roles.map { role in
            let key = entry.id > 0 ? role.rawValue : "before-\(role.rawValue)"
            return FormChoice(role.rawValue, phrases.text("starting.role.\(key)"))
        }
        let role = FormField(
            roleName(entry), phrases.text("starting.cut.role", ["title": .text(name)]), .select(choices))
        guard entry.id > 0 else { return [role] }
        let title = FormField(
            titleName(entry), phrases.text("starting.cut.title", ["title": .text(name)]), isRequired: false,
            limit: max(titleLimit, entry.title.count))
        return [title, role]
    }

    private static func values(of view: ImportView) -> [String: [String]] {
        var values = ["titel": [view.pending.title ?? view.cut?.title ?? ""]]
        values["soort"] = view.pending.type.map { [$0] }
        for entry in view.preview.entries {
            let choice = view.choice(for: entry)
            values[roleName(entry)] = [choice.role.rawValue]
            values[titleName(entry)] = [choice.title ?? entry.title]
        }
        return values
    }
}
