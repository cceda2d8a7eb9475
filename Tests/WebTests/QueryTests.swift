import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("Values in an address")
struct QueryTests {
    @Test func valuesAreDecodedAndUnknownNamesPassedOver() throws {
        let values = try QueryValues("a=1+2&b=%C3%A9%26&c&d=x=y&utm_source=mail")
        #expect(values["a"] == "1 2")
        #expect(values["b"] == "é&")
        #expect(values["c"] == "")
        #expect(values["d"] == "x=y")
        #expect(values["e"] == nil)
        #expect(try QueryValues(nil)["a"] == nil)
    }

    @Test(arguments: [
        ("a=1&a=2", "web.query.twice"), ("a=%FF", "web.query.not-text"), ("%zz=1", "web.query.not-text"),
        (String(repeating: "a", count: 2_001), "web.query.too-long"),
    ])
    func whatMakesNoSenseIsRefused(query: String, key: String) {
        let error = #expect(throws: PlanError.self) { try QueryValues(query) }
        #expect(error?.code == .invalid)
        #expect(error?.reason.key == key)
    }

    @Test(arguments: ["", "versie=", "andere=x"])
    func aVersionThatIsNotGivenIsThePresentOne(query: String) throws {
        #expect(try QueryValues(query).commit("versie") == nil)
    }

    @Test(arguments: ["versie=HEAD", "versie=00", "versie=" + String(repeating: "G", count: 40)])
    func somethingElseThanAVersionIsRefused(query: String) {
        #expect(throws: PlanError(.invalid, Reason("web.query.not-a-version", ["name": .text("versie")]))) {
            try QueryValues(query).commit("versie")
        }
    }

    @Test func aMomentIsANumberATextWithItOrATag() throws {
        let commit = LittleWorld.commit(7)
        func moment(_ value: String) throws -> DossierMoment { try QueryValues("bij=" + value).moment("bij") }
        #expect(try moment("") == .present)
        #expect(try moment("4") == .act(4))
        #expect(try moment("4:\(commit)") == .actAndText(4, commit))
        #expect(try moment("besluitversie/2") == .tag("besluitversie/2"))
        for wrong in [
            "0", "-1", "4:xyz", "a..b", "Besluit", "/a", "a b", String(repeating: "a", count: 101),
            "9999999999999999999999",
        ] {
            #expect(throws: PlanError.self, "\(wrong)") { try moment(wrong) }
        }
    }

    @Test(arguments: [
        ("/", SiteRoute.plans), ("/plannen/x", .plan), ("/plannen/x/secties/y/vergelijking", .comparison),
        ("/static/a/b.css", .asset), ("/over", .about), ("/plannen/x/tekst", .text),
    ])
    func aPathIsKnownByItsShape(path: String, route: SiteRoute) {
        #expect(Self.routes.route(.get, at: path) == route)
    }

    private static let routes = RouteTable([
        .plans, .plan, .text, .section, .comparison, .asset, .about, .language,
    ])

    @Test func aFixedPartWinsFromOneThatIsFilledIn() {
        let fixed = SiteRoute(.get, "/plannen/nieuw", access: .everyone)
        #expect(RouteTable([.plan, fixed]).route(.get, at: "/plannen/nieuw") == fixed)
        #expect(RouteTable([fixed, .plan]).route(.get, at: "/plannen/nieuws") == .plan)
    }

    @Test func anAddressKnowsItsMethods() {
        #expect(Self.routes.methods(at: "/taal") == ["POST"])
        #expect(Self.routes.methods(at: "/over") == ["GET", "HEAD"])
        #expect(Self.routes.methods(at: "/nergens") == [])
    }

    @Test(arguments: [
        ("/over", "/over"), ("/plannen/x/tekst", "/plannen/x/tekst"),
        ("/plannen/x/secties/y?versie=1", "/plannen/x/secties/y?versie=1"), ("//x", "/"), ("/over\u{9}", "/"),
        ("/nergens", "/"),
        ("/taal", "/"), ("/static/x/../y", "/"), ("http://x/over", "/"), ("/over\\x", "/"),
    ])
    func aFormLeadsBackToAKnownPageOnly(wanted: String, path: String) {
        #expect(ReturnAddress(wanted, in: Self.routes).path == path)
    }
}
