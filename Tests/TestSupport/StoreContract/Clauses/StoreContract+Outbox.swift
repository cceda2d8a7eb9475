import Foundation
import PlanDomain
import Testing

extension StoreContract {
    static let outbox: [Clause] = [
        Clause("a mail is kept as it was queued, byte for byte") { store in
            for (index, text) in SampleText.odd.enumerated() {
                let new = try SampleMail.mail(subject: text, text: text, calendar: index == 0 ? nil : text)
                try await store.queue([new], at: SampleMail.minute(index))
                let kept = try #require(try await store.outbox(nil, before: nil, limit: 1).first)
                #expect(kept.to == new.to && kept.name == new.name && kept.language == "en")
                #expect(Array(kept.subject.utf8) == Array(text.utf8))
                #expect(kept.text.map { Array($0.utf8) } == Array(text.utf8))
                #expect(kept.calendar == new.calendar && kept.urgency == .atOnce)
                #expect(kept.queuedAt == SampleMail.minute(index) && kept.nextAttempt == kept.queuedAt)
                #expect(kept.state == .waiting && kept.attempts == 0 && kept.settledAt == nil)
                #expect(try await store.mail(kept.id) == kept)
            }
        },
        Clause("of mail that is queued together all is kept, or nothing") { store in
            let mail = [try SampleMail.mail(), try SampleMail.mail(text: "nul\0teken")]
            let refusal = try await refusal { try await store.queue(mail, at: SampleMail.minute(0)) }
            #expect(refusal?.code == .invalid)
            #expect(try await store.outbox(nil, before: nil, limit: 9).isEmpty)
        },
        Clause("every mail has a key of its own") { store in
            try await store.queue((0..<50).map { _ in try SampleMail.mail() }, at: SampleMail.minute(0))
            let keys = try await store.outbox(nil, before: nil, limit: 99).map(\.key)
            #expect(Set(keys).count == 50)
            #expect(keys.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
        },
        Clause("mail is due from its moment on, the one that waits longest first") { store in
            for (minute, subject) in [(3, "drie"), (1, "een"), (2, "twee"), (1, "een en")] {
                try await store.queue([try SampleMail.mail(subject: subject)], at: SampleMail.minute(minute))
            }
            #expect(try await store.dueMail(at: SampleMail.minute(0), limit: 9).isEmpty)
            let due = try await store.dueMail(at: SampleMail.minute(2), limit: 9).map(\.subject)
            #expect(due == ["een", "een en", "twee"])
            #expect(try await store.dueMail(at: SampleMail.minute(9), limit: 1).map(\.subject) == ["een"])
        },
        Clause("mail for the digest is not due until it is released") { store in
            try await store.queue([try SampleMail.mail(urgency: .digest)], at: SampleMail.minute(0))
            #expect(try await store.dueMail(at: SampleMail.minute(9), limit: 9).isEmpty)
            let waiting = try await store.digestMail()
            #expect(waiting.count == 1 && waiting[0].nextAttempt == nil)
            try await store.release(waiting.map(\.id), at: SampleMail.minute(5))
            #expect(try await store.digestMail().isEmpty)
            #expect(try await store.dueMail(at: SampleMail.minute(5), limit: 9).map(\.id) == waiting.map(\.id))
        },
        Clause("releasing what is due already changes nothing") { store in
            try await store.queue([try SampleMail.mail()], at: SampleMail.minute(1))
            let due = try await store.dueMail(at: SampleMail.minute(1), limit: 9)
            try await store.release(due.map(\.id), at: SampleMail.minute(7))
            #expect(try await store.dueMail(at: SampleMail.minute(1), limit: 9) == due)
        },
        Clause("a digest takes the words of its mail over and erases them") { store in
            let mail = try (1...3).map { try SampleMail.mail(subject: "\($0)", calendar: "k", urgency: .digest) }
            try await store.queue(mail, at: SampleMail.minute(0))
            let waiting = try await store.digestMail()
            let digest = try SampleMail.mail(subject: "alles", text: "1 en 2", calendar: "kk")
            try await store.gather(waiting.prefix(2).map(\.id), as: digest, at: SampleMail.minute(4))
            let due = try await store.dueMail(at: SampleMail.minute(4), limit: 9)
            #expect(due.map(\.subject) == ["alles"] && due.first?.text == "1 en 2" && due.first?.calendar == "kk")
            for mail in waiting.prefix(2) {
                let gathered = try #require(try await store.mail(mail.id))
                #expect(gathered.state == .gathered && gathered.digest == due.first?.id)
                #expect(gathered.text == nil && gathered.calendar == nil && gathered.subject == mail.subject)
                #expect(gathered.settledAt == SampleMail.minute(4))
            }
            #expect(try await store.digestMail().map(\.subject) == ["3"])
        },
        Clause("a digest of mail that waits no more is not made") { store in
            try await store.queue((1...2).map { _ in try SampleMail.mail(urgency: .digest) }, at: SampleMail.minute(0))
            let waiting = try await store.digestMail()
            try await store.withdraw(waiting[1].id, at: SampleMail.minute(1))
            let refusal = try await refusal {
                try await store.gather(waiting.map(\.id), as: try SampleMail.mail(), at: SampleMail.minute(2))
            }
            #expect(refusal?.code == .conflict)
            #expect(try await store.outbox(nil, before: nil, limit: 9).count == 2)
            #expect(try await store.digestMail().map(\.id) == [waiting[0].id])
        },
        Clause("who listens hears of new mail, once for as much as came meanwhile") { store in
            var one = store.mailArrivals().makeAsyncIterator()
            var other = store.mailArrivals().makeAsyncIterator()
            for minute in 0..<3 { try await store.queue([try SampleMail.mail()], at: SampleMail.minute(minute)) }
            #expect(await one.next() != nil)
            #expect(await other.next() != nil)
            try await store.save(.atOnce, of: SampleMail.reader())
            #expect(await one.next() != nil)
        },
        Clause("mail that is queued by many at once is all there") { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await store.queue(
                            [try SampleMail.mail(subject: "\(number)")], at: SampleMail.minute(number))
                    }
                }
                try await group.waitForAll()
            }
            let subjects = try await store.dueMail(at: SampleMail.minute(99), limit: 99).map(\.subject)
            #expect(subjects == (0..<40).map(String.init))
        },
    ]
}
