import Phrases
import PlanDomain

/// The documents that can be made of a plan, in the order in which they are listed.
public enum DocumentCatalogue: String, CaseIterable, Sendable {
    case nota = "nota"
    case councilNotice = "raadsmededeling"
    case plan = "plan"

    /// As in addresses and on the command line.
    public var name: String { rawValue }

    /// The documents that this plan has: its own text always, the others where its repository holds their texts.
    public static func documents(of dossier: PlanDossier) -> [DocumentCatalogue] {
        allCases.filter { $0 == .plan || dossier.text.document($0.name) != nil }
    }

    /// What the document is called in the language of `phrases`; the council notice is named by the house style.
    public func title(in phrases: Phrases, houseStyle: HouseStyle) -> String {
        switch self {
        case .nota: phrases.text("document.nota.title")
        case .councilNotice: houseStyle.councilNoticeLabel
        case .plan: phrases.text("document.plan.list-title")
        }
    }

    /// What it is for, in a sentence.
    public func summary(in phrases: Phrases) -> String {
        switch self {
        case .nota: phrases.text("document.nota.summary")
        case .councilNotice: phrases.text("document.notice.summary")
        case .plan: phrases.text("document.plan.summary")
        }
    }

    /// Under which a reader saves it: the plan's id keeps those of several plans apart.
    public func fileName(for plan: PlanID) -> String {
        "\(plan.rawValue)-\(name).html"
    }
}
