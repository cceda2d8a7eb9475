import PlanDomain
import Workflow

extension PlanText {
    /// A small plan that is ready for the board: three sections with owners, a nota with its texts, two decision points.
    public static func sample(
        type: String = "uitvoeringsplan", title: String = "Uitvoeringsplan Veiligheid 2024",
        owner: String? = Cast.drafter.function
    ) -> PlanText {
        var metadata = PlanMetadata(type: type, title: title)
        metadata.municipality = "Gemeente Voorbeeld"
        metadata.period = "2024"
        metadata.nota.decisionPoints = ["Het plan vast te stellen.", "De raad te informeren."]
        metadata.nota.disclosure = Disclosure(.open)
        let chapters = [
            Chapter(
                id: "inleiding", heading: Heading("Inleiding"),
                sections: [
                    .sample("aanleiding", "Aanleiding", "De wijk vraagt om toezicht.\nHet college kiest 3 straten.\n"),
                    .sample("doel", "Doel", "Het doel is een veilige wijk.\nDe gemeente werkt niet alleen.\n"),
                ]),
            Chapter(
                id: "aanpak", heading: Heading("Aanpak"),
                sections: [.sample("acties", "Acties", "- De politie helpt in Deventer.\n- Toezicht in de avond.\n")]),
        ]
        let documents = [
            DocumentText(
                name: "nota",
                parts: [
                    .init(heading: "Inleiding", body: "De raad heeft om dit plan gevraagd.\n"),
                    .init(heading: "Kader", body: "Niet van toepassing.\n"),
                ]),
            DocumentText(
                name: "raadsmededeling", parts: [.init(heading: "Kern", body: "Het college stelt het plan vast.\n")]),
        ]
        var text = PlanText(metadata: metadata, chapters: chapters, documents: documents)
        for chapter in text.chapters.indices {
            for section in text.chapters[chapter].sections.indices {
                text.chapters[chapter].sections[section].owner = owner
            }
        }
        return text
    }

    /// This text with another body for one section.
    public func with(_ section: String, body: String) -> PlanText {
        var text = self
        for chapter in text.chapters.indices {
            for index in text.chapters[chapter].sections.indices
            where text.chapters[chapter].sections[index].id.rawValue == section {
                text.chapters[chapter].sections[index].body = body
            }
        }
        return text
    }
}

extension Section {
    public static func sample(_ id: String, _ title: String, _ body: String = "") -> Section {
        Section(id: .named(id), heading: Heading(title), body: body)
    }
}

extension SectionID {
    /// The id that a test writes down; a text that is none stops the test at once.
    public static func named(_ text: String) -> SectionID {
        guard let id = SectionID(text) else { preconditionFailure("\(text) is not the id of a section") }
        return id
    }
}

extension PlanID {
    /// The id that a test writes down; a text that is none stops the test at once.
    public static func named(_ text: String) -> PlanID {
        guard let id = PlanID(text) else { preconditionFailure("\(text) is not the id of a plan") }
        return id
    }
}
