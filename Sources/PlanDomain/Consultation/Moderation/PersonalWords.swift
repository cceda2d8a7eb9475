import Prose

/// What in an input looks like personal data, proposed to be left out.
struct PersonalWords {
    private let scan: PersonalDataScan

    /// - Parameter names: of people who may be meant, such as who sent it in.
    init(names: [String]) { scan = PersonalDataScan(names: names) }

    /// In the order of text and proposal; none of them confirmed.
    func proposals(in content: InputContent) -> [Redaction] {
        Redaction.Part.allCases.flatMap { part -> [Redaction] in
            guard let words = content.words(of: part) else { return [] }
            return scan.finds(in: words).map { find in
                Redaction(
                    part: part, start: words.utf16.distance(from: words.startIndex, to: find.range.lowerBound),
                    quote: String(words[find.range]), ground: find.kind.ground, isConfirmed: false)
            }
        }
    }

    /// What is left out of a correction: what a person left out before, wherever it still stands, and what the scan finds.
    func redactions(in content: InputContent, keeping before: [Redaction]) -> [Redaction] {
        var seen: Set<String> = []
        let kept = before.filter { seen.insert($0.quote).inserted }.flatMap {
            content.redactions(of: $0.quote, ground: $0.ground, isConfirmed: $0.isConfirmed)
        }
        return kept
            + proposals(in: content).filter { proposal in
                !kept.contains { $0.part == proposal.part && $0.start <= proposal.start && proposal.end <= $0.end }
            }
    }
}

extension PersonalDataScan.Kind {
    fileprivate var ground: Redaction.Ground {
        switch self {
        case .name: .name
        case .mailAddress, .telephone, .address: .contact
        case .citizenNumber, .bankAccount: .other
        }
    }
}

extension Participant {
    /// By which they may have signed what they write.
    var ownNames: [String] {
        switch identity {
        case .person(let person): [person.name]
        case .contact(let contact, _): [contact.name]
        case .visitor, .keeper: []
        }
    }
}
