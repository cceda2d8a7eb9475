import ArgumentParser
import Foundation
import PlanDomain
import Web
import Workflow

/// `paraaf workflow …`: the files that say how plans come about.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "Check and draw workflow files.", subcommands: [Check.self, Draw.self])
}

extension WorkflowCommand {
    struct Check: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check workflow files; prints FILE:LINE: what is wrong, and exits 1.")
        @Argument(help: "The files.") var files: [String]

        func work(at desk: Desk) async throws {
            var isSound = true
            for file in files {
                do {
                    let definition = try WorkflowFile.read(file)
                    desk.terminal.say(
                        "cli.workflow-sound",
                        ["file": .text(file), "title": .text(desk.terminal.phrases.text(definition.label))])
                } catch let faults as WorkflowFaults {
                    isSound = false
                    for line in desk.terminal.lines(of: faults) { Terminal.write(line + "\n") }
                } catch let error as PlanError {
                    isSound = false
                    Terminal.write("\(file):1: \(desk.terminal.phrases.text(error.reason))\n")
                }
            }
            if !isSound { throw ExitCode.failure }
        }
    }

    struct Draw: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw a workflow as a picture for print, with its text inside for screen readers.")
        @Argument(help: "The file.") var file: String
        @Option(help: "The SVG file; standard output where it is not given.") var out: String?

        func work(at desk: Desk) async throws {
            let definition = try WorkflowFile.read(file)
            let phrases = desk.terminal.phrases
            let picture = WorkflowDiagram(definition, language: phrases.language.rawValue) { phrases.text($0) }
            try Output.write(Data(picture.svg().utf8), to: out)
        }
    }
}

/// A workflow file named on the command line.
private enum WorkflowFile {
    static func read(_ file: String) throws -> WorkflowDefinition {
        let bytes = try Data(contentsOf: URL(filePath: file))
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw PlanError(.invalid, Reason("repository.not-utf8", ["file": .text(file)]))
        }
        return try WorkflowDefinition.read(yaml: yaml, file: file)
    }
}
