import Foundation
import Phrases
import PlanDomain
import Workflow

/// The municipality's own choices as a form.
struct HouseStyleForm {
    let hasLogo: Bool
    let phrases: Phrases

    static func values(_ style: HouseStyle) -> [String: String] {
        [
            "gemeente": style.municipality, "mededeling": style.councilNoticeLabel, "datums": style.fieldDates.rawValue,
            "hoofdkleur": "\(style.colours?.main ?? HouseColours.usualMain)",
            "balkkleur": "\(style.colours?.bar ?? HouseColours.usualBar)",
        ]
    }

    var fields: [FormField] {
        func field(_ name: String, _ key: String, _ kind: FormField.Kind = .text, limit: Int? = nil) -> FormField {
            FormField(
                name, phrases.text("admin.style.\(key)"), kind, hint: phrases.text("admin.style.\(key)-hint"),
                limit: limit)
        }
        var logo = field("logo", "logo", .file(accept: ".png", megabytes: 1))
        logo.isRequired = false
        let removal = FormField(
            "logo-weg", phrases.text("admin.style.logo-present"),
            .checkboxes([FormChoice("ja", phrases.text("admin.style.logo-remove"))]), isRequired: false)
        return [
            field("gemeente", "municipality", limit: 100),
            field("hoofdkleur", "main-colour", .colour), field("balkkleur", "bar-colour", .colour),
            logo,
        ] + (hasLogo ? [removal] : []) + [
            field("mededeling", "notice", limit: 60),
            field(
                "datums", "dates",
                .radios([
                    FormChoice(HouseStyle.FieldDates.numeric.rawValue, "12-06-2023"),
                    FormChoice(HouseStyle.FieldDates.written.rawValue, "12 juni 2023"),
                ])),
        ]
    }
}

/// What was filled in.
struct WrittenHouseStyle {
    let style: HouseStyle
    /// Nil where it stays as it is.
    let logo: HouseLogo?
    let takesLogoAway: Bool
}

extension SiteForm {
    /// Nil where an answer is wrong, which is then noted at its field; a colour that cannot be read, with how much it
    /// lacks.
    mutating func houseStyle() -> WrittenHouseStyle? {
        let (municipality, label) = (text("gemeente"), text("mededeling"))
        let dates = choice("datums").flatMap { HouseStyle.FieldDates(rawValue: $0) }
        let main = colour("hoofdkleur", HouseColours.checkMain)
        let bar = colour("balkkleur", HouseColours.checkBar)
        let removal = field("logo-weg") == nil ? [] : choices("logo-weg")
        let logo: HouseLogo? = if let image = file("logo") { self.logo(of: image) } else { nil }
        guard isSound, let dates, let main, let bar else { return nil }
        let isUsual = main == HouseColours.usualMain && bar == HouseColours.usualBar
        let colours = isUsual ? nil : try? HouseColours(main: main, bar: bar)
        return WrittenHouseStyle(
            style: HouseStyle(
                municipality: municipality, fieldDates: dates, councilNoticeLabel: label, colours: colours),
            logo: logo, takesLogoAway: removal == ["ja"])
    }

    private mutating func colour(_ name: String, _ check: (Colour) throws(PlanError) -> Void) -> Colour? {
        let typed = text(name)
        guard !typed.isEmpty else { return nil }
        guard let colour = Colour(typed) else {
            refuse(name, Reason("admin.style.no-colour"))
            return nil
        }
        do {
            try check(colour)
            return colour
        } catch {
            refuse(name, error)
            return nil
        }
    }

    private mutating func logo(of file: UploadedFile) -> HouseLogo? {
        do {
            return try HouseLogo(Data(file.bytes))
        } catch {
            refuse("logo", error)
            return nil
        }
    }
}
