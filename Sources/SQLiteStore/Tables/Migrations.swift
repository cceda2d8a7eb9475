import GRDB

extension DatabaseMigrator {
    /// Every change of the tables, in order. One that was released is never edited: a later one mends it.
    static var paraaf: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-projection") { db in try db.execute(sql: projectionTables) }
        migrator.registerMigration("0002-witness") { db in try db.execute(sql: witnessTable) }
        migrator.registerMigration("0003-reason") { db in try db.execute(sql: reasonTable) }
        migrator.registerMigration("0004-organisation") { db in try db.execute(sql: organisationTable) }
        migrator.registerMigration("0005-house-style") { db in try db.execute(sql: houseStyleTable) }
        migrator.registerMigration("0006-people") { db in try db.execute(sql: peopleTables) }
        migrator.registerMigration("0007-sign-in") { db in try db.execute(sql: signInTables) }
        migrator.registerMigration("0008-outbox") { db in try db.execute(sql: outboxTables) }
        migrator.registerMigration("0009-mail-settings") { db in try db.execute(sql: mailSettingsTable) }
        migrator.registerMigration("0010-draft") { db in try db.execute(sql: draftTables) }
        migrator.registerMigration("0011-import") { db in try db.execute(sql: importTables) }
        migrator.registerMigration("0012-round") { db in try db.execute(sql: roundTables) }
        migrator.registerMigration("0013-input") { db in try db.execute(sql: inputTables) }
        migrator.registerMigration("0014-disposition") { db in try db.execute(sql: dispositionTable) }
        migrator.registerMigration("0015-meeting") { db in try db.execute(sql: meetingTables) }
        migrator.registerMigration("0016-assignment") { db in try db.execute(sql: assignmentTables) }
        migrator.registerMigration("0019-told-task") { db in try db.execute(sql: toldTaskTables) }
        migrator.registerMigration("0020-house-colours") { db in try db.execute(sql: houseColourTables) }
        migrator.registerMigration("0021-office-deed") { db in try db.execute(sql: deedTable) }
        migrator.registerMigration("0022-import-type") { db in try db.execute(sql: importTypeColumn) }
        migrator.registerMigration("0023-round-channel") { db in try db.execute(sql: roundChannelTables) }
        migrator.registerMigration("0024-vault") { db in try db.execute(sql: vaultTables) }
        migrator.registerMigration("0025-following") { db in try db.execute(sql: followingTables) }
        migrator.registerMigration("0031-survey") { db in try db.execute(sql: surveyTables) }
        migrator.registerMigration("0032-sheet-file") { db in try db.execute(sql: sheetFileTables) }
        migrator.registerMigration("0036-moderation") { db in try db.execute(sql: moderationTables) }
        migrator.registerMigration("0037-desk") { db in try db.execute(sql: deskTables) }
        migrator.registerMigration("0041-intake") { db in try db.execute(sql: intakeDocumentTables) }
        migrator.registerMigration("0042-session") { db in try db.execute(sql: sessionTables) }
        migrator.registerMigration("0043-reminder") { db in try db.execute(sql: reminderTables) }
        migrator.registerMigration("0051-feedback") { db in try db.execute(sql: feedbackTables) }
        migrator.registerMigration("0052-follow-code") { db in try db.execute(sql: followCodeTable) }
        migrator.registerMigration("0054-sealed-mail") { db in try db.execute(sql: sealedMailTables) }
        migrator.registerMigration("0055-erasure") { db in try db.execute(sql: erasureTable) }
        migrator.registerMigration("0056-retention") { db in try db.execute(sql: retentionTables) }
        migrator.registerMigration("0057-likeness") { db in try db.execute(sql: likenessTables) }
        migrator.registerMigration("0058-theme-state") { db in try db.execute(sql: themeStates) }
        return migrator
    }
}
