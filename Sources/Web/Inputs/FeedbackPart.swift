import Phrases
import PlanDomain

/// What was told of an input and what who sent it in says to that, for who handles inputs.
struct FeedbackPart: PageContent {
    let isDisputed: Bool
    let lines: [Line]
    let reason: String?

    /// Nil where nothing was told, read or answered.
    init?(_ feedback: [Feedback], isDisputed: Bool, phrases: Phrases) {
        lines = feedback.flatMap { Self.lines($0, phrases) }.map(Line.init)
        guard !lines.isEmpty else { return nil }
        self.isDisputed = isDisputed
        reason = feedback.last { $0.reply?.verdict == .disputed }?.reply?.reason
    }

    private static func lines(_ feedback: Feedback, _ phrases: Phrases) -> [String] {
        var lines: [String] = []
        if let told = feedback.told {
            lines.append(
                phrases.text("feedback.part.told.\(told.way.rawValue)", ["moment": .text(phrases.moment(told.at))]))
        }
        if let seen = feedback.seenAt {
            lines.append(phrases.text("feedback.part.seen", ["moment": .text(phrases.moment(seen))]))
        }
        if let reply = feedback.reply {
            lines.append(
                phrases.text(
                    "feedback.part.replied.\(reply.verdict.rawValue)", ["moment": .text(phrases.moment(reply.at))]))
        }
        return lines
    }

    static let fields: PageFields<FeedbackPart> = [
        .flag("isDisputed") { $0.isDisputed },
        .list("lines") { $0.lines },
        .text("replyReason") { $0.reason },
    ]
}
