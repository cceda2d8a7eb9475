import Foundation
import PlanDomain
import Workflow

/// One known plan with four sections, three versions of one of them and ten acts: the world that the pages are tested in.
struct LittleWorld {
    static let plan = PlanID("veiligheid-2024-2027")!
    static let now = Date(timeIntervalSince1970: 1_686_830_400)  // 15 June 2023, 14:00 in the Netherlands
    static let versions = (1...4).map { commit($0) }

    var title = "Meerjarenbeleidsplan Veiligheid 2024-2027"
    var sectionTitle = "Aanleiding"
    var body = Self.bodies[3]
    let definition: WorkflowDefinition

    init() throws {
        definition = try ProjectFiles.workflow("plan-van-aanpak")
    }

    static func commit(_ number: Int) -> CommitID {
        let digits = String(number)
        return CommitID(String(repeating: "0", count: 40 - digits.count) + digits)!
    }

    static func section(_ id: String) -> SectionID { SectionID(id)! }

    /// What stood in the section `aanleiding` after each change; the first holds only guidance.
    static let bodies = [
        "<!-- Waarom komt er een plan? -->\n",
        """
        ### Proces

        Dit plan van aanpak is het startschot voor het beleidsplan.
        Het college stelt het plan in **2023** vast.

        De gemeente werkt samen met politie en partners.

        """,
        """
        ### Proces

        Dit plan van aanpak is het startschot voor het meerjarenbeleidsplan.
        Het college stelt het plan in **2023** vast.

        De gemeente werkt samen met politie en partners.

        ### Doel

        - wensen van de raad ophalen
        - inwoners vragen wat zij belangrijk vinden

        """,
        """
        ### Proces

        De gemeente werkt samen met politie en partners.

        Dit plan van aanpak is het startschot voor het meerjarenbeleidsplan.
        Het college stelt het plan in **juni 2023** vast, zie [de planning](https://example.org/planning).

        ### Doel

        - wensen van de raad ophalen
        - inwoners en ondernemers vragen wat zij belangrijk vinden

        | Wie | Wanneer |
        | --- | --- |
        | College | 12 juni |

        Artikel 38b van de Politiewet geldt.[^1]

        [^1]: De raad stelt de doelen vast.

        """,
    ]

    // MARK: The text

    var text: PlanText {
        var metadata = PlanMetadata(type: "plan-van-aanpak", title: title)
        metadata.municipality = "Deventer"
        metadata.period = "2024-2027"
        metadata.programme = "02 - Openbare orde en veiligheid"
        metadata.team = "Beleid"
        metadata.portfolioHolder = "Burgemeester"
        metadata.number = "2023-572"
        metadata.planning = ["board-meeting": CalendarDate(iso8601: "2023-06-12")!]
        metadata.nota.decisionPoints = ["Het plan van aanpak vast te stellen", "De nota openbaar te maken"]
        return PlanText(
            metadata: metadata,
            chapters: [
                Chapter(
                    id: "waarom", heading: Heading("Waarom een plan?"),
                    sections: [
                        Section(
                            id: Self.section("aanleiding"), heading: Heading(sectionTitle),
                            owner: "Beleidsadviseur veiligheid", body: body),
                        Section(
                            id: Self.section("context"), heading: Heading("De context van *landelijk* beleid"),
                            owner: "Beleidsadviseur veiligheid", body: "De politie heeft een eigen plan.\n"),
                    ]),
                Chapter(
                    id: "opgave", heading: Heading("De inhoudelijke opgave"),
                    sections: [
                        Section(id: Self.section("missie"), heading: Heading("Missie en visie"), body: Self.bodies[0]),
                        Section(
                            id: Self.section("partners"), heading: Heading("Bijlage", numbering: .none),
                            owner: "Projectleider", body: "Twintig partners.\n"),
                    ]),
            ])
    }

    // MARK: Changes

    var changes: [Change] {
        let author = Author(function: "Beleidsadviseur veiligheid", role: .drafter, pseudonym: "p-1")
        let all = text.sections.map(\.id)
        return [
            change(1, author, "Opzet van het plan", .structural, all.map { touched($0, .added, 0, 0) }),
            change(2, author, "Eerste tekst van de aanleiding", .substantive, [touched(all[0], .changed, 24, 0)]),
            change(
                3, author, "Doel toegevoegd", .substantive, [touched(all[0], .changed, 12, 1)],
                inputs: ["INB-0007", "INB-0042"]),
            change(
                4, Author(function: "Projectleider", role: .editor, pseudonym: "p-2"),
                "Volgorde en datum <b>scherper</b>",
                .editorial, [touched(all[0], .changed, 18, 2)]),
        ]
    }

    private func touched(_ id: SectionID, _ kind: SectionChange.Kind, _ added: Int, _ removed: Int) -> SectionChange {
        SectionChange(section: id, kind: kind, wordsAdded: added, wordsRemoved: removed)
    }

    private func change(
        _ number: Int, _ author: Author, _ summary: String, _ nature: ChangeNature, _ sections: [SectionChange],
        inputs: [String] = []
    ) -> Change {
        Change(
            id: Self.commit(number), parent: number > 1 ? Self.commit(number - 1) : nil, author: author,
            madeAt: Self.day(number), summary: summary, nature: nature, inputs: inputs, sections: sections,
            documents: [], touchesMetadata: number == 1)
    }

    /// Noon UTC of the day `number` of June 2023.
    static func day(_ number: Int) -> Date {
        Date(timeIntervalSince1970: 1_685_577_600 + Double(number - 1) * 86_400 + 43_200)
    }
}
