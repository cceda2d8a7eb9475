import Foundation
import Workflow

/// Documents that somebody is making a plan of: kept between the upload and the start.
public protocol ImportStore: Sendable {
    /// Keeps a new one.
    func keep(_ pending: PendingImport) async throws
    /// Notes what was chosen, what the plan will be called and of which type it is; nil leaves either as it is. `notFound`
    /// when it is not there, or another person's.
    func choose(
        _ choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice], title: String?, type: String?,
        in id: ImportID, of person: PersonID
    ) async throws
    /// Nil when it is not there, or another person's.
    func pendingImport(_ id: ImportID, of person: PersonID) async throws -> PendingImport?
    /// Those of a person without their images, the latest first.
    func pendingImports(of person: PersonID) async throws -> [PendingImport]
    func removeImport(_ id: ImportID, of person: PersonID) async throws
    /// Forgets those that nobody finished.
    func sweepImports(before moment: Date) async throws
}

/// Names a document that is being made into a plan.
public typealias ImportID = Identifier<PendingImport>

extension PendingImport: Identified {}

/// A document on its way to become a plan.
public struct PendingImport: Identifiable, Equatable, Sendable {
    public let id: ImportID
    public let person: PersonID
    public let fileName: String
    /// What the plan will be called: what the document calls itself outside its text, until somebody said otherwise.
    public var title: String?
    /// Of which type the plan will be, once somebody chose one.
    public var type: String?
    public let markdown: String
    public var choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice]
    public let images: [PendingImage]
    public let madeAt: Date

    public init(
        id: ImportID, person: PersonID, fileName: String, title: String?, type: String? = nil, markdown: String,
        choices: [PlanImportPreview.Entry.ID: PlanImportPreview.Choice] = [:], images: [PendingImage] = [],
        madeAt: Date
    ) {
        self.id = id
        self.person = person
        self.fileName = fileName
        self.title = title
        self.type = type
        self.markdown = markdown
        self.choices = choices
        self.images = images
        self.madeAt = madeAt
    }
}

/// An image of a document on its way to become a plan, checked and cleaned.
public struct PendingImage: Equatable, Sendable {
    public let annex: Annex
    public let bytes: Data

    public init(annex: Annex, bytes: Data) {
        self.annex = annex
        self.bytes = bytes
    }
}
