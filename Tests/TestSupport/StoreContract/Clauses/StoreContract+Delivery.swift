import Foundation
import PlanDomain
import Testing

extension StoreContract {
    static let delivery: [Clause] = [
        Clause("what was sent is kept without its words") { store in
            let mail = try await queued(in: store)
            try await store.note([DeliveryNote(mail.id, .sent, answer: "250 ok", at: SampleMail.minute(3))])
            let sent = try #require(try await store.mail(mail.id))
            #expect(sent.state == .sent && sent.text == nil && sent.calendar == nil)
            #expect(sent.to == mail.to && sent.subject == mail.subject && sent.key == mail.key)
            #expect(sent.settledAt == SampleMail.minute(3) && sent.answer == "250 ok" && sent.attempts == 1)
            #expect(try await store.dueMail(at: SampleMail.minute(99), limit: 9).isEmpty)
        },
        Clause("a mail that is to be tried again keeps its words and waits") { store in
            let mail = try await queued(in: store)
            for attempt in 1...3 {
                let later = SampleMail.minute(attempt * 10)
                try await store.note([
                    DeliveryNote(mail.id, .waiting(until: later), answer: "451 \(attempt)", at: SampleMail.minute(0))
                ])
                let waiting = try #require(try await store.mail(mail.id))
                #expect(waiting.state == .waiting && waiting.attempts == attempt && waiting.text == mail.text)
                #expect(waiting.nextAttempt == later && waiting.answer == "451 \(attempt)")
            }
            #expect(try await store.dueMail(at: SampleMail.minute(29), limit: 9).isEmpty)
            #expect(try await store.dueMail(at: SampleMail.minute(30), limit: 9).count == 1)
        },
        Clause("a mail that failed keeps its words, so that it can be tried by hand") { store in
            let mail = try await queued(in: store)
            try await store.note([DeliveryNote(mail.id, .failed, answer: "550 nee", at: SampleMail.minute(1))])
            let failed = try #require(try await store.mail(mail.id))
            #expect(failed.state == .failed && failed.text == mail.text && failed.calendar == mail.calendar)
            #expect(failed.settledAt == SampleMail.minute(1) && failed.answer == "550 nee")
            #expect(try await store.dueMail(at: SampleMail.minute(99), limit: 9).isEmpty)
            try await store.retry(mail.id, at: SampleMail.minute(5))
            let again = try #require(try await store.mail(mail.id))
            #expect(again.state == .waiting && again.attempts == 0 && again.settledAt == nil)
            #expect(try await store.dueMail(at: SampleMail.minute(5), limit: 9).map(\.id) == [mail.id])
        },
        Clause("a mail that was withdrawn while it went out counts as sent, and stays withdrawn otherwise") { store in
            for (note, state): (DeliveryNote.Result, QueuedMail.State) in [
                (.sent, .sent), (.failed, .withdrawn), (.waiting(until: SampleMail.minute(9)), .withdrawn),
            ] {
                let mail = try await queued(in: store)
                try await store.withdraw(mail.id, at: SampleMail.minute(1))
                try await store.note([DeliveryNote(mail.id, note, answer: "zo", at: SampleMail.minute(2))])
                let found = try #require(try await store.mail(mail.id))
                #expect(found.state == state && found.text == nil)
            }
        },
        Clause("a note of several mails is of all of them") { store in
            let mails = [try await queued(in: store), try await queued(in: store)]
            try await store.note(
                mails.map {
                    DeliveryNote($0.id, .waiting(until: SampleMail.minute(7)), answer: "-", at: SampleMail.minute(2))
                })
            #expect(try await store.dueMail(at: SampleMail.minute(6), limit: 9).isEmpty)
            #expect(try await store.dueMail(at: SampleMail.minute(7), limit: 9).count == 2)
        },
    ]

