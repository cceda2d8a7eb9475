/// Building a questionnaire, trying it out, and keying in what came on paper.
extension SiteRoute {
    private static let base = "/plannen/:plan/rondes/:round/enquete"
    private static let sheet = FormLimits(bytes: 512 * 1_024, count: 2_000)

    static let surveyBuilder = SiteRoute(.get, base, access: .plan(.consult))
    static let orderSurvey = SiteRoute(.post, base + "/volgorde", access: .plan(.consult))
    static let surveyTexts = SiteRoute(.get, base + "/teksten", access: .plan(.consult))
    static let saveSurveyTexts = SiteRoute(.post, base + "/teksten", access: .plan(.consult))
    static let builtPage = SiteRoute(.get, base + "/pagina/:page", access: .plan(.consult))
    static let saveBuiltPage = SiteRoute(.post, base + "/pagina/:page", access: .plan(.consult))
    static let builtQuestion = SiteRoute(.get, base + "/vraag/:question", access: .plan(.consult))
    static let saveBuiltQuestion = SiteRoute(.post, base + "/vraag/:question", access: .plan(.consult))
    static let surveyTrial = SiteRoute(.get, base + "/proef", access: .plan(.consult))
    static let trySurvey = SiteRoute(.post, base + "/proef", access: .plan(.consult), limits: sheet, isTakenOnce: false)
    static let paperSheet = SiteRoute(.get, base + "/invoeren", access: .plan(.consult))
    static let keyInSheet = SiteRoute(.post, base + "/invoeren", access: .plan(.consult), limits: sheet)
}
