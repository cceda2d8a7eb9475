import Testing

@testable import Prose

@Suite struct TextDifferenceTests {
    private func difference(_ old: String, _ new: String) -> TextDifference { TextDifference(old: old, new: new) }

    @Test(arguments: [
        ("De kosten zijn 500 euro.", "De kosten zijn 5000 euro."), ("Dat kost 1.000 euro.", "Dat kost 1000 euro."),
        ("Er zijn drie wijken.", "Er zijn vier wijken."),
        ("Het stijgt 5%.", "Het stijgt 5."), ("Het saldo is -5.", "Het saldo is 5."),
        ("Van 2 naar 3.", "Van 3 naar 2."), ("Het is 12,5.", "Het is 12.5."),
        ("Zie § 3.", "Zie 3."), ("De helft doet mee.", "De kwart doet mee."),
    ])
    func numbersThatChangeAreSeen(old: String, new: String) {
        #expect(difference(old, new).changesNumbers)
    }

    @Test(arguments: [
        ("Dat mag niet.", "Dat mag."), ("Er is een plan.", "Er is geen plan."), ("Met toezicht.", "Zonder toezicht."),
        ("Het is veilig.", "Het is onveilig."),
        ("Altijd open.", "Nooit open."), ("Dat mag, tenzij het regent.", "Dat mag als het regent."),
        ("Het is ongewenst gedrag.", "Het is gewenst gedrag."),
        ("De partij is ontvankelijk.", "De partij is niet-ontvankelijk."),
    ])
    func negationsThatChangeAreSeen(old: String, new: String) {
        #expect(difference(old, new).changesNegations)
    }

    @Test(arguments: [
        ("Wij werken met Halt samen.", "Wij werken met Cambio samen."),
        ("Deventer groeit hard.", "Zwolle groeit hard."), ("Het OM beslist.", "Het CJG beslist."),
        ("De heer Jansen spreekt.", "De heer Pietersen spreekt."), ("Jansen betaalt Smit.", "Smit betaalt Jansen."),
    ])
    func namesThatChangeAreSeen(old: String, new: String) {
        #expect(difference(old, new).changesNames)
    }

    @Test(arguments: [
        ("Verder werken wij samen.", "Ook werken wij samen."),
        ("De inwoners doen mee.", "Daarnaast doen de inwoners mee."), ("We gaan aan het werk.", "We gaan aan de slag."),
        ("Inwoners doen mee aan het werk van inwoners.", "De inwoners doen mee aan het werk van inwoners."),
    ])
    func ordinaryRewordingChangesNoNameNumberOrNegation(old: String, new: String) {
        let difference = difference(old, new)
        #expect(!difference.changesNames && !difference.changesNumbers && !difference.changesNegations)
        #expect(difference.changesWords && !difference.isTypographicOnly)
    }

    @Test(arguments: [
        ("Dat is 'goed' .", "Dat is ‘goed’."), ("de Raad besluit", "De raad besluit"),
        ("Financiele ruimte", "Financiële ruimte"), ("lange termijn", "langetermijn"),
        ("Een, twee", "Een twee"), ("*Nadruk* hier", "**Nadruk** hier"), ("gemeente deventer", "gemeente Deventer"),
    ])
    func typographyIsTold(old: String, new: String) {
        let difference = difference(old, new)
        #expect(
            difference.isTypographicOnly && !difference.changesNames && !difference.changesNumbers
                && !difference.changesNegations)
        #expect(!difference.isUnseen)
    }

    @Test func anotherDivisionChangesNoWords() {
        let structure = difference(
            "# Doel\n\nEen zin hier. Nog een zin.\n\nEn deze.",
            "Doel\n====\n\n- Nog een zin.\n- En deze.\n\nEen zin hier.")
        #expect(!structure.changesWords && !structure.isUnseen)
        #expect(difference("A betaalt B.", "B betaalt A.").changesWords)
        #expect(difference("Een zin. Een zin.", "Een zin.").changesWords)
    }

    @Test func destinationsAreComparedApart() {
        let link = difference("Zie [de wet](/a).", "Zie [de wet](/b).")
        #expect(link.changesDestinations && !link.changesWords && link.isTypographicOnly)
        #expect(difference("![k](a.png)", "![k](b.png)").changesDestinations)
    }

    @Test func theSameTextOnOtherLinesIsUnseen() {
        let reflowed = difference("Een. Twee.", "Een.\nTwee.\n")
        #expect(reflowed.isUnseen && !reflowed.changesWords && reflowed.isTypographicOnly)
    }
}
