import Phrases
import PlanDomain
import Workflow

/// Versions of a plan and who reads them, in words.
extension Phrases {
    /// What a version is, such as "vastgesteld door de raad".
    func status(of version: ReadableVersion) -> String {
        switch version.kind {
        case .offered: text("reading.status.offered")
        case .adopted(let body): text("reading.status.adopted", ["body": .text(text(body))])
        case .consultation(let round):
            round.isClosed
                ? text("reading.status.consultation-closed")
                : text("reading.status.consultation", ["until": day(round.until)])
        }
    }

    /// Since when it is what its status says: "op 20 juni 2023".
    func since(_ version: ReadableVersion) -> String {
        let key =
            switch version.kind {
            case .adopted: "reading.adopted-on"
            case .consultation: "reading.opened-on"
            case .offered: "reading.since"
            }
        return text(key, ["date": day(version.settledOn)])
    }

    /// What became of it; nil while it is in force.
    func standing(of version: ReadableVersion) -> String? {
        switch version.standing {
        case .inForce: nil
        case .replaced: text("reading.standing.replaced")
        case .takenBack(let date): text("reading.standing.taken-back", ["date": day(date)])
        }
    }

    /// The same in a word, for lists.
    func shortStanding(of version: ReadableVersion) -> String? {
        switch version.standing {
        case .inForce: nil
        case .replaced: text("reading.standing.replaced-short")
        case .takenBack: text("reading.standing.taken-back-short")
        }
    }

    /// "zoals de raad"
    func text(as audience: ReadingAudience) -> String {
        switch audience {
        case .everyone: text("reading.along.everyone")
        case .partners: text("reading.along.partners")
        case .council: text("reading.along.council")
        }
    }

    /// That a part is closed, and on what ground.
    func closed(_ ground: String?) -> String {
        guard let ground else { return text("reading.closed.plain") }
        return text("reading.closed.ground", ["ground": .text(ground)])
    }

    /// What a point was about. A body that has one point to decide on and did not write it down, decided on the plan.
    func text(of point: PlanEdition.Decision.Point, isOnly: Bool) -> String {
        point.text
            ?? (isOnly
                ? text("reading.decision.plan")
                : text("reading.decision.point", ["number": .number(point.number)]))
    }

    func day(_ date: CalendarDate) -> PhraseArgument {
        .date(year: date.year, month: date.month, day: date.day)
    }
}

extension ReadableVersion {
    /// Since when it is what its status says.
    var settledOn: CalendarDate { adoptedOn ?? since }
}

extension ClosedPlace {
    /// Its number and title; a part whose title is closed too goes by what it is.
    func label(_ phrases: Phrases) -> String {
        guard let title else { return phrases.text("reading.closed.part") }
        return [number, title].compactMap { $0 }.joined(separator: " ")
    }
}

extension SectionText {
    var printedTitle: String { [number, title].compactMap { $0 }.joined(separator: " ") }
}
