import GRDB
import PlanDomain
import Workflow

/// A row of `plan`: what is known of a plan beside its lists.
struct PlanRecord {
    let id: PlanID
    let heads: PlanHeads
    let metadata: PlanMetadata
    let stage: StageID
    let stageLabel: LocalizedText
    let typeLabel: LocalizedText

    init(row: Row) throws {
        id = try row.decode(forColumn: "id")
        heads = try Self.heads(row)
        metadata = try row.decode(JSONText<PlanMetadata>.self, forColumn: "metadata").value
        stage = try row.decode(forColumn: "stage")
        stageLabel = try Self.label("stageLabel", row)
        typeLabel = try Self.label("typeLabel", row)
    }

    /// The columns that say how far the projection has come.
    static func heads(_ row: Row) throws -> PlanHeads {
        PlanHeads(
            text: try row.decode(forColumn: "textHead"),
            register: RegisterHead(
                commit: try row.decode(forColumn: "registerHead"),
                sequence: try row.decode(forColumn: "registerSequence")
            ))
    }

    /// A label takes two columns, one per language; the second may be empty.
    static func label(_ column: String, _ row: Row) throws -> LocalizedText {
        LocalizedText(nl: try row.decode(forColumn: column + "Nl"), en: try row.decode(forColumn: column + "En"))
    }

    /// Inserts the row or changes it in place: replacing it would take the plan's changes and acts along.
    static func write(_ plan: ProjectedPlan, _ db: Database) throws {
        let values: RowValues = [
            "id": plan.id, "textHead": plan.heads.text, "registerHead": plan.heads.register.commit,
            "registerSequence": plan.heads.register.sequence, "stage": plan.stage,
            "stageLabelNl": plan.stageLabel.nl, "stageLabelEn": plan.stageLabel.en,
            "typeLabelNl": plan.typeLabel.nl, "typeLabelEn": plan.typeLabel.en,
            "metadata": try JSONText(plan.metadata),
        ]
        try db.insert(into: "plan", values, updatingBy: "id")
    }
}

extension PlanSummary {
    /// Reads the columns of `plan` that a list shows, beside `sectionCount` and `changedAt`.
    init(row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), title: try row.decode(forColumn: "title"),
            type: try row.decode(forColumn: "type"), typeLabel: try PlanRecord.label("typeLabel", row),
            stage: try row.decode(forColumn: "stage"), stageLabel: try PlanRecord.label("stageLabel", row),
            municipality: try row.decode(forColumn: "municipality"), period: try row.decode(forColumn: "period"),
            sectionCount: try row.decode(forColumn: "sectionCount"),
            changedAt: try row.decode(Moment?.self, forColumn: "changedAt")?.date,
            follows: try row.decode(forColumn: "follows"))
    }
}
