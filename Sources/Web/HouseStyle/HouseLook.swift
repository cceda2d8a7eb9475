import Foundation
import PlanDomain
import Synchronization

/// How the municipality's pages look: its name, its colours, its logo. What everybody sees on every page.
public struct HouseLook: Sendable {
    let municipality: String
    /// Nil where the program's own colours do.
    let sheet: StaticFiles.File?
    let logo: StaticFiles.File?

    static let sheetName = "huisstijl.css"
    static let logoName = "logo.png"

    public init(_ style: HouseStyle, logo: HouseLogo?) {
        self.init(municipality: style.municipality, colours: style.colours, logo: logo)
    }

    init(municipality: String, colours: HouseColours? = nil, logo: HouseLogo? = nil) {
        self.municipality = municipality
        sheet = colours.map { colours in
            StaticFiles.File(
                made: Self.sheetName, [UInt8](HousePalette(colours).css.utf8), type: "text/css; charset=utf-8")
        }
        self.logo = logo.map { StaticFiles.File(made: Self.logoName, [UInt8]($0.bytes), type: "image/png") }
    }

    /// Changes with everything that a page shows of it.
    var version: String { [municipality, sheet?.hash ?? "", logo?.hash ?? ""].joined(separator: "\u{1F}") }

    func file(_ name: String) -> StaticFiles.File? { [sheet, logo].compactMap { $0 }.first { $0.name == name } }
}

/// The look as it is now. A change is on the next page that anybody opens.
final class PresentLook: Sendable {
    private let look: Mutex<HouseLook>

    init(_ look: HouseLook) { self.look = Mutex(look) }

    var now: HouseLook { look.withLock { $0 } }

    func change(to look: HouseLook) { self.look.withLock { $0 = look } }
}
