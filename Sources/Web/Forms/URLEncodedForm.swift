import PlanDomain

/// `application/x-www-form-urlencoded`, as browsers send forms without files (WHATWG URL, 5.1).
struct URLEncodedForm {
    private(set) var fields: [FormValues.Field] = []

    /// Throws `invalid` for more values than `limit` and for what is no text in UTF-8.
    init(_ bytes: [UInt8], limit: Int) throws(PlanError) {
        let pairs = bytes.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= limit else { throw FormValues.unreadable }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : []) else {
                throw FormValues.unreadable
            }
            fields.append(.init(name: name, value: value))
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
