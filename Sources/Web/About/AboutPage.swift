import Phrases

/// What this site is, how to check it, and how accessible it is.
struct AboutPage: SitePage {
    static let template = "about"
    let heading: String

    init(municipality: String, phrases: Phrases) {
        heading = phrases.text("web.about.heading", ["municipality": .text(municipality)])
    }

    static let fields: PageFields<AboutPage> = [.text("heading") { $0.heading }]
}
