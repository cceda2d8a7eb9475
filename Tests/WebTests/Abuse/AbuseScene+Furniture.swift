import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What lies in the scene for forms to be about.
extension AbuseScene {
    mutating func furnish() async throws {
        names = ["plan": heard.rawValue]
        foreignNames = ["plan": foreign.rawValue]
        try await furnishPeople()
        try await furnishMail()
        try await furnishTexts()
        try await furnishAnnexes()
        try await furnishRounds()
        try await furnishSurveys()
        try await furnishIntake()
        try await furnishSessions()
        try await furnishMeetings()
        let scene = self
        try await open { site in try await scene.furnishInputs(at: site) }
        try await furnishLikeness()
        try await furnishFeedback()
        try await world.store.save(
            SavedFilter(name: "Nieuw", query: DeskQuery(order: .newest)), of: .named(id(.handler)), in: heard)
        let police = try #require(ContactID(id(.police)))
        let contact = try #require(try await world.store.contact(police))
        let round = try #require(RoundID(names["round"] ?? ""))
        let draft = try #require(try await world.store.draft(of: Submitter(contact), in: round, of: heard))
        let item = try #require(draft.items.last)
        names.merge([
            "item": String(item.id), "file": try #require(item.attachments.first).id.rawValue, "number": "INB-0001",
        ]) { $1 }
    }

    private func id(_ sender: Sender) -> String { sender.rawValue.lowercased() }

    private mutating func furnishPeople() async throws {
        let (store, now) = (world.store, world.clock.now)
        let hash = try await PasswordHasher(cost: .slight, random: SystemRandom.bytes).hash(SceneSecret.password)
        for sender in [Sender.drafter, .owing, .newAdmin] {
            let key = sender == .owing ? SceneSecret.key.text : nil
            let codes = sender == .owing ? [RecoveryCode.hash(of: SceneSecret.recovery)] : []
            try await store.save(
                Credentials(passwordHash: hash, oneTimeKey: key, recoveryCodes: codes), of: .named(id(sender)))
        }
        let gone = try #require(MailAddress("weg@waterkerke.example"))
        try await store.save(Person(id: .named("vertrokken"), name: "Wil Weg", mail: gone, isDisabled: true))
        try await store.begin(
            SignInSession(
                id: SceneSecret.otherSession.hash, holder: .person(.named(id(.drafter))), startedAt: now,
                lastSeenAt: now, expiresAt: now.addingTimeInterval(86_400), device: "Firefox", hasSecondFactor: true))
        let kim = try #require(ContactID(id(.police)))
        for (secret, purpose) in [
            (SceneSecret.passwordLink, AccessLink.Purpose.choosePassword(.named(id(.nobody)))),
            (SceneSecret.partnerLink, .contribute(kim, plan: heard)),
        ] {
            try await store.make(
                AccessLink(
                    id: secret.hash, purpose: purpose, madeAt: now, expiresAt: now.addingTimeInterval(2 * 86_400)))
        }
        try await store.make(
            AccessLink(
                id: TokenHash(rawValue: "oud"), purpose: .choosePassword(.named(id(.nobody))),
                madeAt: now - 500 * 86_400, expiresAt: now - 499 * 86_400))
        try await store.save(Invitation(plan: heard, contact: kim, invitedAt: now))
        let substitution = try #require(SubstitutionID("vervanging-1"))
        let absent = try #require(AppointmentID("\(id(.holder))-0"))
        try await store.save(
            Substitution(
                id: substitution, appointment: absent,
                deputy: .named(id(.adviser)), period: try Period(from: world.clock.today), ground: "Besluit 12"))
        names.merge([
            "person": id(.drafter), "appointment": "\(id(.drafter))-0", "contact": id(.police),
            "invited": heard.rawValue, "substitution": substitution.rawValue,
            "session": SceneSecret.otherSession.hash.rawValue,
        ]) { $1 }
        let secret = try #require(reader(.newAdmin).secret)
        let offer = FormSecret(secret).offer("one-time key")
        let key = OneTimeKey(bytes: Array(offer.prefix(20)))
        names["code"] = key.code(atStep: OneTimeKey.step(at: now))
        let other = try #require(reader(.stranger).secret)
        foreignNames.merge(["appointment": "\(id(.stranger))-0", "session": other.hash.rawValue]) { $1 }
    }

