import Testing

/// One change of the sound workflow for each kind of fault; `#!` stands on every line that must be named.
enum FaultCases {
    struct Case: CustomTestStringConvertible, Sendable {
        let key: String
        let edits: [(old: String, new: String)]

        init(_ key: String, _ edits: (old: String, new: String)...) {
            self.key = key
            self.edits = edits
        }

        var testDescription: String { "\(key): \(edits.last?.new.split(separator: "\n").first ?? "")" }
    }

    static let all = words + ids + stages + tracks + gates + deadlines

    private static let words = [
        Case("unknown-key-near", ("version: 1", "verison: 1 #!\nversion: 1")),
        Case("unknown-key", ("version: 1", "zzz: 1 #!\nversion: 1")),
        Case("missing-key", ("id: sound\nversion: 1", "version: 1 #!")),
        Case("empty-value", ("id: sound", "id: '' #!")),
        Case("number-expected", ("version: 1", "version: 0 #!")),
        Case("number-expected", ("version: 1", "version: 1.5 #!")),
        Case("word-expected", ("version: 1", "version: [1] #!")),
        Case("label-expected", ("label: { nl: Opstellen }", "label: Opstellen #!")),
        Case("missing-key", ("label: { nl: Opstellen }", "label: { en: Drafting } #!")),
        Case("unknown-key", ("label: { nl: Opstellen }", "label: { nl: Opstellen, duits: Entwurf } #!")),
        Case("list-expected", ("gate: [sections-have-text]", "gate: sections-have-text #!")),
        Case("mapping-expected", ("  - id: nota\n    label: { nl: nota }", "  - nota #!")),
        Case("empty-list", ("moved-by: [editor]", "moved-by: [] #!")),
        Case("flag-expected", ("repeatable: true", "repeatable: ja #!")),
        Case("unknown-role-near", ("moved-by: [editor]", "moved-by: [edtior] #!")),
        Case("unknown-role", ("moved-by: [editor]", "moved-by: [koning] #!")),
        Case("unknown-word-near", ("about: sections", "about: section #!")),
        Case("unknown-act-near", ("act: signed-off", "act: signed-of #!")),
        Case("unknown-act", ("act: signed-off", "act: stage-moved #!")),
        Case("unknown-body-near", ("body: college", "body: colege #!")),
        Case("unknown-body", ("body: college", "body: provincie #!")),
        Case("unknown-condition-near", ("[sections-have-text]", "[sections-have-txt] #!")),
        Case("unknown-condition", ("[sections-have-text]", "[mooi-weer] #!")),
    ]

    private static let ids = [
        Case("bad-id", ("id: sound", "id: Sound Plan #!")),
        Case("duplicate-stage", ("  - id: adopted", "  - id: decide #!")),
        Case("duplicate-track", ("  - id: scheduling", "  - id: sign-off #!")),
        Case("duplicate-step", ("      - id: agenda", "      - id: holder #!")),
        Case(
            "duplicate-deadline",
            (
                "before: meeting",
                "before: meeting\n  - id: papers #!\n    label: { nl: A }\n    stage: decide\n    count: 1\n"
                    + "    unit: days\n    before: meeting"
            )),
        Case(
            "duplicate-document", ("label: { nl: nota }", "label: { nl: nota }\n  - id: nota #!\n    label: { nl: A }")),
        Case(
            "duplicate-planning",
            ("label: { nl: vergadering }", "label: { nl: vergadering }\n  - id: meeting #!\n    label: { nl: A }")),
        Case(
            "duplicate-condition",
            ("gate: [sections-have-text]", "gate:\n      - sections-have-text\n      - sections-have-text #!")),
    ]

    private static let stages = [
        Case("unknown-stage-near", ("next: decide", "next: decied #!")),
        Case("next-goes-back", ("next: adopted", "next: [draft, adopted] #!")),
        Case(
            "unreachable-stage",
            ("  - id: decide", "  - id: beside #!\n\(aboutSections)  - id: decide")),
        Case("gate-on-end-stage", ("about: version # end", "about: version\n    gate: [sections-have-text] #!")),
        Case("mover-on-end-stage", ("about: version # end", "about: version\n    moved-by: [editor] #!")),
        Case("first-stage-about-version", ("  - id: draft", "  - id: draft #!"), ("about: sections", "about: version")),
        Case(
            "sections-after-version", ("  - id: adopted", "  - id: adopted #!"),
            ("about: version # end", "about: sections")),
        Case("send-back-from-first", ("gate: [sections-have-text]", "send-back: { to: draft, by: [editor] } #!")),
        Case("send-back-not-back", ("{ to: draft, by: [secretary] }", "{ to: [draft, adopted], by: [secretary] } #!")),
        Case("unknown-stage-near", ("{ to: draft, by: [secretary] }", "{ to: draf, by: [secretary] } #!")),
        Case("missing-key", ("{ to: draft, by: [secretary] }", "{ to: draft } #!")),
        Case("role-without-acts", ("moved-by: [editor]", "moved-by: [resident, editor] #!")),
        Case("missing-key", ("    moved-by: [editor]\n", ""), ("  - id: draft", "  - id: draft #!")),
    ]

