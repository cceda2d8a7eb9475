import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// A site with one plan on which partners and the council are heard, and a reader of each kind.
struct HeardSite: Sendable {
    let site: RunningSite
    let plan: PlanID
    let round: RoundID
    /// Two contacts of one organisation, one of another, and one who came in for another plan.
    let police: Reader
    let colleague: Reader
    let fireBrigade: Reader
    let outsider: Reader
    let handler: Reader
    let editor: Reader
    let drafter: Reader
    let councillor: Reader

    var world: World { site.world }
    var store: any TownHallStore { site.services.store }
    var base: String { "/plannen/\(plan)/meedoen" }

    static let organisations = [Organisation(name: "Politie Oost"), Organisation(name: "Brandweer")]

    /// Runs `body` beside a site whose round for partners is open from 5 to 16 June 2023.
    static func with(
        opened: Bool = true, settings: SiteSettings = SiteSettings(municipality: "Gemeente Deventer"),
        _ body: @Sendable @escaping (HeardSite) async throws -> Void
    ) async throws {
        let world = try World()
        let plan = try await world.startPlan(.sample(type: "meerjarenbeleidsplan"), by: Cast.editor)
        try await RunningSite.with(LittleWorld(), settings: settings, world: world) { site in
            let (store, now) = (world.store, world.clock.now)
            func person(_ name: String, _ role: Role) async throws -> Reader {
                try await .person(name, [(role, "Functie \(name)")], for: plan, in: store, at: now)
            }
            func contact(_ name: String, _ organisation: Organisation, for plan: PlanID) async throws -> Reader {
                try await .contact(name, of: organisation.name, for: plan, in: store, at: now)
            }
            let handler = try await person("Hanna", .handler)
            let desk = ConsultationDesk(world.office, store: store)
            let official = try await participant(handler, in: world)
            let round = try await desk.prepare(preparation, in: plan, by: official)
            if opened {
                try await desk.open(
                    round.id, of: plan, shown: try await world.office.heads(of: plan).text, requestID: "opening",
                    by: official)
            }
            try await body(
                HeardSite(
                    site: site, plan: plan, round: round.id,
                    police: try await contact("Pim", organisations[0], for: plan),
                    colleague: try await contact("Carla", organisations[0], for: plan),
                    fireBrigade: try await contact("Frits", organisations[1], for: plan),
                    outsider: try await contact("Olga", organisations[0], for: .named("een-ander-plan")),
                    handler: handler, editor: try await person("Edo", .editor),
                    drafter: try await person("Dirk", .drafter),
                    councillor: try await person("Roos", .councillor)))
        }
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    static var preparation: RoundPreparation {
        get throws {
            RoundPreparation(
                title: "Ronde partners", audience: .partners, asked: "partners in veiligheid",
                organisations: organisations, questions: ["Wat mist u?"], explanation: "Wij horen *graag* van u.",
                privacy: "Wij bewaren uw naam tot het plan er is.", from: try day("2023-06-05"),
                until: try day("2023-06-16"), closingTime: TimeOfDay(hour: 17, minute: 0))
        }
    }

    static func participant(_ reader: Reader, in world: World) async throws -> Participant {
        try await Reception(store: world.store, time: world.clock.office)
            .participant(for: .person(try #require(reader.account).id))
    }

    /// Past the last moment of the round.
    func pastClosing() { world.clock.set(Date(timeIntervalSince1970: 1_686_934_800)) }  // 16 June 2023, 19:00
}

extension HeardSite {
    /// A remark on a passage of the section "doel".
    static let remark = [("soort", "remark"), ("passage", "een veilige wijk"), ("tekst", "Welke wijk?")]

    func get(_ path: String, as reader: Reader) async throws -> WireResponse {
        try await site.get(path.hasPrefix("/plannen") ? path : base + path, as: reader)
    }

    func post(_ path: String, _ values: [(String, String)], as reader: Reader) async throws -> WireResponse {
        try await site.post(path.hasPrefix("/plannen") ? path : base + path, values, as: reader)
    }

    /// A name for one showing of a form.
    static func request(_ name: String) -> String {
        String((name + String(repeating: "-", count: 43)).prefix(43))
    }

    /// Writes a remark down and sends it in; gives its number.
    @discardableResult
    func send(_ values: [(String, String)] = remark, as reader: Reader, request: String) async throws -> InputNumber {
        #expect(try await post("/tekst/doel", values, as: reader).status == 303)
        let version = try await draftVersion(of: reader)
        let name = Self.request(request)
        let answer = try await post("/controle", [("versie", String(version)), ("_request", name)], as: reader)
        #expect(answer.status == 303)
        return try #require(try await store.receipt(for: name, in: plan)?.numbers.first)
    }

    /// The version of the draft that the check page shows.
    func draftVersion(of reader: Reader) async throws -> Int {
        let page = try await get("/controle", as: reader).body
        return page.firstMatch(of: /name="versie" value="([0-9]+)"/).flatMap { Int($0.1) } ?? 0
    }

    /// Everything that the store knows of drafts, inputs and mail, to be held against what it knew before.
    func state() async throws -> String {
        let inputs = try await store.inputs(of: plan)
        let lines = try await store.inputLines(of: plan)
        var drafts: [String] = []
        for contact in try await store.contacts(of: nil) {
            let draft = try await store.draft(of: Submitter(contact), in: round, of: plan)
            drafts.append("\(String(describing: draft))")
        }
        let mail = try await store.outbox(nil, before: nil, limit: 100).map { "\($0.subject) \($0.to)" }
        let rounds = try await store.rounds(of: plan)
        let acts = try await store.acts(of: plan).count
        return "\(inputs)\n\(lines)\n\(drafts)\n\(mail)\n\(rounds)\n\(acts)"
    }
}
