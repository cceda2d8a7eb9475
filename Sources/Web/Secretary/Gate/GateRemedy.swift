import Phrases
import PlanDomain
import Workflow

/// The way from what a gate misses to the page on which it is put in order.
enum GateRemedy {
    /// Nil for a reader who is not to act, for what time alone can mend, and where that page is not theirs to open.
    static func link(for line: GateReport.Line, _ reader: GateReader, phrases: Phrases) -> PageLink? {
        if let step = reader.step(for: line.need) { return StepLink.make(step, reader, phrases: phrases) }
        guard !reader.participant.capacities(in: reader.plan, among: line.actors).isEmpty else { return nil }
        let mayWrite = reader.participant.may(.write, in: reader.plan)
        func link(_ key: String, _ address: SiteAddress) -> PageLink {
            PageLink(label: phrases.text("secretary.remedy.\(key)"), address: address)
        }
        switch line.statement.key {
        case "condition.sections-have-owner", "condition.sections-have-text":
            return mayWrite ? link("sections", .structure(reader.plan)) : nil
        case "condition.texts-filled": return link("documents", .documents(reader.plan))
        case "condition.decision-points-written": return mayWrite ? link("points", .planFields(reader.plan)) : nil
        case "condition.inputs-disposed": return link("inputs", .inputs(reader.plan))
        case "condition.disclosure-chosen":
            let roles = reader.view.roles(for: .disclose)
            return reader.may(.recordDecisions, as: roles) ? link("disclosure", .decision(reader.plan, .disclose)) : nil
        case "condition.conditions-fulfilled": return link("conditions", .decisions(reader.plan))
        case "condition.sign-offs-current", "condition.amended-version-approved":
            let step = reader.view.standing.tracks.flatMap(\.steps).first { reader.maySign($0) && $0.state != .done }
            return step.map { link("sign-off", .signOff(reader.plan, step: $0.id)) }
        default: return nil
        }
    }
}
