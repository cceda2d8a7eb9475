import Yams

/// Reads the text of a workflow file, part by part, into a draft; what the parts say of each other is checked after.
struct WorkflowReader {
    let faults: FaultCollector
    private(set) var draft = WorkflowDraft()

    static let keys = [
        "id", "version", "label", "description", "documents", "planning", "acts", "stages", "tracks", "deadlines",
    ]

    init(faults: FaultCollector) {
        self.faults = faults
    }

    /// The definition, where every part and all of them together are sound.
    mutating func read(_ mapping: Node.Mapping) -> WorkflowDefinition? {
        let fields = Fields(mapping, known: Self.keys, faults: faults)
        let id = fields.id("id")
        let version = fields.number("version", in: 1...9999)
        let label = fields.text("label")
        let description = fields.optionalText("description")
        draft.documents = named(fields.optionalList("documents"), DocumentDefinition.init)
        draft.planning = named(fields.optionalList("planning"), PlanningDefinition.init)
        draft.actRoles = readActs(fields)
        draft.stagesLine = fields.line(of: "stages")
        draft.stages = parts(fields.list("stages"), readStage)
        draft.tracks = parts(fields.optionalList("tracks"), readTrack)
        draft.deadlines = parts(fields.optionalList("deadlines"), readDeadline)
        let checks = WorkflowChecks(draft: draft, faults: faults)
        // Where a part could not be read, an id stands for two things or there are no stages at all, the other checks
        // would only report that in other words.
        if checks.idsAreUnique(), !faults.lostPart, !draft.stages.isEmpty { checks.checkCoherence() }
        guard !faults.hasFaults, let id, let version, let label else { return nil }
        return WorkflowDefinition(
            id: id.value, version: version.value, label: label, description: description,
            documents: draft.documents.map(\.value), planning: draft.planning.map(\.value),
            stages: draft.stages.map(\.definition), tracks: draft.tracks.map(\.definition),
            deadlines: draft.deadlines.map(\.definition), actRoles: draft.actRoles)
    }

    /// Reads every node; one that cannot be read is lost, and the collector remembers that.
    func parts<Part>(_ nodes: [Node], _ read: (Node) -> Part?) -> [Part] {
        nodes.compactMap { node in
            let part = read(node)
            if part == nil { faults.lostPart = true }
            return part
        }
    }

    /// A list of things with an id and a label.
    private func named<Thing>(_ nodes: [Node], _ make: (String, LocalizedText) -> Thing) -> [Located<Thing>] {
        parts(nodes) { node in
            guard let fields = Fields(node, known: ["id", "label"], faults: faults) else { return nil }
            guard let id = fields.id("id"), let label = fields.text("label") else { return nil }
            return Located(value: make(id.value, label), line: id.line)
        }
    }

    private func readActs(_ fields: Fields) -> [ActKind: [Role]] {
        var roles = WorkflowDefinition.defaultActRoles
        guard let node = fields.optional("acts") else { return roles }
        let known = ActKind.allCases.filter(WorkflowDefinition.freeActs.contains)
        guard let acts = Fields(node, known: known.map(\.rawValue), faults: faults) else { return roles }
        for kind in known where acts.has(kind.rawValue) {
            roles[kind] = readRoles(acts, kind.rawValue).map(\.value)
        }
        return roles
    }

    private func readStage(_ node: Node) -> StageDraft? {
        let keys = ["id", "label", "description", "about", "next", "moved-by", "gate", "send-back"]
        guard let fields = Fields(node, known: keys, faults: faults) else { return nil }
        let id = fields.id("id")
        let label = fields.text("label")
        let description = fields.text("description")
        let subject: StageDefinition.Subject? = fields.choice("about")
        let next = fields.words("next")
        let movedBy = next.isEmpty ? fields.choices("moved-by", "unknown-role") : readRoles(fields, "moved-by")
        let gate = parts(fields.optionalList("gate"), readClause)
        let sendBack = fields.optional("send-back").flatMap(readSendBack)
        guard let id, let label, let description, let subject else { return nil }
        return StageDraft(
            id: Located(value: StageID(id.value), line: id.line), label: label, description: description,
            subject: subject, next: next, movedBy: movedBy,
            movedByLine: fields.has("moved-by") ? fields.line(of: "moved-by") : nil,
            gate: gate, gateLine: fields.has("gate") ? fields.line(of: "gate") : nil, sendBack: sendBack)
    }

    private func readSendBack(_ node: Node) -> StageDraft.SendBackDraft? {
        guard let fields = Fields(node, known: ["to", "by"], faults: faults) else { return nil }
        _ = fields.required("to")
        return .init(line: fields.line, targets: fields.words("to"), roles: readRoles(fields, "by"))
    }

    /// A list of roles that must be there and name somebody.
    func readRoles(_ fields: Fields, _ key: String) -> [Located<Role>] {
        guard let node = fields.required(key) else { return [] }
        if case .sequence(let sequence) = node, sequence.isEmpty {
            faults.add(line: node.line, "empty-list", ["key": .text(key)])
        }
        return fields.choices(key, "unknown-role")
    }
}

extension WorkflowDefinition {
    /// Reads and checks a workflow file.
    ///
    /// - Parameter file: the name by which faults speak of the file.
    /// - Throws: every fault of the file at once. Only a text that is not YAML at all, or that repeats a key within one
    ///   mapping, is not read beyond that.
    public static func read(yaml: String, file: String) throws(WorkflowFaults) -> WorkflowDefinition {
        let faults = FaultCollector(file: file)
        var reader = WorkflowReader(faults: faults)
        guard let mapping = YAMLSource(text: yaml, faults: faults).mapping(),
            let definition = reader.read(mapping)
        else { throw faults.faults }
        return definition
    }

    /// Who may record the acts outside stages and tracks where the file does not say so.
    static let defaultActRoles: [ActKind: [Role]] = [
        .planStarted: [.editor, .secretary], .workflowChanged: [.secretary],
        .disclosureChosen: [.editor, .secretary], .conditionFulfilled: [.secretary, .boardOffice],
        .dispositionAdopted: [.editor, .secretary], .adviserAsked: [.editor, .secretary],
        .held: [.editor, .secretary], .resumed: [.editor, .secretary], .keyRotated: [.admin], .keyRevoked: [.admin],
    ]
}
