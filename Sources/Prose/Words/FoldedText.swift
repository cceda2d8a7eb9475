import Foundation

/// Text with the differences taken out that a reader who searches does not care for: case, accents, ligatures.
public enum FoldedText {
    /// "Één Financiële ŒUVRE" gives `een financiele oeuvre`. Other characters than letters stay as they are.
    public static func fold(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar {
            case "ß": result += "ss"
            case "æ": result += "ae"
            case "œ": result += "oe"
            case "ø": result += "o"
            case "ł": result += "l"
            case "đ", "ð": result += "d"
            case "\u{AD}": continue
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
