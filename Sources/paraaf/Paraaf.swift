import ArgumentParser

/// The program: one command per thing that an operator does.
@main
struct Paraaf: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "paraaf",
        abstract: "Keeps municipal policy plans in git and takes them from consultation to adoption.",
        discussion: """
            Every command that reads or writes plans takes --data DIR, or the folder named by PARAAF_DATA. \
            Messages are in Dutch; PARAAF_LANGUAGE=en turns them into English.
            """,
        version: version,
        subcommands: [
            PlanCommand.self, UserCommand.self, DocumentCommand.self, RegisterCommand.self, WorkflowCommand.self,
            ServeCommand.self, ReplayCommand.self, DemoCommand.self, ReindexCommand.self, BackupCommand.self,
            RestoreCommand.self, KeyCommand.self, EraseCommand.self, RetentionCommand.self,
        ])
}
