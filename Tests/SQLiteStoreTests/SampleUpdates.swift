import Foundation
import PlanDomain
import Testing
import Workflow

/// Plain updates for what only SQLite does; the contract suite has the odd ones.
enum SampleUpdates {
    static let plan = PlanID("veiligheid-2024-2027")

    /// Step `number`, from 1, in a plan that gets one change and one act at each step.
    static func step(_ number: Int, padding: Int = 0) throws -> ProjectionUpdate {
        let plan = try #require(plan)
        let author = Author(function: "Beleidsadviseur", role: .drafter, pseudonym: "a1")
        let moment = Date(timeIntervalSince1970: 1_686_528_000)
        let heads = try heads(number)
        let change = Change(
            id: heads.text, parent: number == 1 ? nil : try commit("a", number - 1), author: author, madeAt: moment,
            summary: "Stap \(number)" + String(repeating: ".", count: padding), nature: .substantive, inputs: [],
            sections: [], documents: ["nota"], touchesMetadata: false)
        let act = Act(
            id: heads.register.commit, sequence: number, payload: .published, sections: [], text: heads.text,
            textTree: "tree", author: author, onBehalfOf: nil, date: CalendarDate(year: 2023, month: 6, day: 12),
            recordedAt: moment, reasonHash: nil, workflowDigest: "digest", requestID: "request-\(number)")
        let projected = ProjectedPlan(
            id: plan, heads: heads, metadata: PlanMetadata(type: "meerjarenbeleidsplan", title: "Stand \(number)"),
            stage: "draft", stageLabel: LocalizedText(nl: "Opstellen"), typeLabel: LocalizedText(nl: "Plan"),
            sections: [], texts: [], versions: [])
        return ProjectionUpdate(
            plan: plan, after: number == 1 ? nil : try self.heads(number - 1), projected: projected, changes: [change],
            acts: [act])
    }

    static func heads(_ number: Int) throws -> PlanHeads {
        PlanHeads(
            text: try commit("a", number),
            register: RegisterHead(commit: try commit("b", number), sequence: number))
    }

    private static func commit(_ digit: Character, _ number: Int) throws -> CommitID {
        let digits = String(number)
        return try #require(CommitID(String(repeating: digit, count: 40 - digits.count) + digits))
    }
}

/// The reason for which `work` says that the store cannot be used; nil when it does not.
func unavailability(_ work: () async throws -> Void) async throws -> String? {
    do {
        try await work()
        return nil
    } catch let error as PlanError where error.code == .unavailable {
        return error.reason.key
    }
}
