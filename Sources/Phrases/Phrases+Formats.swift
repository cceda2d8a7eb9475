import Foundation

/// Dates, numbers and lists, written out here rather than by the system's locale data: a document must come out the
/// same on every machine and after every upgrade.
extension Phrases {
    /// `12 juni 2023`, `12 June 2023`.
    public func writtenDate(year: Int, month: Int, day: Int) -> String {
        "\(day) \(monthName(month)) \(year)"
    }

    /// `12-06-2023`, in both languages: it stands in fields that go with Dutch documents.
    public func numericDate(year: Int, month: Int, day: Int) -> String {
        "\(Self.padded(day))-\(Self.padded(month))-\(year)"
    }

    /// `12 juni 2023 om 14.05 uur`, `12 June 2023 at 14:05`: time in the Netherlands.
    public func moment(_ date: Date) -> String {
        let moment = DutchMoment(date)
        let day = writtenDate(year: moment.year, month: moment.month, day: moment.day)
        let hour = Self.padded(moment.hour)
        let minute = Self.padded(moment.minute)
        return switch language {
        case .nl: "\(day) om \(hour).\(minute) uur"
        case .en: "\(day) at \(hour):\(minute)"
        }
    }

    /// The day in the Netherlands at that moment, written out.
    public func writtenDate(of date: Date) -> String {
        let moment = DutchMoment(date)
        return writtenDate(year: moment.year, month: moment.month, day: moment.day)
    }

    /// `1.234` in Dutch, `1,234` in English.
    public func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += language == .nl ? "." : "," }
            grouped.append(digit)
        }
        return value < 0 ? "-" + grouped : grouped
    }

    /// `a`, `a en b`, `a, b en c`.
    public func list(_ items: [String]) -> String {
        list(items, by: language == .nl ? "en" : "and")
    }

    /// `a`, `a of b`, `a, b of c`: any one of them will do.
    public func anyOf(_ items: [String]) -> String {
        list(items, by: language == .nl ? "of" : "or")
    }

    private func list(_ items: [String], by word: String) -> String {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    private func monthName(_ month: Int) -> String {
        let names =
            switch language {
            case .nl: Self.dutchMonths
            case .en: Self.englishMonths
            }
        return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
