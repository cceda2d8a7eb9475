import Phrases
import PlanDomain

/// One question as it stands on a page: label above, hint, error at the field, and what was typed back in its place.
struct FieldContent: PageContent {
    let field: FormField
    let label: String
    let error: String?
    /// What was typed; never for a password or a file.
    let value: String
    let options: [Option]
    let dateParts: [DatePart]

    init(_ field: FormField, values: FormValues, fault: FormFault?, phrases: Phrases) {
        self.field = field
        label =
            field.isMarkedOptional ? phrases.text("web.form.optional", ["label": .text(field.label)]) : field.label
        error = fault.map { phrases.sentence($0.reason) }
        let typed = values.all(field.name)
        value = typed.first ?? ""
        options = field.choices.enumerated().map { index, choice in
            Option(field, choice, number: index + 1, isChosen: typed.contains(choice.value))
        }
        dateParts = Self.dateParts(of: field, values, phrases)
    }

    private static func dateParts(of field: FormField, _ values: FormValues, _ phrases: Phrases) -> [DatePart] {
        guard case .date = field.kind else { return [] }
        let labels = ["web.form.day", "web.form.month", "web.form.year"]
        return zip(FormField.dateParts(of: field.name), labels).enumerated().map { index, part in
            DatePart(
                name: part.0, label: phrases.text(part.1), value: values.all(part.0).first ?? "",
                length: index == 2 ? 4 : 2)
        }
    }

    private var id: String { "veld-\(field.name)" }
    private var hintID: String? { field.hint == nil ? nil : id + "-uitleg" }
    private var errorID: String? { error == nil ? nil : id + "-fout" }
    private var describedBy: String? {
        let ids = [hintID, errorID].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    static let fields: PageFields<FieldContent> = [
        .text("fieldID") { $0.id },
        .text("fieldName") { $0.field.name },
        .text("fieldLabel") { $0.label },
        .text("fieldHint") { $0.field.hint },
        .text("hintID") { $0.hintID },
        .text("fieldError") { $0.error },
        .text("errorID") { $0.errorID },
        .text("describedBy") { $0.describedBy },
        .text("fieldValue") { $0.field.kind.showsValue ? $0.value : "" },
        .text("inputType") { $0.field.kind.inputType },
        .text("inputMode") { $0.field.kind.inputMode },
        .text("autocomplete") { $0.field.autocomplete },
        .text("maxLength") { $0.field.kind.hasLength ? String($0.field.limit) : nil },
        .text("rows") { $0.field.kind.rows.map(String.init) },
        .text("accept") { $0.field.kind.accept },
        .flag("isRequired") { $0.field.isRequired },
        .flag("isHidden") { $0.field.kind.shape == .hidden },
        .flag("isInput") { $0.field.kind.shape == .input },
        .flag("isPassword") { $0.field.kind.inputType == "password" },
        .flag("isTextarea") { $0.field.kind.shape == .textarea },
        .flag("isSelect") { $0.field.kind.shape == .select },
        .flag("isGroup") { $0.field.kind.shape == .group },
        .flag("isDate") { $0.field.kind.shape == .date },
        .flag("isFile") { $0.field.kind.shape == .file },
        .list("suggestions") { $0.field.suggestions.map { TextLine(line: $0) } },
        .text("suggestionsID") { $0.field.suggestions.isEmpty ? nil : $0.id + "-lijst" },
        .list("options") { $0.options },
        .list("dateParts") { $0.dateParts },
    ]
}

extension FieldContent {
    struct Option: PageContent {
        let id: String
        /// `radio` or `checkbox`; empty in a list to select from.
        let type: String
        let choice: FormChoice
        let isChosen: Bool

        init(_ field: FormField, _ choice: FormChoice, number: Int, isChosen: Bool) {
            id = "veld-\(field.name)-\(number)"
            type = field.kind.inputType
            self.choice = choice
            self.isChosen = isChosen
        }

        static let fields: PageFields<Option> = [
            .text("optionID") { $0.id },
            .text("optionType") { $0.type },
            .text("optionValue") { $0.choice.value },
            .text("optionLabel") { $0.choice.label },
            .text("optionHint") { $0.choice.hint },
            .text("optionHintID") { $0.choice.hint == nil ? nil : $0.id + "-uitleg" },
            .flag("isChosen") { $0.isChosen },
        ]
    }

    struct DatePart: PageContent {
        let name: String
        let label: String
        let value: String
        let length: Int

        static let fields: PageFields<DatePart> = [
            .text("partID") { "veld-\($0.name)" },
            .text("partName") { $0.name },
            .text("partLabel") { $0.label },
            .text("partValue") { $0.value },
            .text("partLength") { String($0.length) },
            .flag("isYear") { $0.length == 4 },
        ]
    }
}

extension FormField.Kind {
    /// Which elements ask the question.
    enum Shape { case input, textarea, select, group, date, file, hidden }

    var shape: Shape {
        switch self {
        case .text, .mail, .password, .code, .number, .colour: .input
        case .textarea: .textarea
        case .select: .select
        case .radios, .checkboxes: .group
        case .date: .date
        case .file: .file
        case .hidden: .hidden
        }
    }

    var inputType: String {
        switch self {
        case .mail: "email"
        case .password: "password"
        case .colour: "color"
        case .radios: "radio"
        case .checkboxes: "checkbox"
        default: "text"
        }
    }

    var inputMode: String? {
        switch self {
        case .code, .number: "numeric"
        default: nil
        }
    }

    var rows: Int? { if case .textarea(let rows) = self { rows } else { nil } }
    var accept: String? { if case .file(let accept, _) = self { accept } else { nil } }

    /// A browser stops typing at the limit of a line; in a longer text that would lose what was pasted, so there the
    /// server says it.
    var hasLength: Bool { shape == .input && !["password", "color"].contains(inputType) }

    var showsValue: Bool { inputType != "password" && shape != .file }
}
