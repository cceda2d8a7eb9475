import PlanDomain
import Testing

@testable import Mailing

/// What the words of a mail server come down to.
@Suite struct SMTPConversationTests {
    typealias Row = (SMTPConversation.Step, SMTPConversation.Problem?, Int, DeliveryOutcome)

    @Test(
        arguments: [
            (.handedOver, nil, 250, .accepted(answer: "w")),
            // Of this mail: its reader, its content, the answer to it.
            (.reader, .other, 550, .refused(answer: "w")), (.reader, .other, 451, .deferred(answer: "w")),
            (.message, .other, 554, .refused(answer: "w")), (.handedOver, .other, 552, .refused(answer: "w")),
            (.handedOver, .other, 452, .deferred(answer: "w")), (.handedOver, .other, 0, .deferred(answer: "w")),
            (.handedOver, .silent, 0, .deferred(answer: "w")), (.message, .other, 0, .deferred(answer: "w")),
            (.reader, .other, 421, .deferred(answer: "w")), (.sender, .other, 552, .refused(answer: "w")),
            // Of the server or the settings.
            (.sender, .other, 550, .trouble(.senderRefused, answer: "w")),
            (.sender, .other, 530, .trouble(.loginRefused, answer: "w")),
            (.sender, .other, 451, .trouble(.senderRefused, answer: "w")),
            (.sender, .other, 0, .trouble(.other, answer: "w")),
            (.meeting, .other, 554, .trouble(.other, answer: "w")),
            (.meeting, .loginRefused, 535, .trouble(.loginRefused, answer: "w")),
            (.meeting, .loginRefused, 454, .trouble(.loginRefused, answer: "w")),
            (.meeting, .notTrusted, 220, .trouble(.notTrusted, answer: "w")),
            (.meeting, .notEncrypted, 250, .trouble(.notEncrypted, answer: "w")),
            (.meeting, .unreachable, 0, .trouble(.unreachable, answer: "w")),
            (.meeting, .silent, 0, .trouble(.silent, answer: "w")),
            (.meeting, .stopped, 0, .interrupted), (.message, .stopped, 354, .interrupted),
        ] as [Row])
    func theCodeAndTheStepDecide(
        step: SMTPConversation.Step, problem: SMTPConversation.Problem?, code: Int, outcome: DeliveryOutcome
    ) {
        let conversation = SMTPConversation(step: step, problem: problem, code: code, words: "w")
        #expect(conversation.outcome == outcome)
    }
}
