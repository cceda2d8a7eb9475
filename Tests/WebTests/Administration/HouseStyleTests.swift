import Foundation
import PlanDomain
import StoreContract
import Testing
import Workflow

@testable import Web

@Suite("The house style")
struct HouseStyleTests {
    private static let values = [
        ("gemeente", "Gemeente Dorp"), ("mededeling", "Raadsinformatiebrief"), ("datums", "d maand jjjj"),
        ("hoofdkleur", "#7A1F3D"), ("balkkleur", "#3b0f1e"),
    ]

    private func with(_ body: @Sendable @escaping (RunningSite, Reader) async throws -> Void) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let admin = try await Reader.person(
                "Ada Smit", [(.admin, "Beheerder")], in: site.store, at: LittleWorld.now)
            try await body(site, admin)
        }
    }

    private func send(
        _ site: RunningSite, _ admin: Reader, _ values: [(String, String)] = values, logo: Data? = nil
    ) async throws -> WireResponse {
        let file = logo.map { ("logo", "logo.png", [UInt8]($0)) }
        let form = MultipartForm(values, file: file, token: admin.token)
        return try await site.send(
            "POST", "/beheer/huisstijl", headers: form.headers(at: site.port), body: form.bytes, as: admin)
    }

    @Test func itIsOnTheNextPageOfEverybody() async throws {
        try await with { site, admin in
            let before = try await site.get("/over", as: .visitor)
            #expect(before.body.contains("Gemeente Deventer") && !before.body.contains("huisstijl.css"))
            #expect(try await send(site, admin).status == 303)
            let style = try await site.store.houseStyle()
            #expect(style.municipality == "Gemeente Dorp" && style.councilNoticeLabel == "Raadsinformatiebrief")
            #expect(style.fieldDates == .written && style.colours?.main.description == "#7a1f3d")
            let tag = try #require(before.headers["etag"])
            let after = try await site.get("/over", headers: ["If-None-Match": tag], as: .visitor)
            #expect(after.status == 200 && after.body.contains("Gemeente Dorp"))
            #expect(!after.body.contains("Gemeente Deventer"))
            #expect(try await site.store.deeds().map(\.kind) == [.houseStyleChanged])
            #expect(MarkupCheck(after.body).faults == [])
            let sheet = try #require(after.body.firstMatch(of: /href="(\/static\/[0-9a-f]+\/huisstijl\.css)"/)).1
            let css = try await site.get(String(sheet), as: .visitor)
            #expect(css.status == 200 && css.headers["content-type"] == "text/css; charset=utf-8")
            #expect(css.body.contains("--accent: #7a1f3d") && css.body.contains("--accent-dark: #3b0f1e"))
            #expect(css.headers["cache-control"]?.contains("immutable") == true)
            let page = try await site.get("/beheer/huisstijl", as: admin)
            #expect(page.body.contains("type=\"color\" value=\"#7a1f3d\""))
        }
    }

    @Test func coloursThatCannotBeReadAreRefusedWithTheRatio() async throws {
        try await with { site, admin in
            let style = try await site.store.houseStyle()
            let pale = Self.values.map { ($0.0, $0.0.hasSuffix("kleur") ? "#ffd23f" : $0.1) }
            let answer = try await send(site, admin, pale)
            #expect(answer.status == 422 && answer.body.contains("href=\"#veld-hoofdkleur\""))
            #expect(answer.body.contains("1,3 op 1") && answer.body.contains("4,5 op 1"))
            #expect(MarkupCheck(answer.body).faults == [])
            for odd in ["", "rood", "#fff", "#15427g"] {
                let values = Self.values.map { ($0.0, $0.0 == "balkkleur" ? odd : $0.1) }
                #expect(try await send(site, admin, values).status == 422, "\(odd)")
            }
            #expect(try await send(site, admin, [("gemeente", ""), ("datums", "x")]).status == 422)
            #expect(try await site.store.houseStyle() == style)
        }
    }

    @Test func theLogoIsServedAsAnImageAndNothingElse() async throws {
        try await with { site, admin in
            #expect(try await send(site, admin, logo: SampleImage.png).status == 303)
            let page = try await site.get("/over", as: .visitor).body
            let address = try #require(page.firstMatch(of: /<img class="brand-logo" src="([^"]+)" alt="">/)).1
            let image = try await site.get(String(address), as: .visitor)
            #expect(image.status == 200 && image.headers["content-type"] == "image/png")
            #expect(image.headers["x-content-type-options"] == "nosniff")
            #expect(image.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            #expect(image.headers["content-security-policy"]?.contains("sandbox") == true)
            let script = Data("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".utf8)
            let refused = try await send(site, admin, logo: script)
            #expect(refused.status == 422 && refused.body.contains("Dit is geen PNG"))
            #expect(try await send(site, admin).status == 303, "it stays when no other is chosen")
            #expect(try await site.store.houseLogo() != nil)
            #expect(try await send(site, admin, Self.values + [("logo-weg", "ja")]).status == 303)
            #expect(try await site.store.houseLogo() == nil)
            #expect(try await site.get("/over", as: .visitor).body.contains("brand-logo") == false)
            #expect(try await site.get(String(address), as: .visitor).status == 404)
        }
    }

    /// By night the colour is made as much lighter as it takes; whatever was chosen by day.
    @Test func everyColourIsLegibleByNight() throws {
        for step in stride(from: 0, through: 0xFFFFFF, by: 0x1F3A7) {
            let any = Colour(
                red: UInt8(step >> 16), green: UInt8(step >> 8 & 255), blue: UInt8(step & 255))
            let main = any.legible(on: HouseColours.grounds, towards: .black)
            let palette = HousePalette(try HouseColours(main: main, bar: main))
            for ground in HousePalette.darkGrounds + [palette.darkTint] {
                #expect(palette.darkMain.contrast(with: ground) >= Contrast.text, "\(main) on \(ground)")
            }
        }
    }

    /// What the palette knows of the page must be what the style sheet says.
    @Test func theGroundsAreThoseOfTheStyleSheet() throws {
        let css = String(decoding: try #require(ProjectFiles.staticFiles().file("paraaf.css")).bytes, as: UTF8.self)
        for ground in HouseColours.grounds { #expect(css.contains("\(ground)")) }
        for ground in HousePalette.darkGrounds { #expect(css.contains("\(ground)")) }
        for usual in [HouseColours.usualMain, HouseColours.usualBar] { #expect(css.contains("\(usual)")) }
    }
}
