import Foundation
import Testing

@testable import Web

/// What keeps robots away, and forgets who came.
@Suite("The gate of a questionnaire")
struct SurveyGateTests {
    private static let now = Date(timeIntervalSince1970: 1_685_952_000)
    private let gate = SurveyGate(pace: 4, random: SystemRandom.bytes)

    @Test func aStampHoldsForItsQuestionnaireForADay() {
        let stamp = gate.stamp(for: "plan/een", begun: Self.now, at: Self.now + 60)
        func verdict(_ stamp: String?, for survey: String = "plan/een", after seconds: TimeInterval)
            -> SurveyGate.Verdict
        {
            gate.verdict(on: stamp, for: survey, isLast: true, at: Self.now + seconds)
        }
        #expect(verdict(stamp, after: 90) == .fine)
        #expect(verdict(stamp, for: "plan/twee", after: 90) == .stale)
        #expect(verdict(stamp, after: 86_400 + 61) == .stale)
        #expect(verdict(stamp, after: 10) == .stale, "from the future")
        for made in [nil, "", "1.2.3", stamp + "A", stamp.replacing("168595", with: "168594")] {
            #expect(verdict(made, after: 90) == .stale)
        }
        let other = SurveyGate(pace: 4, random: SystemRandom.bytes)
        #expect(other.verdict(on: stamp, for: "plan/een", isLast: true, at: Self.now + 90) == .stale)
        #expect(gate.begun(stamp, for: "plan/een") == Self.now)
    }

    @Test func whatIsSentSoonerThanAnybodyReadsIsHastyAtTheEndAlone() {
        let stamp = gate.stamp(for: "e", begun: nil, at: Self.now)
        #expect(gate.verdict(on: stamp, for: "e", isLast: true, at: Self.now + 3) == .hasty)
        #expect(gate.verdict(on: stamp, for: "e", isLast: true, at: Self.now + 4) == .fine)
        #expect(gate.verdict(on: stamp, for: "e", isLast: false, at: Self.now) == .fine)
    }

    @Test func oneSenderIsStoppedAndOthersAreNot() {
        let taken = (0..<1_000).count { _ in gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: Self.now) }
        #expect(taken == Int(SurveyGate.Rate.sender.most))
        #expect(gate.admits(from: "192.0.2.2", to: "e", isLast: true, at: Self.now))
        #expect(!gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: Self.now))
        #expect(gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: Self.now + 1))
    }

    @Test func sendingInIsCountedMoreStrictlyThanTurningPages() {
        let sent = (0..<200).count { _ in gate.admits(from: "192.0.2.1", to: "e", isLast: true, at: Self.now) }
        #expect(sent == Int(SurveyGate.Rate.sending.most))
        #expect(gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: Self.now))
    }

    /// Ten thousand in a minute from everywhere: one questionnaire takes what it can, another is not slowed.
    @Test func aFloodFromEverywhereIsHeldAtOneQuestionnaire() {
        let taken = (0..<10_000).count { number in
            gate.admits(
                from: "198.51.\(number / 250).\(number % 250)", to: "e", isLast: false,
                at: Self.now + Double(number) * 0.006)
        }
        let most = SurveyGate.Rate.survey.most + 60 * SurveyGate.Rate.survey.perSecond
        #expect(taken <= Int(most) && taken > Int(most) / 2)
        #expect(gate.admits(from: "203.0.113.9", to: "ander", isLast: false, at: Self.now + 60))
    }

    @Test func aNewDayKnowsNobodyOfYesterday() {
        for _ in 0..<300 { _ = gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: Self.now) }
        let midnight = Date(timeIntervalSince1970: (Self.now.timeIntervalSince1970 / 86_400).rounded(.up) * 86_400)
        let taken = (0..<1_000).count { _ in gate.admits(from: "192.0.2.1", to: "e", isLast: false, at: midnight) }
        #expect(taken == Int(SurveyGate.Rate.sender.most))
    }

    @Test func aCodeIsReadAsPeopleTypeIt() throws {
        let code = ReceiptCode.text(of: Array(repeating: 0xA7, count: 32))
        #expect(ReceiptCode.typed(code) == code)
        #expect(ReceiptCode.typed(" " + code.lowercased().replacing("-", with: " ")) == code)
        #expect(ReceiptCode.typed("oOiI-lL00-0000") == "0011-1100-0000")
        for wrong in ["", "abc", code + "A", "!!!!-!!!!-!!!!"] { #expect(ReceiptCode.typed(wrong) == nil) }
    }
}
