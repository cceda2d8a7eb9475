/// Answering a questionnaire, which anybody may.
///
/// A sheet is one however often it is sent, by its key: so the answers of these forms are not kept beside those of others.
extension SiteRoute {
    private static let sheet = FormLimits(bytes: 512 * 1_024, count: 2_000)

    static let survey = SiteRoute(.get, "/enquete/:plan/:round", access: .everyone)
    static let surveyPage = SiteRoute(.get, "/enquete/:plan/:round/pagina/:page", access: .everyone)
    static let answerPage = SiteRoute(
        .post, "/enquete/:plan/:round/pagina/:page", access: .everyone, limits: sheet, isTakenOnce: false)
    static let surveyCheck = SiteRoute(.get, "/enquete/:plan/:round/controle", access: .everyone)
    static let sendSheet = SiteRoute(.post, "/enquete/:plan/:round/controle", access: .everyone, isTakenOnce: false)
    static let surveyKept = SiteRoute(.get, "/enquete/:plan/:round/bewaard", access: .everyone)
    static let surveyReturn = SiteRoute(.get, "/enquete/:plan/:round/verder/:secret", access: .everyone)
    static let surveyReceipt = SiteRoute(.get, "/enquete/:plan/:round/ontvangst/:code", access: .everyone)
    static let surveyPaper = SiteRoute(.get, "/enquete/:plan/:round/papier", access: .everyone)
}
