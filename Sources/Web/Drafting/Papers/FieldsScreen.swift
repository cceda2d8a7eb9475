import Phrases
import PlanDomain
import Workflow

/// The fields that the nota and the raadsmededeling print, as a form, with what the council is asked where the plan goes
/// there. Decision points stand in as many boxes as there are, and one more on request.
struct FieldsScreen: EditorScreen {
    /// Of each body that decides on a plan of this type.
    let points: [PointBoxes]
    let planning: [PlanningDefinition]
    /// As it stands: what the form does not ask stays what it is.
    let present: PlanMetadata
    let language: Language

    private static let lines: [PlanField] = [
        .title, .period, .programme, .portfolioHolder, .team, .teamCode, .number, .meeting, .disclosureCondition,
        .disclosureGround, .disclosureWording,
    ]

    /// Where the field stands in the form.
    static func anchor(of field: PlanField) -> String {
        switch field {
        case .date: "date-dag"
        case .decisionPoints: PointBoxes.board.name(1)
        case .councilPoints: PointBoxes.council.name(1)
        case .disclosure: "disclosure-1"
        default: field.rawValue
        }
    }

    func form(of place: EditorPlace, typed values: FormValues, phrases: Phrases) -> EditorForm {
        func label(_ field: PlanField) -> String { phrases.text("editor.fields.\(field.rawValue)") }
        func line(_ field: PlanField, isRequired: Bool = false) -> FormField {
            FormField(field.rawValue, label(field), isRequired: isRequired, limit: 300)
        }
        var fields = [line(.title, isRequired: true), line(.period), line(.programme), line(.portfolioHolder)]
        fields += [line(.team), line(.teamCode), line(.number)]
        fields.append(FormField("date", label(.date), .date, isRequired: false))
        fields.append(line(.meeting))
        fields += points.flatMap { $0.fields(values, phrases) }
        fields.append(
            FormField(
                "attachments", label(.attachments), .textarea(rows: 4),
                hint: phrases.text("editor.fields.attachments-hint"), isRequired: false))
        fields.append(FormField("disclosure", label(.disclosure), .radios(Self.choices(phrases)), isRequired: false))
        fields += [line(.disclosureCondition), line(.disclosureGround), line(.disclosureWording)]
        fields += dates.map { FormField($0.name, phrases.text($0.label), .date, isRequired: false) }
        return EditorForm(place, fields: fields, typed: values, phrases: phrases)
    }

    private static func choices(_ phrases: Phrases) -> [FormChoice] {
        [FormChoice("geen", phrases.text("editor.fields.no-disclosure"))]
            + Disclosure.Choice.allCases.map { choice in
                FormChoice(
                    choice.rawValue, phrases.capitalized(phrases.text("disclosure.\(choice.rawValue)")))
            }
    }

    /// The dates of the plan's own planning: those that its workflow names, and others that it has.
    private var dates: [(name: String, label: LocalizedText)] {
        let known = planning.map { (name: "planning-\($0.id)", label: $0.label) }
        let names = Set(planning.map(\.id))
        let others = present.planning.keys.filter { !names.contains($0) }.sorted()
        return known + others.map { (name: "planning-\($0)", label: LocalizedText(nl: $0, en: nil)) }
    }

    func values(of text: String) -> [String: [String]] {
        guard let fields = try? PlanFields(encoded: text) else { return [:] }
        var values: [String: [String]] = [:]
        for field in Self.lines { values[field.rawValue] = [fields[field]] }
        values["attachments"] = [fields[.attachments]]
        values["disclosure"] = [fields[.disclosure].isEmpty ? "geen" : fields[.disclosure]]
        for boxes in points { values.merge(boxes.values(of: fields[boxes.field])) { $1 } }
        for name in ["date"] + dates.map(\.name) {
            Self.split(fields[PlanField(rawValue: name)], into: &values, as: name)
        }
        return values
    }

    /// A date that is none stands in the first box as it was typed.
    private static func split(_ text: String, into values: inout [String: [String]], as name: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let boxes = FormField.dateParts(of: name)
        guard parts.count == 3 else {
            if !text.isEmpty { values[boxes[0]] = [text] }
            return
        }
        let trimmed = parts.map { String($0.drop { $0 == "0" }) }
        values[boxes[0]] = [trimmed[2]]
        values[boxes[1]] = [trimmed[1]]
        values[boxes[2]] = [parts[0]]
    }

    func text(in values: FormValues) -> String {
        var fields = PlanFields([:])
        for field in Self.lines { fields.texts[field] = values.all(field.rawValue).first }
        fields.texts[.attachments] = values.all("attachments").first.map(PointBoxes.plain)
        let choice = values.all("disclosure").first
        fields.texts[.disclosure] = choice == "geen" ? nil : choice
        fields.texts[.councilPoints] = present.decisionPoints(for: .raad).joined(separator: "\n\n")
        for boxes in points { fields.texts[boxes.field] = boxes.text(in: values) }
        for name in ["date"] + dates.map(\.name) { fields.texts[PlanField(rawValue: name)] = Self.date(name, values) }
        fields.texts = fields.texts.filter { !$0.value.isEmpty }
        return fields.encoded
    }

    private static func date(_ name: String, _ values: FormValues) -> String? {
        let parts = FormField.dateParts(of: name).map {
            (values.all($0).first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        if numbers.count == 3, let date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) {
            return date.iso8601
        }
        return "\(parts[2])-\(parts[1])-\(parts[0])"
    }

    func check(_ form: inout EditorForm) {
        for field in form.form.fields where !["reden", "aard", "inbreng"].contains(field.name) {
            switch field.kind {
            case .date: _ = form.form.date(field.name)
            case .radios: _ = form.form.choice(field.name)
            default: _ = form.form.text(field.name)
            }
        }
    }

    func page(_ content: EditorContent) -> FieldsPage { FieldsPage(content) }
}
