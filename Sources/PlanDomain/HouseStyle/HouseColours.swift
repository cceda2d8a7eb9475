import Workflow

/// A municipality's own colours. A set that exists is legible: whoever chooses one that is not is told by how much.
public struct HouseColours: Equatable, Codable, Sendable {
    /// Of links, headings and edges, on a light ground.
    public let main: Colour
    /// Of the bar above every page and of buttons, under white letters.
    public let bar: Colour

    /// Those that the program comes with.
    public static let usualMain = Colour(red: 0x15, green: 0x42, blue: 0x73)
    public static let usualBar = Colour(red: 0x0D, green: 0x2B, blue: 0x4D)
    /// The grounds of a page by day.
    public static let grounds = [Colour.white, Colour(red: 0xF3, green: 0xF5, blue: 0xF8)]

    /// Throws `invalid` with the contrast that was measured, and the nearest colour that will do.
    public init(main: Colour, bar: Colour) throws(PlanError) {
        try Self.checkMain(main)
        try Self.checkBar(bar)
        self.main = main
        self.bar = bar
    }

    public static func checkMain(_ colour: Colour) throws(PlanError) {
        try check(colour, on: grounds, "style.main-illegible")
    }

    /// White letters stand on it, and it is the edge of buttons on the page (1.4.11), which asks less.
    public static func checkBar(_ colour: Colour) throws(PlanError) {
        try check(colour, on: [.white], "style.bar-illegible")
    }

    /// A light ground of the main colour, on which the colour itself can still be read.
    public var tint: Colour {
        let light = main.mixed(with: .white, share: 0.88)
        return light.legible(on: [main], towards: .white)
    }

    private static func check(_ colour: Colour, on grounds: [Colour], _ key: String) throws(PlanError) {
        let measured = grounds.map { colour.contrast(with: $0) }.min() ?? 1
        guard measured < Contrast.text else { return }
        let enough = colour.legible(on: grounds, towards: .black)
        // Rounded down: 4.49 is not 4.5.
        let tenths = Int((measured * 10).rounded(.down))
        throw PlanError(
            .invalid,
            Reason(
                key,
                [
                    "whole": .number(tenths / 10), "tenths": .number(tenths % 10), "colour": .text("\(colour)"),
                    "enough": .text("\(enough)"),
                ]))
    }
}
