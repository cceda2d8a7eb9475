import Foundation
import Phrases
import Workflow

extension CalendarDate {
    /// The day on Dutch clocks.
    init(inTheNetherlands moment: Date) {
        self.init(moment, secondsFromUTC: DutchMoment(moment).secondsFromUTC)
    }
}
