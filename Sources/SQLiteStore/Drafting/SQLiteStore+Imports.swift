import Foundation
import GRDB
import PlanDomain
import Workflow

/// Documents that are being made into plans, each with its images.
extension SQLiteStore: ImportStore {
    public func keep(_ pending: PendingImport) async throws {
        try await write { db in
            try db.insert(
                into: "pendingImport",
                [
                    "id": pending.id, "person": pending.person, "fileName": pending.fileName, "title": pending.title,
                    "planType": pending.type, "markdown": pending.markdown, "choices": try JSONText(pending.choices),
                    "madeAt": Moment(pending.madeAt),
                ])
            try db.insert(pending.images, into: "pendingImage") { image, position in
                [
                    "pending": pending.id, "position": position, "name": image.annex.name, "kind": image.annex.kind,
                    "description": image.annex.description, "digest": image.annex.digest,
                    "width": image.annex.pixels?.width, "height": image.annex.pixels?.height, "bytes": image.bytes,
                ]
            }
        }
    }

    public func choose(
        _ choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice], title: String?, type: String?,
        in id: ImportID, of person: PersonID
    ) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE pendingImport SET choices = ?, title = ifnull(?, title), planType = ifnull(?, planType)
                    WHERE id = ? AND person = ?
                    """,
                arguments: [try JSONText(choices), title, type, id, person])
            guard db.changesCount == 1 else { throw PlanError(.notFound, Reason("import.gone")) }
        }
    }

    public func pendingImport(_ id: ImportID, of person: PersonID) async throws -> PendingImport? {
        try await read { db in
            let sql = "SELECT * FROM pendingImport WHERE id = ? AND person = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id, person]) else { return nil }
            let images = try db.list(
                "SELECT * FROM pendingImage WHERE pending = ? ORDER BY position", [id], PendingImage.init)
            return try PendingImport(row, images: images)
        }
    }

    public func pendingImports(of person: PersonID) async throws -> [PendingImport] {
        try await read { db in
            try db.list("SELECT * FROM pendingImport WHERE person = ? ORDER BY madeAt DESC, id", [person]) {
                try PendingImport($0, images: [])
            }
        }
    }

    public func removeImport(_ id: ImportID, of person: PersonID) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM pendingImport WHERE id = ? AND person = ?", arguments: [id, person])
        }
    }

    public func sweepImports(before moment: Date) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM pendingImport WHERE madeAt < ?", arguments: [Moment(moment)])
        }
    }
}

extension PendingImport {
    fileprivate init(_ row: Row, images: [PendingImage]) throws {
        let madeAt: Moment = try row.decode(forColumn: "madeAt")
        let choices: JSONText<[PlanImportPreview.Entry.ID: PlanImportPreview.Choice]> = try row.decode(
            forColumn: "choices")
        self.init(
            id: try row.decode(forColumn: "id"), person: try row.decode(forColumn: "person"),
            fileName: try row.decode(forColumn: "fileName"), title: try row.decode(forColumn: "title"),
            type: try row.decode(forColumn: "planType"),
            markdown: try row.decode(forColumn: "markdown"), choices: choices.value, images: images,
            madeAt: madeAt.date)
    }
}

extension PendingImage {
    fileprivate init(_ row: Row) throws {
        let (width, height): (Int?, Int?) = (
            try row.decode(forColumn: "width"), try row.decode(forColumn: "height")
        )
        let bytes: Data = try row.decode(forColumn: "bytes")
        self.init(
            annex: Annex(
                name: try row.decode(forColumn: "name"), kind: try row.decode(forColumn: "kind"),
                description: try row.decode(forColumn: "description"), digest: try row.decode(forColumn: "digest"),
                size: bytes.count,
                pixels: width.flatMap { width in height.map { PixelSize(width: width, height: $0) } }),
            bytes: bytes)
    }
}
