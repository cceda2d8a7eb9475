import GRDB

/// Inputs that say the same, and what they are about.
extension DatabaseMigrator {
    /// `inputSignature` and `inputBand` hold what is needed to find equals of the words that others may read, each number
    /// laid under the key of the blind index: whoever has the file alone can neither read words from it nor try any out. Once
    /// an input is erased, or takes part no more, nothing of it is left there.
    ///
    /// A family is a number that inputs share, and no row of its own: an input that leaves takes nothing with it.
    static let likenessTables = """
        CREATE TABLE inputSignature (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            change TEXT CHECK (length(change) = 64),
            PRIMARY KEY (plan, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX inputOfChange ON inputSignature (plan, change) WHERE change IS NOT NULL;

        CREATE TABLE inputBand (
            plan TEXT NOT NULL,
            bucket INTEGER NOT NULL,
            input INTEGER NOT NULL,
            PRIMARY KEY (plan, bucket, input),
            FOREIGN KEY (plan, input) REFERENCES inputSignature (plan, input) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX bandOfInput ON inputBand (plan, input);

        CREATE TABLE inputLikeness (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            family INTEGER NOT NULL CHECK (family >= 1),
            likeness REAL NOT NULL CHECK (likeness > 0 AND likeness <= 1),
            confirmedBy TEXT CHECK (confirmedBy <> ''),
            PRIMARY KEY (plan, input),
            FOREIGN KEY (plan, input) REFERENCES inputSignature (plan, input) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX inputOfFamily ON inputLikeness (plan, family);

        CREATE TABLE inputUnlike (
            plan TEXT NOT NULL,
            input INTEGER NOT NULL,
            other INTEGER NOT NULL CHECK (other <> input),
            rejectedBy TEXT NOT NULL CHECK (rejectedBy <> ''),
            PRIMARY KEY (plan, input, other),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number),
            FOREIGN KEY (plan, other) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER erasedInputIsLikeNothing AFTER UPDATE OF recordKey ON input WHEN new.recordKey IS NULL
        BEGIN
            DELETE FROM inputBand WHERE plan = new.plan AND input = new.number;
            DELETE FROM inputLikeness WHERE plan = new.plan AND input = new.number;
            DELETE FROM inputSignature WHERE plan = new.plan AND input = new.number;
            DELETE FROM inputUnlike WHERE plan = new.plan AND new.number IN (input, other);
        END;
        """

    /// A theme is proposed, and confirmed or rejected by a person.
    static let themeStates = """
        ALTER TABLE theme ADD COLUMN state TEXT NOT NULL DEFAULT 'confirmed'
            CHECK (state IN ('proposed', 'confirmed', 'rejected'));
        ALTER TABLE theme ADD COLUMN decidedBy TEXT CHECK (decidedBy <> '');
        CREATE INDEX inputOfTheme ON inputTheme (theme);
        """
}
