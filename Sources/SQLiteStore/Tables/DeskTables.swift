import GRDB

/// The list of inputs as the handling desk needs it.
extension DatabaseMigrator {
    /// `inputDesk` is computed from the rows of each input, the register's acts and the text's changes, and is written
    /// with whatever changes those. It refers to nothing that can be cleared. `inputWords` holds the stems and the forms of
    /// the words that others may read, under the same row number; once an input is erased nothing of it is left there.
    static let deskTables = """
        CREATE TABLE inputDesk (
            id INTEGER PRIMARY KEY,
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            round TEXT NOT NULL,
            channel TEXT NOT NULL,
            section TEXT,
            submitter TEXT,
            organisation TEXT,
            person TEXT,
            version INTEGER NOT NULL,
            receivedAt INTEGER NOT NULL,
            isAdmitted INTEGER NOT NULL CHECK (isAdmitted IN (0, 1)),
            state TEXT NOT NULL CHECK (state <> ''),
            outcome TEXT,
            isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1)),
            since INTEGER NOT NULL,
            UNIQUE (plan, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT;

        CREATE INDEX actOfInput ON act (plan, json_extract(payload, '$.input'))
            WHERE json_extract(payload, '$.input') IS NOT NULL;
        CREATE INDEX changeOfInput ON changeInput (plan, input);

        CREATE VIRTUAL TABLE inputWords USING fts5 (stems, forms, tokenize = 'unicode61');

        CREATE TRIGGER erasedInputSaysNothing AFTER UPDATE OF recordKey ON input WHEN new.recordKey IS NULL
        BEGIN
            DELETE FROM inputWords
            WHERE rowid = (SELECT id FROM inputDesk WHERE plan = new.plan AND input = new.number);
        END;

        CREATE TABLE inputRead (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            person TEXT NOT NULL CHECK (person <> ''),
            version INTEGER NOT NULL,
            PRIMARY KEY (plan, person, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE savedFilter (
            plan TEXT NOT NULL CHECK (plan <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            query TEXT NOT NULL CHECK (json_type(query) = 'object'),
            PRIMARY KEY (plan, person, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE theme (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL CHECK (plan <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            words TEXT NOT NULL,
            UNIQUE (plan, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE inputTheme (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            theme TEXT NOT NULL REFERENCES theme (id),
            confirmedBy TEXT CHECK (confirmedBy <> ''),
            PRIMARY KEY (plan, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;
        """
}
