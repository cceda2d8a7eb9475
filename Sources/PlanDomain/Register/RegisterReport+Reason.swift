import Workflow

extension RegisterReport.Finding {
    /// What is wrong, in a form that can be told.
    public var reason: Reason {
        let place: [String: Reason.Argument] = [
            "act": .number(sequence), "commit": .text(commit?.short ?? "—"),
        ]
        func reason(_ key: String, _ more: [String: Reason.Argument] = [:]) -> Reason {
            Reason(key, place.merging(more) { _, new in new })
        }
        return switch fault {
        case .registerMissing: Reason("register.missing")
        case .unreadable: reason("register.unreadable")
        case .outOfOrder(let found): reason("register.out-of-order", ["found": .number(found)])
        case .brokenChain: reason("register.broken-chain")
        case .unsigned: reason("register.unsigned")
        case .signatureInvalid: reason("register.signature-invalid")
        case .keyNotValid(let fingerprint): reason("register.key-not-valid", ["fingerprint": .text(fingerprint)])
        case .textMissing: reason("register.text-missing")
        case .malformed: reason("register.malformed")
        case .movedBack(let witnessed): reason("register.shorter", ["witnessed": .number(witnessed)])
        case .notAllowed(let refusal): reason("register.not-allowed", ["why": .phrase(refusal)])
        }
    }
}
