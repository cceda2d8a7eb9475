import Phrases
import PlanDomain
import Workflow

/// One thing that can be done with the division of a plan, as a form of its own.
struct StructureForm: Sendable {
    /// Says which of the forms on a page was sent.
    let action: String
    var form: SiteForm
    let isGrave: Bool
    /// Reads what the form's own fields say; nil where they do not say it.
    let edit: @Sendable (inout SiteForm) -> StructureEdit?

    /// - Parameter fields: besides the reason, which every form asks; with what is filled in to begin with.
    init(
        _ action: String, _ fields: [(FormField, String)] = [], isGrave: Bool = false, phrases: Phrases,
        edit: @escaping @Sendable (inout SiteForm) -> StructureEdit?
    ) {
        self.action = action
        self.isGrave = isGrave
        self.edit = edit
        let reason = FormField(Self.reasonName(action), phrases.text("editor.summary"), limit: 200)
        var held = Dictionary(uniqueKeysWithValues: fields.map { ($0.0.name, $0.1) })
        held[reason.name] = phrases.text("editor.structure.reason.\(action)")
        form = SiteForm(fields.map(\.0) + [reason], holding: held)
    }

    static func reasonName(_ action: String) -> String { "reden-\(action)" }

    /// With what was typed. A button without a box for the reason gives the usual one.
    func typed(_ values: FormValues) -> StructureForm {
        var typed = self
        let reason = Self.reasonName(action)
        let usual = form.values.all(reason).first ?? ""
        typed.form = SiteForm(
            form.fields, typed: values.has(reason) ? values : values.replacing(reason, with: usual))
        return typed
    }
}

/// The forms for what can be done with the sections and chapters of one plan.
struct StructureForms: Sendable {
    let present: PlanAtHand
    let phrases: Phrases

    private var text: PlanText { present.text }

    /// A new chapter, and a new section.
    var additions: [StructureForm] {
        let chapters = text.chapters.map { FormChoice($0.id, name(of: $0)) }
        return [
            StructureForm(
                "nieuwe-sectie",
                [
                    (field("sectietitel", limit: 200), ""),
                    (FormField("hoofdstuk", label("hoofdstuk"), .select(chapters)), ""),
                    (field("steller", isRequired: false), ""),
                ], phrases: phrases
            ) { form in
                let (title, chapter) = (form.text("sectietitel"), form.choice("hoofdstuk"))
                let owner = form.optionalText("steller")
                return chapter.map { .addSection(title: title, chapter: $0, index: nil, owner: owner) }
            },
            StructureForm("nieuw-hoofdstuk", [(field("hoofdstuktitel", limit: 200), "")], phrases: phrases) { form in
                .addChapter(title: form.text("hoofdstuktitel"), index: nil)
            },
        ]
    }

    func section(_ section: Section) -> [StructureForm] {
        let id = section.id
        var forms = [
            StructureForm(
                "hernoem", [(field("titel", limit: 200), section.heading?.title ?? "")], phrases: phrases
            ) { .renameSection(id, title: $0.text("titel")) },
            StructureForm(
                "steller", [(field("functie", isRequired: false), section.owner ?? "")], phrases: phrases
            ) { .setOwner(id, function: $0.optionalText("functie")) },
            StructureForm("omhoog", phrases: phrases) { _ in .stepSection(id, .up) },
            StructureForm("omlaag", phrases: phrases) { _ in .stepSection(id, .down) },
            StructureForm(
                "verplaats", [(FormField("plek", label("plek"), .select(places(without: id))), "")], phrases: phrases
            ) { form in
                guard let place = form.choice("plek"), let slash = place.lastIndex(of: "/"),
                    let index = Int(place[place.index(after: slash)...])
                else { return nil }
                return .moveSection(id, chapter: String(place[..<slash]), index: index)
            },
        ]
        let lines = SplitLines.choices(in: section.body, phrases)
        if !lines.isEmpty {
            forms.append(
                StructureForm(
                    "splits",
                    [
                        (FormField("regel", label("regel"), .select(lines)), ""),
                        (field("tweede-titel", isRequired: false, limit: 200), ""),
                    ], phrases: phrases
                ) { form in
                    let title = form.optionalText("tweede-titel")
                    return form.choice("regel").flatMap { Int($0) }.map { .splitSection(id, line: $0, title: title) }
                })
        }
        if hasNext(id) { forms.append(StructureForm("voeg-samen", phrases: phrases) { _ in .mergeSection(id) }) }
        return forms + [removal { .removeSection(id) }]
    }

    func chapter(_ chapter: Chapter) -> [StructureForm] {
        let id = chapter.id
        return [
            StructureForm(
                "hernoem", [(field("titel", limit: 200), chapter.heading?.title ?? "")], phrases: phrases
            ) { .renameChapter(id, title: $0.text("titel")) },
            StructureForm("omhoog", phrases: phrases) { _ in .stepChapter(id, .up) },
            StructureForm("omlaag", phrases: phrases) { _ in .stepChapter(id, .down) },
            removal { .removeChapter(id) },
        ]
    }

    /// Only with a tick that says so.
    private func removal(_ edit: @escaping @Sendable () -> StructureEdit) -> StructureForm {
        let sure = [FormChoice("ja", phrases.text("editor.structure.sure"))]
        return StructureForm(
            "verwijder", [(FormField("zeker", label("zeker"), .checkboxes(sure)), "")], isGrave: true, phrases: phrases
        ) { form in form.choices("zeker") == ["ja"] ? edit() : nil }
    }

    private func field(_ name: String, isRequired: Bool = true, limit: Int = 120) -> FormField {
        FormField(name, label(name), isRequired: isRequired, limit: limit)
    }

    private func label(_ name: String) -> String { phrases.text("editor.structure.label.\(name)") }

    private func name(of chapter: Chapter) -> String {
        chapter.heading?.plainTitle ?? phrases.text("editor.structure.untitled")
    }

    private func hasNext(_ id: SectionID) -> Bool {
        text.chapters.contains { chapter in chapter.sections.dropLast().contains { $0.id == id } }
    }

    /// Where a section can go: on top of a chapter, or behind another section. Counted as if it were not there itself.
    private func places(without id: SectionID) -> [FormChoice] {
        text.chapters.flatMap { chapter in
            let others = chapter.sections.filter { $0.id != id }
            let top = FormChoice(
                "\(chapter.id)/0",
                phrases.text("editor.structure.place-top", ["chapter": .text(name(of: chapter))]))
            return [top]
                + others.enumerated().map { index, section in
                    let title = section.heading?.plainTitle ?? phrases.text("editor.structure.untitled")
                    return FormChoice(
                        "\(chapter.id)/\(index + 1)",
                        phrases.text(
                            "editor.structure.place-behind",
                            ["chapter": .text(name(of: chapter)), "section": .text(title)]))
                }
        }
    }
}
