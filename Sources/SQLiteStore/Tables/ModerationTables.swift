import GRDB

/// Whether inputs take part, and what others do not get to read of them.
extension DatabaseMigrator {
    /// An input without a row in `moderation` is yet to be judged. What came in by the form before there was judging was
    /// answered as it stood, so it takes part. What is left out, and why something does not
    /// take part, lies under the key of the input.
    static let moderationTables = """
        CREATE TABLE moderation (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            verdict TEXT NOT NULL CHECK (verdict IN ('admissible', 'inadmissible')),
            whyNot BLOB,
            judgedBy TEXT CHECK (judgedBy <> ''),
            judgedAt INTEGER NOT NULL,
            PRIMARY KEY (plan, input),
            CHECK (whyNot IS NULL OR verdict = 'inadmissible'),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO moderation
        SELECT input.plan, number, version, 'admissible', NULL, NULL, receivedAt FROM input
        JOIN submission ON submission.plan = input.plan AND requestID = submission
        WHERE channel = 'form';

        CREATE TABLE redaction (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            part TEXT NOT NULL CHECK (part IN ('text', 'proposal')),
            start INTEGER NOT NULL CHECK (start >= 0),
            quote BLOB,
            ground TEXT NOT NULL CHECK (ground <> ''),
            isConfirmed INTEGER NOT NULL CHECK (isConfirmed IN (0, 1)),
            PRIMARY KEY (plan, input, version, position),
            FOREIGN KEY (plan, input, version) REFERENCES inputVersion (plan, input, version)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE moderationRule (
            plan TEXT NOT NULL PRIMARY KEY CHECK (plan <> ''),
            judgesForms INTEGER NOT NULL CHECK (judgesForms IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        """
}
