import GRDB

/// Documents that came in beside the form, the files that they came in as, and which inputs were cut from them.
extension DatabaseMigrator {
    /// `details` holds what somebody wrote and who they say they are, sealed as the file is, under the key of the document;
    /// both are NULL once it was erased. The very same list is taken in once; the very same letter may be sent by many.
    static let intakeDocumentTables = """
        CREATE TABLE intakeDocument (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            arrivedOn TEXT NOT NULL CHECK (arrivedOn IS date(arrivedOn, '+0 days')),
            organisation TEXT CHECK (organisation <> ''),
            correspondent TEXT REFERENCES correspondent (id) ON DELETE SET NULL,
            partOf TEXT REFERENCES intakeDocument (id),
            recordKey BLOB CHECK (length(recordKey) = 60),
            details BLOB,
            fileType TEXT CHECK (fileType <> ''),
            fileSize INTEGER CHECK (fileSize >= 0),
            digest TEXT CHECK (length(digest) = 64),
            takenInBy TEXT NOT NULL CHECK (takenInBy <> ''),
            takenInAt INTEGER NOT NULL,
            standing TEXT NOT NULL CHECK (standing <> ''),
            finishedAt INTEGER,
            version INTEGER NOT NULL CHECK (version >= 1),
            CHECK (organisation IS NULL OR correspondent IS NULL),
            CHECK ((fileType IS NULL) = (fileSize IS NULL) AND (fileSize IS NULL) = (digest IS NULL)),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT;

        CREATE INDEX intakeDocumentOfPlan ON intakeDocument (plan, takenInAt);
        CREATE UNIQUE INDEX intakeSheetOnce ON intakeDocument (plan, digest) WHERE kind = 'sheet';

        CREATE TABLE intakeFile (
            document TEXT NOT NULL PRIMARY KEY REFERENCES intakeDocument (id) ON DELETE CASCADE,
            bytes BLOB
        ) STRICT;

        CREATE TABLE intakeCut (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            document TEXT NOT NULL REFERENCES intakeDocument (id),
            start INTEGER CHECK (start >= 0),
            length INTEGER CHECK (length >= 1),
            PRIMARY KEY (plan, input),
            CHECK ((start IS NULL) = (length IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX intakeCutOfDocument ON intakeCut (document);
        """
}
