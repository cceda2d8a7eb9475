import PlanDomain
import Testing

extension PlanText {
    /// Why a change is refused; nil when it is not. What is refused leaves the text as it was.
    func refusal(of change: (inout PlanText) throws -> Void) throws -> PlanError? {
        var text = self
        do {
            try change(&text)
            return nil
        } catch let error as PlanError {
            #expect(text == self, "\(error.reason.key)")
            return error
        }
    }
}
