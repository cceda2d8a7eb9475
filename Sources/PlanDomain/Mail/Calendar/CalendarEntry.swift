import Foundation
import Workflow

/// Something to put in one's diary: a deadline, a session, a meeting.
public struct CalendarEntry: Equatable, Sendable {
    /// The same for as long as it is about the same thing, such as `round-3.veiligheid@plannen.example.nl`: a diary that
    /// gets it again changes what it has (RFC 5545, 3.8.4.7).
    public var id: String
    /// One more with every change that its reader should see; diaries leave an older one aside.
    public var revision: Int
    public var title: String
    public var text: String?
    public var place: String?
    /// A page that tells more.
    public var link: String?
    public var time: Time
    /// How many minutes before it begins its reader is warned; a day begins at midnight.
    public var alarms: [Int]
    /// Takes it out of the diary again.
    public var isCancelled: Bool

    public init(
        id: String, revision: Int = 0, title: String, text: String? = nil, place: String? = nil, link: String? = nil,
        time: Time, alarms: [Int] = [], isCancelled: Bool = false
    ) {
        self.id = id
        self.revision = revision
        self.title = title
        self.text = text
        self.place = place
        self.link = link
        self.time = time
        self.alarms = alarms
        self.isCancelled = isCancelled
    }

    public enum Time: Equatable, Sendable {
        /// The whole day, as a deadline is: it leaves the hours of its reader free.
        case day(CalendarDate)
        /// On the clock of the town hall.
        case hours(from: Date, until: Date)
    }
}