    private mutating func furnishMail() async throws {
        let (store, now) = (world.store, world.clock.now)
        let (noor, sender) = (MailAddress("noor@voorbeeld.nl"), MailAddress("p@voorbeeld.nl"))
        let mail = NewMail(
            to: try #require(noor), name: "Noor", subject: "Post", text: "Tekst",
            urgency: .atOnce)
        try await store.queue([mail, mail], at: now)
        try await store.note([DeliveryNote(MailNumber(1), .failed, answer: "550 weg", at: now)])
        try await store.save(
            MailSettings(
                host: "mail.voorbeeld.nl", port: 25, security: .none,
                sender: try #require(sender), senderName: "", siteAddress: "https://x.nl"))
        names["mail"] = "1"
    }

    private mutating func furnishTexts() async throws {
        let first = try await world.office.heads(of: heard).text
        try await world.save(in: heard) { $0 = $0.with("doel", body: "Het doel is een veilige wijk voor allen.\n") }
        names.merge([
            "section": "doel", "chapter": "inleiding", "document": "nota", "part": "inleiding", "older": first.rawValue,
            "step": "finance-advice", "commit": try await world.office.heads(of: heard).text.rawValue,
        ]) { $1 }
        foreignNames["commit"] = try await world.office.heads(of: foreign).text.rawValue
        let desk = ImportDesk(
            office: world.office, imports: world.store, people: world.store, conversion: LittleConversion())
        let document = Data(LittleConversion.markdown.replacing("![](./media/a.png)", with: "").utf8)
        for (name, sender) in [("import", Sender.drafter), ("otherImport", .stranger)] {
            let taken = try await desk.take(
                document, called: "plan.md", requestID: name, by: try await world.participant(.named(id(sender))))
            names[name] = taken.rawValue
        }
        foreignNames["import"] = names.removeValue(forKey: "otherImport")
    }

    /// A file in a plan of one's own, and another in somebody else's.
    private mutating func furnishAnnexes() async throws {
        let desk = DraftingDesk(office: world.office, drafts: world.store, people: world.store)
        for (plan, sender, bytes) in [(heard, Sender.drafter, Self.pdf), (foreign, .stranger, Self.pdf + [0x0A])] {
            let annex = NewAnnex(
                plan: plan, fileName: plan == heard ? "kaart.pdf" : "elders.pdf", bytes: Data(bytes),
                description: "Kaart", summary: "Kaart erbij", requestID: "kaart")
            _ = try await desk.attach(annex, by: try await world.participant(.named(id(sender))))
        }
        (names["annex"], foreignNames["annex"]) = ("kaart.pdf", "elders.pdf")
    }

    private mutating func furnishRounds() async throws {
        let desk = ConsultationDesk(world.office, store: world.store)
        let official = try await world.participant(.named(id(.handler)))
        let open = try await desk.prepare(try Self.round("Ronde partners"), in: heard, by: official)
        let text = try await world.office.heads(of: heard).text
        try await desk.open(open.id, of: heard, shown: text, requestID: "opening", by: official)
        let next = try await desk.prepare(try Self.round("Tweede ronde"), in: heard, by: official)
        let other = try await desk.prepare(
            try Self.round("Ronde elders"), in: foreign, by: try await world.participant(.named(id(.stranger))))
        (names["round"], names["prepared"]) = (open.id.rawValue, next.id.rawValue)
        foreignNames["round"] = other.id.rawValue
    }

    private static func round(_ title: String) throws -> RoundPreparation {
        RoundPreparation(
            title: title, audience: .partners, asked: "partners in veiligheid",
            organisations: [Organisation(name: "Politie Oost"), Organisation(name: "Brandweer")],
            questions: ["Wat mist u?"], explanation: "", privacy: "", from: try HeardSite.day("2023-06-05"),
            until: try HeardSite.day("2023-06-16"), closingTime: TimeOfDay(hour: 17, minute: 0),
            channels: [.form, .letter, .mail, .session])
    }

    private mutating func furnishMeetings() async throws {
        let meeting = try #require(MeetingID("college-1"))
        let later = try #require(MeetingID("college-2"))
        for id in [meeting, later] {
            try await world.store.save(Meeting(id: id, body: .college, day: world.clock.today.adding(days: 7)))
        }
        try await world.meetings.schedule(
            try await world.visit(.named(id(.secretary)), as: .secretary, to: board), on: meeting, as: .formality,
            explanation: nil)
        names["meeting"] = meeting.rawValue
    }

    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    /// Two inputs, one of them with a proposal; and a draft with a file.
    private func furnishInputs(at site: RunningSite) async throws {
        let base = "/plannen/\(heard)/meedoen"
        func send(_ path: String, _ values: [(String, String)], _ sender: Sender) async throws {
            let answer = try await site.post(path, values, as: reader(sender))
            try #require(answer.status == 303, "\(path): \(answer.status) \(answer.body)")
        }
        for text in ["Welke wijk?", "Hoe veilig?"] {
            try await send(
                base + "/tekst/doel", [("soort", "remark"), ("passage", "een veilige wijk"), ("tekst", text)], .police)
        }
        let check = try await site.get(base + "/controle", as: reader(.police))
        let form = try #require(PostedForm(in: check.body, to: base + "/controle"))
        try await send(base + "/controle", form.filled([]), .police)
        try await send(
            "/plannen/\(heard)/inbreng/INB-0002/afdoening",
            [("uitkomst", "niet-overgenomen"), ("reden", "Alle wijken."), ("versie", "1"), ("voorstel", "0")], .handler)
        let item = try await site.post(
            base + "/reactie", [("soort", "general"), ("tekst", "Zie bijlage")], as: reader(.police))
        // The address may name the round in its query.
        let location = try #require(item.headers["location"])
        let place = location.prefix { $0 != "?" }
        let query = location.dropFirst(place.count)
        let body = MultipartForm([], file: ("bijlage", "notitie.pdf", Self.pdf), token: reader(.police).token)
        let attached = try await site.send(
            "POST", "\(place)/bijlagen\(query)", headers: body.headers(at: site.port), body: body.bytes,
            as: reader(.police))
        try #require(attached.status == 303, "\(attached.body)")
    }
}

extension PersonID {
    /// The id that a test writes down; a text that is none stops the test at once.
    static func named(_ text: String) -> PersonID {
        guard let id = PersonID(text) else { preconditionFailure("\(text) is not the id of a person") }
        return id
    }
}