    private static let aboutSections = "    label: { nl: X }\n    description: { nl: X }\n    about: sections\n"

    private static let tracks = [
        Case("unknown-track-near", ("after: [scheduling]", "after: [schedulin, scheduling] #!")),
        Case("track-waits-for-itself", ("after: [scheduling]", "after: [decision, scheduling] #!")),
        Case(
            "track-waits-for-later", ("# scheduling", "\n    after: [extra] #!"), extra("act: meeting-held", "adopted")),
        Case("unknown-stage-near", ("stage: decide # decision", "stage: decid #!")),
        Case(
            "step-without-body",
            (
                "act: decided\n        by: [boardOffice]\n        body: college",
                "act: decided #!\n        by: [boardOffice]"
            )),
        Case("step-takes-no-body", ("act: signed-off", "body: college #!\n        act: signed-off")),
        Case("role-cannot-do-act", ("by: [secretary]\n        body", "by: [secretary, partner] #!\n        body")),
        Case("role-without-acts", ("by: [portfolioHolder]", "by: [councillor] #!")),
        Case("step-without-predecessor", ("    after: [scheduling]\n", ""), ("act: decided", "act: decided #!")),
        Case("step-without-predecessor", ("act: decided", "act: final-released #!")),
        Case(
            "step-needs-version",
            extra("act: published #!\n        gate: [conditions-fulfilled]", "draft")),
        Case("published-without-condition", extra("act: published #!", "adopted")),
        Case("skip-not-taken", ("act: scheduled", "act: scheduled\n        skip: [editor] #!")),
        Case("skip-by-responsible", ("act: signed-off", "act: signed-off\n        skip: [portfolioHolder] #!")),
        Case("empty-list", ("act: signed-off", "act: signed-off\n        skip: [] #!")),
        Case("role-without-acts", ("act: signed-off", "act: signed-off\n        skip: [councillor] #!")),
        Case("unknown-role-near", ("act: signed-off", "act: signed-off\n        skip: [secretery] #!")),
        Case("bulk-not-taken", ("act: scheduled", "act: scheduled\n        bulk: false #!")),
        Case("flag-expected", ("act: signed-off", "act: signed-off\n        bulk: nooit #!")),
    ]

    /// One more track with one step.
    private static func extra(_ act: String, _ stage: String) -> (old: String, new: String) {
        (
            "tracks:",
            "tracks:\n  - id: extra\n    label: { nl: X }\n    stage: \(stage)\n    steps:\n      - id: more\n"
                + "        label: { nl: X }\n        by: [clerk]\n        \(act)"
        )
    }

    private static let gates = [
        Case("missing-parameter", ("[sections-have-text]", "[texts-filled] #!")),
        Case("parameter-not-taken", ("[sections-have-text]", "[{ condition: sections-have-text, body: raad }] #!")),
        Case("unknown-document", ("[sections-have-text]", "[{ condition: texts-filled, documents: [brief] }] #!")),
        Case("unknown-deadline-near", ("[sections-have-text]", "[{ condition: deadline-passed, deadline: paper }] #!")),
        Case("condition-without-step", ("[sections-have-text]", "[{ condition: scheduled, body: college }] #!")),
        Case("condition-without-step", ("[sections-have-text]", "[consultation-closed] #!")),
        Case("unknown-track-near", ("track: sign-off", "track: signoff #!")),
        Case("track-without-sign-off", ("track: sign-off", "track: scheduling #!")),
        Case(
            "override-by-responsible",
            ("[sections-have-text]", "[{ condition: sections-have-text, by: [drafter], override: [drafter] }] #!")),
        Case(
            "role-without-acts",
            ("[sections-have-text]", "[{ condition: sections-have-text, override: [auditor] }] #!")),
    ]

    private static let deadlines = [
        Case("unknown-stage-near", ("stage: decide # deadline", "stage: decidee #!")),
        Case("unknown-step-near", ("step: agenda", "step: agend #!")),
        Case("unknown-step", ("step: agenda", "step: portfolio #!")),
        Case("unknown-planning-near", ("before: meeting", "before: meetin #!")),
        Case("deadline-without-anchor", ("\n    before: meeting", ""), ("  - id: papers", "  - id: papers #!")),
        Case("deadline-with-two-anchors", ("before: meeting", "before: meeting #!\n    after: entry")),
        Case("unknown-word", ("unit: weeks", "unit: moons #!")),
        Case("number-expected", ("count: 3", "count: drie #!")),
        Case("legal-counted-back", ("before: meeting", "before: meeting #!\n    legal: true")),
        Case(
            "legal-in-working-days", ("  - id: papers", "  - id: papers #!"),
            ("unit: weeks\n    before: meeting", "unit: working-days\n    after: meeting\n    legal: true")),
        Case(
            "legal-skips-recess", ("  - id: papers", "  - id: papers #!"),
            ("before: meeting", "after: meeting\n    legal: true\n    skip-recess: true")),
        Case(
            "deadline-on-end-stage", ("    stage: decide # deadline\n    step: agenda\n", "    stage: adopted #!\n")),
    ]
}
