import Foundation
import TestSupport
import Testing

/// Python with the packages of `requirements.txt`: other people's readers of mail and calendars, and their mail server.
enum Python {
    /// `scripts/lib/python-packages` makes it.
    static let program = ProjectFiles.root.appending(path: ".venv/bin/python").path

    static func script(_ name: String) -> String {
        ProjectFiles.root.appending(path: "Tests/MailingTests/Python/\(name)").path
    }

    static func read(mail: [[UInt8]]) throws -> [ReadMail] { try read("mail", mail.map { Data($0) }) }

    static func read(calendars: [String]) throws -> [ReadCalendar] {
        try read("calendar", calendars.map { Data($0.utf8) })
    }

    private static func read<Found: Decodable>(_ kind: String, _ texts: [Data]) throws -> [Found] {
        let input = try JSONEncoder().encode(texts.map { $0.base64EncodedString() })
        let command = try Command(program, [script("read.py"), kind], input: input)
        try #require(command.succeeded, "\(command.errors) (scripts/lib/python-packages installs what it needs)")
        return try JSONDecoder().decode([Found].self, from: command.output)
    }
}

/// A message as Python's `email` package reads it.
struct ReadMail: Decodable {
    let headers: [String]
    let subject: String
    let to: [String]
    let toName: String
    let from: [String]
    let fromName: String
    /// In UTC, and as it stands.
    let date: String
    let dateText: String
    let id: String
    let text: String
    let charset: String
    let defects: [String]
    let attachments: [Attachment]
    let longest: Int
    let isASCII: Bool
    let bareEnds: Bool

    struct Attachment: Decodable {
        let type: String
        let name: String?
        let method: String?
        let calendar: ReadCalendar
    }
}

/// A calendar as the package `icalendar` reads it.
struct ReadCalendar: Decodable {
    let calendars: Int
    let methods: [String]
    let zones: [String]
    let events: [Event]
    let errors: [String]
    let longest: Int
    let bareEnds: Bool

    struct Event: Decodable, Equatable {
        let id: String
        let title: String
        let text: String?
        let place: String?
        let link: String?
        let status: String
        let revision: Int
        let start: String
        let end: String
        let made: String
        let zone: String?
        let alarms: [Int]
    }
}
