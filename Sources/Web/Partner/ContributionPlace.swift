import PlanDomain

/// Addresses of the partner's form within one round, which the query names.
///
/// A page that leads on to a form names it always: what somebody typed for one round must not land in another, because
/// that one opened or theirs ended while they wrote.
struct ContributionPlace: Hashable, Sendable {
    let plan: PlanID
    /// Nil for the round that is chosen by itself.
    let round: RoundID?

    static let roundName = "ronde"
    /// What somebody read before they came here, as a page that leads to the form names it.
    static let sectionName = "sectie"
    static let versionName = "versie"

    private var query: [(String, String?)] { [(Self.roundName, round?.rawValue)] }
    private var base: String { plan.rawValue }

    func overview(fragment: String? = nil) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", query: query, fragment: fragment)
    }

    /// - Parameters:
    ///   - passage: the number of the passage that somebody chose.
    ///   - part: the number of a part of it.
    func section(
        _ section: SectionID, passage: Int? = nil, part: Int? = nil, fragment: String? = nil
    ) -> SiteAddress {
        SiteAddress(
            "plannen", base, "meedoen", "tekst", section.rawValue,
            query: query + [("passage", passage.map(String.init)), ("deel", part.map(String.init))],
            fragment: fragment)
    }

    /// A general remark, or the answer to a question of the round.
    func newItem(question: Int? = nil) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", query: query + [("vraag", question.map(String.init))])
    }

    func item(_ item: Int) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", String(item), query: query)
    }

    func removal(of item: Int) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", String(item), "weg", query: query)
    }

    func attachments(of item: Int) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", String(item), "bijlagen", query: query)
    }

    func file(_ file: AttachmentID, of item: Int) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", String(item), "bijlagen", file.rawValue, query: query)
    }

    func removal(of file: AttachmentID, from item: Int) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "reactie", String(item), "bijlagen", file.rawValue, "weg", query: query)
    }

    var check: SiteAddress { SiteAddress("plannen", base, "meedoen", "controle", query: query) }

    func receipt(_ request: String) -> SiteAddress { SiteAddress("plannen", base, "meedoen", "ontvangst", request) }

    func input(_ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "inbreng", number.description)
    }

    func file(_ file: AttachmentID, of number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "inbreng", number.description, "bijlagen", file.rawValue)
    }

    func correction(of number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "inbreng", number.description, "wijzigen")
    }

    func withdrawal(of number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", base, "meedoen", "inbreng", number.description, "intrekken")
    }
}
