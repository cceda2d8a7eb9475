import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// A town hall in which something stands behind every form of the site. It is played once; every test of a form gets a
/// copy of its own.
struct AbuseScene: Sendable {
    let world: World
    let readers: [Sender: Reader]
    /// In consultation, with a round that is open and one that is being prepared; about to be decided; with its drafters;
    /// and somebody else's.
    let heard: PlanID
    let board: PlanID
    let draft: PlanID
    let foreign: PlanID
    /// What stands for the names in an address, see ``ValidPost``.
    var names: [String: String] = [:]
    /// The same kinds of thing, of somebody else.
    var foreignNames: [String: String] = [:]

    var plans: [PlanID] { [heard, board, draft, foreign] }

    private static let played = Task { try await play() }

    /// A copy that nobody else has.
    static func fresh() async throws -> AbuseScene {
        let scene = try await played.value
        var copy = AbuseScene(
            world: try scene.world.copied(), readers: scene.readers, heard: scene.heard, board: scene.board,
            draft: scene.draft, foreign: scene.foreign)
        (copy.names, copy.foreignNames) = (scene.names, scene.foreignNames)
        return copy
    }

    func reader(_ sender: Sender) -> Reader { readers[sender] ?? .visitorWithForm }

    /// Opens the site on it.
    func open(_ body: @Sendable @escaping (RunningSite) async throws -> Void) async throws {
        let settings = SiteSettings(
            municipality: "Gemeente Voorbeeld", isDemo: true, passwordCost: .slight, surveyPace: 0)
        try await RunningSite.with(
            LittleWorld(), settings: settings, mailTrial: TellingServer(.accepted(answer: "250 ok")), world: world,
            reader: .visitorWithForm, body)
    }

    func state(without tables: Set<String> = []) async throws -> KnownState {
        try await KnownState(of: world, plans: plans, without: tables)
    }

    private static func play() async throws -> AbuseScene {
        let world = try World()
        let heard = try await world.startPlan(.sample(type: "meerjarenbeleidsplan", title: "Beleidsplan"))
        let board = try await world.startPlan(.sample(title: "Uitvoeringsplan Noord"))
        let draft = try await world.startPlan(.sample(title: "Uitvoeringsplan Zuid"))
        let foreign = try await world.startPlan(.sample(title: "Plan van een ander"))
        try await world.bringToBoard(board)
        let homes: [Sender: PlanID] = [
            .drafter: heard, .editor: heard, .handler: heard, .holder: board, .planSecretary: board, .adviser: draft,
            .stranger: foreign, .police: heard, .fireBrigade: heard, .outsider: foreign,
        ]
        var readers: [Sender: Reader] = [:]
        for sender in Sender.allCases { readers[sender] = try await reader(sender, at: homes[sender], in: world) }
        var scene = AbuseScene(
            world: world, readers: readers, heard: heard, board: board, draft: draft, foreign: foreign)
        try await scene.furnish()
        return scene
    }

    /// - Parameter home: the one plan in which they do anything; nil for all.
    private static func reader(_ sender: Sender, at home: PlanID?, in world: World) async throws -> Reader {
        let (store, now, name) = (world.store, world.clock.now, sender.rawValue.lowercased())
        if sender == .visitor { return .visitorWithForm }
        if sender == .resident {
            var resident = Reader.visitorWithForm
            resident.carried = "enquete=\(SceneSecret.sheet.text); volg=\(SceneSecret.follow.text)"
            return resident
        }
        if let organisation = sender.organisation, let home {
            return try await .contact(name, of: organisation, for: home, in: store, at: now)
        }
        return try await .person(
            name, sender.roles.map { ($0, "Functie \(name)") }, for: home, in: store, at: now,
            hasSecondFactor: ![.owing, .newAdmin].contains(sender))
    }
}
