import Foundation
import Logging
import Phrases
import PlanDomain

/// What the site is built from; the executable makes it once.
public struct SiteServices: Sendable {
    public let reading: any PlanReading
    public let documents: any DocumentProviding
    public let phrasebook: Phrasebook
    public let templates: TemplateShelf
    public let files: StaticFiles
    public let settings: SiteSettings
    /// What time it is.
    public let clock: @Sendable () -> Date
    public let logger: Logger

    /// Changes with everything that pages are made with: the release, templates, phrases, static files.
    let edition: String
    /// Passages of Markdown, rendered.
    let passages: ByteCache
    /// Whole pages.
    let pages: ByteCache

    public init(
        reading: any PlanReading, documents: any DocumentProviding, phrasebook: Phrasebook, templates: TemplateShelf,
        files: StaticFiles, settings: SiteSettings = SiteSettings(), clock: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.reading = reading
        self.documents = documents
        self.phrasebook = phrasebook
        self.templates = templates
        self.files = files
        self.settings = settings
        self.clock = clock
        self.logger = logger
        edition = [
            settings.release, files.digest, templates.digest, String(phrasebook.fingerprint, radix: 16),
            settings.municipality,
        ].joined(separator: " ")
        passages = ByteCache(limit: settings.cacheSize / 2)
        pages = ByteCache(limit: settings.cacheSize / 2)
    }
}

/// What differs from one installation to the next.
public struct SiteSettings: Sendable {
    /// Shown on every page.
    public var municipality: String
    /// Whether readers come in by https, through a proxy in front: cookies are then for https alone, and browsers are
    /// told to stay with it (HSTS).
    public var isBehindTLS: Bool
    /// In bytes, for all that is kept rendered.
    public var cacheSize: Int
    /// Changes with every release, so that browsers fetch pages anew after an upgrade.
    public var release: String

    public init(
        municipality: String = "Gemeente", isBehindTLS: Bool = false, cacheSize: Int = 64 << 20, release: String = ""
    ) {
        self.municipality = municipality
        self.isBehindTLS = isBehindTLS
        self.cacheSize = cacheSize
        self.release = release
    }
}
