import Workflow

/// From one day through another, both included; open where a day is nil.
public struct Period: Hashable, Codable, Sendable {
    public let from: CalendarDate?
    public let until: CalendarDate?

    /// Throws `invalid` for a period that ends before it begins.
    public init(from: CalendarDate? = nil, until: CalendarDate? = nil) throws(PlanError) {
        if let from, let until, until < from {
            throw PlanError(.invalid, Reason("people.period-backwards", ["from": .date(from), "until": .date(until)]))
        }
        self.from = from
        self.until = until
    }

    private init() {
        from = nil
        until = nil
    }

    /// Without beginning or end.
    public static let always = Period()

    public func contains(_ day: CalendarDate) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
}
