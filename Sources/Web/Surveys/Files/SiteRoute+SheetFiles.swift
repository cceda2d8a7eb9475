/// Answers from elsewhere.
extension SiteRoute {
    private static let base = "/plannen/:plan/rondes/:round/enquete/bestanden"

    static let sheetFiles = SiteRoute(.get, base, access: .plan(.consult))
    static let uploadSheets = SiteRoute(.post, base, access: .plan(.consult), limits: .files(megabytes: 20))
    static let sheetFile = SiteRoute(.get, base + "/:file", access: .plan(.consult))
    static let settleColumns = SiteRoute(.post, base + "/:file", access: .plan(.consult))
    static let takeSheets = SiteRoute(.post, base + "/:file/overnemen", access: .plan(.consult))
    static let removeSheets = SiteRoute(.post, base + "/:file/verwijderen", access: .plan(.consult))
}

extension BuilderPlace {
    var files: SiteAddress { file(nil) }

    func file(_ id: String?, _ step: String? = nil) -> SiteAddress {
        let parts = ["bestanden", id, step].compactMap { $0 }.map { SiteAddress($0).path }
        return SiteAddress(own: overview.path + parts.joined())
    }
}
