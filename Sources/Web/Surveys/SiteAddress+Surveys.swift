import PlanDomain

/// Where a questionnaire stands for residents.
struct SurveyPlace: Hashable, Sendable {
    let plan: PlanID
    let round: RoundID

    init(_ plan: PlanID, _ round: RoundID) {
        self.plan = plan
        self.round = round
    }

    /// For stamps and limits.
    var name: String { "\(plan)/\(round)" }

    var intro: SiteAddress { SiteAddress("enquete", plan.rawValue, round.rawValue) }
    var check: SiteAddress { step("controle") }
    var kept: SiteAddress { step("bewaard") }
    var paper: SiteAddress { step("papier") }

    func page(_ page: String, question: String? = nil) -> SiteAddress {
        SiteAddress("enquete", plan.rawValue, round.rawValue, "pagina", page, fragment: question.map { "vraag-\($0)" })
    }

    func receipt(_ code: String) -> SiteAddress {
        SiteAddress("enquete", plan.rawValue, round.rawValue, "ontvangst", code)
    }

    func comingBack(_ secret: Secret) -> SiteAddress {
        SiteAddress("enquete", plan.rawValue, round.rawValue, "verder", secret.text)
    }

    private func step(_ name: String) -> SiteAddress { SiteAddress("enquete", plan.rawValue, round.rawValue, name) }
}
