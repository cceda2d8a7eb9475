import Phrases
import PlanDomain
import Workflow

/// A document beside what is made of it: its words on one side, on the other the form that cuts an input from them.
struct IntakeDocumentPage: SitePage {
    static let template = "intake-document"
    static let scripts = ["intake.js"]

    let view: IntakeView
    let title: String
    let facts: [QuestionPage.Fact]
    /// What is not proven of the sender of a mail.
    let doubts: [Line]
    let late: String?
    let pieces: [Piece]
    let coverage: String
    let cuts: [CutLine]
    let enclosures: [EnclosureLine]
    let forms: Forms

    /// What can be done with it as it stands.
    struct Forms: Sendable {
        var cut: FormContent?
        var decision: FormContent?
        let seal: FormSeal
        var mayErase = false
    }

    init(_ view: IntakeView, inputs: [Input], titles: [SectionID: String], forms: Forms, phrases: Phrases) {
        let document = view.document
        self.view = view
        self.forms = forms
        title = document.shownTitle(phrases)
        facts = Self.facts(view, phrases)
        doubts = document.mail.map { Self.doubts($0, phrases) } ?? []
        late = document.isLate ? Self.late(view, phrases) : nil
        let source = view.source
        pieces = source.pieces(view.cuts).map { Piece($0, of: document.plan) }
        coverage = phrases.text("intake.coverage", ["percent": .number(source.coverage(view.cuts))])
        cuts = view.cuts.compactMap { cut in
            inputs.first { $0.number == cut.input }.map { CutLine($0, titles: titles, phrases: phrases) }
        }
        enclosures = document.enclosures.enumerated().map { index, name in
            EnclosureLine(name: name, address: .enclosure(index, of: document), seal: forms.seal)
        }
    }

    private static func facts(_ view: IntakeView, _ phrases: Phrases) -> [QuestionPage.Fact] {
        let document = view.document
        var facts: [QuestionPage.Fact] = [
            .init(
                label: phrases.text("intake.field.kind"), value: phrases.text("intake.kind.\(document.kind.rawValue)")),
            .init(label: phrases.text("inputs.submitter"), value: view.shownSender(phrases)),
        ]
        let reached = [view.correspondent?.mail?.rawValue, view.correspondent?.address.onOneShownLine]
            .compactMap { $0 }.filter { !$0.isEmpty && $0 != facts[1].value }
        if !reached.isEmpty {
            facts.append(.init(label: phrases.text("intake.reached"), value: reached.joined(separator: ", ")))
        }
        return facts + [
            .init(label: phrases.text("intake.field.day"), value: phrases.writtenDate(document.arrivedOn)),
            .init(label: phrases.text("inputs.round"), value: view.round.round.title),
        ]
    }

    /// Anybody can fill in any sender; so what does not fit is said, and that nothing is sure is always said.
    private static func doubts(_ mail: MailOrigin, _ phrases: Phrases) -> [Line] {
        let sender = mail.name.isEmpty ? mail.address : "\(mail.name) <\(mail.address)>"
        var lines = [phrases.text("intake.mail.sender", ["sender": .text(sender)])]
        if let replyTo = mail.replyTo {
            lines.append(phrases.text("intake.mail.reply-to", ["address": .text(replyTo)]))
        }
        if let returnPath = mail.returnPath {
            lines.append(phrases.text("intake.mail.return-path", ["address": .text(returnPath)]))
        }
        return lines.map(Line.init)
    }

    private static func late(_ view: IntakeView, _ phrases: Phrases) -> String {
        let standing = phrases.text("intake.standing.\(view.document.standing.rawValue)")
        let until = phrases.text("intake.late-until", ["until": .text(phrases.writtenDate(view.round.until))])
        return [standing + ".", until, view.document.lateReason ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var document: IntakeDocument { view.document }

    static let fields: PageFields<IntakeDocumentPage> = [
        .text("title") { $0.title },
        .list("facts") { $0.facts },
        .text("original") { $0.document.file == nil ? nil : SiteAddress.intake($0.document, .original).path },
        .text("originalName") { $0.document.file?.name },
        .flag("isMail") { $0.document.mail != nil },
        .list("doubts") { $0.doubts },
        .text("late") { $0.late },
        .list("pieces") { $0.pieces },
        .text("coverage") { $0.coverage },
        .flag("hasCuts") { !$0.cuts.isEmpty },
        .list("cuts") { $0.cuts },
        .flag("hasEnclosures") { !$0.enclosures.isEmpty },
        .list("enclosures") { $0.enclosures },
        .part("cut") { $0.forms.cut },
        .part("decision") { $0.forms.decision },
        .flag("isFinished") { $0.document.finishedAt != nil },
        .flag("mayFinish") { $0.document.standing.counts },
        .text("finish") { SiteAddress.intake($0.document, .finish).path },
        .text("slip") { SiteAddress.followSlip($0.document).path },
        .text("formToken") { $0.forms.seal.token },
        .text("requestID") { $0.forms.seal.requestID },
        .text("erasure") { $0.forms.mayErase ? SiteAddress.letterErasure($0.view.document).path : nil },
        .text("all") { SiteAddress.intake($0.document.plan).path },
    ]
}

extension IntakeDocumentPage {
    /// A run of the words of the document, and what was cut from it.
    struct Piece: PageContent {
        let words: String
        let inputs: [PageLink]

        init(_ piece: SourceText.Piece, of plan: PlanID) {
            words = piece.text
            inputs = piece.inputs.map { PageLink(label: $0.description, address: .input(plan, $0)) }
        }

        static let fields: PageFields<Piece> = [
            .text("words") { $0.words },
            .flag("isTaken") { !$0.inputs.isEmpty },
            .flag("isBlank") { $0.words.allSatisfy(\.isWhitespace) },
            .list("inputs") { $0.inputs },
        ]
    }

    /// An input that was cut from it.
    struct CutLine: PageContent {
        let number: InputNumber
        let plan: PlanID
        let written: WrittenLine

        init(_ input: Input, titles: [SectionID: String], phrases: Phrases) {
            number = input.number
            plan = input.plan
            written = WrittenLine(
                input.content, title: input.content.section.flatMap { titles[$0] }, phrases: phrases)
        }

        static let fields: PageFields<CutLine> = [
            .text("inputNumber") { $0.number.description },
            .text("address") { SiteAddress.input($0.plan, $0.number).path },
            .part("written") { $0.written },
        ]
    }

    /// Something that was sent along with a mail.
    struct EnclosureLine: PageContent {
        let name: String
        let address: SiteAddress
        let seal: FormSeal

        static let fields: PageFields<EnclosureLine> = [
            .text("enclosureName") { $0.name },
            .text("take") { $0.address.path },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}

extension String {
    fileprivate var onOneShownLine: String { split(whereSeparator: \.isNewline).joined(separator: ", ") }
}
