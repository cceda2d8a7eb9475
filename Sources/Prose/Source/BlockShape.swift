/// What a piece of text is in its document: a heading, a paragraph in the second item of a list, a row of a table.
public struct BlockShape: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case paragraph
        case heading(level: Int)
        case code
        case html
        case thematicBreak
        case tableRow(isHeader: Bool)
        /// A link definition: the source shows it, the page does not.
        case definition
    }

    public enum Container: Equatable, Sendable {
        case quote
        /// `number` is nil for a bullet; `isFirst` tells the block that begins the item from those that follow in it.
        case item(number: Int?, isFirst: Bool)
        case footnote(label: String, isFirst: Bool)
    }

    public let kind: Kind
    /// From the outside in.
    public let containers: [Container]

    public init(_ kind: Kind, in containers: [Container] = []) {
        self.kind = kind
        self.containers = containers
    }

    var quoteDepth: Int { containers.count { $0 == .quote } }
    var isParagraph: Bool { kind == .paragraph }

    /// The same place but for the number of an item, which changes when an item before it comes or goes.
    func isAlike(_ other: BlockShape) -> Bool {
        kind == other.kind && containers.map(\.withoutNumber) == other.containers.map(\.withoutNumber)
    }
}

extension BlockShape.Container {
    fileprivate var withoutNumber: Self {
        switch self {
        case .item(let number, let isFirst): .item(number: number.map { _ in 1 }, isFirst: isFirst)
        case .quote, .footnote: self
        }
    }
}
