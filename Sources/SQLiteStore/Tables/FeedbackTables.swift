import GRDB

/// What people were told of what is done with their inputs, what they say to it, and the codes by which some follow theirs.
extension DatabaseMigrator {
    /// One row for each disposition that was told, read or answered; ordinal 0 tells that the input does not take part. Why
    /// somebody disputes it lies under the key of the input.
    static let feedbackTables = """
        CREATE TABLE feedback (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            way TEXT CHECK (way IN ('mail', 'letter')),
            toldAt INTEGER,
            seenAt INTEGER,
            verdict TEXT CHECK (verdict IN ('tevreden', 'betwist')),
            reason BLOB,
            repliedAt INTEGER,
            PRIMARY KEY (plan, input, ordinal),
            CHECK ((way IS NULL) = (toldAt IS NULL)),
            CHECK ((verdict IS NULL) = (repliedAt IS NULL)),
            CHECK (reason IS NULL OR verdict = 'betwist'),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;
        """

    /// `hash` is all that is kept of a code. `subject` names a correspondent, a document or a sheet, according to `kind`; it
    /// refers to nothing, so that what it opened may be erased and the code opens nothing any more.
    static let followCodeTable = """
        CREATE TABLE followCode (
            hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
            plan TEXT NOT NULL CHECK (plan <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('correspondent', 'document', 'sheet')),
            subject TEXT NOT NULL CHECK (subject <> ''),
            madeAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
