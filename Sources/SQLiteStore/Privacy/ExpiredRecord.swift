import Foundation
import GRDB
import PlanDomain
import Workflow

/// Where the things of one kind lie, and when they were needed last: the one place that knows what a period counts from.
struct ExpiredRecord {
    private let kind: RetentionSchedule.Kind

    init(_ kind: RetentionSchedule.Kind) { self.kind = kind }

    /// What a statement is held against: a day, or the moment at which it begins.
    func boundary(_ day: CalendarDate) -> StatementArguments {
        switch kind {
        case .unsentDraft, .surveySheet, .surveyResponse: ["day": day]
        case .letter, .mail, .accessLink, .textDraft, .contact:
            ["moment": Moment(Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400))]
        }
    }

    /// The day on which each of them was needed last.
    func days(before day: CalendarDate, _ db: Database) throws -> [CalendarDate] {
        try db.list("SELECT \(last) AS day FROM \(rows)", boundary(day)) { try $0.decode(forColumn: "day") }
    }

    /// What goes with its key, by the journal; empty for what is merely deleted.
    func subjects(before day: CalendarDate, _ db: Database) throws -> [Erasure.Subject] {
        let arguments = boundary(day)
        switch kind {
        case .letter:
            return try db.list("SELECT d.id, d.plan FROM \(rows)", arguments) {
                .document(try $0.decode(atIndex: 0), try $0.decode(atIndex: 1))
            }
        case .surveyResponse:
            return try db.list("SELECT s.id, s.plan FROM \(rows)", arguments) {
                .response(try $0.decode(atIndex: 0), try $0.decode(atIndex: 1))
            }
        case .contact:
            return try db.list("SELECT id FROM \(rows)", arguments) { .contact(try $0.decode(atIndex: 0)) }
        case .unsentDraft, .surveySheet, .mail, .accessLink, .textDraft: return []
        }
    }

    /// Deletes them; nil for what goes by the journal.
    var deletion: String? {
        switch kind {
        case .unsentDraft: "DELETE FROM inputDraft WHERE id IN (SELECT inputDraft.id FROM \(rows))"
        case .surveySheet: "DELETE FROM surveySheet WHERE id IN (SELECT id FROM \(rows))"
        case .mail: "DELETE FROM mail WHERE number IN (SELECT number FROM \(rows))"
        case .accessLink: "DELETE FROM accessLink WHERE position IN (SELECT position FROM \(rows))"
        case .textDraft: "DELETE FROM draft WHERE keptAt < :moment"
        case .letter, .surveyResponse, .contact: nil
        }
    }

    /// Tables and condition.
    private var rows: String {
        switch kind {
        case .unsentDraft:
            // What was sent in leaves a row without items behind.
            """
            inputDraft JOIN consultationRound AS r ON r.plan = inputDraft.plan AND r.id = round
            WHERE untilDay < :day AND opened(sealedItems, recordKey, 'items') <> '[]'
            """
        case .surveySheet: "surveySheet WHERE keptOn < :day"
        case .surveyResponse:
            """
            surveyResponse AS s JOIN consultationRound AS r ON r.plan = s.plan AND r.id = s.round
            WHERE untilDay < :day AND s.recordKey IS NOT NULL
            """
        case .letter:
            """
            intakeDocument AS d WHERE finishedAt < :moment AND recordKey IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM intakeCut JOIN inputDesk AS i ON i.plan = intakeCut.plan AND i.input = intakeCut.input
                WHERE document = d.id AND i.isOpen)
            """
        case .mail:
            // What went along in a digest was settled before it, so it is never left without.
            "mail WHERE settledAt < :moment"
        case .accessLink: "accessLink WHERE coalesce(usedAt, withdrawnAt, expiresAt) < :moment"
        case .textDraft: "draft WHERE keptAt < :moment AND text <> ''"
        case .contact: "(\(Self.contacts)) WHERE seenAt < :moment"
        }
    }

    /// Contacts with the last moment at which anybody had to do with them; one of whom nothing is known is left alone.
    private static let contacts = """
        SELECT c.id, max(m.moment) AS seenAt FROM contact AS c JOIN (
            SELECT contact, max(doneAt) AS moment FROM officeDeed GROUP BY contact
            UNION ALL SELECT contact, max(invitedAt) FROM invitation GROUP BY contact
            UNION ALL SELECT contact, max(receivedAt) FROM submission GROUP BY contact
            UNION ALL SELECT contact, max(savedAt) FROM inputDraft GROUP BY contact
            UNION ALL SELECT contact, max(coalesce(usedAt, madeAt)) FROM accessLink GROUP BY contact
            UNION ALL SELECT contact, max(lastSeenAt) FROM signInSession GROUP BY contact
        ) AS m ON m.contact = c.id
        WHERE c.recordKey IS NOT NULL GROUP BY c.id
        """

    /// The day on which a row was needed last.
    private var last: String {
        func day(_ moment: String) -> String { "date(\(moment) / 1000, 'unixepoch')" }
        return switch kind {
        case .unsentDraft, .surveyResponse: "untilDay"
        case .surveySheet: "keptOn"
        case .letter: day("finishedAt")
        case .mail: day("settledAt")
        case .accessLink: day("coalesce(usedAt, withdrawnAt, expiresAt)")
        case .textDraft: day("keptAt")
        case .contact: day("seenAt")
        }
    }
}