    static let mailDesk: [Clause] = [
        Clause("a mail that was withdrawn is not sent and keeps no words") { store in
            let mail = try await queued(in: store)
            try await store.withdraw(mail.id, at: SampleMail.minute(2))
            let gone = try #require(try await store.mail(mail.id))
            #expect(gone.state == .withdrawn && gone.text == nil && gone.calendar == nil && gone.subject == "Dag")
            #expect(try await store.dueMail(at: SampleMail.minute(99), limit: 9).isEmpty)
        },
        Clause("nothing can be done about mail that is not there, or waits no more") { store in
            let sent = try await queued(in: store)
            try await store.note([DeliveryNote(sent.id, .sent, answer: "", at: SampleMail.minute(1))])
            let gone = try await queued(in: store)
            try await store.withdraw(gone.id, at: SampleMail.minute(1))
            let unknown = MailNumber(99)
            for (mail, code): (MailNumber, PlanError.Code) in [
                (sent.id, .conflict), (gone.id, .conflict), (unknown, .notFound),
            ] {
                let before = try await store.mail(mail)
                let retried = try await refusal { try await store.retry(mail, at: SampleMail.minute(3)) }
                let withdrawn = try await refusal { try await store.withdraw(mail, at: SampleMail.minute(3)) }
                #expect(retried?.code == code && withdrawn?.code == code)
                #expect(try await store.mail(mail) == before)
            }
        },
        Clause("mail that waits after an attempt can be hurried, not mail for the digest") { store in
            let mail = try await queued(in: store)
            try await store.note([
                DeliveryNote(mail.id, .waiting(until: SampleMail.minute(240)), answer: "-", at: SampleMail.minute(0))
            ])
            try await store.queue([try SampleMail.mail(urgency: .digest)], at: SampleMail.minute(0))
            try await store.retryWaitingMail(at: SampleMail.minute(5))
            #expect(try await store.dueMail(at: SampleMail.minute(5), limit: 9).map(\.id) == [mail.id])
            #expect(try await store.digestMail().count == 1)
        },
        Clause("the outbox is listed newest first, by state and in parts") { store in
            for _ in 1...5 { _ = try await queued(in: store) }
            let all = try await store.outbox(nil, before: nil, limit: 9)
            #expect(all.map(\.id) == all.map(\.id).sorted(by: >) && all.count == 5)
            try await store.note([DeliveryNote(all[1].id, .sent, answer: "", at: SampleMail.minute(1))])
            #expect(try await store.outbox(.sent, before: nil, limit: 9).map(\.id) == [all[1].id])
            #expect(try await store.outbox(.waiting, before: nil, limit: 2).map(\.id) == [all[0].id, all[2].id])
            let rest = try await store.outbox(.waiting, before: all[2].id, limit: 9)
            #expect(rest.map(\.id) == [all[3].id, all[4].id])
            #expect(try await store.outboxCounts() == [.waiting: 4, .sent: 1])
        },
        Clause("a reader's preference is daily until they say otherwise") { store in
            let reader = try SampleMail.reader()
            #expect(try await store.mailPreference(of: reader) == .daily)
            for preference in [MailPreference.atOnce, .daily, .atOnce] {
                try await store.save(preference, of: reader)
                #expect(try await store.mailPreference(of: reader) == preference)
            }
            #expect(try await store.mailPreference(of: try SampleMail.reader("vos")) == .daily)
        },
        Clause("mail settings are those that were saved last, until they are forgotten") { store in
            #expect(try await store.mailSettings() == nil)
            for settings in [try SampleMail.settings(password: "gé;'heim"), try SampleMail.settings(host: "ander")] {
                try await store.save(settings)
                #expect(try await store.mailSettings() == settings)
            }
            try await store.save(MailSettings?.none)
            #expect(try await store.mailSettings() == nil)
        },
    ]

    private static func queued(in store: any TownHallStore) async throws -> QueuedMail {
        try await store.queue([try SampleMail.mail(calendar: "BEGIN:VCALENDAR")], at: SampleMail.minute(0))
        return try #require(try await store.outbox(nil, before: nil, limit: 1).first)
    }
}
