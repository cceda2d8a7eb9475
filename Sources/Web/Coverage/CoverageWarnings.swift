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
        let general = links(opposed: overview.opposed, proposedThemes: overview.proposedThemes)
        let groups =
            [Group(heading("general"), general.map(Group.Line.init))] + silent(overview.silent)
            + [
                Group(
                    heading("uneven"),
                    overview.coverage.unevenShares.map { Group.Line(uneven($0, names)) }),
                Group(heading("changed"), overview.changed.map { Group.Line(changed($0)) }),
                Group(heading("homeless"), overview.homeless.map { Group.Line(text: homeless($0)) }),
            ]
        return groups.filter { !$0.lines.isEmpty }
    }

    private func heading(_ kind: String) -> String {
        let key = "coverage.warn.heading.\(kind)"
        return phrases.text(key)
    }

    /// By round, in the order of the rounds.
    private func silent(_ partners: [SilentPartner]) -> [Group] {
        var rounds: [RoundID] = []
        for partner in partners where !rounds.contains(partner.round.id) { rounds.append(partner.round.id) }
        return rounds.compactMap { round in
            let own = partners.filter { $0.round.id == round }
            guard let first = own.first else { return nil }
            let words: [String: PhraseArgument] = [
                "round": .text(first.round.title), "until": .text(phrases.writtenDate(first.until)),
            ]
            return Group(phrases.text("coverage.warn.silent-in", words), own.map { Group.Line(text: line($0)) })
        }
    }

    private func line(_ partner: SilentPartner) -> String {
        let name = PhraseArgument.text(partner.organisation.name)
        guard let day = partner.invitedOn else {
            return phrases.text("coverage.warn.silent-uninvited", ["organisation": name])
        }
        if let reminded = partner.remindedOn {
            return phrases.text(
                "coverage.warn.silent-reminded",
                [
                    "organisation": name, "day": .text(phrases.writtenDate(day)),
                    "reminded": .text(phrases.writtenDate(reminded)),
                ])
        }
        return phrases.text(
            "coverage.warn.silent", ["organisation": name, "day": .text(phrases.writtenDate(day))])
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

    private func homeless(_ theme: HomelessTheme) -> String {
        let words: [String: PhraseArgument] = [
            "theme": .text(theme.name), "round": .text(theme.round.title), "count": .number(theme.inputs),
        ]
        return phrases.text("coverage.warn.homeless", words)
    }

    struct Group: PageContent {
        let heading: String
        let lines: [Line]

        init(_ heading: String, _ lines: [Line]) {
            self.heading = heading
            self.lines = lines
        }

        /// What is said, with the way to it where there is one.
        struct Line: PageContent {
            let text: String
            var address: SiteAddress?

            init(text: String) { self.text = text }

            init(_ link: PageLink) {
                text = link.label
                address = link.address
            }

            static let fields: PageFields<Line> = [
                .text("lineText") { $0.text },
                .text("lineAddress") { $0.address?.path },
            ]
        }

        static let fields: PageFields<Group> = [
            .text("groupHeading") { $0.heading },
            .list("lines") { $0.lines },
        ]
    }
}
