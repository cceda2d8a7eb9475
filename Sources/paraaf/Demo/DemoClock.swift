import Foundation
import PlanDomain
import Synchronization
import Workflow

/// The clock that the demo is lived by: it is put on each moment of the story in turn.
final class DemoClock: Sendable {
    private let moment: Mutex<Date>

    init(at moment: Date) { self.moment = Mutex(moment) }

    var time: OfficeTime { OfficeTime { self.moment.withLock { $0 } } }

    func put(on moment: Date) { self.moment.withLock { $0 = moment } }
}
