import Foundation
import Workflow

/// A change of a plan's text that somebody wants to make, before it is a commit.
public struct TextEdit: Equatable, Sendable {
    /// The whole text as it shall be; the repository writes what differs.
    public let text: PlanText
    public let author: Author
    public let madeAt: Date
    /// Why, in one line.
    public let summary: String
    public let nature: ChangeNature
    /// Numbers of the inputs that it carries out.
    public let inputs: [String]
    /// The bytes of annexes that are new in the text.
    public let files: [AnnexFile]

    public init(
        text: PlanText, author: Author, madeAt: Date, summary: String, nature: ChangeNature, inputs: [String] = [],
        files: [AnnexFile] = []
    ) {
        self.text = text
        self.author = author
        self.madeAt = madeAt
        self.summary = summary
        self.nature = nature
        self.inputs = inputs
        self.files = files
    }
}
