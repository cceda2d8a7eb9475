import GRDB

/// Questionnaires, and what people answered.
///
/// `answers` holds one JSON value, sealed, and is written and read in one place, ``AnswerColumn``. Both it and
/// `recordKey` are NULL once the record was erased. Nothing else of a row tells of
/// a person: no moment finer than a day, no place on the network, no order of arrival.
extension DatabaseMigrator {
    static let surveyTables = """
        CREATE TABLE survey (
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            questionnaire TEXT NOT NULL CHECK (json_type(questionnaire) = 'object'),
            version INTEGER NOT NULL CHECK (version >= 1),
            weighting TEXT CHECK (json_type(weighting) = 'object'),
            PRIMARY KEY (plan, round),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE surveySheet (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            keptOn TEXT NOT NULL CHECK (keptOn IS date(keptOn, '+0 days')),
            recordKey BLOB CHECK (length(recordKey) = 60),
            answers BLOB,
            CHECK ((recordKey IS NULL) = (answers IS NULL)),
            FOREIGN KEY (plan, round) REFERENCES survey (plan, round)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX surveySheetOfRound ON surveySheet (plan, round);
        CREATE INDEX surveySheetByDay ON surveySheet (keptOn);

        CREATE TABLE surveyResponse (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            way TEXT NOT NULL CHECK (way <> ''),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            receipt TEXT UNIQUE CHECK (receipt <> ''),
            recordKey BLOB CHECK (length(recordKey) = 60),
            answers BLOB,
            CHECK ((recordKey IS NULL) = (answers IS NULL)),
            FOREIGN KEY (plan, round) REFERENCES survey (plan, round)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX surveyResponseOfRound ON surveyResponse (plan, round, day, way);

        CREATE TABLE surveyRevision (
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            PRIMARY KEY (plan, round),
            FOREIGN KEY (plan, round) REFERENCES survey (plan, round)
        ) STRICT, WITHOUT ROWID;
        """
}
