import Workflow

extension StoreContract {
    /// Every kind of act, with and without what it may leave out.
    static let payloads: [ActPayload] =
        [
            .planStarted(workflow: "meerjarenbeleidsplan", version: 1),
            .workflowChanged(workflow: "meerjarenbeleidsplan", version: 2),
            .roundOpened(
                round: "partners", audience: LocalizedText(nl: "Partners", en: "Partners"), from: day(12),
                until: day(30)),
            .roundOpened(round: "inwoners", audience: LocalizedText(nl: "Inwoners"), from: day(1), until: day(2)),
            .roundOpened(
                round: "inspraak", audience: LocalizedText(nl: "Inwoners"), from: day(1), until: day(43),
                isStatutory: true),
            .roundExtended(round: "partners", until: day(31)),
            .roundClosed(round: "partners"),
            .meetingHeld(meeting: "raadssessie", body: .raad),
            .meetingHeld(meeting: "partnersessie", body: nil),
            .stageMoved(from: "consult", to: "deepen"),
            .sentBack(from: "decide", to: "draft"),
            .scheduled(body: .college, meeting: day(12)),
            .scheduled(body: .raad, meeting: nil),
            .disclosureChosen(Disclosure(.open)),
            .disclosureChosen(
                Disclosure(
                    .openAfterCondition, condition: "nadat de bijlage \"A\" is toegevoegd", ground: "5.1 lid 2 e",
                    wording: "Openbaar,\nna toevoeging.")),
            .disclosureChosen(
                Disclosure(
                    .openInPart,
                    closedParts: [
                        ClosedPart(.section("doel"), ground: "5.1 lid 2 e", hidesTitle: true),
                        ClosedPart(.document("nota"), ground: "5.1 lid 2 i"),
                    ])),
            .decided(body: .college, points: []),
            .finalReleased,
            .conditionFulfilled(condition: "bijlage"),
            .published,
            .gateOverridden(stage: "consult", condition: "sections-have-owner"),
            .dispositionAdopted(input: "INB-0042", seal: "0f1e"),
            .stepSkipped(step: "asked:7"),
            .adviserAsked(track: "sign-off", function: "Adviseur \"recht\""),
            .held,
            .resumed,
            .keyRotated(from: "SHA256:a/b+c", to: "SHA256:d"),
            .keyRevoked(fingerprint: "SHA256:d"),
        ] + SignOffVerdict.allCases.map { .signedOff(step: "concerncontroller", verdict: $0) }
        + [.decided(body: .raad, points: results)]

    private static let results = PointOutcome.allCases.enumerated().map { PointResult(point: $0 + 1, outcome: $1) }

    private static func day(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 19_500 + day) }
}
