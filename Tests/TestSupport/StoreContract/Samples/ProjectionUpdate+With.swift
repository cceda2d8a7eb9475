import Foundation
import PlanDomain
import Workflow

extension ProjectionUpdate {
    /// The same update but for what is given.
    func with(
        after: PlanHeads?? = nil, projected: ProjectedPlan? = nil, changes: [Change]? = nil, acts: [Act]? = nil
    ) -> ProjectionUpdate {
        ProjectionUpdate(
            plan: plan, after: after ?? self.after, projected: projected ?? self.projected,
            changes: changes ?? self.changes, acts: acts ?? self.acts)
    }
}

extension ProjectedPlan {
    /// The same plan but for what is given.
    func with(
        id: PlanID? = nil, heads: PlanHeads? = nil, metadata: PlanMetadata? = nil, sections: [ProjectedSection]? = nil,
        texts: [TextFact]? = nil, versions: [VersionTag]? = nil
    ) -> ProjectedPlan {
        ProjectedPlan(
            id: id ?? self.id, heads: heads ?? self.heads, metadata: metadata ?? self.metadata, stage: stage,
            stageLabel: stageLabel, typeLabel: typeLabel, sections: sections ?? self.sections,
            texts: texts ?? self.texts, versions: versions ?? self.versions)
    }
}

extension Change {
    /// The same change but for what is given.
    func with(
        id: CommitID? = nil, madeAt: Date? = nil, summary: String? = nil, inputs: [String]? = nil,
        sections: [SectionChange]? = nil
    ) -> Change {
        Change(
            id: id ?? self.id, parent: parent, author: author, madeAt: madeAt ?? self.madeAt,
            summary: summary ?? self.summary, nature: nature, inputs: inputs ?? self.inputs,
            sections: sections ?? self.sections, documents: documents, touchesMetadata: touchesMetadata)
    }
}

extension Act {
    /// The same act but for what is given.
    func with(
        sequence: Int? = nil, payload: ActPayload? = nil, date: CalendarDate?? = nil, recordedAt: Date? = nil,
        onBehalfOf: Substitution?? = nil
    ) -> Act {
        Act(
            id: id, sequence: sequence ?? self.sequence, payload: payload ?? self.payload, sections: sections,
            text: text,
            textTree: textTree, author: author, onBehalfOf: onBehalfOf ?? self.onBehalfOf, date: date ?? self.date,
            recordedAt: recordedAt ?? self.recordedAt, reasonHash: reasonHash, workflowDigest: workflowDigest,
            requestID: requestID)
    }
}
