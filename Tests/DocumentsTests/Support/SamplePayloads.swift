import Workflow

/// One payload of every kind at least, and each shape that has a sentence of its own.
enum SamplePayloads {
    static let all: [ActPayload] = [
        .planStarted(workflow: "wijkplan", version: 2), .workflowChanged(workflow: "wijkplan", version: 3),
        .roundOpened(
            round: "r1", audience: LocalizedText(nl: "bewoners"), from: SamplePlan.day("2025-01-01"),
            until: SamplePlan.day("2025-02-01")),
        .roundExtended(round: "r1", until: SamplePlan.day("2025-02-08")), .roundClosed(round: "r1"),
        .meetingHeld(meeting: "themasessie", body: nil), .meetingHeld(meeting: "voorjaar", body: .raad),
        .stageMoved(from: "draft", to: "decide"), .sentBack(from: "decide", to: "draft"),
        .signedOff(step: "holder", verdict: .noObjection), .scheduled(body: .college, meeting: nil),
        .scheduled(body: .raad, meeting: SamplePlan.day("2025-04-01")), .disclosureChosen(Disclosure(.open)),
        .decided(
            body: .college,
            points: [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .deferred)]),
        .finalReleased, .conditionFulfilled(condition: "publication"), .published,
        .gateOverridden(stage: "draft", condition: "sections-have-owner"),
        .dispositionAdopted(input: "INB-0042", seal: "0f1e"),
        .stepSkipped(step: "holder"), .stepSkipped(step: "asked:3"),
        .adviserAsked(track: "sign-off", function: "Controller"), .held, .resumed,
        .keyRotated(from: "SHA256:a", to: "SHA256:b"), .keyRevoked(fingerprint: "SHA256:a"),
    ]
}
