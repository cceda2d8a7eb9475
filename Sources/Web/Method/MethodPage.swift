import Phrases
import PlanDomain
import Workflow

/// How a plan of this type comes about (*werkwijze*): a picture, and the same in words.
struct MethodPage: SitePage {
    static let template = "method"
    let outline: WorkflowOutline
    let stages: [Stage]
    let passages: [Markup]

    init(_ view: PlanView, phrases: Phrases) {
        self.init(view.definition, at: view.projected.stage, phrases: phrases)
    }

    /// - Parameter stage: where a plan stands; nil for the procedure by itself.
    init(_ definition: WorkflowDefinition, at stage: StageID? = nil, phrases: Phrases) {
        let present = stage
        let diagram = WorkflowDiagram(definition, language: phrases.language.rawValue) { phrases.text($0) }
        outline = diagram.textEquivalent
        stages = outline.stages.enumerated().map { index, stage in
            Stage(stage, number: index + 1, isCurrent: stage.id == present, phrases: phrases)
        }
        passages = [Markup(diagram.svg(id: "werkwijze"))]
    }

    static let fields: PageFields<MethodPage> = [
        .text("heading") { $0.outline.title },
        .text("description") { $0.outline.description },
        .text("version") { $0.outline.version },
        .list("stages") { $0.stages },
        .passage("diagram") { _ in 0 },
    ]

    /// A stage with what runs beside it and what guards leaving it.
    struct Stage: PageContent {
        let stage: WorkflowOutline.Stage
        let number: Int
        let isCurrent: Bool
        /// Sentences on how it is left, forward or back.
        let ways: [Line]
        let tracks: [Track]
        let conditions: [Line]

        init(_ stage: WorkflowOutline.Stage, number: Int, isCurrent: Bool, phrases: Phrases) {
            self.stage = stage
            self.number = number
            self.isCurrent = isCurrent
            ways = [stage.movers, stage.sendBack, stage.next].compactMap { $0 }.map { Line(phrases.capitalized($0)) }
            conditions = stage.conditions.map { Line($0.line) }
            tracks = stage.tracks.map(Track.init)
        }

        static let fields: PageFields<Stage> = [
            .text("stageNumber") { String($0.number) },
            .text("stageLabel") { $0.stage.label },
            .text("subject") { $0.stage.subject },
            .text("stageDescription") { $0.stage.description },
            .flag("isCurrent") { $0.isCurrent },
            .text("gateHeading") { $0.stage.gateHeading },
            .flag("hasConditions") { !$0.conditions.isEmpty },
            .list("conditions") { $0.conditions },
            .list("ways") { $0.ways },
            .flag("hasTracks") { !$0.tracks.isEmpty },
            .list("tracks") { $0.tracks },
        ]
    }

    /// Steps that run beside the text.
    struct Track: PageContent {
        let label: String
        let notes: [Line]
        let steps: [Step]

        init(_ track: WorkflowOutline.Track) {
            label = track.label
            notes = (track.notes + [track.actors].compactMap { $0 }).map(Line.init)
            steps = track.steps.map(Step.init)
        }

        static let fields: PageFields<Track> = [
            .text("trackLabel") { $0.label },
            .list("notes") { $0.notes },
            .list("steps") { $0.steps },
        ]
    }

    /// A step with what must hold first.
    struct Step: PageContent {
        let text: String
        let notes: [Line]

        init(_ step: WorkflowOutline.Step) {
            text = step.text
            notes = ([step.note].compactMap { $0 } + step.conditions.map(\.line)).map(Line.init)
        }

        static let fields: PageFields<Step> = [
            .text("stepText") { $0.text },
            .flag("hasNotes") { !$0.notes.isEmpty },
            .list("notes") { $0.notes },
        ]
    }

    /// A sentence of the outline.
    struct Line: PageContent {
        let text: String

        init(_ text: String) {
            self.text = text
        }

        static let fields: PageFields<Line> = [.text("line") { $0.text }]
    }
}
