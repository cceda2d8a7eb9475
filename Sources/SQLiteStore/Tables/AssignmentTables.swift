import GRDB

/// Who handles an input, and which rounds the law sets a term for.
extension DatabaseMigrator {
    /// One handler at a time. What was assigned before is nobody's business any more, so it is not kept.
    static let assignmentTables = """
        CREATE TABLE inputAssignment (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            handler TEXT NOT NULL REFERENCES person (id),
            assignedAt INTEGER NOT NULL,
            PRIMARY KEY (plan, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE consultationRound
            ADD COLUMN isStatutory INTEGER NOT NULL DEFAULT 0 CHECK (isStatutory IN (0, 1));
        """
}
