import Phrases
import PlanDomain

/// Inputs that say the same, by family: those first in which somebody must still look.
struct FamilyListPage: SitePage {
    static let template = "families"
    let lines: [Line]
    let count: String
    let turning: PageTurning
    let back: SiteAddress

    init(
        _ found: (lines: [(line: InputFamilyLine, first: Input)], total: Int), page: Int, of plan: PlanID,
        phrases: Phrases
    ) {
        lines = found.lines.map { Line($0.line, $0.first, phrases: phrases) }
        count = phrases.text("likeness.count", ["count": .number(found.total)])
        let pages = max(1, (found.total + LikenessDesk.pageLength - 1) / LikenessDesk.pageLength)
        turning = PageTurning((min(page, pages), pages), phrases) { .families(plan, page: $0) }
        back = .inputs(plan)
    }

    static let fields: PageFields<FamilyListPage> = [
        .flag("hasFamilies") { !$0.lines.isEmpty },
        .list("families") { $0.lines },
        .text("count") { $0.count },
        .part("turning") { $0.turning },
        .text("back") { $0.back.path },
    ]

    struct Line: PageContent {
        let number: String
        let address: SiteAddress
        let excerpt: String
        let size: String
        let proposed: String?
        let open: String

        init(_ line: InputFamilyLine, _ first: Input, phrases: Phrases) {
            number = line.first.description
            address = .family(first.plan, line.first)
            let sent = SentLine(first, .received, at: address, title: nil, phrases: phrases)
            excerpt = sent.excerpt
            size = phrases.number(line.count)
            proposed =
                line.proposed > 0 ? phrases.text("likeness.to-judge", ["count": .number(line.proposed)]) : nil
            open = phrases.number(line.open)
        }

        static let fields: PageFields<Line> = [
            .text("familyNumber") { $0.number },
            .text("familyAddress") { $0.address.path },
            .text("excerpt") { $0.excerpt },
            .text("size") { $0.size },
            .text("proposed") { $0.proposed },
            .text("open") { $0.open },
        ]
    }
}
