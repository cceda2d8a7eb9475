import Foundation
import Phrases
import PlanDomain
import Workflow

/// The mail to who is invited to a session: that it takes place, that it changed, that it does not take place after all;
/// each with a file for their diary that changes what is there.
///
/// Of a closed session it bears neither title nor organisations: an administrator reads what waits in the outbox.
struct SessionMail {
    private let phrases: Phrases
    private let municipality: String
    /// Where readers find the site, without a slash at the end.
    private let site: String
    private let plan: String
    private let time: OfficeTime

    /// - Parameter plan: its title.
    init(_ services: SiteServices, plan: String) async throws {
        phrases = services.phrasebook.phrases(in: .nl)
        municipality = services.look.now.municipality
        site = try await LinkMail.site(services)
        time = services.time
        self.plan = plan
    }

    func letters(about session: Session, to guests: [SessionGuest]) -> [NewMail] {
        let kind = session.state == .cancelled ? "cancelled" : session.version == 1 ? "invited" : "changed"
        let title = session.isClosed ? phrases.text("sessions.mail.closed-title") : session.title
        var words: [String: PhraseArgument] = [
            "title": .text(title), "plan": .text(plan), "day": .text(phrases.writtenDate(session.day)),
            "time": .text(session.startsAt.map { phrases.text($0) } ?? phrases.text("sessions.mail.no-time")),
            "place": .text(session.place.isEmpty ? phrases.text("sessions.mail.no-place") : session.place),
            "municipality": .text(municipality),
        ]
        let calendar = CalendarFile([entry(session, title)], time: time).text(at: time.now())
        return guests.map { guest in
            words["name"] = .text(guest.name)
            return NewMail(
                to: guest.mail, name: guest.name, language: phrases.language.rawValue,
                subject: phrases.text("sessions.mail.\(kind).subject", ["title": .text(title), "plan": .text(plan)]),
                text: phrases.text("sessions.mail.\(kind).text", words) + "\n", calendar: calendar, urgency: .atOnce)
        }
    }

    /// Two hours, since nobody notes when a session ends.
    private func entry(_ session: Session, _ title: String) -> CalendarEntry {
        let start = session.startsAt.map { time.moment(on: session.day, hour: $0.hour, minute: $0.minute) }
        let host = site.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != ":" }
        return CalendarEntry(
            id: "session-\(session.id.rawValue)@\(host)", revision: session.version, title: "\(title) – \(plan)",
            place: session.place.isEmpty ? nil : session.place,
            time: start.map { .hours(from: $0, until: $0 + 7_200) } ?? .day(session.day), alarms: [60],
            isCancelled: session.state == .cancelled)
    }
}
