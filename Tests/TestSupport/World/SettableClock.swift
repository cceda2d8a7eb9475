import Foundation
import PlanDomain
import Synchronization
import Workflow

/// A clock that stands still until the test moves it.
public final class SettableClock: Sendable {
    private let moment: Mutex<Date>

    public init(_ moment: Date) { self.moment = Mutex(moment) }

    public var now: Date { moment.withLock { $0 } }

    public func set(_ moment: Date) { self.moment.withLock { $0 = moment } }

    public func advance(seconds: TimeInterval = 60) { moment.withLock { $0 += seconds } }

    public func advance(days: Int) { advance(seconds: TimeInterval(days) * 86_400) }

    public var office: OfficeTime { OfficeTime { self.now } }
    public var today: CalendarDate { office.today }
}
