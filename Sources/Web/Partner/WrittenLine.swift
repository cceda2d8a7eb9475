import Foundation
import Phrases
import PlanDomain

/// What somebody wrote, as it stands in lists and on check pages.
struct WrittenLine: PageContent {
    /// "Opmerking bij 1.2 Doel".
    let about: String
    let quote: String?
    let text: String?
    let proposal: String?
    /// Whether a passage should go without another in its place.
    let strikesOut: Bool
    let attachments: [String]

    /// - Parameters:
    ///   - title: of its section, where the reader may know it.
    ///   - isErased: what was written is gone for good.
    init(
        _ content: InputContent, attachments: [Attachment] = [], title: String?, isErased: Bool = false,
        phrases: Phrases
    ) {
        let kind = phrases.text("inputs.kind.\(content.kind.rawValue)")
        let section = title ?? content.section?.rawValue
        about =
            section.map {
                phrases.text("partner.about-section", ["kind": .text(kind), "section": .text($0)])
            } ?? kind
        quote = content.anchor?.quote
        text = isErased ? phrases.text("inputs.erased") : content.text.isEmpty ? nil : content.text
        proposal = content.proposal.flatMap { $0.isEmpty ? nil : $0 }
        // Without a reason it is not a proposal yet, but one that is still to be written.
        strikesOut = content.kind == .replacement && content.proposal?.isEmpty == true && !content.text.isEmpty
        self.attachments = attachments.map(\.name)
    }

    static let fields: PageFields<WrittenLine> = [
        .text("about") { $0.about },
        .text("quote") { $0.quote },
        .text("words") { $0.text },
        .text("proposal") { $0.proposal },
        .flag("strikesOut") { $0.strikesOut },
        .flag("hasAttachments") { !$0.attachments.isEmpty },
        .text("attachments") { $0.attachments.joined(separator: ", ") },
    ]
}

/// One reaction of the draft, with what can be done with it.
struct DraftLine: PageContent {
    let number: Int
    let written: WrittenLine
    /// What is still missing.
    let gaps: [Line]
    /// Nil once the round is over.
    let change: SiteAddress?
    let removal: SiteAddress
    let seal: FormSeal

    init(_ item: InputDraft.Item, number: Int, in visit: ContributionVisit, seal: FormSeal, phrases: Phrases) {
        self.number = number
        written = WrittenLine(
            item.content, attachments: item.attachments,
            title: item.content.section.flatMap { visit.text?.title(of: $0) },
            phrases: phrases)
        gaps = visit.isOpen ? item.content.gaps.map { Line(text: phrases.sentence($0)) } : []
        change = visit.isOpen ? visit.place.item(item.id) : nil
        removal = visit.place.removal(of: item.id)
        self.seal = seal
    }

    static func all(
        of visit: ContributionVisit, seal: FormSeal, phrases: Phrases,
        where isWanted: (InputContent) -> Bool = { _ in true }
    ) -> [DraftLine] {
        visit.draft.items.enumerated().filter { isWanted($0.element.content) }.map { index, item in
            DraftLine(item, number: index + 1, in: visit, seal: seal, phrases: phrases)
        }
    }

    static let fields: PageFields<DraftLine> = [
        .text("itemNumber") { String($0.number) },
        .part("written") { $0.written },
        .flag("hasGaps") { !$0.gaps.isEmpty },
        .list("gaps") { $0.gaps },
        .text("change") { $0.change?.path },
        .text("removal") { $0.removal.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}

/// A line of text in a list.
struct Line: PageContent {
    let text: String

    static let fields: PageFields<Line> = [.text("line") { $0.text }]
}

/// One input that was sent in, with how far it is.
struct SentLine: PageContent {
    let number: String
    let address: SiteAddress
    let about: String
    let state: String
    let excerpt: String

    init(_ seen: SeenInput, at address: SiteAddress, title: String?, phrases: Phrases) {
        self.init(seen.input, seen.standing.state, at: address, title: title, phrases: phrases)
    }

    init(
        _ input: Input, _ standing: InputStanding.State, at address: SiteAddress, title: String?, phrases: Phrases
    ) {
        let content = input.content
        number = input.number.description
        self.address = address
        about = WrittenLine(content, title: title, phrases: phrases).about
        state = phrases.text("inputs.state.\(standing.rawValue)")
        let words =
            input.isErased
            ? phrases.text("inputs.erased")
            : content.text.isEmpty ? content.proposal ?? content.anchor?.quote ?? "" : content.text
        excerpt = words.count > 160 ? words.prefix(157).trimmingCharacters(in: .whitespacesAndNewlines) + "…" : words
    }

    static let fields: PageFields<SentLine> = [
        .text("inputNumber") { $0.number },
        .text("address") { $0.address.path },
        .text("about") { $0.about },
        .text("state") { $0.state },
        .text("excerpt") { $0.excerpt },
    ]
}

/// How far an input is, in words for who sent it in.
struct InputState {
    let label: String
    let explanation: String

    init(_ state: InputStanding.State, phrases: Phrases) {
        label = phrases.text("inputs.state.\(state.rawValue)")
        explanation = phrases.text("partner.state.\(state.rawValue)")
    }
}
