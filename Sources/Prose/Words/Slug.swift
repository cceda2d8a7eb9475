import Foundation

/// A name for an address or an id, made of a title: lower-case ASCII letters and digits with single hyphens between.
public enum Slug {
    /// "Zorg & veiligheid: één aanpak" gives `zorg-en-veiligheid-een-aanpak`; at most `limit` characters, cut between
    /// words where that is possible. A title without a letter or digit gives `fallback`.
    public static func make(_ title: String, limit: Int = 60, fallback: String = "tekst") -> String {
        var slug = ""
        for word in words(of: title) {
            let addition = slug.isEmpty ? word : "-" + word
            guard slug.count + addition.count <= limit else {
                if slug.isEmpty { slug = String(word.prefix(max(1, limit))) }
                break
            }
            slug += addition
        }
        return slug.isEmpty ? fallback : slug
    }

    private static func words(of title: String) -> [String] {
        folded(title).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// Without diacritics and in lower case; an apostrophe joins ("thema's" is one word), `&` is the word "en".
    private static func folded(_ title: String) -> String {
        var result = ""
        for scalar in FoldedText.fold(title).unicodeScalars {
            switch scalar {
            case "'", "’", "‘": continue
            case "&": result += " en "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
