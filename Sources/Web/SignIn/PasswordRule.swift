import Foundation
import PlanDomain
import Workflow

/// What a password must be: long, and not what somebody who knows its owner would try first.
///
/// No rules about signs and capitals: they make passwords that are hard to remember and easy to guess (NIST SP 800-63B-4,
/// 3.1.1.2). Each refusal says what to do instead.
struct PasswordRule {
    static let shortest = 12
    /// Room for a sentence, and not for an attack on the hash.
    static let longest = 200

    /// Words that everybody here can know: of the person, of the municipality, of the program.
    private let own: [String]

    init(name: String, mail: MailAddress, municipality: String) {
        let texts = [name, mail.rawValue, municipality, "paraaf"]
        own = Array(Set(texts.flatMap(Self.words))).sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// Why it is refused; nil for a password that will do.
    func objection(to password: String) -> Reason? {
        guard password.count >= Self.shortest else {
            return Reason("password.short", ["limit": .number(Self.shortest), "count": .number(password.count)])
        }
        let folded = Self.fold(password)
        if Set(folded).count < 5 { return Reason("password.repeated") }
        if Self.predictable(folded) * 2 >= folded.count { return Reason("password.sequence") }
        if let word = Self.weight(folded, without: own) { return Reason("password.own", ["word": .text(word)]) }
        if let word = Self.weight(folded, without: Self.common) {
            return Reason("password.common", ["word": .text(word)])
        }
        return nil
    }

    /// The word that most of a password consists of: what is left without it and without digits and signs is too little
    /// to guess at.
    private static func weight(_ password: String, without words: [String]) -> String? {
        var rest = password
        var found: String?
        for word in words where rest.contains(word) {
            rest = rest.replacing(word, with: " ")
            found = found ?? word
        }
        return rest.filter(\.isLetter).count < 6 ? found : nil
    }

    /// How many signs repeat the one before or follow it in the alphabet, among the digits or on a keyboard.
    private static func predictable(_ password: String) -> Int {
        let signs = Array(password)
        return zip(signs, signs.dropFirst()).count { left, right in
            left == right
                || rows.contains { row in
                    guard let first = row.firstIndex(of: left), let second = row.firstIndex(of: right) else {
                        return false
                    }
                    return abs(first - second) == 1
                }
        }
    }

    private static func words(of text: String) -> [String] {
        fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count >= 4 && $0 != "gemeente" }
    }

    /// Without case and accents.
    private static func fold(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azerty",
    ].map(Array.init)

    /// Longest first, so that a word is not found in part.
    private static let common = [
        "wachtwoordje", "wachtwoord", "welkomthuis", "gemeente", "password", "passw0rd", "vergeten", "geheim",
        "welkom", "welcome", "beheerder", "administrator", "inloggen", "letmein", "iloveyou", "ikhouvanjou", "qwerty",
        "azerty", "feyenoord", "ajax", "voetbal", "football", "baseball", "superman", "batman", "pokemon", "zonnetje",
        "zomer", "winter", "lente", "herfst", "januari", "februari", "maart", "april", "juni", "juli", "augustus",
        "september", "oktober", "november", "december", "maandag", "vrijdag", "nederland", "holland", "amsterdam",
        "rotterdam", "utrecht", "dragon", "monkey", "master", "hallo", "hello", "secret", "login", "admin", "test",
    ].sorted { ($0.count, $0) > ($1.count, $1) }
}
