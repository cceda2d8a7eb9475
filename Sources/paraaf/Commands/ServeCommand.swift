import ArgumentParser
import Documents
import Foundation
import Logging
import Mailing
import PlanDomain
import PlanRepositories
import Web

/// `paraaf serve`: the web server.
struct ServeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the plans on the web.",
        discussion: """
            Make the first administrator with `paraaf user add`. Behind a proxy that speaks https, say so with --tls: \
            passwords and cookies belong on no other line than that of this machine itself.
            """)
    @OptionGroup var data: DataOption
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port; 0 takes a free one.") var port = 8080
    @Flag(help: "Show a demo to whoever reaches the address, also from other machines.") var demo = false
    @OptionGroup var site: SiteOption
    @Flag(help: "Readers come in by https, through a proxy in front that sets X-Forwarded-For.") var tls = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("The port is a number from 0 to 65535.") }
    }

    func work(at desk: Desk) async throws {
        let hall = try await data.open(for: .writing, at: desk)
        var logger = Logger(label: "paraaf")
        logger.logLevel = .info
        let listener = Listener(host: host, isBehindProxy: tls)
        let isDemo = try listener.opensDemo(hall.folder, isAsked: demo)
        if isDemo { desk.terminal.note("demo.serving") }
        if !tls, !listener.isLoopback { desk.terminal.note("cli.serve-open") }
        let style = try await hall.store.houseStyle()
        let services = SiteServices(
            office: hall.office, store: hall.store, reading: hall.reading,
            documents: try desk.documents(of: hall, gaps: .mark), conversion: PandocConversion(),
            sources: SourceReader(conversion: PandocConversion()), seals: .hmac, phrasebook: desk.phrasebook,
            templates: try TemplateShelf(directory: desk.files.templates, phrasebook: desk.phrasebook),
            files: try StaticFiles(directory: desk.files.staticFiles),
            settings: SiteSettings(
                municipality: style.municipality, isBehindTLS: tls, release: Paraaf.version, isDemo: isDemo,
                address: site.given),
            clock: hall.office.time.now,
            taskSources: [
                InputTasks(hall.office, store: hall.store), RoundTasks(hall.office, store: hall.store, seals: .hmac),
                IntakeTasks(hall.office, store: hall.store), EscalationTasks(hall.office),
            ],
            mailTrial: MailTrial(time: hall.office.time),
            look: HouseLook(style, logo: try await hall.store.houseLogo()), logger: logger)
        let postman = hall.postman(phrasebook: desk.phrasebook, logger: logger)
        let upkeep = Upkeep(hall.store, time: hall.office.time, logger: logger)
        let notices = Notices(services, sources: services.taskSources)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await postman.run() }
            group.addTask { await upkeep.run() }
            let (openings, opening) = AsyncStream.makeStream(of: Void.self)
            // Not before the site listens: what people are told of leads them there.
            group.addTask { for await _ in openings { await notices.run() } }
            // Ends when the process is told to stop; so does the postman then, with the mail in hand delivered.
            try await Site(services).serve(host: host, port: port) { port in
                desk.terminal.say("cli.serving", ["address": .text("http://\(host):\(port)/")])
                opening.yield()
            }
            group.cancelAll()
        }
    }
}
