import PlanDomain

/// The municipality's colours as a style sheet that stands after the program's own: by day as they were chosen, by night
/// as much lighter as it takes to be read on a dark page. Paper has none of it.
struct HousePalette {
    let colours: HouseColours

    init(_ colours: HouseColours) { self.colours = colours }

    /// The grounds of a page by night, as the style sheet has them.
    static let darkGrounds = [Colour(red: 0x12, green: 0x17, blue: 0x1F), Colour(red: 0x1B, green: 0x22, blue: 0x2D)]

    /// The dark ground that stands for the tint of the day.
    var darkTint: Colour { Self.darkGrounds[1].mixed(with: colours.main, share: 0.35) }
    var darkMain: Colour { colours.main.legible(on: Self.darkGrounds + [darkTint], towards: .white) }

    var css: String {
        """
        @media screen {
          :root { --accent: \(colours.main); --accent-dark: \(colours.bar); --accent-soft: \(colours.tint); }
        }
        @media screen and (prefers-color-scheme: dark) {
          :root { --accent: \(darkMain); --accent-soft: \(darkTint); }
        }

        """
    }
}
