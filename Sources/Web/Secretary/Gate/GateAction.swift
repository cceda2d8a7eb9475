/// What can be done at a gate, each by a form of its own; the value stands in its address.
enum GateAction: String, CaseIterable, Sendable {
    case moveOn = "verder"
    case sendBack = "terugsturen"
    case hold = "aanhouden"
    case resume = "hervatten"
    case setAside = "opzijzetten"
    case skip = "overslaan"
    case ask = "advies"
}
