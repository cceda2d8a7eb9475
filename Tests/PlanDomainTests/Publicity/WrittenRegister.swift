import Foundation
import PlanDomain
import TestSupport
import Workflow

/// A register as a test writes it down, act after act, without git: what publicity is computed from.
struct WrittenRegister {
    let definition: WorkflowDefinition
    private(set) var acts: [Act] = []
    var proposals: [CommitID: Disclosure] = [:]

    /// A plan of this type that was started on 1 June 2023, on text `a`.
    init(_ type: String) throws {
        definition = try ProjectFiles.workflows().workflow(for: type).definition
        add(.planStarted(workflow: type, version: 1), on: 1)
    }

    /// Records an act on a day of June 2023 about the text that a letter stands for.
    mutating func add(_ payload: ActPayload, about text: Character = "a", on day: Int? = nil) {
        acts.append(
            Act(
                id: .named("f"), sequence: acts.count + 1, payload: payload, sections: [], text: .named(text),
                textTree: "", author: Cast.secretary, onBehalfOf: nil,
                date: day.map(CalendarDate.june),
                recordedAt: Date(timeIntervalSince1970: 1_688_000_000), reasonHash: nil, workflowDigest: "",
                requestID: "\(acts.count)"))
    }

    var publicity: Publicity {
        Publicity(acts: acts, definition: definition, proposals: proposals, time: OfficeTime())
    }
}

extension WrittenRegister {
    /// Frozen for the board.
    mutating func freeze(_ text: Character = "a", on day: Int = 5) {
        add(.stageMoved(from: "draft", to: "decide"), about: text, on: day)
    }

    mutating func decide(
        _ outcome: PointOutcome = .adopted, by body: GoverningBody = .college, about text: Character = "a",
        on day: Int = 12
    ) {
        add(.decided(body: body, points: [PointResult(point: 1, outcome: outcome)]), about: text, on: day)
    }

    mutating func release(_ text: Character = "a", on day: Int = 15) { add(.finalReleased, about: text, on: day) }

    mutating func publish(_ text: Character = "a", on day: Int = 16) { add(.published, about: text, on: day) }

    mutating func choose(_ disclosure: Disclosure) { add(.disclosureChosen(disclosure)) }

    /// From the board to the council.
    mutating func offer(_ text: Character = "a", on day: Int = 17) {
        add(.stageMoved(from: "decide", to: "adopt"), about: text, on: day)
    }

    mutating func adopt(_ text: Character = "a", on day: Int = 28) {
        add(.stageMoved(from: "adopt", to: "adopted"), about: text, on: day)
    }

    /// The acts up to the final release of the board's decision, with the choice of disclosure.
    static func released(_ type: String, _ disclosure: Disclosure?) throws -> WrittenRegister {
        var register = try WrittenRegister(type)
        register.freeze()
        if let disclosure { register.choose(disclosure) }
        register.decide()
        register.release()
        return register
    }

    /// Adopted by the council, never published by the board.
    static func adoptedByCouncil(_ disclosure: Disclosure?) throws -> WrittenRegister {
        var register = try released("meerjarenbeleidsplan", disclosure)
        register.offer()
        register.decide(by: .raad, on: 27)
        register.adopt()
        return register
    }
}

extension CommitID {
    /// Forty times the same digit.
    static func named(_ digit: Character) -> CommitID {
        guard let id = CommitID(String(repeating: digit, count: 40)) else {
            preconditionFailure("\(digit) is not a hexadecimal digit")
        }
        return id
    }
}

extension CalendarDate {
    /// A day of June 2023, which began on a Thursday.
    static func june(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 19_508 + day) }
}
