import Foundation
import Workflow

/// The image that stands above every page.
///
/// PNG alone: an SVG is a document that can hold programs and fetch from elsewhere, and this one is served to everybody
/// from the site's own address.
public struct HouseLogo: Equatable, Sendable {
    public let bytes: Data

    /// In bytes: it is fetched with the first page that somebody opens.
    public static let sizeLimit = 200 << 10
    private static let widest = 2_000

    /// Throws `invalid` for what is no PNG by its content, or too large to stand above a page.
    public init(_ bytes: Data) throws(PlanError) {
        guard bytes.count <= Self.sizeLimit else {
            throw PlanError(
                .invalid,
                Reason(
                    "style.logo-too-large",
                    ["size": .number(bytes.count >> 10), "limit": .number(Self.sizeLimit >> 10)]))
        }
        guard Array(bytes.prefix(8)) == Self.signature, try FileKind(of: bytes) == .png else {
            throw PlanError(.invalid, Reason("style.logo-not-png"))
        }
        let size = try PixelSize(of: bytes, .png)
        guard max(size.width, size.height) <= Self.widest else {
            throw PlanError(
                .invalid,
                Reason("style.logo-too-wide", ["width": .number(size.width), "height": .number(size.height)]))
        }
        self.bytes = bytes
    }

    /// PNG (ISO/IEC 15948), 5.2.
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
