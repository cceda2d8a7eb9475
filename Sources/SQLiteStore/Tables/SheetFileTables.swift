import GRDB

/// Files with answers from elsewhere: their bytes, sealed, until they are taken in, and what each brought.
extension DatabaseMigrator {
    static let sheetFileTables = """
        CREATE TABLE sheetFile (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            columns TEXT NOT NULL CHECK (json_type(columns) = 'object'),
            recordKey BLOB CHECK (length(recordKey) = 60),
            bytes BLOB,
            takenOn TEXT CHECK (takenOn IS date(takenOn, '+0 days')),
            count INTEGER CHECK (count >= 1),
            UNIQUE (plan, round, digest),
            CHECK ((recordKey IS NULL) = (bytes IS NULL)),
            CHECK ((takenOn IS NULL) = (count IS NULL)),
            FOREIGN KEY (plan, round) REFERENCES survey (plan, round)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE surveyResponse ADD COLUMN file TEXT REFERENCES sheetFile (id);
        CREATE INDEX surveyResponseOfFile ON surveyResponse (file);
        """
}
