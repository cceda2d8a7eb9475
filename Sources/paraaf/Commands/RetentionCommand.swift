import ArgumentParser
import Phrases
import PlanDomain
import Workflow

/// `paraaf retention`: shows what is past its time, and throws it away where that is asked.
struct RetentionCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Show what is past its retention period, or remove it.",
        discussion: "A server removes it by itself once a day; the periods are chosen on the site.")
    @OptionGroup var data: DataOption
    @Flag(help: "Remove it; without this, show what would go.") var carryOut = false

    func work(at desk: Desk) async throws {
        let store = try data.folder(for: .reading).openStore()
        let retention = RetentionDesk(store, time: OfficeTime())
        func words(_ kind: RetentionSchedule.Kind, _ count: Int) -> [String: PhraseArgument] {
            [
                "kind": .text(desk.terminal.text("retention.kind.\(kind.rawValue)")),
                "count": .number(count),
            ]
        }
        if carryOut {
            let gone = try await retention.carryOut(by: .keeper)
            for disposal in gone { desk.terminal.say("cli.retention.gone", words(disposal.kind, disposal.count)) }
            if gone.isEmpty { desk.terminal.say("cli.retention.nothing") }
            return
        }
        let due = try await retention.preview(for: .keeper).compactMap(\.expired).filter { $0.count > 0 }
        for things in due { desk.terminal.say("cli.retention.would-go", words(things.kind, things.count)) }
        if due.isEmpty { desk.terminal.say("cli.retention.nothing") }
    }
}
