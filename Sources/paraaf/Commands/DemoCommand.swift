import ArgumentParser
import Foundation
import PlanDomain
import Workflow

/// `paraaf demo`: an imaginary municipality, to look around in.
struct DemoCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make an imaginary municipality in a new folder, with people of every role and plans in every stage.",
        discussion: "A folder that holds anything else is left alone. Days are counted back from today.")
    @Option(help: "The folder that the demo is made of; what comes with the program where it is not given.")
    var content: String?
    @Option(help: "Build it as on this day, such as 2026-03-02; not one to come.") var day: String?
    @Flag(help: "Begin again where making the demo was cut off; a demo that is whole stays as it is.") var resume =
        false
    @Option(help: "How many letters wait to be judged, to try a full desk; a handful where it is not given.")
    var letters: Int?
    @OptionGroup var data: DataOption

    func work(at desk: Desk) async throws {
        let now = try moment()
        let folder = DemoFolder(
            location: content.map { URL(filePath: $0) } ?? desk.files.demo,
            calendar: DemoCalendar(today: OfficeTime { now }.today), phrases: desk.phrasebook.phrases(in: .nl))
        let demo = try Demo(in: folder)
        let place = try DataFolder(try data.location, for: .writing, asDemo: true)
        guard try mayBuild(in: place) else {
            return desk.terminal.say("demo.there-already", ["folder": .text(place.location.path)])
        }
        let clock = DemoClock(at: now)
        let hall = try TownHall(place, files: desk.files, time: clock.time)
        try await hall.store.assertDurable()
        var builder = DemoBuilder(demo, in: hall, clock: clock, now: now) { step, done, total in
            Terminal.complain("[\(done)/\(total)] \(desk.terminal.phrases.text(step))")
        }
        let plans = try await builder.run()
        if let mail = try DemoLetters(in: folder) {
            try await builder.takeLetters(mail, count: letters ?? mail.count)
        }
        try place.finishDemo()
        desk.terminal.say("demo.done", ["count": .number(plans.count)])
        for plan in plans { Terminal.write("  \(plan.rawValue)\n") }
        desk.terminal.say("demo.look", ["folder": .text(place.location.path)])
    }

    /// Whether there is something to build; empties what was cut off. Throws `conflict` for a folder that is in use.
    private func mayBuild(in folder: DataFolder) throws -> Bool {
        let arguments: [String: Reason.Argument] = ["folder": .text(folder.location.path)]
        switch folder.demo {
        case nil: throw PlanError(.conflict, Reason("demo.folder-in-use", arguments))
        case .whole where resume: return false
        case .whole: throw PlanError(.conflict, Reason("demo.folder-is-demo", arguments))
        case .unfinished where folder.isNew: return true
        case .unfinished:
            guard resume else { throw PlanError(.conflict, Reason("demo.cut-off", arguments)) }
            try folder.emptyUnfinishedDemo()
            return true
        }
    }

    /// Now, or the end of the working day that was asked for.
    private func moment() throws -> Date {
        guard let day else { return Date() }
        guard let date = CalendarDate(iso8601: day), date <= OfficeTime().today else {
            throw PlanError(.invalid, Reason("demo.wrong-day", ["day": .text(day)]))
        }
        return min(DemoCalendar.moment(date, minutes: 17 * 60), Date())
    }
}
