import PlanDomain

/// Where the texts of a plan are written.
extension SiteRoute {
    static let sectionEditor = SiteRoute(
        .get, "/plannen/:plan/secties/:section/bewerken", access: .plan(.write))
    static let saveSection = SiteRoute(
        .post, "/plannen/:plan/secties/:section/bewerken", access: .plan(.write), limits: .text)
    static let restoreSection = SiteRoute(
        .post, "/plannen/:plan/secties/:section/terughalen", access: .plan(.write))

    /// What differs between two versions of a section, to bring passages of it back.
    static let passages = SiteRoute(
        .get, "/plannen/:plan/secties/:section/passages", access: .plan(.write))
    static let returnPassages = SiteRoute(
        .post, "/plannen/:plan/secties/:section/passages", access: .plan(.write), limits: .manyFields)

    /// What of the nota or the raadsmededeling is written and what is not.
    static let papers = SiteRoute(.get, "/plannen/:plan/stukken/:document/bewerken", access: .plan(.write))
    static let partEditor = SiteRoute(
        .get, "/plannen/:plan/stukken/:document/bewerken/:part", access: .plan(.write))
    static let savePart = SiteRoute(
        .post, "/plannen/:plan/stukken/:document/bewerken/:part", access: .plan(.write), limits: .text)
    static let planFields = SiteRoute(.get, "/plannen/:plan/gegevens", access: .plan(.write))
    static let savePlanFields = SiteRoute(
        .post, "/plannen/:plan/gegevens", access: .plan(.write), limits: .text)

    /// What an open editor asks while somebody types.
    static let keepDraft = SiteRoute(
        .post, "/plannen/:plan/schrijftafel/concept", access: .plan(.write), limits: .text, isTakenOnce: false)
    static let previewDraft = SiteRoute(
        .post, "/plannen/:plan/schrijftafel/voorbeeld", access: .plan(.write), limits: .text, isTakenOnce: false)
    static let presence = SiteRoute(
        .post, "/plannen/:plan/schrijftafel/aanwezig", access: .plan(.write), isTakenOnce: false)
}

/// Images and annexes of a plan, as those who write it see them.
extension SiteRoute {
    static let annexes = SiteRoute(.get, "/plannen/:plan/bijlagen", access: .plan(.write))
    static let addAnnex = SiteRoute(
        .post, "/plannen/:plan/bijlagen", access: .plan(.write),
        limits: .files(megabytes: (FileKind.sizeLimit >> 20) + 1))
    static let annex = SiteRoute(.get, "/plannen/:plan/bijlagen/:annex", access: .plan(.write))
    static let changeAnnex = SiteRoute(.post, "/plannen/:plan/bijlagen/:annex", access: .plan(.write))
    /// The file itself, in any version of the working text.
    static let annexFile = SiteRoute(.get, "/plannen/:plan/bijlagen/:annex/bestand", access: .plan(.readWorking))
}

/// How a plan is divided, and new plans.
extension SiteRoute {
    static let structure = SiteRoute(.get, "/plannen/:plan/indeling", access: .plan(.write))
    static let addToStructure = SiteRoute(.post, "/plannen/:plan/indeling", access: .plan(.write))
    static let sectionStructure = SiteRoute(
        .get, "/plannen/:plan/indeling/secties/:section", access: .plan(.write))
    static let changeSectionStructure = SiteRoute(
        .post, "/plannen/:plan/indeling/secties/:section", access: .plan(.write))
    static let chapterStructure = SiteRoute(
        .get, "/plannen/:plan/indeling/hoofdstukken/:chapter", access: .plan(.write))
    static let changeChapterStructure = SiteRoute(
        .post, "/plannen/:plan/indeling/hoofdstukken/:chapter", access: .plan(.write))

    static let newPlan = SiteRoute(.get, "/plannen/nieuw", access: .holders(PlanStarting.roles))
    static let startPlan = SiteRoute(.post, "/plannen/nieuw", access: .holders(PlanStarting.roles))

    /// Starting one from a document: taking it in, and correcting how it is cut.
    static let importDocument = SiteRoute(.get, "/plannen/nieuw/document", access: .holders(PlanStarting.roles))
    static let takeDocument = SiteRoute(
        .post, "/plannen/nieuw/document", access: .holders(PlanStarting.roles),
        limits: .files(megabytes: (FileKind.sizeLimit >> 20) + 1))
    static let importCut = SiteRoute(
        .get, "/plannen/nieuw/document/:import", access: .holders(PlanStarting.roles))
    static let correctCut = SiteRoute(
        .post, "/plannen/nieuw/document/:import", access: .holders(PlanStarting.roles), limits: .manyFields)
}
