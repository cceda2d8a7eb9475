import PlanDomain
import Workflow

/// Which version of a plan somebody reads and as whom; all addresses among the reading pages are made from it, so that
/// a reader who follows links stays in the version that they chose.
struct ReadingPlace: Hashable, Sendable {
    let plan: PlanID
    /// Nil for the newest.
    var text: CommitID?
    /// Nil for the nearest that they belong to.
    var audience: ReadingAudience?

    static let audienceName = "als"
    static let versionName = "versie"

    init(plan: PlanID, text: CommitID? = nil, audience: ReadingAudience? = nil) {
        self.plan = plan
        self.text = text
        self.audience = audience
    }

    /// As an address names it.
    init(_ plan: PlanID, _ query: QueryValues) throws(PlanError) {
        self.plan = plan
        text = try query.commit(Self.versionName)
        guard let name = query[Self.audienceName] else { return }
        guard let audience = ReadingAudience.allCases.first(where: { Self.name(of: $0) == name }) else {
            throw PlanError(.invalid, Reason("reading.query.audience", ["name": .text(Self.audienceName)]))
        }
        self.audience = audience
    }

    static func name(of audience: ReadingAudience) -> String {
        switch audience {
        case .everyone: "publiek"
        case .partners: "partners"
        case .council: "raad"
        }
    }

    func at(_ text: CommitID?) -> ReadingPlace { ReadingPlace(plan: plan, text: text, audience: audience) }

    /// What an address says behind the question mark.
    var query: [(String, String?)] {
        [(Self.versionName, text?.rawValue), (Self.audienceName, audience.map(Self.name))]
    }
}

extension ReadingPlace {
    var overview: SiteAddress { SiteAddress("plannen", plan.rawValue, query: query) }

    /// The whole text, or one section in it.
    func wholeText(at section: String? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "lezen", query: query, fragment: section.map { "sectie-\($0)" })
    }

    /// A chapter in the whole text, by its place from 1.
    func wholeText(chapter: Int) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "lezen", query: query, fragment: "hoofdstuk-\(chapter)")
    }

    func section(_ section: SectionID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "lezen", section.rawValue, query: query)
    }

    func comparison(of section: SectionID, from old: CommitID, to new: CommitID) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "lezen", section.rawValue, "vergelijking",
            query: [("van", old.rawValue), ("tot", new.rawValue)] + at(nil).query)
    }

    /// Where a search form goes: what it was asked beside goes along in its fields.
    var searchForm: SiteAddress { SiteAddress("plannen", plan.rawValue, "zoeken") }

    func search(_ words: String?) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "zoeken", query: [("q", words)] + query)
    }

    var origin: SiteAddress { SiteAddress("plannen", plan.rawValue, "totstandkoming", query: query) }

    func annex(_ name: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "bestanden", name, query: query)
    }

    func document(_ name: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "bijgevoegd", name, query: query)
    }
}

extension SiteAddress {
    static let withheldDecisions = SiteAddress("besluiten")

    /// Where wishes about a text are gathered.
    static func wishes(about text: CommitID, of plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "meedoen", query: [(ContributionPlace.versionName, text.rawValue)])
    }

    /// Where a wish or a point of attention about a section is written down.
    static func wish(_ place: WishPlace) -> SiteAddress {
        SiteAddress(
            "plannen", place.plan.rawValue, "meedoen",
            query: [
                (ContributionPlace.sectionName, place.section.rawValue),
                (ContributionPlace.versionName, place.text.rawValue),
            ])
    }
}
