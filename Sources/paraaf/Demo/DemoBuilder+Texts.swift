import PlanDomain
import Prose
import Workflow

/// Plans and their texts.
extension DemoBuilder {
    mutating func start(_ plan: DemoPlan, by event: DemoEvent, summary: String, request: String) async throws {
        let title = plan.metadata.title
        guard let id = PlanID(Slug.make(title, limit: 70, fallback: "plan")) else {
            throw event.place.fault("plan.title-empty")
        }
        let made = try await hall.office.start(
            NewPlan(
                type: plan.metadata.type, text: try text(of: plan), author: try await starter(of: plan, id, event),
                summary: summary, requestID: request, organisations: plan.partners))
        guard made == id else { throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(title)])) }
        plans[plan.key] = id
        try await appointPeople(to: plan.key, id)
    }

    /// Who starts a plan is appointed to it afterwards: before, there is nothing to be appointed to.
    private func starter(of plan: DemoPlan, _ id: PlanID, _ event: DemoEvent) async throws -> Author {
        let functions = try demo.people.person(event.actor, at: event.place).functions(in: plan.key)
        guard let function = functions.first(where: { event.role == nil || $0.role == event.role }) else {
            throw event.place.fault("demo.no-capacity", ["person": .text(event.actor)])
        }
        let person = try person(event.actor, at: event.place)
        return Author(
            function: function.function, role: function.role,
            pseudonym: try await hall.store.pseudonym(of: person, in: id))
    }

    private func text(of plan: DemoPlan) throws -> PlanText {
        let title = plan.metadata.title
        var text = try hall.office.text(importing: plan.document, type: plan.metadata.type, title: title)
        text.metadata = plan.metadata
        text.metadata.title = title
        text.metadata.follows = plan.follows.flatMap { plans[$0] }
        let titles = plan.owners.flatMap(\.items) + plan.unowned
        if let unknown = titles.first(where: { title in !text.sections.contains { $0.isTitled(title) } }) {
            throw plan.place.fault("demo.unknown-section", ["section": .text(unknown)])
        }
        for chapter in text.chapters.indices {
            for index in text.chapters[chapter].sections.indices {
                let section = text.chapters[chapter].sections[index]
                let owner = plan.owners.first { $0.items.contains(where: section.isTitled) }?.name ?? plan.owner
                text.chapters[chapter].sections[index].owner =
                    plan.unowned.contains(where: section.isTitled) ? nil : owner
            }
        }
        return text
    }

    func write(_ deed: DemoDeed, of plan: DemoPlan, at desk: Desk) async throws {
        try desk.participant.require(.write, in: desk.plan)
        let head = try await hall.office.heads(of: desk.plan).text
        var text = try await hall.office.repositories.repository(of: desk.plan).text(at: head)
        let nature: ChangeNature
        var inputs: [String] = []
        let summary: String
        switch deed {
        case .change(let change):
            try text.change(change)
            inputs = try change.inputs.map { try number(of: $0, in: plan).description }
            (nature, summary) = (change.nature, change.summary)
        case .addSection(let after, let title, let body, let why):
            try text.add(Heading(title), body: body, after: after, owner: plan.owner)
            (nature, summary) = (.substantive, why)
        case .fillDocument(let name, let headings, let why):
            try text.fill(name, with: plan.documents[name], headings: headings)
            (nature, summary) = (.substantive, why)
        default: return
        }
        let edit = TextEdit(
            text: text, author: desk.author, madeAt: hall.office.time.now(), summary: summary, nature: nature,
            inputs: inputs)
        try await hall.office.save(edit, in: desk.plan, basedOn: head)
    }

    /// The ids of sections by their titles; empty for the plan as a whole.
    func sections(_ titles: [String], of plan: PlanID) async throws -> [SectionID] {
        guard !titles.isEmpty else { return [] }
        let head = try await hall.office.heads(of: plan).text
        let text = try await hall.office.repositories.repository(of: plan).text(at: head)
        return try titles.map { try text.place(of: $0).section.id }
    }
}

extension Section {
    fileprivate func isTitled(_ title: String) -> Bool { heading?.plainTitle == title }
}

extension PlanText {
    func place(of title: String) throws(PlanError) -> (chapter: Int, index: Int, section: Section) {
        for chapter in chapters.indices {
            if let index = chapters[chapter].sections.firstIndex(where: { $0.isTitled(title) }) {
                return (chapter, index, chapters[chapter].sections[index])
            }
        }
        throw PlanError(.invalid, Reason("demo.no-section", ["section": .text(title)]))
    }

    /// The passage must stand in the section exactly once; it may run over the ends of sentences.
    fileprivate mutating func change(_ change: DemoChange) throws(PlanError) {
        let place = try place(of: change.section)
        var body = SentenceLines.reflow(place.section.body)
        if let old = change.old {
            let count = body.ranges(of: old).count
            guard count == 1 else {
                throw PlanError(.invalid, Reason("demo.passage", ["passage": .text(old), "count": .number(count)]))
            }
            body = body.replacing(old, with: change.new)
        } else {
            body += "\n" + change.new + "\n"
        }
        chapters[place.chapter].sections[place.index].body = body
    }

    fileprivate mutating func add(
        _ heading: Heading, body: String, after title: String, owner: String?
    ) throws(PlanError) {
        let place = try place(of: title)
        guard let id = SectionID(Slug.make(heading.title, limit: 32, fallback: "sectie")) else { return }
        chapters[place.chapter].sections.insert(
            Section(id: id, heading: heading, owner: owner, body: body), at: place.index + 1)
    }

    fileprivate mutating func fill(
        _ name: String, with document: DemoDocument?, headings: [String]
    ) throws(PlanError) {
        guard let document, let index = documents.firstIndex(where: { $0.name == name }) else {
            throw PlanError(.invalid, Reason("demo.no-document", ["document": .text(name)]))
        }
        for part in documents[index].parts.indices {
            let heading = documents[index].parts[part].heading
            guard headings.isEmpty || headings.contains(heading) else { continue }
            guard let piece = document.pieces.first(where: { $0.title == heading }) else {
                let arguments: [String: Reason.Argument] = ["file": .text(document.file), "heading": .text(heading)]
                throw PlanError(.invalid, Reason("demo.heading-missing", arguments))
            }
            documents[index].parts[part].body = piece.body
        }
    }
}
