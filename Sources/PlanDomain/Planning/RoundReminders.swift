import Foundation
import Workflow

/// That a contact was reminded of a round in which their organisation is silent so far (*rappel*).
public struct RoundReminder: Equatable, Sendable {
    public let plan: PlanID
    public let round: RoundID
    public let contact: ContactID
    public let kind: Kind
    public let on: CalendarDate

    public init(plan: PlanID, round: RoundID, contact: ContactID, kind: Kind, on day: CalendarDate) {
        self.plan = plan
        self.round = round
        self.contact = contact
        self.kind = kind
        on = day
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// Some working days before the end.
        case ahead
        /// On the last day.
        case lastDay = "last-day"
    }
}

/// What contacts were reminded of.
public protocol ReminderStore: Sendable {
    /// In the order of their days.
    func reminders(of round: RoundID, in plan: PlanID) async throws -> [RoundReminder]
    /// Notes a reminder and queues its mail, in one transaction; one that was noted before changes nothing.
    func note(_ reminder: RoundReminder, telling mail: NewMail, at moment: Date) async throws
    /// Organisations of which something was received in a round, and not withdrawn.
    func heardOrganisations(in round: RoundID, of plan: PlanID) async throws -> Set<Organisation>
}

/// Reminds contacts of a round that is about to end: once before, and once on its last day. Who sent something in is left
/// in peace, and so is who was not invited; after the end it is the office's turn.
public struct RoundReminders: Sendable {
    /// In working days before the last day.
    public static let ahead = 5

    /// Puts a reminder in words; `plan` is its title.
    public typealias Writer =
        @Sendable (
            _ contact: Contact, _ view: RoundView, _ kind: RoundReminder.Kind, _ plan: String
        ) async throws -> NewMail

    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore & ReminderStore
    private let write: Writer

    public init(
        _ office: PlanOffice, store: any ConsultationStore & PeopleStore & ReminderStore, write: @escaping Writer
    ) {
        self.office = office
        self.store = store
        self.write = write
    }

    /// One look at every round. Sends on working days, from the morning on; what was sent is not sent again.
    public func look() async throws {
        let now = office.time.now()
        let today = office.time.day(of: now)
        let morning = office.time.moment(on: today, hour: TaskWatch.morning.hour, minute: TaskWatch.morning.minute)
        guard office.calendar.isWorkingDay(today), morning <= now else { return }
        for plan in try await office.store.projectedPlans() {
            for view in try await store.roundViews(of: plan, at: now, in: office) where view.state == .open {
                if let kind = kind(for: view, on: today) { try await remind(of: view, kind, at: now) }
            }
        }
    }

    /// The last day itself, or the last working day before it where that is no working day.
    private func kind(for view: RoundView, on today: CalendarDate) -> RoundReminder.Kind? {
        let calendar = office.calendar
        let last = calendar.isWorkingDay(view.until) ? view.until : calendar.addingWorkingDays(-1, to: view.until)
        if today >= last { return .lastDay }
        let first = calendar.addingWorkingDays(-Self.ahead, to: last)
        // A round that is hardly longer than this is not reminded of twice within days.
        return first <= today && view.round.from < first ? .ahead : nil
    }

    private func remind(of view: RoundView, _ kind: RoundReminder.Kind, at now: Date) async throws {
        let (round, today) = (view.round, office.time.day(of: now))
        guard round.channels.contains(.form), !round.organisations.isEmpty else { return }
        let heard = try await store.heardOrganisations(in: round.id, of: round.plan)
        let silent = Set(round.organisations).subtracting(heard)
        guard !silent.isEmpty else { return }
        let invited = Set(try await store.invitations(of: round.plan).filter(\.isOpen).map(\.contact))
        let done = Set(
            try await store.reminders(of: round.id, in: round.plan).filter { $0.kind == kind }.map(\.contact))
        let title = try await office.store.projectedPlan(round.plan)?.metadata.title ?? round.plan.rawValue
        for contact in try await store.contacts(of: nil)
        where !contact.isDisabled && silent.contains(contact.organisation) && invited.contains(contact.id)
            && !done.contains(contact.id)
        {
            let mail = try await write(contact, view, kind, title)
            try await store.note(
                RoundReminder(plan: round.plan, round: round.id, contact: contact.id, kind: kind, on: today),
                telling: mail, at: now)
        }
    }
}
