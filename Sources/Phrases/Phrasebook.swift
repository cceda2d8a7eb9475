import Foundation

/// All phrases of all languages, read once at start-up from `<language>/*.yml`.
///
/// A phrasebook that exists is complete: every key is there in every language, with the same placeholders. Dotted keys
/// come from the nesting of the files; the name of a file is no part of them.
public struct Phrasebook: Sendable {
    private let entries: [Language: [String: PhraseEntry]]
    /// Differs when any word in any file does (FNV-1a over all files): what was made with other phrases is out of date.
    public let fingerprint: UInt64

    /// Reads the folder of locale files; throws all faults of all files together.
    public init(directory: URL) throws(PhraseFaults) {
        let readings = Language.allCases.map { LanguageReading($0, in: directory) }
        var faults = readings.flatMap(\.faults)
        faults += Self.differences(between: readings)
        guard faults.isEmpty else {
            throw PhraseFaults(faults: faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
        }
        fingerprint = readings.flatMap(\.texts).reduce(0xCBF2_9CE4_8422_2325) { hash, text in
            text.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        entries = Dictionary(uniqueKeysWithValues: readings.map { ($0.language, $0.places.mapValues(\.entry)) })
    }

    public func phrases(in language: Language) -> Phrases {
        Phrases(language: language, entries: entries[language] ?? [:])
    }

    /// Every key, sorted.
    public var keys: [String] {
        (entries[.nl] ?? [:]).keys.sorted()
    }

    /// Keys that one language has and another lacks, and keys whose placeholders differ from the first language's.
    private static func differences(between readings: [LanguageReading]) -> [PhraseFaults.Fault] {
        var faults: [PhraseFaults.Fault] = []
        for reading in readings {
            for other in readings where other.language != reading.language {
                for (key, place) in reading.places where other.lacks(key) {
                    faults.append(.init(file: place.file, line: place.line, .missing(key, in: other.language)))
                }
            }
        }
        guard let first = readings.first else { return faults }
        for reading in readings.dropFirst() {
            for (key, place) in reading.places {
                guard let original = first.places[key], original.entry.placeholders != place.entry.placeholders
                else { continue }
                faults.append(.init(file: place.file, line: place.line, .differentPlaceholders(key)))
            }
        }
        return faults
    }
}

/// The files of one language, gathered.
private struct LanguageReading {
    struct Place {
        let file: String
        let line: Int
        let entry: PhraseEntry
    }

    let language: Language
    private(set) var places: [String: Place] = [:]
    private(set) var faults: [PhraseFaults.Fault] = []
    /// What the files hold, in the order of their names.
    private(set) var texts: [String] = []
    private var refused: Set<String> = []
    /// Whether every file could be read.
    private var isWhole = true

    init(_ language: Language, in directory: URL) {
        self.language = language
        let folder = directory.appendingPathComponent(language.rawValue, isDirectory: true)
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".yml") }.sorted()
        if names.isEmpty { leaveOut(.init(file: language.rawValue, line: 1, .noFiles)) }
        for name in names {
            let shown = "\(language.rawValue)/\(name)"
            guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)),
                let yaml = String(validating: bytes, as: UTF8.self)
            else {
                leaveOut(.init(file: shown, line: 1, .unreadable))
                continue
            }
            texts.append(yaml)
            take(LocaleFile(name: shown, yaml: yaml))
        }
    }

    private mutating func leaveOut(_ fault: PhraseFaults.Fault) {
        faults.append(fault)
        isWhole = false
    }

    private mutating func take(_ file: LocaleFile) {
        faults += file.faults
        refused.formUnion(file.refused)
        isWhole = isWhole && file.isWhole
        for line in file.lines {
            guard places[line.key] == nil else {
                faults.append(.init(file: file.name, line: line.number, .duplicateKey(line.key)))
                continue
            }
            places[line.key] = Place(file: file.name, line: line.number, entry: line.entry)
        }
    }

    /// Whether a key can be called missing: not where its file could not be read, or the key was refused already.
    func lacks(_ key: String) -> Bool {
        isWhole && places[key] == nil && !refused.contains(key)
    }
}
