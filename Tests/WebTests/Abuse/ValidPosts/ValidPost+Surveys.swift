@testable import Web

/// Forms of a questionnaire: those that residents send, and those of who builds it.
extension ValidPost {
    /// From Monday morning to midnight after the Friday of the week after, when the round is over.
    private static let round = Double(11 * 86_400 + 14 * 3_600)

    static let surveys = [
        ValidPost(.answerPage, by: .resident, [("vraag-v1", "a"), ("actie", "verder")]).with {
            $0.own = ["round": ":enquete"]
            $0.unread = ["getoond"]
            // What can be taken of a page is kept, whatever is wrong with the rest.
            $0.keepsWords = ["surveySheet"]
            $0.changesNothing = true
            $0.deadline = round
        },
        ValidPost(.sendSheet, by: .resident).with {
            $0.own = ["round": ":enquete"]
            $0.deadline = round
        },
    ]
}
