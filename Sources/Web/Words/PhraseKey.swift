/// Names of the code as they stand in the locale files.
enum PhraseKey {
    /// `readWorking` is `read-working`.
    static func name(_ name: String) -> String {
        name.reduce(into: "") { key, letter in
            key += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}
