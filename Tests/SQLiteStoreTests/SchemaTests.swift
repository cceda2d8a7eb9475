import Foundation
import GRDB
import PlanDomain
import Testing

@testable import SQLiteStore

/// What the tables refuse, whoever writes to them.
@Suite struct SchemaTests {
    static let commit = String(repeating: "a", count: 40)

    @Test(arguments: [
        "DELETE FROM witness",
        "UPDATE witness SET sequence = 4",
        "UPDATE witness SET head = '\(String(repeating: "c", count: 40))'",
        "UPDATE witness SET plan = 'ander'",
        "INSERT INTO houseStyle VALUES (2, '', 'dd-mm-jjjj', '', NULL, NULL)",
        "INSERT INTO houseStyle VALUES (1, '', 'jjjj', '', NULL, NULL)",
        "INSERT INTO houseStyle VALUES (1, '', 'dd-mm-jjjj', '', '#154273', NULL)",
        "INSERT INTO houseStyle VALUES (1, '', 'dd-mm-jjjj', '', NULL, '#154273')",
        "INSERT INTO houseStyle VALUES (1, '', 'dd-mm-jjjj', '', '#15427', '#154273')",
        "INSERT INTO houseStyle VALUES (1, '', 'dd-mm-jjjj', '', '#15427G', '#154273')",
        "INSERT INTO houseLogo VALUES (2, x'89504e470d0a1a0a')",
        "INSERT INTO houseLogo VALUES (1, x'3c737667')",
        "UPDATE mail SET text = NULL",
        "UPDATE mail SET state = 'sent', settledAt = 1, nextAttempt = NULL",
        "UPDATE mail SET state = 'failed', settledAt = 1",
        "UPDATE mail SET state = 'failed', nextAttempt = NULL",
        "UPDATE mail SET state = 'gathered', settledAt = 1, nextAttempt = NULL, text = NULL",
        "UPDATE mail SET state = 'anders'",
        "UPDATE mail SET nextAttempt = NULL",
        "UPDATE mail SET digest = 99",
        "UPDATE mail SET recipient = 'niemand'", "UPDATE mail SET recipientIndex = 'a@b.nl'",
        "UPDATE mail SET recordKey = NULL", "INSERT INTO mailPreference VALUES ('a@b.nl', 'daily')",
        "INSERT INTO mailPreference VALUES ('\(String(repeating: "a", count: 64))', 'soms')",
        "INSERT INTO mailSettings VALUES (2, 'h', 25, 'none', NULL, NULL, NULL, 'a@b.nl', '', 'http://h')",
        "INSERT INTO mailSettings VALUES (1, 'h', 25, 'none', 'u', NULL, NULL, 'a@b.nl', '', 'http://h')",
        "INSERT INTO mailSettings VALUES (1, 'h', 0, 'none', NULL, NULL, NULL, 'a@b.nl', '', 'http://h')",
        "INSERT INTO organisation VALUES ('plan', 1, 'Halt'), ('plan', 2, 'Halt')",
        "INSERT INTO reason VALUES ('hash', 'kort', '')",
        "INSERT INTO reason VALUES ('hash', '\(String(repeating: "G", count: 64))', '')",
        "INSERT INTO section VALUES ('geen-plan', 1, 'a', '', NULL, NULL, '', NULL, NULL, 1, 1, 'draft')",
        "INSERT INTO changeInput VALUES ('veiligheid-2024-2027', 99, 1, 'INB-0001')",
        "INSERT INTO actSection VALUES ('veiligheid-2024-2027', 99, 1, 'a')",
        "INSERT INTO draft VALUES ('niemand', 'plan', 'fields', 'tab', 1, '\(commit)', '', 0, 0)",
        "INSERT INTO editing VALUES ('plan', 'fields', 'niemand', 0)",
        "INSERT INTO textRequest VALUES ('plan', 'verzoek', 'kort', NULL, 0)",
        "UPDATE act SET date = '2023-02-30'",
        "UPDATE act SET onBehalfOf = 'Burgemeester'",
        "UPDATE act SET payload = '{'",
        "UPDATE act SET sequence = 0",
        "UPDATE act SET text = 'kort'",
        "UPDATE change SET nature = 'anders'",
        "UPDATE change SET madeAt = 'gisteren'",
        "UPDATE change SET touchesMetadata = 2",
        "UPDATE plan SET textHead = NULL",
        "UPDATE plan SET metadata = '{}'",
    ])
    func theTablesRefuse(_ sql: String) async throws {
        let store = try SQLiteStore.inMemory()
        try await store.apply(try SampleUpdates.step(1))
        let plan = try SampleUpdates.step(1).plan
        try await store.witness(RegisterHead(commit: try #require(CommitID(Self.commit)), sequence: 5), of: plan)
        let reader = try #require(MailAddress("bos@gemeente.example"))
        let mail = NewMail(to: reader, name: "Bos", subject: "Dag", text: "Hallo", urgency: .atOnce)
        try await store.queue([mail], at: Date(timeIntervalSince1970: 0))
        let error = await #expect(throws: DatabaseError.self) {
            try await store.database.write { db in try db.execute(sql: sql) }
        }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }

    /// What no rebuilding touches, a line per area.
    static let ownedTables: [String] =
        ["witness", "reason", "organisation", "houseStyle", "houseLogo"]
        + ["person", "appointment", "substitution", "contact", "pseudonym"]
        + ["meeting", "agendaItem"]
        + ["credentials", "recoveryCode", "signInSession", "accessLink"]
        + ["mail", "mailPreference", "mailSettings"]
        + ["draft", "editing", "textRequest", "pendingImport", "pendingImage"]
        + ["consultationRound", "roundOrganisation", "invitation", "inputDraft", "attachment"]
        + [
            "submission", "inputCounter", "input", "inputVersion", "disposition", "inputAssignment", "correspondent",
            "masterKey", "intakeDocument", "intakeFile", "intakeCut", "session", "sessionReport",
        ]
        + ["followedText", "anchorPlace", "promise", "anchorDecision"]
        + ["moderation", "redaction", "moderationRule"]
        + ["inputDesk", "inputWords", "inputRead", "savedFilter", "theme", "inputTheme"]
        + ["erasure", "retentionPeriod", "disposal", "disposalRound"]
        + ["inputSignature", "inputBand", "inputLikeness", "inputUnlike"]
        + ["noticeRound", "officeDeed", "toldTask"]
        + ["feedback", "followCode", "roundReminder"]
        + ["survey", "surveySheet", "surveyResponse", "surveyRevision", "sheetFile"]

    @Test(arguments: [
        "DELETE FROM input", "UPDATE inputCounter SET last = 1", "DELETE FROM inputCounter",
        "UPDATE inputCounter SET plan = 'ander'", "DELETE FROM consultationRound",
        "UPDATE inputVersion SET quote = NULL", "UPDATE input SET recordKey = x'00'",
        "UPDATE input SET submission = 'geen'", "UPDATE consultationRound SET audience = 'iedereen'",
        "UPDATE consultationRound SET untilDay = '2000-01-01'", "UPDATE consultationRound SET closingTime = '24:00'",
        "UPDATE inputDraft SET person = 'persoon'", "UPDATE inputDraft SET sealedItems = 'open'",
        "UPDATE disposition SET duplicateOf = 1", "UPDATE disposition SET inputVersion = 9",
        "UPDATE attachment SET draft = 1", "UPDATE attachment SET recordKey = x'00'",
        "UPDATE attachment SET type = 'svg'",
        "UPDATE moderation SET verdict = 'misschien'", "UPDATE moderation SET whyNot = x'00'",
        "UPDATE redaction SET version = 9", "UPDATE redaction SET part = 'titel'",
        "INSERT INTO moderationRule VALUES ('plan', 2)", "UPDATE inputDesk SET state = ''",
        "INSERT INTO feedback (plan, input, ordinal) VALUES ('veiligheid-2024-2027', 9, 1)",
        "INSERT INTO feedback (plan, input, ordinal, way) VALUES ('veiligheid-2024-2027', 1, 1, 'mail')",
        "INSERT INTO feedback (plan, input, ordinal, verdict) VALUES ('veiligheid-2024-2027', 1, 1, 'betwist')",
        "INSERT INTO followCode VALUES ('kort', 'plan', 'document', 'brief', 0)",
        "UPDATE inputDesk SET input = 99", "INSERT INTO savedFilter VALUES ('plan', 'persoon', 'naam', '[]')",
    ])
    func theTablesOfInputsRefuse(_ sql: String) async throws {
        let store = try SQLiteStore.inMemory()
        try await SampleConsultation.fill(store)
        let error = await #expect(throws: DatabaseError.self) {
            try await store.database.write { db in try db.execute(sql: sql) }
        }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }

    @Test func everyTableIsStrict() async throws {
        let store = try SQLiteStore.inMemory()
        let lax = try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                    """)
        }
        #expect(lax == [])
    }

    @Test func everyTableIsEitherProjectedOrOwned() async throws {
        let store = try SQLiteStore.inMemory()
        let tables = try await store.read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                    """)
        }
        #expect(tables == Set(SQLiteStore.projectionTables).union(Self.ownedTables))
    }

    @Test func theDigestIsThatOfTheRows() async throws {
        let one = try SQLiteStore.inMemory()
        let other = try SQLiteStore.inMemory()
        let plan = try SampleUpdates.step(1).plan
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(try await one.projectionDigest(of: plan) == empty)
        for store in [one, other] { try await store.apply(try SampleUpdates.step(1)) }
        #expect(try await one.projectionDigest(of: plan) == other.projectionDigest(of: plan))
        try await one.apply(try SampleUpdates.step(2))
        #expect(try await one.projectionDigest(of: plan) != other.projectionDigest(of: plan))
    }
}
