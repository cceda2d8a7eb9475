/// Words that say nothing of what a text is about.
enum EmptyWords {
    /// In lower case, without numbers and without empty words.
    static func telling(_ text: String) -> [String] {
        WordTokenizer.words(in: text).map { $0.lowercased() }
            .filter { $0.count > 2 && $0.contains(where: \.isLetter) && !all.contains($0) }
    }

    static let all = Set(
        """
        aan aangezien achter al alle alleen als altijd ander andere bent ben bij binnen boven buiten daar daarom dan dat de den \
        der deze die dit doch doen door dus een eens eerste enige er erg even ging goed haar had heb hebben heeft heel hem het \
        hier hij hoe hun iemand iets ieder iedereen in is ja jullie kan komen kon kunnen maar maken meer men met mij mijn moet \
        moeten na naar nee niet niets nog nu of om omdat onder ons onze ook op over per reeds samen sinds te tegen toch toen \
        tot tussen uit uw van vaak veel voor vooral waar waarom want waren was wat we weer wel welke wij werd wie wil worden \
        wordt zal ze zelf zich zij zijn zo zonder zou zouden
        """.split(separator: " ").map(String.init))

    /// What people say of any plan, so that no topic of one is told by it.
    static let ofReactions = Set(
        """
        adres alinea alstublieft bellen bijvoorbeeld contactgegevens denk denken dank durven eigenlijk extra gaan gaat gebruik gemeente gemeenten geven geeft graag groet \
        idee jaar jaren juist kom komt laat laten lezen ligt maak maakt mee meest mensen minder misschien mist missen neem nemen \
        kunt langs lees namens nergens nieuw nieuwe inwoner inwoners vriendelijke weggelaten \
        nodig paragraaf plan plannen punt reactie regel regels sectie staan staat steeds stellen tekst vind vinden vindt vraag \
        vragen waarbij waarin welk werkt willen wens wensen willen worden zeggen zegt zet zetten zien ziet zin zinnen zoals
        """.split(separator: " ").map(String.init))
}
