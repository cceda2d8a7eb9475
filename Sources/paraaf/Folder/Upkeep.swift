import Logging
import PlanDomain
import SQLiteStore

/// Throws away once a day what was kept long enough, for as long as the server runs.
struct Upkeep: Sendable {
    private let desk: RetentionDesk
    private let logger: Logger

    init(_ store: SQLiteStore, time: OfficeTime, logger: Logger) {
        desk = RetentionDesk(store, time: time)
        self.logger = logger
    }

    /// Looks whether it is time, until the task is cancelled. A round that fails is made up for by the next look.
    func run(lookingEvery pause: Duration = .seconds(900)) async {
        repeat {
            do {
                for disposal in try await desk.carryOutDaily() {
                    logger.info(
                        "removed what was kept long enough: \(disposal.count) of \(disposal.kind.rawValue) after \(disposal.days) days"
                    )
                }
            } catch {
                if !Task.isCancelled { logger.error("what was kept long enough could not be removed: \(error)") }
            }
        } while (try? await Task.sleep(for: pause)) != nil
    }
}
