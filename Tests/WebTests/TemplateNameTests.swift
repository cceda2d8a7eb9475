import Foundation
import Testing

@testable import Web

/// Mustache prints nothing for a name that nobody knows; so every name in every template is held against the list of
/// names of the page that it stands in.
@Suite("Names in the templates")
struct TemplateNameTests {
    static let pages: [any SitePage.Type] = [
        LayoutPage.self, ErrorPage.self, PlanListPage.self, PlanPage.self, PlanTextPage.self, SectionPage.self,
        ComparisonPage.self, RegisterPage.self, DocumentListPage.self, MethodPage.self, AboutPage.self, ResendPage.self,
        FormPage.self, CodeSetupPage.self, RecoveryCodesPage.self, AccountPage.self, MailSettingsPage.self,
        OutboxPage.self,
        ContributePage.self, ContributeSectionPage.self, ItemPage.self, QuestionPage.self, CheckDraftPage.self,
        ReceiptPage.self, OwnInputPage.self, NothingAskedPage.self,
        EditorPage.self, PassagesPage.self, ConflictPage.self, GoneTextPage.self, PapersPage.self, FieldsPage.self,
        StructurePage.self,
        StructureItemPage.self, NewPlanPage.self,
        AdminPage.self, AuditPage.self,
        DeskPage.self, GatePage.self, DeedPage.self, ProgressPage.self, SignOffPage.self, BulkSignOffPage.self,
        BulkResultPage.self, DecisionsPage.self, MeetingListPage.self, MeetingPage.self,
        DecisionListPage.self,
        ReadingPage.self, ReadingTextPage.self, ReadingSectionPage.self, ReadingComparisonPage.self,
        ReadingSearchPage.self,
        OriginPage.self, ReadingDocumentPage.self, WithheldPage.self,
        InputListPage.self, InputPage.self, SittingListPage.self, SittingPage.self, BulkInputsPage.self,
        AnchorPage.self, IntakeListPage.self, IntakeDocumentPage.self,
        IntakeSheetPage.self,
        RoundListPage.self, RoundPage.self,
        ImportDocumentPage.self, ImportCutPage.self, AnnexListPage.self, AnnexPage.self, DemoPage.self,
        AnswersPage.self, AnswersDocument.self, FeedbackPage.self, FeedbackLettersPage.self, FollowSlipPage.self,
        SurveyIntroPage.self, SurveyFillPage.self, SurveyCheckPage.self, SurveyReceiptPage.self, SurveyKeptPage.self,
        SurveyPaperPage.self, SurveyBuilderPage.self, BuilderFormPage.self, SurveyKeyInPage.self,
        SurveyResultsPage.self, CrossTablePage.self, SheetFileListPage.self, SheetFilePage.self, OpenAnswerPage.self,
        FamilyListPage.self, FamilyPage.self, ThemesPage.self, CoveragePage.self,
        PlanningPage.self,
    ]

    @Test func everyNameIsKnownToItsPageAndUsedAsWhatItIs() throws {
        let sources = try ProjectFiles.templates().sources
        for page in Self.pages {
            let walk = TemplateWalk(page, in: sources)
            #expect(walk.faults == [], "\(page.template)")
        }
    }

    @Test func aFormKnowsEveryNameOfItsParts() throws {
        #expect(TemplateWalk(FormContent.self, "form", in: try ProjectFiles.templates().sources).faults == [])
    }

    @Test func everyTemplateBelongsToAPage() throws {
        let sources = try ProjectFiles.templates().sources
        var used = Self.pages.reduce(into: Set<String>()) { $0.formUnion(TemplateWalk($1, in: sources).templates) }
        used.formUnion(TemplateWalk(FormContent.self, "form", in: sources).templates)
        #expect(Set(sources.keys) == used)
    }

    @Test(arguments: [
        ("{{nonsense}}", "nonsense is no name here"), ("{{{heading}}}", "heading is no markup"),
        ("{{#plans}}{{tittle}}{{/plans}}", "tittle is no name here"), ("{{plans}}", "plans is not printed"),
        ("{{#isEmpty}}{{isEmpty}}{{/isEmpty}}", "isEmpty is not printed"), ("{{>nowhere}}", "no template nowhere"),
        ("{{#plans}}{{/plan}}", "plan closes plans"), ("{{.}}", ". is no name here"),
        ("{{#plans}}", "plans is left open"),
    ])
    func aWrongNameIsFound(template: String, fault: String) {
        #expect(TemplateWalk(PlanListPage.self, in: ["plans": template]).faults.contains(fault))
    }
}

/// Goes through a template with the names that are known at each place.
struct TemplateWalk {
    private(set) var faults: [String] = []
    private(set) var templates: Set<String> = []
    private let sources: [String: String]

    init(_ page: any SitePage.Type, in sources: [String: String]) {
        self.init(page, page.template, in: sources)
    }

    init(_ content: any PageContent.Type, _ template: String, in sources: [String: String]) {
        self.sources = sources
        walk(template, [Self.shapes(content)])
    }

    private static func shapes(_ type: any PageContent.Type) -> [String: FieldShape] {
        func open<Content: PageContent>(_ type: Content.Type) -> [String: FieldShape] { Content.fields.shapes }
        return open(type)
    }

    private mutating func walk(_ template: String, _ outer: [[String: FieldShape]]) {
        guard let source = sources[template] else {
            faults.append("no template \(template)")
            return
        }
        templates.insert(template)
        var scopes = outer
        var open: [(name: String, scopes: [[String: FieldShape]])] = []
        for match in source.matches(of: /\{\{(\{?)([#^\/>]?)\s*([^}\s]+)\s*\}?\}\}/) {
            let name = String(match.output.3)
            switch match.output.2 {
            case "#", "^":
                open.append((name, scopes))
                enter(name, &scopes, isInverted: match.output.2 == "^")
            case "/":
                if open.last?.name != name { faults.append("\(name) closes \(open.last?.name ?? "nothing")") }
                if let last = open.popLast() { scopes = last.scopes }
            case ">": walk(name, scopes)
            default: use(name, scopes, isRaw: match.output.1 == "{")
            }
        }
        faults += open.map { "\($0.name) is left open" }
    }

    private mutating func enter(_ name: String, _ scopes: inout [[String: FieldShape]], isInverted: Bool) {
        guard let shape = Self.find(name, scopes) else {
            faults.append("\(name) is no name here")
            return
        }
        if case .content(let type) = shape, !isInverted { scopes.append(Self.shapes(type)) }
    }

    private mutating func use(_ name: String, _ scopes: [[String: FieldShape]], isRaw: Bool) {
        switch Self.find(name, scopes) {
        case nil: faults.append("\(name) is no name here")
        case .text: if isRaw { faults.append("\(name) is no markup") }
        case .markup: if !isRaw { faults.append("\(name) is markup") }
        case .flag, .content: faults.append("\(name) is not printed")
        }
    }

    /// Mustache looks from the inside out.
    private static func find(_ name: String, _ scopes: [[String: FieldShape]]) -> FieldShape? {
        scopes.reversed().lazy.compactMap { $0[name] }.first
    }
}
