import GRDB
import PlanDomain
import Workflow

/// Rounds and invitations.
extension SQLiteStore {
    public func rounds(of plan: PlanID) async throws -> [ConsultationRound] {
        try await read { db in
            var organisations: [RoundID: [Organisation]] = [:]
            let sql = "SELECT round, name FROM roundOrganisation WHERE plan = ? ORDER BY round, position"
            for (round, name) in try db.list(
                sql, [plan],
                { row in
                    (try row.decode(RoundID.self, atIndex: 0), Organisation(name: try row.decode(atIndex: 1)))
                })
            {
                organisations[round, default: []].append(name)
            }
            return try db.list("SELECT * FROM consultationRound WHERE plan = ? ORDER BY position", [plan]) { row in
                let id = try row.decode(RoundID.self, forColumn: "id")
                return try ConsultationRound(row, id, organisations[id] ?? [])
            }
        }
    }

    public func save(_ round: ConsultationRound) async throws {
        try await write { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT position FROM consultationRound WHERE plan = ? AND id = ?",
                arguments: [round.plan, round.id])
            let last = "SELECT coalesce(max(position), 0) FROM consultationRound WHERE plan = ?"
            let position = try known ?? (Int.fetchOne(db, sql: last, arguments: [round.plan]) ?? 0) + 1
            try db.insert(into: "consultationRound", try round.rowValues(position), updatingBy: "plan, id")
            try db.execute(
                sql: "DELETE FROM roundOrganisation WHERE plan = ? AND round = ?", arguments: [round.plan, round.id])
            try db.insert(round.organisations, into: "roundOrganisation") { organisation, place in
                ["plan": round.plan, "round": round.id, "position": place, "name": organisation.name]
            }
        }
    }

    public func invitations(of plan: PlanID) async throws -> [Invitation] {
        try await read { db in
            try db.list("SELECT * FROM invitation WHERE plan = ? ORDER BY position", [plan]) { row in
                Invitation(
                    plan: try row.decode(forColumn: "plan"), contact: try row.decode(forColumn: "contact"),
                    invitedAt: try row.decode(Moment.self, forColumn: "invitedAt").date,
                    withdrawnAt: try row.decode(Moment?.self, forColumn: "withdrawnAt")?.date)
            }
        }
    }

    public func save(_ invitation: Invitation) async throws {
        try await write { db in
            let contact = "SELECT EXISTS (SELECT 1 FROM contact WHERE id = ?)"
            guard try Bool.fetchOne(db, sql: contact, arguments: [invitation.contact]) == true else {
                throw PlanError(.notFound, Reason("people.contact-unknown"))
            }
            let values: RowValues = [
                "plan": invitation.plan, "contact": invitation.contact, "invitedAt": Moment(invitation.invitedAt),
                "withdrawnAt": invitation.withdrawnAt.map(Moment.init),
            ]
            try db.insert(into: "invitation", values, updatingBy: "plan, contact")
        }
    }
}

extension ConsultationRound {
    fileprivate init(_ row: Row, _ id: RoundID, _ organisations: [Organisation]) throws {
        self.init(
            id: id, plan: try row.decode(forColumn: "plan"), title: try row.decode(forColumn: "title"),
            audience: try row.decode(forColumn: "audience"), isStatutory: try row.decode(forColumn: "isStatutory"),
            asked: try row.decode(forColumn: "asked"), organisations: organisations,
            questions: try row.decode(JSONText<[String]>.self, forColumn: "questions").value,
            explanation: try row.decode(forColumn: "explanation"), privacy: try row.decode(forColumn: "privacy"),
            from: try row.decode(forColumn: "fromDay"), until: try row.decode(forColumn: "untilDay"),
            closingTime: try row.decode(forColumn: "closingTime"),
            channels: try row.decode(JSONText<Set<Input.Channel>>.self, forColumn: "channels").value,
            publicity: try row.decode(forColumn: "publicity"))
    }

    fileprivate func rowValues(_ position: Int) throws -> RowValues {
        [
            "plan": plan, "id": id, "position": position, "title": title, "audience": audience,
            "isStatutory": isStatutory, "asked": asked, "questions": try JSONText(questions),
            "explanation": explanation, "privacy": privacy, "fromDay": from,
            "untilDay": until, "closingTime": closingTime,
            "channels": try JSONText(channels.sorted { $0.rawValue < $1.rawValue }), "publicity": publicity,
        ]
    }
}
