import ArgumentParser
import Foundation
import PlanDomain
import Workflow

/// `--data DIR`, with `PARAAF_DATA` in its place.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder that holds everything; PARAAF_DATA in its place.")
    var folder: String?

    var location: URL {
        get throws {
            guard let folder = folder ?? ProcessInfo.processInfo.environment["PARAAF_DATA"], !folder.isEmpty else {
                throw ValidationError("Say where the data is: --data DIR, or set PARAAF_DATA.")
            }
            return URL(filePath: folder)
        }
    }

    func validate() throws { _ = try location }

    func open(for access: DataFolder.Access, at desk: Desk) async throws -> TownHall {
        try await TownHall.open(try location, for: access, files: desk.files)
    }

    /// The folder alone, with nothing in it brought up to date.
    func folder(for access: DataFolder.Access) throws -> DataFolder { try DataFolder(try location, for: access) }
}

/// A plan by its id, as an argument.
struct PlanArgument: ExpressibleByArgument {
    private let text: String

    init?(argument: String) { text = argument }

    /// Throws `notFound` for a text that cannot be the id of any plan.
    var id: PlanID {
        get throws(PlanError) {
            guard let id = PlanID(text) else {
                throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(text)]))
            }
            return id
        }
    }
}
