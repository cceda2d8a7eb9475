import Prose
import Workflow

/// The words by which one change carries an input out, in one section (*vingerafdruk*).
///
/// An adopted disposition is a promise about the text. As long as enough of these words stand, it is kept; the change that
/// takes them away breaks it, whoever makes that change and whatever for.
public struct Promise: Equatable, Sendable {
    public let input: InputNumber
    /// The change that carries it out.
    public let change: CommitID
    /// The section in which that change was made.
    public let section: SectionID
    /// Where its words stand now.
    public var home: SectionID
    public var words: CarryingWords
    /// The change that took them away; nil while they stand.
    public var brokenBy: CommitID?

    public init(
        input: InputNumber, change: CommitID, section: SectionID, home: SectionID, words: CarryingWords,
        brokenBy: CommitID? = nil
    ) {
        self.input = input
        self.change = change
        self.section = section
        self.home = home
        self.words = words
        self.brokenBy = brokenBy
    }
}

/// A promise that a later change broke.
public struct BrokenPromise: Equatable, Sendable {
    public let input: InputNumber
    public let change: CommitID
    public let section: SectionID
    public let brokenBy: CommitID

    public init(input: InputNumber, change: CommitID, section: SectionID, brokenBy: CommitID) {
        self.input = input
        self.change = change
        self.section = section
        self.brokenBy = brokenBy
    }
}
