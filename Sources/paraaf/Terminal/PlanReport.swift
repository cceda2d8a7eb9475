import Phrases
import PlanDomain
import Web
import Workflow

/// What `plan show` tells: where the plan stands, what the next gate misses and who must act.
struct PlanReport: Encodable {
    let id: String
    let title: String
    let type: String
    let stage: String
    let stageLabel: String
    let text: String
    let acts: Int
    let versions: [String]
    let follows: String?
    let organisations: Int
    let sections: [SectionLine]
    let missing: [MissingLine]

    struct SectionLine: Encodable {
        let id: String
        let number: String?
        let title: String
        let owner: String?
        let stage: String
        let words: Int
    }

    struct MissingLine: Encodable {
        let reason: String
        let actors: [String]
        let due: String?
    }

    init(_ view: PlanView, phrases: Phrases) {
        let plan = view.projected
        id = plan.id.rawValue
        title = plan.metadata.title
        type = plan.metadata.type
        stage = plan.stage.rawValue
        stageLabel = phrases.text(plan.stageLabel)
        text = plan.heads.text.rawValue
        acts = plan.heads.register.sequence
        versions = plan.versions.map(\.tag)
        follows = plan.metadata.follows?.rawValue
        organisations = view.organisations.count
        sections = plan.sections.map {
            SectionLine(
                id: $0.id.rawValue, number: $0.number, title: $0.title, owner: $0.owner, stage: $0.stage.rawValue,
                words: $0.words)
        }
        missing = (view.gate?.lines ?? []).filter { $0.state == .missing }.flatMap { line in
            line.reasons.map { reason in
                MissingLine(
                    reason: phrases.text(reason), actors: line.actors.map { phrases.text($0) },
                    due: line.due?.iso8601)
            }
        }
    }

    func text(in phrases: Phrases) -> String {
        var lines = [title, "\(phrases.text("cli.column.stage")): \(stageLabel)", ""]
        var table = Table(
            header: ["section", "title", "owner", "stage", "words"].map { phrases.text("cli.column.\($0)") })
        for section in sections {
            let title = [section.number, section.title].compactMap { $0 }.joined(separator: " ")
            table.add([section.id, title, section.owner ?? "—", section.stage, String(section.words)])
        }
        lines.append(table.text)
        if !missing.isEmpty { lines.append(phrases.text("cli.missing")) }
        for line in missing {
            let actors = line.actors.isEmpty ? "" : " (\(line.actors.joined(separator: ", ")))"
            lines.append("- \(line.reason)\(actors)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
