import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let reminders: [Clause] = [
        Clause("a contact is reminded of a round once in each way, and the mail goes with it") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let reminder = RoundReminder(
                plan: survey.plan, round: survey.round, contact: try SamplePeople.required(ContactID("pim")),
                kind: .ahead, on: SampleSurvey.day)
            let mail = NewMail(
                to: try SamplePeople.required(MailAddress("pim@partner.example")), name: "Pim", subject: "Nog even",
                text: "Tot vrijdag.", urgency: .atOnce)
            let moment = Date(timeIntervalSince1970: 1_700_000_000)
            for _ in 0..<2 { try await store.note(reminder, telling: mail, at: moment) }
            let last = RoundReminder(
                plan: reminder.plan, round: reminder.round, contact: reminder.contact, kind: .lastDay,
                on: reminder.on.adding(days: 7))
            try await store.note(last, telling: mail, at: moment)
            #expect(try await store.reminders(of: survey.round, in: survey.plan) == [reminder, last])
            #expect(try await store.outbox(nil, before: nil, limit: 9).count == 2)
            #expect(try await store.heardOrganisations(in: survey.round, of: survey.plan) == [])
        }
    ]
}
