/// How wide a text is in print, on the safe side.
///
/// The widths are those of Open Sans, bold or regular, whichever is wider, per letter in thousandths of the size: above
/// those of Arial and Helvetica too, so that text set in any of them stays within its box. Nothing on the machine is
/// asked, so that the same text gives the same picture everywhere.
enum TextMeasure {
    /// From the space (32) to the tilde (126).
    private static let widths: [Int] = [
        260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 552, 572, 290, 322, 285, 413,
        572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 285, 290, 572, 572, 572, 477,
        899, 690, 672, 637, 740, 560, 549, 728, 765, 331, 331, 664, 565, 943, 813, 796,
        628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 542, 448,
        607, 604, 633, 514, 633, 591, 387, 565, 657, 305, 305, 620, 305, 982, 657, 619,
        633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
    ]

    /// In the unit of `size`. A letter outside ASCII counts as a wide one.
    static func width(of text: String, size: Double) -> Double {
        let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
            let index = scalar == "\u{A0}" ? 0 : Int(scalar.value) - 32
            return sum + (widths.indices.contains(index) ? widths[index] : 1000)
        }
        return Double(thousandths) * size / 1000
    }

    /// Breaks a text into lines of at most `width`; a word that is too long for a line is broken with a hyphen.
    static func wrap(_ text: String, width: Double, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
            for part in parts(of: String(word), width: width, size: size) {
                let longer = line.isEmpty ? part : line + " " + part
                if self.width(of: longer, size: size) <= width {
                    line = longer
                } else {
                    lines.append(line)
                    line = part
                }
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func parts(of word: String, width: Double, size: Double) -> [String] {
        guard self.width(of: word, size: size) > width else { return [word] }
        var parts: [String] = []
        var part = ""
        for character in word {
            if !part.isEmpty, self.width(of: part + String(character) + "-", size: size) > width {
                parts.append(part + "-")
                part = ""
            }
            part.append(character)
        }
        return parts + [part]
    }
}
