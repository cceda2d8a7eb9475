import Foundation
import Prose
import Survey
import Workflow

/// Where who handles inputs reads what people wrote in their own words, and makes inputs of what asks something of the
/// plan.
///
/// Each becomes an input of somebody who stays unknown, to be judged like any other before others read it.
public struct OpenAnswerDesk: Sendable {
    /// How many answers become inputs at once.
    public static let atOnce = 500

    let office: PlanOffice
    let store: any ConsultationStore
    let seals: InputSeals

    public init(_ office: PlanOffice, store: any ConsultationStore, seals: InputSeals) {
        self.office = office
        self.store = store
        self.seals = seals
    }

    /// In the order of their ids, which is by chance. `notFound` for a question that nobody answers in words.
    public func answers(
        to id: Question.ID, in results: SurveyResults, for participant: Participant
    ) async throws -> [OpenAnswer] {
        let survey = results.survey
        try participant.require(.handleInputs, in: survey.plan)
        guard let question = survey.questionnaire.question(id), question.takesWords else {
            throw PlanError.unknownSurvey
        }
        let known = try await store.answerInputs(of: survey.round, in: survey.plan)
        let scan = PersonalDataScan(names: [])
        return results.responses.compactMap { response in
            response.sheet[id]?.ownWords.map { words in
                OpenAnswer(
                    id: response.id, words: words, looksPersonal: !scan.finds(in: words).isEmpty,
                    input: known[.answer(sheet: response.id.rawValue, question: id)])
            }
        }
    }

    /// Makes an input of each answer that is not one yet; of the first ``atOnce`` where there are more.
    ///
    /// - Parameters:
    ///   - chosen: nil for all.
    ///   - section: that they are about; nil for the plan as a whole.
    public func take(
        _ chosen: Set<ResponseID>?, of question: Question.ID, in results: SurveyResults, about section: SectionID?,
        by participant: Participant
    ) async throws -> TakenAnswers {
        let (plan, round) = (results.survey.plan, results.survey.round)
        guard let person = participant.person else { throw PlanError.unknownSurvey }
        let open = try await answers(to: question, in: results, for: participant)
            .filter { $0.input == nil && chosen?.contains($0.id) ?? true }
        guard let commit = results.view.frozen else { throw PlanError.unknownSurvey }
        let text = try await office.repositories.repository(of: plan).text(at: commit)
        let byID = Dictionary(results.responses.map { ($0.id, $0) }) { first, _ in first }
        let submissions = try open.prefix(Self.atOnce).compactMap { answer -> Submission? in
            guard let response = byID[answer.id] else { return nil }
            let written = WrittenInput(
                kind: section == nil ? .general : .remark, section: section, text: answer.words)
            let content = try written.content(on: text, at: commit)
            let item = Submission.Item(
                content: content, key: seals.newKey(), redactions: PersonalWords(names: []).proposals(in: content))
            return Submission(
                of: [item], in: round, of: plan, from: .unknown, by: response.way.channel,
                source: .answer(sheet: response.id.rawValue, question: question), takenInBy: person.id,
                requestID: response.requestName(of: question),
                receivedAt: min(office.time.moment(on: response.day, hour: 12, minute: 0), office.time.now()))
        }
        let receipts = try await store.receive(submissions)
        return TakenAnswers(numbers: receipts.flatMap(\.numbers), left: open.count - submissions.count)
    }
}

/// What became of answers that were to be inputs.
public struct TakenAnswers: Equatable, Sendable {
    public let numbers: [InputNumber]
    /// How many were left for another time.
    public let left: Int
}
