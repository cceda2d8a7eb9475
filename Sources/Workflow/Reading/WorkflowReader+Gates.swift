import Yams

/// The lines of a gate.
extension WorkflowReader {
    /// The name of a condition alone, or a mapping with the name and what goes with it.
    func readClause(_ node: Node) -> ClauseDraft? {
        if case .scalar(let scalar) = node {
            let name = Located(value: scalar.string, line: node.line)
            guard let type = conditionType(name) else { return nil }
            return makeClause(name, type, ConditionParameters(), id: name, actors: [], override: [])
        }
        let keys = ["condition", "id", "by", "override"] + ConditionParameter.allCases.map(\.rawValue)
        guard let fields = Fields(node, known: keys, faults: faults) else { return nil }
        guard let name = fields.word("condition"), let type = conditionType(name) else { return nil }
        let parameters = readParameters(fields, of: type)
        let id = fields.has("id") ? fields.id("id") : name
        let actors: [Located<Role>] = fields.choices("by", "unknown-role")
        let override: [Located<Role>] = fields.choices("override", "unknown-role")
        guard let id else { return nil }
        return makeClause(name, type, parameters, id: id, actors: actors, override: override)
    }

    private func conditionType(_ name: Located<String>) -> (any GateCondition.Type)? {
        if let type = GateCatalogue.conditions[name.value] { return type }
        faults.addUnknown(
            line: name.line, "unknown-condition", word: name.value, known: GateCatalogue.conditions.keys.sorted())
        return nil
    }

    private func makeClause(
        _ name: Located<String>, _ type: any GateCondition.Type, _ parameters: ConditionParameters,
        id: Located<String>, actors: [Located<Role>], override: [Located<Role>]
    ) -> ClauseDraft? {
        let given = parameters.given
        for missing in ConditionParameter.allCases where type.required.contains(missing) && !given.contains(missing) {
            faults.add(
                line: name.line, "missing-parameter",
                ["key": .text(missing.rawValue), "condition": .text(name.value)])
        }
        guard let condition = type.init(parameters) else { return nil }
        return ClauseDraft(
            id: id, condition: condition, parameters: parameters, actors: actors, override: override)
    }

    private func readParameters(_ fields: Fields, of type: any GateCondition.Type) -> ConditionParameters {
        let allowed = type.required.union(type.optional)
        for parameter in ConditionParameter.allCases where fields.has(parameter.rawValue) {
            guard !allowed.contains(parameter) else { continue }
            faults.add(
                line: fields.line(of: parameter.rawValue), "parameter-not-taken",
                ["key": .text(parameter.rawValue), "condition": .text(type.name)])
        }
        var parameters = ConditionParameters()
        parameters.documents = fields.words("documents").map(\.value)
        parameters.track = fields.optionalWord("track")?.value
        parameters.deadline = fields.optionalWord("deadline")?.value
        if let body = fields.optionalWord("body") { parameters.body = fields.choice(body, "unknown-body") }
        if fields.has("count") { parameters.count = fields.number("count", in: 1...99)?.value }
        parameters.lines = Dictionary(
            uniqueKeysWithValues: ConditionParameter.allCases.map { ($0, fields.line(of: $0.rawValue)) })
        return parameters
    }
}
