import ArgumentParser
import Foundation
import PlanDomain
import PlanRepositories

/// `paraaf key …`: the key under which acts are signed.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show and replace the key that signs the acts.",
        subcommands: [Show.self, Rotate.self])
}

extension KeyCommand {
    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Show the fingerprint that every document prints.")
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let hall = try TownHall(try data.folder(for: .reading), files: desk.files)
            Terminal.write(hall.repositories.keyFingerprint + "\n")
        }
    }

    struct Rotate: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand all registers over to a new key.",
            discussion: "Each register gets an act, signed by the old key. After an interruption, run it again.")
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let hall = try await data.open(for: .writing, at: desk)
            let keys = KeyFolder(hall.folder.keys)
            let next = try keys.nextKey()
            try await hall.repositories.rotateKey(to: next, by: .administrator, at: hall.office.time.now())
            try keys.takeNextIntoUse()
            try await hall.office.bringAllUpToDate()
            Terminal.write(next.publicKey.fingerprint + "\n")
        }
    }
}
