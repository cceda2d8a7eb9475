import Documents
import Foundation
import PlanDomain
import PlanRepositories
import Workflow

/// What comes in beside the form, taken in by who handles inputs.
extension DemoBuilder {
    func take(
        _ post: DemoPost, _ event: DemoEvent, in plan: DemoPlan, at desk: Desk, request: String
    ) async throws {
        guard let round = rounds[name(post.round, in: plan)] else {
            throw event.place.fault("demo.unknown-round", ["round": .text(post.round)])
        }
        let intake = IntakeDesk(
            hall.office, store: hall.store, reading: SourceReader(conversion: PandocConversion()), seals: .hmac)
        var written = WrittenIntake(round: round, kind: post.kind, arrivedOn: hall.office.time.today)
        written.organisation = post.organisation
        (written.name, written.address) = (post.name, post.address)
        (written.title, written.text) = (post.title, post.text)
        written.file = post.mail.map { ReadDocument.Enclosure(name: "bericht.eml", bytes: Data($0.utf8)) }
        let document = try await intake.take(written, in: desk.plan, requestID: request, by: desk.participant)
        let view = try await intake.document(document.id, of: desk.plan, for: desk.participant)
        let text = try await intake.frozenText(of: view.round)
        for (number, cut) in post.cuts.enumerated() {
            let section = try cut.section.map { try text.section(titled: $0) }
            let input = WrittenInput(kind: section == nil ? .general : .remark, section: section, text: cut.text)
            _ = try await intake.cut(
                WrittenCut(words: cut.words, input: input), from: document.id, in: desk.plan,
                requestID: "\(request):\(number)", by: desk.participant)
        }
        guard post.isDone else { return }
        try await intake.finish(true, document.id, in: desk.plan, by: desk.participant)
    }
}

extension PlanText {
    fileprivate func section(titled title: String) throws(PlanError) -> SectionID {
        guard let section = sections.first(where: { $0.heading?.plainTitle == title }) else {
            throw PlanError(.invalid, Reason("demo.no-section", ["section": .text(title)]))
        }
        return section.id
    }
}
