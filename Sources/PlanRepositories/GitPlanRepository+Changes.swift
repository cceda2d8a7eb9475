import Foundation
import Git
import PlanDomain
import Workflow

/// Reading commits of the text as changes of the plan.
extension GitPlanRepository {
    public func changes(after start: CommitID?, upTo end: CommitID) throws -> [Change] {
        try translatingErrors {
            guard let end = ObjectID(end.rawValue) else { return [] }
            let hidden = start.flatMap { ObjectID($0.rawValue) }.map { [$0] } ?? []
            return try repository.log(from: [end], hiding: hidden).reversed().map(change(of:))
        }
    }

    func change(of commit: Commit) throws -> Change {
        guard let id = commit.id.commitID else { throw PlanError(.notFound, Reason("text.unknown-version")) }
        let parent = try commit.parents.first.map { try repository.commit($0) }
        let files = try repository.diff(fromTree: parent?.tree, toTree: commit.tree)
        let new = try text(ofTree: commit.tree)
        let old = try parent.map { try text(ofTree: $0.tree) }
        let touched = Set(files.compactMap { SectionFile.section(at: $0.path) })
        let order = new.sections.map(\.id) + (old?.sections.map(\.id) ?? []).filter { new.section($0) == nil }
        return Change(
            id: id, parent: parent?.id.commitID, author: Author(commit.author), madeAt: commit.author.date,
            summary: commit.subject,
            nature: commit.trailers(ChangeTrailer.nature).last.flatMap(ChangeNature.init(rawValue:)) ?? .substantive,
            inputs: commit.trailers(ChangeTrailer.input),
            sections: order.filter(touched.contains).map { section in
                SectionChange(section, from: old?.section(section), to: new.section(section))
            },
            documents: files.compactMap { DocumentFile.document(at: $0.path) },
            touchesMetadata: files.contains { $0.path == MetadataFile.path })
    }
}
