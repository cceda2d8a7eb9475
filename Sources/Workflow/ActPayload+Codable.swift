/// An act's payload as the one JSON form that the register signs and the tables keep: its kind, and beside it the
/// fields of that kind under plain names.
///
/// Every register holds it for good: a field may be added, none may change its name or meaning.
extension ActPayload: Codable {
    private enum Key: String, CodingKey {
        case kind, workflow, version, round, audience, from, until, meeting, body, to, step, verdict, on, disclosure
        case points, condition, stage, fingerprint, input, seal, track, function, statutory
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func field<Value: Decodable>(_ key: Key) throws -> Value { try fields.decode(Value.self, forKey: key) }
        func optional<Value: Decodable>(_ key: Key) throws -> Value? {
            try fields.decodeIfPresent(Value.self, forKey: key)
        }
        switch try fields.decode(ActKind.self, forKey: .kind) {
        case .planStarted: self = .planStarted(workflow: try field(.workflow), version: try field(.version))
        case .workflowChanged: self = .workflowChanged(workflow: try field(.workflow), version: try field(.version))
        case .roundOpened:
            self = .roundOpened(
                round: try field(.round), audience: try field(.audience), from: try field(.from),
                until: try field(.until), isStatutory: try optional(.statutory) ?? false)
        case .roundExtended: self = .roundExtended(round: try field(.round), until: try field(.until))
        case .roundClosed: self = .roundClosed(round: try field(.round))
        case .meetingHeld: self = .meetingHeld(meeting: try field(.meeting), body: try optional(.body))
        case .stageMoved: self = .stageMoved(from: try field(.from), to: try field(.to))
        case .sentBack: self = .sentBack(from: try field(.from), to: try field(.to))
        case .signedOff: self = .signedOff(step: try field(.step), verdict: try field(.verdict))
        case .scheduled: self = .scheduled(body: try field(.body), meeting: try optional(.on))
        case .disclosureChosen: self = .disclosureChosen(try field(.disclosure))
        case .decided: self = .decided(body: try field(.body), points: try field(.points))
        case .finalReleased: self = .finalReleased
        case .conditionFulfilled: self = .conditionFulfilled(condition: try field(.condition))
        case .published: self = .published
        case .gateOverridden: self = .gateOverridden(stage: try field(.stage), condition: try field(.condition))
        case .dispositionAdopted: self = .dispositionAdopted(input: try field(.input), seal: try field(.seal))
        case .stepSkipped: self = .stepSkipped(step: try field(.step))
        case .adviserAsked: self = .adviserAsked(track: try field(.track), function: try field(.function))
        case .held: self = .held
        case .resumed: self = .resumed
        case .keyRotated: self = .keyRotated(from: try field(.from), to: try field(.to))
        case .keyRevoked: self = .keyRevoked(fingerprint: try field(.fingerprint))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(kind, forKey: .kind)
        switch self {
        case .planStarted(let workflow, let version), .workflowChanged(let workflow, let version):
            try fields.encode(workflow, forKey: .workflow)
            try fields.encode(version, forKey: .version)
        case .roundOpened(let round, let audience, let from, let until, let isStatutory):
            try fields.encode(round, forKey: .round)
            try fields.encode(audience, forKey: .audience)
            try fields.encode(from, forKey: .from)
            try fields.encode(until, forKey: .until)
            // Left out where it is not so, as in every register that was made before.
            if isStatutory { try fields.encode(true, forKey: .statutory) }
        case .roundExtended(let round, let until):
            try fields.encode(round, forKey: .round)
            try fields.encode(until, forKey: .until)
        case .roundClosed(let round): try fields.encode(round, forKey: .round)
        case .meetingHeld(let meeting, let body):
            try fields.encode(meeting, forKey: .meeting)
            try fields.encodeIfPresent(body, forKey: .body)
        case .stageMoved(let from, let to), .sentBack(let from, let to):
            try fields.encode(from, forKey: .from)
            try fields.encode(to, forKey: .to)
        case .signedOff(let step, let verdict):
            try fields.encode(step, forKey: .step)
            try fields.encode(verdict, forKey: .verdict)
        case .scheduled(let body, let meeting):
            try fields.encode(body, forKey: .body)
            try fields.encodeIfPresent(meeting, forKey: .on)
        case .disclosureChosen(let disclosure): try fields.encode(disclosure, forKey: .disclosure)
        case .decided(let body, let points):
            try fields.encode(body, forKey: .body)
            try fields.encode(points, forKey: .points)
        case .finalReleased, .published, .held, .resumed: break
        case .conditionFulfilled(let condition): try fields.encode(condition, forKey: .condition)
        case .gateOverridden(let stage, let condition):
            try fields.encode(stage, forKey: .stage)
            try fields.encode(condition, forKey: .condition)
        case .dispositionAdopted(let input, let seal):
            try fields.encode(input, forKey: .input)
            try fields.encode(seal, forKey: .seal)
        case .stepSkipped(let step): try fields.encode(step, forKey: .step)
        case .adviserAsked(let track, let function):
            try fields.encode(track, forKey: .track)
            try fields.encode(function, forKey: .function)
        case .keyRotated(let from, let to):
            try fields.encode(from, forKey: .from)
            try fields.encode(to, forKey: .to)
        case .keyRevoked(let fingerprint): try fields.encode(fingerprint, forKey: .fingerprint)
        }
    }
}
