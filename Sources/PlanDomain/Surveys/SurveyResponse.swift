import Survey
import Workflow

/// What one person answered and sent in (*respons*).
///
/// It says nothing of who that was: no name, no address, no browser, and of the time the day alone. Its id is made by
/// chance, so that the order in which responses lie tells nothing either.
public struct SurveyResponse: Identifiable, Equatable, Sendable {
    public let id: ResponseID
    public let plan: PlanID
    public let round: RoundID
    public let way: Way
    public let day: CalendarDate
    public let sheet: AnswerSheet
    /// The hash of the code that was shown at the end; nil for what the office took in.
    public let receipt: TokenHash?

    public init(
        id: ResponseID, plan: PlanID, round: RoundID, way: Way, day: CalendarDate, sheet: AnswerSheet,
        receipt: TokenHash? = nil
    ) {
        self.id = id
        self.plan = plan
        self.round = round
        self.way = way
        self.day = day
        self.sheet = sheet
        self.receipt = receipt
    }

    /// How it came here.
    public enum Way: String, CaseIterable, Codable, Sendable {
        /// Filled in on the site.
        case site
        /// Filled in on paper, and keyed in by the office.
        case paper
        /// From a panel that was asked elsewhere (*digipanel*).
        case panel

        /// What an input that is made of it came in by.
        public var channel: Input.Channel { self == .panel ? .panel : .survey }
    }
}

/// Names a response for good; made by chance.
public typealias ResponseID = Identifier<SurveyResponse>

extension SurveyResponse: Identified {}

/// What a sheet that somebody is filling in is known by: hashes of a key that they alone hold, and of the code that they
/// will be shown at the end, which is made of that key.
public struct SheetKey: Hashable, Sendable {
    public let id: TokenHash
    public let receipt: TokenHash

    public init(id: TokenHash, receipt: TokenHash) {
        self.id = id
        self.receipt = receipt
    }
}

/// How many responses came in on a day, by one way.
public struct ResponseCount: Hashable, Sendable {
    public let day: CalendarDate
    public let way: SurveyResponse.Way
    public let count: Int

    public init(day: CalendarDate, way: SurveyResponse.Way, count: Int) {
        self.day = day
        self.way = way
        self.count = count
    }
}
