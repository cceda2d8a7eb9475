import Foundation
import Testing

@testable import Web

@Suite("One-time codes")
struct OneTimeKeyTests {
    private let key = OneTimeKey(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows with SHA-1.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func theCodesAreThoseOfTheStandard(second: Int, code: String) {
        let step = OneTimeKey.step(at: Date(timeIntervalSince1970: TimeInterval(second)))
        #expect(key.code(atStep: step, digits: 8) == code)
        #expect(key.code(atStep: step) == code.suffix(6))
    }

    @Test func aCodeCountsInItsOwnStepAndItsNeighbours() {
        let moment = Date(timeIntervalSince1970: 1_234_567_890)
        let step = OneTimeKey.step(at: moment)
        for distance in -3...3 {
            let found = key.step(of: key.code(atStep: step + distance), at: moment)
            #expect(found == (abs(distance) <= 1 ? step + distance : nil), "\(distance)")
        }
        #expect(key.step(of: "005 924", at: moment) == step, "as it is read out")
        for code in ["", "05924", "0005924", "00592x", "٠٠٥٩٢٤"] { #expect(key.step(of: code, at: moment) == nil) }
    }

    /// RFC 4648, 10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32IsThatOfTheStandard(text: String, encoded: String) {
        #expect(Base32.text(of: Array(text.utf8)) == encoded)
        #expect(Base32.bytes(of: encoded.lowercased()) == Array(text.utf8))
    }

    @Test func aKeyIsReadOutInGroupsAndLinkedWithItsOwner() {
        #expect(key.groups == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(OneTimeKey(key.groups) == key && OneTimeKey("0189") == nil && OneTimeKey("") == nil)
        #expect(
            key.link(account: "s@dorp.nl", issuer: "Paraaf Súdwest & Dorp")
                == "otpauth://totp/Paraaf%20S%C3%BAdwest%20%26%20Dorp:s@dorp.nl?secret=\(key.text)"
                + "&issuer=Paraaf%20S%C3%BAdwest%20%26%20Dorp")
    }

    @Test func aCodeOnPaperIsKnownHoweverItIsTyped() {
        let code = RecoveryCode.make { Array(0..<UInt8($0)) }
        #expect(code.text.wholeMatch(of: /([a-z2-7]{4}-){3}[a-z2-7]{4}/) != nil)
        let typed = [code.text, code.text.uppercased(), code.text.replacing("-", with: " "), " \(code.text)\n"]
        for text in typed { #expect(RecoveryCode.hash(of: text) == code.hash) }
        #expect(Set(RecoveryCode.makeAll(SystemRandom.bytes).map(\.text)).count == RecoveryCode.count)
    }
}

@Suite("How often one may guess")
struct AttemptLimitsTests {
    private let now = Date(timeIntervalSince1970: 1_685_952_000)
    private let account = [AttemptLimits.Key(rule: .account, of: "s@dorp.nl")]

    @Test func afterFiveTriesEachWaitIsTwiceAsLongAndNeverLongerThanFiveMinutes() {
        let limits = AttemptLimits()
        var moment = now
        for _ in 1...5 { #expect(limits.begin(account, at: moment) == nil) }
        for wait in [5, 10, 20, 40, 80, 160, 300, 300, 300] {
            #expect(limits.begin(account, at: moment) == wait)
            #expect(limits.begin(account, at: moment.addingTimeInterval(TimeInterval(wait) - 1)) == 1)
            moment += TimeInterval(wait)
            #expect(limits.begin(account, at: moment) == nil, "\(wait)")
        }
    }

    @Test func aSuccessAndAnHourOfRestMakeItStartAnew() {
        let limits = AttemptLimits()
        for _ in 1...5 { _ = limits.begin(account, at: now) }
        limits.succeed(account)
        for _ in 1...5 { #expect(limits.begin(account, at: now) == nil) }
        #expect(limits.begin(account, at: now.addingTimeInterval(3_600)) == nil)
        #expect(limits.begin(account, at: now.addingTimeInterval(3_600)) == nil, "the count began anew")
    }

    @Test func oneAccountDoesNotStandInTheWayOfAnother() {
        let limits = AttemptLimits()
        for _ in 1...6 { _ = limits.begin(account, at: now) }
        #expect(limits.begin([.init(rule: .account, of: "t@dorp.nl")], at: now) == nil)
        #expect(limits.begin([.init(rule: .code, of: "s@dorp.nl")], at: now) == nil)
    }

    @Test func oneSourceMayTryManyAccountsAndNotEndless() {
        let limits = AttemptLimits()
        let source = AttemptLimits.Key(rule: .source, of: "192.0.2.1")
        for number in 1...100 {
            #expect(limits.begin([.init(rule: .account, of: "\(number)"), source], at: now) == nil)
        }
        #expect(limits.begin([.init(rule: .account, of: "101"), source], at: now) == 2)
        limits.succeed([source])
        #expect(limits.begin([.init(rule: .account, of: "101"), source], at: now) == nil, "a success gives one back")
    }
}
