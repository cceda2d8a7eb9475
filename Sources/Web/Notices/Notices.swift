import Foundation
import Logging
import PlanDomain

/// Tells people what waits for them, for as long as the server runs.
public struct Notices: Sendable {
    private let watch: TaskWatch
    private let reminders: RoundReminders
    private let logger: Logger

    /// - Parameter sources: what finds tasks beside those of stages and steps.
    public init(_ services: SiteServices, sources: [any TaskSource] = []) {
        logger = services.logger
        watch = TaskWatch(services.office, store: services.store, sources: sources) { news in
            let site = try await LinkMail.site(services)
            return TaskMail(services.phrasebook, site: site, time: services.office.time).mail(news)
        }
        reminders = RoundReminders(services.office, store: services.store) { contact, view, kind, plan in
            try await ReminderMail(services).letter(to: contact, about: view, kind, plan: plan)
        }
    }

    /// One look; what was told before is not told again.
    public func look() async throws {
        try await watch.look()
        try await reminders.look()
    }

    /// Looks until the task is cancelled. A look that fails is made up for by the next.
    public func run(lookingEvery pause: Duration = .seconds(300)) async {
        repeat {
            do {
                try await look()
            } catch {
                if !Task.isCancelled { logger.error("nobody could be told of their work: \(error)") }
            }
        } while (try? await Task.sleep(for: pause)) != nil
    }
}
