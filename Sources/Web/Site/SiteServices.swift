import Crypto
import Foundation
import Logging
import Phrases
import PlanDomain

/// What the site is built from; the executable makes it once.
public struct SiteServices: Sendable {
    public let office: PlanOffice
    /// What people, sessions, inputs and mail are kept in.
    public let store: any TownHallStore
    public let reading: any PlanReading
    public let documents: any DocumentProviding
    /// Reads documents that plans are made of.
    public let conversion: any DocumentConversion
    /// Reads what people send beside the form.
    public let sources: any SourceReading
    /// Makes the keys and seals of inputs and what is done with them.
    public let seals: InputSeals
    /// What everybody outside the office reads.
    public let readingRoom: PublicReadingRoom
    public let phrasebook: Phrasebook
    public let templates: TemplateShelf
    public let files: StaticFiles
    public let settings: SiteSettings
    /// What time it is.
    public let clock: @Sendable () -> Date
    public let random: RandomBytes
    /// What finds tasks beside those of stages and steps; every area adds its own.
    public let taskSources: [any TaskSource]
    public let logger: Logger
    /// Hands a mail to the server of some settings, to try those out; nil where that is not offered.
    public let mailTrial: (any MailTrying)?

    /// Changes with everything that pages are made with: the release, templates, phrases, static files.
    let edition: String
    /// Signs what is said on the next page; a server that restarts says nothing once.
    let noticeKey: SymmetricKey
    /// The clock of the town hall.
    var time: OfficeTime { OfficeTime(now: clock) }
    let passwords: PasswordHasher
    /// How pages look now.
    let look: PresentLook
    /// Where the site listens.
    let doorplate = Doorplate()
    let attempts = AttemptLimits()
    let sent = SentForms()
    /// What keeps robots from answering questionnaires.
    let surveyGate: SurveyGate
    /// The answers that were counted last.
    let responses = KeptResponses()
    /// Passages of Markdown, rendered.
    let passages: ByteCache
    /// Whole pages.
    let pages: ByteCache

    public init(
        office: PlanOffice, store: any TownHallStore, reading: any PlanReading, documents: any DocumentProviding,
        conversion: any DocumentConversion, sources: any SourceReading, seals: InputSeals, phrasebook: Phrasebook,
        templates: TemplateShelf, files: StaticFiles,
        settings: SiteSettings = SiteSettings(), clock: @escaping @Sendable () -> Date,
        random: @escaping RandomBytes = SystemRandom.bytes, taskSources: [any TaskSource] = [],
        mailTrial: (any MailTrying)? = nil, look: HouseLook? = nil, logger: Logger
    ) {
        self.office = office
        self.store = store
        self.reading = reading
        self.documents = documents
        self.conversion = conversion
        self.sources = sources
        self.seals = seals
        readingRoom = PublicReadingRoom(office, consultation: KeptConsultation(store))
        self.phrasebook = phrasebook
        self.templates = templates
        self.files = files
        self.settings = settings
        self.clock = clock
        self.random = random
        self.taskSources = taskSources
        self.logger = logger
        self.mailTrial = mailTrial
        passwords = PasswordHasher(cost: settings.passwordCost, random: random)
        noticeKey = SymmetricKey(data: random(32))
        surveyGate = SurveyGate(pace: settings.surveyPace, random: random)
        self.look = PresentLook(look ?? HouseLook(municipality: settings.municipality))
        edition = [
            settings.release, files.digest, templates.digest, String(phrasebook.fingerprint, radix: 16),
        ].joined(separator: " ")
        passages = ByteCache(limit: settings.cacheSize / 2)
        pages = ByteCache(limit: settings.cacheSize / 2)
    }
}

extension SiteServices {
    /// Where readers find the site, without a slash at the end, as far as this installation knows by itself.
    var address: String { settings.address ?? doorplate.address }
}

/// What differs from one installation to the next.
public struct SiteSettings: Sendable {
    /// Shown on every page until the house style says another.
    public var municipality: String
    /// Whether readers come in by https, through a proxy in front: cookies are then for https alone, and browsers are
    /// told to stay with it (HSTS).
    public var isBehindTLS: Bool
    /// In bytes, for all that is kept rendered.
    public var cacheSize: Int
    /// Changes with every release, so that browsers fetch pages anew after an upgrade.
    public var release: String
    /// Whether everything in it is made up: a banner on every page says so.
    public var isDemo: Bool
    /// What a password costs to try.
    public var passwordCost: PasswordCost
    /// Where readers find the site, without a slash at the end, until the mail settings say it. Nil for wherever it
    /// turns out to listen.
    public var address: String?
    /// In seconds, how long somebody takes at least to answer a questionnaire: what comes sooner is asked to wait.
    public var surveyPace: Int

    var cookies: SiteCookies { SiteCookies(isBehindTLS: isBehindTLS) }

    public init(
        municipality: String = "Gemeente", isBehindTLS: Bool = false, cacheSize: Int = 64 << 20, release: String = "",
        isDemo: Bool = false, passwordCost: PasswordCost = .usual,
        address: String? = nil, surveyPace: Int = 4
    ) {
        self.municipality = municipality
        self.isBehindTLS = isBehindTLS
        self.cacheSize = cacheSize
        self.release = release
        self.isDemo = isDemo
        self.passwordCost = passwordCost
        self.address = address
        self.surveyPace = surveyPace
    }
}
