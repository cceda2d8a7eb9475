import Phrases
import PlanDomain
import Survey
import Workflow

/// What came in, per question as a picture with its table.
struct SurveyResultsPage: SitePage {
    static let template = "survey-results"
    let title: String
    let place: BuilderPlace
    let facts: [QuestionPage.Fact]
    let days: Markup?
    let dayRows: [DayRow]
    let questions: [Result]
    let themes: [PageLink]
    let isWeighted: Bool
    let hasWeighting: Bool
    let choicesToCross: [FormChoice]
    let mayConsult: Bool
    let mayHandle: Bool

    init(_ results: SurveyResults, theme: String?, isWeighted: Bool, for participant: Participant, phrases: Phrases) {
        let plan = results.survey.plan
        let place = BuilderPlace(plan: plan, round: results.survey.round)
        let questionnaire = results.survey.questionnaire
        let numbers = ResultNumbers(phrases: phrases)
        title = questionnaire.title
        self.place = place
        self.isWeighted = isWeighted && results.survey.weighting != nil
        hasWeighting = results.survey.weighting != nil
        let ways = SurveyResponse.Way.allCases.map { way in
            QuestionPage.Fact(
                label: phrases.text("survey.results.way.\(way.rawValue)"),
                value: phrases.number(results.counts.filter { $0.way == way }.reduce(0) { $0 + $1.count }))
        }
        facts =
            [.init(label: phrases.text("survey.results.count"), value: phrases.number(results.count))] + ways
            + [.init(label: phrases.text("survey.results.unsent"), value: phrases.number(results.unsent))]
        let byDay = Dictionary(grouping: results.counts, by: \.day).map { day, counts in
            (day: day, count: counts.reduce(0) { $0 + $1.count })
        }.sorted { $0.day < $1.day }
        days = ResultChart.days(byDay, title: phrases.text("survey.results.days-picture"))
        dayRows = byDay.map { DayRow(day: phrases.writtenDate($0.day), count: phrases.number($0.count)) }
        let known = questionnaire.questions.compactMap(\.theme)
        var seen: Set<String> = []
        themes =
            known.isEmpty
            ? []
            : [
                PageLink(
                    label: phrases.text("survey.results.all-themes"), address: place.results(isWeighted: isWeighted),
                    isCurrent: theme == nil)
            ]
                + known.filter { seen.insert($0).inserted }.map { name in
                    PageLink(
                        label: name, address: place.results(theme: name, isWeighted: isWeighted),
                        isCurrent: name == theme)
                }
        let respondents = results.respondents(isWeighted: isWeighted)
        let mayReadWords = participant.may(.handleInputs, in: plan)
        questions = questionnaire.questions.filter { theme == nil || $0.theme == theme }.map { question in
            Result(
                ResultTable(QuestionResult(question, of: respondents)),
                answers: question.takesWords && mayReadWords ? place.answers(to: question.id) : nil, numbers: numbers)
        }
        choicesToCross = questionnaire.questions.filter(\.isCountable).map { FormChoice($0.id, $0.text) }
        mayConsult = participant.may(.consult, in: plan)
        mayHandle = mayReadWords
    }

    static let fields: PageFields<SurveyResultsPage> = [
        .text("title") { $0.title },
        .list("facts") { $0.facts },
        .markup("days") { $0.days },
        .flag("hasDays") { $0.days != nil },
        .list("dayRows") { $0.dayRows },
        .list("questions") { $0.questions },
        .flag("hasThemes") { !$0.themes.isEmpty },
        .list("themes") { $0.themes },
        .flag("isWeighted") { $0.isWeighted },
        .text("unweighted") { $0.isWeighted ? $0.place.results(isWeighted: false).path : nil },
        .text("weighted") { $0.hasWeighting && !$0.isWeighted ? $0.place.results.path : nil },
        .text("weigh") { $0.mayConsult ? $0.place.weighting().path : nil },
        .text("cross") { $0.choicesToCross.count > 1 ? $0.place.cross.path : nil },
        .text("csv") { $0.place.csv.path },
        .text("json") { $0.place.json.path },
        .text("raw") { $0.mayHandle ? $0.place.choices.path : nil },
        .text("builder") { $0.mayConsult ? $0.place.overview.path : nil },
    ]

    struct DayRow: PageContent {
        let day: String
        let count: String

        static let fields: PageFields<DayRow> = [.text("day") { $0.day }, .text("dayCount") { $0.count }]
    }
}

extension SurveyResultsPage {
    /// One question.
    struct Result: PageContent {
        let id: String
        let text: String
        let theme: String?
        /// "237 mensen antwoordden", or why there is nothing to show.
        let base: String
        let mean: String?
        let shareLabel: String
        let parts: [Part]

        /// Where who handles inputs reads what people wrote; nil where they wrote nothing, and for others.
        let answers: SiteAddress?

        init(_ table: ResultTable, answers: SiteAddress?, numbers: ResultNumbers) {
            self.answers = answers
            let (phrases, result) = (numbers.phrases, table.result)
            id = result.question.id
            text = result.question.text
            theme = result.question.theme
            base =
                if let texts = table.texts {
                    phrases.text("survey.results.texts", ["count": .number(texts)])
                } else if let base = result.base {
                    phrases.text("survey.results.base", ["count": .number(base)])
                } else {
                    phrases.text("survey.results.withheld")
                }
            mean = table.mean.map { phrases.text("survey.results.mean", ["mean": .text(numbers.mean($0))]) }
            shareLabel = phrases.text(table.isRanking ? "survey.results.points" : "survey.results.share")
            parts = table.parts.map { part in
                let title = [result.question.text, part.title].compactMap { $0 }.joined(separator: " – ")
                return Part(
                    title: part.title, caption: title,
                    chart: ResultChart.bars(
                        part.rows, title: phrases.text("survey.results.picture", ["title": .text(title)]),
                        numbers: numbers),
                    rows: part.rows.map {
                        Line(label: $0.label, count: numbers.count($0.count), share: numbers.share($0.share))
                    })
            }
        }

        static let fields: PageFields<Result> = [
            .text("resultID") { "vraag-\($0.id)" },
            .text("resultText") { $0.text },
            .text("resultTheme") { $0.theme },
            .text("base") { $0.base },
            .text("mean") { $0.mean },
            .text("shareLabel") { $0.shareLabel },
            .list("parts") { $0.parts },
            .text("answers") { $0.answers?.path },
        ]
    }

    struct Part: PageContent {
        let title: String?
        let caption: String
        let chart: Markup
        let rows: [Line]

        static let fields: PageFields<Part> = [
            .text("partTitle") { $0.title },
            .text("caption") { $0.caption },
            .markup("chart") { $0.chart },
            .list("rows") { $0.rows },
        ]
    }

    struct Line: PageContent {
        let label: String
        let count: String
        let share: String

        static let fields: PageFields<Line> = [
            .text("rowLabel") { $0.label },
            .text("rowCount") { $0.count },
            .text("rowShare") { $0.share },
        ]
    }
}
