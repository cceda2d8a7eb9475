/// Everything that is wrong with the locale files, in the order of files and lines.
///
/// Only who edits the files reads it, at start-up; so it speaks English and is no phrase itself.
public struct PhraseFaults: Error, Equatable, Sendable, CustomStringConvertible {
    public let faults: [Fault]

    /// One line per fault, as `nl/web.yml:12: …`.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }

    public struct Fault: Equatable, Hashable, Sendable, CustomStringConvertible {
        /// The file within the folder of locale files, such as `nl/web.yml`.
        public let file: String
        /// From 1.
        public let line: Int
        public let problem: Problem

        public init(file: String, line: Int, _ problem: Problem) {
            self.file = file
            self.line = line
            self.problem = problem
        }

        public var description: String { "\(file):\(line): \(problem.description)" }
    }

    public enum Problem: Equatable, Hashable, Sendable {
        /// The folder of a language is not there or holds no locale file.
        case noFiles
        case unreadable
        /// Not YAML, or not one mapping; the parser's own words.
        case syntax(String)
        /// The key was given before, in this file or in another one of the same language.
        case duplicateKey(String)
        /// A part of a key holds letters, digits and hyphens.
        case badKey(String)
        /// A list, a number, a date, `yes`, or nothing; quotes make a text of the latter ones.
        case notAString(String)
        /// A counted phrase has `one` and `other`, and nothing else.
        case badForms(String)
        /// A brace that belongs to no placeholder.
        case badPlaceholder(String)
        case missing(String, in: Language)
        /// The languages, or the forms of one phrase, ask for different arguments.
        case differentPlaceholders(String)
    }
}

extension PhraseFaults.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noFiles: "no locale files here"
        case .unreadable: "the file cannot be read"
        case .syntax(let message): "not a YAML mapping: \(message)"
        case .duplicateKey(let key): "\(key) was given before"
        case .badKey(let key): "\(key) is not a key: use letters, digits and hyphens"
        case .notAString(let key): "\(key) is not a text; put quotes around it"
        case .badForms(let key): "\(key) must have the two texts one and other"
        case .badPlaceholder(let key): "\(key) has a brace that belongs to no {placeholder}"
        case .missing(let key, let language): "\(key) is missing in \(language.rawValue)"
        case .differentPlaceholders(let key): "\(key) asks for other placeholders elsewhere"
        }
    }
}
