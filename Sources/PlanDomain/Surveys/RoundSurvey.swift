import Survey
import Workflow

/// The questionnaire of a round for residents (*enquête*), as the office built it.
///
/// It is written while the round is being prepared; from the opening on people answer it, and it stays as it is.
public struct RoundSurvey: Equatable, Sendable {
    public let plan: PlanID
    public let round: RoundID
    public let questionnaire: Questionnaire
    /// From 1; one more with every change, so that two people who build at once do not undo each other's work.
    public let version: Int
    /// How the population is made up, where the office knows it: results can be weighted by it. May change at any time.
    public let weighting: Weighting?

    public init(
        plan: PlanID, round: RoundID, questionnaire: Questionnaire, version: Int = 1, weighting: Weighting? = nil
    ) {
        self.plan = plan
        self.round = round
        self.questionnaire = questionnaire
        self.version = version
        self.weighting = weighting
    }
}

extension RoundView {
    /// Whether residents answer a questionnaire in this round.
    public var hasSurvey: Bool { round.audience == .residents && round.channels.contains(.survey) }
}

extension PlanError {
    /// The same where there is no such round and where nobody may know of it yet.
    static var unknownSurvey: PlanError { PlanError(.notFound, Reason("survey.unknown")) }
}
