import GRDB

/// Rounds, what came in by them and what is proposed to be done with it. None of it refers to the projection.
extension DatabaseMigrator {
    static let roundTables = """
        CREATE TABLE consultationRound (
            plan TEXT NOT NULL CHECK (plan <> ''),
            id TEXT NOT NULL CHECK (id <> ''),
            position INTEGER NOT NULL CHECK (position >= 1),
            title TEXT NOT NULL CHECK (title <> ''),
            audience TEXT NOT NULL CHECK (audience IN ('partners', 'council', 'advice')),
            asked TEXT NOT NULL,
            questions TEXT NOT NULL CHECK (json_type(questions) = 'array'),
            explanation TEXT NOT NULL,
            privacy TEXT NOT NULL,
            fromDay TEXT NOT NULL CHECK (fromDay IS date(fromDay, '+0 days')),
            untilDay TEXT NOT NULL CHECK (untilDay IS date(untilDay, '+0 days') AND fromDay <= untilDay),
            closingTime TEXT CHECK (closingTime GLOB '[0-2][0-9]:[0-5][0-9]' AND closingTime < '24'),
            PRIMARY KEY (plan, id),
            UNIQUE (plan, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE roundOrganisation (
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL CHECK (name <> ''),
            PRIMARY KEY (plan, round, position),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE invitation (
            position INTEGER NOT NULL PRIMARY KEY,
            plan TEXT NOT NULL CHECK (plan <> ''),
            contact TEXT NOT NULL REFERENCES contact (id),
            invitedAt INTEGER NOT NULL,
            withdrawnAt INTEGER,
            UNIQUE (plan, contact)
        ) STRICT;
        """

    /// Who sends in is a contact of an organisation or a person in a function, and may later be erased as either. An input
    /// itself stays, and the counter only rises: a number is never given out twice.
    static let inputTables = draftTable + submissionTables + attachmentTable

    private static let draftTable = """
        CREATE TABLE inputDraft (
            id INTEGER NOT NULL PRIMARY KEY,
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            organisation TEXT CHECK (organisation <> ''),
            function TEXT CHECK (function <> ''),
            contact TEXT CHECK (contact <> ''),
            person TEXT CHECK (person <> ''),
            items TEXT NOT NULL CHECK (json_type(items) = 'array'),
            version INTEGER NOT NULL CHECK (version >= 1),
            savedAt INTEGER NOT NULL,
            nextItem INTEGER NOT NULL CHECK (nextItem >= 1),
            CHECK ((contact IS NULL) <> (person IS NULL)),
            CHECK ((contact IS NULL) = (organisation IS NULL)),
            CHECK ((person IS NULL) = (function IS NULL)),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT;

        CREATE UNIQUE INDEX draftOfContact ON inputDraft (plan, round, contact) WHERE contact IS NOT NULL;
        CREATE UNIQUE INDEX draftOfPerson ON inputDraft (plan, round, person) WHERE person IS NOT NULL;

        """

    private static let submissionTables = """
        CREATE TABLE submission (
            plan TEXT NOT NULL,
            requestID TEXT NOT NULL CHECK (requestID <> ''),
            round TEXT NOT NULL,
            organisation TEXT CHECK (organisation <> ''),
            function TEXT CHECK (function <> ''),
            contact TEXT CHECK (contact <> ''),
            person TEXT CHECK (person <> ''),
            receivedAt INTEGER NOT NULL,
            PRIMARY KEY (plan, requestID),
            CHECK (contact IS NULL OR person IS NULL),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE inputCounter (
            plan TEXT NOT NULL PRIMARY KEY CHECK (plan <> ''),
            last INTEGER NOT NULL CHECK (last >= 1)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER inputCounterOnlyRises BEFORE UPDATE ON inputCounter
        WHEN new.plan <> old.plan OR new.last <= old.last
        BEGIN
            SELECT RAISE(ABORT, 'the counter of inputs only rises');
        END;

        CREATE TRIGGER inputCounterStays BEFORE DELETE ON inputCounter
        BEGIN
            SELECT RAISE(ABORT, 'the counter of inputs stays');
        END;

        CREATE TABLE input (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            submission TEXT NOT NULL,
            channel TEXT NOT NULL CHECK (channel <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            sealKey TEXT CHECK (length(sealKey) = 64 AND sealKey NOT GLOB '*[^0-9a-f]*'),
            withdrawnAt INTEGER,
            PRIMARY KEY (plan, number),
            FOREIGN KEY (plan, submission) REFERENCES submission (plan, requestID)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX inputOfSubmission ON input (plan, submission);

        CREATE TRIGGER inputStays BEFORE DELETE ON input
        BEGIN
            SELECT RAISE(ABORT, 'an input stays');
        END;

        CREATE TABLE inputVersion (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            kind TEXT NOT NULL CHECK (kind <> ''),
            section TEXT CHECK (section <> ''),
            anchorCommit TEXT CHECK (length(anchorCommit) = 40),
            quote TEXT CHECK (quote <> ''),
            prefix TEXT,
            suffix TEXT,
            text TEXT NOT NULL,
            proposal TEXT,
            writtenAt INTEGER NOT NULL,
            PRIMARY KEY (plan, input, version),
            CHECK ((anchorCommit IS NULL) = (quote IS NULL) AND (quote IS NULL) = (prefix IS NULL)
                AND (prefix IS NULL) = (suffix IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        """

    /// A file belongs to a draft until it is sent in, and from then on to an input.
    private static let attachmentTable = """
        CREATE TABLE attachment (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL CHECK (plan <> ''),
            draft INTEGER REFERENCES inputDraft (id) ON DELETE CASCADE,
            input INTEGER,
            position INTEGER NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL CHECK (name <> ''),
            type TEXT NOT NULL CHECK (type IN ('pdf', 'docx', 'odt', 'png', 'jpeg')),
            size INTEGER NOT NULL CHECK (size = length(bytes)),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            bytes BLOB NOT NULL,
            CHECK ((draft IS NULL) <> (input IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT;

        CREATE INDEX attachmentOfDraft ON attachment (draft) WHERE draft IS NOT NULL;
        CREATE INDEX attachmentOfInput ON attachment (plan, input) WHERE input IS NOT NULL;
        """

    static let dispositionTable = """
        CREATE TABLE disposition (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            inputVersion INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome <> ''),
            reason TEXT NOT NULL,
            duplicateOf INTEGER CHECK (duplicateOf <> input),
            function TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            pseudonym TEXT NOT NULL CHECK (pseudonym <> ''),
            proposedAt INTEGER NOT NULL,
            seal TEXT NOT NULL CHECK (seal <> ''),
            PRIMARY KEY (plan, input, ordinal),
            UNIQUE (plan, input, seal),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number),
            FOREIGN KEY (plan, duplicateOf) REFERENCES input (plan, number),
            FOREIGN KEY (plan, input, inputVersion) REFERENCES inputVersion (plan, input, version)
        ) STRICT, WITHOUT ROWID;
        """
}
