import PlanDomain
import Workflow

/// What to do about a mandatory text that is still empty. "Niet van toepassing" is an answer and no gap.
public enum GapPolicy: Sendable {
    /// No document: a decision is not asked on half a nota.
    case refuse
    /// The gap is marked where it is, and the whole as a draft, for who is still writing.
    case mark
}

extension PlanDossier {
    /// The municipality that the plan names, else that of the house style.
    var municipality: String { text.metadata.municipality.ifFilled ?? houseStyle.municipality }

    /// The drafters' texts of a document in the order of its file.
    func headedPassages(of document: String, gaps: GapPolicy) throws(PlanError) -> [HeadedPassage] {
        guard let parts = text.document(document)?.parts, !parts.isEmpty else {
            throw PlanError(.notFound, Reason("document.texts-missing", ["document": .text(document)]))
        }
        let empty = parts.filter { !$0.isFilled }.map(\.heading)
        guard gaps == .mark || empty.isEmpty else {
            throw PlanError(.conflict, Reason("document.texts-empty", ["headings": .list(empty.map { .text($0) })]))
        }
        return parts.map(HeadedPassage.init)
    }
}

extension String? {
    /// Nil for a field that is there and says nothing.
    var ifFilled: String? {
        flatMap { text in text.contains { !$0.isWhitespace } ? text : nil }
    }
}
