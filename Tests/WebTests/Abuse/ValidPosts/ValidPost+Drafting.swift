@testable import Web

/// Forms of the drafter's desk.
extension ValidPost {
    private static let editor = "/plannen/:plan/secties/:section/bewerken"
    private static let cause = [("reden", "Scherper gezegd"), ("aard", "inhoudelijk"), ("actie", "opslaan")]

    static let drafting = [
        writing(.saveSection, [("tekst", "Een heel nieuwe tekst.\n")] + cause),
        writing(.savePart, [("tekst", "Een nieuwe inleiding.\n")] + cause),
        writing(.savePlanFields, [("title", "Een nieuwe titel")] + cause),
        ValidPost(.restoreSection, by: .drafter, on: "/plannen/:plan/secties/:section?versie=:older"),
        ValidPost(
            .returnPassages, by: .drafter, on: "/plannen/:plan/secties/:section/passages?van=:older&tot=:commit",
            [("passage", "1")]),
        sent(by: .keepDraft, [("tekst", "Half geschreven")]).with {
            $0.unread = ["titel", "titel-was", "reden", "aard", "inbreng", "teller", "actie"]
            $0.free = ["venster"]
            // Of a text that is too long to be saved no word is lost as long as a form can hold it.
            $0.overlong = FormLimits.text.bytes
        },
        sent(by: .previewDraft, [("tekst", "Half geschreven")]).with {
            $0.asksNothing = true
            $0.changesNothing = true
            $0.unread = [
                "titel", "titel-was", "reden", "aard", "inbreng", "teller", "actie", "basis", "venster", "onderwerp",
            ]
        },
        sent(by: .presence).with {
            $0.changesNothing = true
            $0.unread = [
                "titel", "titel-was", "reden", "aard", "inbreng", "teller", "actie", "tekst", "venster", "basis",
            ]
        },
        ValidPost(.startPlan, by: .drafter, [("soort", "uitvoeringsplan"), ("titel", "Plan Haven")]),
    ]

    private static let markdown = "# Waarom\n\nHet moet beter.\n\n## Doel\n\nRust op straat.\n"

    static let starting = [
        ValidPost(.takeDocument, by: .drafter).with { $0.file = ("document", "plan.md", Array(markdown.utf8)) },
        ValidPost(
            .correctCut, by: .drafter, [("soort", "uitvoeringsplan"), ("titel", "Plan Rust"), ("actie", "beginnen")]
        ).with { $0.keepsWords = ["pendingImport"] },
    ]

    static let annexes = [
        ValidPost(.addAnnex, by: .drafter, [("beschrijving", "Kaart van de haven")]).with {
            $0.file = ("bestand", "haven.pdf", AbuseScene.pdf + [0x0A, 0x0A])
        },
        ValidPost(.changeAnnex, by: .drafter, [("beschrijving", "Een andere kaart")]).with { $0.mark = "beschrijving" },
        ValidPost(.changeAnnex, by: .drafter, [("zeker", "ja")]).with { $0.mark = "weghalen" },
    ]

    static let structure = [
        ValidPost(
            .addToStructure, by: .drafter, [("sectietitel", "Nieuwe sectie"), ("hoofdstuk", "inleiding")]
        ).with { $0.mark = "nieuwe-sectie" },
        ValidPost(.addToStructure, by: .drafter, [("hoofdstuktitel", "Nieuw hoofdstuk")]).with {
            $0.mark = "nieuw-hoofdstuk"
        },
        ValidPost(.changeSectionStructure, by: .drafter, [("titel", "Doelen")]).with { $0.mark = "\"hernoem\"" },
        ValidPost(.changeSectionStructure, by: .drafter, [("functie", "Steller")]).with { $0.mark = "\"steller\"" },
        ValidPost(.changeSectionStructure, by: .drafter, [("plek", "aanpak/0")]).with { $0.mark = "\"verplaats\"" },
        ValidPost(.changeSectionStructure, by: .drafter, [("zeker", "ja")]).with { $0.mark = "\"verwijder\"" },
        ValidPost(.changeSectionStructure, by: .drafter).with { $0.mark = "\"omhoog\"" },
        ValidPost(.changeChapterStructure, by: .drafter, [("titel", "Begin")]).with { $0.mark = "\"hernoem\"" },
    ]

    /// An editor: what it cannot take in, it keeps as a draft.
    private static func writing(_ route: SiteRoute, _ typed: [(String, String)]) -> ValidPost {
        ValidPost(route, by: .drafter, typed).with {
            $0.keepsWords = ["draft"]
            $0.unread = ["titel-was", "onderwerp", "teller"]
            $0.free = ["venster"]
        }
    }

    /// What an open editor sends by itself.
    private static func sent(by route: SiteRoute, _ typed: [(String, String)] = []) -> ValidPost {
        ValidPost(route, by: .drafter, on: editor, typed).with { $0.formAddress = editor }
    }
}
