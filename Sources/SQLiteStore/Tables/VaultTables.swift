import GRDB

/// Puts under lock what was stored as it was: the words of inputs, drafts and files, and who people are.
///
/// A column that is sealed is NULL once the record was erased, together with `recordKey`. What a search or a list needs
/// stays open: numbers, days, sections, organisations.
extension DatabaseMigrator {
    static let vaultTables = masterKeyTable + sealedInputs + sealedDrafts + sealedAttachments + sealedPeople

    /// By which master key the rest was sealed, so that another one is told apart from damage.
    private static let masterKeyTable = """
        CREATE TABLE masterKey (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            fingerprint TEXT NOT NULL CHECK (fingerprint <> '')
        ) STRICT;

        """

    /// The key of an input seals its words, and is the one under which the register names its dispositions.
    private static let sealedInputs = """
        ALTER TABLE input ADD COLUMN recordKey BLOB CHECK (length(recordKey) = 60);
        UPDATE input SET recordKey = wrapped(sealKey);
        ALTER TABLE input DROP COLUMN sealKey;

        CREATE TABLE newInputVersion (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            kind TEXT NOT NULL CHECK (kind <> ''),
            section TEXT CHECK (section <> ''),
            anchorCommit TEXT CHECK (length(anchorCommit) = 40),
            quote TEXT CHECK (quote <> ''),
            prefix TEXT,
            suffix TEXT,
            text BLOB,
            proposal BLOB,
            writtenAt INTEGER NOT NULL,
            PRIMARY KEY (plan, input, version),
            CHECK ((anchorCommit IS NULL) = (quote IS NULL) AND (quote IS NULL) = (prefix IS NULL)
                AND (prefix IS NULL) = (suffix IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO newInputVersion
        SELECT v.plan, v.input, v.version, v.kind, v.section, v.anchorCommit, v.quote, v.prefix, v.suffix,
            sealed(v.text, recordKey, 'text'), sealed(v.proposal, recordKey, 'proposal'), v.writtenAt
        FROM inputVersion AS v JOIN input ON input.plan = v.plan AND number = v.input;

        DROP TABLE inputVersion;
        ALTER TABLE newInputVersion RENAME TO inputVersion;

        """

    private static let sealedDrafts = """
        ALTER TABLE inputDraft ADD COLUMN recordKey BLOB CHECK (length(recordKey) = 60);
        ALTER TABLE inputDraft ADD COLUMN sealedItems BLOB;
        UPDATE inputDraft SET recordKey = newKey();
        UPDATE inputDraft SET sealedItems = sealed(items, recordKey, 'items');
        ALTER TABLE inputDraft DROP COLUMN items;

        """

    /// The name of a file often is the name of who wrote it.
    private static let sealedAttachments = """
        CREATE TABLE newAttachment (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL CHECK (plan <> ''),
            draft INTEGER REFERENCES inputDraft (id) ON DELETE CASCADE,
            input INTEGER,
            position INTEGER NOT NULL CHECK (position >= 1),
            recordKey BLOB CHECK (length(recordKey) = 60),
            name BLOB,
            type TEXT NOT NULL CHECK (type IN ('pdf', 'docx', 'odt', 'png', 'jpeg')),
            size INTEGER NOT NULL CHECK (size >= 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            bytes BLOB,
            CHECK ((draft IS NULL) <> (input IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT;

        INSERT INTO newAttachment SELECT id, plan, draft, input, position, newKey(), CAST(name AS BLOB), type, size,
            digest, bytes FROM attachment;
        UPDATE newAttachment SET name = sealed(name, recordKey, 'name'), bytes = sealed(bytes, recordKey, 'bytes');

        DROP TABLE attachment;
        ALTER TABLE newAttachment RENAME TO attachment;

        CREATE INDEX attachmentOfDraft ON attachment (draft) WHERE draft IS NOT NULL;
        CREATE INDEX attachmentOfInput ON attachment (plan, input) WHERE input IS NOT NULL;

        """

    /// A mail address is found by its blind index. The rows of two tables are referred to by many others, so they keep
    /// their tables and change their columns.
    private static let sealedPeople = """
        CREATE TABLE newPerson (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            recordKey BLOB CHECK (length(recordKey) = 60),
            name BLOB,
            mail BLOB,
            mailIndex TEXT UNIQUE CHECK (length(mailIndex) = 64),
            language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
            isDisabled INTEGER NOT NULL CHECK (isDisabled IN (0, 1)),
            CHECK ((recordKey IS NULL) = (name IS NULL) AND (name IS NULL) = (mail IS NULL)
                AND (mail IS NULL) = (mailIndex IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TEMPORARY TABLE personKey AS SELECT id, newKey() AS recordKey FROM person;
        INSERT INTO newPerson
        SELECT id, recordKey, sealed(name, recordKey, 'name'), sealed(mail, recordKey, 'mail'), blindIndex(mail),
            language, isDisabled
        FROM person JOIN personKey USING (id);
        DROP TABLE personKey;
        DROP TABLE person;
        ALTER TABLE newPerson RENAME TO person;

        CREATE TABLE newContact (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            recordKey BLOB CHECK (length(recordKey) = 60),
            name BLOB,
            mail BLOB,
            mailIndex TEXT CHECK (length(mailIndex) = 64),
            function BLOB,
            isDisabled INTEGER NOT NULL CHECK (isDisabled IN (0, 1)),
            UNIQUE (organisation, mailIndex),
            CHECK ((recordKey IS NULL) = (name IS NULL) AND (name IS NULL) = (mail IS NULL)
                AND (mail IS NULL) = (mailIndex IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TEMPORARY TABLE contactKey AS SELECT id, newKey() AS recordKey FROM contact;
        INSERT INTO newContact
        SELECT id, organisation, recordKey, sealed(name, recordKey, 'name'), sealed(mail, recordKey, 'mail'),
            blindIndex(mail), sealed(function, recordKey, 'function'), isDisabled
        FROM contact JOIN contactKey USING (id);
        DROP TABLE contactKey;
        DROP TABLE contact;
        ALTER TABLE newContact RENAME TO contact;

        ALTER TABLE correspondent ADD COLUMN recordKey BLOB CHECK (length(recordKey) = 60);
        """
}
