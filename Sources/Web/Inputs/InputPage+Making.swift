import Phrases
import PlanDomain
import Prose
import Workflow

extension InputPage {
    init(
        _ seen: SeenInput, versions: [InputVersion], in plan: ProjectedPlan, round: RoundView?, pseudonym: String?,
        for participant: Participant, handler: FormContent?, source: IntakeSource?, anchor: AnchorPlace?,
        feedback: [Feedback] = [],
        brokenBy: PlanDomain.Change?, erasedOn: CalendarDate?, hasEditor: Bool, phrases: Phrases
    ) {
        let (input, standing) = (seen.input, seen.standing)
        let place = input.content.section.flatMap { id in plan.sections.first { $0.id == id } }
        self.seen = seen
        number = input.number.description
        self.handler = handler
        facts = Self.facts(input, round, source?.correspondent, phrases)
        self.source = source.map { Self.source($0, for: participant, phrases) }
        context = input.content.anchor.map { anchor in
            QuoteInContext(
                anchor: anchor, section: input.content.section.map { .section(plan.id, $0, at: anchor.commit) })
        }
        written = WrittenLine(
            input.content.withoutQuote, title: place?.printedTitle, isErased: input.isErased, phrases: phrases)
        difference = input.content.proposal.flatMap { proposal in
            input.content.anchor.map {
                ComparisonMarkup.inOneColumn(WordDiff(old: $0.quote + "\n", new: proposal + "\n"), phrases)
            }
        }
        files = input.attachments.map {
            FileLine($0, at: .file(plan.id, input.number, $0.id), phrases: phrases)
        }
        state = phrases.text("inputs.state.\(standing.state.rawValue)")
        settled = standing.adopted.map { Settled($0.disposition, phrases: phrases) }
        proposal = standing.proposal.map { Settled($0, phrases: phrases) }
        let isLive = !input.isWithdrawn && !input.isErased
        moderation =
            isLive && participant.may(.handleInputs, in: plan.id) ? ModerationPart(input, phrases: phrases) : nil
        let isOwn = pseudonym != nil && standing.proposal?.proposedBy.pseudonym == pseudonym
        mayPropose = isLive && input.admission == .admissible && participant.may(.handleInputs, in: plan.id)
        mayAdopt =
            isLive && input.admission == .admissible && !isOwn && standing.proposal != nil
            && participant.may(.adoptDispositions, in: plan.id)
        isOwnProposal = isLive && isOwn
        editor =
            hasEditor && [.toBeCarriedOut, .suspect, .disputed].contains(standing.state) && place != nil
                && participant.may(.write, in: plan.id)
            ? input.content.section.map { .editor(plan.id, $0, carryingOut: input.number) } : nil
        changes = standing.changes.map { change in
            let section = change.sections.first { $0.section == input.content.section } ?? change.sections.first
            return Change(
                summary: change.summary, moment: phrases.moment(change.madeAt),
                address: section.flatMap { touched in
                    change.parent.map { .comparison(plan.id, touched.section, from: $0, to: change.id) }
                })
        }
        self.place = anchor.map { PassagePlace($0, in: plan, for: participant, phrases: phrases) }
        isSuspect = standing.state == .suspect
        self.feedback = FeedbackPart(feedback, isDisputed: standing.state == .disputed, phrases: phrases)
        suspect = brokenBy.flatMap { Self.link(to: $0, in: plan.id, phrases) }
        self.erasedOn = erasedOn.map { phrases.text("inputs.erased-on", ["day": .text(phrases.writtenDate($0))]) }
        erasure = !input.isErased && participant.may(.erase, in: plan.id) ? .inputErasure(plan.id, input.number) : nil
        history = Self.history(versions, standing, input, phrases)
    }

    private static func link(to change: PlanDomain.Change, in plan: PlanID, _ phrases: Phrases) -> PageLink? {
        guard let parent = change.parent, let section = change.sections.first?.section else { return nil }
        return PageLink(
            label: phrases.text("inputs.suspect.see", ["summary": .text(change.summary)]),
            address: .comparison(plan, section, from: parent, to: change.id))
    }

    private static func source(
        _ source: IntakeSource, for participant: Participant, _ phrases: Phrases
    ) -> Source {
        let document = source.document
        let label = phrases.text(
            "intake.source",
            [
                "kind": .text(phrases.text("intake.kind.\(document.kind.rawValue)")),
                "title": .text(document.shownTitle(phrases)), "day": .text(phrases.writtenDate(document.arrivedOn)),
            ])
        let late = [phrases.text("intake.standing.\(document.standing.rawValue)") + ".", document.lateReason ?? ""]
        return Source(
            label: label, address: participant.may(.handleInputs, in: document.plan) ? .intake(document) : nil,
            original: document.file == nil ? nil : .intake(document, .original),
            late: document.isLate ? late.joined(separator: " ") : nil)
    }

    private static func facts(
        _ input: Input, _ round: RoundView?, _ writer: Correspondent?, _ phrases: Phrases
    ) -> [QuestionPage.Fact] {
        [
            .init(
                label: phrases.text("inputs.submitter"), value: writer?.shownName ?? input.submitter.label(phrases)),
            .init(label: phrases.text("inputs.received-on"), value: phrases.moment(input.receivedAt)),
            .init(label: phrases.text("inputs.round"), value: round?.round.title ?? input.round.rawValue),
            .init(
                label: phrases.text("inputs.channel-label"),
                value: phrases.text("inputs.channel.\(input.channel.rawValue)")),
        ]
            + (input.isClosed
                ? [.init(label: phrases.text("inputs.closed"), value: phrases.text("inputs.closed-means"))] : [])
    }

    private static func history(
        _ versions: [InputVersion], _ standing: InputStanding, _ input: Input, _ phrases: Phrases
    ) -> [Line] {
        var lines = versions.dropFirst().map { version in
            phrases.text("inputs.history.corrected", ["moment": .text(phrases.moment(version.writtenAt))])
        }
        if let adopted = standing.adopted {
            lines.append(
                phrases.text(
                    "inputs.history.adopted",
                    [
                        "function": .text(adopted.act.author.function), "number": .text(String(adopted.act.sequence)),
                        "date": .text(phrases.writtenDate(of: adopted.act.recordedAt)),
                    ]))
        }
        if let moment = input.withdrawnAt {
            // Who erased an input without an answer took it out of the work; who sent it in took nothing back.
            let when = input.isErased ? phrases.writtenDate(of: moment) : phrases.moment(moment)
            let key = input.isErased ? "inputs.history.erased" : "inputs.history.withdrawn"
            lines.append(phrases.text(key, ["moment": .text(when)]))
        }
        return lines.map(Line.init)
    }
}

extension InputPage.PassagePlace {
    init(_ place: AnchorPlace, in plan: ProjectedPlan, for participant: Participant, phrases: Phrases) {
        let key =
            switch (place.settled, place.state) {
            case (.carriedOut, _): "settled-carried-out"
            case (.person, .orphaned): "settled-gone"
            case (.person, _): "settled-person"
            case (nil, let state): state.rawValue
            }
        state = phrases.text("inputs.place.state.\(key)")
        isAdrift = place.isAdrift
        let stands = place.state != .orphaned
        title = stands ? plan.sections.first { $0.id == place.section }?.printedTitle : nil
        quote = stands ? place.quote.exact : nil
        address = participant.may(.handleInputs, in: plan.id) ? .anchor(plan.id, place.input) : nil
    }
}

extension InputContent {
    /// For a page that shows the quote elsewhere.
    fileprivate var withoutQuote: InputContent {
        InputContent(kind: kind, section: section, text: text, proposal: proposal)
    }
}
