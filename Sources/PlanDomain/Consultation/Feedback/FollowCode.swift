import Foundation

/// By which somebody without an account follows what becomes of what they sent in (*volgcode*).
///
/// They hold the code, the store its hash alone: who reads the store can follow nobody by it. A new one leaves those
/// before it as they are; a paper that somebody was given keeps its worth.
public struct FollowCode: Equatable, Sendable {
    public let hash: TokenHash
    public let plan: PlanID
    public let subject: Subject
    public let madeAt: Date

    /// What it opens.
    public enum Subject: Hashable, Sendable {
        /// All that somebody wrote of their own accord.
        case correspondent(CorrespondentID)
        /// What was cut from one document, of which nobody knows who wrote it or that speaks for an organisation.
        case document(IntakeDocumentID)
        /// The open answers of one sheet of a questionnaire.
        case sheet(String)
    }

    public init(hash: TokenHash, plan: PlanID, subject: Subject, madeAt: Date) {
        self.hash = hash
        self.plan = plan
        self.subject = subject
        self.madeAt = madeAt
    }

    /// What was said behind closed doors no code opens.
    func opens(_ input: Input) -> Bool {
        guard input.plan == plan, !input.isClosed else { return false }
        return switch subject {
        case .correspondent(let writer): input.submitter.correspondent == writer
        case .document(let document):
            input.source == .document(document.rawValue) && input.submitter.correspondent == nil
        case .sheet(let sheet):
            if case .answer(sheet, _) = input.source { true } else { false }
        }
    }
}

/// A code that was made just now: what somebody is given, and what the store knows it by.
public struct NewFollowCode: Equatable, Sendable {
    public let text: String
    public let hash: TokenHash

    public init(text: String, hash: TokenHash) {
        self.text = text
        self.hash = hash
    }
}

/// What a code opens, for who holds it.
public struct FollowedInputs: Equatable, Sendable {
    public let plan: PlanID
    public let planTitle: String
    /// By number.
    public let answers: [InputAnswer]
}
