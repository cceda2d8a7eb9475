import Phrases
import PlanDomain
import Workflow

/// Asks of what looks like personal data in a text whether it may be there, before git has it for good.
struct EditorScreening {
    let screening: TextScreening
    let plan: PlanID
    let phrases: Phrases

    static let field = "persoonlijk"

    /// Whether the text may be saved. Where it may not, the form says what was found and asks.
    func admits(
        _ text: String, because summary: String, over saved: String, _ form: inout EditorForm,
        by participant: Participant
    ) async throws -> Bool {
        let title = form.form.field("titel") == nil ? "" : form.form.values.all("titel").first ?? ""
        let old = saved + "\n" + (form.form.values.all("titel-was").first ?? "")
        let inText = try await screening.finds(in: "\(text)\n\(title)", besides: old, of: plan)
        let inSummary = try await screening.finds(in: summary, besides: "", of: plan)
        let finds = inText + inSummary.filter { !inText.contains($0) }
        guard !finds.isEmpty else { return true }
        // What was confirmed is these very words: more of them are asked again.
        let confirmed = finds.map(\.words).joined(separator: " · ")
        if form.form.values.all(Self.field) == [confirmed] {
            try await screening.noteAdmission(of: finds, in: plan, by: participant)
            return true
        }
        let words = phrases.list(finds.map(words))
        form.form.refuse(
            inText.isEmpty ? "reden" : form.form.field("tekst") == nil ? Self.field : "tekst",
            Reason("screening.found", ["words": .text(words)]))
        let key = finds.contains(where: \.isNumber) ? "screening.confirm-number" : "screening.confirm"
        let choice = FormChoice(confirmed, phrases.text(key, ["words": .text(confirmed)]))
        form.form.ask(FormField(Self.field, phrases.text("screening.label"), .checkboxes([choice]), isRequired: false))
        return false
    }

    private func words(_ find: TextScreening.Find) -> String {
        let kind = PhraseKey.name(find.kind.rawValue)
        let what = phrases.text("screening.kind.\(kind)")
        return phrases.text("screening.find", ["words": .text(find.words), "kind": .text(what)])
    }
}

extension EditorWork {
    /// Whether nothing in it looks like personal data that nobody vouched for.
    func isScreened(_ form: inout EditorForm, _ cause: EditorForm.Cause) async throws -> Bool {
        let saved: String
        do {
            saved = try await open(nil).saved
        } catch let error as PlanError where error.code == .notFound {
            // The text is gone, and nothing will be saved: the desk says so.
            return true
        }
        let screening = EditorScreening(
            screening: TextScreening(services.store, time: services.time), plan: place.plan, phrases: phrases)
        return try await screening.admits(
            screen.text(in: context.form), because: cause.summary, over: saved, &form, by: participant)
    }
}
