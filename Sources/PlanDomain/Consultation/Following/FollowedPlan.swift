import Prose

/// What hangs on the words of a plan, as of one text: where the passages of inputs stand, and which promises its words
/// keep.
///
/// Worked out change by change, each time from the one before, so that a change costs what it touches and not what came
/// before it; from the first change on it gives the same.
public struct FollowedPlan: Equatable, Sendable {
    /// The last change that was followed; nil before the first.
    public var at: CommitID?
    public var anchors: [InputNumber: AnchorPlace]
    public var promises: [Promise]

    public init(at: CommitID? = nil, anchors: [InputNumber: AnchorPlace] = [:], promises: [Promise] = []) {
        self.at = at
        self.anchors = anchors
        self.promises = promises
    }
}

extension FollowedPlan {
    /// - Parameter decisions: what people said of places; each counts from the text that they looked at.
    mutating func follow(_ step: inout TextStep, _ decisions: [CommitID: [AnchorDecision]]) {
        for (number, place) in anchors { anchors[number] = Self.carried(place, over: &step) }
        apply(decisions[step.change.id] ?? [])
        for index in promises.indices { Self.hold(&promises[index], against: &step) }
        promises += Self.made(by: &step)
        at = step.change.id
    }

    mutating func apply(_ decisions: [AnchorDecision]) {
        for decision in decisions {
            guard let place = anchors[decision.input], place.inputVersion == decision.inputVersion else { continue }
            anchors[decision.input] = decision.applied(to: place)
        }
    }
}

/// Anchors.
extension FollowedPlan {
    static func carried(_ place: AnchorPlace, over step: inout TextStep) -> AnchorPlace {
        guard step.touches(place.section) else { return found(place, in: &step) }
        if place.state == .orphaned { return found(place, in: &step) }
        var carried = place
        switch step.carrier(of: place.section)?.carry(place.quote) ?? .orphaned {
        case .placed(let quote):
            carried.quote = quote
            carried.section = step.heir(of: place.section) ?? place.section
            if carried.section != place.section { carried.become(.moved, by: step) }
        case .moved(let quote):
            carried.quote = quote
            carried.section = step.heir(of: place.section) ?? place.section
            carried.become(.moved, by: step)
        case .uncertain(let quote):
            carried = elsewhere(place, in: &step) ?? place
            guard carried == place else { return carried }
            carried.quote = quote
            carried.section = step.heir(of: place.section) ?? place.section
            carried.become(.uncertain, by: step)
        case .orphaned:
            carried = elsewhere(place, in: &step) ?? place
            guard carried == place else { return carried }
            carried.become(.orphaned, by: step)
        }
        return carried
    }

    /// Of a passage that is in doubt, or gone: its words may come back with any change.
    private static func found(_ place: AnchorPlace, in step: inout TextStep) -> AnchorPlace {
        guard place.isAdrift else { return place }
        if let found = elsewhere(place, in: &step) { return found }
        guard place.state == .orphaned, let now = step.text(of: place.section, after: true),
            case .moved(let quote) = QuoteSearch(place.quote, in: now).found,
            place.quote.places(in: step.text(of: place.section, after: false) ?? "").isEmpty
        else { return place }
        var found = place
        found.quote = quote
        found.become(.moved, by: step)
        return found
    }

    private static func elsewhere(_ place: AnchorPlace, in step: inout TextStep) -> AnchorPlace? {
        guard let new = step.newPlace(of: place.quote, besides: place.section) else { return nil }
        var found = place
        (found.section, found.quote) = (new.section, new.quote)
        found.become(.moved, by: step)
        return found
    }
}

extension AnchorPlace {
    /// A passage that the change which carries its input out wrote anew, or took away, is no riddle.
    fileprivate mutating func become(_ state: State, by step: TextStep) {
        self.state = state
        changedBy = step.change.id
        let isDoubtful = state == .uncertain || state == .orphaned
        settled = isDoubtful && step.inputs.contains(input) ? .carriedOut : nil
    }
}

/// Promises.
extension FollowedPlan {
    private static func hold(_ promise: inout Promise, against step: inout TextStep) {
        guard promise.brokenBy == nil, step.touches(promise.home),
            let old = step.text(of: promise.home, after: false)
        else { return }
        // What was taken out stays out with the whole section.
        if promise.words.added.isEmpty, step.heir(of: promise.home) == nil { return }
        if let heir = step.heir(of: promise.home), let new = step.text(of: heir, after: true),
            let kept = promise.words.carried(from: old, to: new)
        {
            (promise.home, promise.words) = (heir, kept)
            return
        }
        for section in step.touched where section != promise.home {
            guard let new = step.text(of: section, after: true), let taken = promise.words.taken(to: new) else {
                continue
            }
            (promise.home, promise.words) = (section, taken)
            return
        }
        promise.brokenBy = step.change.id
    }

    private static func made(by step: inout TextStep) -> [Promise] {
        guard !step.inputs.isEmpty else { return [] }
        var made: [Promise] = []
        for section in step.touched {
            let old = step.text(of: section, after: false) ?? ""
            let new = step.text(of: section, after: true) ?? ""
            let words = CarryingWords(from: old, to: new)
            guard !words.isEmpty else { continue }
            made += step.inputs.sorted().map { input in
                Promise(input: input, change: step.change.id, section: section, home: section, words: words)
            }
        }
        return made
    }
}
