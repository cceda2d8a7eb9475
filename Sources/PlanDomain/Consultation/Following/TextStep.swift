import Prose

/// One change of a plan's text with what stood there before and after, read once for all who follow it.
struct TextStep {
    let change: Change
    private let before: PlanText?
    private let after: PlanText
    private var readings: [Reading: String] = [:]
    private var carriers: [SectionID: QuoteCarrier] = [:]

    private struct Reading: Hashable {
        let section: SectionID
        let isAfter: Bool
    }

    init(_ change: Change, before: PlanText?, after: PlanText) {
        self.change = change
        self.before = before
        self.after = after
    }

    /// In the order of the plan; those that are gone last.
    var touched: [SectionID] { change.sections.map(\.section) }

    var inputs: Set<InputNumber> { Set(change.inputs.compactMap(InputNumber.init(_:))) }

    func touches(_ section: SectionID) -> Bool { change.sections.contains { $0.section == section } }

    /// As a reader reads it; nil where it does not stand in that text.
    mutating func text(of section: SectionID, after isAfter: Bool) -> String? {
        let reading = Reading(section: section, isAfter: isAfter)
        if let known = readings[reading] { return known }
        let text = (isAfter ? after : before)?.section(section).map { PassageText($0).text }
        readings[reading] = text
        return text
    }

    /// Carries passages of a section to its new text, or to that of the section it was merged into; nil where both are gone.
    mutating func carrier(of section: SectionID) -> QuoteCarrier? {
        if let known = carriers[section] { return known }
        guard let old = text(of: section, after: false), let heir = after.successor(of: section),
            let new = text(of: heir, after: true)
        else { return nil }
        let carrier = QuoteCarrier(from: old, to: new)
        carriers[section] = carrier
        return carrier
    }

    /// The section in which its text stands after the change: itself, or the one that it was merged into.
    func heir(of section: SectionID) -> SectionID? { after.successor(of: section) }

    /// Where the words of a passage newly stand, in any section that was touched besides its own: they came along with it. Nil
    /// where they stand nowhere, or in more than one place.
    mutating func newPlace(of quote: TextQuote, besides own: SectionID) -> AnchorDecision.Place? {
        var found: [AnchorDecision.Place] = []
        for section in touched where section != own {
            guard let now = text(of: section, after: true) else { continue }
            let count = quote.places(in: text(of: section, after: false) ?? "").count
            guard quote.places(in: now).count > count, case .moved(let place) = QuoteSearch(quote, in: now).found else {
                continue
            }
            found.append(AnchorDecision.Place(section: section, quote: place))
        }
        return found.count == 1 ? found[0] : nil
    }
}
