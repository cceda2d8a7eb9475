import Phrases
import PlanDomain

/// What somebody should look at, in words; none of it keeps a gate closed.
struct CoverageWarnings {
    let plan: PlanID
    let phrases: Phrases

    /// Those that a gate shows too.
    func links(opposed: [InputNumber], proposedThemes: Int) -> [PageLink] {
        var links: [PageLink] = []
        if !opposed.isEmpty {
            links.append(
                PageLink(
                    label: phrases.text("coverage.warn.opposed", ["count": .number(opposed.count)]),
                    address: .inputs(plan, [("antwoord", InputFilter.opposed)])))
        }
        if proposedThemes > 0 {
            links.append(
                PageLink(
                    label: phrases.text("coverage.warn.themes", ["count": .number(proposedThemes)]),
                    address: .themes(plan)))
        }
        return links
    }

    /// All of them, by kind; a kind without any is left out.
    func groups(_ overview: CoverageOverview) -> [Group] {
        let names = CoverageNames(overview: overview, plan: plan, phrases: phrases)
        let groups = [
            Group(
                "general",
                links(opposed: overview.opposed, proposedThemes: overview.proposedThemes), phrases),
            Group("silent", overview.silent.map(silent), phrases),
            Group("uneven", overview.coverage.unevenShares.map { uneven($0, names) }, phrases),
            Group("changed", overview.changed.map(changed), phrases),
            Group("homeless", overview.homeless.map(homeless), phrases),
        ]
        return groups.filter { !$0.lines.isEmpty }
    }

    private func silent(_ partner: SilentPartner) -> PageLink {
        var words: [String: PhraseArgument] = [
            "organisation": .text(partner.organisation.name), "round": .text(partner.round.title),
            "until": .text(phrases.writtenDate(partner.until)),
        ]
        let key = partner.invitedOn == nil ? "coverage.warn.silent-uninvited" : "coverage.warn.silent"
        if let day = partner.invitedOn { words["day"] = .text(phrases.writtenDate(day)) }
        return PageLink(label: phrases.text(key, words), address: .rounds(plan))
    }

    private func uneven(_ share: UnevenShare, _ names: CoverageNames) -> PageLink {
        let words: [String: PhraseArgument] = [
            "who": .text(names.name(share.submitter)), "part": .number(share.own.takenOver),
            "all": .number(share.own.decided), "percent": .number(CoverageFigures.percent(share.own.share ?? 0)),
            "others-part": .number(share.others.takenOver), "others-all": .number(share.others.decided),
            "others-percent": .number(CoverageFigures.percent(share.others.share ?? 0)),
        ]
        return PageLink(
            label: phrases.text("coverage.warn.uneven", words), address: names.address(share.submitter) ?? .inputs(plan)
        )
    }

    private func changed(_ changed: ChangedSection) -> PageLink {
        let words: [String: PhraseArgument] = [
            "section": .text(changed.section.printedTitle), "count": .number(changed.changes),
            "day": .text(phrases.writtenDate(of: changed.last.madeAt)),
        ]
        return PageLink(
            label: phrases.text("coverage.warn.changed", words), address: .section(plan, changed.section.id))
    }

    private func homeless(_ theme: HomelessTheme) -> PageLink {
        let words: [String: PhraseArgument] = [
            "theme": .text(theme.name), "round": .text(theme.round.title), "count": .number(theme.inputs),
        ]
        return PageLink(label: phrases.text("coverage.warn.homeless", words), address: .text(plan))
    }

    struct Group: PageContent {
        let heading: String
        let lines: [PageLink]

        init(_ kind: String, _ lines: [PageLink], _ phrases: Phrases) {
            heading = phrases.text("coverage.warn.heading.\(kind)")
            self.lines = lines
        }

        static let fields: PageFields<Group> = [
            .text("groupHeading") { $0.heading },
            .list("lines") { $0.lines },
        ]
    }
}
