/// Every mandatory text of these documents is written; "niet van toepassing" counts.
///
/// A document of which no text is known at all is missing as a whole: nobody has begun it.
struct TextsFilled: GateCondition {
    static let name = "texts-filled"
    static let required: Set<ConditionParameter> = [.documents]

    let documents: [String]

    init?(_ parameters: ConditionParameters) {
        guard !parameters.documents.isEmpty else { return nil }
        documents = parameters.documents
    }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.texts-filled", ["documents": .list(documents.map { label(of: $0, in: definition) })])
    }

    func missing(in situation: Situation) -> [Reason] {
        documents.compactMap { document in
            let texts = situation.facts.texts.filter { $0.document == document }
            let label = label(of: document, in: situation.definition)
            guard !texts.isEmpty else { return Reason("gate.document-missing", ["document": label]) }
            let empty = texts.filter { !$0.isFilled }
            guard !empty.isEmpty else { return nil }
            return Reason(
                "gate.texts-empty",
                [
                    "document": label, "headings": .list(empty.map { .text($0.heading) }),
                    "count": .number(empty.count),
                ])
        }
    }

    func actors(in situation: Situation) -> [Role] { [.drafter] }

    private func label(of document: String, in definition: WorkflowDefinition) -> Reason.Argument {
        definition.document(document).map { .label($0.label) } ?? .text(document)
    }
}
