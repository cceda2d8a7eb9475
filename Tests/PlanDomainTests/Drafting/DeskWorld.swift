import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// The little world with people at the desk: two drafters of one plan, an adviser who may read it, an outsider.
struct DeskWorld {
    let world: World
    let desk: DraftingDesk
    let plan: PlanID
    let noor: Participant
    let bas: Participant
    let adviser: Participant
    let outsider: Participant

    /// - Parameter drafts: stands between the desk and the database, to let it fail.
    init(_ text: PlanText = .sample(), drafts: (any DraftStore)? = nil) async throws {
        let world = try World()
        self.world = world
        let plan = try await world.startPlan(text)
        self.plan = plan
        desk = DraftingDesk(office: world.office, drafts: drafts ?? world.store, people: world.store)
        noor = try await Self.person("noor", "Noor Bos", .drafter, "Steller veiligheid", plan, world)
        bas = try await Self.person("bas", "Bas de Wit", .editor, "Projectleider", plan, world)
        adviser = try await Self.person("ali", "Ali Demir", .adviser, "Adviseur financiën", plan, world)
        outsider = try await Self.person("otto", "Otto", .drafter, "Steller groen", .named("ander-plan"), world)
    }

    private static func person(
        _ id: String, _ name: String, _ role: Role, _ function: String, _ plan: PlanID, _ world: World
    ) async throws -> Participant {
        let person = Person(
            id: try #require(PersonID(id)), name: name, mail: try #require(MailAddress("\(id)@waterkerke.example")))
        try await world.store.save(person)
        let appointment = Appointment(
            id: try #require(AppointmentID(id)), person: person.id, role: role, function: function, plan: plan)
        try await world.store.save(appointment)
        return Participant(.person(person), appointments: [appointment])
    }

    static let doel = DraftSubject.section(.named("doel"))

    static func tab(_ name: String = "tab-1") throws -> DraftTab { try #require(DraftTab(name)) }

    func head() async throws -> CommitID { try await world.office.heads(of: plan).text }
    func body(_ section: String = "doel") async throws -> String? {
        try await world.text(of: plan).section(.named(section))?.body
    }
    func changeCount() async throws -> Int { try await world.store.changes(of: plan, section: nil).count }

    /// What somebody posts who opened the text as it stands.
    func work(
        _ text: String, of subject: DraftSubject = doel, on base: CommitID? = nil, tab: String = "tab-1",
        version: Int = 1, nature: ChangeNature = .substantive, summary: String = "Scherper gezegd",
        request: String = UUID().uuidString
    ) async throws -> TextSave {
        let head = try await head()
        return TextSave(
            plan: plan, subject: subject, text: text, base: base ?? head, tab: try Self.tab(tab), version: version,
            summary: summary, nature: nature, inputs: ["INB-0001"], requestID: request)
    }

    func drafts(of participant: Participant) async throws -> [String] {
        try await desk.drafts(of: plan, by: participant).map(\.text)
    }
}

extension SaveOutcome {
    var change: Change? { if case .saved(let change, _) = self { change } else { nil } }
    var incoming: [String]? { if case .saved(_, let incoming) = self { incoming } else { nil } }
    var conflict: TextConflict? { if case .conflict(let conflict) = self { conflict } else { nil } }
}
