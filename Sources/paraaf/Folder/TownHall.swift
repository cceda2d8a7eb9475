import Foundation
import PlanDomain
import PlanRepositories
import SQLiteStore
import Workflow

/// Everything wired together over one data folder.
struct TownHall {
    let folder: DataFolder
    let repositories: GitPlanRepositories
    let store: SQLiteStore
    let office: PlanOffice
    let reading: PlanReadingRoom

    /// Opens the folder and, where this process may write, completes what an interruption left half.
    static func open(_ location: URL, for access: DataFolder.Access, files: ProgramFiles) async throws -> TownHall {
        let hall = try TownHall(DataFolder(location, for: access), files: files)
        if hall.folder.isHeld {
            try await hall.store.assertDurable()
            try hall.repositories.removeLeftovers()
            try await hall.office.bringAllUpToDate()
        }
        return hall
    }

    /// Without bringing anything up to date: for commands that mend, and for the demo, which brings its own clock.
    init(_ folder: DataFolder, files: ProgramFiles, time: OfficeTime = OfficeTime()) throws {
        self.folder = folder
        let keys = KeyFolder(folder.keys)
        let key = folder.isHeld ? try keys.signingKey() : try keys.existingKey()
        guard let key else { throw PlanError(.unavailable, Reason("key.missing")) }
        repositories = GitPlanRepositories(in: folder.plans, key: key)
        store =
            folder.isHeld ? try folder.openStore() : try folder.openStoreForReading()
        office = PlanOffice(
            repositories: repositories, store: store, workflows: try files.workflows(), skeletons: files.skeletons,
            time: time, sealReason: ReasonSeal.seal)
        reading = PlanReadingRoom(office, keyFingerprint: repositories.keyFingerprint)
    }
}
