import Foundation
import Phrases
import PlanDomain
import Workflow

/// Whether an input takes part, and what others do not get to read of it (*beoordelen*).
struct JudgementForm {
    /// How many passages may be typed beside those that are proposed.
    static let passages = 3

    let sheet: ModerationSheet
    let phrases: Phrases

    func form() -> SiteForm {
        let values: [String: [String]] = [
            "oordeel": verdict.map { [$0] } ?? [], "reden": whyNot.map { [$0] } ?? [],
            "weglaten": sheet.redactions.map(Self.value), "versie": [String(sheet.input.version)],
        ]
        return SiteForm(fields, typed: FormValues(values))
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// What was filled in, with the version that it is about; nil where the form is not sound.
    func written(_ form: inout SiteForm) -> (judgement: WrittenJudgement, version: Int)? {
        let verdict = form.choice("oordeel")
        let (reason, ticked, version) = (form.text("reden"), form.choices("weglaten"), Int(form.text("versie")))
        var passages: [WrittenJudgement.Words] = []
        for number in 1...Self.passages {
            let quote = form.text("passage-\(number)")
            let ground = form.choice("grond-\(number)").flatMap(Redaction.Ground.init(rawValue:))
            if !quote.isEmpty, ground == nil { form.refuse("grond-\(number)", Reason("moderation.ground-missing")) }
            if let ground, !quote.isEmpty { passages.append(.init(quote: quote, ground: ground)) }
        }
        guard form.isSound, let verdict, let version else { return nil }
        let places = sheet.redactions.filter { ticked.contains(Self.value(of: $0)) }
        let judgement = WrittenJudgement(
            isAdmissible: verdict == Self.admissible, reason: reason, places: places, passages: passages)
        return (judgement, version)
    }

    /// Which field an error of the domain is about.
    static func field(of error: PlanError) -> String {
        error.reason.key == "moderation.passage-missing" ? "passage-1" : "reden"
    }

    private static let admissible = "toelaten"
    private static let inadmissible = "niet-toelaten"

    private var verdict: String? {
        switch sheet.input.admission {
        case .toBeJudged: nil
        case .admissible: Self.admissible
        case .inadmissible: Self.inadmissible
        }
    }

    private var whyNot: String? {
        if case .inadmissible(let reason) = sheet.input.admission { reason } else { nil }
    }

    private var fields: [FormField] {
        [FormField("oordeel", phrases.text("moderation.field.verdict"), .radios(verdicts)), reason]
            + (sheet.redactions.isEmpty ? [] : [proposals]) + (1...Self.passages).flatMap(passage)
            + [FormField("versie", "", .hidden)]
    }

    private var verdicts: [FormChoice] {
        [
            FormChoice(
                Self.admissible, phrases.text("moderation.admissible"), hint: phrases.text("moderation.admissible-hint")
            ),
            FormChoice(
                Self.inadmissible, phrases.text("moderation.inadmissible"),
                hint: phrases.text("moderation.inadmissible-hint")),
        ]
    }

    private var reason: FormField {
        let key = sheet.addressee == nil ? "moderation.field.reason-unreachable" : "moderation.field.reason-hint"
        return FormField(
            "reden", phrases.text("moderation.field.reason"), .textarea(rows: 4), hint: phrases.text(key),
            isRequired: false, isMarkedOptional: false, limit: 2_000)
    }

    private var proposals: FormField {
        let choices = sheet.redactions.map { redaction in
            FormChoice(
                Self.value(of: redaction), phrases.text("moderation.quoted", ["quote": .text(redaction.quote)]),
                hint: hint(of: redaction))
        }
        return FormField(
            "weglaten", phrases.text("moderation.field.proposals"), .checkboxes(choices),
            hint: phrases.text("moderation.field.proposals-hint"), isRequired: false, isMarkedOptional: false)
    }

    private func hint(of redaction: Redaction) -> String {
        let state = redaction.isConfirmed ? "moderation.confirmed" : "moderation.proposed"
        return phrases.text("moderation.ground.\(redaction.ground.rawValue)") + ". " + phrases.text(state)
    }

    private func passage(_ number: Int) -> [FormField] {
        let grounds = Redaction.Ground.allCases.map {
            FormChoice($0.rawValue, phrases.text("moderation.ground.\($0.rawValue)"))
        }
        return [
            FormField(
                "passage-\(number)", phrases.text("moderation.field.passage", ["number": .number(number)]),
                hint: number == 1 ? phrases.text("moderation.field.passage-hint") : nil, isRequired: false,
                isMarkedOptional: false, limit: 1_000),
            FormField(
                "grond-\(number)", phrases.text("moderation.field.ground", ["number": .number(number)]),
                .select(grounds), isRequired: false, isMarkedOptional: false),
        ]
    }

    /// Where a proposal stands; the words themselves are read again from the input.
    private static func value(of redaction: Redaction) -> String {
        "\(redaction.part.rawValue):\(redaction.start):\(redaction.quote.utf16.count):\(redaction.ground.rawValue)"
    }
}
