/// Finds `http://` and `https://` addresses in running text.
///
/// Punctuation that ends the sentence is no part of the address, nor is a closing bracket that was not opened within
/// it.
enum BareAddresses {
    enum Piece: Equatable {
        case text(Substring)
        case address(Substring)
    }

    static func split(_ text: String) -> [Piece] {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return [.text(text[...])] }
        var pieces: [Piece] = []
        var rest = text[...]
        var search = text[...]
        while let range = nextScheme(in: search) {
            let end = search[range.upperBound...].firstIndex { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\"" }
            let address = trimmed(text[range.lowerBound..<(end ?? text.endIndex)])
            search = text[max(address.endIndex, range.upperBound)...]
            guard address.endIndex > range.upperBound, startsWord(range.lowerBound, in: text) else { continue }
            if rest.startIndex < range.lowerBound { pieces.append(.text(text[rest.startIndex..<range.lowerBound])) }
            pieces.append(.address(address))
            rest = text[address.endIndex...]
        }
        if !rest.isEmpty { pieces.append(.text(rest)) }
        return pieces
    }

    private static func nextScheme(in text: Substring) -> Range<String.Index>? {
        var search = text
        while let slashes = search.firstRange(of: "://") {
            for scheme in ["https", "http"] where text[..<slashes.lowerBound].suffix(5).lowercased().hasSuffix(scheme) {
                return text.index(slashes.lowerBound, offsetBy: -scheme.count)..<slashes.upperBound
            }
            search = search[slashes.upperBound...]
        }
        return nil
    }

    private static func startsWord(_ index: String.Index, in text: String) -> Bool {
        guard index > text.startIndex else { return true }
        let before = text[text.index(before: index)]
        return !before.isLetter && !before.isNumber
    }

    private static func trimmed(_ address: Substring) -> Substring {
        var address = address
        var unopenedRound = address.count { $0 == ")" } - address.count { $0 == "(" }
        var unopenedSquare = address.count { $0 == "]" } - address.count { $0 == "[" }
        while let last = address.last {
            if last == ")", unopenedRound > 0 {
                unopenedRound -= 1
            } else if last == "]", unopenedSquare > 0 {
                unopenedSquare -= 1
            } else if !".,;:!?'’”*_~…".contains(last) {
                break
            }
            address = address.dropLast()
        }
        return address
    }
}
